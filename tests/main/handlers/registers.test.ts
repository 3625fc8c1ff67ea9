import { describe, expect, it } from 'vitest';
import { emptyEntry, type DirectiveEntry } from '#core/directive';
import { codeOf, importText, openIn, reopened, sure, temporaryFolder, type Opened } from '../store/support';

const CT35 = 'chi-thi:35-CT/TW';
const [XII, XIII] = [`${CT35}#XII`, `${CT35}#XIII`];

const ARTICLES: readonly [title: string, day: string | null, ...paragraphs: string[]][] = [
  ['Mới', '2025-03-01', 'Triển khai Chỉ thị số 35-CT/TW về đại hội đảng bộ các cấp tại xã Lam Khê.'],
  [
    'Cũ',
    '2020-07-09',
    'Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Lam Khê chủ trì.',
    'Hội nghị quán triệt Chỉ thị 35 của Bộ Chính trị và Nghị định số 30/2020/NĐ-CP của Chính phủ.',
  ],
  ['Không ngày', null, 'Văn phòng thực hiện Nghị định số 30/2020/NĐ-CP trong toàn ngành.'],
];

async function library() {
  const opened = await openIn(temporaryFolder());
  const ids: string[] = [];
  for (const [title, publishedOn, ...paragraphs] of ARTICLES) {
    const { id } = await importText(opened, title, paragraphs);
    await opened.call('articles.update', { id, patch: { publishedOn } });
    ids.push(id);
  }
  await opened.call('directives.list', { complete: true });
  const [newer = '', older = '', undated = ''] = ids;
  return { library: opened, newer, older, undated };
}

const rowIds = async (opened: Opened): Promise<string[]> =>
  (await opened.call('directives.list', { complete: true })).rows.map(({ id }) => id).sort();

const entry = (id: string, facts: Partial<DirectiveEntry>): DirectiveEntry => ({
  ...emptyEntry(id),
  ...facts,
});

describe('the register', () => {
  it('lists the documents of all articles, the oldest article first', async () => {
    const { library: opened, older, undated } = await library();
    expect(await rowIds(opened)).toEqual([XII, XIII, 'nghi-dinh:30/2020/NĐ-CP']);
    const { rows, done, total } = await opened.call('directives.list', {});
    expect([done, total]).toEqual([3, 3]);
    expect(rows[0]).toMatchObject({ id: 'nghi-dinh:30/2020/NĐ-CP', mentions: 2, articles: [older, undated] });
  });

  it('tells every mention with the words of its paragraph around it', async () => {
    const { library: opened, newer, older, undated } = await library();
    const mentions = await opened.call('directives.mentions', {});
    expect(mentions.map(({ directive, articleId, block }) => [directive, articleId, block])).toEqual([
      [XII, older, 1],
      ['nghi-dinh:30/2020/NĐ-CP', older, 1],
      [XIII, newer, 0],
      ['nghi-dinh:30/2020/NĐ-CP', undated, 0],
    ]);
    expect(mentions[0]).toMatchObject({
      before: 'Hội nghị quán triệt ',
      text: 'Chỉ thị 35 của Bộ Chính trị',
      after: ' và Nghị định số 30/2020/NĐ-CP của Chính phủ.',
    });
  });

  it('tells the mentions of some documents, in some articles, without words where none are asked for', async () => {
    const { library: opened, older, undated } = await library();
    const ids = ['nghi-dinh:30/2020/NĐ-CP'];
    const places = async (input: Parameters<typeof opened.call<'directives.mentions'>>[1]) =>
      (await opened.call('directives.mentions', input)).map(({ articleId }) => articleId);
    expect(await places({ ids })).toEqual([older, undated]);
    expect(await places({ ids, articleIds: [undated] })).toEqual([undated]);
    expect(await places({ ids: [] })).toEqual([]);
    const [bare] = await opened.call('directives.mentions', { ids, context: false });
    expect(bare).toMatchObject({ before: '', text: 'Nghị định số 30/2020/NĐ-CP', after: '' });
  });

  it('counts what a person marks, and no more when the mark is gone', async () => {
    const { library: opened, newer } = await library();
    const target = { quote: 'đại hội đảng bộ các cấp' };
    const mark = { articleId: newer, target, kind: 'directive' as const, directive: XII };
    const { id } = await opened.call('annotations.add', mark);
    const texts = async () =>
      (await opened.call('directives.mentions', { ids: [XII] })).map(({ text }) => text);
    expect(await texts()).toEqual(['Chỉ thị 35 của Bộ Chính trị', 'đại hội đảng bộ các cấp']);
    const again = await reopened(opened);
    const { rows } = await again.call('directives.list', { complete: true });
    expect(rows.find((row) => row.id === XII)).toMatchObject({ mentions: 2 });
    await again.call('annotations.remove', { articleId: newer, ids: [id] });
    expect(await again.call('directives.mentions', { ids: [XII] })).toHaveLength(1);
  });

  it('leaves out mentions of a text that has just been replaced', async () => {
    const { library: opened, newer } = await library();
    const edits = [
      { do: 'edit' as const, index: 0, text: 'Bài không còn viện dẫn văn bản nào của Trung ương.' },
    ];
    await opened.call('articles.revise', { id: newer, revision: 1, edits });
    expect(await opened.call('directives.mentions', { ids: [XIII] })).toEqual([]);
  });
});

describe('what people enter of documents', () => {
  it('is kept, told to the window, and given back as it was', async () => {
    const { library: opened } = await library();
    const first = entry(XIII, { title: 'Về đại hội đảng bộ các cấp', issuedOn: '2024-06-14' });
    expect(await opened.call('directives.put', { entries: [first] })).toEqual([emptyEntry(XIII)]);
    expect(opened.events.at(-1)).toMatchObject({ name: 'library.changed', payload: { directives: [first] } });
    const second = { ...first, status: 'in-force' as const };
    expect(await opened.call('directives.put', { entries: [second] })).toEqual([first]);
    const again = await reopened(opened);
    const { rows } = await again.call('directives.list', { complete: true });
    expect(rows.find(({ id }) => id === XIII)).toMatchObject({
      ...{ title: first.title, status: 'in-force', term: { roman: 'XIII', certain: true } },
    });
    expect(await again.call('directives.put', { entries: [emptyEntry(XIII)] })).toEqual([second]);
    expect((await again.call('library.snapshot', {})).directives).toEqual([]);
  });

  it('merges documents and parts them again', async () => {
    const { library: opened, newer, older } = await library();
    const before = await opened.call('directives.list', {});
    const entries = [entry(XII, { aliasOf: XIII })];
    const were = await opened.call('directives.put', { entries });
    const merged = await opened.call('directives.list', {});
    expect(merged.rows.find(({ id }) => id === XIII)).toMatchObject({
      ...{ mentions: 2, articles: [older, newer], aliases: [XII] },
    });
    expect(await opened.call('directives.mentions', { ids: [XIII] })).toHaveLength(2);
    await opened.call('directives.put', { entries: were });
    expect(await opened.call('directives.list', {})).toEqual(before);
  });

  it('is refused where a document would be merged into itself, and nothing is kept then', async () => {
    const { library: opened } = await library();
    const circle = [entry(XII, { aliasOf: XIII }), entry(XIII, { aliasOf: XII })];
    expect(await codeOf(opened, 'directives.put', { entries: circle })).toBe('directive-into-itself');
    expect((await opened.call('library.snapshot', {})).directives).toEqual([]);
  });
});

describe('bodies and people', () => {
  it('are listed with the office of a person, by the names that people want', async () => {
    const { library: opened, older } = await library();
    const named = async (name: string) => {
      await opened.call('directives.list', { complete: true });
      return (await opened.call('bodies.list', {})).rows.find((row) => row.name === name);
    };
    expect(await named('Nguyễn Văn An')).toMatchObject({
      ...{ is: 'person', role: 'Bí thư Tỉnh ủy Lam Khê', mentions: 1, articles: [older] },
    });
    expect(await named('Bộ Chính trị')).toMatchObject({ is: 'body', role: null, mentions: 1 });
    const entries = [{ name: 'Bộ Chính trị khóa XII', is: 'body' as const, aliases: ['Bộ Chính trị'] }];
    await opened.call('bodies.set', { entries });
    expect(sure(await named('Bộ Chính trị khóa XII'))).toMatchObject({
      mentions: 1,
      aliases: ['Bộ Chính trị'],
    });
    expect(await named('Bộ Chính trị')).toBeUndefined();
  });
});
