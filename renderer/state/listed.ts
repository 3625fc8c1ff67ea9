import type { ArticleSummary } from '#core/library';
import { bareTest } from '#core/search/bare';
import { filterBy } from '../ui/format';
import { inOrder } from './article-order';
import { bareWordsOf, wordsOf } from './bare-words';
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
  const hasWords = filter.trim() === '' ? null : hasTypedWords(filter);
  return (article) => isShown(article, show) && fits(article) && (hasWords === null || hasWords(article));
}

/** Tells whether an article has all words that are typed; most that have not are told from their bare words alone. */
export function hasTypedWords(typed: string): (article: ArticleSummary) => boolean {
  const { mayHold, isSure } = bareTest(typed);
  const hasWords = filterBy(typed);
  return (article) => mayHold(bareWordsOf(article).all) && (isSure || hasWords(wordsOf(article)));
}

/** The articles of the list as it is narrowed now, but none of the trash. */
export function listedArticles(): ArticleSummary[] {
  const { show, filter, sort } = useView.getState();
  const isIn = isListed({
    show,
    filter,
    fits: articleFits(useShelfFilter.getState(), useLibrary.getState().collections),
  });
  const present = inOrder(useLibrary.getState().articles, sort).filter(({ removedAt }) => removedAt === null);
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
