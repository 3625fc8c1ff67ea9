import { z } from 'zod';
import { blockAt, blockStarts, textOf, type Article, type ArticleId } from '#core/article';
import type { BodyEntry } from '#core/body';
import { namedIn, type Named } from '#core/body-register';
import { citationsOf } from '#core/recognise/recognise';
import type { Mention } from '#core/register';

/** Raise it when the rules find something else than before: what was kept of older ones is then found anew. */
export const RULES_VERSION = 8;

/** What is kept of an article that was looked through: as much as the lists of the library need. */
export interface Looked {
  id: ArticleId;
  /** Of the text that was looked through, and the day from which its dates were understood. */
  contentHash: string;
  publishedOn: string | null;
  /** Of the dictionary of bodies that was used. */
  dictionary: string;
  mentions: Mention[];
  bodies: Named[];
}

export type Readable = Pick<Article, 'id' | 'contentHash' | 'publishedOn' | 'dek' | 'blocks'>;

/** As much of an article's file as is needed here: a full look at it takes longer than the rules do. */
const ArticleFile = z.object({
  id: z.string(),
  contentHash: z.string(),
  publishedOn: z.string().nullable(),
  dek: z.string().nullable(),
  blocks: z.array(z.object({ text: z.string() })).min(1),
});

/** The bodies and people that a library knows by name. */
export interface Dictionary {
  /** Another one for other entries. */
  hash: string;
  entries: readonly BodyEntry[];
}

export function lookThrough(article: Readable, dictionary: Dictionary): Looked {
  const { id, contentHash, publishedOn, blocks } = article;
  const text = textOf({ blocks });
  const starts = blockStarts(blocks);
  const mentions = citationsOf(article).map(({ resolvedFrom: _, ...mention }) => ({
    ...mention,
    block: mention.start < 0 ? -1 : blockAt(starts, mention.start),
  }));
  const bodies = namedIn(text, dictionary.entries);
  return { id, contentHash, publishedOn, dictionary: dictionary.hash, mentions, bodies };
}

/** Null when these bytes are no article. */
export function lookThroughFile(bytes: Uint8Array, dictionary: Dictionary): Looked | null {
  const parsed = ArticleFile.safeParse(jsonIn(bytes));
  return parsed.success ? lookThrough(parsed.data as Readable, dictionary) : null;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  } catch {
    // Whoever shows this article tells of it.
    return null;
  }
}
