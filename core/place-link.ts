import { z } from 'zod';
import { ArticleId } from '#core/article';

/** The scheme by which the system hands links to the program. */
export const LINK_SCHEME = 'doi-chieu';

/** A paragraph by its index in a revision of an article. */
export const PlaceLink = z.object({
  articleId: ArticleId,
  revision: z.int().positive(),
  block: z.int().nonnegative(),
});
export type PlaceLink = z.infer<typeof PlaceLink>;

const FORM = /^(?:.*\s)?doi-chieu:\/\/([0-9a-f]{16})\/doan\/(\d{1,9})\/?\?r=(\d{1,9})$/iu;

/** A link that leads back to a paragraph. It counts paragraphs from 1, as the reader does. */
export const placeLink = ({ articleId, revision, block }: PlaceLink): string =>
  `${LINK_SCHEME}://${articleId}/doan/${block + 1}?r=${revision}`;

/** What a link names that stands at the end of a line of text, as `linkForms` writes it; null when none does. */
export function parsePlaceLink(text: string): PlaceLink | null {
  const parts = FORM.exec(text.trim());
  if (parts === null) return null;
  const [, articleId = '', number, revision] = parts;
  const link = { articleId: articleId.toLowerCase(), revision: Number(revision), block: Number(number) - 1 };
  return PlaceLink.safeParse(link).data ?? null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter] ?? letter);

/** A link with the words that say where it leads, as text and as HTML. `words` name the paragraph and the article. */
export function linkForms(link: PlaceLink, words: string): { text: string; html: string } {
  const address = placeLink(link);
  return { text: `${words} ${address}`, html: `<a href="${address}">${escaped(words)}</a>` };
}
