import { create } from 'zustand';
import type { Annotation, AnnotationKind, AnnotationPatch } from '#core/annotation';
import type { DirectiveEntry } from '#core/directive';
import { saysNothing } from '#core/register/entries';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { updateAnnotation, type Marking } from './changes';
import { documentsMarked } from './documents';
import { useLibrary } from './library';
import { saved } from './status';
import { remember } from './undo';
import { useView } from './view';

/** The mark whose document is being chosen. */
export const useDocumentChoice = create<{ annotationId: string | null }>(() => ({ annotationId: null }));

export const chooseDocumentOf = (annotationId: string | null): void =>
  useDocumentChoice.setState({ annotationId });

// Another card, or none, is open.
useView.subscribe(({ chosen }) => {
  const { annotationId } = useDocumentChoice.getState();
  if (annotationId !== null && chosen?.annotationId !== annotationId) chooseDocumentOf(null);
});

/** The marks with the documents that the rules read in their words. */
export async function withDocuments(marks: readonly Marking[]): Promise<Marking[]> {
  const wanting = marks.filter(({ kind, directive }) => kind === 'directive' && directive === undefined);
  const found = new Map<Marking, string | undefined>();
  for (const article of new Set(wanting.map((mark) => mark.article))) {
    const own = wanting.filter((mark) => mark.article === article);
    const documents = await documentsMarked(
      article,
      own.map(({ span }) => span),
    );
    for (const [i, mark] of own.entries()) found.set(mark, documents[i]);
  }
  return marks.map((mark) => {
    const directive = found.get(mark);
    return directive === undefined ? mark : { ...mark, directive };
  });
}

export async function withDocument(mark: Marking): Promise<Marking> {
  const [marked = mark] = await withDocuments([mark]);
  return marked;
}

/** What the rules read in marks that cite no document yet, by the marks' ids. */
export async function documentsRead(
  annotations: readonly Annotation[],
): Promise<ReadonlyMap<string, string>> {
  const { views } = useLibrary.getState();
  const wanting = annotations.filter(
    ({ directive, anchor }) => directive === undefined && anchor !== 'orphan',
  );
  const found = new Map<string, string>();
  for (const articleId of new Set(wanting.map((annotation) => annotation.articleId))) {
    const article = views.get(articleId)?.article;
    if (article === undefined) continue;
    const own = wanting.filter((annotation) => annotation.articleId === articleId);
    const documents = await documentsMarked(
      article,
      own.map(({ target }) => target),
    );
    for (const [index, { id }] of own.entries()) {
      const document = documents[index];
      if (document !== undefined) found.set(id, document);
    }
  }
  return found;
}

/** Gives the mark another kind; one that comes to cite a document gets the one that the rules read in it. One undo step. */
export async function turnInto(annotation: Annotation, kind: AnnotationKind): Promise<void> {
  const patch: AnnotationPatch = { kind };
  const read = kind === 'directive' ? (await documentsRead([annotation])).get(annotation.id) : undefined;
  if (read !== undefined) patch.directive = read;
  await updateAnnotation(annotation, patch);
}

/** The mark cites this document (null: nobody knows which), as which it is entered where it says more; one undo step. */
export async function setDocument(annotation: Annotation, document: DirectiveEntry | null): Promise<void> {
  const { articleId, id, directive } = annotation;
  if (document === null || saysNothing(document)) {
    const next = document?.id ?? null;
    if (next !== (directive ?? null)) await updateAnnotation(annotation, { directive: next });
    return;
  }
  const set = async (next: string | null, entry: DirectiveEntry) => {
    const [before] = await call('directives.put', { entries: [entry] });
    try {
      await call('annotations.update', { articleId, id, patch: { directive: next } });
    } catch (error) {
      // Both or neither.
      if (before !== undefined) await call('directives.put', { entries: [before] });
      throw error;
    }
    return before;
  };
  const before = await set(document.id, document);
  saved();
  remember({
    get what() {
      return i18next.t('documents.undo');
    },
    undo: () => (before === undefined ? Promise.resolve() : set(directive ?? null, before)),
    redo: () => set(document.id, document),
  });
}
