import type { ArticleId } from '#core/article';
import type { DirectiveId } from '#core/directive';
import type { FoundCitation } from '#core/recognise/found';

/**
 * A citation as the register needs it. `block`: the index of the article's block in which it begins, -1 in
 * the dek, where offsets are negative; `directive`: the
 * document that a person says it cites.
 */
export type Mention = Omit<FoundCitation, 'resolvedFrom'> & { block: number; directive?: DirectiveId };

/** An article with what it cites, in the order of reading. */
export interface MentioningArticle {
  id: ArticleId;
  publishedOn: string | null;
  mentions: readonly Mention[];
}
