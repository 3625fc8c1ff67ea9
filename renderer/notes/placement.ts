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
    .map((card, order) => ({ ...card, order, top: card.wanted }))
    .sort((a, b) => a.wanted - b.wanted || a.order - b.order);

  const fixed = ordered.findIndex((card) => card.id === fixedId);
  let bound = fixed < 0 ? Infinity : (ordered[fixed]?.wanted ?? 0);
  for (const card of ordered.slice(0, Math.max(0, fixed)).reverse()) {
    card.top = Math.min(card.wanted, bound - GAP - card.height);
    bound = card.top;
  }
  // Downwards for all: also brings back under `top` what was pushed above it.
  let free = top;
  for (const card of ordered) {
    card.top = Math.max(card.top, free);
    free = card.top + card.height + GAP;
  }
  return new Map(ordered.map((card) => [card.id, card.top]));
}
