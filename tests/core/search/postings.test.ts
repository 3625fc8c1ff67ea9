import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, roomFor } from '#core/search/index/postings';

/** Ascending places with steps of every size, from neighbours to those that no quotient tells. */
const places = fc
  .array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4_000 }), fc.nat({ max: 2 ** 24 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((steps) => {
    let place = -1;
    return Uint32Array.from(steps, (step) => (place += step + 1));
  });

describe('the places of a term', () => {
  it('are read as they were written, wherever the codes begin and however many places lie behind the last', () => {
    fc.assert(
      fc.property(places, fc.nat({ max: 2 ** 30 }), fc.nat({ max: 3 }), (written, behind, from) => {
        const end = (written.at(-1) ?? 0) + 1 + behind;
        const words = new Uint32Array(from + roomFor(written.length));
        const next = encode(written, end, words, from);
        expect(next).toBeLessThan(words.length);
        const read = new Uint32Array(written.length);
        decode(words, from, written.length, end, read);
        expect(read).toEqual(written);
      }),
      { numRuns: 2_000 },
    );
  });
});
