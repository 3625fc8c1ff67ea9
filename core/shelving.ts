// How a person keeps an article: how far it was read, whether it is starred, whether it is put away, and in which collections.
import { z } from 'zod';

export const READING = ['unread', 'reading', 'read'] as const;
export const Reading = z.enum(READING);
export type Reading = z.infer<typeof Reading>;

export const CollectionId = z.string().regex(/^[0-9a-f]{16}$/);
export type CollectionId = z.infer<typeof CollectionId>;

/** A named set of articles. One that lies in no other, or in one that is gone, stands at the top. */
export const Collection = z.object({
  id: CollectionId,
  name: z.string().trim().min(1).max(120),
  parent: CollectionId.nullable(),
});
export type Collection = z.infer<typeof Collection>;

/**
 * Kept in the article's own file. Collections are named by id; those that the library no longer has are passed over, so that
 * a collection that comes back has its articles again.
 */
export const Shelving = z.object({
  reading: Reading.default('unread'),
  starred: z.boolean().default(false),
  /** Set while the article is put away: it is found, but not in the list of articles. */
  archivedAt: z.iso.datetime().nullable().default(null),
  collections: z.array(CollectionId).default([]),
});
export type Shelving = z.infer<typeof Shelving>;

export const NEW_ON_THE_SHELF: Shelving = {
  reading: 'unread',
  starred: false,
  archivedAt: null,
  collections: [],
};

/** What shall be otherwise; what is not named stays. */
export const ShelvingPatch = z.object({
  reading: Reading.optional(),
  starred: z.boolean().optional(),
  archived: z.boolean().optional(),
  addTo: z.array(CollectionId).default([]),
  takeFrom: z.array(CollectionId).default([]),
});
export type ShelvingPatch = z.output<typeof ShelvingPatch>;

/** The same object when nothing changes. `now`: an ISO time. */
export function shelved(shelving: Shelving, patch: ShelvingPatch, now: string): Shelving {
  const { reading = shelving.reading, starred = shelving.starred, archived } = patch;
  const archivedAt =
    archived === undefined ? shelving.archivedAt : archived ? (shelving.archivedAt ?? now) : null;
  const added = patch.addTo.filter((id) => !shelving.collections.includes(id));
  const isLess = patch.takeFrom.some((id) => shelving.collections.includes(id));
  const isSame =
    reading === shelving.reading && starred === shelving.starred && archivedAt === shelving.archivedAt;
  if (isSame && added.length === 0 && !isLess) return shelving;
  const collections = [...shelving.collections, ...new Set(added)].filter(
    (id) => !patch.takeFrom.includes(id),
  );
  return { reading, starred, archivedAt, collections };
}

/** Each collection with those under it, by its id. Of a ring the collections stand for themselves. */
export function withThoseUnder(id: CollectionId, collections: readonly Collection[]): Set<CollectionId> {
  const all = new Set([id]);
  for (let before = 0; before < all.size;) {
    before = all.size;
    for (const { id: child, parent } of collections) if (parent !== null && all.has(parent)) all.add(child);
  }
  return all;
}
