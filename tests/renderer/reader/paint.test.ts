import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { inSight, marksAt, namesByCharacter, nth, pageOf, somePage, trimmed, type Page } from './page';

const BLOCKS = ['Ban Thường vụ giao Phòng Nội vụ rà soát.', 'Thực hiện Chỉ thị số 03-CT/TW trước 30/6/2026.'];

/** A page with marks on these words of `BLOCKS`, in sight. */
async function painted(...words: string[]): Promise<Page> {
  const page = pageOf(BLOCKS);
  page.painter.setSpans(marksAt(words.map((quote) => spanOf(page, quote))));
  await inSight();
  return page;
}

function spanOf({ text }: Page, quote: string) {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`not in the text: ${quote}`);
  return { start, end: start + quote.length };
}

/** `words [ids]` of every mark, in the order of the page. */
const marksOf = ({ root }: Page) =>
  [...root.querySelectorAll('mark')].map((mark) => `${mark.textContent} [${mark.dataset['ids'] ?? ''}]`);

describe('marks', () => {
  test('stand on every character of every annotation and name it, and on nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(somePage, async ({ blocks, spans }) => {
        const page = pageOf(blocks);
        const marks = marksAt(trimmed(page.text, spans));
        page.painter.setSpans(marks);
        await inSight();
        const names = namesByCharacter(page);
        for (const [at, character] of [...page.text].entries()) {
          if (character === '\n') continue;
          const covering = marks.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id);
          const found = names[at] ?? [];
          expect([at, covering.filter((id) => !found.includes(id))]).toEqual([at, []]);
          expect([at, found.length > 0]).toEqual([at, covering.length > 0]);
        }
      }),
    );
  });

  test('leave the text as it is, whatever is marked and marked anew', async () => {
    await fc.assert(
      fc.asyncProperty(somePage, somePage, async ({ blocks, spans }, other) => {
        const page = pageOf(blocks);
        await inSight();
        const fitting = other.spans.filter(({ end }) => end <= page.text.length);
        for (const shown of [spans, fitting, [], spans]) {
          page.painter.setSpans(marksAt(shown));
          expect(page.texts.map((element) => element.textContent)).toEqual(blocks);
        }
        page.painter.setSpans([]);
        expect(page.root.querySelectorAll('mark')).toHaveLength(0);
      }),
    );
  });

  test('are cut where annotations overlap, the outer one named first', async () => {
    expect(marksOf(await painted('giao Phòng Nội vụ', 'Nội vụ rà soát'))).toEqual([
      'giao Phòng  [note-0]',
      'Nội vụ [note-0 note-1]',
      ' rà soát [note-1]',
    ]);
    const [, both] = document.querySelectorAll<HTMLElement>('mark');
    expect({ ...both?.dataset }).toMatchObject({ a: 'highlight', b: 'directive' });
  });

  test('of annotations that touch stay two', async () => {
    expect(marksOf(await painted('Phòng ', 'Nội'))).toEqual(['Phòng  [note-0]', 'Nội [note-1]']);
  });

  test('of a whole block, and across blocks, leave the margins alone', async () => {
    const page = await painted(BLOCKS.join('\n'));
    expect(page.texts.map((element) => element.querySelectorAll('mark').length)).toEqual([1, 5]);
    expect(
      page.texts.map((element) => [...element.querySelectorAll('mark')].map((m) => m.textContent).join('')),
    ).toEqual(BLOCKS);
    expect(page.root.querySelectorAll('span:first-child mark')).toHaveLength(0);
  });

  test('of white space only change nothing', async () => {
    const page = pageOf(BLOCKS);
    page.painter.setSpans(marksAt([{ start: 3, end: 4 }]));
    await inSight();
    expect(marksOf(page)).toEqual([]);
    expect(page.texts[0]?.textContent).toBe(BLOCKS[0]);
  });

  test('run on over document numbers and dates that only a space parts', async () => {
    const page = pageOf(['Theo Nghị quyết số 09-NQ/TU 15/11/2022 của Tỉnh ủy.']);
    const quote = 'Nghị quyết số 09-NQ/TU 15/11/2022 của Tỉnh ủy';
    page.painter.setSpans(marksAt([spanOf(page, quote)]));
    await inSight();
    expect([...page.root.querySelectorAll('mark')].map((mark) => mark.textContent).join('')).toBe(quote);
  });
});

describe('painting again', () => {
  test('touches only the blocks whose marks differ', async () => {
    const page = await painted('Phòng Nội vụ', 'Thực hiện');
    const [first, second] = page.texts.map((element) => [...element.querySelectorAll('mark')]);
    const seen: string[] = [];
    const watcher = new MutationObserver((records) => {
      seen.push(
        ...records.map(({ target }) => (page.texts[0]?.contains(target) === true ? 'first' : 'second')),
      );
    });
    watcher.observe(page.root, { childList: true, subtree: true, attributes: true, characterData: true });
    const note = (i: number, quote: string) => ({
      ...nth(marksAt([spanOf(page, quote)]), 0),
      id: `note-${i}`,
    });
    page.painter.setSpans([
      note(0, 'Phòng Nội vụ'),
      { ...note(1, 'Thực hiện'), kind: 'directive' },
      note(2, 'trước'),
    ]);
    await inSight();
    watcher.disconnect();
    expect(new Set(seen)).toEqual(new Set(['second']));
    expect([...(page.texts[0]?.querySelectorAll('mark') ?? [])]).toEqual(first);
    expect(second).toHaveLength(1);
    expect(marksOf(page)).toEqual(['Phòng Nội vụ [note-0]', 'Thực hiện [note-1]', 'trước [note-2]']);
  });

  test('outlines the chosen annotation in all its parts, also in what is painted later', async () => {
    const page = await painted('vụ rà soát.\nThực hiện', 'rà soát');
    page.painter.choose('note-0');
    const chosen = () => [...page.root.querySelectorAll('mark.chosen')].map((mark) => mark.textContent);
    expect(chosen()).toEqual(['vụ ', 'rà soát', '.', 'Thực hiện']);
    page.painter.setSpans(marksAt([spanOf(page, 'vụ rà soát.')]));
    expect(chosen()).toEqual(['vụ rà soát.']);
    page.painter.choose(null);
    expect(chosen()).toEqual([]);
  });

  test('waits until a block comes near', async () => {
    const observers: [IntersectionObserverCallback, IntersectionObserver][] = [];
    class ByHand extends IntersectionObserver {
      constructor(callback: IntersectionObserverCallback) {
        super(() => undefined);
        observers.push([callback, this]);
      }
    }
    vi.stubGlobal('IntersectionObserver', ByHand);
    const page = await painted('Phòng Nội vụ', 'Thực hiện');
    vi.unstubAllGlobals();
    expect(marksOf(page)).toEqual([]);
    const [tell, observer] = nth(observers, 0);
    const scrollTo = (block: number, isIntersecting: boolean) => {
      tell([{ target: page.texts[block], isIntersecting } as unknown as IntersectionObserverEntry], observer);
    };
    scrollTo(1, true);
    expect(marksOf(page)).toEqual(['Thực hiện [note-1]']);
    scrollTo(1, false);
    page.painter.setSpans(marksAt([spanOf(page, 'rà soát'), spanOf(page, 'Chỉ thị')]));
    scrollTo(0, true);
    scrollTo(1, true);
    expect(marksOf(page)).toEqual(['rà soát [note-0]', 'Chỉ thị [note-1]']);
  });
});

test('Tab comes to each annotation once, by its name', async () => {
  const page = await painted('Nội vụ rà soát.\nThực hiện Chỉ thị', 'rà soát', 'số 03-CT/TW trước');
  const stops = [...page.root.querySelectorAll<HTMLElement>('[tabindex="0"]')];
  expect(
    stops.map((mark) => [mark.textContent, mark.getAttribute('aria-label'), mark.getAttribute('role')]),
  ).toEqual([
    ['Nội vụ ', 'nhãn 0', 'button'],
    ['rà soát', 'nhãn 1', 'button'],
    ['số ', 'nhãn 2', 'button'],
  ]);
});
