import { blockAt } from '#core/article';
import type { FoundArticle, SearchHit } from '#core/calls/searching';
import { holds, placesIn, wantedWords, type WordsNode } from '#core/search/answer';
import { FIELDS, type Field } from '#core/search/index/layout';
import { spansOf } from '#core/search/leaf';
import { snippetOf } from '#core/search/snippet';
import type { Span } from '#core/span';
import type { Found, Proposed } from './found';
import type { Piece, Reading } from './readings';

/**
 * The places of the words in an article as it is now: the first `limit`, and how many there are. Null when the article does not
 * fit the query, so that the index that named it is not what the files say.
 */
export function hitsIn(reading: Reading, number: number, found: Found, limit: number): FoundArticle | null {
  const { id, pieces, starts } = reading;
  const { query, fields } = found;
  const citedBy = (nodes: readonly WordsNode[]): Span[] => citations(nodes, reading, found);
  if (!fits(reading, number, found)) return null;
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

const citations = (nodes: readonly WordsNode[], { id, pieces }: Reading, { cited }: Proposed): Span[] =>
  nodes.flatMap((node) => cited.get(node)?.spansIn(id, pieces.at(-1)?.text ?? '') ?? []);

/** Whether an article as it is now fits the query. */
export function fits(reading: Reading, number: number, proposed: Proposed): boolean {
  return holds(proposed.query, {
    filter: (filter) => proposed.filter(filter).has(number),
    words: (node) => isIn(node, reading, FIELDS) || citations([node], reading, proposed).length > 0,
  });
}

/** Whether words stand in one of these fields of an article. */
export const isIn = (node: WordsNode, { pieces }: Reading, fields: readonly Field[]): boolean =>
  pieces.some(
    (piece) =>
      fields.includes(piece.field) &&
      node.fields.includes(piece.field) &&
      spansOf(node.leaf, piece.scanned).length > 0,
  );

const hitAt = (piece: Piece, span: Span, starts: readonly number[]): SearchHit => ({
  in: piece.where,
  start: span.start,
  end: span.end,
  ...snippetOf(piece.text, span),
  block: piece.where === 'text' ? blockAt(starts, span.start) : null,
  annotationId: piece.annotationId,
});
