import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import {
  PARAGRAPHS,
  addQuote,
  codeOf,
  importText,
  openIn,
  reopened,
  sure,
  temporaryFolder,
  withArticles,
  type Opened,
} from '../store/support';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const quoted = (articleId: string, quote: string, tags: string[] = []) => ({
  articleId,
  target: { quote },
  kind: 'task' as const,
  tags,
});

const annotationsOf = async (library: Opened, id: string) =>
  (await library.call('articles.get', { id })).annotations;

describe('many annotations at once', () => {
  it('are added to several articles, in the order asked for, with one event', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const events = library.events.length;
    const items = [
      quoted(one, 'Hội nghị', ['A']),
      quoted(two, 'Đồng chí', ['a', 'B']),
      quoted(one, 'Các đơn vị'),
    ];
    const added = await library.call('annotations.addMany', { items });
    expect(added.map(({ target }) => target.quote.exact)).toEqual(['Hội nghị', 'Đồng chí', 'Các đơn vị']);
    expect(added.map(({ tags }) => tags)).toEqual([['A'], ['A', 'B'], []]);
    expect(library.events).toHaveLength(events + 1);
    const again = await reopened(library);
    expect(await annotationsOf(again, one)).toEqual([added[2], added[0]]);
    expect(await annotationsOf(again, two)).toEqual([added[1]]);
  });

  it('are not added when one of them cannot be', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const code = (...items: ReturnType<typeof quoted>[]) =>
      codeOf(library, 'annotations.addMany', { items: [quoted(one, 'Hội nghị', ['Mới']), ...items] });
    expect(await code(quoted(two, 'không có chữ này'))).toBe('quote-not-found');
    expect(await code(quoted('0123456789abcdef', 'Hội nghị'))).toBe('article-not-found');
    expect(await annotationsOf(library, one)).toEqual([]);
    expect((await library.call('library.snapshot', {})).tags).toEqual([]);
  });

  it('are not touched when the notes of one of the articles cannot be read', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    await library.close();
    writeFileSync(join(library.folder, 'annotations', `${two}.json`), '{"torn');
    rmSync(join(library.folder, 'backup', 'annotations', `${two}.json`), { force: true });
    const again = await openIn(library.folder);
    const items = [quoted(one, 'Hội nghị'), quoted(two, 'Hội nghị')];
    expect(await codeOf(again, 'annotations.addMany', { items })).toBe('library-broken');
    expect(await annotationsOf(again, one)).toEqual([]);
  });

  it('are changed across articles, all or none', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const added = await library.call('annotations.addMany', {
      items: [quoted(one, 'Hội nghị', ['A']), quoted(two, 'Hội nghị')],
    });
    const [first, second] = [sure(added[0]), sure(added[1])];
    const refused = [
      { articleId: one, id: first.id, patch: { note: 'không' } },
      { articleId: two, id: UNKNOWN, patch: { note: 'không' } },
    ];
    expect(await codeOf(library, 'annotations.updateMany', { changes: refused })).toBe(
      'annotation-not-found',
    );
    expect(await annotationsOf(library, one)).toEqual([first]);
    const changed = await library.call('annotations.updateMany', {
      changes: [
        { articleId: two, id: second.id, patch: { tags: ['a', 'B'] } },
        { articleId: one, id: first.id, patch: { kind: 'target' } },
        { articleId: two, id: second.id, patch: { note: 'sau' } },
      ],
    });
    expect(changed.map(({ before }) => before)).toEqual([second, first, sure(changed[0]).after]);
    expect(changed[1]?.after).toMatchObject({ kind: 'target', colour: 'green' });
    expect(changed[2]?.after).toMatchObject({ tags: ['A', 'B'], note: 'sau' });
    const again = await reopened(library);
    expect(await annotationsOf(again, two)).toEqual([sure(changed[2]).after]);
  });

  it('are as many as there are occurrences in a long article', async () => {
    const library = await openIn(temporaryFolder());
    const paragraphs = Array.from({ length: 400 }, (_, index) => `Đoạn ${index}: nghị quyết về nghị quyết.`);
    const { id } = await importText(library, 'Bài dài', paragraphs);
    const { article } = await library.call('articles.get', { id });
    const spans = [...textOf(article).matchAll(/nghị quyết/gu)].map(({ index }) => ({
      start: index,
      end: index + 'nghị quyết'.length,
    }));
    const items = spans.map((span) => ({
      articleId: id,
      target: { span, revision: 1 },
      kind: 'highlight' as const,
    }));
    const added = await library.call('annotations.addMany', { items });
    expect(added.map(({ target: { start, end } }) => ({ start, end }))).toEqual(spans);
    await library.call('annotations.remove', {
      articleId: id,
      ids: added.map((annotation) => annotation.id),
    });
    expect(await annotationsOf(library, id)).toEqual([]);
  });
});

describe('moving an annotation', () => {
  it('gives it other words, and putting back takes that back', async () => {
    const { library, ids } = await withArticles(1);
    const articleId = sure(ids[0]);
    const { id, ...added } = await addQuote(library, articleId, 'Hội nghị', { note: 'giữ', tags: ['A'] });
    const move = (target: { quote: string } | { span: { start: number; end: number }; revision: number }) =>
      library.call('annotations.move', { articleId, id, target });
    const { before, after } = await move({ quote: 'Hội nghị thảo luận phương hướng' });
    expect(before).toEqual({ id, ...added });
    expect(after).toMatchObject({
      id,
      note: 'giữ',
      tags: ['A'],
      anchor: 'exact',
      createdAt: added.createdAt,
    });
    expect(after.target.quote.exact).toBe('Hội nghị thảo luận phương hướng');
    const { target, anchor, revision } = before;
    const back = await library.call('annotations.putBack', { articleId, id, target, anchor, revision });
    expect({ ...back.after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    expect(back.before).toEqual(after);
  });

  it('is refused outside the text, in another revision, and for what is not there', async () => {
    const { library, ids } = await withArticles(1);
    const articleId = sure(ids[0]);
    const added = await addQuote(library, articleId, 'Hội nghị');
    const code = (id: string, start: number, end: number, revision: number) =>
      codeOf(library, 'annotations.move', { articleId, id, target: { span: { start, end }, revision } });
    expect(await code(added.id, 0, 1_000_000, 1)).toBe('span-outside');
    expect(await code(added.id, 0, 5, 2)).toBe('revision-changed');
    expect(await code(UNKNOWN, 0, 5, 1)).toBe('annotation-not-found');
    const wrong = { ...added.target, start: added.target.start + 1, end: added.target.end + 1 };
    const place = { articleId, id: added.id, target: wrong, anchor: 'exact' as const };
    expect(await codeOf(library, 'annotations.putBack', { ...place, revision: 1 })).toBe('span-outside');
    expect(await codeOf(library, 'annotations.putBack', { ...place, revision: 2 })).toBe('revision-changed');
    expect(await annotationsOf(library, articleId)).toEqual([added]);
  });

  it('gives an orphan its place again; putting back makes it an orphan, unless its words came back', async () => {
    const { library, ids } = await withArticles(1);
    const articleId = sure(ids[0]);
    const added = await addQuote(library, articleId, 'Đồng chí Bí thư nhấn mạnh');
    const edit = (revision: number, text: string) =>
      library.call('articles.revise', {
        id: articleId,
        revision,
        edits: [{ do: 'edit', index: 3, text }],
      });
    await edit(1, 'Một câu hoàn toàn khác.');
    const [orphan] = await annotationsOf(library, articleId);
    expect(orphan).toMatchObject({ id: added.id, anchor: 'orphan', revision: 1 });
    const { before, after } = await library.call('annotations.move', {
      articleId,
      id: added.id,
      target: { quote: 'Một câu' },
    });
    expect(before).toEqual(orphan);
    expect(after).toMatchObject({ anchor: 'exact', revision: 2, target: { quote: { exact: 'Một câu' } } });
    const { target, anchor, revision } = before;
    const place = { articleId, id: added.id, target, anchor, revision };
    expect((await library.call('annotations.putBack', place)).after).toMatchObject({
      anchor,
      revision,
      target,
    });
    await edit(2, sure(PARAGRAPHS[3]));
    expect((await library.call('annotations.putBack', place)).after).toMatchObject({
      anchor: 'exact',
      revision: 3,
      target: { start: target.start, quote: { exact: 'Đồng chí Bí thư nhấn mạnh' } },
    });
  });
});

describe('finding annotations', () => {
  it('gives those for which everything asked for holds, the newest article first', async () => {
    const { library, ids } = await withArticles(3);
    const [one = '', two = '', three = ''] = ids;
    await library.call('articles.update', { id: one, patch: { publishedOn: '2015-03-01' } });
    await library.call('articles.update', { id: two, patch: { publishedOn: '2016-03-01' } });
    const items = [
      { ...quoted(one, 'Các đơn vị', ['Đảng/Chỉ thị']), note: 'xem' },
      { ...quoted(one, 'Ban Chấp hành', ['Kinh tế']), kind: 'target' as const },
      { ...quoted(two, 'Hội nghị', ['đảng']), colour: 'mauve' as const },
      quoted(three, 'Đồng chí', ['Đảng']),
    ];
    const added = await library.call('annotations.addMany', { items });
    await library.call('articles.remove', { ids: [three] });
    const find = async (
      filter: Parameters<typeof library.call<'annotations.find'>>[1]['filter'],
      limit = 500,
    ) => {
      const { annotations, blocks, ...counts } = await library.call('annotations.find', { filter, limit });
      expect(blocks).toEqual(annotations.map(() => expect.any(Number) as number));
      return { found: annotations.map(({ id }) => added.findIndex((other) => other.id === id)), ...counts };
    };
    const both = [
      { id: two, count: 1 },
      { id: one, count: 2 },
    ];
    expect(await find({})).toEqual({ found: [2, 1, 0], total: 3, articles: both });
    expect(await find({}, 1)).toEqual({ found: [2], total: 3, articles: both });
    expect(await find({}, 0)).toEqual({ found: [], total: 3, articles: both });
    expect((await find({ tags: ['ĐẢNG'] })).found).toEqual([2, 0]);
    expect(await find({ tags: ['Đảng'] }, 1)).toMatchObject({ found: [2], total: 2 });
    expect((await find({ tags: ['Đảng/Chỉ thị', 'Kinh tế'] })).found).toEqual([1, 0]);
    expect((await find({ kinds: ['task'] })).found).toEqual([2, 0]);
    expect(await find({ kinds: ['target'] }, 0)).toMatchObject({
      total: 1,
      articles: [{ id: one, count: 1 }],
    });
    expect((await find({ colours: ['mauve'] })).found).toEqual([2]);
    expect((await find({ withNote: true })).found).toEqual([0]);
    expect((await find({ withNote: false })).found).toEqual([2, 1]);
    expect((await find({ anchors: ['orphan'] })).total).toBe(0);
    expect((await find({ articleIds: [one, three] })).found).toEqual([1, 0]);
    expect((await find({ from: '2999-01-01' })).total).toBe(0);
    expect((await find({ to: '2999-01-01', kinds: ['task'], withNote: true })).found).toEqual([0]);
  });

  it('goes past an article that cannot be read', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    await library.call('annotations.addMany', { items: [quoted(one, 'Hội nghị'), quoted(two, 'Hội nghị')] });
    await library.close();
    writeFileSync(join(library.folder, 'annotations', `${two}.json`), '{"torn');
    rmSync(join(library.folder, 'backup', 'annotations', `${two}.json`), { force: true });
    const again = await openIn(library.folder);
    expect(await again.call('annotations.find', { filter: {} })).toMatchObject({
      total: 1,
      articles: [{ id: one, count: 1 }],
    });
    expect((await again.call('library.snapshot', {})).notices).toMatchObject([{ code: 'unreadable-file' }]);
  });

  it('by name gives those that are there, in the order asked for', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const [first, second, third] = await library.call('annotations.addMany', {
      items: [quoted(one, 'Hội nghị'), quoted(two, 'Hội nghị'), quoted(one, 'Đồng chí')],
    });
    await library.call('annotations.remove', { articleId: one, ids: [sure(first).id] });
    const refs = [sure(third), sure(first), sure(second)].map(({ articleId, id }) => ({
      articleId,
      annotationId: id,
    }));
    const others = [
      { articleId: one, annotationId: sure(second).id },
      { articleId: '0123456789abcdef', annotationId: UNKNOWN },
    ];
    expect(await library.call('annotations.get', { refs: [...others, ...refs] })).toEqual([third, second]);
  });
});
