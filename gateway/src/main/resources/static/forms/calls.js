// Open calls for everybody: the list, and one call with its criteria and the documents it asks for.
import { daysUntil, empty, h, say, time } from './house.js';
import { request } from './http.js';
import { showList } from './pages.js';
import { MODES, STATES, wordFor } from './words.js';

const CALLS = '/api/partner/public/open-calls';

export async function callsPage() {
  const search = h('input', { type: 'search', placeholder: '搜索：书法、养老、sfb…', 'aria-label': '搜索 Search', maxlength: 100 });
  const list = h('div', { 'aria-live': 'polite' });
  const look = () => {
    const words = search.value.trim();
    return showList(list, (cursor) => read(words, cursor), card, nothing(words));
  };
  search.addEventListener('input', later(look, 300));
  await look();
  return [
    h('h1', {}, say('英雄帖', 'Open calls')),
    h('p', { class: 'quiet' }, say('社区在找合伙人。看中了就申请。', 'What communities are looking for, and you may offer.')),
    search,
    list,
  ];
}

const read = async (words, cursor) =>
  (await request('GET', `${CALLS}?${new URLSearchParams({ open: true, limit: 20, q: words, ...(cursor && { cursor }) })}`)).data;

const nothing = (words) => words
  ? empty('没有找到，换个词试试。', 'Nothing found; try another word.')
  : empty('现在没有正在征集的英雄帖，过几天再来看看。', 'No call is open now; come back in a few days.');

const card = (call) => h('a', { class: 'card', href: `#/calls/${call.id}` },
  h('strong', {}, call.title),
  h('div', { class: 'quiet' }, call.unitName ?? call.unit),
  h('p', {}, shortened(call.seeking)),
  h('div', { class: 'row' }, call.modes.map((mode) => h('span', { class: 'tag' }, wordFor(MODES, mode))), left(call)));

const shortened = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const left = ({ deadline }) => h('span', { class: 'tag strong' }, say(`还有 ${daysUntil(deadline)} 天`, `${daysUntil(deadline)} days left`));

export async function readCall(id) {
  return (await request('GET', `${CALLS}/${encodeURIComponent(id)}`)).data;
}

export async function callPage(id) {
  const call = await readCall(id);
  const open = call.state === 'PUBLISHED';
  return [
    h('h1', {}, call.title),
    h('div', { class: 'row' },
      h('span', { class: 'tag strong' }, wordFor(STATES, call.state)), h('span', {}, call.unitName ?? call.unit)),
    h('p', {}, say('截止', 'Until'), ` ${time(call.deadline)}`, open && say(`，还有 ${daysUntil(call.deadline)} 天`, '')),
    h('h2', {}, say('征集什么', 'What is sought')),
    h('p', { class: 'text' }, call.seeking),
    call.conditions && [h('h2', {}, say('条件', 'Conditions')), h('p', { class: 'text' }, call.conditions)],
    h('h2', {}, say('合作方式', 'Ways to co-operate')),
    h('div', { class: 'row' }, call.modes.map((mode) => h('span', { class: 'tag' }, wordFor(MODES, mode)))),
    h('h2', {}, say('怎样评审', 'How it is judged')),
    call.criteria.map(criterion),
    h('h2', {}, say('需要的文件', 'Documents')),
    call.documents.length
      ? h('ul', {}, call.documents.map(document))
      : h('p', { class: 'quiet' }, say('不需要文件。', 'None.')),
    open
      ? h('p', {}, h('a', { class: 'button main', href: `#/calls/${call.id}/propose` }, say('我要申请', 'Propose')))
      : h('p', { class: 'notice' }, say('已截止，不再接受申请。', 'It takes no proposals any more.')),
  ].flat();
}

const criterion = ({ name, weight }) => h('div', {},
  h('div', { class: 'row' }, h('span', {}, name), h('span', { class: 'quiet' }, `${weight}%`)),
  h('progress', { max: 100, value: weight, 'aria-label': name }));

const document = ({ name, required }) =>
  h('li', {}, name, ' ', required ? say('必交', 'required') : h('span', { class: 'quiet' }, say('可选', 'optional')));

function later(work, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}
