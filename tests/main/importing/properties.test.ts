import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import { importArticle } from '../../../main/importing/index';
import { draftOf, file } from './helpers';

vi.setConfig({ testTimeout: 60_000 });

/** Runs of letters, marks and digits: what a reader would call a word. */
const wordsOf = (text: string) => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

async function isDraftOrRefusal(name: string, content: string | Uint8Array): Promise<void> {
  let draft: ArticleDraft;
  try {
    draft = await importArticle(file(name, content));
  } catch (error) {
    if (error instanceof Refusal) return;
    throw error;
  }
  ArticleDraft.parse(draft);
  for (const { text } of [...draft.blocks, { text: draft.title }]) {
    expect(text).toBe(text.normalize('NFC').trim());
    expect(text).not.toMatch(/[\n\r\t]|^$/);
  }
  for (const caption of draft.captions) expect(caption.before).toBeLessThanOrEqual(draft.blocks.length);
}

const NAMES = fc.constantFrom('a.txt', 'a.md', 'a.html');

describe('whatever comes in', () => {
  test('bytes become a valid article or are refused', async () => {
    await fc.assert(
      fc.asyncProperty(NAMES, fc.uint8Array({ maxLength: 400 }), (name, bytes) =>
        isDraftOrRefusal(name, bytes),
      ),
      { numRuns: 600, examples: [['a.txt', Uint8Array.of(33, 9, 46)]] },
    );
  });

  test('letters become a valid article or are refused', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(NAMES, text, (name, words) => isDraftOrRefusal(name, words)),
      { numRuns: 400 },
    );
  });

  test('pieces of pages become a valid article or are refused', async () => {
    const piece = fc.constantFrom(
      '<p>', '</p>', '<div class="sapo">', '</div>', '<table><tr><td>', '</td></tr></table>', '<br>', '<h1>', '</h1>',
      '<figure><img alt="Ảnh của xã Tân Phú trong ngày hội">', '<figcaption>', '</figure>', '<ul><li>', '</ul>', '<ol>', '<script>',
      '</script>', '<!--', '-->', '<a href="x">', '</a>', '&amp;', '&#7843;', '<', '"', "'", '>', '# ', '- ', '\n\n', '\n', '  ',
      '> ', '|a|\n|-|\n', '```\n', '![Ảnh](a.png)', 'Ngày 5/1/2020, xã họp bàn việc làm đường. ', 'Theo Báo Tân Phú',
      'Ảnh: Minh Hà', '(Ảnh: HM) ', 'Tin liên quan', 'NDO - ', '15/8/2014 9:40', './.', '-----', 'http://a.vn/b', 'Thời sự',
    ); // prettier-ignore
    const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(NAMES, page, (name, words) => isDraftOrRefusal(name, words)),
      { numRuns: 800 },
    );
  });
});

const SYLLABLES =
  'xã huyện tỉnh họp bàn việc đường trường rừng Đảng ủy nhân dân kế hoạch thủy lợi khóa quý năm 12 2020 “vụ” mùa'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 4, maxLength: 40 })
  .map((words) => `Các ${words.join(' ')}`);
const line = fc.oneof(
  { weight: 6, arbitrary: sentence.map((words) => `${words}.`) },
  { weight: 2, arbitrary: sentence },
  sentence.map((words) => `Ngày 5/1, ${words}.`),
  sentence.map((words) => `NDO - ${words}.`),
  sentence.map((words) => `${words} (Ảnh: Minh Hà)`),
  sentence.map((words) => `- ${words};`),
  fc.constantFrom(
    'Theo Báo Tân Phú', 'Bài, ảnh: Minh Hà', 'Tin liên quan', '5476 Lượt xem', 'Thứ Sáu, 15/8/2014 9:40', 'Trang chủ > Chính trị',
    'Quang cảnh hội nghị', 'I. Kết quả', 'https://bao.example/bai-viet', '----------', 'Xem thêm: Bài khác của xã', 'Minh Hà',
  ), // prettier-ignore
);

describe('nothing is silently lost', () => {
  test('every word of a plain text is somewhere in the draft', async () => {
    const breaks = fc.constantFrom('\n', '\n\n', '\n\u00A0\n', '\r\n', '  ');
    const article = fc
      .tuple(sentence, fc.array(fc.tuple(breaks, line), { minLength: 1, maxLength: 14 }))
      .map(([title, lines]) => title + lines.map(([before, words]) => before + words).join(''));
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        let draft: ArticleDraft;
        try {
          draft = await draftOf('bai.txt', text);
        } catch (error) {
          // Only what has no body may be refused.
          if (error instanceof Refusal && error.code === 'no-article') return;
          throw error;
        }
        const { title, dek, source, byline, url } = draft;
        const credits = draft.captions.map((caption) => `Ảnh ${caption.text} ${caption.credit ?? ''}`);
        const lines = [...draft.blocks, ...draft.removed].map((part) => part.text);
        const said = wordsOf([title, dek, source, byline, url, ...credits, ...lines].join('\n'));
        const counts = new Map<string, number>();
        for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1);
        for (const word of wordsOf(text)) {
          const left = counts.get(word) ?? 0;
          expect(left, `“${word}” of ${JSON.stringify(text)}`).toBeGreaterThan(0);
          counts.set(word, left - 1);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
