// A list that is read page by page as somebody asks for more.
import { button, resting } from './house.js';
import { trouble } from './words.js';

// Shows what read() finds, one card each, or nothing; an answer that a later question has overtaken is dropped.
export async function showList(list, read, card, nothing) {
  const asked = (list.asked = {});
  try {
    const page = await read();
    if (list.asked === asked) {
      list.replaceChildren(...(page.items.length ? cards(page, read, card) : [nothing]));
    }
  } catch (problem) {
    list.replaceChildren(trouble(problem, () => showList(list, read, card, nothing)));
  }
}

function cards({ items, next }, read, card) {
  const more = next && button('更多', 'More', ({ currentTarget }) => resting(currentTarget, async () => {
    try {
      more.replaceWith(...cards(await read(next), read, card));
    } catch (problem) {
      more.before(trouble(problem));
    }
  }));
  return [...items.map(card), more].filter(Boolean);
}
