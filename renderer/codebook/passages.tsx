import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter, MapPinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { ArticleSummary } from '#core/library';
import { filterByTag, setWithin, useCodebook } from '../state/codebook';
import { useLibrary } from '../state/library';
import { showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { openHere } from '../state/view';
import { Button, CommandKey } from '../ui/controls';
import { dayText } from '../ui/format';
import { KindGlyph } from '../ui/kinds';
import type { Passage } from './use-answer';
import './passages.css';

type Row =
  | { is: 'article'; article: ArticleSummary; count: number }
  | { is: 'passage'; passage: Passage; last: boolean };

interface PassagesProps {
  name: string;
  /** The tag has others under it. */
  hasUnder: boolean;
  /** Null until they are known. */
  passages: readonly Passage[] | null;
}

/** The passages of a tag in all articles. */
export function Passages({ name, hasUnder, passages }: PassagesProps) {
  const { t } = useTranslation();
  const within = useCodebook((state) => state.within);
  const articles = useLibrary((state) => state.articles);
  const rows = useMemo(() => rowsOf(passages ?? [], articles), [passages, articles]);
  return (
    <section className="passages col" aria-label={t('codebook.passages.title')}>
      <div className="bar">
        <h2>{t('codebook.passages.title')}</h2>
        {passages !== null && <span className="cnt xs">{passages.length.toLocaleString('vi-VN')}</span>}
        <span className="end" />
        {hasUnder && (
          <label className="within xs">
            <input type="checkbox" checked={within} onChange={(event) => setWithin(event.target.checked)} />
            {t('codebook.passages.within')}
          </label>
        )}
        <Button look="line" onClick={() => filterByTag(name)}>
          <ListFilter size={14} strokeWidth={1.75} aria-hidden /> {t('codebook.actions.filter')}
          <CommandKey command="filterByTag" />
        </Button>
      </div>
      {passages === null && <Waiting />}
      {passages?.length === 0 && (
        <p className="nothing">
          {t(hasUnder && !within ? 'codebook.passages.noneOwn' : 'codebook.passages.none')}
        </p>
      )}
      {rows.length > 0 && <List rows={rows} />}
    </section>
  );
}

/** Passages under their articles, in the order in which they come. */
function rowsOf(passages: readonly Passage[], articles: ReadonlyMap<string, ArticleSummary>): Row[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const { articleId } = passage.annotation;
    const group = groups.get(articleId);
    if (group === undefined) groups.set(articleId, [passage]);
    else group.push(passage);
  }
  return [...groups].flatMap(([id, group]): Row[] => {
    const article = articles.get(id);
    if (article === undefined) return [];
    return [
      { is: 'article', article, count: group.length },
      ...group.map((passage, i): Row => ({ is: 'passage', passage, last: i === group.length - 1 })),
    ];
  });
}

const Waiting = () => {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-label={t('codebook.passages.loading')}>
      {[92, 78, 84, 61, 88, 70].map((width) => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
};

function List({ rows }: { rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.is === 'article' ? 52 : 64),
    getItemKey: (i) => idOf(rows[i]) ?? i,
    overscan: 10,
  });
  const stops = rows.flatMap((row) => (row.is === 'passage' ? [row.passage.annotation.id] : []));
  const tabStop = focused !== null && stops.includes(focused) ? focused : stops[0];
  const step = (id: string, by: 1 | -1) => {
    const next = stops[stops.indexOf(id) + by];
    if (next === undefined) return;
    virtualizer.scrollToIndex(rows.findIndex((row) => idOf(row) === next));
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-passage="${next}"]`)?.focus(),
    );
  };
  return (
    <div className="passage-list" ref={scroller}>
      <div className="passage-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className="passage-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row?.is === 'article' && <ArticleHead article={row.article} count={row.count} />}
              {row?.is === 'passage' && (
                <PassageRow
                  passage={row.passage}
                  last={row.last}
                  tabStop={row.passage.annotation.id === tabStop}
                  onFocus={setFocused}
                  onStep={step}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const idOf = (row: Row | undefined): string | undefined =>
  row?.is === 'passage' ? row.passage.annotation.id : row?.article.id;

function ArticleHead({ article, count }: { article: ArticleSummary; count: number }) {
  const { t } = useTranslation();
  return (
    <header className="passage-article">
      <h3 className="clip" title={article.title}>
        {article.title}
      </h3>
      <p className="xxs t3">
        <span className="clip">{article.source ?? t('shelf.noSource')}</span>
        {article.publishedOn !== null && <span className="num">{dayText(article.publishedOn)}</span>}
        <span className="num">{t('exporting.count', { count })}</span>
      </p>
    </header>
  );
}

interface PassageRowProps {
  passage: Passage;
  last: boolean;
  tabStop: boolean;
  onFocus: (id: string) => void;
  onStep: (id: string, by: 1 | -1) => void;
}

/** A click or Enter opens it in the pane, with Ctrl beside. */
function PassageRow({ passage, last, tabStop, onFocus, onStep }: PassageRowProps) {
  const { t } = useTranslation();
  const { annotation, paragraph } = passage;
  const { id, kind, colour, target, note, anchor } = annotation;
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onStep(id, 1);
    else if (event.key === 'ArrowUp') onStep(id, -1);
    else if (event.key === 'Enter') open(annotation, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={`passage k-${kind} c-${colour} ${last ? 'last' : ''}`}
      data-passage={id}
      tabIndex={tabStop ? 0 : -1}
      title={`${t('codebook.passages.open')} (↵ · Ctrl ↵)`}
      onFocus={() => onFocus(id)}
      onKeyDown={keyed}
      onClick={(event) => open(annotation, event.ctrlKey || event.metaKey)}
    >
      <span className="glyph" title={t(`kind.${kind}`)}>
        <KindGlyph kind={kind} size={14} />
        <span className="sr-only">{t(`kind.${kind}`)}</span>
      </span>
      <span className="words">
        <q className="c2">{target.quote.exact}</q>
        {note !== '' && <span className="remark clip t2 xs">{note}</span>}
      </span>
      <span className="place xxs t3 num">
        {anchor === 'orphan' ? (
          <>
            <MapPinOff size={12} aria-hidden /> {t('codebook.passages.lost')}
          </>
        ) : (
          t('codebook.passages.paragraph', { number: paragraph })
        )}
      </span>
    </button>
  );
}

/** In the pane that has its article, else in the active one; `beside`: in another one. */
function open(annotation: Annotation, beside: boolean): void {
  void attempt(() => {
    if (!beside) openHere(annotation.articleId);
    return showAnnotation(annotation);
  });
}
