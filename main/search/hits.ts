import { blockAt } from '#core/article';
import type { FoundArticle, SearchHit } from '#core/calls/searching';
import { holds, placesIn, wantedWords, type WordsNode } from '#core/search/answer';
import { spansOf } from '#core/search/leaf';
import { snippetOf } from '#core/search/snippet';
import type { Span } from '#core/span';
import type { Found } from './library-search';
import type { Piece, Reading } from './readings';

/**
 * The places of the words in an article as it is now: the first `limit`, and how many there are. Null when the article does not
 * fit the query, so that the index that named it is not what the files say.
 */
export function hitsIn(reading: Reading, number: number, found: Found, limit: number): FoundArticle | null {
  const { id, pieces, starts } = reading;
  const { query, fields } = found;
  const text = pieces.at(-1)?.text ?? '';
  const citedBy = (nodes: readonly WordsNode[]): Span[] =>
    nodes.flatMap((node) => found.cited.get(node)?.spansIn(id, text) ?? []);
  const fits = holds(query, {
    filter: (filter) => found.filter(filter).has(number),
    words: (node) =>
      pieces.some(
        (piece) => node.fields.includes(piece.field) && spansOf(node.leaf, piece.scanned).length > 0,
      ) || citedBy([node]).length > 0,
  });
  if (!fits) return null;
  const words = wantedWords(query);
  const hits: SearchHit[] = [];
  let count = 0;
  if (words.length > 0) {
    for (const piece of pieces) {
      if (!fields.includes(piece.field)) continue;
      const places = placesIn(
        piece.scanned,
        piece.field,
        words,
        piece.where === 'text' ? citedBy(words) : [],
      );
      hits.push(
        ...places.slice(0, Math.max(0, limit - hits.length)).map((span) => hitAt(piece, span, starts)),
      );
      count += places.length;
    }
    if (count === 0 && found.ticked.fields !== undefined) return null;
  }
  return { articleId: id, count, hits };
}

const hitAt = (piece: Piece, span: Span, starts: readonly number[]): SearchHit => ({
  in: piece.where,
  start: span.start,
  end: span.end,
  ...snippetOf(piece.text, span),
  block: piece.where === 'text' ? blockAt(starts, span.start) : null,
  annotationId: piece.annotationId,
});
