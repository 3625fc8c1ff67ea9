import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  besidePassage,
  highestPlace,
  placeCards,
  placeNear,
  type CardBox,
} from '../../../renderer/notes/placement';

/** The space that the design leaves between two cards, in CSS pixels. */
const GAP = 8;

const someCards = fc
  .array(
    fc.record({ wanted: fc.integer({ min: -200, max: 4000 }), height: fc.integer({ min: 1, max: 600 }) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((boxes) => boxes.map((box, i): CardBox => ({ id: `card-${i}`, ...box })));
const someTop = fc.integer({ min: 0, max: 500 });

const inReadingOrder = (cards: readonly CardBox[]) => cards.toSorted((a, b) => a.wanted - b.wanted);

const topsOf = (cards: readonly CardBox[], top: number, fixedId: string | null) => {
  const tops = placeCards(cards, top, fixedId);
  return inReadingOrder(cards).map((card) => ({ ...card, top: tops.get(card.id) ?? NaN }));
};

describe('lines without edges', () => {
  test('stand level with their passages, one right below the other, and apart from cards', () => {
    const sight = { scrollTop: 0, height: 700, covered: 0 };
    expect(besidePassage(300, { height: 26, open: false, quiet: true }, sight)).toBe(300);
    const line = { height: 26, quiet: true };
    const cards = [
      { id: 'a', wanted: 100, ...line },
      { id: 'b', wanted: 100, ...line },
      { id: 'note', wanted: 110, height: 80 },
      { id: 'c', wanted: 120, ...line },
    ];
    expect([...placeCards(cards, 0, null)]).toEqual([
      ['a', 100],
      ['b', 126],
      ['note', 152 + GAP],
      ['c', 152 + GAP + 80 + GAP],
    ]);
    expect([...placeCards(cards, 0, 'note')]).toEqual([
      ['a', 110 - GAP - 52],
      ['b', 110 - GAP - 26],
      ['note', 110],
      ['c', 190 + GAP],
    ]);
  });
});

describe('note cards in the margin', () => {
  test('stand in the order of their passages, without overlap, none above the top', () => {
    fc.assert(
      fc.property(someCards, someTop, fc.nat(39), (cards, top, chosen) => {
        let free = top;
        for (const card of topsOf(cards, top, `card-${chosen}`)) {
          expect(card.top).toBeGreaterThanOrEqual(free);
          free = card.top + card.height + GAP;
        }
      }),
    );
  });

  test('stand at their passage unless the card above or the top of the margin is in the way', () => {
    fc.assert(
      fc.property(someCards, someTop, (cards, top) => {
        let free = top;
        for (const card of topsOf(cards, top, null)) {
          expect(card.top).toBe(Math.max(card.wanted, free));
          free = card.top + card.height + GAP;
        }
      }),
    );
  });

  test('make room for the chosen card, which stands at its passage whenever those before it fit above', () => {
    fc.assert(
      fc.property(someCards, someTop, fc.nat(39), (cards, top, seed) => {
        const ordered = inReadingOrder(cards);
        const at = seed % ordered.length;
        const fixed = ordered[at];
        const before = ordered.slice(0, at).reduce((sum, card) => sum + card.height + GAP, 0);
        const tops = placeCards(cards, top, fixed?.id ?? null);
        expect(tops.get(fixed?.id ?? '')).toBe(Math.max(fixed?.wanted ?? NaN, top + before));
      }),
    );
  });

  test('those of the same passage keep the order in which they were given', () => {
    const cards = ['a', 'b', 'c'].map((id) => ({ id, wanted: 100, height: 50 }));
    expect([...placeCards(cards, 0, null)]).toEqual([
      ['a', 100],
      ['b', 158],
      ['c', 216],
    ]);
    expect(Object.fromEntries(placeCards(cards, 0, 'b'))).toEqual({ a: 42, b: 100, c: 158 });
  });
});

describe('cards beside a window of the text', () => {
  const sight = { scrollTop: 1000, height: 600, covered: 150 };

  test('are level with their passages, whatever stands over the margin', () => {
    const card = { height: 80, open: false };
    const plain = besidePassage(1300, card, { ...sight, covered: 0 });
    expect(besidePassage(1300, card, sight)).toBe(plain);
    expect(besidePassage(1300, { ...card, open: true }, sight)).toBe(plain);
    expect(1300 - plain).toBeLessThan(20);
  });

  test('are whole in sight when open, and none stands where it cannot be scrolled out from under what covers it', () => {
    const open = { height: 300, open: true };
    expect(besidePassage(1580, open, sight) + open.height).toBeLessThanOrEqual(1600);
    expect(highestPlace(60, sight)).toBeGreaterThan(sight.covered);
    expect(highestPlace(60, { ...sight, covered: -200 })).toBeGreaterThan(60);
  });

  test('never push the open one away from its passage, however many there are', () => {
    const crowd = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 }),
      fc.nat(59),
    );
    fc.assert(
      fc.property(crowd, ([wanted, index]) => {
        const cards = wanted.map((each, i): CardBox => ({ id: `card-${i}`, wanted: each, height: 90 }));
        const open = cards[index % cards.length];
        const near = { floor: 70, mostApart: 600, inWindow: () => true, chosenId: open?.id ?? null };
        const tops = placeNear(cards, near);
        const top = tops.get(open?.id ?? '') ?? NaN;
        expect(top - Math.max(70, open?.wanted ?? NaN)).toBeLessThanOrEqual(300);
        expect(top).toBeGreaterThanOrEqual(70);
      }),
    );
  });
});
