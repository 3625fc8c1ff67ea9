import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTarget, makeTarget } from '#core/anchor';
import { candidatesFor } from '#core/candidates';

const BEFORE =
  'Ủy ban xã Khe Sậu giao tổ công tác rà soát từng hộ trồng chè, báo cáo trước ngày 30/6.\n' +
  'Phấn đấu trên 80% hồ sơ được giải quyết đúng hạn trong năm nay.';

const targetOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return makeTarget(text, { start, end: start + words.length });
};
const wordsAt = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

test('a sentence that was written anew is the first candidate, although it is no proof of the place', () => {
  const target = targetOf(BEFORE, 'giao tổ công tác rà soát từng hộ trồng chè');
  const after =
    'Mùa chè năm nay được giá.\nTổ công tác của xã sẽ đến từng hộ để rà soát việc trồng chè và vay vốn.\n' +
    'Phấn đấu trên 95% hồ sơ được giải quyết đúng hạn.';
  expect(findTarget(after, target).state).toBe('orphan');
  const [best, ...others] = candidatesFor(after, target);
  expect(best && wordsAt(after, best.span)).toMatch(/^Tổ công tác .*chè/u);
  for (const other of others) expect(other.score).toBeLessThanOrEqual(best?.score ?? 0);
});

test('the same words come first with all of the score, each place once', () => {
  const target = targetOf(BEFORE, 'Phấn đấu trên 80% hồ sơ');
  const after = `${BEFORE}\nNăm sau: Phấn đấu trên 85% hồ sơ.`;
  const [first, second, ...rest] = candidatesFor(after, target);
  expect(first).toMatchObject({ span: { start: target.start, end: target.end } });
  expect(first?.score).toBeGreaterThan(0.95);
  expect(second && wordsAt(after, second.span)).toBe('Phấn đấu trên 85% hồ sơ');
  expect(rest).toEqual([]);
});

test('other words between the same surroundings are a candidate', () => {
  const target = targetOf(BEFORE, 'rà soát từng hộ trồng chè');
  const after = BEFORE.replace('rà soát từng hộ trồng chè', 'đo lại đất vườn');
  const [best] = candidatesFor(after, target);
  expect(best && wordsAt(after, best.span)).toBe('đo lại đất vườn');
});

test('signs at the ends of the quote are part of the candidate', () => {
  const text = 'Họ nói: “Phải làm ngay trong quý.” Rồi về.';
  const target = targetOf(text, '“Phải làm ngay trong quý.”');
  const after = 'Tin khác. Họ nói rằng: “Phải làm xong ngay trong quý.” Hết.';
  const [best] = candidatesFor(after, target);
  expect(best && wordsAt(after, best.span)).toBe('“Phải làm xong ngay trong quý.”');
});

test('a text that has nothing of it gives no candidate', () => {
  const target = targetOf(BEFORE, 'giao tổ công tác rà soát từng hộ trồng chè');
  expect(candidatesFor('Trời mưa to suốt đêm qua.', target)).toEqual([]);
  expect(candidatesFor('', target)).toEqual([]);
});

test('a quote without any word is looked for by its surroundings', () => {
  const target = targetOf('Một hai ba … bốn năm sáu', '…');
  const [best] = candidatesFor('Đầu bài. Một hai ba --- bốn năm sáu', target);
  expect(best?.span).toEqual({ start: 20, end: 23 });
});

const someWords = fc.array(fc.constantFrom('xã', 'họp', 'giao', 'rà soát', 'hạn 30/6', 'chè', 'và', '80%'), {
  minLength: 4,
  maxLength: 40,
});

test('candidates lie in the text, are sorted, at most as many as asked for, and never twice at one place', () => {
  fc.assert(
    fc.property(someWords, someWords, fc.nat(3), fc.integer({ min: 1, max: 6 }), (old, now, from, most) => {
      const text = now.join(' ');
      const before = old.join(' ');
      const start = before.indexOf(old[from] ?? '');
      const target = makeTarget(before, { start, end: Math.min(before.length, start + 20) });
      const found = candidatesFor(text, target, most);
      expect(found.length).toBeLessThanOrEqual(most);
      found.forEach(({ span, score }, i) => {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score).toBeLessThanOrEqual(found[i - 1]?.score ?? 1);
        for (const other of found.slice(0, i)) {
          const shared = Math.min(other.span.end, span.end) - Math.max(other.span.start, span.start);
          expect(shared * 2).toBeLessThanOrEqual(
            Math.min(other.span.end - other.span.start, span.end - span.start),
          );
        }
      });
    }),
  );
});
