import type { Article } from '#core/article';
import type { BodyRow } from '#core/body';
import { bodyRows } from '#core/body-register';
import type { DirectiveId } from '#core/directive';
import type { FoundCitation } from '#core/recognise/found';
import { documentsOf, registerOf, withMarks, type MentioningArticle, type Register } from '#core/register';
import type { LibraryStore } from '../store/store';
import { DirectiveMarks } from './directive-marks';
import type { Findings } from './findings';

/** What was found so far, as lists of the whole library. */
export interface Lists {
  /** Settles when the register knows what people marked until now. */
  marked(): Promise<void>;
  /** The articles with what they cite: as the rules found it and people marked it. Those of `Findings.all`, in their order. */
  citing(): readonly MentioningArticle[];
  register(): Register;
  bodies(): BodyRow[];
  /** The documents that an article's citations belong to, in their order. */
  documentsOf(article: Article, citations: readonly FoundCitation[]): DirectiveId[];
}

export function createLists(store: LibraryStore, findings: Findings): Lists {
  const marks = new DirectiveMarks(store);
  const citing = lastOf(
    () => [findings.version, marks.version],
    () => findings.all().map((looked) => withMarks(looked, marks.of(looked.id))),
  );
  const register = lastOf(
    () => [citing(), store.library.directives],
    () => registerOf(citing(), store.library.directives),
  );
  return {
    ...{ marked: () => marks.complete(), citing, register },
    bodies: lastOf(
      () => [findings.version, store.library.bodies],
      () => bodyRows(findings.all(), store.library.bodies),
    ),
    documentsOf: (article, citations) => {
      // While the library is looked through, the register is another every moment.
      const { belongings } = findings.isSettled ? register() : registerOf([], store.library.directives);
      return documentsOf(article, citations, belongings);
    },
  };
}

/** Makes a value again only when what it is made from is another. */
function lastOf<T>(from: () => unknown[], make: () => T): () => T {
  let last: { from: unknown[]; value: T } | null = null;
  return () => {
    const now = from();
    if (last === null || now.some((one, index) => one !== last?.from[index]))
      last = { from: now, value: make() };
    return last.value;
  };
}
