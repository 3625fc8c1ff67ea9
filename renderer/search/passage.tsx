import { useEffect, useMemo, useState } from 'react';
import { Columns2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#core/calls/searching';
import type { ArticleView } from '#core/contract';
import { blockAt, blockStarts } from '#core/article';
import { loadArticle, useLibrary } from '../state/library';
import { bringPlaces, useSearch } from '../state/search';
import { openFound } from '../state/search-steps';
import { attempt } from '../state/status';
import { Button, CommandKey, Kbd } from '../ui/controls';
import { dayText } from '../ui/format';
import { MarkedWords } from './marked-words';
import { PassageText } from './passage-text';
import './passage.css';

interface PassageProps {
  articleId: string | null;
  hit: SearchHit | null;
}

/** So fast nobody reads: while results are walked through, their articles are not loaded. Milliseconds. */
const REST = 90;

/** The paragraphs around the chosen result, as the reader shows them. */
export function Passage({ articleId, hit }: PassageProps) {
  const { t } = useTranslation();
  const view = useLibrary(({ views }) => (articleId === null ? undefined : views.get(articleId)));
  const isGone = useLibrary(({ articles }) => articleId !== null && !articles.has(articleId));
  useEffect(() => {
    if (articleId === null) return undefined;
    const timer = setTimeout(() => {
      void attempt(() => loadArticle(articleId));
      void bringPlaces(articleId);
    }, REST);
    return () => clearTimeout(timer);
  }, [articleId]);
  const block = useMemo(() => (view === undefined ? null : blockOf(view, hit)), [view, hit]);
  return (
    <section className="search-passage col" data-part aria-label={t('search.passage.title')}>
      <div className="bar">
        <h2 className="h">{t('search.passage.title')}</h2>
        {view !== undefined && block !== null && (
          <span className="xs t3 num clip">
            {t('search.passage.paragraph', { number: block + 1, count: view.article.blocks.length })}
          </span>
        )}
        <span className="end" />
        <Button disabled={articleId === null} onClick={() => void openFound(true)}>
          <Columns2 size={14} strokeWidth={1.75} aria-hidden className="hide-narrow" />{' '}
          {t('search.passage.beside')} <CommandKey command="openBesideFound" />
        </Button>
        <Button className="open" disabled={articleId === null} onClick={() => void openFound(false)}>
          {t('search.passage.open')} <Kbd>↵</Kbd>
        </Button>
      </div>
      {view === undefined ? (
        <p className="search-wait">{t(isGone ? 'search.passage.gone' : 'search.passage.loading')}</p>
      ) : (
        <Shown key={view.article.id} view={view} hit={hit} block={block} />
      )}
    </section>
  );
}

/** The paragraph of a place: that of its own words, or of those that its note is about. */
function blockOf({ article, annotations }: ArticleView, hit: SearchHit | null): number | null {
  if (hit?.in === 'text') return hit.block;
  const noted = annotations.find(({ id }) => id === hit?.annotationId);
  if (noted === undefined || noted.anchor === 'orphan') return null;
  return blockAt(blockStarts(article.blocks), noted.target.start);
}

interface ShownProps {
  view: ArticleView;
  hit: SearchHit | null;
  block: number | null;
}

function Shown({ view, hit, block }: ShownProps) {
  const { t } = useTranslation();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const hits = useHits(view.article.id);
  const { article, annotations } = view;
  const within = (where: SearchHit['in']) => hits.filter((each) => each.in === where);
  const note = hit?.in === 'note' ? annotations.find(({ id }) => id === hit.annotationId) : undefined;
  const day = article.publishedOn === null ? null : dayText(article.publishedOn);
  return (
    // Scrolled by keys too, like the text of a pane.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="passage-scroll" ref={setScroller} tabIndex={0} role="group" aria-label={article.title}>
      <div className="article" lang="vi">
        <header>
          <p className="xs t3">{[article.source, day].filter((part) => part !== null).join(' · ')}</p>
          <h2>
            <MarkedWords text={article.title} spans={within('title')} />
          </h2>
          {article.dek !== null && (
            <p className="dek">
              <MarkedWords text={article.dek} spans={within('dek')} />
            </p>
          )}
        </header>
        {note !== undefined && hit !== null && (
          <aside className="passage-note" aria-label={t('search.passage.note')}>
            <span className="xxs t3">{t('search.note')}</span>
            <p>
              <MarkedWords text={note.note} spans={[hit]} />
            </p>
          </aside>
        )}
        {scroller !== null && (
          <PassageText
            scroller={scroller}
            article={article}
            annotations={annotations}
            block={block}
            hits={within('text')}
            current={hit?.in === 'text' ? hit : null}
          />
        )}
      </div>
    </div>
  );
}

/** All places of an article that are known. */
function useHits(articleId: string): readonly SearchHit[] {
  const tab = useSearch((state) => state.tab);
  const rows = useSearch((state) => state.contexts?.rows);
  const known = useSearch((state) => state.places.get(articleId));
  const first = useSearch(
    (state) => state.answer?.articles.find((each) => each.articleId === articleId)?.hits,
  );
  return useMemo(() => {
    const inRows = (rows ?? []).filter((row) => row.articleId === articleId).map(({ hit }) => hit);
    const hits = known ?? (tab !== 'articles' && inRows.length > 0 ? inRows : (first ?? []));
    return hits.toSorted((a, b) => a.start - b.start);
  }, [tab, rows, known, first, articleId]);
}
