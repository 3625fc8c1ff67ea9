import { findTarget, makeTarget } from '#core/anchor';
import type { AnchorState, Annotation, AnnotationsFile, Target } from '#core/annotation';
import { textOf, type Article, type Block } from '#core/article';
import type { Span } from '#core/span';

/** How an article's annotations stand in its text. */
export interface AnchorCounts {
  exact: number;
  moved: number;
  orphan: number;
}

export interface Place {
  span: Span;
  anchor: AnchorState;
}

/** Where annotations are known to stand in a text, by their ids. */
export type Places = ReadonlyMap<string, Place>;

/** What is known of a new revision beside its text: the one before it, and places that need not be looked for. */
export interface From {
  before: Article;
  places: Places;
}

/** Orphans and the bodies in which they were looked for in vain: an orphan's object stays the same until it is found. */
const lost = new WeakMap<Annotation, readonly Block[]>();

/**
 * The annotation in the article's present revision. An orphan keeps the target (and the revision) that it was last found
 * with, so a later revision that has the words again finds it.
 */
export function anchoredIn(annotation: Annotation, article: Article, text: string): Annotation {
  if (annotation.revision === article.revision || lost.get(annotation) === article.blocks) return annotation;
  const found = findTarget(text, annotation.target);
  if (found.state !== 'orphan')
    return standing(annotation, article, makeTarget(text, found.span), found.state);
  const orphan: Annotation =
    annotation.anchor === 'orphan' ? annotation : { ...annotation, anchor: 'orphan' };
  lost.set(orphan, article.blocks);
  return orphan;
}

const standing = (
  annotation: Annotation,
  { revision }: Article,
  target: Target,
  anchor: AnchorState,
): Annotation => ({ ...annotation, anchor, revision, target });

/**
 * The annotations as they stand in the article's present revision; the same value when all of them do already. A crash
 * between the two writes of a new revision is healed by this: it gives what the second write would have held. With `from`
 * what stands in a stretch that did not change is moved and not looked for, however many there are.
 */
export function anchoredFile(file: AnnotationsFile, article: Article, from?: From): AnnotationsFile {
  const { revision, blocks } = article;
  if (file.annotations.every((it) => it.revision === revision || lost.get(it) === blocks)) return file;
  const text = textOf(article);
  const known = from && knownPlaces(from, text);
  const annotations = file.annotations.map((annotation) => {
    const place = annotation.revision === revision ? undefined : known?.(annotation);
    return place === undefined
      ? anchoredIn(annotation, article, text)
      : standing(annotation, article, makeTarget(text, place.span), place.anchor);
  });
  const changed = annotations.some((annotation, index) => annotation !== file.annotations[index]);
  return changed ? { ...file, annotations } : file;
}

/** Where an annotation of the revision before stands in `text` without a search; undefined when it has to be searched. */
function knownPlaces({ before, places }: From, text: string): (annotation: Annotation) => Place | undefined {
  const old = textOf(before);
  const head = commonStart(old, text);
  const tail = commonEnd(old, text, Math.min(old.length, text.length) - head);
  return ({ id, revision, anchor, target }) => {
    const given = places.get(id);
    if (given !== undefined && given.span.end <= text.length) return given;
    if (anchor === 'orphan' || revision !== before.revision) return undefined;
    const isBehind = target.start >= old.length - tail;
    if (!isBehind && target.end > head) return undefined;
    const by = isBehind ? text.length - old.length : 0;
    const span = { start: target.start + by, end: target.end + by };
    return text.slice(span.start, span.end) === target.quote.exact ? { span, anchor: 'exact' } : undefined;
  };
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}

export function anchorCounts({ annotations }: Pick<AnnotationsFile, 'annotations'>): AnchorCounts {
  const counts: AnchorCounts = { exact: 0, moved: 0, orphan: 0 };
  for (const { anchor } of annotations) counts[anchor] += 1;
  return counts;
}
