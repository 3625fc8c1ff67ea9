/** Where the paragraphs of a text stand. CSS pixels from the top of what is scrolled. */
export interface Ground {
  /** Where a paragraph stands. */
  boxOf: (block: number) => { top: number; height: number } | null;
  blocks: number;
  /** Height of all of it. */
  height: number;
}

/** Paragraphs that belong together, by their indexes; both sides grow from pair to pair. */
export type Steps = readonly (readonly [left: number, right: number])[];

/** Index of the last paragraph that begins at or above a line; -1 above the first. */
export function blockAtLine({ boxOf, blocks }: Ground, line: number): number {
  let low = -1;
  let high = blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((boxOf(middle)?.top ?? Infinity) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The line in one text that belongs to a line in another. Within a pair of paragraphs it is as far down the one as down
 * the other. Paragraphs without a partner are passed over while the other text stands still; where both texts have such
 * paragraphs between two pairs, they are gone through side by side.
 */
export function partnerLine(line: number, lead: Ground, follow: Ground, steps: Steps): number {
  const block = blockAtLine(lead, line);
  const at = steps.findLastIndex(([left]) => left <= block);
  const before = steps[at];
  const after = steps[at + 1];
  if (before !== undefined) {
    const own = lead.boxOf(before[0]);
    const partner = follow.boxOf(before[1]);
    if (own === null || partner === null) return line;
    const inside = (line - own.top) / Math.max(1, own.height);
    if (inside <= 1) return partner.top + Math.max(0, inside) * partner.height;
  }
  const [from, to] = [edges(lead, before?.[0], after?.[0]), edges(follow, before?.[1], after?.[1])];
  const share = (line - from.top) / Math.max(1, from.bottom - from.top);
  return to.top + Math.min(1, Math.max(0, share)) * (to.bottom - to.top);
}

/** From the end of one paragraph to the beginning of another; from or to the edge of the text where there is none. */
function edges(ground: Ground, before: number | undefined, after: number | undefined) {
  const above = before === undefined ? null : ground.boxOf(before);
  const below = after === undefined ? null : ground.boxOf(after);
  return { top: above === null ? 0 : above.top + above.height, bottom: below?.top ?? ground.height };
}

/** The pairs that keep the order of both texts: what was moved is not gone along with. */
export function stepsOf(pairs: readonly { left: number; right: number; kind: string }[]): Steps {
  return pairs
    .filter(({ kind }) => kind !== 'moved')
    .map(({ left, right }) => [left, right] as const)
    .toSorted((a, b) => a[0] - b[0]);
}
