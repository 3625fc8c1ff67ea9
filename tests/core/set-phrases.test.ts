import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setPhrases, type PhraseArticle } from '#core/set-phrases';

const article = (text: string, index: number): PhraseArticle => ({ id: String(index), story: null, text });
const found = (texts: readonly string[], syllables = 5, articles = 3) =>
  setPhrases(texts.map(article), { syllables, articles });
const shown = (texts: readonly string[], syllables = 5, articles = 3) =>
  found(texts, syllables, articles).map(({ text, articles: count, places }) => [
    text,
    count,
    places.length / 3,
  ]);

describe('set phrases', () => {
  it('stand in enough articles, as long as they can be, and are counted by articles and places', () => {
    expect(
      shown([
        'Cần nâng cao chất lượng sinh hoạt chi bộ ở cơ sở.',
        'Huyện nâng cao chất lượng sinh hoạt chi bộ. Xã nâng cao chất lượng sinh hoạt chi bộ.',
        'Phải nâng cao chất lượng sinh hoạt chi bộ trong năm.',
        'Bài này nói về mùa lúa và giá phân bón.',
      ]),
    ).toEqual([['nâng cao chất lượng sinh hoạt chi bộ', 3, 4]]);
  });

  it('are listed beside a longer one only where they also stand without it', () => {
    const long = 'Đẩy mạnh cải cách hành chính gắn với chuyển đổi số';
    expect(shown([long, long, long]).map(([text]) => text)).toEqual([long]);
    expect(shown([long, long, long, 'Tỉnh đẩy mạnh cải cách hành chính.'])).toEqual([
      ['Đẩy mạnh cải cách hành chính', 4, 4],
      [long, 3, 3],
    ]);
  });

  it('are one phrase in capitals, with the other place of the tone, decomposed and over commas, as most often written', () => {
    const [phrase] = found([
      'ỦY BAN KIỂM TRA, GIÁM SÁT KỶ LUẬT',
      'Uỷ ban kiểm tra giám sát kỷ luật',
      'Ủy ban kiểm tra, giám sát kỷ luật',
      'Ủy ban kiểm tra, giám sát kỷ luật'.normalize('NFD'),
    ]);
    expect(phrase).toMatchObject({ text: 'Ủy ban kiểm tra, giám sát kỷ luật', articles: 4, syllables: 8 });
  });

  it('end with the sentence and with the paragraph', () => {
    const parts = ['một hai ba', 'bốn năm sáu'];
    for (const between of ['. ', '\n', '; ', '! '])
      expect(shown(Array<string>(3).fill(parts.join(between)))).toEqual([]);
    expect(shown(Array<string>(3).fill(parts.join(', ')))).toHaveLength(1);
  });

  it('hold more than words that join others', () => {
    expect(shown(Array<string>(3).fill('và của các những là'))).toEqual([]);
    expect(shown(Array<string>(3).fill('và của các những việc làm'))).toHaveLength(1);
  });

  it('count the copies of a wire story once', () => {
    const text = 'phấn đấu hoàn thành vượt mức kế hoạch';
    const copies = [
      article(text, 0),
      { ...article(text, 1), story: '0' },
      { ...article(text, 2), story: '0' },
    ];
    expect(setPhrases(copies, { syllables: 5, articles: 2 })).toEqual([]);
    const lost = [1, 2].map((index) => ({ ...article(text, index), story: 'gone' }));
    const [phrase] = setPhrases([...lost, article(text, 3)], { syllables: 5, articles: 2 });
    expect([phrase?.articles, phrase?.places[3]]).toEqual([2, 2]);
  });

  it('say where they stand', () => {
    const texts = [
      'A. Ra sức thi đua lập thành tích!',
      'Cùng ra sức thi đua lập thành tích',
      'Ra sức thi đua lập thành tích',
    ];
    const [phrase] = found(texts);
    const places = [...(phrase?.places ?? [])];
    const words = [0, 3, 6].map((at) => texts[places[at] ?? 0]?.slice(places[at + 1], places[at + 2]));
    expect(words).toEqual([
      'Ra sức thi đua lập thành tích',
      'ra sức thi đua lập thành tích',
      'Ra sức thi đua lập thành tích',
    ]);
  });
});

/** What the words above say, done the slow way. */
function naive(texts: readonly string[], least: number, articles: number): string[] {
  const runs = texts.map((text) =>
    text.split(/[.\n]/u).map((run) => run.split(' ').filter((word) => word !== '')),
  );
  const articlesOf = new Map<string, Set<number>>();
  const each = (
    visit: (key: string, article: number, run: readonly string[], from: number, to: number) => void,
  ) => {
    for (const [index, ofText] of runs.entries())
      for (const run of ofText)
        for (let from = 0; from < run.length; from++)
          for (let to = from + 1; to <= run.length; to++)
            visit(run.slice(from, to).join(' '), index, run, from, to);
  };
  each((key, index) => articlesOf.set(key, (articlesOf.get(key) ?? new Set()).add(index)));
  const isFrequent = (words: readonly string[]) => (articlesOf.get(words.join(' '))?.size ?? 0) >= articles;
  const list = new Set<string>();
  each((key, _, run, from, to) => {
    if (to - from < least || !isFrequent(run.slice(from, to))) return;
    const isWithin =
      (from > 0 && isFrequent(run.slice(from - 1, to))) ||
      (to < run.length && isFrequent(run.slice(from, to + 1)));
    if (!isWithin) list.add(key);
  });
  return [...list].map((key) => `${key}: ${articlesOf.get(key)?.size}`).sort();
}

it('finds what a search for all runs finds', () => {
  const text = fc
    .array(fc.constantFrom('ba', 'bốn', 'năm', 'sáu', '.', '\n'), { maxLength: 24 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 7 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 2, max: 3 }),
      (texts, least, articles) => {
        const mine = found(texts, least, articles).map((phrase) => `${phrase.key}: ${phrase.articles}`);
        expect(mine.sort()).toEqual(naive(texts, least, articles));
      },
    ),
    { numRuns: 300 },
  );
});

it('takes no more than its time for one phrase that never ends', () => {
  const text = 'mưa '.repeat(20_000);
  const begin = performance.now();
  const phrases = found([text, text, text]);
  expect(performance.now() - begin).toBeLessThan(20_000);
  expect(phrases).toHaveLength(1);
  expect(phrases[0]?.syllables).toBe(64);
});
