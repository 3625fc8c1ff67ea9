import { z } from 'zod';
import { AnchorState, AnnotationKind, Colour, TagName } from '#core/annotation';
import { ArticleId, IsoDay } from '#core/article';

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
