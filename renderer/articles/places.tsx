import { useMemo } from 'react';
import { Archive, BookOpen, Circle, LibraryBig, Plus, Star, Trash2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import {
  beginCollection,
  countsOfPlaces,
  focusTable,
  goTo,
  PLACES,
  useArticles,
  type Place,
} from '../state/articles';
import { useLibrary } from '../state/library';
import { IconButton } from '../ui/controls';
import { CollectionTree } from './collection-tree';

const ICONS: Readonly<Record<(typeof PLACES)[number], LucideIcon>> = {
  all: LibraryBig,
  unread: Circle,
  reading: BookOpen,
  starred: Star,
  archived: Archive,
  trash: Trash2,
};

interface PlacesProps {
  articles: ReadonlyMap<string, ArticleSummary>;
  /** Of the place that is shown. */
  rows: readonly ArticleSummary[];
}

/** Where articles are kept: the places that every library has, and the collections. */
export function Places({ articles, rows }: PlacesProps) {
  const { t } = useTranslation();
  const place = useArticles((state) => state.place);
  const readOnly = useLibrary((state) => state.readOnly);
  const counts = useMemo(() => countsOfPlaces(articles.values()), [articles]);
  return (
    <aside className="article-places col" aria-label={t('articles.places')} data-part>
      <div className="bar">
        <h1>{t('articles.title')}</h1>
      </div>
      <div className="places-scroll">
        <ul className="place-list" aria-label={t('articles.places')}>
          {PLACES.map((is) => (
            <li key={is}>
              <PlaceItem is={is} count={counts[is]} isShown={place.is === is} />
            </li>
          ))}
        </ul>
        <div className="places-head">
          <h2 className="h">{t('articles.collections')}</h2>
          <span className="end" />
          {!readOnly && (
            <IconButton
              small
              label={t('articles.newCollection')}
              command="newCollection"
              onClick={() => beginCollection(null)}
            >
              <Plus size={14} strokeWidth={1.75} aria-hidden />
            </IconButton>
          )}
        </div>
        <CollectionTree articles={articles} rows={rows} />
      </div>
    </aside>
  );
}

interface PlaceItemProps {
  is: Exclude<Place['is'], 'collection'>;
  count: number;
  isShown: boolean;
}

function PlaceItem({ is, count, isShown }: PlaceItemProps) {
  const { t } = useTranslation();
  const hasAll = useLibrary((state) => state.hasAllArticles);
  const Glyph = ICONS[is];
  return (
    <button
      type="button"
      className="place-item"
      aria-current={isShown ? 'true' : undefined}
      onClick={() => {
        goTo({ is });
        focusTable();
      }}
    >
      <Glyph size={15} strokeWidth={1.75} aria-hidden />
      <span className="clip grow">{t(`articles.place.${is}`)}</span>
      <span className="count">{hasAll ? count.toLocaleString('vi-VN') : '…'}</span>
    </button>
  );
}
