// The public form of a survey: one answer a person, by a printed code (which may stand behind # in the address) or signed
// in. Nothing that is typed is kept on the device, for it may be a neighbour's.
import { button, empty, h, notice, resting, say, waiting } from './house.js';
import { request } from './http.js';
import { person, signIn } from './session.js';
import { choices, field, showErrors } from './fields.js';
import { trouble, wrong } from './words.js';
import { resultsOf } from './results.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const open = `/api/partner/public/surveys/${encodeURIComponent(id)}`;
const main = document.querySelector('main');

async function show() {
  main.replaceChildren(waiting());
  try {
    const { data } = await request('GET', open);
    document.title = `${data.title} · 邻里 Linli`;
    main.replaceChildren(...head(data), ...(await body(data)));
  } catch (problem) {
    main.replaceChildren(problem.status === 404
      ? empty('没有找到这份调查，请核对地址。', 'There is no such survey; please check the address.')
      : trouble(problem, show));
  }
}

const head = (survey) => [
  h('h1', {}, survey.title),
  h('p', { class: 'quiet' }, `${survey.unitName ?? survey.unit} · ${survey.opensOn} – ${survey.closesOn}`),
  survey.introduction && h('p', { class: 'text' }, survey.introduction),
].filter(Boolean);

async function body(survey) {
  if (survey.state === 'CLOSED') {
    return [notice('', say('调查已结束，谢谢大家。', 'This survey is closed. Thank you.')), ...(await resultsOf(open))];
  }
  if (!survey.takesAnswers) {
    return [notice('', say(`${survey.opensOn} 开始作答。`, `Answers are taken from ${survey.opensOn} on.`))];
  }
  return survey.admission === 'RESIDENT' && !person() ? toSignIn() : [form(survey)];
}

// The provider sends people back to /forms only, which knows the way here.
const toSignIn = () => [
  h('p', {}, say('本调查需登录后作答，每人一次；答案不与姓名一起保存。',
    'Sign in to answer, once a person; answers are kept without names.')),
  button('登录', 'Sign in', () => {
    history.replaceState(null, '', `${location.search}#/surveys/${id}`);
    signIn().catch((problem) => main.append(trouble(problem)));
  }, 'main'),
];

function form(survey) {
  const said = h('div');
  const made = h('form', { novalidate: true },
    survey.admission === 'CODE' && codeField(),
    survey.admission === 'CODE' && receiptField(),
    survey.questions.map(asked),
    survey.groups.map((group) => ticked('groups', group, 'radio', { ...worded(group.values), '': ['不想说', 'Rather not say'] })),
    h('p', { class: 'quiet' }, say('不记名；少于 5 人的分组不公布。', 'Anonymous; groups of fewer than 5 are never shown.')),
    h('div', { class: 'row' }, h('button', { class: 'main' }, say('提交', 'Send'))),
    said);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    resting(event.submitter, () => send('POST', survey, made, said));
  });
  return made;
}

function codeField() {
  const typed = h('input', { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 40 });
  typed.value = decodeURIComponent(location.hash.slice(1));
  return field('code', '答题码', 'Your code', typed, '印在领到的纸条上，12 位 · 12 characters, as printed');
}

const receiptField = () => field('receipt', '回执（仅修改时填写）', 'Receipt, only to correct an answer',
  h('input', { autocomplete: 'off', spellcheck: 'false', maxlength: 100 }), '第一次提交后给出 · Given after the first time');

const asked = (question) => {
  switch (question.kind) {
    case 'TEXT':
      return field(`answers.${question.code}`, question.text, mark(question), h('textarea', { maxlength: 500 }),
        '请勿填写姓名、电话等个人信息 · No names or numbers, please');
    case 'MULTIPLE':
      return ticked('answers', question, 'checkbox', worded(question.options), '可多选 any number');
    case 'SCALE':
      return ticked('answers', question, 'radio', { ...worded(question.options), 1: ['1', 'least 最低'], 5: ['5', 'most 最高'] });
    default:
      return ticked('answers', question, 'radio', worded(question.options));
  }
};

const ticked = (list, one, type, options, hint) =>
  choices(`${list}.${one.code}`, one.text, [hint, mark(one)].filter(Boolean).join(' · '), type, options);

const mark = ({ required }) => (required ? '必答 needed' : '');

const worded = (options) => Object.fromEntries(options.map(({ code, text }) => [code, [text, '']]));

function answerOf(survey, made) {
  const typed = new FormData(made);
  return {
    code: typed.get('code') ?? undefined,
    receipt: typed.get('receipt')?.trim() || undefined,
    groups: survey.groups.map(({ code }) => ({ group: code, value: typed.get(`groups.${code}`) })).filter(({ value }) => value),
    answers: survey.questions.map(({ code, kind }) => (kind === 'TEXT'
      ? { question: code, text: typed.get(`answers.${code}`) }
      : { question: code, choices: typed.getAll(`answers.${code}`) })),
  };
}

async function send(method, survey, made, said) {
  const signedIn = survey.admission === 'RESIDENT';
  const path = `${signedIn ? `/api/partner/surveys/${encodeURIComponent(id)}` : open}/answers`;
  said.replaceChildren();
  try {
    const { data } = await request(method, path, { body: answerOf(survey, made), token: signedIn ? person()?.token : undefined });
    main.replaceChildren(...head(survey), notice('good',
      say('已收到，谢谢！结束前可以修改。', 'Thank you, it is counted. You may change it until the end.')),
    ...(data?.receipt ? [h('p', {}, say('修改时需要答题码和这张回执，请自己记下：', 'To change it keep this receipt beside your code:')),
      h('p', {}, h('strong', {}, data.receipt))] : []));
    window.scrollTo(0, 0);
  } catch (problem) {
    said.append(trouble(problem));
    if (problem.type === 'already-answered' && (signedIn || new FormData(made).get('receipt'))) {
      said.append(button('用现在的答案替换', 'Replace my earlier answer', ({ currentTarget }) =>
        resting(currentTarget, () => send('PUT', survey, made, said))));
    }
    said.append(...showErrors(made, problem.errors).map((error) => wrong(error)));
  }
}

show();
