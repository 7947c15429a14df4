// What every form is built from: elements, words in two languages, and the states of waiting, nothing and trouble.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

// Chinese with English beside it.
export const say = (zh, en) => h('span', {}, h('span', { lang: 'zh' }, zh), en && ' ', en && h('span', { lang: 'en' }, en));

export const notice = (kind, ...children) =>
  h('div', { class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, ...children);

export const waiting = () => h('p', { class: 'empty quiet', role: 'status' }, say('请稍候…', 'One moment…'));

export const empty = (zh, en, ...more) => h('div', { class: 'empty quiet' }, h('p', {}, say(zh, en)), ...more);

export const button = (zh, en, onclick, kind = '') => h('button', { type: 'button', class: kind, onclick }, say(zh, en));

// Runs work once at a time: its button rests until it has ended.
export async function resting(pressed, work) {
  pressed.disabled = true;
  try {
    return await work();
  } finally {
    pressed.disabled = false;
  }
}

const days = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

export const time = (instant) => days.format(new Date(instant));

// Whole days from now on until the instant, at least 0.
export const daysUntil = (instant) => Math.max(0, Math.floor((new Date(instant) - Date.now()) / 86_400_000));
