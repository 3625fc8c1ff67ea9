import { z } from 'zod';
import { SYLLABLES } from './search/query';

/** `auto`: a syllable typed with a mark is found only as it is spelled, a bare one with any marks. */
export const SEARCH_MARKS = ['auto', 'strict', 'loose'] as const;

/** A query that was kept under a name. */
export const SavedSearch = z.object({
  name: z.string().trim().min(1).max(120),
  query: z.string().min(1),
  marks: z.enum(SEARCH_MARKS).default('auto'),
  syllables: z.enum(SYLLABLES).default('auto'),
  otherWays: z.boolean().default(true),
  matchCase: z.boolean().default(false),
  /** Bodies and people that the articles have to name: the query language has no words for them. */
  bodies: z.array(z.string()).default([]),
  savedAt: z.iso.datetime(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
