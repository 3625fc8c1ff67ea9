import type { ArticleSummary } from '#core/library';
import { bareText } from '#core/text/fold';
import { dayText } from '../ui/format';
import { useLibrary } from './library';

/** An article's words without marks, for quick tests over tens of thousands of articles. */
interface BareWords {
  /** Title and source. */
  name: string;
  /** All that the filter of the list looks through. */
  all: string;
}

const known = new WeakMap<ArticleSummary, BareWords>();

/** What the filter of the list looks through. */
export const wordsOf = (article: ArticleSummary): string =>
  [article.title, article.dek, article.source, article.publishedOn, shownDay(article), ...article.tags].join(
    ' ',
  );

export const nameOf = ({ title, source }: ArticleSummary): string => `${title} ${source ?? ''}`;

const shownDay = ({ publishedOn }: ArticleSummary): string =>
  publishedOn === null ? '' : dayText(publishedOn);

/** Made once for each state of an article. */
export function bareWordsOf(article: ArticleSummary): BareWords {
  const made = known.get(article);
  if (made !== undefined) return made;
  const words = { name: bareText(nameOf(article)), all: bareText(wordsOf(article)) };
  known.set(article, words);
  return words;
}

/** So many articles at once, in a few milliseconds. */
const AT_ONCE = 300;

/** Makes the words of all articles while nobody waits for them, so that the first letter typed finds them made. */
export function prepareBareWords(): () => void {
  let timer = 0;
  const prepare = (rest: Iterator<ArticleSummary, unknown>): void => {
    for (let count = 0; count < AT_ONCE;) {
      const next = rest.next();
      if (next.done === true) return;
      if (known.has(next.value)) continue;
      bareWordsOf(next.value);
      count += 1;
    }
    timer = window.setTimeout(() => prepare(rest), 30);
  };
  const stop = useLibrary.subscribe(({ articles, hasAllArticles }, before) => {
    if (!hasAllArticles || (articles === before.articles && before.hasAllArticles)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => prepare(articles.values()), 1_000);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
