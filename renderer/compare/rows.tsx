import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { blockStarts } from '#core/article';
import type { Compared } from '../state/alignment';
import { useComparing } from '../state/comparing';
import { rowAt, type Side } from '../state/comparing-rows';
import { showTexts } from '../state/shown-texts';
import { keptRow, useKeptPlace } from './kept-place';
import { portionAt, portionsOf, type Portion } from './portions';
import { useMovedLines, useRibbons } from './ribbons';
import { chosenIn, CompareRow } from './row';
import { textsInColumns } from './shown-in-columns';
import { useBuilding } from './use-building';
import { useColumns } from './use-columns';

/** The paragraphs of both articles, row by row. Another comparison needs other rows: it is the key of this component. */
export function Rows({ compared, scroller }: { compared: Compared; scroller: HTMLElement }) {
  const { t } = useTranslation();
  const { left, right, rows } = compared;
  const page = useRef<HTMLDivElement>(null);
  const lines = useRef<SVGPathElement>(null);
  const current = useComparing((state) => rowAt(rows, state.at));
  const side = useComparing((state) => state.at?.side ?? 'left');
  const portions = useMemo(() => portionsOf(compared), [compared]);
  const starts = useMemo(
    () => ({ left: blockStarts(left.blocks), right: blockStarts(right.blocks) }),
    [left, right],
  );
  const here = portionAt(current);
  const first = keptRow(compared);
  const { built, build } = useBuilding(
    page,
    scroller,
    portions.length,
    portionAt(first < 0 ? current : first),
  );
  const addTexts = useColumns(scroller, compared);
  const watchRibbons = useRibbons(scroller);
  const onBuilt = useCallback(
    (portion: HTMLElement) => {
      addTexts(portion);
      watchRibbons(portion);
    },
    [addTexts, watchRibbons],
  );
  useKeptPlace(scroller, compared);
  useMovedLines(lines, scroller, rows);
  useEffect(() => build(here), [build, here]);
  useEffect(() => showTexts(() => textsInColumns(compared, scroller, build)), [compared, scroller, build]);
  useReveal(scroller, compared);

  return (
    <div className="cmp-rows" ref={page}>
      {portions.map((portion, index) => (
        <PortionRows
          key={portion.from}
          t={t}
          compared={compared}
          starts={starts}
          portion={portion}
          index={index}
          built={built.has(index) || index === here}
          current={index === here ? current : -1}
          side={index === here ? side : 'left'}
          onBuilt={onBuilt}
        />
      ))}
      <svg className="cmp-moved-lines" aria-hidden>
        <path ref={lines} />
      </svg>
    </div>
  );
}

interface PortionRowsProps {
  t: TFunction;
  compared: Compared;
  /** Where the blocks of both texts begin. */
  starts: Readonly<Record<Side, readonly number[]>>;
  portion: Portion;
  index: number;
  /** Its rows are on the page. */
  built: boolean;
  /** The current row, and which of its paragraphs is the current one; -1 when that is in another portion. */
  current: number;
  side: Side;
  onBuilt: (portion: HTMLElement) => void;
}

/** A portion of rows; an empty box of about its height until it is built. */
const PortionRows = memo(function PortionRows(props: PortionRowsProps) {
  const { t, compared, starts, portion, index, built, current, side, onBuilt } = props;
  const { left, right, rows } = compared;
  const element = useRef<HTMLDivElement>(null);
  const chosen = useComparing((state) => state.chosen);
  useLayoutEffect(() => {
    if (built && element.current !== null) onBuilt(element.current);
  }, [built, onBuilt]);
  const { from, to, height } = portion;
  return (
    <div
      className="cmp-portion"
      data-portion={index}
      ref={element}
      style={built ? { containIntrinsicBlockSize: `auto ${height}px` } : { minHeight: height }}
    >
      {built &&
        rows
          .slice(from, to)
          .map((row, i) => (
            <CompareRow
              key={from + i}
              t={t}
              row={row}
              index={from + i}
              left={left.blocks[row.left ?? -1]}
              right={right.blocks[row.right ?? -1]}
              starts={{ left: starts.left[row.left ?? -1] ?? 0, right: starts.right[row.right ?? -1] ?? 0 }}
              current={from + i === current ? side : null}
              chosen={chosenIn(row, chosen)}
            />
          ))}
    </div>
  );
});

/** Brings the current paragraph into sight when something leads to it. */
function useReveal(scroller: HTMLElement, { rows }: Compared): void {
  const at = useComparing((state) => state.at);
  useEffect(() => {
    const row = scroller.querySelector(`[data-row="${rowAt(rows, at)}"]`);
    if (row === null || at?.reveal !== true) return undefined;
    scroller.focus({ preventScroll: true });
    bringIntoSight(scroller, row);
    // Rows that were far away have their true heights only after they have been laid out.
    const frame = requestAnimationFrame(() => bringIntoSight(scroller, row));
    return () => cancelAnimationFrame(frame);
  }, [scroller, rows, at]);
}

/** A row that is out of sight comes to stand in the upper third. */
function bringIntoSight(scroller: HTMLElement, row: Element): void {
  const [seen, box] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top >= seen.top + 12 && box.bottom <= seen.bottom - 48) return;
  scroller.scrollTop += box.top - seen.top - seen.height / 4;
}
