// A text as words that know whether they stand in one run, and sets of phrases of words.
import type { MatchCopy } from '#core/recognise/match-copy';
import { SHORT_FIELDS } from './lexicon';

/** Offsets into the match copy. */
export interface Word {
  start: number;
  end: number;
  /** In lower case. */
  key: string;
  text: string;
  isCapital: boolean;
  /** Only spaces stand between it and the word before, and both are of one paragraph. */
  isJoined: boolean;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** What is written with marks inside and is one word nevertheless. The longer ones first. */
const WITH_MARKS = [...Object.keys(SHORT_FIELDS), 'T.Ư', 'T.W']
  .filter((word) => /[^\p{L}]/u.test(word))
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');
/** `26-HD/BTCTW`: the code of a body in a document's number is no mention of it. */
const CODE = String.raw`\d{1,5}(?:[/-][\p{L}\p{N}.]+)+`;
const WORD = new RegExp(
  String.raw`(?=[A-ZĐ])(?:${WITH_MARKS})(?![\p{L}\p{N}])|${CODE}|[\p{L}\p{M}\p{N}]+`,
  'gu',
);
const LINE_FEED = 10;
const SPACE = 32;
const MOST_SPACES = 3;

/** `original`: the text that `copy` was made of; there a line feed is told from a space. */
export function wordsIn(copy: MatchCopy, original: string): Word[] {
  const words: Word[] = [];
  const { lower } = copy;
  let before = 0;
  for (const { 0: text, index: start } of copy.text.matchAll(WORD)) {
    const end = start + text.length;
    const isJoined = words.length > 0 && isOneGap(copy, original, before, start);
    const key = lower.slice(start, end);
    const isCapital = key.charCodeAt(0) !== text.charCodeAt(0);
    words.push({ start, end, key, text, isCapital, isJoined });
    before = end;
  }
  return words;
}

function isOneGap(copy: MatchCopy, original: string, from: number, to: number): boolean {
  if (to - from > MOST_SPACES || to === from) return false;
  for (let at = from; at < to; at += 1) {
    if (copy.text.charCodeAt(at) !== SPACE || original.charCodeAt(copy.originOf(at)) === LINE_FEED)
      return false;
  }
  return true;
}

interface Node<T> {
  next: Map<string, Node<T>>;
  value: T | undefined;
}

/** Phrases of words and what each stands for; the longest one that begins at a word is found. */
export class PhraseMap<T> {
  private readonly root: Node<T> = { next: new Map(), value: undefined };

  constructor(entries: Iterable<readonly [words: readonly string[], value: T]>) {
    for (const [words, value] of entries) {
      let node = this.root;
      for (const word of words) {
        const next = node.next.get(word) ?? { next: new Map(), value: undefined };
        node.next.set(word, next);
        node = next;
      }
      node.value ??= value;
    }
  }

  /** @param joinsAll also phrases with marks between their words ("Phòng, chống") */
  at(words: readonly Word[], from: number, joinsAll = false): { value: T; end: number } | null {
    let node = this.root;
    let found: { value: T; end: number } | null = null;
    for (let at = from; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || (at > from && !joinsAll && !word.isJoined)) break;
      const next = node.next.get(word.key);
      if (next === undefined) break;
      node = next;
      if (node.value !== undefined) found = { value: node.value, end: at + 1 };
    }
    return found;
  }
}

/** The words of a phrase as `Word.key` has them. */
export const keysOf = (phrase: string): string[] => phrase.toLowerCase().match(WORD_KEY) ?? [];
const WORD_KEY = /[\p{L}\p{M}\p{N}]+/gu;
