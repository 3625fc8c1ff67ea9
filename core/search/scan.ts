import type { Span } from '../span';
import { fits, type Phrase, type WantedWord } from './phrase';
import { looseKey, strictKey, wholeKey, wordsOf, type Words } from './words';

/** A text cut into words once, to look for several phrases in it. */
export interface ScannedText {
  text: string;
  words: Words;
  loose: readonly string[];
  strict: readonly string[];
}

interface Keys {
  loose: string;
  strict: string;
}

/** Words repeat: their keys are made once. Emptied when it has grown beyond what a library of this language holds. */
const KNOWN_WORDS = 200_000;
const known = new Map<string, Keys>();

function keysOf(word: string): Keys {
  const keys = known.get(word);
  if (keys !== undefined) return keys;
  if (known.size >= KNOWN_WORDS) known.clear();
  const made = { loose: wholeKey(looseKey(word)), strict: wholeKey(strictKey(word)) };
  known.set(word, made);
  return made;
}

export function scannedText(text: string): ScannedText {
  const words = wordsOf(text);
  const loose: string[] = [];
  const strict: string[] = [];
  for (let index = 0; index < words.count; index += 1) {
    const keys = keysOf(text.slice(words.starts[index], words.ends[index]));
    loose.push(keys.loose);
    strict.push(keys.strict);
  }
  return { text, words, loose, strict };
}

/** A word that is wanted with just these capitals and small letters. */
export interface CasedWord extends WantedWord {
  /** As it was typed. */
  letters: string;
}

const isCased = (wanted: WantedWord): wanted is CasedWord => 'letters' in wanted;

const bare = (word: string): string => word.normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '');
const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** Whether a word that fits has capitals where the wanted one has them; what a beginning does not say may be either. */
function hasCaseOf(wanted: WantedWord, written: string): boolean {
  if (!isCased(wanted)) return true;
  const found = bare(written);
  return Array.from(bare(wanted.letters)).every(
    (letter, at) => isCapital(letter) === isCapital(found[at] ?? ''),
  );
}

/** Indices of the first and the last word of a place. */
export interface Place {
  first: number;
  last: number;
}

/** Every place of a phrase, also where two of them overlap. */
export function placesOf(phrase: Phrase, { text, words, loose, strict }: ScannedText): Place[] {
  const found: Place[] = [];
  const [head, ...rest] = phrase;
  if (head === undefined) return found;
  const isThere = (wanted: WantedWord, at: number): boolean =>
    fits(wanted, loose[at] ?? '', strict[at] ?? '') &&
    hasCaseOf(wanted, text.slice(words.starts[at], words.ends[at]));
  for (let first = 0; first < words.count; first += 1) {
    if (!isThere(head, first)) continue;
    const begin = words.places[first] ?? 0;
    let last = first;
    const isWhole = rest.every((wanted) => {
      last += 1;
      return last < words.count && words.places[last] === begin + wanted.distance && isThere(wanted, last);
    });
    if (isWhole) found.push({ first, last });
  }
  return found;
}

export const spanOfPlace = ({ words }: ScannedText, { first, last }: Place): Span => ({
  start: words.starts[first] ?? 0,
  end: words.ends[last] ?? 0,
});
