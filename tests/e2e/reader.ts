import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Annotation } from '#core/annotation';
import type { ArticleView } from '#core/contract';
import type { LibrarySnapshot } from '#core/library';
import type {} from '../../renderer/bridge';

/** What a person does in the reader, and what they see there. Panes count from 0. */

/** Chooses words with the mouse: press at the first letter, drag, let go after the last. */
export async function selectWords(page: Page, pane: number, words: string): Promise<void> {
  const ends = await page.evaluate(
    ([index, wanted]) => {
      const texts = document.querySelectorAll<HTMLElement>(`[data-pane="${index}"] [data-start]`);
      const element = [...texts].find((candidate) => candidate.textContent.includes(wanted));
      if (element === undefined) throw new Error(`No paragraph says: ${wanted}`);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const pointAt = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let left = offset;
        let node = walker.nextNode();
        while (node !== null && left > (node.nodeValue ?? '').length) {
          left -= (node.nodeValue ?? '').length;
          node = walker.nextNode();
        }
        if (node === null) throw new Error('offset outside');
        return [node, left];
      };
      const at = element.textContent.indexOf(wanted);
      const boxAt = (offset: number) => {
        const range = document.createRange();
        range.setStart(...pointAt(offset));
        range.setEnd(...pointAt(offset + 1));
        return range.getBoundingClientRect();
      };
      const first = boxAt(at);
      const last = boxAt(at + wanted.length - 1);
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right + 1, y: last.top + last.height / 2 },
      };
    },
    [pane, words] as const,
  );
  await page.mouse.move(Math.ceil(ends.from.x), Math.round(ends.from.y));
  await page.mouse.down();
  await page.mouse.move(Math.round(ends.to.x) - 3, Math.round(ends.to.y), { steps: 4 });
  await page.mouse.move(Math.round(ends.to.x), Math.round(ends.to.y));
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(words);
}

/** The words under the marks of each kind in a pane, joined where one annotation is painted in pieces. */
export function markedWords(page: Page, pane: number): Promise<Record<string, string>> {
  return page.evaluate((index) => {
    const words: Record<string, string> = {};
    for (const mark of document.querySelectorAll<HTMLElement>(`[data-pane="${index}"] mark`)) {
      for (const id of (mark.dataset['ids'] ?? '').split(' '))
        words[id] = (words[id] ?? '') + mark.textContent;
    }
    return words;
  }, pane);
}

export async function snapshotOf(page: Page): Promise<LibrarySnapshot> {
  const reply = await page.evaluate(() => window.bridge.call('library.snapshot', {}));
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as LibrarySnapshot;
}

/** The annotations of an article as the library has them on the disk's side of the bridge. */
export async function annotationsOf(page: Page, articleId: string): Promise<Annotation[]> {
  const reply = await page.evaluate((id) => window.bridge.call('articles.get', { id }), articleId);
  if (!reply.ok) throw new Error(reply.message);
  return (reply.value as ArticleView).annotations;
}

/** Opens an article from the list by its title; in the active pane, or beside it. */
export async function openFromList(page: Page, title: string, beside = false): Promise<void> {
  const item = page.locator('.shelf-item', { hasText: title });
  await item.click(beside ? { modifiers: ['Control'] } : {});
  await expect.poll(() => page.locator('.pane h2').allTextContents()).toContain(title);
}
