// A sentence as syllables, numbers and marks, and tables of phrases to look up in them.
import type { Span } from '#core/span';

/** What is known of a word wherever it stands. */
interface Word {
  /** In lower case. */
  readonly key: string;
  /** One bit for each table of phrases that has one which begins so: those of the first tables, and of the next ones. */
  opens: number;
  opensNext: number;
  /** Of these tables what may follow the word. */
  readonly nodes: Map<PhraseTable<unknown>, Node<unknown>> | null;
  /** One bit for each cue that the word may be one of. */
  cues: number;
  /** Letters and nothing else. */
  readonly isPlain: boolean;
}

export interface Token extends Span {
  /** In lower case. */
  key: string;
  word: Word;
  isCapital: boolean;
  /** `LĐLĐ`, `NHNN`: three capitals or more and nothing else. */
  isAcronym: boolean;
}

const SPACE = 0;
const MARK = 1;
/** Marks that may join two words, or two numbers. */
const JOINS_WORDS = 2;
const JOINS_NUMBERS = 3;
const LETTER = 4;
const DIGIT = 5;

/** What a code unit is; half a character outside the basic plane counts as a mark. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const unit = String.fromCharCode(code);
  if (/\s/u.test(unit)) return SPACE;
  if (/\p{N}/u.test(unit)) return DIGIT;
  if (/[\p{L}\p{M}]/u.test(unit)) return LETTER;
  return /[/-]/.test(unit) ? JOINS_WORDS : /[.,]/.test(unit) ? JOINS_NUMBERS : MARK;
});
const PERCENT = 0x25;

/** Behind the text there is a mark. */
const kindAt = (text: string, at: number): number =>
  at < text.length ? (KINDS[text.charCodeAt(at)] ?? MARK) : MARK;

/**
 * Tokens of a part of `text`; `lower` is the same text in lower case. `30/6`, `6,5`, `95%` and `03-CT/TW` stay whole; every
 * other mark is a token of its own.
 */
export function tokensOf(text: string, lower: string, span: Span): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  while (at < span.end) {
    const kind = kindAt(lower, at);
    const start = at;
    at = kind >= LETTER ? Math.min(wordEnd(lower, at), span.end) : at + 1;
    if (kind === SPACE) continue;
    const word = wordAt(lower, start, at);
    const isCapital = text.charCodeAt(start) !== lower.charCodeAt(start);
    const isAcronym = isCapital && at - start >= 3 && kind === LETTER && isUpper(text, lower, start, at);
    tokens.push({ start, end: at, key: word.key, word, isCapital, isAcronym });
  }
  return tokens;
}

function isUpper(text: string, lower: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) === lower.charCodeAt(at)) return false;
  }
  return true;
}

function wordEnd(lower: string, start: number): number {
  let at = start + 1;
  for (;;) {
    let kind = kindAt(lower, at);
    while (kind >= LETTER) kind = kindAt(lower, ++at);
    if (kind === SPACE) return at;
    const isJoint =
      (kind === JOINS_WORDS && kindAt(lower, at + 1) >= LETTER) ||
      (kind === JOINS_NUMBERS && kindAt(lower, at + 1) === DIGIT);
    if (!isJoint) return lower.charCodeAt(at) === PERCENT ? at + 1 : at;
    at += 1;
  }
}

/** The words of the tables of phrases and of the cues. */
const KNOWN = new Map<string, Word>();

const newWord = (key: string, nodes: Word['nodes'], cues: number): Word => ({
  key,
  opens: 0,
  opensNext: 0,
  nodes,
  cues,
  isPlain: /^\p{L}+$/u.test(key),
});

function known(key: string): Word {
  const word = KNOWN.get(key) ?? newWord(key, new Map(), 0);
  KNOWN.set(key, word);
  return word;
}

/** The words that were read last, by their letters: many times the syllables of the language. */
const RECENT: (Word | undefined)[] = Array.from({ length: 1 << 15 });

/** Most words come again and again: they are neither cut out of the text nor looked up twice. */
function wordAt(lower: string, start: number, end: number): Word {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + lower.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (RECENT.length - 1);
  const recent = RECENT[slot];
  if (recent !== undefined && isAt(lower, start, end, recent.key)) return recent;
  const key = lower.slice(start, end);
  const word = KNOWN.get(key) ?? newWord(key, null, cuesOfOther(key));
  RECENT[slot] = word;
  return word;
}

function isAt(lower: string, start: number, end: number, key: string): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at += 1) {
    if (key.charCodeAt(at) !== lower.charCodeAt(start + at)) return false;
  }
  return true;
}

const ANY_NUMBER = 1;
let cues = 1;

/** What is written with marks or digits between its letters may hold any word. */
function cuesOfOther(key: string): number {
  if (/^(?:\p{L}+|[^\p{L}\p{N}])$/u.test(key)) return 0;
  return /[\p{L}\p{M}]/u.test(key) ? -1 : ANY_NUMBER;
}

/** The cues of a sentence: what `Cue.isIn` asks for. */
export function cuesOf(tokens: readonly Token[]): number {
  let found = 0;
  for (const { word } of tokens) found |= word.cues;
  return found;
}

/** Words and marks of which a pattern needs one to match: most sentences have none of them. */
export class Cue {
  private readonly bit: number = 1 << cues;

  /** @param words in lower case, parted by spaces */
  constructor(words: string) {
    cues += 1;
    for (const word of words.split(' ')) known(word).cues |= this.bit;
  }

  isIn(found: number): boolean {
    return (found & this.bit) !== 0;
  }
}

/** Whether a number stands in a sentence. */
export const hasNumber = (found: number): boolean => (found & ANY_NUMBER) !== 0;

interface Phrase<T> {
  readonly value: T;
  /** In tokens. */
  readonly length: number;
}

interface Node<T> {
  next: Map<Word, Node<T>> | null;
  /** What ends here. */
  phrase: Phrase<T> | null;
}

let tables = 0;

/** Phrases with what each of them means, found by their syllables. */
export class PhraseTable<T> {
  /** One bit in one of them: most words begin no phrase of most tables. */
  private readonly bit = tables < 32 ? 1 << tables : 0;
  private readonly nextBit = tables < 32 ? 0 : 1 << (tables - 32);

  /** Lists of phrases in lower case, parted by commas; where a phrase stands in two of them the first counts. */
  constructor(lists: readonly (readonly [T, string])[]) {
    tables += 1;
    for (const [value, list] of lists) {
      for (const phrase of list.split(',')) this.add(phrase.trim().split(/\s+/), value);
    }
  }

  private add([first = '', ...rest]: readonly string[], value: T): void {
    const opening = known(first);
    opening.opens |= this.bit;
    opening.opensNext |= this.nextBit;
    let node = (opening.nodes?.get(this) ?? { next: null, phrase: null }) as Node<T>;
    opening.nodes?.set(this, node);
    for (const word of rest) {
      node.next ??= new Map();
      const next: Node<T> = node.next.get(known(word)) ?? { next: null, phrase: null };
      node.next.set(known(word), next);
      node = next;
    }
    node.phrase ??= { value, length: rest.length + 1 };
  }

  /** The longest phrase that begins at `at`. */
  longestAt(tokens: readonly Token[], at: number): Phrase<T> | null {
    const word = tokens[at]?.word;
    if (word === undefined || ((word.opens & this.bit) | (word.opensNext & this.nextBit)) === 0) return null;
    let node = word.nodes?.get(this) as Node<T> | undefined;
    let longest: Phrase<T> | null = null;
    for (let index = at + 1; node !== undefined; index += 1) {
      longest = node.phrase ?? longest;
      const next = tokens[index];
      if (node.next === null || next === undefined) break;
      node = node.next.get(next.word);
    }
    return longest;
  }
}

/** A set of phrases. */
export class Phrases {
  private readonly table: PhraseTable<true>;

  /** @param list phrases in lower case, parted by commas */
  constructor(list: string) {
    this.table = new PhraseTable([[true, list]]);
  }

  /** How many tokens the longest phrase at `at` has; 0 without one. */
  lengthAt(tokens: readonly Token[], at: number): number {
    return this.table.longestAt(tokens, at)?.length ?? 0;
  }

  isIn(tokens: readonly Token[]): boolean {
    for (let at = 0; at < tokens.length; at += 1) if (this.lengthAt(tokens, at) > 0) return true;
    return false;
  }
}
