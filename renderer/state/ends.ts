import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import { textOf, type Article } from '#core/article';
import type { Span } from '#core/span';
import { steppedSpan, type End, type Unit } from '../ui/text/snap';
import { chosenAnnotation } from './chosen';
import { useLibrary } from './library';
import { moveAnnotation } from './moves';
import { attempt } from './status';

interface Moving {
  annotationId: string;
  span: Span;
}

/** The passage that an annotation is being given: it is shown before the library has it. */
export const useEnds = create<{ moving: Moving | null }>(() => ({ moving: null }));

/** Shows a passage while an end is dragged; null shows again what the library has. */
export const previewEnds = (moving: Moving | null): void => useEnds.setState({ moving });

const articleOf = ({ articleId }: Annotation): Article | undefined =>
  useLibrary.getState().views.get(articleId)?.article;

/** The passage of an annotation as it is shown now. */
export const shownSpan = ({ id, target }: Annotation, moving: Moving | null): Span =>
  moving?.annotationId === id ? moving.span : { start: target.start, end: target.end };

/** The annotation whose ends may be moved: the chosen one, when it has a place and the library may be changed. */
export function movableAnnotation(): Annotation | undefined {
  const annotation = chosenAnnotation();
  return annotation?.anchor === 'orphan' || useLibrary.getState().readOnly ? undefined : annotation;
}

/** Moves an end of the chosen annotation; steps that follow each other fast are one undo step. */
export async function stepEnd(end: End, step: 1 | -1, by: Unit = 'syllable'): Promise<void> {
  const annotation = movableAnnotation();
  const article = annotation === undefined ? undefined : articleOf(annotation);
  if (annotation === undefined || article === undefined) return;
  const from = shownSpan(annotation, useEnds.getState().moving);
  const span = steppedSpan(textOf(article), from, end, step, by);
  if (span === null) return;
  previewEnds({ annotationId: annotation.id, span });
  await attempt(() => send(annotation, article.revision));
}

/** Gives the annotation the passage that its end was dragged to; an undo step of its own. */
export async function dropEnd(annotation: Annotation, span: Span): Promise<void> {
  const article = articleOf(annotation);
  const { start, end } = annotation.target;
  if (article !== undefined && (span.start !== start || span.end !== end)) {
    previewEnds({ annotationId: annotation.id, span });
    await attempt(() => moveAnnotation({ annotation, span, revision: article.revision, what: 'ends' }));
  }
  previewEnds(null);
}

let sending: Promise<void> | null = null;

/** Sends the newest passage, however many keys were pressed while the one before it was on its way. */
function send(annotation: Annotation, revision: number): Promise<void> {
  sending ??= sendAll(annotation, revision).finally(() => {
    sending = null;
    previewEnds(null);
  });
  return sending;
}

async function sendAll(annotation: Annotation, revision: number): Promise<void> {
  let sent: Moving | null = null;
  for (
    let { moving } = useEnds.getState();
    moving !== null && moving !== sent;
    { moving } = useEnds.getState()
  ) {
    if (moving.annotationId !== annotation.id) return;
    sent = moving;
    await moveAnnotation({ annotation, span: moving.span, revision, what: 'ends', joined: true });
  }
}
