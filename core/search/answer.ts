import type { Span } from '../span';
import { Bits } from './index/bits';
import type { Field } from './index/layout';
import { spansOf } from './leaf';
import type { Filter, QueryNode } from './query';
import { scannedText, type ScannedText } from './scan';

export type WordsNode = QueryNode & { is: 'words' };

/** The words of a query that articles shall have, without those that they shall not. */
export function wantedWords(query: QueryNode): WordsNode[] {
  if (query.is === 'words') return [query];
  if (query.is === 'all' || query.is === 'any') return query.parts.flatMap(wantedWords);
  return [];
}

/** All words that have to be looked up to answer a query. */
export function allWords(query: QueryNode): WordsNode[] {
  if (query.is === 'words') return [query];
  if (query.is === 'without') return allWords(query.part);
  return query.is === 'filter' ? [] : query.parts.flatMap(allWords);
}

/** The articles, by number, that the parts of a query stand for. */
export interface Sets {
  /** How many articles there are. */
  size: number;
  words: (node: WordsNode) => Bits;
  filter: (filter: Filter) => Bits;
}

/** The articles that fit a query. The set is the caller's own. */
export function articlesOf(query: QueryNode, sets: Sets): Bits {
  switch (query.is) {
    case 'words':
      return sets.words(query).sized(sets.size);
    case 'filter':
      return sets.filter(query.filter).sized(sets.size);
    case 'without': {
      const all = Bits.all(sets.size);
      all.removeAll(articlesOf(query.part, sets));
      return all;
    }
    case 'all':
    case 'any': {
      const [first, ...rest] = query.parts;
      const found = first === undefined ? new Bits(sets.size) : articlesOf(first, sets);
      for (const part of rest) {
        const other = articlesOf(part, sets);
        if (query.is === 'any') found.addAll(other);
        else found.keepAll(other);
      }
      return found;
    }
  }
}

/**
 * What an article fits at least that fits the query, when words are only known to stand there in some spelling: what shall
 * not stand there is left open.
 */
export function atLeast(query: QueryNode): QueryNode {
  switch (query.is) {
    case 'words':
    case 'filter':
      return query;
    case 'without':
      return { is: 'without', part: atMost(query.part) };
    case 'all':
    case 'any':
      return { is: query.is, parts: query.parts.map(atLeast) };
  }
}

const NOTHING: QueryNode = { is: 'any', parts: [] };

/** The other way round: what fits this fits the query. */
function atMost(query: QueryNode): QueryNode {
  switch (query.is) {
    case 'words':
      return NOTHING;
    case 'filter':
      return query;
    case 'without':
      return { is: 'without', part: atLeast(query.part) };
    case 'all':
    case 'any':
      return { is: query.is, parts: query.parts.map(atMost) };
  }
}

/** Whether one article fits a query, by what fits of its parts. */
export function holds(
  query: QueryNode,
  fits: { words: (node: WordsNode) => boolean; filter: (filter: Filter) => boolean },
): boolean {
  switch (query.is) {
    case 'words':
      return fits.words(query);
    case 'filter':
      return fits.filter(query.filter);
    case 'without':
      return !holds(query.part, fits);
    case 'all':
      return query.parts.every((part) => holds(part, fits));
    case 'any':
      return query.parts.some((part) => holds(part, fits));
  }
}

/** Where the words of a query stand in one text of a field, and `others` that are known: in order, none within another. */
export function placesIn(
  text: string | ScannedText,
  field: Field,
  words: readonly WordsNode[],
  others: readonly Span[] = [],
): Span[] {
  const scanned = typeof text === 'string' ? scannedText(text) : text;
  const spans = words
    .filter(({ fields }) => fields.includes(field))
    .flatMap(({ leaf }) => spansOf(leaf, scanned))
    .concat(others)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return spans.filter((span) => {
    if (span.start < end) return false;
    ({ end } = span);
    return true;
  });
}
