import type { AlignedPair, PairKind } from '#core/align';
import { blockAtLine, type Ground } from './linked-places';

/** A stretch of the zone between two panes: CSS pixels from its top. */
export interface Extent {
  top: number;
  height: number;
}

/** Two paragraphs that belong together, one at each edge of the zone. */
export interface Tie {
  kind: PairKind;
  /** The paragraph that is read is one of them. */
  current: boolean;
  left: Extent;
  right: Extent;
}

/** A text as it stands in its pane. `shift`: how far its beginning stands below the top of the zone. */
export interface Side {
  ground: Ground;
  shift: number;
  /** Index of the paragraph that is read; null where another pane is read. */
  current: number | null;
}

/** How pairs are drawn: by their kind, and the one that is read over it. */
export const LOOKS = ['same', 'reworded', 'moved', 'current'] as const;

/** Outlines for one look, in the notation of SVG paths. */
export interface Shape {
  /** From paragraph to paragraph. */
  body: string;
  /** Along the paragraphs. */
  ends: string;
}

/** How wide the line along a paragraph is. CSS pixels. */
const END = 2;

/** The pairs to be drawn in a zone of this height: one paragraph is in sight, and the other is not far from it. */
export function tiesIn(height: number, left: Side, right: Side, pairs: readonly AlignedPair[]): Tie[] {
  const near = height / 2;
  const [ofLeft, ofRight] = [stretchOf(left, height, near), stretchOf(right, height, near)];
  const inSight = ({ top, height: own }: Extent) => top < height && top + own > 0;
  return pairs.flatMap((pair) => {
    if (!ofLeft(pair.left) || !ofRight(pair.right)) return [];
    const [one, other] = [extentOf(left, pair.left), extentOf(right, pair.right)];
    if (one === null || other === null || !(inSight(one) || inSight(other))) return [];
    const current = left.current === pair.left || right.current === pair.right;
    return { kind: pair.kind, current, left: one, right: other };
  });
}

/** Whether a paragraph stands between the top and the bottom of the zone, or within `near` of them. */
function stretchOf({ ground, shift }: Side, height: number, near: number): (block: number) => boolean {
  const first = blockAtLine(ground, -shift - near);
  const last = blockAtLine(ground, height - shift + near);
  return (block) => block >= first && block <= last;
}

function extentOf({ ground, shift }: Side, block: number): Extent | null {
  const box = ground.boxOf(block);
  return box === null ? null : { top: box.top + shift, height: box.height };
}

/** A ribbon for each pair that kept its place, a line for each that was moved, in a zone of this width. */
export function shapesOf(ties: readonly Tie[], width: number): Record<(typeof LOOKS)[number], Shape> {
  const shapes = Object.fromEntries(LOOKS.map((look) => [look, { body: '', ends: '' }])) as Record<
    (typeof LOOKS)[number],
    Shape
  >;
  for (const { kind, current, left, right } of ties) {
    const look = current ? 'current' : kind;
    if (kind === 'moved') shapes.moved.body += line(width, left, right);
    else shapes[look].body += ribbon(width, left, right);
    shapes[look].ends += end(0, left) + end(width - END, right);
  }
  return shapes;
}

const tenth = (length: number): number => Math.round(length * 10) / 10;

function ribbon(width: number, left: Extent, right: Extent): string {
  const [from, to, middle] = [END, width - END, width / 2];
  const [top, bottom] = [tenth(left.top), tenth(left.top + left.height)];
  const [otherTop, otherBottom] = [tenth(right.top), tenth(right.top + right.height)];
  return (
    `M${from} ${top}C${middle} ${top} ${middle} ${otherTop} ${to} ${otherTop}` +
    `V${otherBottom}C${middle} ${otherBottom} ${middle} ${bottom} ${from} ${bottom}Z`
  );
}

function line(width: number, left: Extent, right: Extent): string {
  const [from, to, middle] = [END, width - END, width / 2];
  const [y, other] = [tenth(left.top + left.height / 2), tenth(right.top + right.height / 2)];
  return `M${from} ${y}C${middle} ${y} ${middle} ${other} ${to} ${other}`;
}

const end = (x: number, { top, height }: Extent): string =>
  `M${x} ${tenth(top)}h${END}v${tenth(height)}h${-END}Z`;
