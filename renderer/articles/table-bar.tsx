import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { askPurge, focusTable, setArticles, useArticles } from '../state/articles';
import { useLibrary } from '../state/library';
import { Button } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { SearchField } from '../ui/search-field';

interface TableBarProps {
  rows: readonly ArticleSummary[];
  articles: ReadonlyMap<string, ArticleSummary>;
}

/** The name of the place, how much of it is listed, and the field that narrows it. */
export function TableBar({ rows, articles }: TableBarProps) {
  const { t } = useTranslation();
  const words = useArticles((state) => state.words);
  const searched = useArticles((state) => state.searched);
  const isTrash = useArticles(({ place }) => place.is === 'trash');
  const readOnly = useLibrary((state) => state.readOnly);
  const name = usePlaceName();
  return (
    <div className="bar">
      <h2 className="clip">{name}</h2>
      <Count rows={rows} />
      <span className="end" />
      {isTrash && !readOnly && rows.length > 0 && (
        <Button
          look="line"
          className="danger"
          onClick={() => askPurge([...articles.values()].filter(({ removedAt }) => removedAt !== null))}
        >
          <Trash2 size={14} strokeWidth={1.75} aria-hidden /> {t('articles.emptyTrash')}
        </Button>
      )}
      <SearchField
        label={t('articles.find')}
        value={words}
        asked={searched}
        command="findArticle"
        onChange={(typed) => setArticles({ words: typed })}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') focusTable();
          else if (event.key === 'Escape' && words !== '') setArticles({ words: '' });
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}

function Count({ rows }: { rows: readonly ArticleSummary[] }) {
  const { t } = useTranslation();
  const hasAll = useLibrary((state) => state.hasAllArticles);
  return (
    <span className="xs t2 num nowrap" role="status">
      {t(hasAll ? 'articles.count' : 'articles.coming', { count: rows.length })}
    </span>
  );
}

export function usePlaceName(): string {
  const { t } = useTranslation();
  const place = useArticles((state) => state.place);
  const collections = useLibrary((state) => state.collections);
  return place.is === 'collection'
    ? (collections.find(({ id }) => id === place.id)?.name ?? '')
    : t(`articles.place.${place.is}`);
}
