import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import {
  addQuote,
  codeOf,
  importText,
  openIn,
  reopened,
  temporaryFolder,
  type Opened,
} from '../store/support';

async function withArticle(paragraphs?: readonly string[]): Promise<{ library: Opened; id: string }> {
  const library = await openIn(temporaryFolder());
  const { id } = await importText(library, 'Bài một', paragraphs);
  return { library, id };
}

describe('adding an annotation', () => {
  it('by position keeps the words, a colour of its kind and the time', async () => {
    const { library, id } = await withArticle();
    const { article } = await library.call('articles.get', { id });
    const start = textOf(article).indexOf('sơ kết');
    const target = { span: { start, end: start + 6 }, revision: article.revision };
    const added = await library.call('annotations.add', { articleId: id, target, kind: 'task' });
    expect(added).toMatchObject({
      colour: 'orange',
      anchor: 'exact',
      revision: 1,
      target: { start, end: start + 6, quote: { exact: 'sơ kết' } },
    });
    expect(added.createdAt).toBe(added.updatedAt);
  });

  it('is refused outside the text, for another revision and in an unknown article', async () => {
    const { library, id } = await withArticle();
    const add = (articleId: string, start: number, end: number, revision: number) =>
      codeOf(library, 'annotations.add', {
        articleId,
        target: { span: { start, end }, revision },
        kind: 'highlight',
      });
    expect(await add(id, 0, 1_000_000, 1)).toBe('span-outside');
    expect(await add(id, 0, 5, 2)).toBe('revision-changed');
    expect(await add(id, 5, 5, 1)).toBe('bad-input');
    expect(await add('0123456789abcdef', 0, 5, 1)).toBe('article-not-found');
  });

  it('by words finds the nth time that they occur', async () => {
    const { library, id } = await withArticle([
      'Nghị quyết một. Nghị quyết hai.',
      'Nghị quyết ba là nghị quyết cuối.',
    ]);
    const { article } = await library.call('articles.get', { id });
    const third = await library.call('annotations.add', {
      articleId: id,
      target: { quote: 'Nghị quyết', nth: 3 },
      kind: 'highlight',
    });
    expect(third.target.start).toBe(textOf(article).indexOf('Nghị quyết ba'));
    const reply = await library.gateway(
      'annotations.add',
      { articleId: id, target: { quote: 'Nghị quyết', nth: 4 }, kind: 'highlight' },
      'local',
    );
    expect(reply).toMatchObject({
      ok: false,
      code: 'quote-not-found',
      message: expect.stringContaining('3 lần') as string,
    });
  });

  it('by words does not mind how spaces, dashes, quotation marks and accents are typed', async () => {
    const { library, id } = await withArticle([
      'Thực hiện Chỉ thị số 36 – CT/TW, giai đoạn 2015–2020, gọi là “học tập suốt đời”…',
      'Đoạn tiếp theo nói về chính trị và tư tưởng.',
    ]);
    const exact = async (quote: string): Promise<string> =>
      (await addQuote(library, id, quote)).target.quote.exact;
    expect(await exact('36 - CT/TW')).toBe('36 – CT/TW');
    expect(await exact('2015-2020')).toBe('2015–2020');
    expect(await exact('"học tập   suốt\nđời"...')).toBe('“học tập suốt đời”…');
    expect(await exact('học tập suốt đời'.normalize('NFD'))).toBe('học tập suốt đời');
    expect(await exact('suốt đời”… Đoạn tiếp theo')).toBe('suốt đời”…\nĐoạn tiếp theo');
    for (const quote of ['(36', '[a-z]+', '.*', '$^', 'không có']) {
      expect(
        await codeOf(library, 'annotations.add', { articleId: id, target: { quote }, kind: 'task' }),
      ).toBe('quote-not-found');
    }
  });

  it('adds its tags to the library, the first nine with a key, each in one spelling', async () => {
    const { library, id } = await withArticle();
    const names = Array.from({ length: 10 }, (_, index) => `Nhãn ${index}`);
    await addQuote(library, id, 'Hội nghị', { tags: names });
    const again = await addQuote(library, id, 'Hội nghị', {
      tags: ['NHÃN 3', 'nhãn 3', 'Nhãn 4'.normalize('NFD')],
    });
    expect(again.tags).toEqual(['Nhãn 3', 'Nhãn 4']);
    const { tags } = await (await reopened(library)).call('library.snapshot', {});
    expect(tags.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null]);
  });
});

describe('undo', () => {
  it('of adding is removing, of removing is restoring: the same annotation at the same words', async () => {
    const { library, id } = await withArticle();
    const added = await addQuote(library, id, 'Hội nghị', { note: 'ghi nhớ', tags: ['A'] });
    const { removed } = await library.call('annotations.remove', { articleId: id, ids: [added.id] });
    expect(removed).toEqual([added]);
    expect((await library.call('articles.get', { id })).annotations).toEqual([]);

    const again = await reopened(library);
    const { restored } = await again.call('annotations.restore', { articleId: id, ids: [added.id] });
    expect(restored).toEqual([added]);
    expect((await again.call('articles.get', { id })).annotations).toEqual([added]);
    await again.call('annotations.remove', { articleId: id, ids: [added.id] });
    await again.call('annotations.restore', { articleId: id, ids: [added.id] });
    expect((await (await reopened(again)).call('articles.get', { id })).annotations).toEqual([added]);
  });

  it('of changing is changing back', async () => {
    const { library, id } = await withArticle();
    const added = await addQuote(library, id, 'Hội nghị', { note: 'cũ', tags: ['A'] });
    const patch = { note: 'mới', tags: ['B', 'C'], kind: 'directive' as const };
    const { before, after } = await library.call('annotations.update', {
      articleId: id,
      id: added.id,
      patch,
    });
    expect(before).toEqual(added);
    expect(after).toMatchObject({ note: 'mới', tags: ['B', 'C'], kind: 'directive', colour: 'blue' });
    const { note, tags, kind, colour } = before;
    const back = await library.call('annotations.update', {
      articleId: id,
      id: added.id,
      patch: { note, tags, kind, colour },
    });
    expect({ ...back.after, updatedAt: '' }).toEqual({ ...added, updatedAt: '' });
  });

  it('refuses what is not there, and then changes nothing', async () => {
    const { library, id } = await withArticle();
    const added = await addQuote(library, id, 'Hội nghị');
    const unknown = crypto.randomUUID();
    const refs = { articleId: id, ids: [added.id, unknown] };
    expect(await codeOf(library, 'annotations.remove', refs)).toBe('annotation-not-found');
    expect(await codeOf(library, 'annotations.restore', refs)).toBe('annotation-not-found');
    expect(await codeOf(library, 'annotations.update', { articleId: id, id: unknown, patch: {} })).toBe(
      'annotation-not-found',
    );
    expect((await library.call('articles.get', { id })).annotations).toEqual([added]);
  });
});
