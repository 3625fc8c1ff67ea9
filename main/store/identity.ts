import { createHash } from 'node:crypto';
import { textOf, type ArticleDraft, type ArticleId } from '#core/article';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Articles with the same title and text are the same article. */
export function contentHashOf(draft: Pick<ArticleDraft, 'title' | 'blocks'>): string {
  return sha256(`${draft.title}\n${textOf(draft)}`);
}

/** An article is named by the content of its first revision. */
export function idOfHash(contentHash: string): ArticleId {
  return contentHash.slice(0, 16);
}
