import { Refusal } from '#core/refusal';
import type { Span } from '#core/span';

/** Characters that people type for one another. */
const ALIKE = ['-‐‑‒–—−', '"“”„‟″', "'‘’‚‛′"] as const;
const ELLIPSIS = /…|\.\.\./gu;

/**
 * The `nth` (from 1) place of the words in the text: first as they are written; when there are not so many, with any white
 * space for white space and any dash or quotation mark for another. Throws `quote-not-found`.
 */
export function spanOfQuote(text: string, quote: string, nth: number): Span {
  const words = quote.normalize('NFC').trim();
  if (words === '') throw notFound(quote, 0, nth);
  const exact = placesOf(text, words);
  const places = exact.length >= nth ? exact : tolerantPlacesOf(text, words);
  const place = places[nth - 1];
  if (place === undefined) throw notFound(quote, places.length, nth);
  return place;
}

function notFound(quote: string, found: number, nth: number): Refusal {
  const shown = quote.length > 80 ? `${quote.slice(0, 79)}…` : quote;
  return new Refusal('quote-not-found', { quote: shown, found, nth });
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

function tolerantPlacesOf(text: string, words: string): Span[] {
  const pattern = words.split(/\s+/u).map(patternOf).join('\\s+');
  return Array.from(text.matchAll(new RegExp(pattern, 'gu')), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

function patternOf(word: string): string {
  return word
    .split(ELLIPSIS)
    .map((part) => Array.from(part, patternOfCharacter).join(''))
    .join('(?:…|\\.\\.\\.)');
}

function patternOfCharacter(character: string): string {
  const alike = ALIKE.find((group) => group.includes(character));
  return alike === undefined ? character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&') : `[${alike}]`;
}
