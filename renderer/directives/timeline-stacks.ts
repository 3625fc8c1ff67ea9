import { stacksOf } from '#core/timeline';
import { LANES, type Lane, type TimeThing } from './timeline-things';

/** Pixels from the middle of one stack to that of the next, at least. */
const APART = 17;

/** Things of a lane that lie so near to each other that they are drawn above each other. */
export interface LaneStack {
  lane: Lane;
  /** Pixels. */
  left: number;
  items: TimeThing[];
}

export const stacksIn = (
  lane: Lane,
  things: readonly TimeThing[],
  dayWidth: number,
  leftOf: (day: number) => number,
): LaneStack[] =>
  stacksOf(things, APART / dayWidth).map(({ day, items }) => ({ lane, left: leftOf(day), items }));

export const stackId = ({ lane, items }: LaneStack): string => `time-${lane}-${items[0]?.key ?? ''}`;

/** The stack that a key leads to: along a lane, or to the nearest one of the next lane that has any. */
export function stepped(
  key: string,
  lanes: readonly LaneStack[][],
  from: LaneStack | undefined,
): LaneStack | undefined {
  if (from === undefined) {
    return key.startsWith('Arrow') || key === 'Home' ? lanes.find((lane) => lane.length > 0)?.[0] : undefined;
  }
  const at = LANES.indexOf(from.lane);
  const lane = lanes[at] ?? [];
  const index = lane.indexOf(from);
  const nearest = (stacks: readonly LaneStack[] | undefined) =>
    stacks?.reduce((a, b) => (Math.abs(b.left - from.left) < Math.abs(a.left - from.left) ? b : a));
  switch (key) {
    case 'ArrowRight':
      return lane[index + 1];
    case 'ArrowLeft':
      return lane[index - 1];
    case 'Home':
      return lane[0];
    case 'End':
      return lane.at(-1);
    case 'ArrowUp':
      return nearest(lanes.slice(0, at).findLast((each) => each.length > 0));
    case 'ArrowDown':
      return nearest(lanes.slice(at + 1).find((each) => each.length > 0));
    default:
      return undefined;
  }
}
