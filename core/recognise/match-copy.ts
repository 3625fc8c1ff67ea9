// One spelling for all ways to write the same words, for rules that are written in plain, composed Vietnamese.
import { lowerCopy } from '#core/recognise/lower';
import type { Span } from '#core/span';
import { toneOnFirstVowel } from '#core/text/normalise';

const MARK = /[\u0300-\u036f]/;
const LETTER_WITH_MARKS = /[^\u0300-\u036f][\u0300-\u036f]+/g;
/** What `\s` matches besides the space; said so, it is found several times faster. */
const ODD_SPACE = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;
const ODD_DASH = /[\u2010-\u2015\u2212]/g;

/** A text to match rules against, and the way back to the original. */
export class MatchCopy {
  private small: string | undefined;

  /**
   * @param origins where each unit of the whole copy stands in `original`, and the original's length; null when nothing moved
   * @param base where `text` begins in the whole copy
   */
  constructor(
    readonly original: string,
    readonly text: string,
    private readonly origins: Uint32Array | null,
    private readonly base = 0,
    lower?: string,
  ) {
    this.small = lower;
  }

  /** `text` in lower case, with the same offsets. */
  get lower(): string {
    return (this.small ??= lowerCopy(this.text));
  }

  /** Offset in the original of an offset into `text`. */
  originOf(offset: number): number {
    return this.origins === null ? this.base + offset : (this.origins[this.base + offset] ?? 0);
  }

  /** Offset into `text` of what stands in the original at `origin`. */
  offsetOf(origin: number): number {
    if (this.origins === null) return origin - this.base;
    let low = 0;
    let high = this.origins.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.origins[middle] ?? Infinity) < origin) low = middle + 1;
      else high = middle;
    }
    return low - this.base;
  }

  /** The part of the original that a part of `text` stands for. */
  spanOf(start: number, end: number): Span {
    return { start: this.originOf(start), end: this.originOf(end) };
  }

  /** That part with its words, as the original has them. */
  wordsOf(start: number, end: number): Span & { text: string } {
    const [from, to] = [this.originOf(start), this.originOf(end)];
    return { start: from, end: to, text: this.original.slice(from, to) };
  }

  /** What stands for a part of the original: `text` is shorter, the way back is the same. */
  part(start: number, end: number): MatchCopy {
    const [from, to] = [this.offsetOf(start), this.offsetOf(end)];
    const lower = this.lower.slice(from, to);
    return new MatchCopy(this.original, this.text.slice(from, to), this.origins, this.base + from, lower);
  }

  /** The copy of `head`, a line feed and this text. */
  after(head: string): MatchCopy {
    const first = matchCopy(head);
    const original = `${head}\n${this.original}`;
    const text = `${first.text} ${this.text}`;
    const lower = `${first.lower} ${this.lower}`;
    if (first.origins === null && this.origins === null) return new MatchCopy(original, text, null, 0, lower);
    const origins = Uint32Array.from({ length: text.length + 1 }, (_, offset) =>
      offset <= first.text.length
        ? first.originOf(offset)
        : head.length + 1 + this.originOf(offset - first.text.length - 1),
    );
    return new MatchCopy(original, text, origins, 0, lower);
  }
}

/**
 * The text in NFC with Đ for Ð, `-` for every dash, a plain space for every white space and line feed, and tones on the
 * first vowel (`khóa`, `ủy`). Case stays. Unless letters have to be composed, no offset moves.
 */
export function matchCopy(text: string): MatchCopy {
  const { composed, origins } = MARK.test(text) ? compose(text) : { composed: text, origins: null };
  const plain = composed
    .replace(ODD_SPACE, ' ')
    .replace(ODD_DASH, '-')
    .replace(/[\u00d0\u0189]/g, 'Đ')
    .replace(/\u00f0/g, 'đ');
  return new MatchCopy(text, toneOnFirstVowel(plain), origins);
}

function compose(text: string): { composed: string; origins: Uint32Array } {
  const pieces: string[] = [];
  const origins = new Uint32Array(text.length + 1);
  let count = 0;
  let from = 0;
  const keep = (piece: string, at: number): void => {
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) origins[count + index] = at + index;
    count += piece.length;
  };
  for (const { 0: letter, index } of text.matchAll(LETTER_WITH_MARKS)) {
    keep(text.slice(from, index), from);
    const one = letter.normalize('NFC');
    // A few marks come apart when normalised; a text may not grow.
    keep(one.length > letter.length ? letter : one, index);
    from = index + letter.length;
  }
  keep(text.slice(from), from);
  origins[count] = text.length;
  return { composed: pieces.join(''), origins: origins.subarray(0, count + 1) };
}
