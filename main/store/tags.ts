import { TagName } from '#core/annotation';
import { Refusal } from '#core/refusal';
import { foldedTag, isWithin, tidyTag, type Tag, type TagChange } from '#core/tag';
import type { Transaction } from './transaction';

/** Only so many tags get a digit without being asked for. */
const KEYS = 9;

function lowestFreeKey(tags: readonly Tag[]): number | null {
  const taken = new Set(tags.map((tag) => tag.key));
  for (let key = 1; key <= KEYS; key += 1) if (!taken.has(key)) return key;
  return null;
}

/** The list with the new ones of `names` at its end; the same array when there is none. The first nine tags get keys. */
export function withTags(tags: Tag[], names: Iterable<string>): Tag[] {
  const known = new Set(tags.map((tag) => foldedTag(tag.name)));
  const result = [...tags];
  for (const name of new Set(names)) {
    if (known.has(foldedTag(name))) continue;
    known.add(foldedTag(name));
    const key = result.length < KEYS ? lowestFreeKey(result) : null;
    result.push({ name, key, colour: null, definition: '' });
  }
  return result.length === tags.length ? tags : result;
}

/** The names as the library spells them, each once. */
export function spelledAsIn(tags: readonly Tag[], names: readonly string[]): string[] {
  const known = new Map(tags.map((tag) => [foldedTag(tag.name), tag.name]));
  return [...new Set(names.map((name) => known.get(foldedTag(name)) ?? name))];
}

/**
 * Adds new tags to the library; the function returned spells names as it does. To be called before the annotations that
 * use them are written: a tag that nothing uses yet does no harm.
 */
export async function learnTags(
  transaction: Transaction,
  names: readonly string[],
): Promise<(names: readonly string[]) => string[]> {
  const tidy = (some: readonly string[]): string[] => some.map(tidyTag).filter((name) => name !== '');
  if (names.length === 0) return tidy;
  const { tags } = await transaction.library((library) => {
    const all = withTags(library.tags, tidy(names));
    return all === library.tags ? library : { ...library, tags: all };
  });
  return (some) => spelledAsIn(tags, tidy(some));
}

/** Whether `name` is `tag` or lies under it, however they are spelled. */
export const isUnder = (name: string, tag: string): boolean => isWithin(foldedTag(name), foldedTag(tag));

/** The tags with each of `put` in the place of its namesake or at the end. A key goes to the last of `put` that has it. */
export function withPut(tags: readonly Tag[], put: readonly Tag[]): Tag[] {
  const latest = new Map(put.map((tag) => [foldedTag(tag.name), tag]));
  const ownerOf = new Map([...latest].map(([name, { key }]) => [key, name]));
  const known = new Set(tags.map((tag) => foldedTag(tag.name)));
  const added = [...latest].filter(([name]) => !known.has(name)).map(([, tag]) => tag);
  return [...tags.map((tag) => latest.get(foldedTag(tag.name)) ?? tag), ...added].map((tag) => {
    const name = foldedTag(tag.name);
    return tag.key === null || (ownerOf.get(tag.key) ?? name) === name ? tag : { ...tag, key: null };
  });
}

/** Gives names of `from` and of what lies under it the same place under `to`. */
export function renamer(from: string, to: string): (name: string) => string {
  const depth = tidyTag(from).split('/').length;
  return (name) => (isUnder(name, from) ? [to, ...tidyTag(name).split('/').slice(depth)].join('/') : name);
}

/**
 * The codebook with `from` and all under it renamed. A tag that takes another one's name becomes one with it, which keeps
 * what it has. Refused with `tag-exists` without `merge`, with `tag-into-itself`, `tag-too-long` and `tag-not-found`.
 */
export function renamedTags(tags: readonly Tag[], from: string, to: string, merge: boolean): Tag[] {
  if (isUnder(to, from) && foldedTag(to) !== foldedTag(from))
    throw new Refusal('tag-into-itself', { name: from });
  const rename = renamer(from, to);
  const staying = new Set(tags.filter(({ name }) => !isUnder(name, from)).map(({ name }) => foldedTag(name)));
  const merged = new Map<string, Tag>();
  const result: Tag[] = [];
  for (const tag of tags) {
    const name = rename(tag.name);
    if (!TagName.safeParse(name).success) throw new Refusal('tag-too-long', { name });
    const isMoved = isUnder(tag.name, from);
    if (isMoved && staying.has(foldedTag(name))) merged.set(foldedTag(name), tag);
    else result.push(isMoved ? { ...tag, name } : tag);
  }
  if (staying.size === tags.length) throw new Refusal('tag-not-found', { name: from });
  const [clash] = merged.values();
  if (clash !== undefined && !merge) throw new Refusal('tag-exists', { name: rename(clash.name) });
  return result.map((tag) => {
    const other = merged.get(foldedTag(tag.name));
    if (other === undefined) return tag;
    const { key, colour, definition } = tag;
    return {
      ...tag,
      key: key ?? other.key,
      colour: colour ?? other.colour,
      definition: definition === '' ? other.definition : definition,
    };
  });
}

/** What makes `before` into `after`. */
export function changeOfTags(before: readonly Tag[], after: readonly Tag[]): Omit<TagChange, 'annotations'> {
  const known = new Map(before.map((tag) => [tag.name, JSON.stringify(tag)]));
  const kept = new Set(after.map(({ name }) => name));
  return {
    put: after.filter((tag) => known.get(tag.name) !== JSON.stringify(tag)),
    drop: before.map(({ name }) => name).filter((name) => !kept.has(name)),
    order: after.map(({ name }) => name),
  };
}
