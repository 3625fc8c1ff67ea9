// One form for all spellings of the same words, and the way back from it to the original text.
//
// In the folded text NFD, half-composed and NFC are the same; so are the old and the new place of a tone mark (every vowel
// of a run carries its tone: `hoà` and `hòa` are both `hòà`), all kinds of white space, of hyphens and of quotes, and ð and đ.
// Case, hats, horns and tones stay: whoever searches says which of them count.

import type { Span } from '../span';

/** Everything above this is parted by the runtime's own rules for what a reader takes for one character. */
const TABLE_SIZE = 0x2c00;
const FIRST_MARK = 0x300;
const LAST_MARK = 0x36f;

const PLAIN = 0;
const VOWEL = 1;
const SPACE = 2;
/** Shows nothing and parts nothing, such as a soft hyphen. */
const HIDDEN = 3;
const MARK = 4;
/** Belongs to a script or a symbol whose characters may be several code points. */
const OTHER = 5;

const VOWELS = Array.from('aăâeêioôơuưyAĂÂEÊIOÔƠUƯY');
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

const HYPHENS = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
const DOUBLE_QUOTES = '“”„‟″';
const SINGLE_QUOTES = '‘’‚‛′ʼ';

/** By code unit: what it is, what it folds to, and of vowels the tone and the vowel as indices. */
const kinds = new Uint8Array(TABLE_SIZE);
const units = new Uint16Array(TABLE_SIZE);
const toneOf = new Uint8Array(TABLE_SIZE);
const vowelOf = new Uint8Array(TABLE_SIZE);
/** Every vowel with every tone. */
const toned = VOWELS.map((vowel) => TONES.map((tone) => unitOf(vowel + tone)));

function unitOf(text: string): number {
  return text.normalize('NFC').charCodeAt(0);
}

function fillTables(): void {
  for (let code = 0; code < TABLE_SIZE; code += 1) {
    const character = String.fromCharCode(code);
    const isMark = code >= FIRST_MARK && code <= LAST_MARK;
    const known = code < FIRST_MARK || (code >= 0x1e00 && code < 0x1f00) || code >= 0x2000;
    units[code] = unitOf(character);
    if (isMark) kinds[code] = MARK;
    else if (/\s/u.test(character)) kinds[code] = SPACE;
    else if (!known || /\p{M}|\u200c|\u200d/u.test(character)) kinds[code] = OTHER;
    else if (/\p{Cf}/u.test(character)) kinds[code] = HIDDEN;
  }
  const same = (characters: string, one: string): void => {
    for (const character of characters) units[character.charCodeAt(0)] = one.charCodeAt(0);
  };
  same(HYPHENS, '-');
  same(DOUBLE_QUOTES, '"');
  same(SINGLE_QUOTES, "'");
  same('ð', 'đ');
  same('ÐƉ', 'Đ');
  for (const [vowel, ofVowel] of toned.entries()) {
    for (const [tone, unit] of ofVowel.entries()) {
      kinds[unit] = VOWEL;
      vowelOf[unit] = vowel;
      toneOf[unit] = tone;
    }
  }
}
fillTables();

const kindOf = (code: number): number => (code < TABLE_SIZE ? (kinds[code] ?? OTHER) : OTHER);

/** A letter with one mark by `letter * 256 + mark`; 0 where Unicode has no such letter. */
const composed = new Map<number, number>();

function compose(letter: number, mark: number): number {
  const key = letter * 256 + (mark - FIRST_MARK);
  const known = composed.get(key);
  if (known !== undefined) return known;
  const both = String.fromCharCode(letter, mark).normalize('NFC');
  const unit = both.length === 1 ? both.charCodeAt(0) : 0;
  composed.set(key, unit);
  return unit;
}

const clusters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A folded text and where each of its code units stands in the original. */
export class FoldedText {
  constructor(
    readonly text: string,
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
  ) {}

  /** The part of the original that some folded units stand for: whole characters, as a reader counts them. */
  spanOf({ start, end }: Span): Span {
    return { start: this.starts[start] ?? 0, end: this.ends[end - 1] ?? 0 };
  }
}

class Folder {
  private readonly units: Uint16Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private count = 0;
  /** The run of vowels that ends with the last unit: its length and how many of them carry a tone. */
  private run = 0;
  private tones = 0;
  private tone = 0;

  constructor(private readonly source: string) {
    this.units = new Uint16Array(source.length);
    this.starts = new Uint32Array(source.length);
    this.ends = new Uint32Array(source.length);
  }

  fold(): FoldedText {
    const { source } = this;
    const { length } = source;
    let at = 0;
    let kind = this.kindAt(0);
    while (at < length) {
      const next = this.kindAt(at + 1);
      if (kind >= MARK || next >= MARK) {
        at = this.addMarked(at);
        kind = this.kindAt(at);
      } else {
        this.add(source.charCodeAt(at), kind, at, at + 1);
        at += 1;
        kind = next;
      }
    }
    this.endRun();
    return new FoldedText(
      textOfUnits(this.units.subarray(0, this.count)),
      this.starts.subarray(0, this.count),
      this.ends.subarray(0, this.count),
    );
  }

  private kindAt(index: number): number {
    return index < this.source.length ? kindOf(this.source.charCodeAt(index)) : PLAIN;
  }

  /** Adds a character that needs no other to be known. */
  private add(code: number, kind: number, start: number, end: number): void {
    if (kind === HIDDEN) this.stretch(end);
    else if (kind === SPACE) this.addSpace(start, end);
    else {
      if (kind === VOWEL) this.lengthenRun(toneOf[code] ?? 0);
      else this.endRun();
      this.push(units[code] ?? code, start, end);
    }
  }

  private lengthenRun(tone: number): void {
    this.run += 1;
    if (tone === 0) return;
    this.tones += 1;
    this.tone = tone;
  }

  private push(unit: number, start: number, end: number): void {
    this.units[this.count] = unit;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** Gives the only tone of a run of vowels to all of them. */
  private endRun(): void {
    if (this.run > 1 && this.tones === 1) {
      for (let index = this.count - this.run; index < this.count; index += 1) {
        const vowel = vowelOf[this.units[index] ?? 0] ?? 0;
        this.units[index] = toned[vowel]?.[this.tone] ?? 0;
      }
    }
    this.run = 0;
    this.tones = 0;
  }

  private addSpace(start: number, end: number): void {
    const last = this.count - 1;
    if (this.units[last] === 0x20 && this.ends[last] === start) this.ends[last] = end;
    else {
      this.endRun();
      this.push(0x20, start, end);
    }
  }

  /** What shows nothing of its own belongs to what stands before it. */
  private stretch(end: number): void {
    if (this.count > 0) this.ends[this.count - 1] = end;
  }

  /** Adds what begins at `start` and has marks, or belongs to another script. Returns where it ends. */
  private addMarked(start: number): number {
    const { source } = this;
    const first = source.charCodeAt(start);
    let unit = kindOf(first) <= VOWEL ? (units[first] ?? first) : 0;
    let end = start + 1;
    while (end < source.length && kindOf(source.charCodeAt(end)) === MARK) {
      unit = unit === 0 ? 0 : compose(unit, source.charCodeAt(end));
      end += 1;
    }
    if (unit === 0 || (end < source.length && kindOf(source.charCodeAt(end)) === OTHER)) {
      return this.addClusters(start);
    }
    this.add(unit, kindOf(unit), start, end);
    return end;
  }

  /** Adds a stretch by the runtime's rules, up to the first two characters that are surely apart. */
  private addClusters(start: number): number {
    const { source } = this;
    let end = start + 1;
    const isOpen = (index: number): boolean => kindOf(source.charCodeAt(index)) >= MARK;
    while (end < source.length && (isOpen(end) || isOpen(end - 1))) end += 1;
    for (const { segment, index } of clusters.segment(source.slice(start, end))) {
      this.addCluster(segment, start + index);
    }
    return end;
  }

  /** Marks that make no letter of their own do not count; a character of several units is matched unit by unit. */
  private addCluster(cluster: string, start: number): void {
    const end = start + cluster.length;
    const bare = cluster.normalize('NFC').replace(/[\p{M}\u200c\u200d]/gu, '');
    if (bare.length === 0 && this.count > 0) this.stretch(end);
    else if (bare.length === 1 && kindOf(bare.charCodeAt(0)) < MARK) {
      this.add(bare.charCodeAt(0), kindOf(bare.charCodeAt(0)), start, end);
    } else {
      this.endRun();
      const shown = bare.length === 0 || bare.length > cluster.length ? cluster : bare;
      for (let index = 0; index < shown.length; index += 1) {
        this.push(shown.charCodeAt(index), start, end);
      }
    }
  }
}

function textOfUnits(codes: Uint16Array): string {
  const SLICE = 8192;
  let text = '';
  for (let from = 0; from < codes.length; from += SLICE) {
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(from, from + SLICE)) as string;
  }
  return text;
}

/** Folds a text. Its length is at most that of the original. */
export const foldText = (text: string): FoldedText => new Folder(text).fold();

/** Without any mark, in lower case: `Đảng ủy` is `dang uy`. For comparing, not for finding places. */
export const bareText = (text: string): string => bareOfPlain(text) ?? bareOfAny(text);

const bareOfAny = (text: string): string =>
  foldText(text).text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

/** By code unit: its bare form; 0 where that is no one unit, or depends on what stands beside it. Made when first used. */
let bareUnits: Uint16Array | null = null;
/** In lower case another letter at the end of a word. */
const CAPITAL_SIGMA = 0x3a3;

function tableOfBareUnits(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code += 1) {
    if (kindOf(code) > VOWEL || code === CAPITAL_SIGMA) continue;
    const bare = bareOfAny(String.fromCharCode(code));
    if (bare.length === 1) table[code] = bare.charCodeAt(0);
  }
  return table;
}

/** The bare form of a text of composed letters, which nearly all texts are; null for others. */
function bareOfPlain(text: string): string | null {
  bareUnits ??= tableOfBareUnits();
  const bare = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = bareUnits[code] ?? 0;
    if (unit !== 0) bare[count++] = unit;
    else if (kindOf(code) !== SPACE) return null;
    else if (bare[count - 1] !== 0x20) bare[count++] = 0x20;
  }
  return textOfUnits(bare.subarray(0, count));
}
