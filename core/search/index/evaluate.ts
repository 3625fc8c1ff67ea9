import type { Leaf } from '../leaf';
import type { Phrase } from '../phrase';
import type { Bits } from './bits';
import { startsByFollowers } from './by-followers';
import { startsNear, startsOf, type Started } from './by-places';
import type { Field } from './layout';
import { partsOf, type Part } from './parts';
import type { Segment } from './segment';

/** Adds the articles of a segment that have a place of `leaf` in a field. */
export function addDocsWith(segment: Segment, field: Field, leaf: Leaf, docs: Bits): void {
  if (leaf.kind === 'words') for (const phrase of leaf.phrases) addDocsOf(segment, field, phrase, docs);
  else {
    const left = sidesOf(segment, field, leaf.left);
    const right = left.length === 0 ? [] : sidesOf(segment, field, leaf.right);
    for (const one of left) {
      for (const other of right) segment.addDocsAt(startsNear(segment, one, other, leaf.within), docs);
    }
  }
}

function addDocsOf(segment: Segment, field: Field, phrase: Phrase, docs: Bits): void {
  const [only] = phrase;
  if (phrase.length === 1 && only !== undefined) segment.addDocsOf(field, only, docs);
  else {
    segment.addDocsAt(starts(segment, partsOf(segment, field, phrase)), docs);
  }
}

const starts = (segment: Segment, parts: readonly Part[]): Uint32Array =>
  segment.followers === null
    ? startsOf(segment, parts)
    : startsByFollowers(segment, segment.followers, parts);

const sidesOf = (segment: Segment, field: Field, phrases: readonly Phrase[]): Started[] =>
  phrases
    .map((phrase) => ({
      starts: starts(segment, partsOf(segment, field, phrase)),
      length: phrase.at(-1)?.distance ?? 0,
    }))
    .filter((side) => side.starts.length > 0);
