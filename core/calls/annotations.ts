import { z } from 'zod';
import {
  AnchorState,
  Annotation,
  AnnotationId,
  AnnotationKind,
  AnnotationPatch,
  Colour,
  TagName,
  Target,
} from '#core/annotation';
import { AnnotationFilter } from '#core/annotation-filter';
import { ArticleId } from '#core/article';
import { AnnotationRef } from '#core/link';
import { Span } from '#core/span';
import { TaskFacts } from '#core/task';
import { call } from './call';

/** By position, checked against the revision the person saw; or by the words themselves, the nth time they occur (from 1). */
const NewTarget = z.union([
  z.object({ span: Span, revision: z.int().positive() }),
  z.object({ quote: z.string().min(1), nth: z.int().positive().default(1) }),
]);

const NewAnnotation = z.object({
  articleId: ArticleId,
  target: NewTarget,
  kind: AnnotationKind,
  colour: Colour.optional(),
  tags: z.array(TagName).default([]),
  note: z.string().default(''),
  task: TaskFacts.optional(),
  directive: z.string().optional(),
});

/** An annotation that was changed, as it was and as it is. */
const Changed = z.object({ before: Annotation, after: Annotation });

const AnnotationRefs = z.object({ articleId: ArticleId, ids: z.array(AnnotationId).min(1) });

export const annotationCalls = {
  'annotations.add': call(NewAnnotation, Annotation),
  'annotations.update': call(
    z.object({ articleId: ArticleId, id: AnnotationId, patch: AnnotationPatch }),
    Changed,
  ),
  /** All of them or none: one place that is refused refuses the call. */
  'annotations.addMany': call(z.object({ items: z.array(NewAnnotation).min(1) }), z.array(Annotation)),
  'annotations.updateMany': call(
    z.object({
      changes: z.array(z.object({ articleId: ArticleId, id: AnnotationId, patch: AnnotationPatch })).min(1),
    }),
    z.array(Changed),
  ),
  /** Gives an annotation other words; an orphan has its place again after this. */
  'annotations.move': call(z.object({ articleId: ArticleId, id: AnnotationId, target: NewTarget }), Changed),
  /** Takes a move back. A place of an earlier revision is looked for in the present text. */
  'annotations.putBack': call(
    z.object({
      articleId: ArticleId,
      id: AnnotationId,
      target: Target,
      anchor: AnchorState,
      revision: z.int().positive(),
    }),
    Changed,
  ),
  /** The first `limit` of them (articles by their date, the newest first, each in the order of reading), and how many there are. */
  'annotations.find': call(
    z.object({ filter: AnnotationFilter, limit: z.int().nonnegative().max(5000).default(500) }),
    z.object({
      annotations: z.array(Annotation),
      /** The block, by its index, in which each of them begins. */
      blocks: z.array(z.int().nonnegative()),
      total: z.int(),
      articles: z.array(z.object({ id: ArticleId, count: z.int() })),
    }),
  ),
  /** Those that are there, in the order asked for. */
  'annotations.get': call(z.object({ refs: z.array(AnnotationRef) }), z.array(Annotation)),
  'annotations.remove': call(AnnotationRefs, z.object({ removed: z.array(Annotation) })),
  'annotations.restore': call(AnnotationRefs, z.object({ restored: z.array(Annotation) })),
} as const;
