import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlignedPair } from '#core/align';
import { shapesOf, tiesIn, type Side, type Tie } from '../../../renderer/reader/connector-shapes';

const pair = (left: number, right: number, kind: AlignedPair['kind'] = 'reworded'): AlignedPair => ({
  left,
  right,
  kind,
  score: 0.5,
  pinned: false,
});

/** Paragraphs of 100 px with 20 px between them, scrolled so far. */
function side(blocks: number, scrolled = 0, current: number | null = null): Side {
  const boxOf = (block: number) => (block >= 0 && block < blocks ? { top: block * 120, height: 100 } : null);
  return { ground: { boxOf, blocks, height: blocks * 120 }, shift: -scrolled, current };
}

const joined = (ties: readonly Tie[]) => ties.map(({ left, right }) => [left.top, right.top]);

test('a pair is joined when one of its paragraphs is in sight and the other is in sight or near', () => {
  const pairs = [pair(0, 0), pair(1, 4), pair(2, 8), pair(9, 9)];
  // 300 px are in sight; up to 150 px below them is near.
  expect(joined(tiesIn(300, side(10), side(10), pairs))).toEqual([[0, 0]]);
  expect(joined(tiesIn(300, side(10), side(10, 360), pairs))).toEqual([[120, 120]]);
  expect(joined(tiesIn(300, side(10), side(10, 60), pairs))).toEqual([
    [0, -60],
    [120, 420],
  ]);
});

test('the pair of the paragraph that is read stands out, whichever pane it is read in', () => {
  const pairs = [pair(0, 1), pair(1, 0, 'same')];
  const currents = (left: number | null, right: number | null) =>
    tiesIn(300, side(3, 0, left), side(3, 0, right), pairs).map(({ current }) => current);
  expect(currents(null, null)).toEqual([false, false]);
  expect(currents(0, null)).toEqual([true, false]);
  expect(currents(null, 0)).toEqual([false, true]);
});

test('a ribbon goes from paragraph to paragraph; a line where one was moved', () => {
  const extents = { left: { top: 10, height: 40 }, right: { top: 30, height: 80.26 } };
  const ribbon = 'M2 10C13 10 13 30 24 30V110.3C13 110.3 13 50 2 50Z';
  const ends = 'M0 10h2v40h-2ZM24 30h2v80.3h-2Z';
  const nothing = { body: '', ends: '' };
  const drawn = (kind: Tie['kind'], current: boolean) => shapesOf([{ kind, current, ...extents }], 26);
  expect(drawn('same', false)).toEqual({
    same: { body: ribbon, ends },
    reworded: nothing,
    moved: nothing,
    current: nothing,
  });
  expect(drawn('reworded', true).current).toEqual({ body: ribbon, ends });
  expect(drawn('moved', false).moved).toEqual({ body: 'M2 30C13 30 13 70.1 24 70.1', ends });
  // The line keeps its dashes; only the paragraphs stand out.
  expect(drawn('moved', true)).toMatchObject({ moved: { ends: '' }, current: { body: '', ends } });
});

const someExtent = fc.record({
  top: fc.double({ min: -2000, max: 2000, noNaN: true }),
  height: fc.double({ min: 1, max: 900, noNaN: true }),
});
const someTie = fc.record({
  kind: fc.constantFrom('same' as const, 'reworded' as const, 'moved' as const),
  current: fc.boolean(),
  left: someExtent,
  right: someExtent,
});

test('nothing is drawn outside the width of the zone, and every pair has both its ends', () => {
  fc.assert(
    fc.property(fc.array(someTie), fc.integer({ min: 12, max: 40 }), (ties, width) => {
      const shapes = Object.values(shapesOf(ties, width));
      const ends = shapes.map((shape) => shape.ends).join('');
      expect(ends.match(/M0 /gu)?.length ?? 0).toBe(ties.length);
      expect(ends.match(/M(?!0 )/gu)?.length ?? 0).toBe(ties.length);
      for (const { body } of shapes) {
        for (const [, x] of body.matchAll(/(?:[MC]|(?<=\d) )(-?[\d.]+) -?[\d.]+/gu)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(width);
        }
      }
    }),
  );
});
