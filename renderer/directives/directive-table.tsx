import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { useLibrary } from '../state/library';
import {
  chooseDirective,
  doubtOf,
  issuerOf,
  pickDirective,
  REGISTER_COLUMNS,
  sortRegister,
  useRegister,
  type RegisterColumn,
} from '../state/registers';
import { ColumnHead, DATA_ROW, rowOfKey } from '../ui/data-table';
import { dayText } from '../ui/format';
import { useTakeFocus } from '../ui/take-focus';
import { nameOfRow, signOfRow, termWords, type YearCounts } from './names';
import { YearBars } from './year-bars';

/** The latest years that have room for a bar. */
const MOST_YEARS = 10;

interface DirectiveTableProps {
  rows: readonly DirectiveRow[];
  shown: DirectiveId | null;
  counts: YearCounts;
}

/** All documents, one a row. Arrows walk them; the one at hand is shown beside. */
export function DirectiveTable({ rows, shown, counts }: DirectiveTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useTakeFocus(table);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => DATA_ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const years = useLatestYears(counts);
  const at = rows.findIndex(({ id }) => id === shown);
  const sought = useRegister((state) => state.chosen);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
    // Only a choice moves the list, not rows that come in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sought]);
  return (
    <div
      ref={table}
      data-part
      className="directive-table data-table"
      role="grid"
      tabIndex={0}
      aria-label={t('register.title')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      aria-activedescendant={at < 0 ? undefined : `directive-${at}`}
      onKeyDown={(event) => walkRows(event, rows, at)}
    >
      <div className="directive-row data-row heads" role="row" aria-rowindex={1}>
        {REGISTER_COLUMNS.map((column) => (
          <Head key={column} column={column} />
        ))}
      </div>
      <div
        className="directive-scroll data-scroll"
        ref={scroller}
        role="rowgroup"
        aria-label={t('register.rows')}
      >
        <div
          className="directive-rows data-rows"
          role="presentation"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={key}
                {...{ row, index, top: start, years }}
                counts={counts.get(row.id) ?? NO_COUNTS}
                shown={row.id === shown}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

function useLatestYears(counts: YearCounts): string[] {
  return useMemo(() => {
    const years = [...counts.values()].flatMap((of) => [...of.keys()]).map(Number);
    if (years.length === 0) return [];
    const last = years.reduce((a, b) => Math.max(a, b));
    const first = Math.max(
      last - MOST_YEARS + 1,
      years.reduce((a, b) => Math.min(a, b)),
    );
    return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  }, [counts]);
}

function walkRows(event: KeyboardEvent<HTMLElement>, rows: readonly DirectiveRow[], at: number): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = rowOfKey(event.key, at, rows.length);
  const row = rows[Math.max(0, Math.min(rows.length - 1, next ?? at))];
  if (row === undefined) return;
  if (next !== undefined) chooseDirective(row.id);
  else if (event.key === ' ' && !useLibrary.getState().readOnly) pickDirective(row.id);
  else if (event.key === 'Enter') {
    const details = event.currentTarget.closest('.register-body')?.querySelector('.directive-details');
    details?.querySelector<HTMLElement>('.mention')?.focus();
  } else return;
  event.preventDefault();
}

function Head({ column }: { column: RegisterColumn }) {
  const { t } = useTranslation();
  const isSorted = useRegister((state) => state.column === column);
  const downwards = useRegister((state) => state.downwards);
  return (
    <ColumnHead
      column={`of-${column}`}
      words={t(`register.column.${column}`)}
      sorted={isSorted ? (downwards ? 'descending' : 'ascending') : null}
      onSort={() => sortRegister(column)}
    />
  );
}

interface RowProps {
  row: DirectiveRow;
  index: number;
  top: number;
  years: readonly string[];
  counts: ReadonlyMap<string, number>;
  shown: boolean;
}

function Row({ row, index, top, years, counts, shown }: RowProps) {
  const picked = useRegister((state) => state.picked.includes(row.id));
  const readOnly = useLibrary((state) => state.readOnly);
  const clicked = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) {
      if (!readOnly) pickDirective(row.id);
    } else chooseDirective(row.id);
  };
  return (
    // Reached by the arrow keys of the list around it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`directive-${index}`}
      className={`directive-row data-row ${shown ? 'on' : ''} ${picked ? 'picked' : ''}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={picked || shown}
      data-directive={row.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={clicked}
    >
      <Cells row={row} picked={picked} />
      <span role="gridcell" className="cell of-mentions num">
        <YearBars years={years} counts={counts} />
        <b>{row.mentions}</b>
      </span>
      <span role="gridcell" className="cell of-articles num t2">
        {row.articles.length}
      </span>
    </div>
  );
}

/** What is known of the document. Where there is no room for a column, its value stands below another one. */
function Cells({ row, picked }: { row: DirectiveRow; picked: boolean }) {
  const { t } = useTranslation();
  const doubt = doubtOf(row);
  const status = row.status === null ? '' : t(`register.statuses.${row.status}`);
  const spellings = row.spellings.length;
  // A name may need both lines.
  const named = row.number === null;
  return (
    <>
      <span role="gridcell" className="cell of-name" title={[nameOfRow(row), ...row.spellings].join('\n')}>
        <span className={`sign ${named && doubt === null ? 'c2' : 'clip'}`}>
          {picked && <Check size={13} strokeWidth={2.25} aria-hidden />} {signOfRow(row)}
        </span>
        {doubt !== null && <small className="clip doubt">{t(`register.${doubt}`)}</small>}
        {doubt === null && !named && spellings > 1 && (
          <small className="clip">{t('register.spellings', { count: spellings })}</small>
        )}
      </span>
      <span role="gridcell" className="cell of-type">
        <span className="clip">{row.type}</span>
        <small className="clip if-narrow">{issuerOf(row)}</small>
      </span>
      <span role="gridcell" className="cell of-issuer" title={issuerOf(row)}>
        <span className="c2">{issuerOf(row)}</span>
      </span>
      <span role="gridcell" className="cell of-issued num">
        {row.issuedOn === null ? <span className="t3">—</span> : dayText(row.issuedOn)}
        <small className="clip if-narrow">{status}</small>
      </span>
      <span role="gridcell" className="cell of-title" title={row.title}>
        {row.title === '' ? (
          <i className="t3">{t('register.noTitle')}</i>
        ) : (
          <span className="c2">{row.title}</span>
        )}
      </span>
      <span role="gridcell" className="cell of-term">
        <span className={`clip ${row.term?.certain === false ? 'inferred' : ''}`}>{termWords(row, t)}</span>
      </span>
      <span role="gridcell" className="cell of-status">
        <span className="c2">{status}</span>
      </span>
    </>
  );
}
