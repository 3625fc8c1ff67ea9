import { describe, expect, it } from 'vitest';
import type { CallInput } from '#core/contract';
import { addQuote, importText, openIn, reopened, sure, temporaryFolder, type Opened } from '../store/support';

const FIRST = ['Tỉnh ủy Lam Khê quán triệt Chỉ thị số 35-CT/TW.', 'Đảng bộ xã đang rà soát các chi bộ.'];
const SECOND = ['Hội nghị bàn về chí thì và chi tiêu của xã.', 'Đảng ủy xã yêu cầu rà soát trước tháng sau.'];
const THIRD = ['Ủy ban nhân dân huyện Sơn Dao họp về kỹ thuật trồng cây.', 'Không có gì khác.'];

async function library(): Promise<{ library: Opened; ids: [string, string, string] }> {
  const opened = await openIn(temporaryFolder());
  const ids: string[] = [];
  for (const [title, paragraphs] of [
    ['Học tập chỉ thị', FIRST],
    ['Hội nghị của xã', SECOND],
    ['Cây trồng mới', THIRD],
  ] as const)
    ids.push((await importText(opened, title, paragraphs)).id);
  return { library: opened, ids: ids as [string, string, string] };
}

const find = (opened: Opened, query: string, more: Partial<CallInput<'search.find'>> = {}) =>
  opened.call('search.find', { query, complete: true, ...more });

const idsOf = (answer: { articles: { articleId: string }[] }) =>
  answer.articles.map(({ articleId }) => articleId);

describe('searching the library', () => {
  it('finds a word with marks only as it is spelled, and tells where it stands', async () => {
    const { library: opened, ids } = await library();
    const answer = await find(opened, 'chỉ thị');
    expect(answer).toMatchObject({ problem: null, total: 1, indexed: { done: 3, total: 3 } });
    const [article] = answer.articles;
    expect(article).toMatchObject({ articleId: ids[0], count: 3 });
    expect(article?.hits.map((hit) => [hit.in, hit.before, hit.exact, hit.after, hit.block])).toEqual([
      ['title', 'Học tập ', 'chỉ thị', '', null],
      ['text', 'Tỉnh ủy Lam Khê quán triệt ', 'Chỉ thị', ' số 35-CT/TW.', 0],
      ['text', 'Tỉnh ủy Lam Khê quán triệt Chỉ thị số 35-', 'CT', '/TW.', 0],
    ]);
  });

  it('finds a word without marks with any, and those spelled so first', async () => {
    const { library: opened, ids } = await library();
    const { articles } = await find(opened, 'chi thi');
    expect(articles.map(({ articleId, count }) => [articleId, count])).toEqual([
      [ids[0], 3],
      [ids[1], 1],
    ]);
  });
});
