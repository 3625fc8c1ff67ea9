import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOfSpan, spanOfRange } from '../../../renderer/ui/text/offsets';
import { inSight, marksAt, nth, pageOf, somePage } from './page';

const BLOCKS = ['Ban Thường vụ giao việc.', 'Báo cáo trước 30/6/2026.', 'Hết.'];

describe('a place in the text and in the page', () => {
  test('are the same one, both ways, whatever is painted', async () => {
    await fc.assert(
      fc.asyncProperty(somePage, fc.nat(7), async ({ blocks, spans }, seed) => {
        const page = pageOf(blocks);
        page.painter.setSpans(marksAt(spans.slice(1)));
        await inSight();
        const span = spans[seed % spans.length] ?? { start: 0, end: 1 };
        const range = rangeOfSpan(page.root, span);
        expect(range && spanOfRange(page.root, range)).toEqual(span);
      }),
    );
  });

  test('have the same words within a block', async () => {
    await fc.assert(
      fc.asyncProperty(somePage, async ({ blocks, spans }) => {
        const page = pageOf(blocks);
        page.painter.setSpans(marksAt(spans.slice(1)));
        await inSight();
        const [span] = spans;
        const words = page.text.slice(span?.start, span?.end);
        fc.pre(span !== undefined && !words.includes('\n'));
        expect(rangeOfSpan(page.root, span)?.toString()).toBe(words);
      }),
    );
  });

  test('is none where the page has no block', () => {
    expect(rangeOfSpan(document.createElement('div'), { start: 0, end: 3 })).toBeNull();
  });
});

describe('what a person selects', () => {
  /** From a point to another one; a point is a node and an offset in it. */
  function selected(from: [Node, number], to: [Node, number]): Range {
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  /** The page with nodes by name: rows, numbers in the margin, texts. */
  function page() {
    const { root, texts, starts, text } = pageOf(BLOCKS);
    const rows = [...root.children];
    const numbers = rows.map((row) => row.firstElementChild?.firstChild as Text);
    const words = texts.map((element) => element.firstChild as Text);
    return { root, rows, numbers, texts, words, starts, text };
  }

  test('from one margin to the next takes the whole block between', () => {
    const { root, numbers, text } = page();
    const span = spanOfRange(root, selected([nth(numbers, 1), 0], [nth(numbers, 2), 1]));
    expect(text.slice(span?.start, span?.end)).toBe(BLOCKS[1]);
  });

  test('that ends in the margin of the next block ends with its own block', () => {
    const { root, numbers, words, text } = page();
    const span = spanOfRange(root, selected([nth(words, 0), 4], [nth(numbers, 1), 1]));
    expect(text.slice(span?.start, span?.end)).toBe('Thường vụ giao việc.');
  });

  test('that begins in the margin begins with the block beside it', () => {
    const { root, numbers, words, text } = page();
    const span = spanOfRange(root, selected([nth(numbers, 1), 0], [nth(words, 1), 7]));
    expect(text.slice(span?.start, span?.end)).toBe('Báo cáo');
  });

  test('by three clicks, up to the beginning of the next block, holds no word of that one', () => {
    const { root, words, texts, text } = page();
    const span = spanOfRange(root, selected([nth(words, 1), 0], [nth(texts, 2), 0]));
    expect(text.slice(span?.start, span?.end).trim()).toBe(BLOCKS[1]);
  });

  test('from above the text to below it takes everything', () => {
    const { root, rows, text } = page();
    root.before('tiêu đề');
    root.after('chân trang');
    const all = selected([document.body, 0], [document.body, document.body.childNodes.length]);
    expect(spanOfRange(root, all)).toEqual({ start: 0, end: text.length });
    expect(rows).toHaveLength(3);
  });

  test('in the margin only is nothing, and so is a caret', () => {
    const { root, numbers, words } = page();
    expect(spanOfRange(root, selected([nth(numbers, 1), 0], [nth(numbers, 1), 1]))).toBeNull();
    expect(spanOfRange(root, selected([nth(words, 1), 3], [nth(words, 1), 3]))).toBeNull();
  });
});
