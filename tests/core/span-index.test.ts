import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf, segmentsWithin } from '#core/segments';
import { SpanIndex } from '#core/span-index';

const LENGTH = 60;
const someSpan = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const someSpans = fc.array(someSpan, { maxLength: 20 });

test('finds for any stretch the spans that have a character in it, and no others', () => {
  fc.assert(
    fc.property(someSpans, someSpan, (spans, { start, end }) => {
      const found = new SpanIndex(spans).within(start, end);
      const expected = spans.filter(
        (span) => Math.max(span.start, start) < Math.min(span.end, end) && span.start < span.end,
      );
      expect(new Set(found)).toEqual(new Set(expected));
      expect(found).toHaveLength(expected.length);
    }),
  );
});

test('cuts a stretch as if all spans had been cut at once', () => {
  fc.assert(
    fc.property(someSpans, someSpan, (spans, { start, end }) => {
      const own = segmentsOf(new SpanIndex(spans).within(start, end));
      const covers = (segments: typeof own) =>
        segmentsWithin(segments, start, end).flatMap((segment) =>
          Array.from({ length: segment.end - segment.start }, (_, i) => [segment.start + i, segment.spans]),
        );
      expect(covers(own)).toEqual(covers(segmentsOf(spans)));
    }),
  );
});
