import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, segmentsWithin } from '#core/segments';

interface Named {
  name: number;
  start: number;
  end: number;
}

const LENGTH = 40;

const namedSpans = fc
  .array(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: LENGTH })), { maxLength: 14 })
  .map((pairs) =>
    pairs.map(([start, length], name): Named => ({ name, start, end: Math.min(LENGTH, start + length) })),
  );

const names = (spans: readonly Named[]) => spans.map((span) => span.name);

/** The long way: every span is asked at every position. */
const covering = (spans: readonly Named[], position: number) =>
  spans
    .filter((span) => span.start <= position && position < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.name - b.name);

describe('segments', () => {
  it('cuts a mark in a mark into three, the outer one first in the middle', () => {
    const outer = { name: 0, start: 0, end: 9 };
    const inner = { name: 1, start: 3, end: 5 };
    expect(segmentsOf([inner, outer])).toEqual([
      { start: 0, end: 3, spans: [outer] },
      { start: 3, end: 5, spans: [outer, inner] },
      { start: 5, end: 9, spans: [outer] },
    ]);
  });

  it('keeps marks that touch apart and a gap between marks empty', () => {
    const spans = [
      { name: 0, start: 0, end: 4 },
      { name: 1, start: 4, end: 6 },
      { name: 2, start: 8, end: 9 },
    ];
    expect(segmentsOf(spans)).toEqual(
      spans.map((span) => ({ start: span.start, end: span.end, spans: [span] })),
    );
  });

  it('makes nothing of no spans and of spans without a character', () => {
    expect(segmentsOf([])).toEqual([]);
    expect(segmentsOf([{ start: 3, end: 3 }])).toEqual([]);
  });

  it('covers each position with the spans that cover it, outermost first', () => {
    fc.assert(
      fc.property(namedSpans, (spans) => {
        const segments = segmentsOf(spans);
        for (let position = 0; position < LENGTH; position++) {
          const segment = segments.find(({ start, end }) => start <= position && position < end);
          expect(names(segment?.spans ?? [])).toEqual(names(covering(spans, position)));
        }
      }),
    );
  });

  it('makes segments that are disjoint, in order, and as long as can be', () => {
    fc.assert(
      fc.property(namedSpans, (spans) => {
        const segments = segmentsOf(spans);
        for (const [index, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end);
          expect(segment.spans).not.toEqual([]);
          const before = segments[index - 1];
          if (before === undefined) continue;
          expect(before.end).toBeLessThanOrEqual(segment.start);
          if (before.end === segment.start) expect(names(before.spans)).not.toEqual(names(segment.spans));
        }
      }),
    );
  });

  it('leaves the spans that it is given as they are', () => {
    fc.assert(
      fc.property(namedSpans, (spans) => {
        const given = structuredClone(spans);
        segmentsOf(spans);
        expect(spans).toEqual(given);
      }),
    );
  });
});

describe('the segments within a block', () => {
  it('are the parts of those that reach into it, cut at its ends', () => {
    fc.assert(
      fc.property(namedSpans, fc.nat(LENGTH), fc.nat(LENGTH), (spans, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const segments = segmentsOf(spans);
        const parts = segments
          .map((segment) => ({
            ...segment,
            start: Math.max(start, segment.start),
            end: Math.min(end, segment.end),
          }))
          .filter((part) => part.start < part.end);
        expect(segmentsWithin(segments, start, end)).toEqual(parts);
      }),
    );
  });

  it('are none for a block without a character', () => {
    expect(segmentsWithin(segmentsOf([{ start: 0, end: 10 }]), 5, 5)).toEqual([]);
  });

  it('are copies: cutting them leaves the others whole', () => {
    const segments = segmentsOf([{ start: 0, end: 10 }]);
    segmentsWithin(segments, 2, 4);
    segmentsWithin(segments, 0, 10).forEach((part) => (part.end = 1));
    expect(segments).toEqual([{ start: 0, end: 10, spans: [{ start: 0, end: 10 }] }]);
  });
});
