import { z } from 'zod';
import { blockAt, blockStarts, textOf, type Article, type ArticleId } from '#core/article';
import { findBodies, type FoundBody } from '#core/recognise/bodies';
import { findCitations } from '#core/recognise/citations';
import type { Mention } from '#core/register';

/** Raise it when the rules find something else than before: what was kept of older ones is then found anew. */
export const RULES_VERSION = 1;

/** What is kept of an article that was looked through: as much as the lists of the library need. */
export interface Looked {
  id: ArticleId;
  /** Of the text that was looked through, and the day from which its dates were understood. */
  contentHash: string;
  publishedOn: string | null;
  mentions: Mention[];
  bodies: FoundBody[];
}

export type Readable = Pick<Article, 'id' | 'contentHash' | 'publishedOn' | 'blocks'>;

/** As much of an article's file as is needed here: a full look at it takes longer than the rules do. */
const ArticleFile = z.object({
  id: z.string(),
  contentHash: z.string(),
  publishedOn: z.string().nullable(),
  blocks: z.array(z.object({ text: z.string() })).min(1),
});

export function lookThrough({ id, contentHash, publishedOn, blocks }: Readable): Looked {
  const citations = findCitations(textOf({ blocks }), { publishedOn });
  const starts = blockStarts(blocks);
  const mentions = citations.map(({ resolvedFrom: _, ...mention }) => ({
    ...mention,
    block: blockAt(starts, mention.start),
  }));
  return { id, contentHash, publishedOn, mentions, bodies: findBodies(blocks) };
}

/** Null when these bytes are no article. */
export function lookThroughFile(bytes: Uint8Array): Looked | null {
  const parsed = ArticleFile.safeParse(jsonIn(bytes));
  return parsed.success ? lookThrough(parsed.data as Readable) : null;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  } catch {
    // Whoever shows this article tells of it.
    return null;
  }
}
