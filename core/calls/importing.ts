import { z } from 'zod';
import { ArticleId } from '#core/article';
import { AnchorCounts, ReadHow, ReviewAccept, ReviewItem, ReviewView } from '#core/review';
import { OriginalView } from './articles';
import { call, Nothing } from './call';

/**
 * One file's fate. `code` and `message` are set when it was refused; `key` when it waits for a look (`review.view`); the
 * others when it was read.
 */
export const ImportResult = z.object({
  path: z.string(),
  status: z.enum(['imported', 'duplicate', 'revised', 'refused', 'waiting']),
  id: ArticleId.optional(),
  title: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  key: z.string().optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  /** Lines that were taken out of the text. */
  removed: z.int().nonnegative().optional(),
  /** The article that is most like it, when it came in as one of its own all the same. */
  similarTo: ArticleId.optional(),
  /** 0 to 1. */
  likeness: z.number().optional(),
  /** What the new text did to the annotations, when it was `revised`. */
  anchors: AnchorCounts.optional(),
});
export type ImportResult = z.infer<typeof ImportResult>;

export const importCalls = {
  /** Folders and archives are looked into. `revise`: the files are new versions of this article. */
  'import.files': call(
    z.object({
      paths: z.array(z.string()).min(1),
      /** Whether a file that needs a look waits for it (`review.list`). */
      hold: z.boolean().default(false),
      revise: ArticleId.optional(),
      chapters: z.enum(['together', 'apart']).default('together'),
    }),
    z.array(ImportResult),
    'local',
  ),
  /** Files without a path (dropped from another program), and pasted text (name ends in .txt or .html). */
  'import.items': call(
    z.object({
      items: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).min(1),
      hold: z.boolean().default(false),
    }),
    z.array(ImportResult),
  ),
  /** Asks for files or for a folder and imports them; an empty list when the person cancelled. */
  'import.choose': call(
    z.object({ what: z.enum(['files', 'folder']).default('files') }),
    z.array(ImportResult),
  ),
  'import.samples': call(Nothing, z.array(ImportResult)),
  /** One request for one page. Refused with `url-off` unless the person has turned it on. */
  'import.url': call(z.object({ url: z.string() }), z.array(ImportResult)),
  /** Ends the import under way; what is in the library by then stays. */
  'import.cancel': call(Nothing, Nothing),
  /** Imports that a crash or the closing of the program cut off: what was given, and how many files of it were dealt with. */
  'import.interrupted': call(
    Nothing,
    z.array(z.object({ at: z.iso.datetime(), names: z.array(z.string()), done: z.int().nonnegative() })),
  ),
  /** Imports the rest of them. */
  'import.resume': call(Nothing, z.array(ImportResult)),
  /** Leaves the rest out. */
  'import.forget': call(Nothing, Nothing),
  /** Asks for the folder whose new files are imported; null turns that off. */
  'import.watch': call(z.object({ on: z.boolean() }), z.object({ folder: z.string().nullable() })),

  'review.list': call(Nothing, z.array(ReviewItem)),
  'review.view': call(
    z.object({ key: z.string(), how: ReadHow.default({ encoding: null, chapters: 'together' }) }),
    ReviewView,
  ),
  'review.original': call(z.object({ key: z.string() }), OriginalView),
  'review.accept': call(z.object({ items: z.array(ReviewAccept).min(1) }), z.array(ImportResult)),
  /** They stay where they are, and out of the library. */
  'review.skip': call(z.object({ keys: z.array(z.string()).min(1) }), Nothing),
} as const;
