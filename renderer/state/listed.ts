import type { ArticleSummary } from '#core/library';
import { dayText, filterBy } from '../ui/format';
import { useLibrary } from './library';
import { articleFits, useShelfFilter } from './shelf-filter';
import { useView, type Show } from './view';

interface ListWish {
  show: Show;
  /** Words that are looked for. */
  filter: string;
  /** What else is asked of an article. */
  fits?: (article: ArticleSummary) => boolean;
}

/** Tells whether an article is in the list that a person sees. */
export function isListed({
  show,
  filter,
  fits = () => true,
}: ListWish): (article: ArticleSummary) => boolean {
  const hasWords = filter.trim() === '' ? null : filterBy(filter);
  return (article) =>
    isShown(article, show) && fits(article) && (hasWords === null || hasWords(wordsOf(article)));
}

/** The articles of the list as it is narrowed now, but none of the trash. */
export function listedArticles(): ArticleSummary[] {
  const { show, filter } = useView.getState();
  const isIn = isListed({ show, filter, fits: articleFits(useShelfFilter.getState()) });
  const present = [...useLibrary.getState().articles.values()].filter(({ removedAt }) => removedAt === null);
  return present.filter(isIn);
}

function isShown({ removedAt, annotations, orphans, shelving }: ArticleSummary, show: Show): boolean {
  if ((removedAt !== null) !== (show === 'trash')) return false;
  if (show !== 'trash' && (shelving.archivedAt !== null) !== (show === 'archived')) return false;
  switch (show) {
    case 'all':
    case 'archived':
    case 'trash':
      return true;
    case 'unread':
    case 'reading':
      return shelving.reading === show;
    case 'starred':
      return shelving.starred;
    case 'marked':
      return annotations > 0;
    case 'unmarked':
      return annotations === 0;
    case 'lost':
      return orphans > 0;
  }
}

/** What the filter looks through. */
const wordsOf = (article: ArticleSummary): string =>
  [article.title, article.dek, article.source, article.publishedOn, shownDay(article), ...article.tags].join(
    ' ',
  );

const shownDay = ({ publishedOn }: ArticleSummary): string =>
  publishedOn === null ? '' : dayText(publishedOn);
