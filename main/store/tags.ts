import type { Tag } from '#core/tag';

/** Only so many tags get a digit without being asked for. */
const KEYS = 9;

/** Two spellings of one tag give the same value. */
function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}

function lowestFreeKey(tags: readonly Tag[]): number | null {
  const taken = new Set(tags.map((tag) => tag.key));
  for (let key = 1; key <= KEYS; key += 1) if (!taken.has(key)) return key;
  return null;
}

/** The list with the new ones of `names` at its end; the same array when there is none. The first nine tags get keys. */
export function withTags(tags: Tag[], names: Iterable<string>): Tag[] {
  const known = new Set(tags.map((tag) => folded(tag.name)));
  const result = [...tags];
  for (const name of new Set(names)) {
    if (known.has(folded(name))) continue;
    known.add(folded(name));
    result.push({ name, key: result.length < KEYS ? lowestFreeKey(result) : null, colour: null, definition: '' });
  }
  return result.length === tags.length ? tags : result;
}

/** The names as the library spells them, each once. */
export function spelledAsIn(tags: readonly Tag[], names: readonly string[]): string[] {
  const known = new Map(tags.map((tag) => [folded(tag.name), tag.name]));
  return [...new Set(names.map((name) => known.get(folded(name)) ?? name))];
}

/** Gives `key` to the tag, taking it from the one that had it; an unknown tag is added. */
export function withKey(tags: readonly Tag[], name: string, key: number | null): Tag[] {
  const all = tags.some((tag) => folded(tag.name) === folded(name)) ? tags : [...tags, { name, key: null }];
  return all.map((tag) => {
    if (folded(tag.name) === folded(name)) return { ...tag, key };
    return key !== null && tag.key === key ? { ...tag, key: null } : tag;
  });
}
