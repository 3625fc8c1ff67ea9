import type { AnnotationKind } from '#core/annotation';
import { blockStarts, type Article } from '#core/article';
import type { FoundCitation } from '#core/recognise/found';
import { factsOf, type Suggestion } from '#core/suggestions';
import type { TaskFacts } from '#core/task';
import type { Marking } from './changes';
import { draftOf, useSuggestions } from './suggestions';

interface ToTake {
  kind: AnnotationKind;
  task?: TaskFacts;
  directive?: string;
}

/**
 * Tells what an annotation of a suggestion would hold, with what was changed of it. Documents go by their canonical keys:
 * which document of the library a key means here, only the register knows.
 */
export function takingOf(
  article: Article,
  citations: readonly FoundCitation[],
): (suggestion: Suggestion) => ToTake {
  const starts = blockStarts(article.blocks);
  return (suggestion) => {
    const draft = draftOf(useSuggestions.getState(), article.id, suggestion.id);
    const kind = draft?.kind ?? suggestion.kind;
    if (suggestion.kind === 'directive') return { kind, directive: suggestion.citation.canonical };
    return { kind, task: draft?.task ?? factsOf(suggestion, citations, starts) };
  };
}

/** The marks that suggestions of an article become. `documentAt`: the document of the citation that begins there. */
export function marksOf(
  article: Article,
  suggestions: readonly Suggestion[],
  citations: readonly FoundCitation[],
  documentAt: (start: number) => string | undefined,
): Marking[] {
  const byKey = new Map(
    citations.toReversed().map(({ canonical, start }) => [canonical, documentAt(start) ?? canonical]),
  );
  const taking = takingOf(article, citations);
  return suggestions.map((suggestion) => {
    const { start, end } = suggestion;
    const { task, directive, kind } = taking(suggestion);
    const basis = task?.basis.map((key) => byKey.get(key) ?? key) ?? [];
    return {
      ...{ article, span: { start, end }, kind },
      ...(task === undefined ? {} : { task: { ...task, basis } }),
      ...(directive === undefined ? {} : { directive: documentAt(start) ?? directive }),
    };
  });
}
