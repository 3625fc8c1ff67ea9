import { blockAt, blockStarts, textOf } from '#core/article';
import type { FoundArticle, SearchHit } from '#core/calls/searching';
import type { ArticleView } from '#core/contract';
import { holds, placesIn, wantedWords, type WordsNode } from '#core/search/answer';
import type { Field } from '#core/search/index/layout';
import { spansOf } from '#core/search/leaf';
import { scannedText, type ScannedText } from '#core/search/scan';
import { snippetOf } from '#core/search/snippet';
import type { Span } from '#core/span';
import type { Found } from './library-search';

/** One text of an article, cut into words. */
interface Piece {
  field: Field;
  in: SearchHit['in'];
  annotationId: SearchHit['annotationId'];
  scanned: ScannedText;
}

/** In the order of the hits: what people wrote stands before what they read. */
function piecesOf({ article, annotations }: ArticleView): Piece[] {
  const piece = (field: Field, place: SearchHit['in'], text: string, annotationId: string | null = null) => ({
    ...{ field, in: place, annotationId },
    scanned: scannedText(text),
  });
  return [
    piece('title', 'title', article.title),
    ...(article.dek === null ? [] : [piece('title', 'dek', article.dek)]),
    ...annotations.filter(({ note }) => note !== '').map(({ id, note }) => piece('note', 'note', note, id)),
    piece('text', 'text', textOf(article)),
  ];
}

/**
 * The places of the words in an article as it is now: the first `limit`, and how many there are. Null when the article does not
 * fit the query, so that the index that named it is not what the files say.
 */
export function hitsIn(view: ArticleView, number: number, found: Found, limit: number): FoundArticle | null {
  const { query, fields } = found;
  const pieces = piecesOf(view);
  const citedBy = (nodes: readonly WordsNode[]): Span[] =>
    nodes.flatMap((node) => found.cited.get(node)?.spansIn(view.article) ?? []);
  const fits = holds(query, {
    filter: (filter) => found.filter(filter).has(number),
    words: (node) =>
      pieces.some(
        ({ field, scanned }) => node.fields.includes(field) && spansOf(node.leaf, scanned).length > 0,
      ) || citedBy([node]).length > 0,
  });
  if (!fits) return null;
  const words = wantedWords(query);
  const starts = blockStarts(view.article.blocks);
  const hits: SearchHit[] = [];
  let count = 0;
  for (const piece of pieces) {
    if (!fields.includes(piece.field)) continue;
    const places = placesIn(piece.scanned, piece.field, words, piece.in === 'text' ? citedBy(words) : []);
    hits.push(...places.slice(0, Math.max(0, limit - hits.length)).map((span) => hitAt(piece, span, starts)));
    count += places.length;
  }
  if (count === 0 && words.length > 0 && found.ticked.fields !== undefined) return null;
  return { articleId: view.article.id, count, hits };
}

const hitAt = (piece: Piece, span: Span, starts: readonly number[]): SearchHit => ({
  in: piece.in,
  start: span.start,
  end: span.end,
  ...snippetOf(piece.scanned.text, span),
  block: piece.in === 'text' ? blockAt(starts, span.start) : null,
  annotationId: piece.annotationId,
});
