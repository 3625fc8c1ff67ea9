import { textOf, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import { CallFailed } from '#core/gateway';
import {
  matchDismissals,
  partSuggestions,
  SUGGESTED_KINDS,
  type SuggestedKind,
  type Suggestion,
} from '#core/suggestions';
import type { Annotation } from '#core/annotation';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { placeAnnotations, rememberAdded, type Marking } from './changes';
import { inOrder } from './article-order';
import { useLibrary } from './library';
import { listedArticles } from './listed';
import { say } from './status';
import { marksOf } from './suggested-marks';
import { findIn, type Looked } from './suggestions';
import { setView, useView } from './view';

const t = i18next.t.bind(i18next);

/** Which articles' suggestions are accepted together: those in the panes, those of the list as it is narrowed, or all. */
export const SCOPES = ['open', 'listed', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** How many suggestions of each kind wait in an article. */
export type Counts = Readonly<Record<SuggestedKind, number>>;

export function openAccepting(): void {
  if (useLibrary.getState().readOnly) say(t('suggest.readOnly'));
  else setView({ dialog: { is: 'accepting' } });
}

/** The articles of a scope, as the list has them. */
export function articleIdsOf(scope: Scope): string[] {
  const { articles } = useLibrary.getState();
  if (scope === 'listed') return listedArticles().map(({ id }) => id);
  const present = inOrder(articles, 'published').filter(({ removedAt }) => removedAt === null);
  const open = new Set(useView.getState().panes.map(({ articleId }) => articleId));
  return present.filter(({ id }) => scope === 'all' || open.has(id)).map(({ id }) => id);
}

interface Waiting {
  article: Article;
  looked: Looked;
  suggestions: readonly Suggestion[];
}

/** What waits in an article to be decided on; weak suggestions only where they are shown. `known`: the article is here. */
async function waitingIn(
  id: string,
  known: ArticleView | undefined = useLibrary.getState().views.get(id),
): Promise<Waiting> {
  const { article, annotations } = known ?? (await call('articles.get', { id }));
  const looked = await findIn(article);
  // It has another text since.
  if (looked === null) return waitingIn(id, await call('articles.get', { id }));
  const dismissals = matchDismissals(looked.all, textOf(article), looked.dismissed);
  const { open } = partSuggestions(looked.all, dismissals, annotations);
  const all = useLibrary.getState().settings.suggestions === 'all';
  return { article, looked, suggestions: open.filter(({ weak }) => all || !weak) };
}

/** The suggestions of a kind that wait in an article. */
export const suggestionsWaiting = async (id: string, kind: SuggestedKind): Promise<Suggestion[]> =>
  (await waitingIn(id)).suggestions.filter((suggestion) => suggestion.kind === kind);

/** Counts what waits in each article, one after the other; null for one that cannot be read. */
export async function countWaiting(
  ids: readonly string[],
  onCounted: (id: string, counts: Counts | null) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    if (signal.aborted) return;
    onCounted(id, await countsIn(id));
  }
}

async function countsIn(id: string): Promise<Counts | null> {
  try {
    const { suggestions } = await waitingIn(id);
    const counts = { directive: 0, task: 0, target: 0 };
    for (const kind of SUGGESTED_KINDS)
      counts[kind] = suggestions.filter((suggestion) => suggestion.kind === kind).length;
    return counts;
  } catch (error) {
    // Only that article: the others can be counted all the same.
    if (error instanceof CallFailed) return null;
    throw error;
  }
}

/** One change of the library holds about so many new annotations. */
const AT_ONCE = 200;

/**
 * Accepts what waits of a kind in these articles, in one undo step, also of what was accepted before it was called off or
 * failed. `onDone` hears how many articles are done. Returns how many suggestions were accepted.
 */
export async function acceptIn(
  ids: readonly string[],
  kind: SuggestedKind,
  onDone: (articles: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const added: Pick<Annotation, 'articleId' | 'id'>[] = [];
  let marks: Marking[] = [];
  const place = async () => {
    if (marks.length === 0) return;
    const placed = await placeAnnotations(marks);
    added.push(...placed.map(({ articleId, id }) => ({ articleId, id })));
    marks = [];
  };
  try {
    for (const [i, id] of ids.entries()) {
      if (signal.aborted) break;
      marks.push(...(await marksIn(id, kind)));
      if (marks.length >= AT_ONCE || i === ids.length - 1) {
        await place();
        onDone(i + 1);
      }
    }
  } finally {
    if (added.length > 0) rememberAdded(added);
  }
  return added.length;
}

async function marksIn(id: string, kind: SuggestedKind): Promise<Marking[]> {
  const { article, looked, suggestions } = await waitingIn(id);
  const { citations, documents } = looked;
  const byStart = new Map(citations.map(({ start }, i) => [start, documents[i]]));
  const wanted = suggestions.filter((suggestion) => suggestion.kind === kind);
  return marksOf(article, wanted, citations, (start) => byStart.get(start));
}
