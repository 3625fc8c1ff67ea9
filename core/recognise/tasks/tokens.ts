// A sentence as syllables, numbers and marks, and tables of phrases to look up in them.
import type { Span } from '#core/span';

export interface Token extends Span {
  /** In lower case. */
  key: string;
  isCapital: boolean;
  /** `LĐLĐ`, `NHNN`: three capitals or more and nothing else. */
  isAcronym: boolean;
  /** One bit for each table of phrases that has one which begins so. */
  opens: number;
}

const SPACE = 0;
const MARK = 1;
const LETTER = 2;
const DIGIT = 3;

/** What a code unit is; half a character outside the basic plane counts as a mark. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const unit = String.fromCharCode(code);
  if (/\s/u.test(unit)) return SPACE;
  if (/\p{N}/u.test(unit)) return DIGIT;
  return /[\p{L}\p{M}]/u.test(unit) ? LETTER : MARK;
});

const kindAt = (text: string, at: number): number =>
  at < text.length ? (KINDS[text.charCodeAt(at)] ?? MARK) : SPACE;

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
    at = kind === LETTER || kind === DIGIT ? Math.min(wordEnd(lower, at), span.end) : at + 1;
    if (kind === SPACE) continue;
    const key = lower.slice(start, at);
    const isCapital = text.charCodeAt(start) !== lower.charCodeAt(start);
    const isAcronym = isCapital && at - start >= 3 && kind === LETTER && isUpper(text, lower, start, at);
    tokens.push({ start, end: at, key, isCapital, isAcronym, opens: OPENS.get(key) ?? 0 });
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
    while (kindAt(lower, at) >= LETTER) at += 1;
    const joint = lower[at];
    const next = kindAt(lower, at + 1);
    const isJoint =
      joint === '/' || joint === '-' ? next >= LETTER : (joint === '.' || joint === ',') && next === DIGIT;
    if (!isJoint) return joint === '%' ? at + 1 : at;
    at += 1;
  }
}

/** Most syllables begin no phrase of most tables: looked up once for all of them. At most 31 tables. */
const OPENS = new Map<string, number>();
let tables = 0;

interface Node<T> {
  next: Map<string, Node<T>>;
  value: T | null;
}

/** Phrases with what each of them means, found by their syllables. */
export class PhraseTable<T> {
  private readonly root: Node<T> = { next: new Map(), value: null };
  private readonly bit: number;

  /** Lists of phrases in lower case, parted by commas; where a phrase stands in two of them the first counts. */
  constructor(lists: readonly (readonly [T, string])[]) {
    this.bit = 1 << tables;
    tables += 1;
    for (const [value, list] of lists) {
      for (const phrase of list.split(',')) this.add(phrase.trim().split(/\s+/), value);
    }
  }

  private add(words: readonly string[], value: T): void {
    const [first = ''] = words;
    OPENS.set(first, (OPENS.get(first) ?? 0) | this.bit);
    let node = this.root;
    for (const word of words) {
      const next = node.next.get(word) ?? { next: new Map(), value: null };
      node.next.set(word, next);
      node = next;
    }
    node.value ??= value;
  }

  /** The longest phrase that begins at `at`, and how many tokens it has. */
  longestAt(tokens: readonly Token[], at: number): { value: T; length: number } | null {
    if (((tokens[at]?.opens ?? 0) & this.bit) === 0) return null;
    let node = this.root;
    let longest = null;
    for (let index = at; index < tokens.length; index += 1) {
      const next = node.next.get(tokens[index]?.key ?? '');
      if (next === undefined) break;
      node = next;
      if (node.value !== null) longest = { value: node.value, length: index + 1 - at };
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
