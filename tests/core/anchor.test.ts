import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTarget, makeTarget, trimmedSpan } from '#core/anchor';
import type { Span } from '#core/span';
import { random } from '../main/store/material';

/** Our own words; no text of anybody's. */
const WORDS = (
  'hội nghị ban thường vụ cấp ủy cơ sở triển khai kế hoạch công tác kiểm tra giám sát tổ chức thực hiện nhiệm vụ ' +
  'trọng tâm năm mới đơn vị báo cáo kết quả đánh giá chất lượng sinh hoạt học tập phong trào thi đua xây dựng nông ' +
  'thôn phát triển kinh tế xã hội bảo đảm an ninh quốc phòng cải cách hành chính chuyển đổi số phục vụ người dân ' +
  'doanh nghiệp tháo gỡ khó khăn thúc đẩy đầu tư giải ngân đúng tiến độ nâng cao năng lực lãnh đạo'
).split(' ');

/** A word of a text and its place among the words of the first revision; null for a word that was put in later. */
interface Word {
  word: string;
  order: number | null;
}

function words(count: number, next: () => number): Word[] {
  return Array.from({ length: count }, (_, order) => ({ word: drawn(next), order }));
}

const drawn = (next: () => number): string => WORDS[Math.floor(next() * WORDS.length)] ?? '';

const textOfWords = (all: readonly Word[]): string => all.map(({ word }) => word).join(' ');

/** Where the words `first` to `last` of the first revision stand in the text of `all`; null when none is left. */
function placeOf(all: readonly Word[], first: number, last: number): Span | null {
  let at = 0;
  const kept: Span[] = [];
  for (const { word, order } of all) {
    const end = at + word.length;
    if (order !== null && order >= first && order <= last) kept.push({ start: at, end });
    at = end + 1;
  }
  const [begin, close] = [kept[0], kept.at(-1)];
  return begin === undefined || close === undefined ? null : { start: begin.start, end: close.end };
}

/** `share` of the words replaced, left out, or followed by a new one. */
function changed(all: readonly Word[], share: number, next: () => number): Word[] {
  return all.flatMap((word) => {
    if (next() >= share) return [word];
    const way = next();
    if (way < 0.6) return [{ word: drawn(next), order: word.order }];
    return way < 0.8 ? [] : [word, { word: drawn(next), order: null }];
  });
}

const overlaps = (a: Span, b: Span): boolean =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) > Math.max(a.end - a.start, b.end - b.start) / 2;

/** The target of `quote`'s only occurrence in `text`. */
function targetOf(text: string, quote: string) {
  const start = text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  return makeTarget(text, { start, end: start + quote.length });
}

const foundIn = (text: string, target: ReturnType<typeof makeTarget>): string | null => {
  const found = findTarget(text, target);
  return found.state === 'orphan' ? null : `${found.state}: ${text.slice(found.span.start, found.span.end)}`;
};

describe('a target', () => {
  it('keeps its words and up to 32 characters on each side', () => {
    const text = `${'a'.repeat(50)}QUOTE${'b'.repeat(10)}`;
    expect(makeTarget(text, { start: 50, end: 55 })).toEqual({
      start: 50,
      end: 55,
      quote: { exact: 'QUOTE', prefix: 'a'.repeat(32), suffix: 'b'.repeat(10) },
    });
  });

  it('never begins or ends its context with half a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '😀', '𠀀'), minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (all, a, b) => {
        const span = trimmedSpan(all, { start: a % all.length, end: (a % all.length) + 1 + (b % 9) });
        if (span === null) return;
        const { prefix, exact, suffix } = makeTarget(all, span).quote;
        for (const part of [prefix, exact, suffix]) expect(part).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('a trimmed span', () => {
  const trimmed = (text: string, start: number, end: number) => {
    const span = trimmedSpan(text, { start, end });
    return span === null ? null : text.slice(span.start, span.end);
  };

  it('has no white space at its ends', () => {
    expect(trimmed('một hai\n ba', 3, 9)).toBe('hai');
    expect(trimmed('một\u00A0 hai', 0, 5)).toBe('một');
  });

  it('is nothing when all of it is white', () => {
    expect(trimmedSpan('a \n b', { start: 1, end: 4 })).toBeNull();
    expect(trimmedSpan('abc', { start: 1, end: 1 })).toBeNull();
  });

  it('takes in the whole of a character that it would have cut', () => {
    expect(trimmed('xin 😀 chào', 5, 8)).toBe('😀 c');
    expect(trimmed('xin 😀 chào', 0, 5)).toBe('xin 😀');
    const decomposed = 'việt'.normalize('NFD');
    expect(trimmed(decomposed, 0, 3)).toBe(decomposed.slice(0, 5));
    expect(trimmed(decomposed, 3, 6)).toBe(decomposed.slice(2));
    expect(trimmed('a👨‍👩‍👧b', 3, 4)).toBe('👨‍👩‍👧');
  });

  it('cuts no character, loses no ink and is its own trimmed span', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '😀', '\u0323', '\u0302', 'ệ', '\u200D', '\u00A0');
    const clusters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const span = trimmedSpan(text, { start, end });
        expect(span === null).toBe(text.slice(start, end).trim() === '');
        if (span === null) return;
        const edges = new Set([...clusters.segment(text)].map(({ index }) => index)).add(text.length);
        expect(edges).toContain(span.start);
        expect(edges).toContain(span.end);
        expect(text.slice(span.start, span.end)).toContain(text.slice(start, end).trim());
        expect(trimmedSpan(text, span)).toEqual(span);
      }),
    );
  });
});

describe('finding a target', () => {
  it('finds every span of the text that it was made of where it was', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, from, length) => {
        const text = textOfWords(words(120, random(seed)));
        const start = from % (text.length - length);
        const span = { start, end: start + length };
        expect(findTarget(text, makeTarget(text, span))).toEqual({ state: 'exact', span, score: 1 });
      }),
    );
  });

  it('finds the same words after anything was put in or taken out elsewhere', () => {
    const edit = fc.record({ at: fc.nat(), removed: fc.nat(400), added: fc.string({ maxLength: 60 }) });
    fc.assert(
      fc.property(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
        const text = textOfWords(words(600, random(seed)));
        const span = { start: 1_200, end: 1_200 + (seed % 80) + 8 };
        const target = makeTarget(text, span);
        let [before, after] = [text.slice(0, span.start - 32), text.slice(span.end + 32)];
        const kept = text.slice(span.start - 32, span.end + 32);
        for (const { at, removed, added } of edits) {
          const edited = (part: string) => {
            const cut = at % (part.length + 1);
            return part.slice(0, cut) + added + part.slice(cut + removed);
          };
          if (at % 2 === 0) before = edited(before);
          else after = edited(after);
        }
        const start = before.length + 32;
        expect(findTarget(before + kept + after, target)).toEqual({
          state: 'exact',
          span: { start, end: start + span.end - span.start },
          score: 1,
        });
      }),
    );
  });

  it('takes the occurrence with the context that it was made with, however far that has moved', () => {
    const text = 'Sáng nay, hội nghị bế mạc tại trụ sở. Chiều qua, hội nghị khai mạc tại nhà văn hóa.';
    const start = text.lastIndexOf('hội nghị');
    const target = makeTarget(text, { start, end: start + 8 });
    const later = `${textOfWords(words(900, random(1)))}\n${text}`;
    expect(findTarget(later, target)).toMatchObject({
      state: 'exact',
      span: { start: later.lastIndexOf('hội nghị') },
    });
  });

  it('takes the nearest of occurrences that nothing tells apart', () => {
    const line = 'Các đơn vị báo cáo kết quả hằng tháng cho Thường trực trước ngày mười lăm.\n';
    const text = line.repeat(9);
    const start = line.length * 4 + 11;
    const target = makeTarget(text, { start, end: start + 7 });
    expect(findTarget(`Lời dẫn.\n${text}`, target)).toMatchObject({
      state: 'exact',
      span: { start: start + 9 },
    });
  });

  it('finds changed words as moved, in whole words and without what was put in beside them', () => {
    const text = 'Hội nghị thống nhất hoàn thành việc sơ kết trước ngày 30 tháng 6 và báo cáo bằng văn bản.';
    const target = targetOf(text, 'hoàn thành việc sơ kết trước ngày 30 tháng 6');
    const later = `Sau khi nghe ý kiến. ${text}`.replace('sơ kết', 'tổng kết').replace('30', '15');
    expect(foundIn(later, target)).toBe('moved: hoàn thành việc tổng kết trước ngày 15 tháng 6');
    expect(foundIn(later.replace('nhất hoàn', 'nhất sẽ hoàn').replace('6 và', '6 tới và'), target)).toBe(
      'moved: hoàn thành việc tổng kết trước ngày 15 tháng 6',
    );
  });

  it('finds a passage whose paragraph was broken in two', () => {
    const text =
      'Đại biểu thảo luận sôi nổi. Chủ tọa kết luận và giao nhiệm vụ. Các bên ký biên bản ghi nhớ.';
    const target = targetOf(text, 'Chủ tọa kết luận và giao nhiệm vụ.');
    expect(foundIn(text.replace('và giao', 'và\ngiao'), target)).toBe(
      'moved: Chủ tọa kết luận và\ngiao nhiệm vụ.',
    );
  });

  it('prefers changed words in their old surroundings to the same words in others', () => {
    const text = 'Ban tổ chức yêu cầu các đội hoàn thành hồ sơ dự thi trước buổi lễ khai mạc chính thức.';
    const target = targetOf(text, 'hoàn thành hồ sơ dự thi');
    const other = 'Trong khi đó, nhà trường nhắc học sinh lớp cuối hoàn thành hồ sơ dự thi bằng bút xanh.';
    expect(foundIn(`${other}\n${text.replace('hồ sơ', 'giấy tờ')}`, target)).toBe(
      'moved: hoàn thành giấy tờ dự thi',
    );
  });

  it('gives a quote up that was taken out, although all around it stands', () => {
    const text =
      'Kỳ họp xem xét dự toán ngân sách, thông qua ba nghị quyết chuyên đề và bầu bổ sung hai ủy viên.';
    const target = targetOf(text, 'thông qua ba nghị quyết chuyên đề');
    expect(foundIn(text.replace('thông qua ba nghị quyết chuyên đề', 'nghe báo cáo'), target)).toBeNull();
    expect(foundIn(text.replace(', thông qua ba nghị quyết chuyên đề', ''), target)).toBeNull();
  });

  it('takes a short quote only where its context speaks for it', () => {
    const text = 'Theo kế hoạch, Hà Nội sẽ khởi công tuyến đường sắt đô thị thứ năm trong quý tới.';
    const target = targetOf(text, 'Hà Nội');
    expect(foundIn(text.replace('kế hoạch', 'dự kiến'), target)).toBe('exact: Hà Nội');
    expect(foundIn('Mùa thu năm ấy, người Hà Nội thường ra hồ ngắm lá vàng rơi.', target)).toBeNull();
    expect(foundIn(text.replace('Hà Nội', 'thủ đô'), target)).toBeNull();
  });

  it('takes a long quote that stands once in the text whatever surrounds it', () => {
    const text = 'Mở đầu. Mỗi chi bộ chọn một việc khó để làm trước trong năm. Kết thúc.';
    const target = targetOf(text, 'Mỗi chi bộ chọn một việc khó để làm trước trong năm.');
    const later = `${textOfWords(words(900, random(2)))} ${target.quote.exact} ${textOfWords(words(50, random(3)))}`;
    expect(foundIn(later, target)).toBe(`exact: ${target.quote.exact}`);
  });

  it('finds at least 98 of 100 quotes after 5 % of the words have changed, and none in a wrong place', () => {
    let right = 0;
    const wrong: string[] = [];
    const runs = 500;
    for (let seed = 1; seed <= runs; seed++) {
      const next = random(seed);
      const all = words(2_500, next);
      const first = Math.floor(next() * 2_400);
      const last = first + 3 + Math.floor(next() * 40);
      const span = placeOf(all, first, last) ?? { start: 0, end: 1 };
      const later = changed(all, 0.05, next);
      const found = findTarget(textOfWords(later), makeTarget(textOfWords(all), span));
      const place = placeOf(later, first, last);
      if (found.state === 'orphan') continue;
      if (place !== null && overlaps(found.span, place)) right++;
      else wrong.push(`seed ${seed}`);
    }
    expect(wrong).toEqual([]);
    expect(right / runs).toBeGreaterThanOrEqual(0.98);
  });

  it('finds nothing in a text that is another one, though of the same words', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const next = random(seed);
      const [text, other] = [textOfWords(words(2_000, next)), textOfWords(words(2_000, next))];
      const start = Math.floor(next() * 8_000);
      const span = { start, end: start + 1 + Math.floor(next() * 200) };
      expect(findTarget(other, makeTarget(text, span)), `seed ${seed}`).toEqual({ state: 'orphan' });
    }
  });

  it('calls only the very same words exact, and gives whole words and a score of at most 1', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.4, noNaN: true }), (seed, share) => {
        const next = random(seed);
        const all = words(300, next);
        const target = makeTarget(textOfWords(all), placeOf(all, 120, 130) ?? { start: 0, end: 1 });
        const text = textOfWords(changed(all, share, next));
        const found = findTarget(text, target);
        if (found.state === 'orphan') return;
        expect(found.state === 'exact').toBe(
          text.slice(found.span.start, found.span.end) === target.quote.exact,
        );
        expect(found.score).toBeGreaterThan(0);
        expect(found.score).toBeLessThanOrEqual(1);
        expect(trimmedSpan(text, found.span)).toEqual(found.span);
        if (text === textOfWords(all)) expect(found.score).toBe(1);
      }),
    );
  });
});
