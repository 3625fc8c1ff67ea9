import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { blockStarts } from '#core/article';
import type { Compared } from '../state/alignment';
import { readCurrent, readPlace, settleAt, stepRow, useComparing } from '../state/comparing';
import { rowAt, type Side } from '../state/comparing-rows';
import { attempt } from '../state/status';
import { choose } from '../state/view';
import { idsOf } from '../ui/text/paint';
import { ChoiceBar } from './choice-bar';
import { Minimap } from './minimap';
import { useMovedLines, useRibbons } from './ribbons';
import { chosenIn, CompareRow } from './row';
import { useColumns } from './use-columns';

/** Two articles in one scroll, paragraph beside paragraph. */
export function Paragraphs({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const { left, right, rows } = compared;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const lines = useRef<SVGPathElement>(null);
  const current = useComparing((state) => rowAt(rows, state.at));
  const chosen = useComparing((state) => state.chosen);
  const starts = useMemo(
    () => ({ left: blockStarts(left.blocks), right: blockStarts(right.blocks) }),
    [left, right],
  );
  useColumns(page, scroller, compared);
  useRibbons(page, scroller, rows);
  useMovedLines(lines, scroller, rows);
  useReveal(scroller, compared);
  const clicks = useClicks(compared);

  return (
    <div className="cmp-body">
      {/* Clicks only repeat what the keys do: steps, Enter. */}
      <div
        className="cmp-scroll"
        ref={setScroller}
        role="document"
        aria-label={t('compare.document', { a: left.title, b: right.title })}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
        tabIndex={0}
        {...clicks}
      >
        <div className="cmp-rows" ref={page}>
          {rows.map((row, index) => (
            <CompareRow
              key={row.left === null ? `B${row.right}` : `A${row.left}`}
              t={t}
              row={row}
              index={index}
              left={row.left === null ? undefined : left.blocks[row.left]}
              right={row.right === null ? undefined : right.blocks[row.right]}
              starts={{ left: starts.left[row.left ?? -1] ?? 0, right: starts.right[row.right ?? -1] ?? 0 }}
              current={index === current}
              chosen={chosenIn(row, chosen)}
            />
          ))}
          <svg className="cmp-moved-lines" aria-hidden>
            <path ref={lines} />
          </svg>
        </div>
      </div>
      <Minimap compared={compared} current={current} />
      <ChoiceBar />
    </div>
  );
}

/** A click makes a paragraph the current one, a double click opens it in the reader, and so does a mark with its note. */
function useClicks({ left, right }: Compared) {
  const placeOf = (target: EventTarget) => {
    const text = (target as Element).closest('.cmp-cell')?.querySelector<HTMLElement>('.cmp-text');
    if (text === null || text === undefined) return null;
    const side: Side = text.dataset['side'] === 'right' ? 'right' : 'left';
    return { side, block: Number(text.dataset['block']), article: side === 'left' ? left : right };
  };
  const open = (event: MouseEvent | KeyboardEvent, annotationId: string | undefined) => {
    const place = placeOf(event.target);
    if (place === null) return;
    event.preventDefault();
    void attempt(async () => {
      await readPlace(place.article, place.block);
      if (annotationId !== undefined) choose(place.article.id, annotationId);
    });
  };
  const markOf = (target: EventTarget): string | undefined => {
    const mark = (target as Element).closest<HTMLElement>('mark');
    return mark === null ? undefined : idsOf(mark).at(-1);
  };
  return {
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      const id = markOf(event.target);
      if (getSelection()?.isCollapsed === false || place === null) return;
      if (id === undefined) settleAt(place);
      else open(event, id);
    },
    onDoubleClick: (event: MouseEvent) => {
      if ((event.target as Element).closest('.cmp-text') !== null) open(event, undefined);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        stepRow(event.key === 'ArrowDown' ? 1 : -1);
        return;
      }
      if (event.key !== 'Enter' || (event.target as Element).closest('button') !== null) return;
      const id = markOf(event.target);
      if (id !== undefined) open(event, id);
      else {
        event.preventDefault();
        void attempt(readCurrent);
      }
    },
  };
}

/** Brings the current paragraph into sight when something leads to it, and lets it pulse. */
function useReveal(scroller: HTMLElement | null, { rows }: Compared): void {
  const at = useComparing((state) => state.at);
  useEffect(() => {
    const index = rowAt(rows, at);
    const row = scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`);
    if (scroller === null || row === null || row === undefined || at?.reveal !== true) return undefined;
    scroller.focus({ preventScroll: true });
    bringIntoSight(scroller, row);
    // Rows that were far away have their true heights only after they have been laid out.
    const frame = requestAnimationFrame(() => bringIntoSight(scroller, row));
    return () => cancelAnimationFrame(frame);
  }, [scroller, rows, at]);
}

/** A row that is out of sight comes to stand in the upper third. */
function bringIntoSight(scroller: HTMLElement, row: HTMLElement): void {
  const [seen, box] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top >= seen.top + 12 && box.bottom <= seen.bottom - 48) return;
  scroller.scrollTop += box.top - seen.top - seen.height / 4;
}
