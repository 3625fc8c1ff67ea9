import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '#core/contract';
import { codeOf, fakeDesktop, openIn, reopened, temporaryFolder, type Opened } from '../store/support';
import { libraryOf } from './support';

async function reviews(): Promise<{ library: Opened; ids: Record<string, string> }> {
  const { library, ids } = await libraryOf({
    'Bài rà soát': ['Năm nay ủy ban rà soát đất đai; ân cần rà soát ao hồ.', 'Hết rồi.'],
    'Bài cũ': ['Ăn no rồi rà soát ấp Đông. Rà soát cả ăng ten.', '=1+1 rà soát'],
  });
  const days = { 'Bài rà soát': '2021-03-01', 'Bài cũ': '2019-03-01' };
  for (const [title, publishedOn] of Object.entries(days))
    await library.call('articles.update', { id: String(ids[title]), patch: { publishedOn } });
  await library.call('search.find', { query: 'x', complete: true });
  return { library, ids };
}

const afters = ({ rows }: CallOutput<'search.concordance'>) =>
  rows.map(({ hit }) => hit.after.trim().split(/[ .;]/u)[0]);

describe('the concordance', () => {
  it('has every place in texts, the oldest articles first, and none of titles', async () => {
    const { library, ids } = await reviews();
    const { rows, total, left } = await library.call('search.concordance', { query: 'rà soát' });
    expect([total, left]).toEqual([5, 0]);
    expect(rows.map(({ articleId }) => articleId)).toEqual([
      ...Array<string>(3).fill(String(ids['Bài cũ'])),
      ...Array<string>(2).fill(String(ids['Bài rà soát'])),
    ]);
    expect(rows.every(({ hit }) => hit.in === 'text')).toBe(true);
    expect(rows[2]?.hit).toMatchObject({ before: '=1+1 ', exact: 'rà soát', block: 1 });
  });

  it('is sorted by what follows and by what stands before, in Vietnamese order', async () => {
    const { library } = await reviews();
    const right = await library.call('search.concordance', { query: '"rà soát"', order: 'right' });
    expect(afters(right)).toEqual(['', 'ao', 'ấp', 'cả', 'đất']);
    const left = await library.call('search.concordance', { query: '"rà soát"', order: 'left' });
    expect(left.rows.map(({ hit }) => hit.before.trim().split(' ').at(-1))).toEqual([
      ...['=1+1', 'ban', 'cần', 'Đông.', 'rồi'],
    ]);
  });

  it('is sorted by the words themselves where they differ', async () => {
    const { library } = await reviews();
    const { rows } = await library.call('search.concordance', { query: 'rà | ao | đất', order: 'words' });
    const words = rows.map(({ hit }) => hit.exact.toLowerCase());
    expect(words).toEqual(['ao', 'đất', 'rà', 'rà', 'rà', 'rà', 'rà']);
  });

  it('sends no more rows than are asked for, and counts all', async () => {
    const { library } = await reviews();
    const { rows, total } = await library.call('search.concordance', { query: 'rà soát', limit: 2 });
    expect([rows.length, total]).toEqual([2, 5]);
  });

  it('is written as a table that no spreadsheet runs', async () => {
    const { library } = await reviews();
    const csv = await library.call('search.render', { query: '"rà soát"', format: 'csv' });
    expect(csv.fileName).toBe('tim-kiem-ra-soat.csv');
    const lines = csv.text.split('\r\n');
    expect(lines[0]).toBe('\uFEFFTrước;Từ ngữ;Sau;Bài viết;Nguồn;Ngày đăng;Đoạn');
    expect(lines[3]).toMatch(/^'=1\+1 ;rà soát;;Bài cũ;[^;]*;01\/03\/2019;2$/u);
    const html = await library.call('search.render', { query: '"rà soát"', format: 'html' });
    expect(html.text).toContain('<td>Bài cũ');
    const markdown = await library.call('search.render', { query: '"rà soát"', format: 'markdown' });
    expect(markdown.text).toContain('5 chỗ trong 2 bài');
    expect(markdown.fileName).toBe('tim-kiem-ra-soat.md');
  });

  it('is saved where the person says', async () => {
    const path = join(temporaryFolder(), 'bảng.csv');
    const library = await openIn(temporaryFolder(), {
      desktop: { ...fakeDesktop(), chooseSavePath: () => Promise.resolve(path) },
    });
    expect(await codeOf(library, 'search.save', { query: 'gì', format: 'csv' })).toBe('export-empty');
    expect(await codeOf(library, 'search.save', { query: '"gì', format: 'csv' })).toBe('bad-input');
    await library.call('import.items', {
      items: [{ name: 'a.txt', bytes: new TextEncoder().encode('Một bài\n\nCó chữ gì đó ở đây.\n\nHết.') }],
    });
    expect(await library.call('search.save', { query: 'gì', format: 'csv' })).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toContain('Có chữ ;gì; đó ở đây.');
  });
});

describe('saved searches', () => {
  it('of an earlier version are those that name no body and take any capitals', async () => {
    const { library } = await libraryOf({ 'Một bài': ['Chữ.', 'Hết.'] });
    await library.close();
    const file = join(library.folder, 'library.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
    const search = { name: 'Rà soát', query: 'rà soát', savedAt: '2026-01-02T03:04:05.000Z' };
    writeFileSync(file, JSON.stringify({ ...kept, searches: [search] }));
    const again = await openIn(library.folder);
    expect((await again.call('library.snapshot', {})).searches).toEqual([
      { ...search, marks: 'auto', syllables: 'auto', otherWays: true, matchCase: false, bodies: [] },
    ]);
  });

  it('are kept, told, and taken back by what the call returns', async () => {
    const { library } = await libraryOf({ 'Một bài': ['Chữ.', 'Hết.'] });
    const search = {
      name: 'Rà soát',
      query: 'rà soát',
      marks: 'auto' as const,
      syllables: 'whole' as const,
      otherWays: false,
      matchCase: true,
      bodies: ['Bộ Tài chính'],
      savedAt: '2026-01-02T03:04:05.000Z',
    };
    const before = await library.call('searches.set', { searches: [search] });
    expect(before).toEqual([]);
    expect(library.events.at(-1)).toMatchObject({ name: 'library.changed', payload: { searches: [search] } });
    const again = await reopened(library);
    expect((await again.call('library.snapshot', {})).searches).toEqual([search]);
    expect(await again.call('searches.set', { searches: before })).toEqual([search]);
    expect((await again.call('library.snapshot', {})).searches).toEqual([]);
  });
});
