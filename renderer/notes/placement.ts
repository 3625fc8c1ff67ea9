/** A card that wants to stand at the height of its passage. CSS pixels from the top of the scrolled text. */
export interface CardBox {
  id: string;
  wanted: number;
  height: number;
  /** It is a line without an edge. */
  quiet?: boolean;
}

const GAP = 8;
/** How far a card's edge stands above the first line of its passage. */
const CARD_RISE = 8;

/** Between two cards that follow each other; lines without edges need none. */
const gapBetween = (above: CardBox, below: CardBox | undefined): number =>
  above.quiet === true && below?.quiet === true ? 0 : GAP;

/** What is seen of the scrolled text. CSS pixels. */
export interface Sight {
  scrollTop: number;
  height: number;
  /** How much of its upper part, beside the text, something else stands over. */
  covered: number;
}

/**
 * Where a card wants to stand whose passage begins at `passage`. The open card is tall: where it would reach below the
 * window it stands higher than its passage.
 */
export function besidePassage(
  passage: number,
  card: { height: number; open: boolean; quiet?: boolean },
  { scrollTop, height, covered }: Sight,
): number {
  if (card.quiet === true) return passage;
  const beside = passage - CARD_RISE;
  if (!card.open) return beside;
  const lowest = scrollTop + height - card.height - CARD_RISE;
  // Where it was scrolled to the beginning, it could not be scrolled out from under what covers it.
  return Math.min(beside, Math.max(lowest, covered));
}

/** The highest place for a card: below what stands at the top of the margin, and where it can be scrolled into sight. */
export const highestPlace = (facts: number, { covered }: Sight): number => Math.max(facts, covered) + GAP;

/**
 * Places cards in one column without overlap, each as near to its passage as the others let it, none above `top`.
 * The card `fixedId` stands exactly at its passage: those before it move up, those after it move down.
 */
export function placeCards(
  cards: readonly CardBox[],
  top: number,
  fixedId: string | null,
): ReadonlyMap<string, number> {
  const ordered = cards.map((card) => ({ ...card, top: card.wanted }));
  // The sort is stable: cards that want the same place keep their order.
  ordered.sort((a, b) => a.wanted - b.wanted);

  const fixed = fixedId === null ? -1 : ordered.findIndex((card) => card.id === fixedId);
  let below = ordered[fixed];
  for (const card of ordered.slice(0, Math.max(0, fixed)).reverse()) {
    card.top = Math.min(card.wanted, (below?.top ?? Infinity) - gapBetween(card, below) - card.height);
    below = card;
  }
  // Downwards for all: also brings back under `top` what was pushed above it.
  let free = top;
  for (const [i, card] of ordered.entries()) {
    card.top = Math.max(card.top, free);
    free = card.top + card.height + gapBetween(card, ordered[i + 1]);
  }
  return new Map(ordered.map((card) => [card.id, card.top]));
}

interface Near {
  /** No card stands above it. */
  floor: number;
  chosenId: string | null;
  /** Whether a card at `top` would be drawn. */
  inWindow: (top: number | undefined) => boolean;
  /** How far from its passage a card may be pushed by all that stand above it. CSS pixels. */
  mostApart: number;
}

/**
 * Places all cards; but where they are so many that they would be pushed out of the sight of their passages, only those
 * that belong into the window. The open card stands beside its passage then: those that would push it away are left out.
 */
export function placeNear(
  cards: readonly CardBox[],
  { floor, chosenId, inWindow, mostApart }: Near,
): ReadonlyMap<string, number> {
  const tops = placeCards(cards, floor, chosenId);
  const own = cards.filter(({ id, wanted }) => id === chosenId || inWindow(wanted));
  const apart = ({ id, wanted }: CardBox): number => (tops.get(id) ?? wanted) - Math.max(wanted, floor);
  const crowded = own.some((card) => apart(card) > (card.id === chosenId ? mostApart / 2 : mostApart));
  return crowded ? placeCards(withRoomFor(chosenId, own, floor), floor, chosenId) : tops;
}

/** Leaves out those cards before the open one for which there is no room between it, at its passage, and the floor. */
function withRoomFor(chosenId: string | null, cards: readonly CardBox[], floor: number): readonly CardBox[] {
  const ordered = cards.toSorted((a, b) => a.wanted - b.wanted);
  const open = ordered.findIndex(({ id }) => id === chosenId);
  let room = (ordered[open]?.wanted ?? 0) - floor;
  let first = open;
  for (let before = ordered[first - 1]; before !== undefined; before = ordered[first - 1]) {
    room -= before.height + gapBetween(before, ordered[first]);
    if (room < 0) break;
    first -= 1;
  }
  return ordered.slice(Math.max(0, first));
}
