import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignBlocks } from '#core/align';
import {
  partnerOf,
  placeOf,
  rowAt,
  rowsOf,
  SIDES,
  stepsThrough,
} from '../../../renderer/state/comparing-rows';
import { YEAR_ONE, YEAR_TWO } from './material';

const rows = rowsOf(alignBlocks(YEAR_ONE, YEAR_TWO));

test('pairs stand side by side; what has no partner and what has moved stands where it stands in its article', () => {
  expect(rows.map(({ kind, left, right }) => [kind, left, right])).toEqual([
    ['reworded', 0, 0],
    ['moved', null, 1],
    ['same', 1, 2],
    ['reworded', 2, 3],
    ['moved', 3, null],
    ['onlyLeft', 4, null],
    ['onlyRight', null, 4],
    ['same', 5, 5],
  ]);
});

test('a moved paragraph leads to its partner, from either side', () => {
  expect(rows[1] && partnerOf(rows[1])).toEqual({ side: 'left', block: 3 });
  expect(rows[4] && partnerOf(rows[4])).toEqual({ side: 'right', block: 1 });
  expect(rowAt(rows, { side: 'right', block: 1 })).toBe(1);
});

test('what differs is stepped through once each, or one kind alone', () => {
  expect(stepsThrough(rows, null)).toEqual([0, 3, 4, 5, 6]);
  expect(stepsThrough(rows, 'moved')).toEqual([4]);
  expect(stepsThrough(rows, 'same')).toEqual([2, 7]);
});

test('every paragraph stands in one row, in the order of its article, whatever was pinned', () => {
  const paragraph = fc.constantFrom(
    ...YEAR_ONE,
    ...YEAR_TWO,
    'Một đoạn khác hẳn.',
    'Thêm một đoạn nữa ở đây.',
  );
  const article = fc.array(paragraph, { maxLength: 12 });
  const pin = fc.record({ left: fc.nat(12), right: fc.nat(12), together: fc.boolean() });
  fc.assert(
    fc.property(article, article, fc.array(pin, { maxLength: 4 }), (left, right, pins) => {
      const made = rowsOf(alignBlocks(left, right, pins));
      for (const side of SIDES) {
        const shown = made.flatMap((row) => row[side] ?? []);
        expect(shown).toEqual((side === 'left' ? left : right).map((_, at) => at));
      }
      made.forEach((row, at) => expect(rowAt(made, placeOf(row))).toBe(at));
    }),
  );
});
