// A partner's own proposals: the list, and one with its state, remarks, reasons and history.
import { button, empty, h, notice, resting, say, time } from './house.js';
import { command, request } from './http.js';
import { freshToken, person } from './session.js';
import { FIELDS, MODES, STATES, STEPS, trouble, wordFor } from './words.js';
import { readCall } from './calls.js';

export const PROPOSALS = '/api/partner/proposals';
const WITHDRAWABLE = ['DRAFT', 'SUBMITTED', 'NEEDS_CHANGES', 'IN_TRIAL'];
const EDITABLE = ['DRAFT', 'NEEDS_CHANGES'];

export async function ownPage() {
  const toCalls = h('a', { class: 'button', href: '#/' }, say('看英雄帖', 'Open calls'));
  try {
    const { items } = await ownProposals();
    return [
      h('h1', {}, say('我的申请', 'My proposals')),
      ...(items.length ? items.map(card) : [empty('还没有申请。', 'No proposal yet.', toCalls)]),
    ];
  } catch (problem) {
    if (problem.type !== 'not-registered') {
      throw problem;
    }
    return [empty('您还没有登记为合伙人。', 'You are not registered yet.', h('a', { class: 'button main', href: '#/register' }, say('登记', 'Register')))];
  }
}

export async function ownProposals(filter = {}) {
  const asked = new URLSearchParams({ limit: 200, ...filter });
  return (await request('GET', `${PROPOSALS}?${asked}`, { token: person().token })).data;
}

const card = (proposal) => h('a', { class: 'card', href: `#/proposals/${proposal.id}` },
  h('strong', {}, proposal.title ?? '（没有标题）'),
  h('div', { class: 'quiet' }, proposal.unitName ?? proposal.unit),
  h('div', { class: 'row' }, stateOf(proposal)));

const stateOf = ({ state }) => h('span', { class: 'tag strong' }, wordFor(STATES, state));

export const readProposal = (id) =>
  request('GET', `${PROPOSALS}/${encodeURIComponent(id)}`, { token: person().token });

export async function proposalPage(id) {
  const { data: proposal, etag } = await readProposal(id);
  const call = await readCall(proposal.callId).catch(() => null);
  const said = h('div');
  return [
    h('h1', {}, proposal.title ?? '（没有标题）'),
    h('div', { class: 'row' }, stateOf(proposal), h('span', {}, proposal.unitName ?? proposal.unit)),
    call && h('p', {}, h('a', { href: `#/calls/${call.id}` }, `英雄帖：${call.title}`)),
    said,
    proposal.remarks.length > 0 && remarks(proposal),
    proposal.reasons.length > 0 && notice(proposal.state === 'ACCEPTED' ? 'good' : '',
      say('理由', 'Reasons'), h('ul', {}, proposal.reasons.map((reason) => h('li', {}, reason)))),
    content(proposal, call, said),
    h('div', { class: 'row' },
      EDITABLE.includes(proposal.state)
        && h('a', { class: 'button main', href: `#/proposals/${id}/edit` }, say('修改并提交', 'Amend and submit')),
      WITHDRAWABLE.includes(proposal.state)
        && button('撤回', 'Withdraw', ({ currentTarget }) => resting(currentTarget, () => withdraw(proposal, etag, said)))),
    h('h2', {}, say('经过', 'History')),
    h('ol', { class: 'steps' }, proposal.history.map(step)),
  ].filter(Boolean);
}

const remarks = (proposal) => notice('',
  h('strong', {}, say('请修改后再次提交', 'Changes are asked for')),
  h('ul', {}, proposal.remarks.map(({ field, remark }) => h('li', {}, say(...(FIELDS[field] ?? [field])), `：${remark}`))));

export function content(proposal, call, said) {
  const shown = { ...proposal, mode: proposal.mode && wordFor(MODES, proposal.mode) };
  const rows = Object.entries(FIELDS).filter(([name]) => shown[name] !== undefined && shown[name] !== null && name !== 'documents');
  return h('div', { class: 'card' },
    h('dl', {}, rows.map(([name, words]) => [h('dt', {}, say(...words)), h('dd', {}, shown[name])])),
    proposal.documents.map(({ code, documentId }) => h('p', {},
      button(nameOf(call, code), '', () => open(proposal, documentId, said), 'plain'))));
}

const nameOf = (call, code) => call?.documents.find((asked) => asked.code === code)?.name ?? code;

const step = ({ action, at, notes }) =>
  h('li', {}, wordFor(STEPS, action), ' ', h('span', { class: 'quiet' }, time(at)), notes.map((note) => h('div', { class: 'quiet' }, note)));

async function withdraw({ id }, etag, said) {
  if (!confirm('撤回后不能再提交这份申请。 A withdrawn proposal cannot be submitted again.')) {
    return;
  }
  try {
    await command(`withdraw ${id} ${etag}`, `${PROPOSALS}/${id}/withdrawal`, { token: person().token, headers: { 'If-Match': etag } });
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } catch (problem) {
    said.replaceChildren(trouble(problem));
  }
}

async function open({ id }, document, said) {
  const answer = await fetch(`${PROPOSALS}/${id}/documents/${document}/content`, { headers: { Authorization: `Bearer ${await freshToken(person().token)}` } })
    .catch(() => null);
  if (!answer?.ok) {
    said.replaceChildren(notice('bad', say('文件打不开，请再试一次', 'The document could not be opened; try again')));
    return;
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await answer.blob());
  h('a', { href: address, download: decodeURIComponent(name ?? 'document') }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
