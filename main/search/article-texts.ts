import { z } from 'zod';
import type { IndexedArticle } from '#core/search/index/builder';

/** As much of an article's files as is searched: a full look at them takes longer than indexing does. */
const ArticleFile = z.object({
  id: z.string(),
  title: z.string(),
  dek: z.string().nullable(),
  blocks: z.array(z.object({ text: z.string() })),
});
const AnnotationsFile = z.object({ annotations: z.array(z.object({ note: z.string() })) });

/** The files of one article. */
export interface ArticleBytes {
  id: string;
  /** 16 ASCII characters that change with the files. */
  stamp: string;
  article: Uint8Array;
  /** Null where nothing was ever annotated. */
  annotations: Uint8Array | null;
}

/** Null when these bytes are no article: whoever shows it tells of it. */
export function textsOf({ id, stamp, article, annotations }: ArticleBytes): IndexedArticle | null {
  const read = ArticleFile.safeParse(jsonIn(article));
  if (!read.success || read.data.id !== id) return null;
  const { title, dek, blocks } = read.data;
  const notes = annotations === null ? null : AnnotationsFile.safeParse(jsonIn(annotations));
  return {
    id,
    stamp,
    fields: {
      title: dek === null ? [title] : [title, dek],
      text: [blocks.map(({ text }) => text).join('\n')],
      note: notes?.success === true ? notes.data.annotations.map(({ note }) => note) : [],
    },
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  } catch {
    return null;
  }
}
