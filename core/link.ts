import { z } from 'zod';
import { AnnotationId } from '#core/annotation';
import { ArticleId } from '#core/article';

/** What `from` is to `to`. */
export const RELATIONS = ['evidence', 'answers', 'contradicts', 'related'] as const;
export const Relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof Relation>;

export const AnnotationRef = z.object({ articleId: ArticleId, annotationId: AnnotationId });
export type AnnotationRef = z.infer<typeof AnnotationRef>;

/** A link between two annotations (W3C motivation `linking`), also across articles. It outlives the removal of its ends. */
export const AnnotationLink = z.object({
  id: z.uuid(),
  from: AnnotationRef,
  to: AnnotationRef,
  relation: Relation,
  createdAt: z.iso.datetime(),
});
export type AnnotationLink = z.infer<typeof AnnotationLink>;

/** Relations that hold in both directions. */
const MUTUAL: ReadonlySet<Relation> = new Set(['contradicts', 'related']);

/** Whether two links say the same. */
export function sameLink(
  a: Pick<AnnotationLink, 'from' | 'to' | 'relation'>,
  b: Pick<AnnotationLink, 'from' | 'to' | 'relation'>,
): boolean {
  if (a.relation !== b.relation) return false;
  if (sameRef(a.from, b.from) && sameRef(a.to, b.to)) return true;
  return MUTUAL.has(a.relation) && sameRef(a.from, b.to) && sameRef(a.to, b.from);
}

export const sameRef = (a: AnnotationRef, b: AnnotationRef): boolean =>
  a.articleId === b.articleId && a.annotationId === b.annotationId;
