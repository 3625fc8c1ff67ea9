import { z } from 'zod';

/** A stretch of an article's text. Offsets are UTF-16 code units, `end` exclusive, `start < end`. */
export const Span = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((span) => span.start < span.end, 'a span holds at least one character');
export type Span = z.infer<typeof Span>;
