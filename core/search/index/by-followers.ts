import { inBoth, startsOf, withParts } from './by-places';
import type { Chosen, Followers } from './followers';
import { byCount, partOf, type Part } from './parts';
import type { Segment } from './segment';

// Phrases by what follows their words: two words in a row are found where the first one stands.

/** Words that are so many times rarer than any that something follows are looked up beside them, one by one. */
const RARE = 16;

/** The places where a phrase of these parts begins, in no order. */
export function startsByFollowers(
  segment: Segment,
  followers: Followers,
  parts: readonly Part[],
): Uint32Array {
  const [rarest] = parts.toSorted(byCount);
  const [pair] = pairsOf(parts).sort((a, b) => byCount(a.first, b.first));
  if (rarest === undefined || pair === undefined || rarest.count * RARE < pair.first.count) {
    return startsOf(segment, parts);
  }
  let starts = startsOfPair(segment, followers, pair);
  const others = parts.filter((part) => part !== pair.first && part !== pair.second).sort(byCount);
  for (const part of others) {
    if (starts.length === 0) break;
    const behind = pairsOf(parts).find(({ second }) => second === part);
    const isRead = behind === undefined || part.count <= behind.first.count;
    starts = isRead
      ? withParts(segment, starts, [part])
      : inBoth(segment, starts, startsOfPair(segment, followers, behind));
  }
  return starts;
}

/** Two words of a phrase in a row. */
interface Pair {
  first: Part;
  second: Part;
}

const pairsOf = (parts: readonly Part[]): Pair[] =>
  parts.flatMap((first) =>
    parts.filter(({ distance }) => distance === first.distance + 1).map((second) => ({ first, second })),
  );

/** Where a phrase with these two words begins, in no order. */
function startsOfPair(segment: Segment, followers: Followers, { first, second }: Pair): Uint32Array {
  const { whole, shared, sharing } = followers.of(second.terms);
  // One that is not meant may lie behind the last.
  const sure = new Uint32Array(first.count + 1);
  const unsure = new Uint32Array(sharing.length === 0 ? 0 : first.count + 1);
  let count = 0;
  let unsureCount = 0;
  for (const term of first.terms) {
    const places = segment.placesOf(term);
    const follows = followers.at(segment, term);
    count = takeFollowed(places, follows, whole, first.distance, sure, count);
    if (sharing.length > 0) {
      unsureCount = takeFollowed(places, follows, shared, first.distance, unsure, unsureCount);
    }
  }
  if (unsureCount === 0) return sure.subarray(0, count);
  const asked = partOf(segment, second.distance, sharing);
  const found = withParts(segment, unsure.subarray(0, unsureCount), [asked]);
  if (count === 0) return found;
  // There is room: none of these has been counted.
  sure.set(found, count);
  return sure.subarray(0, count + found.length);
}

/** Puts the starts of phrases of which a word at the distance is followed by a chosen one into `into` from `from` on; tells how many there are then. */
function takeFollowed(
  places: Uint32Array,
  follows: Uint8Array,
  chosen: Chosen,
  distance: number,
  into: Uint32Array,
  from: number,
): number {
  let count = from;
  for (let index = 0; index < places.length; index += 1) {
    const start = (((places[index] ?? 0) | 0) - distance) | 0;
    into[count] = start;
    // Without a branch, which would be guessed wrongly time and again.
    count = (count + (start < 0 ? 0 : (chosen[follows[index] ?? 0] ?? 0))) | 0;
  }
  return count;
}
