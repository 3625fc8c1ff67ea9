import type { ArticleFacts, ArticleFactsPatch } from '#core/article';
import { Refusal } from '#core/refusal';

/** The article with corrected facts. A date that a person gives is confirmed by that. */
export function withFacts<A extends ArticleFacts>(article: A, patch: ArticleFactsPatch): A {
  const { publishedOn } = patch;
  const dateChanged = publishedOn !== undefined && publishedOn !== article.publishedOn;
  const confidence = publishedOn === null ? ('none' as const) : ('confirmed' as const);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const changed: A = { ...article, ...(dateChanged && { dateConfidence: confidence }), ...given };
  const title = changed.title.normalize('NFC').trim();
  if (title === '') throw new Refusal('bad-input', { detail: 'title' });
  return { ...changed, title };
}
