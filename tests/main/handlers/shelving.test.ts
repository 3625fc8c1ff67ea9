import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NEW_ON_THE_SHELF, type Collection } from '#core/shelving';
import { addQuote, codeOf, reopened, withArticles, type Opened } from '../store/support';

const snapshot = (library: Opened) => library.call('library.snapshot', {});

async function shelvingOf(library: Opened, id: string) {
  return (await snapshot(library)).articles.find((article) => article.id === id)?.shelving;
}

const COLLECTION: Collection = { id: '00000000000000c1', name: 'Sơ kết quý I', parent: null };

describe('how articles are kept', () => {
  it('is changed for many at once, stays over a restart, and is put back as it was', async () => {
    const { library, ids } = await withArticles(3);
    const [one = '', two = '', three = ''] = ids;
    await library.call('shelving.update', { ids: [two], patch: { starred: true } });
    const { before } = await library.call('shelving.update', {
      ids: [one, two],
      patch: { starred: true, reading: 'read', archived: true, addTo: [COLLECTION.id] },
    });
    expect(before).toEqual([
      { id: one, shelving: NEW_ON_THE_SHELF },
      { id: two, shelving: { ...NEW_ON_THE_SHELF, starred: true } },
    ]);
    const again = await reopened(library);
    expect(await shelvingOf(again, one)).toMatchObject({
      starred: true,
      reading: 'read',
      archivedAt: expect.any(String) as string,
      collections: [COLLECTION.id],
    });
    expect(await shelvingOf(again, three)).toEqual(NEW_ON_THE_SHELF);
    await again.call('shelving.put', { items: before });
    expect(await shelvingOf(again, two)).toEqual({ ...NEW_ON_THE_SHELF, starred: true });
  });

  it('tells only those that changed, and writes nothing of the others', async () => {
    const { library, ids } = await withArticles(2);
    const { before } = await library.call('shelving.update', { ids, patch: { reading: 'unread' } });
    expect(before).toEqual([]);
  });

  it('is refused as a whole when an article is unknown', async () => {
    const { library, ids } = await withArticles(1);
    const unknown = [...ids, 'ffffffffffffffff'];
    expect(await codeOf(library, 'shelving.update', { ids: unknown, patch: { starred: true } })).toBe(
      'article-not-found',
    );
    expect(await shelvingOf(library, ids[0] ?? '')).toEqual(NEW_ON_THE_SHELF);
  });

  it('keeps the articles of a collection that goes and comes back', async () => {
    const { library, ids } = await withArticles(1);
    await library.call('collections.set', { collections: [COLLECTION] });
    await library.call('shelving.update', { ids, patch: { addTo: [COLLECTION.id] } });
    expect(await library.call('collections.set', { collections: [] })).toEqual({ before: [COLLECTION] });
    const again = await reopened(library);
    expect((await snapshot(again)).collections).toEqual([]);
    await again.call('collections.set', { collections: [COLLECTION] });
    expect((await shelvingOf(again, ids[0] ?? ''))?.collections).toEqual([COLLECTION.id]);
  });
});

describe('deleting for good', () => {
  const files = (library: Opened): string[] =>
    ['articles', 'annotations', 'originals', 'backup/articles', 'backup/annotations'].flatMap((folder) =>
      readdirSync(join(library.folder, folder)),
    );

  it('takes every file of an article of the trash, and what joined it to others', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const gone = await addQuote(library, one, 'Hội nghị');
    const kept = await addQuote(library, two, 'Đồng chí');
    const ref = ({ articleId, id }: typeof gone) => ({ articleId, annotationId: id });
    await library.call('links.add', { from: ref(gone), to: ref(kept), relation: 'answers' });
    expect(await codeOf(library, 'articles.purge', { ids: [one] })).toBe('not-in-trash');
    await library.call('articles.remove', { ids: [one] });
    await library.call('articles.purge', { ids: [one] });
    expect(library.events.at(-1)?.payload).toMatchObject({ removals: [one], links: [] });
    expect(files(library).filter((name) => name.startsWith(one))).toEqual([]);
    expect(readdirSync(join(library.folder, 'originals'))).toHaveLength(1);
    const again = await reopened(library);
    expect((await snapshot(again)).articles.map(({ id }) => id)).toEqual([two]);
    expect((await again.call('library.check', {})).problems).toEqual([]);
  });
});
