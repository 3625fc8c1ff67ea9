import { describe, expect, it } from 'vitest';
import { addQuote, type Opened } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

/** Three articles about one thing, of two sources and two years, with annotations of two kinds. */
async function reviews(): Promise<{ library: Opened; ids: Record<string, string> }> {
  const { library, ids } = await libraryOf({
    'Rà soát một': ['Huyện rà soát chi bộ theo Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.', 'Hết.'],
    'Rà soát hai': ['Tỉnh rà soát đất đai.', 'Giao Sở Y tế làm báo cáo.'],
    'Bài ba': ['Xã rà soát cầu đường.', 'Hết.'],
  });
  const facts = [
    ['Rà soát một', { source: 'Báo Nhân Dân', publishedOn: '2020-05-01' }],
    ['Rà soát hai', { source: 'Báo Lam Khê', publishedOn: '2021-05-01' }],
    ['Bài ba', { source: 'Báo Nhân Dân' }],
  ] as const;
  for (const [title, patch] of facts)
    await library.call('articles.update', { id: String(ids[title]), patch });
  await addQuote(library, String(ids['Rà soát một']), 'chi bộ', {
    tags: ['Hội nghị/Tổng kết'],
    note: 'rà soát lại',
  });
  await addQuote(library, String(ids['Rà soát hai']), 'Giao Sở Y tế', {
    kind: 'task',
    tags: ['Hội nghị/Sơ kết', 'Y tế'],
  });
  return { library, ids };
}

const found = async (library: Opened, query: string) =>
  (await titlesOf(library, await find(library, query))).sort();

describe('filters of a query', () => {
  it.each([
    ['nguồn:"nhân dân"', ['Bài ba', 'Rà soát một']],
    ['nguon:nhan', ['Bài ba', 'Rà soát một']],
    ['nguồn:nhắn', []],
    ['năm:2020', ['Rà soát một']],
    ['năm:2020..2021', ['Rà soát hai', 'Rà soát một']],
    ['năm:..2020', ['Rà soát một']],
    ['nhãn:"hội nghị"', ['Rà soát hai', 'Rà soát một']],
    ['nhãn:tong-ket', ['Rà soát một']],
    ['nhãn:"Hội nghị/Sơ kết"', ['Rà soát hai']],
    ['nhãn:nghị', []],
    ['loại:nhiệm-vụ', ['Rà soát hai']],
    ['loại:ghi-chú', ['Rà soát một']],
    ['văn-bản:"35-CT/TW"', ['Rà soát một']],
    ['văn-bản:"chỉ thị 35"', ['Rà soát một']],
    ['văn-bản:"36-CT/TW"', []],
    ['soát -nguồn:"nhân dân"', ['Rà soát hai']],
    ['soát năm:2021 nhãn:"y tế"', ['Rà soát hai']],
  ])('%s', async (query, titles) => {
    const { library } = await reviews();
    expect(await found(library, query)).toEqual(titles);
  });

  it('find articles without any words, and no places in them', async () => {
    const { library, ids } = await reviews();
    const { articles, facets } = await find(library, 'năm:2020');
    expect(articles).toEqual([{ articleId: ids['Rà soát một'], count: 0, hits: [] }]);
    expect(facets.fields).toEqual([]);
  });
});

describe('narrowing what was found', () => {
  it('counts the articles by what they have', async () => {
    const { library } = await reviews();
    expect((await find(library, 'rà soát')).facets).toEqual({
      fields: [
        { value: 'title', count: 2 },
        { value: 'text', count: 3 },
        { value: 'note', count: 1 },
      ],
      years: [
        { value: 2020, count: 1 },
        { value: 2021, count: 1 },
        { value: null, count: 1 },
      ],
      sources: [
        { value: 'Báo Nhân Dân', count: 2 },
        { value: 'Báo Lam Khê', count: 1 },
      ],
      tags: [
        { value: 'Hội nghị', count: 2 },
        { value: 'Hội nghị/Sơ kết', count: 1 },
        { value: 'Hội nghị/Tổng kết', count: 1 },
        { value: 'Y tế', count: 1 },
      ],
      kinds: [
        { value: 'highlight', count: 1 },
        { value: 'task', count: 1 },
      ],
      bodies: [],
      reading: [{ value: 'unread', count: 3 }],
      kept: [],
      collections: [],
    });
  });

  it('leaves the counts of a group as they are when something is ticked in it', async () => {
    const { library } = await reviews();
    const answer = await find(library, 'rà soát', { narrowing: { years: [2020, null] } });
    expect((await titlesOf(library, answer)).sort()).toEqual(['Bài ba', 'Rà soát một']);
    expect(answer.total).toBe(2);
    expect(answer.facets.years).toHaveLength(3);
    expect(answer.facets.sources).toEqual([{ value: 'Báo Nhân Dân', count: 2 }]);
    expect(answer.facets.kinds).toEqual([{ value: 'highlight', count: 1 }]);
  });

  it('by a body waits until it is known who names it', async () => {
    const { library } = await libraryOf({
      'Bài một': ['Bộ Tài chính đã có văn bản.', 'Hết.'],
      'Bài hai': ['Không ai có văn bản.', 'Hết.'],
    });
    const answer = await find(library, 'văn bản', { narrowing: { bodies: ['Bộ Tài chính'] } });
    expect(await titlesOf(library, answer)).toEqual(['Bài một']);
    expect(answer.indexed).toEqual({ done: 2, total: 2 });
  });

  it('takes a tag with those under it, and several groups together', async () => {
    const { library } = await reviews();
    const narrowing = { tags: ['hội nghị'], kinds: ['task' as const] };
    expect(await titlesOf(library, await find(library, 'rà soát', { narrowing }))).toEqual(['Rà soát hai']);
  });

  it('shows and counts only the places in the fields that are ticked', async () => {
    const { library, ids } = await reviews();
    const { articles, total } = await find(library, 'rà soát', { narrowing: { fields: ['note'] } });
    expect(total).toBe(1);
    expect(articles).toEqual([
      expect.objectContaining({
        articleId: ids['Rà soát một'],
        count: 1,
        hits: [expect.objectContaining({ in: 'note' })],
      }),
    ]);
  });

  it('knows the facts as they are after they were corrected', async () => {
    const { library, ids } = await reviews();
    await find(library, 'rà soát');
    await library.call('articles.update', {
      id: String(ids['Bài ba']),
      patch: { source: 'Báo Mới', publishedOn: '2019-01-02' },
    });
    expect(await found(library, 'nguồn:"báo mới" năm:2019')).toEqual(['Bài ba']);
    expect(await titlesOf(library, await find(library, 'rà soát', { order: 'oldest' }))).toEqual([
      ...['Bài ba', 'Rà soát một', 'Rà soát hai'],
    ]);
  });
});
