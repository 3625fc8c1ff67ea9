import { looseKey, strictKey, wholeKey, wordsOf } from './words';

/** One word that is looked for. */
export interface WantedWord {
  /** Keys of the word; of a beginning (`isPrefix`) those of what was typed, where a last y is not yet i. */
  loose: string;
  /** Null where the word may carry any marks. */
  strict: string | null;
  /** The word may go on. */
  isPrefix: boolean;
  /** Places after the first word of the phrase. */
  distance: number;
}

/** Words that have to stand in a text with just these distances between them. */
export type Phrase = readonly WantedWord[];

/** `auto`: a word that is typed with a mark is found only as it is spelled, a bare one with any marks. */
export type Marks = 'auto' | 'strict' | 'loose';

export interface PhraseOptions {
  marks: Marks;
  /** The last word may go on, as it does while somebody is typing. */
  isPrefix: boolean;
}

/** The words of a query's part; empty when it has none. A star behind a word: it may go on. */
export function phraseOf(text: string, { marks, isPrefix }: PhraseOptions): Phrase {
  const { count, starts, ends, places } = wordsOf(text.replaceAll('*', ' '));
  return Array.from({ length: count }, (_, index) => {
    const end = ends[index] ?? 0;
    const word = text.slice(starts[index], end);
    const isBeginning = text[end] === '*' || (isPrefix && index === count - 1);
    const whole = isBeginning ? (key: string): string => key : wholeKey;
    const loose = whole(looseKey(word));
    const strict = whole(strictKey(word));
    return {
      loose,
      strict: marks === 'loose' || (marks === 'auto' && strict === loose) ? null : strict,
      isPrefix: isBeginning,
      distance: (places[index] ?? 0) - (places[0] ?? 0),
    };
  });
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]+$/u;

/** Whether a whole word with these keys is the wanted one. */
export function fits(wanted: WantedWord, loose: string, strict: string): boolean {
  if (!wanted.isPrefix) return wanted.strict === null ? loose === wanted.loose : strict === wanted.strict;
  if (!loose.startsWith(wanted.loose) && loose !== wholeKey(wanted.loose)) return false;
  return wanted.strict === null || beginsAs(strict, wanted.strict) || strict === wholeKey(wanted.strict);
}

/** While a syllable is typed, its tone often comes last: one without a tone may still get any. */
function beginsAs(strict: string, prefix: string): boolean {
  const tone = TONE.exec(prefix)?.[0] ?? '';
  const letters = prefix.slice(0, prefix.length - tone.length);
  return strict.startsWith(letters) && (tone === '' || strict.endsWith(tone));
}
