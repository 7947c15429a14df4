// What the branch does about a call or a proposal: each act folded away until it is wanted, under the version it was
// thought for, and under one key until it is answered.
import { button, h, resting, say } from './house.js';
import { command } from './http.js';
import { person } from './session.js';
import { showErrors } from './fields.js';
import { trouble, wrong } from './words.js';

const again = () => window.dispatchEvent(new HashChangeEvent('hashchange'));

// An act with fields of its own; body reads them from its form.
export function act(zh, en, path, etag, fields, body, then = again) {
  const said = h('div');
  const form = h('form', { novalidate: true }, said, fields, h('button', { class: 'main' }, say(zh, en)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    resting(event.submitter, () => send(path, etag, body(form), then, (problem) => said.replaceChildren(
      trouble(problem), ...showErrors(form, problem.errors).map((error) => wrong(error)), ...latest(problem))));
  });
  return h('details', { class: 'act' }, h('summary', {}, say(zh, en)), form);
}

// An act without fields, asked for once more before it is done.
export const actAtOnce = (zh, en, path, etag, sure, said, then = again) =>
  button(zh, en, ({ currentTarget }) => resting(currentTarget, async () => {
    if (confirm(sure)) {
      await send(path, etag, {}, then, (problem) => said.replaceChildren(trouble(problem), ...latest(problem)));
    }
  }), 'main');

async function send(path, etag, body, then, refused) {
  try {
    const headers = etag ? { 'If-Match': etag } : {};
    const { data } = await command(`${path} ${etag ?? ''}`, path, { body, headers, token: person().token });
    then(data);
  } catch (problem) {
    refused(problem);
  }
}

const latest = (problem) => problem.status === 412 || problem.status === 409
  ? [h('p', {}, button('看最新的', 'Show the latest', again))]
  : [];
