import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedPhrases } from '#core/shared-phrases';

describe('phrases that two articles share', () => {
  it('are as long as they can be, the longest first, whatever their case and marks', () => {
    const left = [
      'Năm 2015, Đảng ủy tăng cường phối hợp công tác với đảng đoàn, ban cán sự đảng các cơ quan.',
      'Thực hiện Nghị quyết Trung ương 4 (khóa XI) về xây dựng Đảng.',
    ];
    const right = [
      'Nhiệm vụ: thực hiện Nghị quyết Trung ương 4, khoá XI, về xây dựng Đảng!',
      'Cần phối hợp công tác với Đảng đoàn ban cán sự đảng và lãnh đạo.',
    ];
    expect(sharedPhrases(left, right).map(({ text, syllables }) => [text, syllables])).toEqual([
      ['Thực hiện Nghị quyết Trung ương 4 (khóa XI) về xây dựng Đảng', 13],
      ['phối hợp công tác với đảng đoàn, ban cán sự đảng', 11],
    ]);
  });

  it('never run from one paragraph into the next', () => {
    const [one, other] = ['một hai ba bốn', 'năm sáu bảy tám'];
    expect(sharedPhrases([one, other], [`${one} ${other}`])).toEqual([]);
    expect(sharedPhrases([one, other], [`${one} ${other}`], 4)).toHaveLength(2);
  });

  it('say where they stand, and whether that is in paragraphs that are the same', () => {
    const same = 'Ban Thường vụ trao Cờ thi đua cho tập thể';
    const [phrase] = sharedPhrases(['Mở đầu.', same], [same.toUpperCase()]);
    expect(phrase).toMatchObject({
      inSame: true,
      left: { block: 1, start: 0, end: same.length },
      right: { block: 0, start: 0, end: same.length },
    });
    expect(sharedPhrases([same], [`${same} tiêu biểu`])[0]?.inSame).toBe(false);
  });

  it('stand in both texts, cannot grow on both sides, and none is within another', () => {
    const article = fc.array(
      fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 }).map((words) => words.join(' ')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(article, article, (left, right) => {
        const phrases = sharedPhrases(left, right, 3);
        for (const { text, left: mine, right: theirs, syllables } of phrases) {
          const [one, other] = [left[mine.block] ?? '', right[theirs.block] ?? ''];
          expect(one.slice(mine.start, mine.end)).toBe(text);
          expect(other.slice(theirs.start, theirs.end)).toBe(text);
          expect(text.split(' ')).toHaveLength(syllables);
          const next = [one.charAt(mine.end + 1), other.charAt(theirs.end + 1)];
          if (next[0] !== '' && next[1] !== '') expect(next[0]).not.toBe(next[1]);
        }
        const texts = phrases.map(({ text }) => text);
        expect(
          texts.filter((text) => texts.some((longer) => longer !== text && longer.includes(text))),
        ).toEqual([]);
        // What every run of three words in both says is in one of them.
        const runs = (list: readonly string[]) =>
          new Set(
            list.flatMap((block) => {
              const words = block.split(' ');
              return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
            }),
          );
        const theirs = runs(right);
        for (const run of runs(left))
          if (theirs.has(run)) expect(texts.some((text) => text.includes(run))).toBe(true);
      }),
    );
  });
});
