import { describe, expect, it } from 'vitest';
import type { CallInput } from '#core/contract';
import { addQuote, type Opened } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

const ARTICLES = {
  'Học tập chỉ thị': [
    'Tỉnh ủy Lam Khê quán triệt Chỉ thị số 35-CT/TW.',
    'Đảng bộ xã đang rà soát các chi bộ.',
  ],
  'Hội nghị của xã': [
    'Hội nghị bàn về chí thì và chi tiêu của xã.',
    'Đảng ủy xã yêu cầu rà soát trước tháng sau.',
  ],
  'Cây trồng mới': ['Ủy ban nhân dân huyện Sơn Dao họp về kỹ thuật trồng cây.', 'Không có gì khác.'],
};
const [DIRECTIVE, MEETING, TREES] = ['Học tập chỉ thị', 'Hội nghị của xã', 'Cây trồng mới'];

const titlesFor = async (library: Opened, query: string, more: Partial<CallInput<'search.find'>> = {}) =>
  titlesOf(library, await find(library, query, more));

describe('searching the library', () => {
  it('finds a word with marks only as it is spelled, and tells where it stands', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    const answer = await find(library, '"chỉ thị"');
    expect(answer).toMatchObject({ problem: null, total: 1, indexed: { done: 3, total: 3 } });
    const [article] = answer.articles;
    expect(article).toMatchObject({ articleId: ids[DIRECTIVE], count: 2 });
    expect(article?.hits.map((hit) => [hit.in, hit.before, hit.exact, hit.after, hit.block])).toEqual([
      ['title', 'Học tập ', 'chỉ thị', '', null],
      ['text', 'Tỉnh ủy Lam Khê quán triệt ', 'Chỉ thị', ' số 35-CT/TW.', 0],
    ]);
  });

  it('finds a word without marks with any', async () => {
    const { library } = await libraryOf(ARTICLES);
    expect(await titlesFor(library, '"chi thi"')).toEqual([DIRECTIVE, MEETING]);
    expect(await titlesFor(library, '"chi thi"', { marks: 'strict' })).toEqual([]);
    expect(await titlesFor(library, '"chỉ thị"', { marks: 'loose' })).toEqual([DIRECTIVE, MEETING]);
  });

  it('cuts long paragraphs around a hit at words, and says so', async () => {
    const long = `${'một hai ba '.repeat(40)}chỗ này${' bốn năm sáu'.repeat(40)}`;
    const { library } = await libraryOf({ 'Bài dài': ['Ngắn.', long] });
    const [hit] = (await find(library, '"chỗ này"')).articles[0]?.hits ?? [];
    expect(hit?.before).toMatch(/^… ?(?:(?:một|hai|ba) )+$/u);
    expect(hit?.after).toMatch(/^(?: (?:bốn|năm|sáu))+ ?…$/u);
    expect([hit?.start, hit?.block]).toEqual(['Ngắn.\n'.length + long.indexOf('chỗ'), 1]);
  });

  it('puts what is spelled as it was typed first, then titles, notes and texts, each the newest first', async () => {
    const { library, ids } = await libraryOf({
      'Bài một': ['Có cây bàng.', 'Hết.'],
      'Bài hai': ['Có cây bang bên đường.', 'Hết.'],
      'Chuyện cây bàng': ['Không có gì.', 'Hết.'],
      'Bài ba': ['Bài này nói chuyện khác.', 'Hết.'],
      'Bài bốn': ['Lại cây bàng.', 'Hết.'],
    });
    await addQuote(library, String(ids['Bài ba']), 'chuyện khác', { note: 'giống cây bàng' });
    for (const [title, day] of [
      ['Bài một', '2020-01-01'],
      ['Bài bốn', '2022-01-01'],
    ])
      await library.call('articles.update', { id: String(ids[String(title)]), patch: { publishedOn: day } });
    const order = ['Chuyện cây bàng', 'Bài ba', 'Bài bốn', 'Bài một'];
    expect(await titlesFor(library, 'cây bang')).toEqual(['Bài hai', ...order]);
    expect((await titlesFor(library, 'cây bàng', { order: 'oldest' })).slice(0, 2)).toEqual([
      'Bài một',
      'Bài bốn',
    ]);
    expect(await titlesFor(library, 'cây', { order: 'title' })).toEqual([
      ...['Bài ba', 'Bài bốn', 'Bài hai', 'Bài một', 'Chuyện cây bàng'],
    ]);
  });

  it('gives one page after the other, and counts all', async () => {
    const { library } = await libraryOf(ARTICLES);
    const whole = await titlesFor(library, 'xã; rà soát');
    const pages = [
      await find(library, 'xã; rà soát', { limit: 1 }),
      await find(library, 'xã; rà soát', { limit: 1, offset: 1 }),
    ];
    expect(pages.map(({ total }) => total)).toEqual([2, 2]);
    expect((await Promise.all(pages.map((page) => titlesOf(library, page)))).flat()).toEqual(whole);
  });

  it('sends as many hits as are asked for, and counts the others', async () => {
    const { library } = await libraryOf({ 'Nhiều lần': ['cây cây cây cây', 'cây'] });
    const [article] = (await find(library, 'cây', { hits: 2 })).articles;
    expect([article?.hits.length, article?.count]).toEqual([2, 5]);
  });

  it('finds what a word goes on to while it is typed', async () => {
    const { library } = await libraryOf(ARTICLES);
    expect(await titlesFor(library, 'kỹ thu', { isTyping: true })).toEqual([TREES]);
    expect(await titlesFor(library, 'kỹ thu')).toEqual([]);
  });

  it('offers what stands there with other marks when nothing stands there with these', async () => {
    const { library } = await libraryOf(ARTICLES);
    expect(await find(library, 'chị thí')).toMatchObject({ total: 0, withAnyMarks: 2 });
    expect(await find(library, 'chị thí', { marks: 'loose' })).toMatchObject({ total: 2, withAnyMarks: 0 });
  });

  it('looks for the other ways to write something, and says which', async () => {
    const { library } = await libraryOf(ARTICLES);
    const answer = await find(library, 'UBND huyện');
    expect(await titlesOf(library, answer)).toEqual([TREES]);
    expect(answer.otherWays).toEqual(['Ủy ban nhân dân']);
    expect((await find(library, '"UBND huyện"')).total).toBe(0);
  });

  it('understands what may not stand there, what stands near, and where it shall stand', async () => {
    const { library } = await libraryOf(ARTICLES);
    expect(await titlesFor(library, 'xã -"hội nghị"')).toEqual([DIRECTIVE]);
    expect((await titlesFor(library, 'đảng NEAR/4 "rà soát"')).sort()).toEqual([DIRECTIVE, MEETING]);
    expect(await titlesFor(library, 'đảng NEAR/2 "rà soát"')).toEqual([]);
    expect(await titlesFor(library, 'tiêu-đề:xã')).toEqual([MEETING]);
  });

  it('finds notes, and tells whose they are', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    const note = await addQuote(library, String(ids[TREES]), 'trồng cây', { note: 'Xem lại quy hoạch' });
    const [article] = (await find(library, 'quy hoạch')).articles;
    expect(article).toMatchObject({ articleId: ids[TREES], count: 1 });
    expect(article?.hits[0]).toMatchObject({
      in: 'note',
      exact: 'quy hoạch',
      start: 8,
      annotationId: note.id,
    });
    await library.call('annotations.remove', { articleId: String(ids[TREES]), ids: [note.id] });
    expect((await find(library, 'quy hoạch')).total).toBe(0);
  });

  it('finds nothing in the trash, and again what is brought back', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    const trees = { ids: [String(ids[TREES])] };
    expect((await find(library, 'cây')).total).toBe(1);
    await library.call('articles.remove', trees);
    expect(await find(library, 'cây')).toMatchObject({ total: 0, indexed: { done: 2, total: 2 } });
    await library.call('articles.restore', trees);
    expect(await find(library, 'cây')).toMatchObject({ total: 1, indexed: { done: 3, total: 3 } });
  });

  it('finds what was changed a moment ago without being asked to wait', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    await find(library, 'xã');
    await addQuote(library, String(ids[TREES]), 'trồng cây', { note: 'ghi nhanh' });
    expect((await library.call('search.find', { query: 'ghi nhanh' })).total).toBe(1);
  });

  it('has nothing to say to a query without words', async () => {
    const { library } = await libraryOf(ARTICLES);
    for (const query of ['', '   '])
      expect(await find(library, query)).toMatchObject({ problem: null, total: 0 });
  });

  it.each([
    ['x'.repeat(10_000), 'too-long'],
    ['a '.repeat(500), 'too-many-words'],
    ['t* h* c* n* k*', 'too-many-words'],
    ['("a', 'open-quote'],
    ['(((((a', 'open-bracket'],
    ['('.repeat(2_000), 'too-many-words'],
    ['NOT '.repeat(500), 'too-many-words'],
    ['NOT '.repeat(5), 'nothing-beside'],
    ['năm:hai', 'bad-year'],
  ])('refuses what it cannot answer, and says why: %#', async (query, code) => {
    const { library } = await libraryOf({ 'Một bài': ['Có chữ.', 'Hết.'] });
    const answer = await find(library, query);
    expect(answer).toMatchObject({ problem: { code }, total: 0, articles: [] });
    expect(await library.call('search.concordance', { query })).toMatchObject({
      problem: { code },
      rows: [],
    });
  });
});
