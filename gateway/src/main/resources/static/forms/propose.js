// The form of a proposal: first, again, and amended after remarks. What is typed stays on this device until it is saved.
import { button, h, notice, resting, say } from './house.js';
import { person } from './session.js';
import { choices, field, keepTyped, showErrors } from './fields.js';
import { FIELDS, MODES, trouble, wrong } from './words.js';
import { readCall } from './calls.js';
import { goOnTo, ownPartner } from './register.js';
import { ownProposals, readProposal } from './proposal.js';
import { Saving } from './saving.js';
import { documentField } from './attach.js';

const OVER = ['WITHDRAWN', 'REJECTED', 'EXPIRED'];

export async function proposePage(callId) {
  if (!(await ownPartner())) {
    goOnTo(location.hash);
    location.replace('#/register');
    return [];
  }
  const { items } = await ownProposals({ call: callId });
  const mine = items.find(({ state }) => !OVER.includes(state));
  if (mine) {
    location.replace(`#/proposals/${mine.id}${['DRAFT', 'NEEDS_CHANGES'].includes(mine.state) ? '/edit' : ''}`);
    return [];
  }
  return page(await readCall(callId), null, null, items.length);
}

export async function editPage(id) {
  const { data, etag } = await readProposal(id);
  return page(await readCall(data.callId), data, etag);
}

function page(call, proposal, etag, before) {
  const form = h('form', { novalidate: true });
  const said = h('div');
  form.append(...fields(call, proposal ?? {}), actions());
  remark(form, proposal?.remarks ?? []);
  const kept = keepTyped(form, `proposal.${person().subject}.${call.id}`);
  const saving = new Saving(call, proposal, etag, before);
  if (kept.restored) {
    said.append(notice('', say('已恢复上次没有保存的内容。', 'What you typed last time is back.'), ' ',
      button('不要了', 'Discard', () => { kept.forget(); again(); }, 'plain')));
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    resting(event.submitter, () => send(form, said, kept, saving, event.submitter.value));
  });
  return [h('h1', {}, say('申请', 'Propose')), h('p', {}, h('a', { href: `#/calls/${call.id}` }, call.title)), said, form];
}

const fields = (call, proposal) => [
  field('title', ...FIELDS.title, h('input', { maxlength: 200, value: proposal.title })),
  field('summary', ...FIELDS.summary, h('textarea', { maxlength: 4000 }, proposal.summary ?? ''), '内容、时间、人员、每班人数 · What, when, who, how many'),
  choices('mode', ...FIELDS.mode, 'radio', Object.fromEntries(call.modes.map((mode) => [mode, MODES[mode]])),
    [proposal.mode ?? (call.modes.length === 1 ? call.modes[0] : null)]),
  field('priceYuan', ...FIELDS.priceYuan, amount(proposal.priceYuan), '志愿积分不用填 · Not for volunteers'),
  field('marketPriceYuan', ...FIELDS.marketPriceYuan, amount(proposal.marketPriceYuan), '同样的服务在外面的价格 · The same elsewhere'),
  field('sharePercent', ...FIELDS.sharePercent, amount(proposal.sharePercent), '收入中返还社区的部分，空间共营必填 · Needed for venue co-operation'),
  field('benefitSessions', ...FIELDS.benefitSessions, h('input', { inputmode: 'numeric', value: proposal.benefitSessions })),
  ...call.documents.map((asked) => documentField(asked, proposal.documents ?? [])),
];

const amount = (value) => h('input', { inputmode: 'decimal', maxlength: 20, value });

const actions = () => h('div', { class: 'row' },
  h('button', { class: 'main', value: 'submit' }, say('提交', 'Submit')),
  h('button', { value: 'save' }, say('保存草稿', 'Save draft')));

// Remarks of the branch stand beside what they are about.
function remark(form, remarks) {
  for (const { field: name, remark: text } of remarks) {
    const at = form.querySelector(`[data-field^="${CSS.escape(name)}"] .says`);
    at ? at.append(h('div', { class: 'remark' }, text)) : form.prepend(notice('', `${name}：${text}`));
  }
}

async function send(form, said, kept, saving, what) {
  try {
    await (what === 'submit' ? saving.submit(form) : saving.save(form));
    kept.forget();
    if (what === 'submit') {
      location.replace(`#/proposals/${saving.id}`);
      return;
    }
    showErrors(form, []);
    said.replaceChildren(notice('good', say('已保存为草稿。', 'Saved as a draft.')));
  } catch (problem) {
    if (saving.isOver) {
      kept.forget();
      location.replace(`#/proposals/${saving.id}`);
      return;
    }
    said.replaceChildren(trouble(problem), ...wayOut(problem, saving));
    const homeless = showErrors(form, problem.errors, documentRow);
    said.append(...(problem.status === 412 ? [] : homeless.map((error) => wrong(error))));
  }
  said.scrollIntoView({ block: 'center' });
}

// Changed in another window meanwhile: the person says which of the two counts.
function wayOut(problem, saving) {
  return problem.type === 'changed-meanwhile'
    ? [h('div', { class: 'row' },
      button('用我这里的内容（再次提交）', 'Keep mine and send again', ({ currentTarget }) => { saving.overrule(); currentTarget.disabled = true; }),
      button('看最新的', 'Show the latest', again))]
    : [];
}

// Documents are named in the reason of their error.
const documentRow = (form, { field: name, reason }) =>
  name.startsWith('documents') ? form.querySelector(`[data-document="${CSS.escape(reason.split(': ')[1] ?? '')}"]`) : null;

const again = () => window.dispatchEvent(new HashChangeEvent('hashchange'));
