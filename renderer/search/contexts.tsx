import { useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConcordanceRow } from '#core/calls/searching';
import type { ArticleSummary } from '#core/library';
import { yearOf } from '#core/phrase-rows';
import { useLibrary } from '../state/library';
import { setContextOrder, useSearch, type ContextOrder } from '../state/search';
import { clickPlace, openFound, rowId } from '../state/search-steps';
import { dayText } from '../ui/format';
import { useChosenInSight } from './found-list';
import { YearPlaces } from './year-facet';
import './contexts.css';

interface ContextsProps {
  /** Id of the element of the chosen row. */
  active: string | undefined;
  onKey: (event: KeyboardEvent) => void;
}

const ROW = 30;

/** Every place of the words one under the other, with what stands before and after (keyword in context). */
export function Contexts({ active, onKey }: ContextsProps) {
  const { t } = useTranslation();
  const contexts = useSearch((state) => state.contexts);
  const byYear = useSearch((state) => state.tab === 'years');
  const years = useSearch((state) => state.answer?.facets.years);
  if (contexts === null) return <p className="search-wait">{t('codebook.passages.loading')}</p>;
  const { rows, total } = contexts;
  if (rows.length === 0) return <p className="search-wait">{t('search.contexts.none')}</p>;
  return (
    <div className="contexts col">
      {byYear && <YearPlaces articles={years ?? []} places={contexts.years} />}
      <Table byYear={byYear} rows={rows} active={active} onKey={onKey} />
      <p className="xs t3 num contexts-total">
        {rows.length < total
          ? t('search.contexts.first', { shown: rows.length.toLocaleString('vi-VN'), count: total })
          : t('search.contexts.count', { count: total })}
      </p>
    </div>
  );
}

interface TableProps extends ContextsProps {
  rows: readonly ConcordanceRow[];
  /** With a head over the rows of each year, instead of heads that sort. */
  byYear: boolean;
}

function Table({ rows, active, onKey, byYear }: TableProps) {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const lines = useMemo(() => (byYear ? withYears(rows, articles) : rows), [byYear, rows, articles]);
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  useChosenInSight(scroller, virtualizer, active, () =>
    lines.findIndex((line) => !('year' in line) && `context-${rowId(line)}` === active),
  );
  return (
    <div
      className="context-table col"
      role="grid"
      id="search-found"
      tabIndex={0}
      aria-label={t('search.contexts.label')}
      aria-rowcount={lines.length + (byYear ? 0 : 1)}
      aria-activedescendant={active}
      onKeyDown={(event) => {
        // The heads are buttons, which keep their keys.
        if (event.target === event.currentTarget) onKey(event);
      }}
      onClick={clicked}
      onDoubleClick={(event) => {
        if (rowOf(event) !== undefined) void openFound(false);
      }}
    >
      {!byYear && <Heads />}
      <div className="context-scroll" ref={scroller} role="rowgroup">
        <div className="context-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = lines[index];
            if (row === undefined) return null;
            if ('year' in row) return <YearHead key={key} {...row} index={index} top={start} />;
            return <Row key={key} row={row} index={index} top={start} active={active} />;
          })}
        </div>
      </div>
    </div>
  );
}

interface Year {
  /** Null: nobody knows when. */
  year: number | null;
  count: number;
}

/** A head before the rows of each year; the rows are in the order of their dates. */
function withYears(
  rows: readonly ConcordanceRow[],
  articles: ReadonlyMap<string, ArticleSummary>,
): (ConcordanceRow | Year)[] {
  const lines: (ConcordanceRow | Year)[] = [];
  let head: Year = { year: null, count: 0 };
  for (const row of rows) {
    const article = articles.get(row.articleId);
    const year = article === undefined ? null : yearOf(article);
    if (lines.length === 0 || head.year !== year) {
      head = { year, count: 0 };
      lines.push(head);
    }
    head.count += 1;
    lines.push(row);
  }
  return lines;
}

function YearHead({ year, count, index, top }: Year & { index: number; top: number }) {
  const { t } = useTranslation();
  const words = year === null ? t('search.facets.noYear') : t('search.contexts.onYear', { year });
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className="context-year"
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell">
        <span className="med">{words}</span> <span className="cnt num">{t('search.places', { count })}</span>
      </span>
    </div>
  );
}

/** The columns; a click sorts by one. */
const Heads = () => (
  <div role="rowgroup">
    <div className="context-head" role="row" aria-rowindex={1}>
      <Head column="left" />
      <span role="presentation" className="onward">
        <Head column="words" />
        <Head column="right" />
      </span>
      <Head column="date" />
    </div>
  </div>
);

function Head({ column }: { column: ContextOrder }) {
  const { t } = useTranslation();
  const isOrder = useSearch((state) => state.contextOrder === column);
  return (
    <div data-column={column} role="columnheader" aria-sort={isOrder ? 'ascending' : 'none'}>
      <button type="button" onClick={() => setContextOrder(column)}>
        {t(`search.contexts.${column}`)}
        {isOrder && <ArrowDown size={12} strokeWidth={2} aria-hidden />}
      </button>
    </div>
  );
}

interface RowProps {
  row: ConcordanceRow;
  index: number;
  /** CSS pixels from the top of the rows. */
  top: number;
  active: string | undefined;
}

function Row({ row, index, top, active }: RowProps) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.articles.get(row.articleId));
  const { hit } = row;
  const id = rowId(row);
  const isActive = `context-${id}` === active;
  const day = article?.publishedOn == null ? t('search.noDate') : dayText(article.publishedOn);
  return (
    <div
      id={`context-${id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={`context-row ${isActive ? 'now' : ''}`}
      data-row-id={id}
      title={article?.title}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className="left" lang="vi">
        <span>{hit.before.trimEnd()}</span>
      </span>
      {/* On from the words the line goes on without a gap. */}
      <span role="presentation" className="onward">
        <span role="gridcell" className="words" lang="vi">
          <mark className="hit">{hit.exact}</mark>
        </span>
        <span role="gridcell" className="right" lang="vi">
          {hit.after}
        </span>
      </span>
      <span role="gridcell" className="date xxs t3">
        {hit.in === 'note' && (
          <>
            <MessageSquare size={12} strokeWidth={2} aria-hidden />
            <span className="sr-only">{t('search.note')}</span>
          </>
        )}
        <span className="num nb">{day}</span>
        <span className="clip">{article?.source ?? t('search.noSource')}</span>
      </span>
    </div>
  );
}

const rowOf = (event: MouseEvent): string | undefined =>
  event.target instanceof Element
    ? event.target.closest<HTMLElement>('[data-row-id]')?.dataset['rowId']
    : undefined;

/** A click chooses, with Ctrl it opens beside. */
function clicked(event: MouseEvent): void {
  const id = rowOf(event);
  if (id !== undefined) clickPlace(id, event.ctrlKey || event.metaKey);
}
