import { z } from 'zod';
import { AnchorState, AnnotationKind, Colour, TagName, type Annotation } from '#core/annotation';
import { ArticleId, IsoDay } from '#core/article';
import { localDay } from '#core/day';
import { foldedTag, isWithin } from '#core/tag';

/** Annotations for which everything that is given holds. */
export const AnnotationFilter = z.object({
  articleIds: z.array(ArticleId).optional(),
  /** Each with the tags under it. */
  tags: z.array(TagName).optional(),
  kinds: z.array(AnnotationKind).optional(),
  colours: z.array(Colour).optional(),
  anchors: z.array(AnchorState).optional(),
  withNote: z.boolean().optional(),
  /** First and last day on which they were made, in the person's own calendar. */
  from: IsoDay.optional(),
  to: IsoDay.optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** Whether everything that the filter asks for holds. An empty list asks for nothing, as one that is missing. */
export function fits(annotation: Annotation, filter: AnnotationFilter): boolean {
  const { articleIds, tags, kinds, colours, anchors, withNote, from, to } = filter;
  return (
    isOneOf(articleIds, annotation.articleId) &&
    isOneOf(kinds, annotation.kind) &&
    isOneOf(colours, annotation.colour) &&
    isOneOf(anchors, annotation.anchor) &&
    hasOneOf(tags, annotation.tags) &&
    (withNote === undefined || withNote === (annotation.note !== '')) &&
    isBetween(annotation.createdAt, from, to)
  );
}

/** Whether the filter asks for anything at all. */
export const asksForNothing = (filter: AnnotationFilter): boolean =>
  Object.values(filter).every((wanted) => wanted === undefined || (Array.isArray(wanted) && !wanted.length));

/** Whether one of `names` is a tag that is wanted, or lies under one, however it is spelled. */
export function hasOneOf(wanted: readonly string[] | undefined, names: readonly string[]): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  const folded = wanted.map(foldedTag);
  return names.some((name) => folded.some((tag) => isWithin(foldedTag(name), tag)));
}

const isOneOf = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

/** Both days count. A moment belongs to the day that the person's own clock showed. */
function isBetween(moment: string, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const day = localDay(new Date(moment));
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
