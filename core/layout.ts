import { z } from 'zod';

/** How panes share the room: one of them, or a row (`right`) or column (`down`) of layouts with their shares in percent. */
export type Layout = { pane: number } | { split: Direction; children: Layout[]; sizes: number[] };
export type Direction = 'right' | 'down';
export type Side = 'left' | 'right' | 'up' | 'down';

export const Layout: z.ZodType<Layout> = z.union([
  z.object({ pane: z.int().nonnegative() }),
  z.object({
    split: z.enum(['right', 'down']),
    children: z.array(z.lazy(() => Layout)).min(2),
    sizes: z.array(z.number().positive()),
  }),
]);

/** Where something stands in a room, from 0 to 1 of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const directionOf = (side: Side): Direction => (side === 'left' || side === 'right' ? 'right' : 'down');
const isBefore = (side: Side): boolean => side === 'left' || side === 'up';
const equal = (count: number): number[] => Array.from({ length: count }, () => 100 / count);

/** Shares in the same proportions that make 100; equal ones when they cannot. */
function sharesOf(sizes: readonly number[], count: number): number[] {
  const sum = sizes.reduce((all, size) => all + size, 0);
  const usable = sizes.length === count && sum > 0 && sizes.every((size) => size > 0);
  if (!usable) return equal(count);
  return Math.abs(sum - 100) < 1e-6 ? [...sizes] : sizes.map((size) => (size * 100) / sum);
}

/** These panes in a row, with shares as given; equal ones when there are none for each. */
export function rowOf(panes: readonly number[], sizes: readonly number[] = []): Layout {
  const [only] = panes;
  if (only === undefined) throw new RangeError('A layout has at least one pane.');
  if (panes.length === 1) return { pane: only };
  return {
    split: 'right',
    children: panes.map((pane) => ({ pane })),
    sizes: sharesOf(sizes, panes.length),
  };
}

/** The panes in the order of reading: from left to right, from top to bottom. */
export const orderOf = (layout: Layout): number[] =>
  'pane' in layout ? [layout.pane] : layout.children.flatMap(orderOf);

/** The same layout of panes with other numbers. */
export function renumber(layout: Layout, numberOf: (pane: number) => number): Layout {
  if ('pane' in layout) return { pane: numberOf(layout.pane) };
  return { ...layout, children: layout.children.map((child) => renumber(child, numberOf)) };
}

/** A layout as the others are: no split of one, no row in a row, shares that make 100. */
export function tidied(layout: Layout): Layout {
  if ('pane' in layout) return layout;
  const { split } = layout;
  const shares = sharesOf(layout.sizes, layout.children.length);
  const parts = layout.children.flatMap((child, i): { child: Layout; size: number }[] => {
    const tidy = tidied(child);
    const size = shares[i] ?? 0;
    if ('pane' in tidy || tidy.split !== split) return [{ child: tidy, size }];
    return tidy.children.map((inner, j) => ({ child: inner, size: (size * (tidy.sizes[j] ?? 0)) / 100 }));
  });
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first.child;
  return { split, children: parts.map(({ child }) => child), sizes: parts.map(({ size }) => size) };
}

/** Puts a pane on one side of another. In a row or column it gets an equal share, and the others give in proportion. */
export function splitAt(layout: Layout, pane: number, side: Side, newcomer: number): Layout {
  const split = directionOf(side);
  if ('pane' in layout) {
    if (layout.pane !== pane) return layout;
    const children = isBefore(side) ? [{ pane: newcomer }, layout] : [layout, { pane: newcomer }];
    return { split, children, sizes: equal(2) };
  }
  const at = layout.children.findIndex((child) => 'pane' in child && child.pane === pane);
  if (layout.split !== split || at < 0) {
    return { ...layout, children: layout.children.map((child) => splitAt(child, pane, side, newcomer)) };
  }
  const place = isBefore(side) ? at : at + 1;
  const count = layout.children.length + 1;
  const given = layout.sizes.map((size) => (size * (count - 1)) / count);
  return {
    split,
    children: layout.children.toSpliced(place, 0, { pane: newcomer }),
    sizes: given.toSpliced(place, 0, 100 / count),
  };
}

/** Takes a pane out; its neighbours get its room in proportion. Null when it was the only one. */
export function without(layout: Layout, pane: number): Layout | null {
  if ('pane' in layout) return layout.pane === pane ? null : layout;
  const parts = layout.children.flatMap((child, i) => {
    const left = without(child, pane);
    return left === null ? [] : [{ left, size: layout.sizes[i] ?? 0 }];
  });
  return tidied({
    split: layout.split,
    children: parts.map(({ left }) => left),
    sizes: parts.map(({ size }) => size),
  });
}

/** Two panes change places. */
export const swapped = (layout: Layout, one: number, other: number): Layout =>
  renumber(layout, (pane) => (pane === one ? other : pane === other ? one : pane));

/** Takes a pane to one side of another. */
export function moved(layout: Layout, pane: number, side: Side, target: number): Layout {
  const rest = pane === target ? null : without(layout, pane);
  return rest === null ? layout : splitAt(rest, target, side, pane);
}

/** All rows and columns with equal shares. */
export function equalised(layout: Layout): Layout {
  if ('pane' in layout) return layout;
  return { ...layout, children: layout.children.map(equalised), sizes: equal(layout.children.length) };
}

/** Other shares for the split that is reached by these indexes from the top. */
export function resized(layout: Layout, path: readonly number[], sizes: readonly number[]): Layout {
  if ('pane' in layout) return layout;
  const [next, ...rest] = path;
  if (next === undefined) return { ...layout, sizes: sharesOf(sizes, layout.children.length) };
  return {
    ...layout,
    children: layout.children.map((child, i) => (i === next ? resized(child, rest, sizes) : child)),
  };
}

const ROOM: Box = { left: 0, top: 0, width: 1, height: 1 };

/** Where each pane stands. */
export function boxesOf(layout: Layout, room = ROOM): Map<number, Box> {
  if ('pane' in layout) return new Map([[layout.pane, room]]);
  let before = 0;
  return new Map(
    layout.children.flatMap((child, i) => {
      const share = (layout.sizes[i] ?? 0) / 100;
      const box =
        layout.split === 'right'
          ? { ...room, left: room.left + before * room.width, width: share * room.width }
          : { ...room, top: room.top + before * room.height, height: share * room.height };
      before += share;
      return [...boxesOf(child, box)];
    }),
  );
}

/** How far two stretches lie beside each other. */
const shared = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** The pane that touches another one on a side, the one that does so most; null at the edge of the room. */
export function neighbourOf(layout: Layout, pane: number, side: Side): number | null {
  const boxes = boxesOf(layout);
  const own = boxes.get(pane);
  if (own === undefined) return null;
  const across = directionOf(side) === 'right';
  const startOf = (box: Box) => (across ? box.left : box.top);
  const endOf = (box: Box) => (across ? box.left + box.width : box.top + box.height);
  const touching = [...boxes].flatMap(([other, box]) => {
    const gap = isBefore(side) ? startOf(own) - endOf(box) : startOf(box) - endOf(own);
    const along = across
      ? shared(own.top, own.height, box.top, box.height)
      : shared(own.left, own.width, box.left, box.width);
    return other !== pane && Math.abs(gap) < 1e-6 && along > 1e-6 ? [{ other, along }] : [];
  });
  touching.sort((a, b) => b.along - a.along);
  return touching[0]?.other ?? null;
}
