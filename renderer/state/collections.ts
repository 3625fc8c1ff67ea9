import type { ArticleSummary } from '#core/library';
import { withThoseUnder, type Collection, type CollectionId } from '#core/shelving';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { saved } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

const collections = (): readonly Collection[] => useLibrary.getState().collections;
const collectionWith = (id: CollectionId): Collection | undefined =>
  collections().find((each) => each.id === id);

const newId = (): CollectionId =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** A name as it is kept: NFC, one line, without spaces at its ends. */
export const tidyName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 120);

/** Changes the collections as they are now, never as they once were shown; one undo step. */
async function change(
  next: (before: readonly Collection[]) => readonly Collection[],
  what: () => string,
): Promise<void> {
  const put = async (all: readonly Collection[]) =>
    (await call('collections.set', { collections: [...all] })).before;
  const after = next(collections());
  let other: readonly Collection[] = await put(after);
  saved();
  const turn = async () => {
    other = await put(other);
  };
  remember({
    get what() {
      return what();
    },
    undo: turn,
    redo: turn,
  });
}

/** Returns the id of the new collection. */
export async function addCollection(name: string, parent: CollectionId | null): Promise<CollectionId> {
  const made = { id: newId(), name: tidyName(name), parent };
  await change(
    (before) => [...before, made],
    () => t('articles.undo.add', { name: made.name }),
  );
  return made.id;
}

export async function renameCollection(id: CollectionId, name: string): Promise<void> {
  const to = tidyName(name);
  if (to === '' || collectionWith(id)?.name === to) return;
  await change(
    (before) => before.map((each) => (each.id === id ? { ...each, name: to } : each)),
    () => t('articles.undo.rename', { name: to }),
  );
}

/** Whether one collection may be put under another one, or (null) at the top: never into itself or where it lies. */
export function mayMove(id: CollectionId, parent: CollectionId | null): boolean {
  const moved = collectionWith(id);
  if (moved === undefined || moved.parent === parent) return false;
  return parent === null || !withThoseUnder(id, collections()).has(parent);
}

export async function moveCollection(id: CollectionId, parent: CollectionId | null): Promise<void> {
  if (!mayMove(id, parent)) return;
  const name = collectionWith(id)?.name ?? '';
  await change(
    (before) => before.map((each) => (each.id === id ? { ...each, parent } : each)),
    () => t('articles.undo.move', { name }),
  );
}

/** Takes a collection away with all under it. Its articles stay; they are in it again when it comes back. */
export async function removeCollection(id: CollectionId): Promise<void> {
  const name = collectionWith(id)?.name ?? '';
  const gone = withThoseUnder(id, collections());
  await change(
    (before) => before.filter((each) => !gone.has(each.id)),
    () => t('articles.undo.remove', { name }),
  );
}

/**
 * Puts articles into a collection, or into a new one with this name; one undo step. Returns how many were not in it, and
 * the name of the collection.
 */
export async function collect(
  ids: readonly string[],
  into: { id: CollectionId } | { name: string },
): Promise<{ count: number; name: string; id: CollectionId }> {
  const made = 'name' in into ? { id: newId(), name: tidyName(into.name), parent: null } : null;
  const id = 'id' in into ? into.id : (made?.id ?? '');
  const name = made?.name ?? collectionWith(id)?.name ?? '';
  const put = async () => {
    if (made !== null) await call('collections.set', { collections: [...collections(), made] });
    return call('shelving.update', { ids: [...ids], patch: { addTo: [id] } });
  };
  const { before } = await put();
  saved();
  if (before.length > 0 || made !== null) {
    remember({
      get what() {
        return t('articles.undo.collect', { count: before.length, name });
      },
      undo: async () => {
        if (before.length > 0) await call('shelving.put', { items: before });
        if (made !== null) {
          await call('collections.set', { collections: collections().filter((each) => each.id !== id) });
        }
      },
      redo: put,
    });
  }
  return { count: before.length, name, id };
}

/** Takes articles out of a collection and of those under it; one undo step. */
export async function takeOut(ids: readonly string[], id: CollectionId): Promise<void> {
  const takeFrom = [...withThoseUnder(id, collections())];
  const name = collectionWith(id)?.name ?? '';
  const put = () => call('shelving.update', { ids: [...ids], patch: { takeFrom } });
  const { before } = await put();
  if (before.length === 0) return;
  saved();
  remember({
    get what() {
      return t('articles.undo.takeOut', { count: before.length, name });
    },
    undo: () => call('shelving.put', { items: before }),
    redo: put,
  });
}

/** A collection in the tree. */
export interface CollectionNode {
  collection: Collection;
  /** From 1. */
  level: number;
  children: CollectionNode[];
}

/** The collections that one lies in, from the nearest, itself first. Ends where one is gone, or would come again. */
function pathUp(id: CollectionId, byId: ReadonlyMap<CollectionId, Collection>): CollectionId[] {
  const path: CollectionId[] = [];
  for (let at: CollectionId | null = id; at !== null && byId.has(at) && !path.includes(at);) {
    path.push(at);
    at = byId.get(at)?.parent ?? null;
  }
  return path;
}

/** The collections as a tree, each level in this order. What lies in one that is gone, or in a ring, stands at the top. */
export function collectionTree(
  all: readonly Collection[],
  compare: (a: string, b: string) => number,
): CollectionNode[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  const under = new Map<CollectionId | null, Collection[]>();
  for (const each of all.toSorted((a, b) => compare(a.name, b.name))) {
    const top = pathUp(each.id, byId).at(-1);
    const isInRing =
      top !== undefined && byId.get(top)?.parent != null && byId.has(byId.get(top)?.parent ?? '');
    const parent = isInRing || !byId.has(each.parent ?? '') ? null : each.parent;
    under.set(parent, [...(under.get(parent) ?? []), each]);
  }
  const nodes = (parent: CollectionId | null, level: number): CollectionNode[] =>
    (under.get(parent) ?? []).map((collection) => ({
      ...{ collection, level },
      children: nodes(collection.id, level + 1),
    }));
  return nodes(null, 1);
}

/** How many articles that are not in the trash lie in each collection or under it. */
export function countsOfCollections(
  all: readonly Collection[],
  articles: Iterable<ArticleSummary>,
): Map<CollectionId, number> {
  const byId = new Map(all.map((each) => [each.id, each]));
  const above = new Map(all.map(({ id }) => [id, pathUp(id, byId)]));
  const counts = new Map<CollectionId, number>();
  for (const { removedAt, shelving } of articles) {
    if (removedAt !== null || shelving.collections.length === 0) continue;
    for (const id of new Set(shelving.collections.flatMap((each) => above.get(each) ?? []))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
