import type { Annotation } from '#core/annotation';
import { useLibrary } from './library';
import { useView } from './view';

/** The annotation whose card is open, as the library has it now. */
export function chosenAnnotation(): Annotation | undefined {
  const { chosen } = useView.getState();
  if (chosen === null) return undefined;
  const view = useLibrary.getState().views.get(chosen.articleId);
  return view?.annotations.find((annotation) => annotation.id === chosen.annotationId);
}
