import { z } from 'zod';
import { Annotation } from '#core/annotation';
import { Article, ArticleFactsPatch, ArticleId } from '#core/article';
import { AnchorCounts, BodyEdit, ReadHow } from '#core/review';
import { call, Nothing } from './call';

const ArticleView = z.object({ article: Article, annotations: z.array(Annotation) });
export type ArticleView = z.infer<typeof ArticleView>;

/** A text that took the place of another; `before` is kept under revisions/. */
const Revised = z.object({ before: Article, after: Article, anchors: AnchorCounts });
export type Revised = z.infer<typeof Revised>;

/** A file as it came, for looking at it beside the text. TIFF pages come as PNG. */
export const OriginalView = z.object({
  name: z.string(),
  kind: z.enum(['pdf', 'pictures', 'text', 'other']),
  /** The PDF, or the pictures in order; empty for the other kinds. */
  files: z.array(z.custom<Uint8Array>((value) => value instanceof Uint8Array)),
  text: z.string().nullable(),
});
export type OriginalView = z.infer<typeof OriginalView>;

export const articleCalls = {
  'articles.get': call(z.object({ id: ArticleId }), ArticleView),
  'articles.update': call(
    z.object({ id: ArticleId, patch: ArticleFactsPatch }),
    z.object({ before: Article, after: Article }),
  ),
  'articles.remove': call(z.object({ ids: z.array(ArticleId).min(1) }), Nothing),
  'articles.restore': call(z.object({ ids: z.array(ArticleId).min(1) }), Nothing),
  /** Changes the text by hand. Refused with `revision-changed` when another revision has come meanwhile. */
  'articles.revise': call(
    z.object({ id: ArticleId, revision: z.int().positive(), edits: z.array(BodyEdit).min(1) }),
    Revised,
  ),
  /** Reads the original again, in another encoding. */
  'articles.reread': call(z.object({ id: ArticleId, how: ReadHow }), Revised),
  /** Brings an earlier revision back, as a new one. */
  'articles.revert': call(z.object({ id: ArticleId, to: z.int().positive() }), Revised),
  /** An earlier text of the article, or the present one. */
  'articles.revision': call(z.object({ id: ArticleId, revision: z.int().positive() }), Article),
  /** Says that the article is a copy of another one's story, or (null) that it is none. */
  'articles.setStory': call(z.object({ id: ArticleId, story: ArticleId.nullable() }), Article),
  'articles.original': call(z.object({ id: ArticleId }), OriginalView),
  /** Opens the original in the program that the system has for it, or shows it in its folder. */
  'articles.showOriginal': call(z.object({ id: ArticleId, as: z.enum(['open', 'reveal']) }), Nothing),
} as const;
