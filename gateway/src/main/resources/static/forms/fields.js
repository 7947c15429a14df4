// Fields with a name in two languages, a hint, and a place where what is wrong with them is said.
import { h, say } from './house.js';
import { wrong } from './words.js';

let made = 0;

// A field around one control; name is the field's path in the API's problems.
export function field(name, zh, en, control, hint) {
  const id = `f${++made}`;
  control.id = id;
  control.name = name;
  control.setAttribute('aria-describedby', `${id}-says`);
  return h('div', { class: 'field', 'data-field': name },
    h('label', { for: id }, say(zh, en)),
    hint && h('div', { class: 'hint' }, hint),
    control,
    h('div', { class: 'says', id: `${id}-says` }));
}

// A choice of one (radio) or of several (checkbox) of {value: [zh, en]}.
export function choices(name, zh, en, type, options, chosen = []) {
  return h('fieldset', { class: 'field', 'data-field': name },
    h('legend', {}, say(zh, en)),
    Object.entries(options).map(([value, words]) =>
      h('label', { class: 'choice' },
        h('input', { type, name, value, checked: chosen.includes(value) }), say(...words))),
    h('div', { class: 'says' }));
}

// Which of the form's fields an error belongs to: the longest path that is its beginning.
function placeOf(form, error) {
  return [...form.querySelectorAll('[data-field]')]
    .filter(({ dataset }) => error.field === dataset.field || /^[.[]/.test(error.field.slice(dataset.field.length))
      && error.field.startsWith(dataset.field))
    .sort((a, b) => b.dataset.field.length - a.dataset.field.length)[0];
}

// Says each error beside its field and goes to the first; answers those that belong to none.
export function showErrors(form, errors, place = placeOf) {
  clearErrors(form);
  const homeless = [];
  for (const error of errors) {
    const at = place(form, error) ?? placeOf(form, error);
    if (at) {
      at.querySelector('.says').append(wrong(error));
      at.querySelectorAll('input, select, textarea').forEach((control) => control.setAttribute('aria-invalid', 'true'));
    } else {
      homeless.push(error);
    }
  }
  const first = form.querySelector('[aria-invalid="true"]');
  first?.focus({ preventScroll: true });
  first?.closest('.field').scrollIntoView({ block: 'center' });
  return homeless;
}

export function clearErrors(form) {
  form.querySelectorAll('.says .wrong').forEach((said) => said.remove());
  form.querySelectorAll('[aria-invalid]').forEach((control) => control.removeAttribute('aria-invalid'));
}

// Keeps what is typed on this device under a name until it is safe elsewhere; data-private fields are never kept.
export function keepTyped(form, name) {
  const place = `linli.typed.${name}`;
  const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
  if (kept) {
    fill(form, kept);
  }
  form.addEventListener('input', () => localStorage.setItem(place, JSON.stringify(typed(form))));
  return { restored: kept !== null, forget: () => localStorage.removeItem(place) };
}

function typed(form) {
  return [...form.elements]
    .filter((control) => control.name && control.type !== 'file' && !('private' in control.dataset))
    .filter((control) => !['radio', 'checkbox'].includes(control.type) || control.checked)
    .map((control) => [control.name, control.value]);
}

function fill(form, kept) {
  for (const control of form.elements) {
    const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (['radio', 'checkbox'].includes(control.type)) {
      control.checked = values.includes(control.value);
    } else if (values.length && control.type !== 'file') {
      control.value = values[0];
    }
  }
}
