import fc from 'fast-check';
import { KINDS } from '#core/annotation';
import { trimmedSpan } from '#core/anchor';
import { blockStarts } from '#core/article';
import type { Span } from '#core/span';
import { Painter, idsOf, type MarkSpan } from '../../../renderer/ui/text/paint';

/** A pane as the reader draws it: a number in the margin and an element for the text of each block. */
export interface Page {
  root: HTMLElement;
  /** The elements that hold the text. */
  texts: HTMLElement[];
  starts: number[];
  /** The article's text, as all offsets mean it. */
  text: string;
  painter: Painter;
}

export function pageOf(blocks: readonly string[]): Page {
  const root = document.createElement('div');
  const starts = blockStarts(blocks.map((text) => ({ kind: 'paragraph', text })));
  const painter = new Painter(root);
  const texts = blocks.map((text, i) => {
    const row = root.appendChild(document.createElement('div'));
    row.appendChild(document.createElement('span')).textContent = String(i + 1);
    const element = row.appendChild(document.createElement('p'));
    element.dataset['start'] = String(starts[i]);
    painter.add(element, text, starts[i] ?? 0);
    return element;
  });
  document.body.replaceChildren(root);
  return { root, texts, starts, text: blocks.join('\n'), painter };
}

/** Once the blocks have been told that they are near the viewport. */
export const inSight = (): Promise<void> => Promise.resolve();

/** For each character of the article's text the annotations whose marks it stands in, outermost first. */
export function namesByCharacter({ texts, starts, text }: Page): string[][] {
  const names: string[][] = Array.from(text, () => []);
  texts.forEach((element, i) => {
    let at = starts[i] ?? 0;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const mark = node.parentElement?.closest('mark');
      for (const end = at + (node.nodeValue ?? '').length; at < end; at++) {
        names[at] = mark === null || mark === undefined ? [] : idsOf(mark);
      }
    }
  });
  return names;
}

/** Blocks as policy news has them: words, document numbers and dates, with one space or none between. */
export const someBlocks = fc.array(
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'Ban',
          'đường',
          'ộ',
          '09-NQ/TU',
          '15/11/2022',
          '9/1',
          '80%',
          '“rà',
          'soát”',
          '03-CT/TW',
        ),
        fc.constantFrom(' ', ' ', ', ', ' – ', '/', ''),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.flat().join('').trim()),
  { minLength: 1, maxLength: 4 },
);

/** Two places in a text of `length` characters, the first before the second. */
const someSpan = (length: number) =>
  fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

/** A page and spans in its text, which may overlap, touch, cross blocks or hold nothing but a space. */
export const somePage = someBlocks.chain((blocks) =>
  fc.record({
    blocks: fc.constant(blocks),
    spans: fc.array(someSpan(blocks.join('\n').length), { minLength: 1, maxLength: 8 }),
  }),
);

/** Annotations at these places. */
export const marksAt = (spans: readonly Span[]): MarkSpan[] =>
  spans.map(({ start, end }, i) => ({
    id: `note-${i}`,
    start,
    end,
    kind: KINDS[i % KINDS.length] ?? 'highlight',
    colour: 'yellow',
    label: `nhãn ${i}`,
  }));

/** The spans as the library keeps them: without white space at the ends, whole characters only. */
export const trimmed = (text: string, spans: readonly Span[]): Span[] =>
  spans.map((span) => trimmedSpan(text, span)).filter((span) => span !== null);

/** The nth of these, which the test cannot go on without. */
export function nth<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no ${index}th`);
  return item;
}
