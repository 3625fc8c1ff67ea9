import { describe, expect, it } from 'vitest';
import type { CallInput } from '#core/contract';
import type { Opened } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

const cased = (library: Opened, query: string, more: Partial<CallInput<'search.find'>> = {}) =>
  find(library, query, { matchCase: true, ...more });

const library = async (): Promise<Opened> =>
  (
    await libraryOf({
      'Bài một': ['Nghị quyết của Đảng, nói với đảng viên rằng Đảng ở đây.', 'Hết.'],
      'Bài hai': ['Hai đảng lớn tranh cử; đảng nào cũng hứa.', 'Hết.'],
      'Bài ba': ['Không có chữ nào như thế.', 'Hết.'],
      'Đảng bộ tỉnh': ['Chi bộ đảng họp.', 'Hết.'],
      'Bài NFD': ['Nghị quyết Đảng'.normalize('NFD'), 'Hết.'],
    })
  ).library;

describe('capitals', () => {
  it('count only where that is asked for', async () => {
    const opened = await library();
    expect((await find(opened, 'đảng')).total).toBe(4);
    expect((await titlesOf(opened, await cased(opened, 'Đảng'))).sort()).toEqual([
      'Bài NFD',
      'Bài một',
      'Đảng bộ tỉnh',
    ]);
    expect((await titlesOf(opened, await cased(opened, 'đảng'))).sort()).toEqual([
      'Bài hai',
      'Bài một',
      'Đảng bộ tỉnh',
    ]);
    expect((await cased(opened, 'ĐẢNG')).total).toBe(0);
  });

  it('are those of the places that are shown and counted', async () => {
    const opened = await library();
    const { articles } = await cased(opened, 'Đảng', { order: 'title' });
    expect(articles.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(articles.flatMap(({ hits }) => hits.map(({ exact }) => exact.normalize('NFC')))).toEqual(
      Array.from({ length: 4 }, () => 'Đảng'),
    );
  });

  it('decide what the groups beside the list count, and what a tick leaves', async () => {
    const opened = await library();
    const { facets } = await cased(opened, 'Đảng');
    expect(facets.fields).toEqual([
      { value: 'title', count: 1 },
      { value: 'text', count: 2 },
    ]);
    const ticked = await cased(opened, 'Đảng', { narrowing: { fields: ['title'] } });
    expect(ticked).toMatchObject({ total: 1 });
    expect(ticked.facets.fields).toEqual(facets.fields);
  });

  it('of words that shall not be there leave what has them otherwise', async () => {
    const opened = await library();
    expect(await titlesOf(opened, await cased(opened, 'đảng NOT Đảng'))).toEqual(['Bài hai']);
    expect((await titlesOf(opened, await cased(opened, 'Bài NOT đảng'))).sort()).toEqual([
      'Bài NFD',
      'Bài ba',
    ]);
    expect((await cased(opened, 'bài NOT đảng')).total).toBe(0);
  });

  it('count without marks, in phrases, beginnings and words near each other', async () => {
    const opened = await library();
    expect((await cased(opened, 'Dang')).total).toBe(3);
    expect((await cased(opened, 'dang vien')).total).toBe(1);
    expect((await cased(opened, 'Đảng viên')).total).toBe(0);
    expect((await cased(opened, 'Đả*')).total).toBe(3);
    expect((await cased(opened, 'quyết NEAR/3 Đảng')).total).toBe(2);
    expect((await cased(opened, 'quyết NEAR/3 đảng')).total).toBe(0);
  });

  it('follow the articles: what is answered from memory is not what was', async () => {
    const opened = await library();
    expect((await cased(opened, 'Không có chữ')).total).toBe(1);
    expect((await cased(opened, 'Không có chữ')).total).toBe(1);
    const { articles } = await opened.call('library.snapshot', {});
    const { id = '' } = articles.find(({ title }) => title === 'Bài ba') ?? {};
    await opened.call('articles.remove', { ids: [id] });
    expect((await cased(opened, 'Không có chữ')).total).toBe(0);
  });

  it('count for pages and for contexts', async () => {
    const opened = await library();
    const first = await cased(opened, 'Đảng', { limit: 2 });
    const second = await cased(opened, 'Đảng', { offset: 2, limit: 2 });
    const ids = [...first.articles, ...second.articles].map(({ articleId }) => articleId);
    expect(new Set(ids).size).toBe(3);
    const { rows } = await opened.call('search.concordance', { query: 'đảng', matchCase: true });
    expect(rows.map(({ hit }) => hit.exact)).toEqual(['đảng', 'đảng', 'đảng', 'đảng']);
  });
});
