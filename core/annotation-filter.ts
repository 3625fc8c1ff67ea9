import { z } from 'zod';
import { AnchorState, AnnotationKind, Colour, TagName, type Annotation } from '#core/annotation';
import { ArticleId, IsoDay } from '#core/article';
import { isWithin } from '#core/tag';

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
    (!tags?.length || tags.some((tag) => annotation.tags.some((name) => isWithin(name, tag)))) &&
    (withNote === undefined || withNote === (annotation.note.trim() !== '')) &&
    isBetween(annotation.createdAt, from, to)
  );
}

/** Whether the filter asks for anything at all. */
export const asksForNothing = (filter: AnnotationFilter): boolean =>
  Object.values(filter).every((wanted) => wanted === undefined || (Array.isArray(wanted) && !wanted.length));

const isOneOf = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

/** Both days count. A moment belongs to the day that the person's own clock showed. */
function isBetween(moment: string, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const day = dayOf(new Date(moment));
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
