/** The narrowest pane that has room for a text and its original, in CSS pixels. */
const ROOM_FOR_BOTH = 720;

interface Panes {
  /** Which panes show their original. */
  open: readonly boolean[];
  /** In CSS pixels. */
  widths: readonly number[];
  active: number;
}

interface Places {
  /** The pane whose place the original of the active one takes, for as long as that is active. */
  covered: number | null;
  /** Where the original stands in a pane. */
  of: (pane: number) => 'beside' | 'instead' | null;
}

/**
 * Where originals stand: beside their text in a wide pane; a narrow one borrows the pane next to it while it is active,
 * and where there is none, the original takes the place of the text.
 */
export function placeOriginals({ open, widths, active }: Panes): Places {
  const isWide = (pane: number) => (widths[pane] ?? 0) >= ROOM_FOR_BOTH;
  const isNarrow = open[active] === true && !isWide(active);
  const neighbour = active + 1 < open.length ? active + 1 : active - 1;
  return {
    covered: isNarrow && neighbour >= 0 ? neighbour : null,
    of: (pane) => {
      if (open[pane] !== true) return null;
      if (isWide(pane)) return 'beside';
      return isNarrow && neighbour < 0 && pane === active ? 'instead' : null;
    },
  };
}
