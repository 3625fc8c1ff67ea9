import type { Span } from '../span';
import type { Phrase } from './phrase';
import { placesOf, spanOfPlace, type Place, type ScannedText } from './scan';

/**
 * What can be looked for in one text: any of some phrases, or two of them with at most so many words between. A mark between
 * words counts as a word.
 */
export type Leaf =
  | { kind: 'words'; phrases: readonly Phrase[] }
  | { kind: 'near'; left: readonly Phrase[]; right: readonly Phrase[]; within: number };

/** The places of a leaf in a text, in order, those that overlap an earlier one left out. */
export function spansOf(leaf: Leaf, text: ScannedText): Span[] {
  const all = (phrases: readonly Phrase[]): Place[] => phrases.flatMap((phrase) => placesOf(phrase, text));
  const places =
    leaf.kind === 'words'
      ? all(leaf.phrases)
      : nearPlaces(all(leaf.left), all(leaf.right), leaf.within, text);
  const spans: Span[] = [];
  let end = -1;
  for (const place of places.sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (place.first <= end) continue;
    spans.push(spanOfPlace(text, place));
    end = place.last;
  }
  return spans;
}

/** From each place of the left to the nearest of the right. */
function nearPlaces(left: Place[], right: Place[], within: number, { words }: ScannedText): Place[] {
  const starts = right.toSorted((a, b) => a.first - b.first);
  const at = (word: number): number => words.places[word] ?? 0;
  const gap = (a: Place, b: Place): number =>
    b.first > a.last ? at(b.first) - at(a.last) : a.first > b.last ? at(a.first) - at(b.last) : Infinity;
  return left.flatMap((one) => {
    let best: Place | null = null;
    for (const other of starts) {
      if (at(other.first) > at(one.last) + within + 1) break;
      if (gap(one, other) > within + 1) continue;
      if (best === null || gap(one, other) < gap(one, best)) best = other;
    }
    if (best === null) return [];
    return [{ first: Math.min(one.first, best.first), last: Math.max(one.last, best.last) }];
  });
}
