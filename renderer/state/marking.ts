import { findTarget, makeTarget } from '#core/anchor';
import type { Annotation, AnnotationKind, Colour } from '#core/annotation';
import { blockAt, blockStarts, textOf } from '#core/article';
import { CallFailed } from '#core/gateway';
import type { Span } from '#core/span';
import { call } from '../bridge';
import { bulkAnnotations, giveKind, removeAll, toggleTag } from './bulk';
import { addAnnotation, removeAnnotation, updateAnnotation, type Marking } from './changes';
import { chosenAnnotation } from './chosen';
import { chooseDocumentOf, turnInto, withDocument } from './directive-marks';
import { openPlace } from './going';
import { useLibrary } from './library';
import { markOccurrences, useOccurrences } from './occurrences';
import { activeText } from './shown-texts';
import { acceptChosen, chosenSuggestion, takeChosen } from './suggesting';
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
  /** Opens the new card's field for the document. */
  choosing?: boolean;
}

/**
 * Where a mark goes when a key asks for one: the selected words, else the whole current paragraph where the keyboard is (so
 * that marking needs no mouse). Null when there is neither.
 */
export function passageHere(): { articleId: string; span: Span } | null {
  const { selection } = useView.getState();
  if (selection !== null) return { articleId: selection.articleId, span: selection.span };
  const shown = activeText();
  const index = shown?.block;
  const block = index === undefined ? undefined : shown?.article.blocks[index];
  if (shown === undefined || index === undefined || block === undefined) return null;
  const start = blockStarts(shown.article.blocks)[index] ?? 0;
  return { articleId: shown.article.id, span: { start, end: start + block.text.length } };
}

/** Marks the selected words (or the current paragraph) and opens the card when something is to be written. */
export async function markSelection(request: MarkRequest): Promise<void> {
  const place = passageHere();
  const view = place === null ? undefined : useLibrary.getState().views.get(place.articleId);
  if (place === null || view === undefined) return;
  const { writing = false, tagging = false, choosing = false, ...rest } = request;
  const marking = { ...colourOf(request.tags), ...rest };
  const marked = useView.getState().selection;
  await attempt(async () => {
    const mark = await withDocument({ article: view.article, span: place.span, ...marking });
    const annotation = await addFound(mark);
    // Whoever is quick has chosen other words by now.
    if (useView.getState().selection === marked) {
      getSelection()?.removeAllRanges();
      setView({ selection: null });
    }
    if (writing || tagging || choosing) await openCard(annotation, { writing, tagging });
    if (choosing) chooseDocumentOf(annotation.id);
  });
}

/** What new marks with these tags are to look like: the colour of the first that has one in the codebook. */
function colourOf(names: readonly string[] = []): { colour?: Colour } {
  const { tags } = useLibrary.getState();
  const [colour] = names.flatMap((name) => tags.find((tag) => tag.name === name)?.colour ?? []);
  return colour === undefined ? {} : { colour };
}

/** Marks a passage. When the text has just been replaced by another, the same words are marked there, if they are its own. */
async function addFound(marking: Marking): Promise<Annotation> {
  try {
    return await addAnnotation(marking);
  } catch (error) {
    if (!(error instanceof CallFailed) || error.code !== 'revision-changed') throw error;
    const { article } = await call('articles.get', { id: marking.article.id });
    const found = findTarget(textOf(article), makeTarget(textOf(marking.article), marking.span));
    if (found.state !== 'exact') throw error;
    return addAnnotation({ ...marking, article, span: found.span });
  }
}

/** Opens the card of an annotation in the reader, which is gone to from a comparison. */
export async function openCard(
  { id, articleId, target }: Annotation,
  { writing = false, tagging = false } = {},
): Promise<void> {
  const article = useLibrary.getState().views.get(articleId)?.article;
  if (article !== undefined && useView.getState().view === 'compare') {
    const block = blockAt(blockStarts(article.blocks), target.start);
    await openPlace({ articleId, revision: article.revision, block });
  }
  choose(articleId, id, writing);
  if (tagging) setView({ tagging });
}

/** A kind's key: marks all places that were looked for, or the selection, or gives the chosen notes or the open card that kind. */
export async function applyKind(kind: AnnotationKind): Promise<void> {
  if (useOccurrences.getState().asked !== null) return markOccurrences({ kind });
  const many = bulkAnnotations();
  if (many.length > 0) return giveKind(many, kind);
  if (chosenSuggestion() !== null) return acceptChosen({ kind });
  const annotation = chosenAnnotation();
  if (annotation === undefined) await markSelection({ kind });
  else if (annotation.kind !== kind) await attempt(() => turnInto(annotation, kind));
}

/** A digit: marks the selection with that tag, or puts it on the open card (or takes it off again). */
export async function applyTagKey(key: number): Promise<void> {
  const tag = useLibrary.getState().tags.find((candidate) => candidate.key === key);
  if (tag === undefined) return;
  if (useOccurrences.getState().asked !== null) {
    return markOccurrences({ kind: 'highlight', tags: [tag.name], ...colourOf([tag.name]) });
  }
  const many = bulkAnnotations();
  if (many.length > 0) return toggleTag(many, tag.name);
  if (chosenSuggestion() !== null) return acceptChosen({ tags: [tag.name] });
  const annotation = chosenAnnotation();
  if (annotation === undefined) await markSelection({ kind: 'highlight', tags: [tag.name] });
  else await attempt(() => updateAnnotation(annotation, { tags: toggled(annotation.tags, tag.name) }));
}

const toggled = (tags: readonly string[], name: string): string[] =>
  tags.includes(name) ? tags.filter((tag) => tag !== name) : [...tags, name];

/** The note key: opens the open card's note, or marks the selection (or takes the open suggestion) and opens its note. */
export async function applyNote(): Promise<void> {
  const annotation = chosenSuggestion() === null ? chosenAnnotation() : await takeChosen();
  // A suggestion that was refused is not marked in another way.
  if (annotation === null) return;
  if (annotation === undefined) await markSelection({ kind: 'highlight', writing: true });
  else await attempt(() => openCard(annotation, { writing: true }));
}

/**
 * The document's key: opens the field of the open card in which its document is found (of a task, what it rests on); else
 * marks the selection as a directive (or takes the open suggestion) and opens that mark's field.
 */
export async function applyDocument(): Promise<void> {
  if (useLibrary.getState().readOnly) return;
  const basis = document.querySelector<HTMLElement>('.note.chosen .task-facts .document-picker input');
  if (basis !== null) {
    basis.focus();
    return;
  }
  const annotation = chosenSuggestion() === null ? chosenAnnotation() : await takeChosen();
  if (annotation === null) return;
  if (annotation === undefined) return markSelection({ kind: 'directive', choosing: true });
  await attempt(async () => {
    if (annotation.kind !== 'directive' && annotation.directive === undefined)
      await turnInto(annotation, 'directive');
    await openCard(annotation);
    chooseDocumentOf(annotation.id);
  });
}

export async function removeChosen(): Promise<void> {
  const many = bulkAnnotations();
  if (many.length > 0) return removeAll(many);
  const annotation = chosenAnnotation();
  if (annotation === undefined) return;
  unchoose();
  await attempt(() => removeAnnotation(annotation));
}
