import type { ArticleId } from '#core/article';
import type { DirectiveId } from '#core/directive';
import type { Bits } from '#core/search/index/bits';
import { isNamed, type NamedDocument } from '#core/search/named-document';
import type { Span } from '#core/span';
import type { MentioningArticle } from '#core/register';
import type { Lists } from '../recognising/lists';
import type { ArticleFacts } from './article-facts';

/** The documents that a query names, as the library's articles cite them. */
export interface CitedDocument {
  /** By their numbers. */
  articles: Bits;
  /** Where an article with this text cites one of them, in order. */
  spansIn(id: ArticleId, text: string): Span[];
}

const byId = new WeakMap<readonly MentioningArticle[], ReadonlyMap<ArticleId, MentioningArticle>>();

function mentioning(articles: readonly MentioningArticle[], id: ArticleId): MentioningArticle | undefined {
  const known = byId.get(articles) ?? new Map(articles.map((article) => [article.id, article]));
  byId.set(articles, known);
  return known.get(id);
}

/** Null when no article is known to cite such a document. */
export function citedDocument(named: NamedDocument, lists: Lists, facts: ArticleFacts): CitedDocument | null {
  const { rows, belongings } = lists.register();
  const documents = new Set<DirectiveId>();
  const wanted: ArticleId[] = [];
  for (const { id, canonical, aliases, articles } of rows) {
    if (!isNamed(named, [canonical, ...aliases])) continue;
    documents.add(id);
    for (const article of articles) wanted.push(article);
  }
  if (wanted.length === 0) return null;
  return {
    articles: facts.among(wanted),
    spansIn(id, text) {
      const found = mentioning(lists.citing(), id);
      if (found === undefined) return [];
      const owners = belongings(found);
      return found.mentions
        .filter((_, at) => documents.has(owners[at]?.id ?? ''))
        .filter((mention) => text.slice(mention.start, mention.end) === mention.text)
        .map(({ start, end }) => ({ start, end }));
    },
  };
}
