import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import {
  actedOn,
  askPurge,
  COLUMNS,
  goTo,
  openArticle,
  pickAllRows,
  setArticles,
  sortArticles,
  step,
  togglePicked,
  trashOrRestore,
  unpickRows,
  useArticles,
  type ArticleColumn,
} from '../state/articles';
import { useLibrary } from '../state/library';
import { letterAct } from '../state/shelving';
import { attempt } from '../state/status';
import { Button } from '../ui/controls';
import { ColumnHead, DATA_ROW, rowOfKey } from '../ui/data-table';
import { EmptyView } from '../ui/empty-view';
import { useTakeFocus } from '../ui/take-focus';
import { ArticleRow } from './article-row';

interface ArticleTableProps {
  rows: readonly ArticleSummary[];
  /** The row that the keyboard is on. */
  shown: string | null;
}

/** The articles of a place, one a row. Arrows walk them, Space and Shift choose several, Enter opens. */
export function ArticleTable({ rows, shown }: ArticleTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRows(rows, scroller);
  const at = rows.findIndex(({ id }) => id === shown);
  useTakeFocus(table);
  useFocusWhenAsked(table);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
    // Only a step moves the list, not rows that come in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);
  return (
    <>
      <div
        ref={table}
        data-part
        className="article-table data-table"
        role="grid"
        tabIndex={0}
        aria-label={t('articles.table')}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-activedescendant={at < 0 ? undefined : `article-${rows[at]?.id ?? ''}`}
        onKeyDown={(event) => pressed(event, rows, at)}
      >
        <div className="article-row data-row heads" role="row" aria-rowindex={1}>
          <AllPicked rows={rows} />
          {COLUMNS.map((column) => (
            <Head key={column} column={column} />
          ))}
        </div>
        {rows.length > 0 && (
          <div
            className="article-scroll data-scroll"
            ref={scroller}
            role="rowgroup"
            aria-label={t('articles.table')}
          >
            <div
              className="article-rows data-rows"
              role="presentation"
              style={{ height: virtualizer.getTotalSize() }}
            >
              {virtualizer.getVirtualItems().map(({ index, start, key }) => {
                const row = rows[index];
                return row === undefined ? null : (
                  <ArticleRow key={key} {...{ row, rows, index, top: start }} isShown={row.id === shown} />
                );
              })}
            </div>
          </div>
        )}
      </div>
      {rows.length === 0 && <NothingHere />}
    </>
  );
}

/** Chooses all rows, or none. The keyboard has Ctrl A and Escape for this. */
function AllPicked({ rows }: { rows: readonly ArticleSummary[] }) {
  const { t } = useTranslation();
  const picked = useArticles((state) => state.picked.size);
  const areAll = rows.length > 0 && picked === rows.length;
  return (
    <span role="columnheader" className="cell of-pick">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={areAll}
        disabled={rows.length === 0}
        aria-label={t('articles.pickAll')}
        onChange={() => (areAll ? unpickRows() : pickAllRows(rows))}
      />
    </span>
  );
}

function useRows(rows: readonly ArticleSummary[], scroller: { readonly current: HTMLElement | null }) {
  // The compiler leaves this alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => DATA_ROW,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 8,
  });
}

function useFocusWhenAsked(table: { readonly current: HTMLElement | null }): void {
  const focused = useArticles((state) => state.focused);
  const seen = useRef(focused);
  useEffect(() => {
    if (focused !== seen.current) table.current?.focus({ preventScroll: true });
    seen.current = focused;
  }, [focused, table]);
}

function pressed(event: KeyboardEvent<HTMLElement>, rows: readonly ArticleSummary[], at: number): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  const row = rows[at];
  if (walked(event, rows, at) || (row !== undefined && acted(event, rows, row))) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Keys that move from row to row, with Shift over a stretch of them. */
function walked(event: KeyboardEvent, rows: readonly ArticleSummary[], at: number): boolean {
  const next = rowOfKey(event.key, at, rows.length);
  if (next === undefined) return false;
  step(rows, next, event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'keep' : 'alone');
  return true;
}

/** Keys that do something to the row, or to all that are picked. */
function acted(event: KeyboardEvent, rows: readonly ArticleSummary[], row: ArticleSummary): boolean {
  const withCtrl = event.ctrlKey || event.metaKey;
  const all = actedOn(rows);
  const acting = all.length === 0 ? [row] : all;
  if (event.key === 'Enter') openArticle(row.id, withCtrl);
  else if (event.key === 'Delete' && event.shiftKey) askPurge(acting);
  else if (event.key === 'Delete') void trashOrRestore(acting);
  else if (event.key === 'a' && withCtrl && !event.shiftKey) pickAllRows(rows);
  else if (withCtrl || event.shiftKey || event.repeat) return false;
  else if (event.key === ' ') togglePicked(row.id);
  else {
    const act = letterAct(event.key, acting);
    if (act === null) return false;
    void attempt(act);
  }
  return true;
}

function Head({ column }: { column: ArticleColumn }) {
  const { t } = useTranslation();
  const isSorted = useArticles((state) => state.column === column);
  const turned = useArticles((state) => state.turned);
  // Days and numbers begin with the greatest.
  const isDown = (column === 'published' || column === 'imported' || column === 'annotations') !== turned;
  return (
    <ColumnHead
      column={`of-${column}`}
      words={t(`articles.column.${column}`)}
      sorted={isSorted ? (isDown ? 'descending' : 'ascending') : null}
      onSort={() => sortArticles(column)}
    />
  );
}

/** Why the table is empty, and what to do about it. */
function NothingHere() {
  const { t } = useTranslation();
  const place = useArticles((state) => state.place);
  const words = useArticles((state) => state.words);
  const isEmptyLibrary = useLibrary((state) => state.hasAllArticles && state.articles.size === 0);
  if (isEmptyLibrary) return <EmptyView title={t('articles.title')} lead={t('articles.empty.all')} />;
  const byWords = words.trim() !== '';
  return (
    <div className="empty">
      <p role="status">{t(byWords ? 'articles.empty.words' : `articles.empty.${place.is}`)}</p>
      {byWords && (
        <Button look="line" large onClick={() => setArticles({ words: '' })}>
          {t('articles.empty.clear')}
        </Button>
      )}
      {!byWords && place.is !== 'all' && (
        <Button look="line" large onClick={() => goTo({ is: 'all' })}>
          {t('articles.empty.toAll')}
        </Button>
      )}
    </div>
  );
}
