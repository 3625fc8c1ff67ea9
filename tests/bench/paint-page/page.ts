import Mark from 'mark.js';
import { blockAt, blockStarts } from '#core/article';
import type { ArticleView } from '#core/contract';
import { segmentsOf, segmentsWithin } from '#core/segments';
import { Painter, type MarkSpan } from '../../../renderer/ui/text/paint';
import type {} from '../../../renderer/bridge';
import { drawn, once, rest, twoFrames } from './frames';
import { large } from './large';

/** What paint.bench.ts measures inside the app's window. Times in milliseconds. */

async function viewOf(id: string): Promise<ArticleView> {
  const reply = await window.bridge.call('articles.get', { id });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as ArticleView;
}

/** An article as a pane shows it, over the app's own panes. */
function stage({ article: { blocks } }: ArticleView) {
  const scroller = document.createElement('div');
  scroller.className = 'pane-scroll';
  Object.assign(scroller.style, { position: 'fixed', inset: '0', width: '640px', zIndex: '1000' });
  scroller.style.background = 'var(--bg-paper)';
  const article = document.createElement('div');
  article.className = 'article';
  const starts = blockStarts(blocks);
  const texts = blocks.map(({ text }, i) => {
    const block = document.createElement('div');
    block.className = 'block paragraph';
    const element = document.createElement('p');
    element.dataset['start'] = String(starts[i]);
    element.textContent = text;
    block.append(element);
    article.append(block);
    return element;
  });
  scroller.append(article);
  document.body.append(scroller);
  return { scroller, article, texts, starts };
}

type Painting = (view: ArticleView, spans: MarkSpan[], on: ReturnType<typeof stage>) => () => void;

/** The app's way: the blocks near the window, with everything that a mark carries. */
const near: Painting = ({ article }, spans, { scroller, texts, starts }) => {
  const painter = new Painter(scroller);
  texts.forEach((element, i) => painter.add(element, article.blocks[i]?.text ?? '', starts[i] ?? 0));
  return () => painter.setSpans(spans);
};

/** Bare `<mark>`s over the whole article. mark.js counts without the line feeds between blocks. */
const whole: Painting = (view, spans, { article, starts }) => {
  return () => {
    const segments = segmentsOf(spans);
    const ranges = view.article.blocks.flatMap(({ text }, i) => {
      const start = starts[i] ?? 0;
      return segmentsWithin(segments, start, start + text.length).map((segment) => ({
        start: segment.start - i,
        length: segment.end - segment.start,
      }));
    });
    new Mark(article).markRanges(ranges);
  };
};

const sheet = new CSSStyleSheet();
sheet.replaceSync('::highlight(bench) { background-color: yellow; text-decoration: underline; }');

/** No elements at all: what the browser itself can do. */
const highlights: Painting = (_, spans, { texts, starts }) => {
  document.adoptedStyleSheets = [sheet];
  const pointAt = (offset: number): [Node, number] => {
    const index = blockAt(starts, offset);
    const node = texts[index]?.firstChild;
    if (node == null) throw new Error('offset outside');
    return [node, Math.min(offset - (starts[index] ?? 0), node.nodeValue?.length ?? 0)];
  };
  return () => {
    const ranges = spans.map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(...pointAt(start));
      range.setEnd(...pointAt(end));
      return range;
    });
    CSS.highlights.set('bench', new Highlight(...ranges));
  };
};

const idle: Painting = () => () => undefined;
const PAINTINGS = { near, whole, highlights, idle };

async function painted(id: string, way: keyof typeof PAINTINGS) {
  const view = await viewOf(id);
  const spans = view.annotations.map(
    ({ id: annotationId, target: { start, end }, kind, colour }): MarkSpan => ({
      ...{ id: annotationId, start, end, kind, colour, label: kind },
    }),
  );
  const on = stage(view);
  const work = PAINTINGS[way](view, spans, on);
  await rest();
  const times = await drawn(work);
  const marked = on.texts.filter((element) => element.querySelector('mark') !== null).length;
  on.scroller.remove();
  CSS.highlights.clear();
  return { ...times, marked, blocks: on.texts.length };
}

/** The first moment after a change of the page at which `found` holds, and then two frames. */
async function shown(found: () => boolean): Promise<number> {
  await once(found);
  return twoFrames();
}

/** The list draws only what is near its window. */
async function itemOf(id: string): Promise<HTMLElement> {
  const list = document.querySelector('.shelf-list');
  for (let top = 0; top <= (list?.scrollHeight ?? 0); top += 400) {
    list?.scrollTo({ top });
    await twoFrames();
    const item = document.querySelector<HTMLElement>(`.shelf-item[data-article="${id}"]`);
    if (item !== null) return item;
  }
  throw new Error(`The list does not show ${id}.`);
}

const PANE = '[data-pane="0"]';

async function opened(id: string): Promise<number> {
  const item = await itemOf(id);
  await rest();
  const start = performance.now();
  const end = shown(
    () =>
      document.querySelector(`${PANE} h2`)?.textContent === item.title &&
      document.querySelector(`${PANE} mark`) !== null,
  );
  item.click();
  return (await end) - start;
}

let marking = Promise.resolve(0);

/** Chooses some words in sight; `marked` is the time from the next key press until they carry a new mark. */
async function choose(id: string): Promise<void> {
  const known = new Set((await viewOf(id)).annotations.map((annotation) => annotation.id));
  await rest();
  const text = document.querySelector(`${PANE} [data-start]`) ?? document;
  const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
    (node.nodeValue ?? '').trim().length > 3 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  const node = words.nextNode();
  if (node === null) throw new Error('No words are in sight.');
  getSelection()?.setBaseAndExtent(node, 0, node, node.nodeValue?.length ?? 0);
  await rest();
  const isNew = (mark: HTMLElement) => mark.dataset['ids']?.split(' ').some((each) => !known.has(each));
  const end = shown(() => [...document.querySelectorAll<HTMLElement>(`${PANE} mark`)].some(isNew));
  const start = new Promise<number>((resolve) => {
    const pressed = () => resolve(performance.now());
    addEventListener('keydown', pressed, { capture: true, once: true });
  });
  marking = Promise.all([start, end]).then(([from, to]) => to - from);
}

const marked = () => marking;

/** The same change without the reader: the call alone, of an article that is not in a pane. */
async function saved(articleId: string): Promise<number> {
  const target = { span: { start: 100, end: 160 }, revision: 1 };
  await rest();
  const start = performance.now();
  const reply = await window.bridge.call('annotations.add', { articleId, target, kind: 'task' });
  if (!reply.ok) throw new Error(reply.message);
  return performance.now() - start;
}

async function frames(): Promise<number> {
  await rest();
  const start = performance.now();
  return (await twoFrames()) - start;
}

export const paintBench = { painted, opened, choose, marked, saved, frames, ...large };
Object.assign(globalThis, { paintBench });
