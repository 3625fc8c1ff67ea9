import { z } from 'zod';
import { ArticleId } from '#core/article';
import { Comparison } from '#core/comparison';
import { call } from './call';

/** Two articles as a table of their paragraphs; three or four as a table of topics. */
export const ComparisonExport = z.object({
  articleIds: z.array(ArticleId).min(2).max(4),
  format: z.enum(['html', 'markdown', 'csv']),
});
export type ComparisonExport = z.infer<typeof ComparisonExport>;

export const compareCalls = {
  /** With what the person said about their paragraphs (`pins.*`). An article may be compared with itself. */
  'compare.articles': call(z.object({ left: ArticleId, right: ArticleId }), Comparison),
  'compare.render': call(ComparisonExport, z.object({ text: z.string(), fileName: z.string() })),
  /** Asks where to save; null when the person cancelled. */
  'compare.save': call(ComparisonExport, z.object({ path: z.string().nullable() })),
} as const;
