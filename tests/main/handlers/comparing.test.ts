import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleBytes, fakeDesktop, openIn, sure, temporaryFolder } from '../store/support';

/** A library of three articles, and where the desktop saves files. */
async function library(path: string | null) {
  const folder = temporaryFolder();
  const asked: string[] = [];
  const desktop = fakeDesktop({
    chooseSavePath: (name: string) => {
      asked.push(name);
      return Promise.resolve(path);
    },
  });
  const opened = await openIn(folder, { desktop });
  const ids: string[] = [];
  for (const year of ['2024', '2025', '2026']) {
    const bytes = articleBytes(`Hội nghị ${year}`, [
      `Sáng 7/1, Tỉnh ủy tổ chức hội nghị tổng kết công tác năm ${year} tại hội trường lớn.`,
      `Năm ${year}, toàn tỉnh phấn đấu 80% hồ sơ được giải quyết trực tuyến toàn trình.`,
    ]);
    const items = [{ name: `${year}.txt`, bytes }];
    ids.push(sure(sure((await opened.call('import.items', { items }))[0]).id));
  }
  return { ...opened, ids, asked };
}

describe('comparing in the library', () => {
  it('saves what it shows, where the person says', async () => {
    const path = join(temporaryFolder(), 'bảng.html');
    const { call, ids, asked } = await library(path);
    const request = { articleIds: ids.slice(0, 2), format: 'html' } as const;
    const { text, fileName } = await call('compare.render', request);
    expect(await call('compare.save', request)).toEqual({ path });
    expect(asked).toEqual([fileName]);
    expect(fileName).toMatch(/^so-sanh-hoi-nghi-2024-\d{4}-\d\d-\d\d\.html$/u);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(text).toContain('<ins>2025</ins>');
  });

  it('saves nothing when the person cancels', async () => {
    const { call, ids } = await library(null);
    expect(await call('compare.save', { articleIds: ids, format: 'csv' })).toEqual({ path: null });
  });

  it('aligns as the person pinned, also in the table', async () => {
    const { call, ids } = await library(null);
    const [left = '', right = ''] = ids;
    const end = (articleId: string) => ({ articleId, revision: 1, block: 1 });
    await call('pins.add', { left: end(right), right: end(left), together: false });
    const { pairs } = await call('compare.articles', { left, right });
    expect(pairs.map((pair) => [pair.left, pair.right])).toEqual([[0, 0]]);
    const { text } = await call('compare.render', { articleIds: [left, right], format: 'csv' });
    expect(text.split('\r\n').filter((line) => /;(Không còn|Bổ sung)$/u.test(line))).toHaveLength(2);
  });

  it('refuses one article, five, or one that is not there', async () => {
    const { call, ids } = await library(null);
    const render = (articleIds: string[]) => call('compare.render', { articleIds, format: 'markdown' });
    await expect(render(ids.slice(0, 1))).rejects.toMatchObject({ code: 'bad-input' });
    await expect(render([...ids, ...ids])).rejects.toMatchObject({ code: 'bad-input' });
    await expect(render([sure(ids[0]), '0123456789abcdef'])).rejects.toMatchObject({
      code: 'article-not-found',
    });
  });
});
