// One call as its unit sees it: what may be done with it now, and the proposals that came, ranked where they are scored.
import { empty, h, notice, say, time } from './house.js';
import { field } from './fields.js';
import { MODES, STATES, STEPS, wordFor } from './words.js';
import { act, actAtOnce } from './act.js';
import { CALLS, decides, staffGet } from './desk.js';
import { shanghai } from './deskform.js';

export async function deskCallPage(id) {
  const path = `${CALLS}/${encodeURIComponent(id)}`;
  const [{ data: call, etag }, { data: proposals }, { data: ranking }] = await Promise.all([
    staffGet(path), staffGet(`/api/partner/proposals?call=${encodeURIComponent(id)}&limit=1000`), staffGet(`${path}/ranking`)]);
  const said = h('div');
  return [
    h('p', {}, h('a', { href: '#/desk' }, say('← 工作台', 'Desk'))),
    h('h1', {}, call.title),
    h('div', { class: 'row' },
      h('span', { class: 'tag strong' }, wordFor(STATES, call.state)), h('span', {}, call.unitName ?? call.unit),
      h('span', { class: 'quiet' }, say('截止', 'Until'), ` ${time(call.deadline)}`)),
    call.reason && notice('', call.reason),
    said,
    h('p', { class: 'text' }, call.seeking),
    call.conditions && h('p', { class: 'text quiet' }, call.conditions),
    h('div', { class: 'row' }, call.modes.map((mode) => h('span', { class: 'tag' }, wordFor(MODES, mode)))),
    ...acts(call, etag, path, said),
    h('h2', {}, say('收到的申请', 'Proposals')),
    ...received(call, proposals.items, ranking),
    h('h2', {}, say('经过', 'History')),
    h('ol', { class: 'steps' }, call.history.map(({ action, at, reason }) => h('li', {},
      wordFor(STEPS, action), ' ', h('span', { class: 'quiet' }, time(at)), reason && h('div', { class: 'quiet' }, reason)))),
  ].filter(Boolean);
}

function acts(call, etag, path, said) {
  const edit = h('p', {}, h('a', { class: 'button', href: `#/desk/calls/${call.id}/edit` }, say('修改', 'Amend')));
  if (!decides()) {
    return call.state === 'DRAFT' ? [edit, h('p', { class: 'quiet' }, say('由负责人发布。', 'The head publishes it.'))] : [];
  }
  const reason = () => field('reason', '理由', 'Reason', h('textarea', { maxlength: 500 }), '会公开 · Shown to everybody');
  const cancel = act('取消', 'Cancel it', `${path}/cancellation`, etag, [reason()], ({ elements }) => ({ reason: elements.reason.value }));
  const publish = actAtOnce('发布', 'Publish', `${path}/publication`, etag, '发布后所有人都能看到并申请。 Everybody will see it.', said);
  const extend = act('延期', 'Extend', `${path}/extension`, etag,
    [field('deadline', '新的截止（北京时间）', 'New deadline, Shanghai time', h('input', { type: 'datetime-local', value: shanghai(call.deadline) })), reason()],
    ({ elements }) => ({
      deadline: elements.deadline.value ? new Date(`${elements.deadline.value}:00+08:00`).toISOString() : null,
      reason: elements.reason.value,
    }));
  const close = actAtOnce('提前截止', 'Close now', `${path}/closure`, etag, '截止后不再接受申请。 It will take no proposals any more.', said);
  return { DRAFT: [h('div', { class: 'row' }, publish, edit), cancel], PUBLISHED: [extend, cancel, h('p', {}, close)] }[call.state] ?? [];
}

function received(call, proposals, ranking) {
  if (!proposals.length) {
    return [empty('还没有申请。', 'None yet.')];
  }
  const place = new Map(ranking.places.map((one) => [one.proposalId, one]));
  const order = ({ id }) => place.get(id)?.place ?? Infinity;
  return [
    ranking.round > 0 && h('p', { class: 'quiet' }, say(`第 ${ranking.round} 轮评分，按权重合计`, `Round ${ranking.round}, weighted`)),
    ...[...proposals].sort((a, b) => order(a) - order(b) || 0).map((proposal) => card(call, proposal, place.get(proposal.id))),
  ].filter(Boolean);
}

const card = (call, { id, title, partner, state }, scored) => h('a', { class: 'card', href: `#/desk/proposals/${id}` },
  h('strong', {}, scored && `${scored.place}. `, title ?? '（没有标题）'),
  h('div', { class: 'quiet' }, partner),
  h('div', { class: 'row' },
    h('span', { class: 'tag strong' }, wordFor(STATES, state)),
    scored && h('span', { class: 'tag' }, `${scored.total}（${scored.reviewers} 人评 scored by ${scored.reviewers}）`)),
  scored && h('p', { class: 'quiet' }, scored.parts.map((part) =>
    `${call.criteria.find(({ code }) => code === part.criterion)?.name ?? part.criterion} ${part.mean} × ${part.weight}%`).join('；')));
