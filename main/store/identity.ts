import { createHash } from 'node:crypto';
import { textOf, type ArticleDraft, type ArticleId } from '#core/article';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Articles with the same title and text are the same article. */
export function contentHashOf(draft: Pick<ArticleDraft, 'title' | 'blocks'>): string {
  return sha256(`${draft.title}\n${textOf(draft)}`);
}

/**
 * An article is named by the content of its first revision. `taken` counts the articles that have the name already: there
 * may be two of one content, when a person wants two, or when the first of them has another text by now.
 */
export function idOfHash(contentHash: string, taken = 0): ArticleId {
  const name = taken === 0 ? contentHash : sha256(`${contentHash} ${taken}`);
  return name.slice(0, 16);
}
