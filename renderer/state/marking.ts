import type { Annotation, AnnotationKind, Colour } from '#core/annotation';
import { blockStarts } from '#core/article';
import type { Span } from '#core/span';
import { addAnnotation, removeAnnotation, updateAnnotation } from './changes';
import { useLibrary, viewOf } from './library';
import { attempt } from './status';
import { choose, setView, unchoose, useView } from './view';

interface MarkRequest {
  kind: AnnotationKind;
  colour?: Colour;
  tags?: string[];
  /** Opens the new card's note for writing. */
  writing?: boolean;
  /** Opens the new card's field for tags. */
  tagging?: boolean;
}

/**
 * Where a mark goes when a key asks for one: the selected words, else the whole current paragraph
 * of the active pane (so that marking needs no mouse). Null when there is neither.
 */
function passage(): { articleId: string; span: Span } | null {
  const { selection, panes, active, blocks } = useView.getState();
  if (selection !== null) return { articleId: selection.articleId, span: selection.span };
  const pane = panes[active];
  const view = viewOf(useLibrary.getState(), pane);
  const index = pane === undefined ? undefined : blocks.get(pane.key);
  const block = index === undefined ? undefined : view?.article.blocks[index];
  if (view === undefined || index === undefined || block === undefined) return null;
  const start = blockStarts(view.article.blocks)[index] ?? 0;
  return { articleId: view.article.id, span: { start, end: start + block.text.length } };
}

/** Marks the selected words (or the current paragraph) and opens the card when something is to be written. */
export async function markSelection(request: MarkRequest): Promise<void> {
  const place = passage();
  const view = place === null ? undefined : useLibrary.getState().views.get(place.articleId);
  if (place === null || view === undefined) return;
  const { writing = false, tagging = false, ...marking } = request;
  const marked = useView.getState().selection;
  await attempt(async () => {
    const annotation = await addAnnotation({ article: view.article, span: place.span, ...marking });
    // Whoever is quick has chosen other words by now.
    if (useView.getState().selection === marked) {
      getSelection()?.removeAllRanges();
      setView({ selection: null });
    }
    if (writing) choose(place.articleId, annotation.id, true);
    if (tagging) {
      choose(place.articleId, annotation.id);
      setView({ tagging: true });
    }
  });
}

/** The annotation whose card is open, as the library has it now. */
export function chosenAnnotation(): Annotation | undefined {
  const { chosen } = useView.getState();
  if (chosen === null) return undefined;
  const view = useLibrary.getState().views.get(chosen.articleId);
  return view?.annotations.find((annotation) => annotation.id === chosen.annotationId);
}

/** A kind's key: marks the selection, or gives the open card that kind. */
export async function applyKind(kind: AnnotationKind): Promise<void> {
  const annotation = chosenAnnotation();
  if (annotation === undefined) await markSelection({ kind });
  else if (annotation.kind !== kind) await attempt(() => updateAnnotation(annotation, { kind }));
}

/** A digit: marks the selection with that tag, or puts it on the open card (or takes it off again). */
export async function applyTagKey(key: number): Promise<void> {
  const tag = useLibrary.getState().tags.find((candidate) => candidate.key === key);
  if (tag === undefined) return;
  const annotation = chosenAnnotation();
  if (annotation === undefined) await markSelection({ kind: 'highlight', tags: [tag.name] });
  else await attempt(() => updateAnnotation(annotation, { tags: toggled(annotation.tags, tag.name) }));
}

const toggled = (tags: readonly string[], name: string): string[] =>
  tags.includes(name) ? tags.filter((tag) => tag !== name) : [...tags, name];

/** The note key: opens the open card's note, or marks the selection and opens its note. */
export async function applyNote(): Promise<void> {
  const annotation = chosenAnnotation();
  if (annotation === undefined) await markSelection({ kind: 'highlight', writing: true });
  else choose(annotation.articleId, annotation.id, true);
}

export async function removeChosen(): Promise<void> {
  const annotation = chosenAnnotation();
  if (annotation === undefined) return;
  unchoose();
  await attempt(() => removeAnnotation(annotation));
}
