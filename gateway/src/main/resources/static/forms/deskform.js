// Writing a call: what is sought, until when, how it is judged. Blank rows of criteria and documents count for nothing.
import { h, notice, resting, say } from './house.js';
import { command, request } from './http.js';
import { person } from './session.js';
import { choices, field, keepTyped, showErrors } from './fields.js';
import { MODES, trouble, wrong } from './words.js';
import { CALLS, staffGet } from './desk.js';

const USUAL = [['公益性', 30], ['价格', 25], ['专业能力', 25], ['居民需要', 20]]
  .map(([name, weight], i) => ({ code: `C${i + 1}`, name, weight }));
const ROWS = 6;

export const newCallPage = () => page(null, null);

export async function editCallPage(id) {
  const { data, etag } = await staffGet(`${CALLS}/${encodeURIComponent(id)}`);
  return page(data, etag);
}

async function page(call, etag) {
  const { data: { items } } = await staffGet('/api/company/business-lines');
  const lines = items.filter(({ active, code }) => active || code === call?.line);
  const form = h('form', { novalidate: true });
  const said = h('div');
  const known = call ?? { unit: person().units[0] ?? '', modes: [], criteria: USUAL, documents: [] };
  form.append(...fields(known, lines), h('button', { class: 'main' }, say('保存', 'Save')));
  const kept = keepTyped(form, `call.${person().subject}.${call?.id ?? 'new'}`);
  const total = () => { form.querySelector('output').textContent = `合计 Total ${sum(form)}`; };
  form.addEventListener('input', total);
  total();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    resting(event.submitter, () => send(form, said, kept, call, etag));
  });
  return [h('h1', {}, call ? say('修改英雄帖', 'Amend the call') : say('新的英雄帖', 'New call')), said, form];
}

const fields = (call, lines) => [
  field('unit', '发布单位', 'Unit', h('input', { inputmode: 'numeric', maxlength: 12, value: call.unit }), '社区 12 位或街道 9 位编码 · Branch or street code'),
  field('title', '标题', 'Title', h('input', { maxlength: 200, value: call.title })),
  field('seeking', '征集什么', 'What is sought', h('textarea', { maxlength: 4000 }, call.seeking ?? ''), '做什么、为谁、何时何地 · What, for whom, when and where'),
  choices('modes', '合作方式', 'Ways to co-operate', 'checkbox', MODES, call.modes),
  field('line', '业务条线', 'Business line', h('select', {}, lines.map(({ code, nameZh, nameEn }) =>
    h('option', { value: code, selected: code === call.line }, `${nameZh} ${nameEn}`)))),
  field('conditions', '条件', 'Conditions', h('textarea', { maxlength: 4000 }, call.conditions ?? ''), '例如：不高于市场价一半；收入的 15% 返还 · Price promise, share that goes back'),
  field('deadline', '截止（北京时间）', 'Until, Shanghai time', h('input', { type: 'datetime-local', value: call.deadline && shanghai(call.deadline) })),
  rows('criteria', '怎样评审', 'How it is judged', call.criteria, (row, name) => [
    h('input', { name: `${name}.name`, maxlength: 100, value: row.name, placeholder: '标准 Criterion', 'aria-label': '标准 Criterion' }),
    h('input', { name: `${name}.weight`, inputmode: 'numeric', maxlength: 3, value: row.weight, placeholder: '%', 'aria-label': '权重 Weight, %' }),
  ], '权重合计 100 · Weights sum to 100', h('output', { class: 'quiet' })),
  rows('documents', '需要的文件', 'Documents asked for', call.documents, (row, name) => [
    h('input', { name: `${name}.name`, maxlength: 100, value: row.name, placeholder: '例如：营业执照', 'aria-label': '文件 Document' }),
    h('label', { class: 'row' }, h('input', { type: 'checkbox', name: `${name}.required`, value: 'true', checked: row.required !== false }), say('必交', 'required')),
  ], '不需要就留空 · Leave blank for none'),
];

// A list of so many rows; each keeps the code that it has in the API.
function rows(name, zh, en, given, cells, hint, ...more) {
  const shown = [...given, ...Array(Math.max(1, ROWS - given.length)).fill({})];
  return h('fieldset', { class: 'field', 'data-field': name },
    h('legend', {}, say(zh, en)), h('div', { class: 'hint' }, hint),
    shown.map((row, i) => h('div', { class: 'pair', 'data-code': row.code ?? '' }, cells(row, `${name}[${i}]`))),
    more, h('div', { class: 'says' }));
}

function filled(form, name) {
  const list = form.querySelector(`fieldset[data-field="${name}"]`);
  const taken = new Set([...list.querySelectorAll('.pair')].map(({ dataset }) => dataset.code));
  let next = 1;
  const fresh = () => {
    while (taken.has(`${name[0].toUpperCase()}${next}`)) {
      next++;
    }
    return `${name[0].toUpperCase()}${next++}`;
  };
  return [...list.querySelectorAll('.pair')]
    .map((pair) => ({ code: pair.dataset.code, inputs: pair.querySelectorAll('input') }))
    .filter(({ inputs: [named] }) => named.value.trim())
    .map(({ code, inputs }) => ({ code: code || fresh(), inputs }));
}

const sum = (form) => filled(form, 'criteria').reduce((all, { inputs: [, weight] }) => all + (Number(weight.value) || 0), 0);

function content(form) {
  const { elements } = form;
  return {
    unit: elements.unit.value.trim(),
    title: elements.title.value,
    seeking: elements.seeking.value,
    modes: [...form.querySelectorAll('[name="modes"]:checked')].map(({ value }) => value),
    line: elements.line.value,
    conditions: elements.conditions.value,
    deadline: elements.deadline.value ? new Date(`${elements.deadline.value}:00+08:00`).toISOString() : null,
    criteria: filled(form, 'criteria').map(({ code, inputs: [name, weight] }) =>
      ({ code, name: name.value, weight: /^[0-9]+$/.test(weight.value) ? Number(weight.value) : null })),
    documents: filled(form, 'documents').map(({ code, inputs: [name, required] }) =>
      ({ code, name: name.value, required: required.checked })),
  };
}

async function send(form, said, kept, call, etag) {
  try {
    const body = content(form);
    const { token } = person();
    const { data } = call
      ? await request('PUT', `${CALLS}/${call.id}`, { body, token, headers: { 'If-Match': etag } })
      : await command('new call', CALLS, { body, token });
    kept.forget();
    location.replace(`#/desk/calls/${data.id}`);
  } catch (problem) {
    said.replaceChildren(trouble(problem), ...showErrors(form, problem.errors).map((error) => wrong(error)));
    if (problem.status === 412) {
      said.append(notice('', say('打开最新的再改；这里填的内容还在。', 'Open the latest and amend it; what you typed is kept.')));
    }
    said.scrollIntoView({ block: 'center' });
  }
}

// As a date-and-time field has it.
export const shanghai = (instant) => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
