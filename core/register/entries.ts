import { emptyEntry, type DirectiveEntry, type DirectiveId } from '#core/directive';
import { Refusal } from '#core/refusal';

/** Whether nothing is lost without this entry. */
export function saysNothing(entry: DirectiveEntry): boolean {
  return JSON.stringify({ ...emptyEntry(entry.id), ...entry }) === JSON.stringify(emptyEntry(entry.id));
}

/** Whether it tells something of the document itself, and not only which mentions are the document's. */
export const describes = (entry: DirectiveEntry): boolean =>
  !saysNothing({ ...entry, aliasOf: null, mentions: [] });

/** Throws `directive-into-itself` when a document would be merged into one that is merged into it. */
export function refuseCircles(entries: readonly DirectiveEntry[]): void {
  const into = new Map(entries.map(({ id, aliasOf }) => [id, aliasOf]));
  const good = new Set<DirectiveId>();
  for (const { id } of entries) {
    const way = new Set<DirectiveId>();
    for (let at: DirectiveId | null = id; at !== null && !good.has(at); at = into.get(at) ?? null) {
      if (way.has(at)) throw new Refusal('directive-into-itself', { id: at });
      way.add(at);
    }
    for (const step of way) good.add(step);
  }
}
