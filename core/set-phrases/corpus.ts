// The syllables of many articles in a row, as numbers.
import { isFunctionSyllable } from '#core/align/function-syllables';
import { isWord, tokensOf } from '#core/align/tokens';

/** Numbers in an array that grows. */
export class Ints {
  data: Int32Array;
  length = 0;

  constructor(room = 1024) {
    this.data = new Int32Array(room);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.data);
      this.data = longer;
    }
    this.data[this.length++] = value;
  }

  done(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}

export interface Corpus {
  /** Syllables by number, the same for all ways to write them; `END` where a sentence or a paragraph ends. */
  ids: Int32Array;
  /** Offsets of each syllable in its article's text. */
  starts: Int32Array;
  ends: Int32Array;
  /** Where each article begins, and the end of the last one. */
  firsts: Int32Array;
  /** The syllables by their numbers, folded. */
  keys: readonly string[];
  /** By number: 1 for those that say little by themselves. */
  isFunction: Uint8Array;
}

export const END = -1;
const SENTENCE_END = /[.!?…;]/u;
const LINE_FEED = 10;

export function corpusOf(texts: Iterable<string>): Corpus {
  const [ids, starts, ends, firsts] = [new Ints(), new Ints(), new Ints(), new Ints()];
  const known = new Map<string, number>();
  const end = (): void => {
    if (ids.length === 0 || ids.data[ids.length - 1] === END) return;
    ids.push(END);
    starts.push(0);
    ends.push(0);
  };
  for (const text of texts) {
    firsts.push(ids.length);
    for (const token of tokensOf(text)) {
      if (isWord(token)) {
        const id = known.get(token.key) ?? known.size;
        known.set(token.key, id);
        ids.push(id);
        starts.push(token.start);
        ends.push(token.end);
      } else if (SENTENCE_END.test(token.key) || hasLineFeed(text, token.start, token.end)) end();
    }
    end();
  }
  firsts.push(ids.length);
  const keys = [...known.keys()];
  return {
    ids: ids.done(),
    starts: starts.done(),
    ends: ends.done(),
    firsts: firsts.done(),
    keys,
    isFunction: Uint8Array.from(keys, (key) => Number(isFunctionSyllable(key))),
  };
}

function hasLineFeed(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === LINE_FEED) return true;
  return false;
}
