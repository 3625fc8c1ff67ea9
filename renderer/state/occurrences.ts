import { create } from 'zustand';
import type { Annotation, AnnotationKind } from '#core/annotation';
import { textOf, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import { createMatcher, type FindOptions } from '#core/search/find';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { addAnnotations, type Marking } from './changes';
import { withDocuments } from './directive-marks';
import { useLibrary } from './library';
import { shownTexts } from './shown-texts';
import { attempt, say } from './status';
import { setView, useView, type TextSelection } from './view';

/** The words whose places are to be marked all at once. */
interface Asked {
  words: string;
  articleId: string;
  /** In all articles that stand open, or only in the one where the words were chosen. */
  everywhere: boolean;
  /** What counts as the same words. */
  options: FindOptions;
}

/** With this spelling, whole syllables, whatever the case. */
const AS_CHOSEN: FindOptions = { marks: 'strict', wholeSyllables: true, matchCase: false };

export const useOccurrences = create<{ asked: Asked | null }>(() => ({ asked: null }));

export const forgetOccurrences = (): void => useOccurrences.setState({ asked: null });

/**
 * Looks for all places of the chosen words, in a comparison on both sides; asked once more, in all open articles or only in
 * this one.
 */
export function askOccurrences(): void {
  const { asked } = useOccurrences.getState();
  if (asked !== null) {
    searchEverywhere(!asked.everywhere);
    return;
  }
  const chosen = chosenWords();
  if (chosen === null) say(i18next.t('marking.all.chooseFirst'));
  else if (!useLibrary.getState().readOnly)
    useOccurrences.setState({
      asked: { ...chosen, everywhere: useView.getState().view === 'compare', options: AS_CHOSEN },
    });
}

/** Looks for all places of words that were not chosen in the text. */
export const askOccurrencesOf = (asked: Asked): void => useOccurrences.setState({ asked });

export function searchEverywhere(everywhere: boolean): void {
  const { asked } = useOccurrences.getState();
  if (asked !== null) useOccurrences.setState({ asked: { ...asked, everywhere } });
}

/** The selected words, else those of the chosen annotation. */
function chosenWords(): (Pick<TextSelection, 'articleId'> & { words: string }) | null {
  const { selection, chosen } = useView.getState();
  if (selection !== null) return { articleId: selection.articleId, words: selection.text };
  const annotation = useLibrary
    .getState()
    .views.get(chosen?.articleId ?? '')
    ?.annotations.find(({ id }) => id === chosen?.annotationId);
  return annotation === undefined
    ? null
    : { articleId: annotation.articleId, words: annotation.target.quote.exact };
}

/** The places of the words in one article. */
export interface Occurrences {
  article: Article;
  annotations: readonly Annotation[];
  spans: Span[];
}

/** The articles that are searched: those that stand open, the one where the words were chosen first. */
function searchedViews(
  { articleId, everywhere }: Asked,
  views: ReadonlyMap<string, ArticleView>,
): ArticleView[] {
  const open = everywhere ? shownTexts().map(({ article }) => article.id) : [];
  return [...new Set([articleId, ...open])].flatMap((id) => views.get(id) ?? []);
}

/** All places of the words. */
export function findOccurrences(asked: Asked, views: ReadonlyMap<string, ArticleView>): Occurrences[] {
  const matcher = createMatcher(asked.words, asked.options);
  return searchedViews(asked, views).map(({ article, annotations }) => ({
    article,
    annotations,
    spans: matcher?.find(textOf(article)) ?? [],
  }));
}

/** The places that are not marked with this kind from end to end yet. */
export function unmarked({ annotations, spans }: Occurrences, kind: AnnotationKind): Span[] {
  const marked = new Set(
    annotations
      .filter((annotation) => annotation.kind === kind && annotation.anchor !== 'orphan')
      .map(({ target }) => `${target.start} ${target.end}`),
  );
  return spans.filter(({ start, end }) => !marked.has(`${start} ${end}`));
}

/** Marks all places that were found, those that are marked so already left as they are; one undo step. */
export async function markOccurrences(marking: Pick<Marking, 'kind' | 'colour' | 'tags'>): Promise<void> {
  const { asked } = useOccurrences.getState();
  if (asked === null) return;
  const found = findOccurrences(asked, useLibrary.getState().views);
  const marks = found.flatMap((occurrences) =>
    unmarked(occurrences, marking.kind).map((span) => ({ article: occurrences.article, span, ...marking })),
  );
  const skipped = found.reduce((sum, { spans }) => sum + spans.length, 0) - marks.length;
  const mark = async () => addAnnotations(await withDocuments(marks));
  if (marks.length > 0 && !(await attempt(mark))) return;
  getSelection()?.removeAllRanges();
  setView({ selection: null });
  forgetOccurrences();
  const done = i18next.t('marking.all.done', { count: marks.length });
  say(skipped === 0 ? done : `${done}, ${i18next.t('marking.all.skipped', { count: skipped })}`);
}
