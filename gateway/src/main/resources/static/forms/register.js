// Registering as a partner, once a person.
import { button, h, notice, resting, say } from './house.js';
import { command, request } from './http.js';
import { person } from './session.js';
import { choices, field, keepTyped, showErrors } from './fields.js';
import { trouble, wrong } from './words.js';

// The partner that the person signed in acts for, or undefined.
export async function ownPartner() {
  const { data } = await request('GET', '/api/partner/partners?limit=1', { token: person().token });
  return data.items[0];
}

const KINDS = { FIRM: ['单位：公司、机构、工作室', 'Firm'], PERSON: ['个人', 'Person'] };

// Where somebody wanted to go when they had to register first.
export const goOnTo = (place) => sessionStorage.setItem('linli.go-on', place);

export async function registerPage() {
  const partner = await ownPartner();
  if (partner) {
    return [h('h1', {}, say('您已登记', 'You are registered')), h('p', {}, partner.name), h('a', { href: '#/' }, say('看英雄帖', 'Open calls'))];
  }
  const form = h('form', { novalidate: true, autocomplete: 'on' });
  const said = h('div');
  const register = button('登记', 'Register', ({ currentTarget }) => resting(currentTarget, () => send(form, said, kept)), 'main');
  form.append(
    said,
    field('name', '名称', 'Name', h('input', { maxlength: 200, autocomplete: 'organization' }), '单位全称或本人姓名 · As on the licence or the card'),
    choices('kind', '身份', 'You are', 'radio', KINDS, ['FIRM']),
    field('creditCode', '统一社会信用代码', 'Credit code', h('input', { maxlength: 18, autocapitalize: 'characters' }), '18 位 · 18 characters'),
    field('identityNumber', '身份证号', 'Identity number', h('input', { maxlength: 18, 'data-private': '' }), '加密保存，只显示后几位 · Sealed, shown as a mask'),
    field('phone', '电话', 'Telephone', h('input', { type: 'tel', maxlength: 20, 'data-private': '' })),
    field('bankAccount', '收款账号（可以以后再填）', 'Bank account, now or later', h('input', { inputmode: 'numeric', maxlength: 40, 'data-private': '' }), '加密保存 · Sealed'),
    register,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  const kept = keepTyped(form, `register.${person().subject}`);
  const fit = () => fitToKind(form);
  form.addEventListener('change', fit);
  fit();
  return [
    h('h1', {}, say('登记为合伙人', 'Register as a partner')),
    h('p', { class: 'quiet' }, say('只需登记一次。团队、证照可以以后补充。', 'Once; team and licences can follow later.')),
    form,
  ];
}

function fitToKind(form) {
  const firm = form.querySelector('[name="kind"]:checked')?.value !== 'PERSON';
  form.querySelector('[data-field="creditCode"]').hidden = !firm;
  form.querySelector('[data-field="identityNumber"]').hidden = firm;
}

async function send(form, said, kept) {
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  delete given[given.kind === 'PERSON' ? 'creditCode' : 'identityNumber'];
  try {
    await command(`register.${person().subject}`, '/api/partner/partners', { body: given, token: person().token });
    kept.forget();
    const place = sessionStorage.getItem('linli.go-on') ?? '#/';
    sessionStorage.removeItem('linli.go-on');
    location.replace(place);
  } catch (problem) {
    if (problem.type === 'already-registered') {
      location.replace('#/');
      return;
    }
    said.replaceChildren(trouble(problem));
    const homeless = showErrors(form, problem.errors ?? []);
    said.append(...homeless.map((error) => notice('bad', error.field, wrong(error))));
  }
}
