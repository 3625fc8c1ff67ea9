import { z } from 'zod';
import { AnnotationId, AnnotationKind, TagName } from '#core/annotation';
import { ArticleId } from '#core/article';
import { call, Nothing } from './call';

export const NOTE_FORMATS = ['markdown', 'obsidian', 'html', 'docx', 'pdf', 'text'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** What stands in an export beside the quotations and their sources. */
export const INCLUDED = ['notes', 'tags', 'places', 'colours', 'context', 'tasks'] as const;
const Included = z.object({
  /** What the person wrote: off for a file that others get. */
  notes: z.boolean().default(true),
  tags: z.boolean().default(true),
  /** Numbers of paragraphs. */
  places: z.boolean().default(true),
  colours: z.boolean().default(true),
  /** The words of the paragraph around the quotation. */
  context: z.boolean().default(false),
  /** Who does a task, and until when. */
  tasks: z.boolean().default(true),
});
export type Included = z.output<typeof Included>;

export const ExportRequest = z.object({
  format: z.enum(NOTE_FORMATS),
  /** Of the articles: by day of publication, those without one last, or by title. */
  order: z.enum(['oldest', 'newest', 'title']).default('oldest'),
  include: Included.prefault({}),
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
  /** The first annotations of the file, as text or as an HTML page; `isWhole`: there are no more. */
  'export.preview': call(
    ExportRequest,
    z.object({
      text: z.string(),
      looks: z.enum(['text', 'page']),
      annotations: z.int(),
      isWhole: z.boolean(),
    }),
  ),
  /** The whole file as text; of formats that are none the same as HTML. */
  'export.render': call(ExportRequest, z.object({ text: z.string(), annotations: z.int() })),
  /** Asks where to save; null when the person cancelled there or while it was made. */
  'export.save': call(ExportRequest, z.object({ path: z.string().nullable(), annotations: z.int() })),
  'export.write': call(
    ExportRequest.extend({ path: z.string() }),
    z.object({ path: z.string(), annotations: z.int() }),
    'local',
  ),
  /** Ends what is being made; nothing of it is written. */
  'export.cancel': call(Nothing, Nothing),
} as const;
