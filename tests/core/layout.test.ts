import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxesOf,
  equalised,
  Layout,
  moved,
  neighbourOf,
  orderOf,
  renumber,
  resized,
  rowOf,
  splitAt,
  swapped,
  tidied,
  without,
  type Side,
} from '#core/layout';

const SIDES: readonly Side[] = ['left', 'right', 'up', 'down'];
const OPPOSITE: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', up: 'down', down: 'up' };

const someSide = fc.constantFrom(...SIDES);

/** One to four panes, as a person splits, moves and resizes them. */
const someLayout = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(3), someSide), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(3), someSide, fc.nat(3)), { maxLength: 3 }),
    fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([splits, moves, sizes]) => {
    let layout: Layout = { pane: 0 };
    splits.forEach(([at, side], i) => {
      layout = splitAt(layout, at % (i + 1), side, i + 1);
    });
    const count = splits.length + 1;
    for (const [pane, side, target] of moves) layout = moved(layout, pane % count, side, target % count);
    return 'pane' in layout ? layout : resized(layout, [], sizes.slice(0, layout.children.length));
  });

/** Some panes of a layout. */
const withPanes = someLayout.chain((layout) =>
  fc.record({
    layout: fc.constant(layout),
    one: fc.constantFrom(...orderOf(layout)),
    other: fc.constantFrom(...orderOf(layout)),
    side: someSide,
  }),
);

/** What is wrong with a layout. */
function faultsIn(layout: Layout, above: 'right' | 'down' | null = null): string[] {
  if ('pane' in layout) return [];
  const { split, children, sizes } = layout;
  const sum = sizes.reduce((all, size) => all + size, 0);
  return [
    ...(children.length < 2 ? ['a split of one'] : []),
    ...(sizes.length === children.length ? [] : ['a share too many or too few']),
    ...(Math.abs(sum - 100) < 1e-6 ? [] : [`shares make ${String(sum)}`]),
    ...(sizes.every((size) => size > 0) ? [] : ['no room']),
    ...(split === above ? ['a row in a row'] : []),
    ...children.flatMap((child) => faultsIn(child, split)),
  ];
}

const sorted = (panes: readonly number[]): number[] => panes.toSorted((a, b) => a - b);

test('however panes are split, moved, changed round and closed, each has its place once', () => {
  fc.assert(
    fc.property(withPanes, ({ layout, one, other, side }) => {
      const panes = sorted(orderOf(layout));
      for (const next of [
        layout,
        moved(layout, one, side, other),
        swapped(layout, one, other),
        equalised(layout),
      ]) {
        expect(faultsIn(next)).toEqual([]);
        expect(sorted(orderOf(next))).toEqual(panes);
        expect(Layout.parse(next)).toEqual(next);
        expect(tidied(next)).toEqual(next);
      }
      const grown = splitAt(layout, one, side, 99);
      expect(faultsIn(grown)).toEqual([]);
      expect(sorted(orderOf(grown))).toEqual([...panes, 99]);
      const left = without(layout, one);
      expect(left === null ? [] : [...faultsIn(left), ...sorted(orderOf(left))]).toEqual(
        panes.filter((pane) => pane !== one),
      );
    }),
  );
});

test('the panes fill the room without lying on each other', () => {
  fc.assert(
    fc.property(someLayout, (layout) => {
      const boxes = [...boxesOf(layout).values()];
      const area = boxes.reduce((all, { width, height }) => all + width * height, 0);
      expect(area).toBeCloseTo(1, 6);
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) {
          const apart =
            box.left + box.width <= other.left + 1e-9 ||
            other.left + other.width <= box.left + 1e-9 ||
            box.top + box.height <= other.top + 1e-9 ||
            other.top + other.height <= box.top + 1e-9;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});

test('a new pane stands where it was asked for, and closing it gives the room back', () => {
  fc.assert(
    fc.property(withPanes, ({ layout, one, side }) => {
      const grown = splitAt(layout, one, side, 99);
      expect(neighbourOf(grown, 99, OPPOSITE[side])).toBe(one);
      const back = without(grown, 99);
      const before = boxesOf(layout);
      for (const [pane, box] of boxesOf(back ?? layout)) {
        expect(box.width).toBeCloseTo(before.get(pane)?.width ?? 0, 6);
        expect(box.height).toBeCloseTo(before.get(pane)?.height ?? 0, 6);
      }
    }),
  );
});

test('two panes that change places take over each other’s room', () => {
  fc.assert(
    fc.property(withPanes, ({ layout, one, other }) => {
      const before = boxesOf(layout);
      const after = boxesOf(swapped(layout, one, other));
      expect(after.get(one)).toEqual(before.get(other));
      expect(after.get(other)).toEqual(before.get(one));
    }),
  );
});

test('a pane moved to the side of another stands there', () => {
  fc.assert(
    fc.property(withPanes, ({ layout, one, other, side }) => {
      if (one === other) return;
      expect(neighbourOf(moved(layout, one, side, other), one, OPPOSITE[side])).toBe(other);
    }),
  );
});

test('panes in a row keep shares that fit them, and are equal where none do', () => {
  expect(rowOf([7])).toEqual({ pane: 7 });
  expect(rowOf([0, 1], [30, 70])).toMatchObject({ split: 'right', sizes: [30, 70] });
  expect(rowOf([0, 1], [1, 1, 1])).toMatchObject({ sizes: [50, 50] });
  expect(rowOf([0, 1], [0, 100])).toMatchObject({ sizes: [50, 50] });
  expect(() => rowOf([])).toThrow(RangeError);
});

test('a third pane in a row gets a third, and the others keep their proportion', () => {
  expect(splitAt(rowOf([0, 1], [75, 25]), 1, 'right', 2)).toMatchObject({
    sizes: [50, expect.closeTo(16.67, 1), expect.closeTo(33.33, 1)],
  });
});

test('neighbours are found across splits, and none beyond the edge', () => {
  // A on the left, B over C on the right.
  const layout = splitAt(splitAt({ pane: 0 }, 0, 'right', 1), 1, 'down', 2);
  const tall = resized(layout, [1], [30, 70]);
  expect(neighbourOf(tall, 0, 'right')).toBe(2);
  expect(neighbourOf(tall, 2, 'up')).toBe(1);
  expect(neighbourOf(tall, 1, 'left')).toBe(0);
  expect(neighbourOf(tall, 0, 'left')).toBeNull();
  expect(neighbourOf(tall, 5, 'left')).toBeNull();
});

test('numbers change and nothing else', () => {
  const layout = splitAt(rowOf([3, 8], [40, 60]), 8, 'down', 9);
  const order = orderOf(layout);
  expect(
    renumber(
      renumber(layout, (pane) => order.indexOf(pane)),
      (i) => order[i] ?? -1,
    ),
  ).toEqual(layout);
});
