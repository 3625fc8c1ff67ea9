import { bareText } from '../text/fold';

export interface FindOptions {
  /** `auto`: a syllable that is typed with a mark is found only as it is spelled, a bare one with any marks. */
  marks: 'auto' | 'strict' | 'loose';
  /** `auto`: whole syllables for up to three letters, so that `an` does not light up in `Đảng`. */
  wholeSyllables: boolean | 'auto';
  matchCase: boolean;
}

/** What a syllable is made of, and what may not stand beside a whole one. */
const LETTER = String.raw`[\p{L}\p{N}]`;
const BEFORE = `(?<!${LETTER})`;
const AFTER = `(?!${LETTER})`;

/** Onsets after which a final y is also written i (`kỹ`, `kĩ`): not the glides of `quy` and `thúy`. */
const OPEN = /^(?:b|d|đ|h|k|l|m|ph|r|s|t|th|v|x|g|n)(?<vowel>[iyíìỉĩịýỳỷỹỵ])$/iu;
const Y_OF_I = new Map(Array.from('iíìỉĩị', (i, index) => [i, 'yýỳỷỹỵ'[index] ?? i]));
const OTHER_OF = new Map([...Y_OF_I, ...[...Y_OF_I].map(([i, y]) => [y, i] as const)]);

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Every letter that differs from a bare one only by marks. */
const variants = new Map<string, string>();
for (let code = 0xc0; code < 0x1f00; code = code === 0x24f ? 0x1e00 : code + 1) {
  const letter = String.fromCharCode(code);
  const bare = bareText(letter);
  if (/^[a-z]$/u.test(bare)) variants.set(bare, (variants.get(bare) ?? '') + letter);
}

interface LetterOptions {
  loose: boolean;
  matchCase: boolean;
}

/** A class of all letters that count as this one. */
function letterPattern(letter: string, { loose, matchCase }: LetterOptions): string {
  const own = new Set(matchCase ? [letter] : [letter, letter.toLowerCase(), letter.toUpperCase()]);
  if (loose) {
    const isUpper = letter !== letter.toLowerCase();
    const bare = bareText(letter);
    for (const variant of [bare, bare.toUpperCase(), ...Array.from(variants.get(bare) ?? '')]) {
      if (!matchCase || (variant !== variant.toLowerCase()) === isUpper) own.add(variant);
    }
  }
  const single = [...own].filter((each) => Array.from(each).length === 1).map(escaped);
  return single.length === 1 ? (single[0] ?? '') : `[${single.join('')}]`;
}

const hasMarks = (syllable: string): boolean => /[^\p{ASCII}]/u.test(syllable);

/** One syllable or number; an open one also in its other spelling, which then has to be the whole syllable. */
function syllablePattern(syllable: string, { marks, matchCase }: FindOptions): string {
  const loose = marks === 'loose' || (marks === 'auto' && !hasMarks(syllable));
  const spell = (letters: string): string =>
    Array.from(letters, (letter) => letterPattern(letter, { loose, matchCase })).join('');
  const vowel = OPEN.exec(syllable)?.groups?.['vowel'];
  if (vowel === undefined) return spell(syllable);
  const other = OTHER_OF.get(vowel.toLowerCase()) ?? vowel;
  const [first = '', ...rest] = syllable.slice(0, -1);
  const written = vowel === vowel.toLowerCase() ? other : other.toUpperCase();
  const whole = `${wholeFrom(spell(first))}${spell([...rest, written].join(''))}${AFTER}`;
  return `(?:${spell(syllable)}|${whole})`;
}

/** The first letter of a whole syllable. What stands before it is looked at last: most letters are not the first. */
const wholeFrom = (first: string): string => `${first}(?<!${LETTER}${first})`;

/** The number of a document at the end of a query: `05-CT/TW`, `05 ct tw`. */
const CODE = /(?<![\p{L}\p{N}])\d{1,5}(?:[ ./-]+[\da-zđư]{1,8})+$/iu;

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? [];
const isWord = (text: string | undefined): boolean => text !== undefined && /^[\p{L}\p{N}]/u.test(text);
const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d/u.test(text);

/** Documents are cited with any hyphens, slashes and spaces between the parts of the number, with or without its zeros. */
function codePattern(code: string, options: FindOptions): string {
  const [number = '', ...rest] = tokensOf(code).filter(isWord);
  let pattern = `${BEFORE}0*${number.replace(/^0+(?=\d)/u, '')}`;
  let last = number;
  for (const part of rest) {
    // Figures that stand together are another number.
    const least = isNumber(last.at(-1)) && isNumber(part) ? 1 : 0;
    pattern += `[ ./-]{${least},4}${syllablePattern(part, options)}`;
    last = part;
  }
  return pattern;
}

/** The words before `next`. */
function phrasePattern(phrase: string, next: string, options: FindOptions): string {
  const tokens = [...tokensOf(phrase), next];
  return tokens
    .slice(0, -1)
    .map((token, index) => {
      if (isWord(token)) return syllablePattern(token, options);
      // `chi thi 05` is also `Chỉ thị số 05`.
      const betweenWords = token === ' ' && /^\p{L}/u.test(tokens[index - 1] ?? '');
      return betweenWords && isNumber(tokens[index + 1]) ? ' (?:[sS][ốỐ]:? )?' : escaped(token);
    })
    .join('');
}

/** The regular expression (flag u) that finds a folded query in a folded text. */
export function patternOf(query: string, options: FindOptions): string {
  const letters = query.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const whole = options.wholeSyllables === 'auto' ? letters <= 3 : options.wholeSyllables;
  const code = CODE.exec(query)?.[0] ?? '';
  const phrase = query.slice(0, query.length - code.length);
  return [
    whole && isWord(phrase) ? BEFORE : '',
    phrasePattern(phrase, code, options),
    code === '' ? '' : codePattern(code, options),
    whole && /[\p{L}\p{N}]$/u.test(query) ? AFTER : '',
  ].join('');
}
