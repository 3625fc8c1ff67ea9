import { useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { SuggestedKind, Suggestion } from '#core/suggestions';
import { suggestionsWaiting } from '../state/accepting';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { dayText } from '../ui/format';

interface AcceptListProps {
  /** How many suggestions of the kind wait in each article. */
  rows: readonly { id: string; count: number }[];
  kind: SuggestedKind;
  /** Articles that are left as they are. */
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
}

const ROW = 34;

/** The articles, each with the number of its suggestions, and the words of those of the chosen one. */
export function AcceptList({ rows, kind, left, onLeave }: AcceptListProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<string | null>(null);
  const shown = rows.find(({ id }) => id === seen)?.id ?? rows[0]?.id;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (i) => rows[i]?.id ?? i,
    overscan: 6,
  });
  const leave = (ids: readonly string[], isLeft: boolean) => {
    const next = new Set(left);
    for (const id of ids) {
      if (isLeft) next.add(id);
      else next.delete(id);
    }
    onLeave(next);
  };
  if (shown === undefined) return <p className="accept-none t3">{t('acceptMany.none')}</p>;
  const someLeft = rows.some(({ id }) => left.has(id));
  return (
    <div className="accept-lists">
      <label className="accept-all xs t2">
        <input
          type="checkbox"
          checked={!someLeft}
          onChange={() =>
            leave(
              rows.map(({ id }) => id),
              !someLeft,
            )
          }
        />
        {t('acceptMany.every', { count: rows.length })}
      </label>
      <div className="accept-rows" ref={scroller}>
        <ul style={{ height: virtualizer.getTotalSize() }} aria-label={t('acceptMany.articles')}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <li key={key} style={{ transform: `translateY(${start}px)` }}>
                  <ArticleRow
                    {...row}
                    on={row.id === shown}
                    taken={!left.has(row.id)}
                    onTake={(taken) => leave([row.id], !taken)}
                    onSee={() => setSeen(row.id)}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      <Preview id={shown} kind={kind} />
    </div>
  );
}

interface ArticleRowProps {
  id: string;
  count: number;
  on: boolean;
  taken: boolean;
  onTake: (taken: boolean) => void;
  onSee: () => void;
}

function ArticleRow({ id, count, on, taken, onTake, onSee }: ArticleRowProps) {
  const article = useLibrary((state) => state.articles.get(id));
  const title = article?.title ?? '';
  return (
    <div className={`accept-row ${on ? 'on' : ''}`}>
      <input type="checkbox" aria-label={title} checked={taken} onChange={() => onTake(!taken)} />
      <button type="button" className="clip" aria-pressed={on} onClick={onSee} title={title}>
        {title}
      </button>
      <span className="num xs t3">{article?.publishedOn == null ? '' : dayText(article.publishedOn)}</span>
      <span className="num count">{count}</span>
    </div>
  );
}

/** The words of an article that would be marked. */
function Preview({ id, kind }: { id: string; kind: SuggestedKind }) {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState<{ key: string; suggestions: readonly Suggestion[] } | null>(null);
  const key = `${kind} ${id}`;
  useEffect(() => {
    let current = true;
    void attempt(async () => {
      const suggestions = await suggestionsWaiting(id, kind);
      if (current) setLoaded({ key: `${kind} ${id}`, suggestions });
    });
    return () => {
      current = false;
    };
  }, [id, kind]);
  const suggestions = loaded?.key === key ? loaded.suggestions : null;
  return (
    // A region that scrolls is reached by key.
    <ul
      className={`accept-words k-${kind}`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('acceptMany.words')}
      aria-busy={suggestions === null}
    >
      {suggestions?.map((suggestion) => (
        <li key={suggestion.id}>{suggestion.text}</li>
      ))}
    </ul>
  );
}
