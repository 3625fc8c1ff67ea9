import { z } from 'zod';

/** A body (cơ quan, tổ chức) or a person as people want them named, and how else they are written. */
export const BodyEntry = z.object({
  name: z.string().trim().min(1),
  is: z.enum(['body', 'person']),
  aliases: z.array(z.string().trim().min(1)),
});
export type BodyEntry = z.infer<typeof BodyEntry>;

/** A body or person as the articles name them. */
export const BodyRow = z.object({
  name: z.string(),
  is: z.enum(['body', 'person']),
  aliases: z.array(z.string()),
  /** A person's office, as it is written beside the name most often. */
  role: z.string().nullable(),
  mentions: z.int().nonnegative(),
  articles: z.array(z.string()),
});
export type BodyRow = z.infer<typeof BodyRow>;
