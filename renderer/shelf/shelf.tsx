import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { removeArticles, restoreArticles } from '../state/changes';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { openBeside, openHere, setView, useView } from '../state/view';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { ArticleItem } from './article-item';
import { ImportReport } from './import-report';
import { rowsOf, type GroupName, type Row } from './rows';
import { ShelfMenu } from './shelf-menu';
import './shelf.css';

/** The article list. */
export function Shelf({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const sort = useView((state) => state.sort);
  const show = useView((state) => state.show);
  const filter = useView((state) => state.filter);
  const filterOpen = useView((state) => state.filterOpen);
  const panes = useView((state) => state.panes);
  const rows = useMemo(
    () => rowsOf(articles.values(), { sort, show, filter, panes }),
    [articles, sort, show, filter, panes],
  );
  const total = useMemo(() => [...articles.values()].filter((a) => a.removedAt === null).length, [articles]);
  return (
    <aside className="shelf col" aria-label={t('shelf.title')}>
      <div className="bar">
        <h1>{t('shelf.title')}</h1>
        <span className="cnt xs">{total.toLocaleString('vi-VN')}</span>
        <span className="end" />
        <ShelfMenu>
          <ListFilter size={16} strokeWidth={1.75} aria-hidden />
        </ShelfMenu>
        <IconButton label={t('shelf.import')} command="import" onClick={onImport}>
          <Plus size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      <ImportReport />
      {(filterOpen || filter !== '' || show !== 'all') && <FilterBar />}
      {rows.length === 0 ? <NothingFits /> : <List rows={rows} />}
    </aside>
  );
}

function FilterBar() {
  const { t } = useTranslation();
  const filter = useView((state) => state.filter);
  const filterOpen = useView((state) => state.filterOpen);
  const show = useView((state) => state.show);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (filterOpen) input.current?.focus();
  }, [filterOpen]);
  return (
    <div className="shelf-filter">
      {(filterOpen || filter !== '') && (
        <input
          ref={input}
          className="input"
          type="search"
          value={filter}
          placeholder={t('shelf.filterHint')}
          aria-label={t('shelf.filterHint')}
          onChange={(event) => setView({ filter: event.target.value })}
          onBlur={() => setView({ filterOpen: false })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
              setView({ filter: '', filterOpen: false });
            }
          }}
        />
      )}
      {show !== 'all' && (
        <div className="chips">
          <button type="button" className="chip on" onClick={() => setView({ show: 'all' })}>
            {t(show === 'trash' ? 'shelf.showTrash' : 'shelf.showMarked')}
            <X size={12} aria-label={t('shelf.clearFilter')} />
          </button>
        </div>
      )}
    </div>
  );
}

function NothingFits() {
  const { t } = useTranslation();
  const show = useView((state) => state.show);
  const filter = useView((state) => state.filter);
  return (
    <div className="shelf-message">
      <p>{show === 'trash' && filter === '' ? t('shelf.trashEmpty') : t('shelf.nothingFits')}</p>
      <Button look="line" onClick={() => setView({ filter: '', filterOpen: false, show: 'all' })}>
        {t('shelf.clearFilter')}
      </Button>
    </div>
  );
}

const readerWidth = (): number =>
  document.querySelector<HTMLElement>('[data-reader]')?.clientWidth ?? innerWidth;

function List({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const active = useView((state) => state.active);
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.is === 'group' ? 34 : 88),
    getItemKey: (i) => keyOf(rows[i]!),
    overscan: 8,
  });
  const items = rows.filter((row) => row.is === 'article');
  const tabStop = items.some((row) => row.article.id === focused) ? focused : items[0]?.article.id;

  const move = (event: KeyboardEvent, id: string) => {
    const at = items.findIndex((row) => row.article.id === id);
    const article = items[at]!.article;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next !== undefined) focusRow(next.article.id);
    } else if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) openBeside(id, readerWidth());
      else openHere(id);
    } else if (event.key === 'Delete') {
      void attempt(() => (article.removedAt === null ? removeArticles([id]) : restoreArticles([id])));
    } else return;
    event.preventDefault();
  };
  const focusRow = (id: string) => {
    setFocused(id);
    virtualizer.scrollToIndex(rows.findIndex((row) => row.is === 'article' && row.article.id === id));
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-article="${id}"]`)?.focus(),
    );
  };
  const isItem = (i: number) => rows[i]?.is === 'article';
  const isOn = (i: number) => {
    const row = rows[i];
    return row?.is === 'article' && row.panes.includes(active);
  };
  return (
    <div className="shelf-list" ref={scroller}>
      <div className="shelf-rows" role="list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]!;
          const after = `${isItem(index - 1) ? 'after-item' : ''} ${isOn(index - 1) ? 'after-on' : ''}`;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className={`shelf-row ${after}`}
              role={row.is === 'article' ? 'listitem' : 'presentation'}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.is === 'group' ? (
                <h3 className="h shelf-group">
                  {groupWords(row.name, t)} <span className="cnt">{row.count}</span>
                </h3>
              ) : (
                <ArticleItem
                  article={row.article}
                  panes={row.panes}
                  active={active}
                  tabStop={row.article.id === tabStop}
                  onFocus={() => setFocused(row.article.id)}
                  onKeyDown={(event) => move(event, row.article.id)}
                  onOpen={() => openHere(row.article.id)}
                  onBeside={() => openBeside(row.article.id, readerWidth())}
                />
              )}
            </div>
          );
        })}
      </div>
      <span className="sr-only">
        <CommandKey command="filterList" />
      </span>
    </div>
  );
}

const keyOf = (row: Row): string => (row.is === 'group' ? JSON.stringify(row.name) : row.article.id);

function groupWords(name: GroupName, t: ReturnType<typeof useTranslation>['t']): string {
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
