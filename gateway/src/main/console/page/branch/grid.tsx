// The entry grid: one real input a cell, so that Chinese input methods keep their first character; paste from Excel as it
// comes, Enter moves down, what is not sent yet is kept in this browser. The server alone says what is right.
import { useEffect, useRef, useState } from 'preact/hooks';

import { guardLeaving } from '../../data/address';
import { readable, sum } from '../../data/amounts';
import { useCommand } from '../../data/command';
import { dropDraft, keepDraft, keptDraft } from '../../data/drafts';
import { call, type FieldError } from '../../data/http';
import { w } from '../../data/language';
import { thisMonth } from '../../data/months';
import type { company } from '../../data/routes';
import { usePerson } from '../../data/session';
import { MonthField } from '../../ui/field';
import { label, mending } from '../../ui/fields';
import { Title } from '../../ui/layout';
import { Trouble } from '../../ui/notice';

import { LINES, lineName } from '../hq/lines';

const COLUMNS = ['entryNo', 'date', 'line', 'project', 'gross', 'tax', 'directCost', 'memo'] as const;
type Name = (typeof COLUMNS)[number];
type Row = Record<Name, string>;

const EMPTY: Row = { entryNo: '', date: '', line: '', project: '', gross: '', tax: '', directCost: '', memo: '' };
const ROWS = 50;
const MOST = 1000;

interface Draft {
  period: string;
  rows: Row[];
}

const empty = (): Row[] => Array.from({ length: ROWS }, () => EMPTY);
const isEmpty = (row: Row): boolean => COLUMNS.every((name) => row[name].trim() === '');

// A line by its code or by its Chinese name, as spreadsheets have it.
const lineCode = (text: string): string => {
  const given = text.trim();
  return LINES.find((code) => code === given.toUpperCase() || lineName(code) === given) ?? given;
};

const draftOf = (row: Row, unit: string, period: string): company.EntryDraft => ({
  entryNo: row.entryNo,
  unit,
  period,
  date: row.date,
  line: lineCode(row.line),
  project: row.project || null,
  gross: row.gross,
  tax: row.tax || '0',
  directCost: row.directCost || '0',
  memo: row.memo || null,
});

export function EntryGrid() {
  const person = usePerson();
  const unit = person.units[0] ?? '';
  const place = `${person.subject} entries ${unit}`;
  const [period, setPeriod] = useState(thisMonth());
  const [rows, setRows] = useState<Row[]>(empty);
  const [errors, setErrors] = useState<Map<number, FieldError[]>>(new Map());
  const [done, setDone] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const filled = rows.flatMap((row, index) => (isEmpty(row) ? [] : [index]));

  useEffect(() => {
    void keptDraft<Draft>(place).then((draft) => {
      if (draft) {
        setPeriod(draft.period);
        setRows(draft.rows);
      }
    });
  }, [place]);

  const change = (next: Row[], month = period) => {
    setRows(next);
    setDone('');
    void (next.every(isEmpty) ? dropDraft(place) : keepDraft(place, { period: month, rows: next }));
  };

  useEffect(() => {
    guardLeaving(undefined);
    return () => guardLeaving(undefined);
  }, []);

  const put = (index: number, name: Name, value: string) => {
    const next = rows.slice();
    next[index] = { ...(rows[index] ?? EMPTY), [name]: value };
    if (index === rows.length - 1 && next.length < MOST) {
      next.push(EMPTY);
    }
    change(next);
  };

  // Cells copied from a spreadsheet are lines of tabs; each goes where it would have gone there.
  const paste = (event: ClipboardEvent, index: number, column: number) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trimEnd())) {
      return;
    }
    event.preventDefault();
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').slice(0, MOST - index);
    const next = rows.slice();
    lines.forEach((line, down) => {
      const row = { ...(next[index + down] ?? EMPTY) };
      line.split('\t').forEach((cell, right) => {
        const name = COLUMNS[column + right];
        if (name) {
          row[name] = cell.trim();
        }
      });
      next[index + down] = row;
    });
    change(next);
  };

  const move = (event: KeyboardEvent, index: number, column: number) => {
    if (event.isComposing) {
      return;
    }
    const [down, right] = event.key === 'Enter' ? [event.shiftKey ? -1 : 1, 0] : event.key === 'ArrowDown' ? [1, 0] : event.key === 'ArrowUp' ? [-1, 0] : [0, 0];
    if (down || right) {
      event.preventDefault();
      table.current?.querySelector<HTMLInputElement>(`[data-cell="${index + down}-${column + right}"]`)?.focus();
    }
  };

  const save = useCommand(async (key, drafts: company.EntryDraft[], places: number[]) => {
    const answer = await call('POST /api/company/entries/batch', { body: { entries: drafts }, key });
    const bad = new Map<number, FieldError[]>();
    answer.rows.forEach((row) => {
      const at = places[row.index];
      if (row.outcome === 'REFUSED' && at !== undefined) {
        bad.set(at, row.errors as FieldError[]);
      }
    });
    setErrors(bad);
    // What was taken leaves the grid; what was refused stays where it was, with its faults.
    const kept = rows.map((row, index) => (places.includes(index) && !bad.has(index) ? EMPTY : row));
    change(kept);
    setDone(
      w(
        `已保存 ${answer.accepted} 笔${answer.unchanged ? `，${answer.unchanged} 笔早已登记` : ''}${answer.refused ? `，${answer.refused} 笔有误，已标出` : ''}。`,
        `${answer.accepted} saved${answer.unchanged ? `, ${answer.unchanged} were there already` : ''}${answer.refused ? `, ${answer.refused} refused and marked` : ''}.`,
      ),
    );
  });

  const total = sum(filled.map((index) => rows[index]?.gross ?? '').filter((gross) => /^-?\d+(\.\d{1,2})?$/.test(gross)));
  return (
    <>
      <Title>{w('录入收入', 'Enter revenue')}</Title>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <MonthField
          label={w('月份', 'Period')}
          name="period"
          value={period}
          onValue={(value) => {
            setPeriod(value);
            change(rows, value);
          }}
        />
      </form>
      <p class="hint">{w('可直接从 Excel 复制粘贴；回车到下一行；未提交的内容保存在本机。', 'Paste from Excel as it is; Enter moves down; what is not sent is kept on this device.')}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={w('收入录入表', 'Entry grid')}>
        <table class="grid" ref={table}>
          <caption>{w('收入录入表', 'Entry grid')}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {label(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const bad = errors.get(index) ?? [];
              return (
                <tr key={index} class={bad.length ? 'refused' : undefined}>
                  <th scope="row">{index + 1}</th>
                  {COLUMNS.map((name, column) => {
                    const error = bad.find((one) => one.field.endsWith(name));
                    return (
                      <td key={name}>
                        <input
                          data-cell={`${index}-${column}`}
                          aria-label={`${index + 1} ${label(name)}`}
                          aria-invalid={error !== undefined}
                          title={error ? mending(error) : undefined}
                          list={name === 'line' ? 'lines' : undefined}
                          inputMode={name === 'gross' || name === 'tax' || name === 'directCost' ? 'decimal' : undefined}
                          placeholder={name === 'date' && index === 0 ? `${period}-01` : undefined}
                          value={row[name]}
                          onInput={(event) => put(index, name, event.currentTarget.value)}
                          onPaste={(event) => paste(event, index, column)}
                          onKeyDown={(event) => move(event, index, column)}
                        />
                        {error && <span class="wrong">{mending(error)}</span>}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <datalist id="lines">
        {LINES.map((code) => (
          <option key={code} value={lineName(code)} />
        ))}
      </datalist>
      <p class="acts">
        <button
          type="button"
          class="first"
          disabled={save.busy || filled.length === 0}
          onClick={() =>
            void save.run(
              filled.map((index) => draftOf(rows[index] ?? EMPTY, unit, period)),
              filled,
            )
          }
        >
          {save.busy ? w('正在保存……', 'Saving …') : w(`保存 ${filled.length} 笔`, `Save ${filled.length}`)}
        </button>
        <output>{w(`合计 ${readable(total)} 元`, `Total ${readable(total)}`)}</output>
      </p>
      <p role="status" class="done">
        {done}
      </p>
      {save.problem && <Trouble problem={save.problem} />}
    </>
  );
}
