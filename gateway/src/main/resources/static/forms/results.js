// What a closed survey came to, as everybody may see it.
import { h, notice, say } from './house.js';
import { request } from './http.js';
import { trouble } from './words.js';

export async function resultsOf(survey) {
  try {
    const { data } = await request('GET', `${survey}/results`);
    return data.withheld
      ? [notice('', say('答卷不足 5 份，不公布结果。', 'Fewer than 5 answers: nothing is shown.'))]
      : [h('p', {}, say(`共 ${data.answers} 份答卷`, `${data.answers} answers`)), ...data.questions.map((question) => counts(question, data))];
  } catch (problem) {
    return [trouble(problem)];
  }
}

const counts = (question, { answers }) => h('div', { class: 'card' },
  h('h2', {}, question.text),
  question.mean !== null && question.mean !== undefined && h('p', {}, say('平均', 'Mean'), ` ${question.mean}`),
  question.counts.map(({ text, count }) => h('div', { class: 'field' },
    h('div', { class: 'row' }, h('span', {}, text), h('strong', {}, count === null ? say('不公布', 'Withheld') : String(count))),
    count !== null && h('progress', { max: answers, value: count, 'aria-label': text }))));
