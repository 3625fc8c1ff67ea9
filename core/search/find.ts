import type { Span } from '../span';
import { foldText, type FoldedText } from '../text/fold';
import { patternOf, type FindOptions } from './pattern';

export type { FindOptions } from './pattern';

export const PLAIN_FIND: FindOptions = { marks: 'auto', wholeSyllables: 'auto', matchCase: false };

/** For filters of short names: marks never count. */
export const LOOSE_FIND: FindOptions = { marks: 'loose', wholeSyllables: false, matchCase: false };

export interface Matcher {
  /** The places of a text that fit: UTF-16 offsets of whole characters, in order, never overlapping. */
  find(text: string | FoldedText): Span[];
}

/** Looks for words as Vietnamese readers expect it (domain rules of search); null when there is nothing to look for. */
export function createMatcher(query: string, options: FindOptions): Matcher | null {
  const wanted = foldText(query).text.trim();
  if (wanted === '') return null;
  const pattern = new RegExp(patternOf(wanted, options), 'gu');
  return {
    find(text) {
      const folded = typeof text === 'string' ? foldText(text) : text;
      const found: Span[] = [];
      let end = 0;
      for (const match of folded.text.matchAll(pattern)) {
        const span = folded.spanOf({ start: match.index, end: match.index + match[0].length });
        // A character of several units may fit more than once.
        if (span.start >= end) found.push(span);
        end = span.end;
      }
      return found;
    },
  };
}
