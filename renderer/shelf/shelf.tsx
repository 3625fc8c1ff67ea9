import { memo, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter, Plus } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import type { CommandName } from '../keymap';
import { removeArticles, restoreArticles } from '../state/changes';
import { inOrder } from '../state/article-order';
import { presentOf, useLibrary } from '../state/library';
import { readerWidth } from '../state/panes';
import { NO_FILTER, articleFits, showAllArticles, useShelfFilter } from '../state/shelf-filter';
import { attempt } from '../state/status';
import { letterAct } from '../state/shelving';
import { openBeside, openHere, useView, type Show } from '../state/view';
import { useSettled } from '../ui/after-paint';
import { Button } from '../ui/controls';
import { ArticleItem } from './article-item';
import { FilterBar } from './filter-bar';
import { ImportMenu } from './import-menu';
import { ImportReport } from './import-report';
import { rowsOf, type GroupName, type Row } from './rows';
import { ShelfMenu } from './shelf-menu';
import './shelf.css';

interface ShelfProps {
  onRun: (command: CommandName) => void;
}

/** The article list. What changes in it, such as how many notes an article has, follows a frame after the text. */
export function Shelf({ onRun }: ShelfProps) {
  const articles = useSettled(useLibrary((state) => state.articles));
  return <ArticleList articles={articles} onRun={onRun} />;
}

interface ArticleListProps extends ShelfProps {
  articles: ReadonlyMap<string, ArticleSummary>;
}

const ArticleList = memo(function ArticleList({ articles, onRun }: ArticleListProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const sort = useView((state) => state.sort);
  const show = useView((state) => state.show);
  const filter = useView((state) => state.filter);
  const panes = useView((state) => state.panes);
  const asked = useShelfFilter((state) => state.filter);
  const found = useShelfFilter((state) => state.found);
  const collections = useLibrary((state) => state.collections);
  const fits = useMemo(() => articleFits({ filter: asked, found }, collections), [asked, found, collections]);
  const rows = useMemo(
    () => rowsOf(inOrder(articles, sort), { sort, show, filter, fits, panes }),
    [articles, sort, show, filter, fits, panes],
  );
  const hasAll = useLibrary((state) => state.hasAllArticles);
  const total = useMemo(() => presentOf(articles), [articles]);
  return (
    <aside className="shelf col" aria-label={t('shelf.title')}>
      <div className="bar">
        <h1>{t('shelf.title')}</h1>
        <span className="cnt xs">{hasAll ? total.toLocaleString('vi-VN') : '…'}</span>
        <span className="end" />
        <ShelfMenu>
          <ListFilter size={16} strokeWidth={1.75} aria-hidden />
        </ShelfMenu>
        {!readOnly && (
          <ImportMenu onRun={onRun}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
          </ImportMenu>
        )}
      </div>
      <ImportReport />
      <FilterBar found={rows.filter((row) => row.is === 'article').length} all={total} />
      {rows.length === 0 ? <NothingFits /> : <List rows={rows} />}
    </aside>
  );
});

const EMPTY: Partial<Record<Show, 'shelf.trashEmpty' | 'shelving.archiveEmpty'>> = {
  trash: 'shelf.trashEmpty',
  archived: 'shelving.archiveEmpty',
};

function NothingFits() {
  const { t } = useTranslation();
  const show = useView((state) => state.show);
  const filter = useView((state) => state.filter);
  const asksForMore = useShelfFilter((state) => state.filter !== NO_FILTER);
  return (
    <div className="shelf-message">
      <p>{filter === '' && !asksForMore ? t(EMPTY[show] ?? 'shelf.nothingFits') : t('shelf.nothingFits')}</p>
      <Button look="line" onClick={showAllArticles}>
        {t('shelf.clearFilter')}
      </Button>
    </div>
  );
}

/** Rows as `shelf.css` draws them, all alike: what is measured one by one takes longer the more articles there are. Pixels. */
const HEIGHT = { group: 34, article: 91 };

function List({ rows }: { rows: readonly Row[] }) {
  const active = useView((state) => state.active);
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.is === 'group' ? HEIGHT.group : HEIGHT.article),
    getItemKey: useCallback((i: number) => keyOf(rows[i], i), [rows]),
    overscan: 8,
  });
  const focusRow = (id: string) => {
    virtualizer.scrollToIndex(rows.findIndex((row) => row.is === 'article' && row.article.id === id));
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-article="${id}"]`)?.focus(),
    );
  };
  const keys = useListKeys(rows, focusRow);
  const isItem = (row: Row | undefined) => row?.is === 'article';
  const isOn = (row: Row | undefined) => row?.is === 'article' && row.panes.includes(active);
  return (
    <div className="shelf-list" ref={scroller}>
      <div className="shelf-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => (
          <div
            key={key}
            className={`shelf-row ${isItem(rows[index - 1]) ? 'after-item' : ''} ${isOn(rows[index - 1]) ? 'after-on' : ''}`}
            style={{ transform: `translateY(${start}px)` }}
          >
            <RowView row={rows[index]} active={active} keys={keys} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface ListKeys {
  /** The article that Tab comes to. */
  tabStop: string | undefined;
  onFocus: (id: string) => void;
  onKeyDown: (event: KeyboardEvent, id: string) => void;
}

/** Arrows walk the list, Enter opens, Ctrl Enter opens beside, Delete moves to the trash or back. */
function useListKeys(rows: readonly Row[], focusRow: (id: string) => void): ListKeys {
  const [focused, setFocused] = useState<string | null>(null);
  const articles = useMemo(() => rows.flatMap((row) => (row.is === 'article' ? [row.article] : [])), [rows]);
  const stop = articles.find((article) => article.id === focused) ?? articles[0];
  const letter = (event: KeyboardEvent, article: ArticleSummary | undefined): boolean => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat;
    const act = isPlain && article !== undefined ? letterAct(event.key, [article]) : null;
    if (act !== null) void attempt(act);
    return act !== null;
  };
  return {
    tabStop: stop?.id,
    onFocus: setFocused,
    onKeyDown(event, id) {
      const at = articles.findIndex((article) => article.id === id);
      const inTrash = articles[at]?.removedAt !== null;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const next = articles[at + (event.key === 'ArrowDown' ? 1 : -1)];
        if (next !== undefined) focusRow(next.id);
      } else if (event.key === 'Enter') {
        if (inTrash) return;
        if (event.ctrlKey || event.metaKey) openBeside(id, readerWidth());
        else openHere(id);
      } else if (event.key === 'Delete') {
        void attempt(() => (inTrash ? restoreArticles([id]) : removeArticles([id])));
      } else if (!letter(event, articles[at])) return;
      event.preventDefault();
    },
  };
}

function RowView({ row, active, keys }: { row: Row | undefined; active: number; keys: ListKeys }) {
  const { t } = useTranslation();
  if (row === undefined) return null;
  if (row.is === 'group') {
    return (
      <h2 className="h shelf-group">
        {groupWords(row.name, t)} <span className="cnt">{row.count}</span>
      </h2>
    );
  }
  const { id } = row.article;
  return (
    <ArticleItem
      article={row.article}
      panes={row.panes}
      active={active}
      tabStop={id === keys.tabStop}
      onFocus={() => {
        keys.onFocus(id);
      }}
      onKeyDown={(event) => {
        keys.onKeyDown(event, id);
      }}
      onOpen={() => {
        openHere(id);
      }}
      onBeside={() => {
        openBeside(id, readerWidth());
      }}
    />
  );
}

const keyOf = (row: Row | undefined, index: number): string | number => {
  if (row === undefined) return index;
  return row.is === 'group' ? JSON.stringify(row.name) : row.article.id;
};

function groupWords(name: GroupName, t: TFunction): string {
  switch (name.is) {
    case 'open':
      return t('shelf.open');
    case 'month':
      return t('shelf.month', { month: name.month, year: name.year });
    case 'no-date':
      return t('shelf.noDate');
    case 'source':
      return name.source ?? t('shelf.noSource');
    case 'trash':
      return t('shelf.trash');
  }
}
