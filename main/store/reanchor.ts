import { findTarget, makeTarget } from '#core/anchor';
import type { Annotation, AnnotationsFile } from '#core/annotation';
import { textOf, type Article } from '#core/article';

/**
 * The annotation in the article's present revision. An orphan keeps the target (and the revision) that it was last found
 * with, so a later revision that has the words again finds it.
 */
export function anchoredIn(annotation: Annotation, article: Article, text: string): Annotation {
  if (annotation.revision === article.revision) return annotation;
  const found = findTarget(text, annotation.target);
  if (found.state === 'orphan') {
    return annotation.anchor === 'orphan' ? annotation : { ...annotation, anchor: 'orphan' };
  }
  return {
    ...annotation,
    anchor: found.state,
    revision: article.revision,
    target: makeTarget(text, found.span),
  };
}

/**
 * The annotations as they stand in the article's present revision; the same value when all of them do already. A crash
 * between the two writes of a new revision is healed by this: it gives what the second write would have held.
 */
export function anchoredFile(file: AnnotationsFile, article: Article): AnnotationsFile {
  if (file.annotations.every((annotation) => annotation.revision === article.revision)) return file;
  const text = textOf(article);
  return {
    ...file,
    annotations: file.annotations.map((annotation) => anchoredIn(annotation, article, text)),
  };
}
