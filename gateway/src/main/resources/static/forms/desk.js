// The branch's desk: its calls, where each stands, and the way to a new one.
import { daysUntil, empty, h, say, time } from './house.js';
import { request } from './http.js';
import { person } from './session.js';
import { showList } from './pages.js';
import { STATES, wordFor } from './words.js';

export const STAFF = ['branch-head', 'branch-clerk', 'hq'];
export const CALLS = '/api/partner/open-calls';
const SHOWN = ['DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED'];

export const isStaff = (someone) => someone?.roles.some((role) => STAFF.includes(role)) ?? false;

// Who decides: heads for their branch, HQ for the street's own calls. Clerks prepare.
export const decides = () => person().roles.some((role) => ['branch-head', 'hq'].includes(role));

export const staffGet = (path) => request('GET', path, { token: person().token });

export async function deskPage() {
  const list = h('div', { 'aria-live': 'polite' });
  const search = h('input', { type: 'search', placeholder: '搜索标题', 'aria-label': '搜索 Search', maxlength: 100 });
  const state = h('select', { 'aria-label': '状态 State' },
    h('option', { value: '' }, '全部 All'), SHOWN.map((code) => h('option', { value: code }, STATES[code].join(' '))));
  const look = () => {
    const filter = { q: search.value.trim(), state: state.value };
    return showList(list, (cursor) => read(filter, cursor), card, nothing(filter));
  };
  search.addEventListener('change', look);
  state.addEventListener('change', look);
  await look();
  return [
    h('h1', {}, say('社区工作台', 'The branch’s desk')),
    h('p', {}, h('a', { class: 'button main', href: '#/desk/new' }, say('新的英雄帖', 'New call'))),
    h('div', { class: 'row' }, search, state),
    list,
  ];
}

const read = async (filter, cursor) => (await staffGet(`${CALLS}?${new URLSearchParams(
  Object.entries({ limit: 20, ...filter, cursor }).filter(([, value]) => value))}`)).data;

const nothing = ({ q, state }) => q || state
  ? empty('没有这样的英雄帖。', 'No such call.')
  : empty('还没有英雄帖。先写一张：要什么、截止哪天、怎样评。', 'No call yet: say what you seek, until when, and how you judge.');

const card = (call) => h('a', { class: 'card', href: `#/desk/calls/${call.id}` },
  h('strong', {}, call.title),
  h('div', { class: 'quiet' }, `${call.unitName ?? call.unit} · ${time(call.deadline)}`),
  h('div', { class: 'row' },
    h('span', { class: 'tag strong' }, wordFor(STATES, call.state)),
    call.state === 'PUBLISHED' && h('span', { class: 'tag' }, say(`还有 ${daysUntil(call.deadline)} 天`, `${daysUntil(call.deadline)} days left`))));
