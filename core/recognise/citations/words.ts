// Where type words and bare symbols begin.
import { TYPE_CODES, TYPE_WORDS } from '#core/recognise/citations/document-types';

const spaced = (word: string): string => word.replaceAll(' ', ' {1,3}');

/** A type word in lower case. Whether it is a part of a longer word has to be looked up: that is faster. */
const WORD = `(?:${TYPE_WORDS.map(spaced).join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
/** `57-nq/` without a type word before it. */
const SYMBOL = `\\d{1,5}(?:\\.\\d{1,2})?(?:/(?:19|20)\\d\\d)? ?[-/] ?(?:${TYPE_CODES.map((code) => code.toLowerCase()).join('|')}) ?[-/]`;

export const TYPE_WORD = new RegExp(WORD, 'gu');
export const TYPE_WORD_OR_SYMBOL = new RegExp(`${WORD}|${SYMBOL}`, 'gu');
