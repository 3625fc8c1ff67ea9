import { Refusal, type RefusalCode } from '#core/refusal';

/** The list with each of `items` in the place of the one that has its id, or at the end. */
export function withReplaced<T extends { id: string }>(list: readonly T[], items: readonly T[]): T[] {
  const latest = new Map(items.map((item) => [item.id, item]));
  const known = new Set(list.map(({ id }) => id));
  const added = [...latest.values()].filter(({ id }) => !known.has(id));
  return [...list.map((item) => latest.get(item.id) ?? item), ...added];
}

/** Parts a list into those with these ids, in the order of the ids, and the others. An unknown id is refused with `code`. */
export function takenOut<T extends { id: string }>(
  list: readonly T[],
  ids: readonly string[],
  code: RefusalCode,
): { taken: T[]; left: T[] } {
  const known = new Map(list.map((item) => [item.id, item]));
  const taken = [...new Set(ids)].map((id) => {
    const item = known.get(id);
    if (item === undefined) throw new Refusal(code, { id });
    return item;
  });
  const gone = new Set(ids);
  return { taken, left: list.filter(({ id }) => !gone.has(id)) };
}
