// One document that the call asks for: chosen, sent in pieces, kept by its id.
import { button, h, say } from './house.js';
import { person } from './session.js';
import { trouble } from './words.js';
import { upload } from './upload.js';

const TYPES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx';
const LARGEST = 50 * 1024 * 1024;

// The hidden input holds "<id> <file's name>", so that it is kept with what is typed.
export function documentField({ code, name, required }, attached) {
  const present = attached.find((one) => one.code === code);
  const value = h('input', { type: 'hidden', name: `document.${code}`, value: present ? `${present.documentId} ${name}` : '' });
  const chooser = h('input', { type: 'file', accept: TYPES, id: `file-${code}` });
  const shown = h('div', { 'aria-live': 'polite' });
  const says = h('div', { class: 'says' });
  const row = h('div', { class: 'field', 'data-field': `documents.${code}`, 'data-document': code },
    h('label', { for: chooser.id }, name, ' ', required ? say('必交', 'required') : say('可选', 'optional')),
    h('div', { class: 'hint' }, 'PDF、图片、Word、Excel，不超过 50 MB'),
    value, shown, chooser, says);
  const show = () => shown.replaceChildren(...state(value, chooser, show));
  chooser.addEventListener('change', () => chooser.files[0] && attach(chooser.files[0], value, chooser, shown, says, show));
  // After the form has put back what was typed last time.
  queueMicrotask(show);
  return row;
}

function state(value, chooser, show) {
  chooser.hidden = value.value !== '';
  return value.value
    ? [h('p', {}, `✓ ${value.value.split(' ').slice(1).join(' ')} `, button('换一份', 'Replace', () => put(value, '', show), 'plain'))]
    : [];
}

function put(value, text, show) {
  value.value = text;
  value.dispatchEvent(new Event('input', { bubbles: true }));
  show();
}

async function attach(file, value, chooser, shown, says, show) {
  says.replaceChildren();
  if (file.size > LARGEST || file.size === 0) {
    says.append(h('div', { class: 'wrong' }, file.size ? say('超过 50 MB', 'Larger than 50 MB') : say('文件是空的', 'The file is empty')));
    chooser.value = '';
    return;
  }
  const bar = h('progress', { max: 1, 'aria-label': '上传 Upload' });
  shown.replaceChildren(bar, h('span', { class: 'quiet' }, file.name));
  chooser.disabled = true;
  try {
    const { token, subject } = person() ?? {};
    const id = await upload(file, { token, subject, progress: (share) => { bar.value = share; } });
    put(value, `${id} ${file.name}`, show);
  } catch (problem) {
    shown.replaceChildren();
    says.append(trouble(problem, () => attach(file, value, chooser, shown, says, show)));
  } finally {
    chooser.disabled = false;
  }
}
