import { z } from 'zod';
import { AnnotationId, AnnotationKind, TagName } from '#core/annotation';
import { ArticleId } from '#core/article';
import { call } from './call';

export const ExportRequest = z.object({
  format: z.enum(['markdown', 'html']),
  groupBy: z.enum(['article', 'kind', 'tag']).default('article'),
  /** Empty or missing = all articles that are not in the trash. */
  articleIds: z.array(ArticleId).optional(),
  /** Only these annotations, when given. */
  annotationIds: z.array(AnnotationId).optional(),
  kinds: z.array(AnnotationKind).optional(),
  tags: z.array(TagName).optional(),
});
export type ExportRequest = z.input<typeof ExportRequest>;

export const exportCalls = {
  'export.render': call(
    ExportRequest,
    z.object({ text: z.string(), fileName: z.string(), annotations: z.int() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'export.save': call(ExportRequest, z.object({ path: z.string().nullable() })),
  'export.write': call(
    ExportRequest.extend({ path: z.string() }),
    z.object({ path: z.string(), annotations: z.int() }),
    'local',
  ),
} as const;
