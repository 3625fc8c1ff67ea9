import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changedSpans, diffWords } from '#core/word-diff';

const told = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('changes within a paragraph', () => {
  test.each([
    [
      'are whole numbers, days and documents',
      'đạt 80% trước 30/6/2025 theo 05-CT/TW',
      'đạt 95% trước 30/4/2026 theo 15-CT/TW',
      'đạt [-80%][+95%] trước [-30/6/2025][+30/4/2026] theo [-05-CT/TW][+15-CT/TW]',
    ],
    [
      'take in a lone word that only joins',
      'chống tham nhũng và lãng phí',
      'phòng ngừa tiêu cực và quan liêu',
      '[-chống tham nhũng và lãng phí][+phòng ngừa tiêu cực và quan liêu]',
    ],
    [
      'take in half a word that both happen to have',
      'đẩy mạnh phát triển kinh tế biển',
      'từng bước phát huy lợi thế cảng',
      '[-đẩy mạnh phát triển kinh tế biển][+từng bước phát huy lợi thế cảng]',
    ],
    [
      'leave a number that stays between them',
      'Năm nay giao 12 tập thể nhận cờ',
      'Dịp này có 12 cá nhân được khen',
      '[-Năm nay giao][+Dịp này có] 12 [-tập thể nhận cờ][+cá nhân được khen]',
    ],
    [
      'leave a phrase that stays between them',
      'Tỉnh ủy giao Sở Nội vụ chủ trì rà soát',
      'Huyện ủy đề nghị Sở Nội vụ chủ trì cắt giảm',
      '[-Tỉnh ủy giao][+Huyện ủy đề nghị] Sở Nội vụ chủ trì [-rà soát][+cắt giảm]',
    ],
  ])('%s', (_, before, after, words) => {
    expect(told(before, after)).toBe(words);
  });

  it('do not count case, tone placement, marks and spaces where only words are asked for', () => {
    expect(changedSpans('Uỷ ban – HOÀ giải, 2025', 'ủy ban hòa giải  2025.')).toEqual({
      before: [],
      after: [],
    });
  });

  it('are spans of either text with words at both ends', () => {
    const [before, after] = [
      'Phấn đấu trên 80% hồ sơ, đúng hạn.',
      'Phấn đấu trên 95% (toàn phần) hồ sơ, đúng hạn.',
    ];
    const spans = changedSpans(before, after);
    expect(spans.before.map(({ start, end }) => before.slice(start, end))).toEqual(['80%']);
    expect(spans.after.map(({ start, end }) => after.slice(start, end))).toEqual(['95% (toàn phần']);
  });

  const text = fc
    .array(
      fc.constantFrom('ủy', 'uỷ', 'và', 'họp', '8/1', '80 %', '05 – CT/TW', ' ', ', ', '.', '\u0301', '😀'),
      {
        maxLength: 14,
      },
    )
    .map((pieces) => pieces.join(''));

  it('and what stays give both texts back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        const without = (other: string) => parts.map((part) => (part.is === other ? '' : part.text)).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('leave the same words on both sides', () => {
    const kept = (whole: string, spans: readonly { start: number; end: number }[]) => {
      let rest = '';
      let from = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        rest += whole.slice(from, start);
        from = end;
      }
      return (
        (rest + whole.slice(from))
          .toLowerCase()
          .replaceAll('uỷ', 'ủy')
          .match(/[\p{L}\p{N}]/gu) ?? []
      );
    };
    const plain = fc
      .array(fc.constantFrom('ủy', 'Uỷ', 'và', 'họp', 'phiên', '12', ','), { maxLength: 14 })
      .map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const spans = changedSpans(before, after);
        expect(kept(before, spans.before)).toEqual(kept(after, spans.after));
      }),
    );
  });
});
