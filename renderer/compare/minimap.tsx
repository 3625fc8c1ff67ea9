import { useMemo } from 'react';
import type { Compared } from '../state/alignment';
import { goTo } from '../state/comparing';
import { placeOf, type RowKind } from '../state/comparing-rows';
import { heightOf } from './portions';

/** Neighbours of one kind as one stretch; `first` is the index of its first row, `size` about its height. */
interface Stretch {
  kind: RowKind;
  first: number;
  last: number;
  size: number;
}

/** The whole comparison as a strip: what is where. A click goes there. */
export function Minimap({ compared, current }: { compared: Compared; current: number }) {
  const stretches = useMemo(() => stretchesOf(compared), [compared]);
  return (
    <div className="cmp-minimap" aria-hidden>
      {stretches.map(({ kind, first, last, size }) => (
        // The strip repeats for the mouse what the stepper and the lists offer to keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <i
          key={first}
          className={`${kind} ${first <= current && current <= last ? 'current' : ''}`}
          style={{ flexGrow: size }}
          onClick={() => {
            const row = compared.rows[first];
            if (row !== undefined) goTo(placeOf(row));
          }}
        />
      ))}
    </div>
  );
}

/** A strip of a few hundred pixels shows no more. */
const MOST_STRETCHES = 400;

function stretchesOf({ left, right, rows }: Compared): Stretch[] {
  const stretches: Stretch[] = [];
  const joined = rows.length > MOST_STRETCHES;
  rows.forEach(({ kind, left: l, right: r }, at) => {
    const size = heightOf(left.blocks[l ?? -1], right.blocks[r ?? -1]);
    const before = stretches.at(-1);
    if (joined && before?.kind === kind) {
      before.last = at;
      before.size += size;
    } else stretches.push({ kind, first: at, last: at, size });
  });
  return stretches;
}
