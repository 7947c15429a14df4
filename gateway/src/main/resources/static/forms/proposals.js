// The way of a proposal for people: which page stands behind which address, and who is signed in.
import { button, h, say, waiting } from './house.js';
import { finishSignIn, person, signIn, signOut } from './session.js';
import { trouble } from './words.js';
import { callPage, callsPage } from './calls.js';
import { ownPage, proposalPage } from './proposal.js';
import { editPage, proposePage } from './propose.js';
import { registerPage } from './register.js';
import { deskPage, isStaff } from './desk.js';
import { editCallPage, newCallPage } from './deskform.js';
import { deskCallPage } from './deskcall.js';
import { deskProposalPage } from './deskproposal.js';

const PAGES = [
  [/^#\/calls\/([^/]+)$/, callPage],
  [/^#\/calls\/([^/]+)\/propose$/, proposePage, 'signed in'],
  [/^#\/proposals$/, ownPage, 'signed in'],
  [/^#\/proposals\/([^/]+)$/, proposalPage, 'signed in'],
  [/^#\/proposals\/([^/]+)\/edit$/, editPage, 'signed in'],
  [/^#\/register$/, registerPage, 'signed in'],
  [/^#\/surveys\/([^/]+)$/, toSurvey],
  [/^#\/desk$/, deskPage, 'signed in'],
  [/^#\/desk\/new$/, newCallPage, 'signed in'],
  [/^#\/desk\/calls\/([^/]+)$/, deskCallPage, 'signed in'],
  [/^#\/desk\/calls\/([^/]+)\/edit$/, editCallPage, 'signed in'],
  [/^#\/desk\/proposals\/([^/]+)$/, deskProposalPage, 'signed in'],
  [/^/, callsPage],
];

const main = document.querySelector('main');
let turn = 0;

async function show() {
  const mine = ++turn;
  top();
  main.replaceChildren(waiting());
  const [pattern, page, signedIn] = PAGES.find(([address]) => address.test(location.hash));
  const content = signedIn && !person() ? toSignIn() : await built(page, pattern.exec(location.hash)[1]);
  if (mine === turn) {
    main.replaceChildren(...content);
    window.scrollTo(0, 0);
  }
}

async function built(page, id) {
  try {
    return [await page(id)].flat();
  } catch (problem) {
    return problem.type === 'unauthenticated' ? [trouble(problem), ...toSignIn()] : [trouble(problem, show)];
  }
}

// Whoever signed in to answer a survey goes back to it.
function toSurvey(id) {
  location.replace(`/forms/survey?id=${id}`);
  return [];
}

const toSignIn = () => [
  h('h1', {}, say('请先登录', 'Please sign in')),
  h('p', {}, say('登录后会回到这里。', 'You will come back to this page.')),
  button('登录', 'Sign in', enter, 'main'),
];

function top() {
  const me = person();
  document.querySelector('header.top').replaceChildren(
    h('a', { class: 'name', href: '#/' }, '邻里 · 英雄帖'),
    isStaff(me)
      ? h('a', { href: '#/desk' }, say('工作台', 'Desk'))
      : h('a', { href: '#/proposals' }, say('我的申请', 'My proposals')),
    me ? h('span', { class: 'quiet' }, me.name) : '',
    me ? button('退出', 'Sign out', leave, 'plain') : button('登录', 'Sign in', enter, 'plain'),
  );
}

const enter = () => signIn().catch((problem) => main.prepend(trouble(problem)));

function leave() {
  if (confirm('退出后，没有保存的内容会从这台设备上删除。 What is not saved will be removed from this device.')) {
    signOut().catch(() => location.assign('/forms'));
  }
}

window.addEventListener('hashchange', show);
finishSignIn().then(show, (problem) => show().then(() => main.prepend(trouble(problem))));
