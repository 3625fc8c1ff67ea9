import { z } from 'zod';
import { ArticleId } from '#core/article';
import { BodyEntry, BodyRow } from '#core/body';
import { COVERAGE_BY } from '#core/coverage';
import { DirectiveEntry, DirectiveId, DirectiveMention, DirectiveRow } from '#core/directive';
import { TABLE_FORMATS, TEXT_TABLE_FORMATS } from '#core/export/table-formats';
import { call, Nothing, Written } from './call';

/** What the library's articles have in common: documents, bodies, people. `done` of `total` articles were looked through. */
const Progress = { done: z.int(), total: z.int() };

const AsText = { format: z.enum(TEXT_TABLE_FORMATS) };
const RegisterExport = z.object({ ids: z.array(DirectiveId).optional(), format: z.enum(TABLE_FORMATS) });
const CoverageExport = RegisterExport.extend({ by: z.enum(COVERAGE_BY) });

export const registerCalls = {
  /** `complete`: answers when all articles have been looked through. */
  'directives.list': call(
    z.object({ complete: z.boolean().default(false) }),
    z.object({ rows: z.array(DirectiveRow), ...Progress }),
  ),
  /**
   * Every mention of these documents (of all, without `ids`), articles by their date, the oldest first, those
   * without one last. Without `context` no article is read, and there are no words around the mentions.
   */
  'directives.mentions': call(
    z.object({
      ids: z.array(DirectiveId).optional(),
      articleIds: z.array(ArticleId).optional(),
      context: z.boolean().default(true),
    }),
    z.array(DirectiveMention),
  ),
  /** Adds or replaces entries by their ids; an entry that says nothing is taken out. Returns them as they were. */
  'directives.put': call(z.object({ entries: z.array(DirectiveEntry).min(1) }), z.array(DirectiveEntry)),
  /** *Danh mục văn bản*: these documents (all, without `ids`), in this order. */
  'directives.render': call(
    RegisterExport.extend(AsText),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'directives.save': call(RegisterExport, z.object({ path: z.string().nullable() })),
  'directives.write': call(RegisterExport.extend({ path: z.string() }), Written, 'local'),
  /** How often these documents are cited where. */
  'coverage.render': call(
    CoverageExport.extend(AsText),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'coverage.save': call(CoverageExport, z.object({ path: z.string().nullable() })),
  'coverage.write': call(CoverageExport.extend({ path: z.string() }), Written, 'local'),
  'bodies.list': call(Nothing, z.object({ rows: z.array(BodyRow), ...Progress })),
  /** The whole dictionary that people edit. Returns it as it was. */
  'bodies.set': call(z.object({ entries: z.array(BodyEntry) }), z.array(BodyEntry)),
} as const;
