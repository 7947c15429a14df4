// One proposal as the branch sees it: what it offers, and what may be done about it now.
import { h, notice, say, time } from './house.js';
import { field } from './fields.js';
import { FIELDS, STATES, STEPS, wordFor } from './words.js';
import { act, actAtOnce } from './act.js';
import { CALLS, decides, staffGet } from './desk.js';
import { content, PROPOSALS } from './proposal.js';

export async function deskProposalPage(id) {
  const path = `${PROPOSALS}/${encodeURIComponent(id)}`;
  const { data: proposal, etag } = await staffGet(path);
  const { data: call } = await staffGet(`${CALLS}/${proposal.callId}`);
  const said = h('div');
  return [
    h('p', {}, h('a', { href: `#/desk/calls/${call.id}` }, `← ${call.title}`)),
    h('h1', {}, proposal.title ?? '（没有标题）'),
    h('div', { class: 'row' },
      h('span', { class: 'tag strong' }, wordFor(STATES, proposal.state)), h('span', {}, proposal.partner)),
    said,
    proposal.reasons.length > 0 && notice(proposal.state === 'ACCEPTED' ? 'good' : '',
      say('理由', 'Reasons'), h('ul', {}, proposal.reasons.map((reason) => h('li', {}, reason)))),
    content(proposal, call, said),
    ...acts(proposal, call, etag, path, said),
    h('h2', {}, say('经过', 'History')),
    h('ol', { class: 'steps' }, proposal.history.map(({ action, at, actor, notes }) => h('li', {},
      wordFor(STEPS, action), ' ', h('span', { class: 'quiet' }, `${actor ?? ''} ${time(at)}`), notes.map((note) => h('div', { class: 'quiet' }, note))))),
  ].filter(Boolean);
}

function acts({ state }, call, etag, path, said) {
  if (!['SUBMITTED', 'IN_TRIAL'].includes(state)) {
    return [];
  }
  return [
    h('h2', {}, say('评审', 'Review')),
    score(call, path),
    state === 'SUBMITTED' && changes(path, etag),
    act('申报利益冲突', 'Declare an interest', `${path}/conflicts`, null,
      [field('reason', '说明', 'What it is', h('textarea', { maxlength: 500 }), '申报后不能给这张英雄帖的申请评分，不能撤回 · You score none of this call’s proposals; it cannot be taken back')],
      ({ elements }) => ({ reason: elements.reason.value })),
    ...(decides() ? [h('h2', {}, say('决定', 'Decision')), decision(path, etag),
      state === 'SUBMITTED' && h('p', {}, actAtOnce('安排试课', 'Put it on trial', `${path}/trial`, etag,
        '让居民先体验，再决定。 Residents try it before it is decided.', said))] : []),
  ].filter(Boolean);
}

const score = (call, path) => act('评分', 'Score', `${path}/scores`, null, [
  field('round', '轮次', 'Round', h('input', { inputmode: 'numeric', maxlength: 1, value: 1 })),
  ...call.criteria.map(({ name, weight }, i) =>
    field(`scores[${i}].points`, `${name}（${weight}%）`, '', h('input', { type: 'number', min: 0, max: 100 }), '0–100')),
], ({ elements }) => ({
  round: whole(elements.round.value),
  scores: call.criteria.map(({ code }, i) => ({ criterion: code, points: whole(elements[`scores[${i}].points`].value) })),
}));

const changes = (path, etag) => act('要求修改', 'Ask for changes', `${path}/change-requests`, etag, [
  h('p', { class: 'quiet' }, say('在要改的地方写明意见。', 'Write your remark where something should change.')),
  ...Object.entries(FIELDS).map(([name, words]) => field(`remark.${name}`, ...words, h('input', { maxlength: 1000 }))),
  h('div', { class: 'field', 'data-field': 'remarks' }, h('div', { class: 'says' })),
], (form) => ({
  remarks: Object.keys(FIELDS)
    .map((name) => ({ field: name, remark: form.elements[`remark.${name}`].value.trim() }))
    .filter(({ remark }) => remark),
}));

const decision = (path, etag) => act('通过或不通过', 'Accept or reject', `${path}/decision`, etag, [
  h('fieldset', { class: 'field', 'data-field': 'accepted' },
    h('legend', {}, say('决定', 'Decision')),
    h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'accepted', value: 'true' }), say('通过', 'Accept')),
    h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'accepted', value: 'false' }), say('不通过', 'Reject')),
    h('div', { class: 'says' })),
  field('reasons', '理由，一行一条', 'Reasons, one a line', h('textarea', {}), '会告诉合伙人 · The partner is told'),
], ({ elements }) => ({
  accepted: elements.accepted.value ? elements.accepted.value === 'true' : null,
  reasons: elements.reasons.value.split('\n').map((line) => line.trim()).filter(Boolean),
}));

const whole = (text) => (/^[0-9]+$/.test(text.trim()) ? Number(text) : null);
