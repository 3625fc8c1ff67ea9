/** A card that wants to stand at the height of its passage. CSS pixels from the top of the scrolled text. */
export interface CardBox {
  id: string;
  wanted: number;
  height: number;
}

const GAP = 8;

/**
 * Places cards in one column without overlap, each as near to its passage as the others let it, none above `top`.
 * The card `fixedId` stands exactly at its passage: those before it move up, those after it move down.
 */
export function placeCards(
  cards: readonly CardBox[],
  top: number,
  fixedId: string | null,
): ReadonlyMap<string, number> {
  const ordered = cards
    .map((card, order) => ({ ...card, order }))
    .sort((a, b) => a.wanted - b.wanted || a.order - b.order);
  const tops = ordered.map((card) => card.wanted);
  const fixed = ordered.findIndex((card) => card.id === fixedId);

  for (let i = fixed - 1; i >= 0; i--) {
    tops[i] = Math.min(ordered[i]!.wanted, tops[i + 1]! - GAP - ordered[i]!.height);
  }
  // Downwards for all: also brings back under `top` what was pushed above it.
  let free = top;
  for (let i = 0; i < ordered.length; i++) {
    tops[i] = Math.max(tops[i]!, free);
    free = tops[i]! + ordered[i]!.height + GAP;
  }
  return new Map(ordered.map((card, i) => [card.id, tops[i]!]));
}
