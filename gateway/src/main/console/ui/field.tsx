// A field with its label, its hint, and what is wrong with it beside it.
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

import type { Problem } from '../data/http';
import { shift, thisMonth } from '../data/months';
import { w } from '../data/language';

import { mending } from './fields';

interface Given {
  label: string;
  name: string;
  hint?: string;
  problem?: Problem | null;
}

function Labelled({ label, name, hint, problem, children }: Given & { children: (id: string, about: string, bad: boolean) => ComponentChildren }) {
  const id = useId();
  const error = problem?.errors.find((one) => one.field === name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id, `${id}-about`, error !== undefined)}
      <span id={`${id}-about`} class={error ? 'wrong' : 'hint'}>
        {error ? mending(error) : hint}
      </span>
    </div>
  );
}

type Input = Omit<JSX.IntrinsicElements['input'], 'value' | 'onInput' | 'name' | 'label'>;

export function TextField({ value, onValue, label, name, hint, problem, ...input }: Given & Input & { value: string; onValue: (value: string) => void }) {
  return (
    <Labelled label={label} name={name} hint={hint} problem={problem}>
      {(id, about, bad) => (
        <input
          {...input}
          id={id}
          name={name}
          value={value}
          aria-describedby={about}
          aria-invalid={bad}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

export function TextArea({ value, onValue, label, name, hint, problem }: Given & { value: string; onValue: (value: string) => void }) {
  return (
    <Labelled label={label} name={name} hint={hint} problem={problem}>
      {(id, about, bad) => (
        <textarea
          id={id}
          name={name}
          rows={4}
          value={value}
          aria-describedby={about}
          aria-invalid={bad}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

export function Choice({ value, onValue, options, label, name, hint, problem }: Given & { value: string; onValue: (value: string) => void; options: [string, string][] }) {
  return (
    <Labelled label={label} name={name} hint={hint} problem={problem}>
      {(id, about, bad) => (
        <select id={id} name={name} value={value} aria-describedby={about} aria-invalid={bad} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

// Months by two lists of our own: the browser's month field speaks the browser's language and is a text field in some.
export function MonthField({ value, onValue, label, name, hint, problem, years = 6 }: Given & { value: string; onValue: (value: string) => void; years?: number }) {
  const newest = Number(shift(thisMonth(), 12).slice(0, 4));
  const [year = '', month = ''] = value.split('-');
  return (
    <Labelled label={label} name={name} hint={hint} problem={problem}>
      {(id, about, bad) => (
        <span class="month">
          <select id={id} value={year} aria-describedby={about} aria-invalid={bad} onChange={(event) => onValue(`${event.currentTarget.value}-${month || '01'}`)}>
            {!year && <option value="" />}
            {Array.from({ length: years }, (_, back) => String(newest - back)).map((one) => (
              <option key={one} value={one}>
                {w(`${one}年`, one)}
              </option>
            ))}
          </select>
          <select value={month} aria-label={w(`${label}：月`, `${label}: month`)} onChange={(event) => onValue(`${year || thisMonth().slice(0, 4)}-${event.currentTarget.value}`)}>
            {!month && <option value="" />}
            {Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).map((one) => (
              <option key={one} value={one}>
                {w(`${Number(one)}月`, one)}
              </option>
            ))}
          </select>
        </span>
      )}
    </Labelled>
  );
}
