import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockAtLine,
  partnerLine,
  stepsOf,
  type Ground,
  type Steps,
} from '../../../renderer/reader/linked-places';

const GAP = 16;

/** Paragraphs of these heights under a title, with a gap after each. */
function groundOf(heights: readonly number[]): Ground {
  const tops: number[] = [];
  let height = 120;
  for (const own of heights) {
    tops.push(height);
    height += own + GAP;
  }
  return {
    blocks: heights.length,
    height,
    boxOf: (block) => {
      const top = tops[block];
      const own = heights[block];
      return top === undefined || own === undefined ? null : { top, height: own };
    },
  };
}

const someHeights = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 12 });

/** Two texts and pairs of their paragraphs in the order of both. */
const someTexts = fc.tuple(someHeights, someHeights).chain(([left, right]) =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(left.length - 1), { maxLength: 6 }),
      fc.uniqueArray(fc.nat(right.length - 1), { maxLength: 6 }),
    )
    .map(([lefts, rights]) => {
      const ascending = (a: number, b: number) => a - b;
      const others = rights.toSorted(ascending);
      const steps: Steps = lefts
        .toSorted(ascending)
        .slice(0, others.length)
        .map((block, i) => [block, others[i] ?? 0] as const);
      return { lead: groundOf(left), follow: groundOf(right), steps };
    }),
);

test('reading on never scrolls the other text back, nor out of itself', () => {
  fc.assert(
    fc.property(
      someTexts,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }),
      (texts, at) => {
        const { lead, follow, steps } = texts;
        const lines = at.toSorted((a, b) => a - b).map((share) => share * lead.height);
        const partners = lines.map((line) => partnerLine(line, lead, follow, steps));
        partners.forEach((line, i) => {
          expect(line).toBeGreaterThanOrEqual((partners[i - 1] ?? 0) - 1e-6);
          expect(line).toBeLessThanOrEqual(follow.height + 1e-6);
        });
      },
    ),
  );
});

test('where a paragraph begins, its partner begins, and half-way down the one is half-way down the other', () => {
  fc.assert(
    fc.property(someTexts, ({ lead, follow, steps }) => {
      for (const [left, right] of steps) {
        const own = lead.boxOf(left) ?? { top: NaN, height: NaN };
        const partner = follow.boxOf(right) ?? { top: NaN, height: NaN };
        expect(partnerLine(own.top, lead, follow, steps)).toBeCloseTo(partner.top, 6);
        expect(partnerLine(own.top + own.height / 2, lead, follow, steps)).toBeCloseTo(
          partner.top + partner.height / 2,
          6,
        );
      }
    }),
  );
});

test('the way there leads back within paragraphs that belong together', () => {
  fc.assert(
    fc.property(
      someTexts,
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      ({ lead, follow, steps }, share) => {
        const back: Steps = steps.map(([left, right]) => [right, left] as const);
        for (const [left] of steps) {
          const own = lead.boxOf(left) ?? { top: NaN, height: NaN };
          const line = own.top + share * own.height;
          expect(partnerLine(partnerLine(line, lead, follow, steps), follow, lead, back)).toBeCloseTo(
            line,
            4,
          );
        }
      },
    ),
  );
});

test('paragraphs that only one text has leave the other one standing until the next pair', () => {
  const lead = groundOf([100, 300, 300, 100]);
  const follow = groundOf([100, 100]);
  const steps: Steps = [
    [0, 0],
    [3, 1],
  ];
  const inFirst = partnerLine((lead.boxOf(1)?.top ?? 0) + 1, lead, follow, steps);
  const atEndOfSecond = partnerLine((lead.boxOf(3)?.top ?? 0) - GAP, lead, follow, steps);
  expect(atEndOfSecond - inFirst).toBeLessThanOrEqual(GAP);
});

test('what was moved is not gone along with', () => {
  expect(
    stepsOf([
      { left: 2, right: 0, kind: 'moved' },
      { left: 1, right: 2, kind: 'reworded' },
      { left: 0, right: 1, kind: 'same' },
    ]),
  ).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('the paragraph at a line is the last one that begins above it', () => {
  const ground = groundOf([100, 100]);
  expect([0, 119, 120, 230, 236, 9999].map((line) => blockAtLine(ground, line))).toEqual([
    -1, -1, 0, 0, 1, 1,
  ]);
});
