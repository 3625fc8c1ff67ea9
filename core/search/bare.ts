import { bareText } from '../text/fold';

/** What a bare text (`bareText`) tells of the places that loosely typed words would have in it. */
export interface BareTest {
  /** False: the matcher of these words (`LOOSE_FIND`) finds nothing. */
  mayHold: (bare: string) => boolean;
  /** Whether `mayHold` is all that has to be asked: the words are letters with one spelling. */
  isSure: boolean;
}

/** Words whose last vowel is also written y or i: see `OPEN` in `pattern.ts`. */
const TWO_SPELLINGS = /^(?:[bdhklmrstvxgn]|ph|th)[iy]$/u;

/**
 * A test that takes a twentieth of the time of the matcher: for lists of tens of thousands, in which most do not fit.
 * `typed` is one word or several; each has to be there, in any order.
 */
export function bareTest(typed: string): BareTest {
  const words = bareText(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  const parts = words.map((word) => {
    if (TWO_SPELLINGS.test(word)) return [word, word.slice(0, -1) + (word.endsWith('i') ? 'y' : 'i')];
    // The zeros before the number of a document may be left out, or be there.
    return [/^\d/u.test(word) ? word.replace(/^0+(?=\d)/u, '') : word];
  });
  return {
    mayHold: (bare) => parts.every((spellings) => spellings.some((spelling) => bare.includes(spelling))),
    isSure:
      /^[\p{L}\p{M}\s]*$/u.test(typed) &&
      words.every((word) => /^[a-z]+$/u.test(word) && !TWO_SPELLINGS.test(word)),
  };
}
