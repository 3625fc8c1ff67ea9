import type { Span } from '../span';
import { fits, type Phrase } from './phrase';
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

/** Indices of the first and the last word of a place. */
export interface Place {
  first: number;
  last: number;
}

/** Every place of a phrase, also where two of them overlap. */
export function placesOf(phrase: Phrase, { words, loose, strict }: ScannedText): Place[] {
  const found: Place[] = [];
  const [head, ...rest] = phrase;
  if (head === undefined) return found;
  for (let first = 0; first < words.count; first += 1) {
    if (!fits(head, loose[first] ?? '', strict[first] ?? '')) continue;
    const begin = words.places[first] ?? 0;
    let last = first;
    const isWhole = rest.every((wanted) => {
      last += 1;
      return (
        last < words.count &&
        words.places[last] === begin + wanted.distance &&
        fits(wanted, loose[last] ?? '', strict[last] ?? '')
      );
    });
    if (isWhole) found.push({ first, last });
  }
  return found;
}

export const spanOfPlace = ({ words }: ScannedText, { first, last }: Place): Span => ({
  start: words.starts[first] ?? 0,
  end: words.ends[last] ?? 0,
});
