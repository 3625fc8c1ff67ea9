import { z } from 'zod';
import { ArticleId } from '#core/article';
import { call } from './call';

/** What of an article is printed, and how. */
export const PrintOptions = z.object({
  marks: z.boolean().default(true),
  /** Notes and tags: not at all, as a numbered list after the text, or beside it. */
  notes: z.enum(['none', 'end', 'margin']).default('end'),
  /** The numbers of the paragraphs. */
  numbers: z.boolean().default(true),
  /** False: in black and grey, where only lines tell the kinds apart. */
  colour: z.boolean().default(true),
  /** Size of the letters in points. */
  points: z.int().min(9).max(18).default(12),
});
export type PrintOptions = z.output<typeof PrintOptions>;

const Printed = z.object({ articleId: ArticleId, options: PrintOptions });

export const printCalls = {
  /** The pages as they will be printed. */
  'print.preview': call(
    Printed,
    z.object({ pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'print.savePdf': call(Printed, z.object({ path: z.string().nullable() })),
  /** Opens the system's dialog; false when the person cancelled. */
  'print.send': call(Printed, z.object({ printed: z.boolean() })),
} as const;
