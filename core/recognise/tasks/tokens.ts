// A sentence as syllables, numbers and marks, and tables of phrases to look up in them.
import type { Span } from '#core/span';

export interface Token extends Span {
  /** In lower case. */
  key: string;
  isCapital: boolean;
}

/** `30/6`, `6,5`, `03-CT/TW` and `kinh tế-xã` stay whole; every other mark is a token of its own. */
const TOKEN =
  /[\p{L}\p{M}\p{N}]+(?:(?:[/-](?=[\p{L}\p{N}])|[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*%?|[^\s\p{L}\p{N}]/gu;
const CAPITAL = /^\p{Lu}/u;

/** Tokens of a part of `text`; `lower` is the same text in lower case. */
export function tokensOf(text: string, lower: string, { start, end }: Span): Token[] {
  return Array.from(text.slice(start, end).matchAll(TOKEN), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    key: lower.slice(start + index, start + index + word.length),
    isCapital: CAPITAL.test(word),
  }));
}

interface Node {
  next: Map<string, Node>;
  isEnd: boolean;
}

/** A set of phrases, found by their syllables. */
export class Phrases {
  private readonly root: Node = { next: new Map(), isEnd: false };

  /** @param list phrases in lower case, parted by commas */
  constructor(list: string) {
    for (const phrase of list.split(',')) {
      const words = phrase.trim().split(/\s+/);
      let node = this.root;
      for (const word of words) {
        const next = node.next.get(word) ?? { next: new Map(), isEnd: false };
        node.next.set(word, next);
        node = next;
      }
      node.isEnd = true;
    }
  }

  /** How many tokens the longest phrase at `at` has; 0 without one. */
  lengthAt(tokens: readonly Token[], at: number): number {
    let node = this.root;
    let length = 0;
    for (let index = at; index < tokens.length; index += 1) {
      const next = node.next.get(tokens[index]?.key ?? '');
      if (next === undefined) break;
      node = next;
      if (node.isEnd) length = index + 1 - at;
    }
    return length;
  }
}
