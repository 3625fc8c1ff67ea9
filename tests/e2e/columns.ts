import type { Page } from 'playwright-core';

/** What a person does with the mouse in the columns of a comparison. */

type Side = 'left' | 'right';

/** Where words of a column begin and end on the screen: the middle of their first and of their last letter. */
const endsOf = (page: Page, side: Side, words: string) =>
  page.evaluate(
    ([column, wanted]) => {
      const texts = [...document.querySelectorAll(`.cmp-cell.${column} .cmp-text`)];
      const text = texts.find((candidate) => candidate.textContent.includes(wanted));
      if (text === undefined) throw new Error(`No paragraph says: ${wanted}`);
      text.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const letters: { node: Node; offset: number }[] = [];
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let offset = 0; offset < (node.nodeValue ?? '').length; offset++) letters.push({ node, offset });
      }
      const at = text.textContent.indexOf(wanted);
      const [first, last] = [at, at + wanted.length - 1].map((index) => {
        const range = document.createRange();
        const letter = letters[index];
        if (letter === undefined) throw new Error('outside');
        range.setStart(letter.node, letter.offset);
        range.setEnd(letter.node, letter.offset + 1);
        return range.getBoundingClientRect();
      });
      if (first === undefined || last === undefined) throw new Error('outside');
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right, y: last.top + last.height / 2 },
      };
    },
    [side, words] as const,
  );

/** The words that look selected. */
export const selected = (page: Page) => page.evaluate(() => getSelection()?.toString().trim());

/** Drags the mouse from the first letter of some words to the last one of others. */
export async function drag(page: Page, side: Side, first: string, last = first): Promise<void> {
  const { from } = await endsOf(page, side, first);
  const { to } = await endsOf(page, side, last);
  await page.mouse.move(Math.ceil(from.x), Math.round(from.y));
  await page.mouse.down();
  await page.mouse.move(Math.round(to.x) - 3, Math.round(to.y), { steps: 5 });
  await page.mouse.move(Math.round(to.x), Math.round(to.y));
  await page.mouse.up();
}
