import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { KINDS, type Annotation } from '#core/annotation';
import { textOf, type Article } from '#core/article';
import { PrintOptions } from '#core/calls/printing';
import { articleHtml, type PrintedArticle } from '#core/export/article-html';
import { plainBlocks } from '#core/note-markdown';
import { annotation, article } from './material';

const meeting = article(
  1,
  [
    'Mở đầu hội nghị tổng kết.',
    'Giao Sở Nội vụ rà soát thủ tục trước ngày 30/4/2026.',
    'Phấn đấu đạt 95% hồ sơ.',
  ],
  {
    title: 'Rõ người, rõ việc',
    dek: 'Hội nghị bàn hai việc lớn.',
    byline: 'Hà Mơ',
    dateConfidence: 'inferred-year',
    captions: [{ text: 'Quang cảnh hội nghị', credit: 'Lê Sa', before: 1 }],
  },
);

function print(
  annotations: readonly Annotation[],
  options: Partial<PrintOptions> = {},
  { of = meeting, settings = {} }: { of?: Article; settings?: Partial<PrintedArticle['settings']> } = {},
): Document {
  const html = articleHtml({
    article: of,
    annotations,
    options: PrintOptions.parse(options),
    settings: { language: 'vi', readFont: 'serif', readJustify: false, ...settings },
    readNote: plainBlocks,
  });
  return new JSDOM(html).window.document;
}

const texts = (page: ParentNode, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/gu, ' ').trim());
/** The words of a paragraph, without the numbers of notes. */
function wordsOf(row: Element): string {
  const text = row.querySelector('.text')?.cloneNode(true) as Element;
  for (const ref of text.querySelectorAll('.ref')) ref.remove();
  return text.textContent;
}

describe('a printed article', () => {
  it('has its title, facts, numbered paragraphs and captions', () => {
    const page = print([]);
    expect(texts(page, 'h1')).toEqual(['Rõ người, rõ việc']);
    expect(texts(page, '.dek')).toEqual(['Hội nghị bàn hai việc lớn.']);
    expect(texts(page, '.facts')).toEqual(['Báo Lam Khê · Hà Mơ · ngày 09/01/2026 (năm suy luận)']);
    expect(texts(page, '.row .number')).toEqual(['1', '2', '3']);
    expect([...page.querySelectorAll('.row')].map(wordsOf)).toEqual(meeting.blocks.map(({ text }) => text));
    expect(texts(page, '.caption')).toEqual(['Ảnh: Quang cảnh hội nghị (Lê Sa)']);
    expect(page.querySelector('.caption')?.nextElementSibling?.textContent).toContain('Giao Sở Nội vụ');
    expect(page.querySelectorAll('.notes, .legend')).toHaveLength(0);
  });

  it('shows each mark with its fill and the line of its kind, and says once what the lines mean', () => {
    const page = print([
      annotation(meeting, 'Sở Nội vụ', { kind: 'task' }),
      annotation(meeting, 'đạt 95%', { kind: 'target', colour: 'blue' }),
    ]);
    const [task, target] = page.querySelectorAll('.text mark');
    expect([task?.className, task?.textContent]).toEqual(['fill orange', 'Sở Nội vụ']);
    expect(task?.querySelector('.line')?.className).toBe('line task over-0');
    expect([target?.className, target?.querySelector('.line')?.className]).toEqual([
      'fill blue',
      'line target over-0',
    ]);
    expect(texts(page, '.legend span.line')).toEqual(['Nhiệm vụ', 'Chỉ tiêu']);
  });

  it('draws the lines of all marks that overlap, the outer one lowest, and the fill of the inner one', () => {
    const page = print([
      annotation(meeting, 'Giao Sở Nội vụ rà soát thủ tục', { kind: 'task' }),
      annotation(meeting, 'thủ tục trước ngày 30/4/2026', { kind: 'deadline' }),
    ]);
    const marks = [...page.querySelectorAll('.text mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual([
      'Giao Sở Nội vụ rà soát ',
      'thủ tục',
      ' trước ngày 30/4/2026',
    ]);
    const lines = marks.map((mark) => [...mark.querySelectorAll('.line')].map(({ className }) => className));
    expect(lines).toEqual([
      ['line task over-0'],
      ['line task over-0', 'line deadline over-1'],
      ['line deadline over-0'],
    ]);
    expect(marks[1]?.className).toBe('fill mauve');
  });

  it('goes on with a mark in the next paragraph', () => {
    const page = print([annotation(meeting, 'tổng kết.\nGiao Sở')]);
    expect(texts(page, '.text mark')).toEqual(['tổng kết.', 'Giao Sở']);
  });

  it('leaves out marks, notes, numbers and colours as asked', () => {
    const noted = [annotation(meeting, 'Sở Nội vụ', { kind: 'task', note: 'Hỏi lại.' })];
    const bare = print(noted, { marks: false, notes: 'none', numbers: false, colour: false });
    expect(bare.querySelectorAll('mark, .ref, .number, .notes, .legend')).toHaveLength(0);
    expect(bare.body.className).toBe('serif grey');
    const notesOnly = print(noted, { marks: false });
    expect(notesOnly.querySelectorAll('mark')).toHaveLength(0);
    expect(texts(notesOnly, '.ref')).toEqual(['1']);
  });

  it('is set in the letters, lines and language that the person reads in', () => {
    const page = print(
      [annotation(meeting, '95%', { kind: 'target', note: 'Cao.' })],
      { points: 14 },
      {
        settings: { readFont: 'sans', readJustify: true, language: 'en' },
      },
    );
    expect(page.body.className).toBe('sans justified numbered');
    expect(page.documentElement.lang).toBe('en');
    expect(texts(page, '.notes h2')).toEqual(['Notes']);
    expect(texts(page, '.legend')).toEqual(['Target']);
    expect(page.querySelector('style')?.textContent).toContain('--size: 14pt');
  });
});

describe('the notes of a printed article', () => {
  const outer = annotation(meeting, 'rà soát thủ tục trước ngày 30/4/2026', {
    kind: 'deadline',
    note: 'Hạn mới.\n\nSo với năm trước.',
  });
  const inner = annotation(meeting, 'rà soát', { kind: 'task', tags: ['cải cách', 'năm 2026'] });
  const silent = annotation(meeting, 'Phấn đấu');

  it('are numbered where their passages end, in the order of the numbers, and listed after the text', () => {
    const page = print([outer, inner, silent]);
    expect(texts(page, '.ref')).toEqual(['1', '2']);
    expect(page.querySelectorAll('.row')[1]?.querySelector('.text')?.textContent).toBe(
      'Giao Sở Nội vụ rà soát1 thủ tục trước ngày 30/4/20262.',
    );
    expect(texts(page, '.note')).toEqual([
      '1Nhiệm vụ · đoạn 2 · cải cách, năm 2026 “rà soát”',
      '2Thời hạn · đoạn 2 “rà soát thủ tục trước ngày 30/4/2026”Hạn mới. So với năm trước.',
    ]);
    expect(texts(page, '.note .said p')).toEqual(['Hạn mới.', 'So với năm trước.']);
  });

  it('stand beside the paragraph in which their passages end', () => {
    const page = print([outer, inner], { notes: 'margin' });
    const row = page.querySelectorAll('.row')[1];
    expect(row === undefined ? [] : texts(row, 'aside')).toEqual([
      '1 Nhiệm vụ · cải cách, năm 2026',
      '2 Thời hạnHạn mới. So với năm trước.',
    ]);
    expect(page.querySelectorAll('.notes')).toHaveLength(0);
    expect(page.body.className).toContain('beside');
  });

  it.each(['end', 'margin'] as const)(
    'that lost their place are listed with their old words (%s)',
    (notes) => {
      const lost = annotation(meeting, '95%', { kind: 'target', anchor: 'orphan', note: 'Đâu rồi?' });
      const page = print([lost, silent], { notes });
      expect(page.querySelectorAll('.text mark')).toHaveLength(1);
      expect(texts(page, '.notes h2')).toEqual(['Ghi chú mất vị trí']);
      expect(texts(page, '.notes li')).toEqual(['Chỉ tiêu “95%”Đâu rồi?']);
    },
  );

  it('are numbered also when a passage ends with its paragraph', () => {
    const whole = annotation(meeting, 'Mở đầu hội nghị tổng kết.', { note: 'Hết đoạn.' });
    const page = print([whole]);
    expect(page.querySelector('.row .text')?.textContent).toBe('Mở đầu hội nghị tổng kết.1');
  });

  it('quote no more than a line or two', () => {
    const long = article(2, [`${'rất dài '.repeat(60)}hết`]);
    const [quoted] = texts(
      print([annotation(long, textOf(long), { note: 'x' })], {}, { of: long }),
      '.quoted',
    );
    expect(quoted?.length).toBeLessThan(150);
    expect(quoted).toMatch(/^“rất dài .*(?:rất|dài)…”$/u);
  });
});

describe('whatever the words and marks are', () => {
  const word = fc.constantFrom(
    '<b>',
    '&amp;',
    '"',
    "'",
    '</style>',
    '<script>',
    'ệ',
    '😀',
    ' và ',
    'Sở',
    '<!--',
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}x`);

  it('every word is printed unchanged, and nothing runs or is asked for but the fonts', () => {
    const cut = fc.record({
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 60 }),
      kind: fc.constantFrom(...KINDS),
    });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.array(cut, { maxLength: 6 }),
        (paragraphs, cuts) => {
          const of = article(3, paragraphs, { title: paragraphs[0] ?? '' });
          const text = textOf(of);
          const marks = cuts.map(({ from, length, kind }) => {
            const start = from % text.length;
            const end = Math.min(text.length, start + length);
            const quote = { exact: text.slice(start, end), prefix: '', suffix: '' };
            const note = paragraphs.at(-1) ?? '';
            return annotation(of, text, { kind, note, tags: [note], target: { start, end, quote } });
          });
          const page = print(marks, {}, { of });
          expect([...page.querySelectorAll('.row')].map(wordsOf)).toEqual(paragraphs);
          expect(texts(page, 'h1')).toEqual([paragraphs[0]?.replace(/\s+/gu, ' ')]);
          expect(page.querySelectorAll('script, img, iframe, object, b:not(aside b), [style]')).toHaveLength(
            0,
          );
          expect(
            [...page.querySelectorAll('[src], [href]')].map((each) => each.getAttribute('href')),
          ).toEqual(['fonts.css']);
          expect(page.querySelectorAll('.ref')).toHaveLength(marks.length);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
