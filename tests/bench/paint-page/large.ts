import type { AnyEvent, ArticleView } from '#core/contract';
import type {} from '../../../renderer/bridge';
import { drawn, frame, once, painted, rest, Watch } from './frames';

/** What paint-large.bench.ts measures inside the app's window. Times in milliseconds. */

const PANE = '[data-pane="0"]';
const marksIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('mark')];
const idsOf = (mark: HTMLElement): string[] => (mark.dataset['ids'] ?? '').split(' ');

function scrollerOf(): HTMLElement {
  const scroller = document.querySelector<HTMLElement>(`${PANE} .pane-scroll`);
  if (scroller === null) throw new Error('No article is open.');
  return scroller;
}

/** The block in the middle of the window. Asking every block for its place would lay all of them out. */
function blockInSight(): HTMLElement {
  const { left, top, width, height } = scrollerOf().getBoundingClientRect();
  for (let share = 0.5; share < 0.9; share += 0.02) {
    const found = document.elementFromPoint(left + width / 2, top + height * share);
    const text = found?.closest<HTMLElement>('[data-start]');
    if (text != null) return text;
  }
  throw new Error('No block is in sight.');
}

/** The call alone, as the page makes it: the reply comes as text. */
async function got(id: string): Promise<number> {
  await rest();
  const start = performance.now();
  JSON.parse(await window.bridge.callForText('articles.get', { id }));
  return performance.now() - start;
}

/** From a click in the list until the first screen stands with its marks. */
async function openedLarge(id: string): Promise<{ time: number; whole: number }> {
  const item = document.querySelector<HTMLElement>(`.shelf-item[data-article="${id}"]`);
  if (item === null) throw new Error('The list does not show the article.');
  await rest();
  const shown = once(
    () =>
      document.querySelector(`${PANE} h2`)?.textContent === item.title &&
      document.querySelector(`${PANE} mark`) !== null,
  );
  const start = performance.now();
  item.click();
  await shown;
  await frame();
  const time = (await painted()) - start;
  if (blockInSight().closest('.portion')?.querySelector('mark') == null)
    throw new Error('No mark is in sight.');
  while (document.querySelector(`${PANE} .rows > :empty`) !== null) await frame();
  return { time, whole: performance.now() - start };
}

/** Moments at which the window was told of a change. */
let told: ((at: number) => void) | null = null;
window.bridge.subscribe((event: AnyEvent) => {
  if (event.name === 'library.changed') told?.(performance.now());
});

/** From the event of a change until it is seen: what the main thread worked, and how long it took. */
async function seen(change: () => Promise<unknown>, there: () => boolean) {
  await rest();
  const watch = new Watch();
  await frame();
  const event = new Promise<number>((resolve) => (told = resolve));
  const shown = once(there);
  const start = performance.now();
  await change();
  const at = await event;
  await shown;
  await frame();
  const end = await painted();
  return { work: watch.worked(at, end), whole: end - start };
}

/** Adds an annotation in sight and removes it again. */
async function changed(articleId: string) {
  const text = blockInSight();
  const start = Number(text.dataset['start']) + Math.floor(Math.random() * 40);
  const target = { span: { start, end: start + 24 }, revision: 1 };
  let id = '';
  const add = async () => {
    const reply = await window.bridge.call('annotations.add', { articleId, target, kind: 'task' });
    if (!reply.ok) throw new Error(reply.message);
    id = (reply.value as { id: string }).id;
  };
  const known = new Set(marksIn(text).flatMap(idsOf));
  const added = await seen(add, () =>
    marksIn(text).some((mark) => idsOf(mark).some((each) => !known.has(each))),
  );
  const removed = await seen(
    () => window.bridge.call('annotations.remove', { articleId, ids: [id] }),
    () => !marksIn(text).some((mark) => idsOf(mark).includes(id)),
  );
  return { added, removed };
}

/** Scrolls frame by frame by `step` CSS pixels; the work of each frame, and the time from each to the next. */
async function scrolled(step: number, frames: number): Promise<{ work: number[]; between: number[] }> {
  const scroller = scrollerOf();
  await rest();
  const work: number[] = [];
  const between: number[] = [];
  let before = await frame();
  for (let count = 0; count < frames; count += 1) {
    const { time } = await drawn(() => (scroller.scrollTop += step));
    work.push(time);
    const now = await frame();
    between.push(now - before);
    before = now;
  }
  return { work, between };
}

/** Brings the pane to a share (0 to 1) of the text and waits until it stands. */
async function at(share: number): Promise<void> {
  const scroller = scrollerOf();
  scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  await rest();
}

const bare = (words: string) => words.replace(/\s+/gu, '');

/**
 * Scrolls through the whole article, then compares the marks of every annotation with its words, white space aside.
 * Returns how many annotations there are and which of them are not shown word for word.
 */
async function dropped(id: string): Promise<{ annotations: number; dropped: string[] }> {
  const scroller = scrollerOf();
  scroller.scrollTop = 0;
  await rest();
  for (let top = -1; scroller.scrollTop > top;) {
    top = scroller.scrollTop;
    scroller.scrollTop += scroller.clientHeight * 0.8;
    await frame();
    await painted();
  }
  await rest();
  const words = new Map<string, string>();
  for (const mark of marksIn(scroller)) {
    for (const each of idsOf(mark)) words.set(each, (words.get(each) ?? '') + mark.textContent);
  }
  const reply = await window.bridge.call('articles.get', { id });
  if (!reply.ok) throw new Error(reply.message);
  const { annotations } = reply.value as ArticleView;
  const wrong = annotations.filter((a) => bare(words.get(a.id) ?? '') !== bare(a.target.quote.exact));
  return { annotations: annotations.length, dropped: wrong.map((annotation) => annotation.id) };
}

export const large = { got, openedLarge, changed, scrolled, at, dropped };
