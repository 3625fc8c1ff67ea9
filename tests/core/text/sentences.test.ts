import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '#core/text/sentences';

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('a paragraph is parted into sentences', () => {
  test.each([
    ['after a full stop, a question and a call', 'Xã đã họp. Ai chủ trì? Bí thư! Hết.', 4],
    ['after dots when the next word is a capital', 'Rà soát thủ tục… Ngày 5/3, huyện kiểm tra.', 2],
    ['after three full stops too', 'Rà soát thủ tục... Ngày 5/3, huyện kiểm tra.', 2],
    ['after a closed quotation', 'Ông nói: “Làm ngay.” Cả hội trường vỗ tay.', 2],
    ['before a quotation', 'Đó là yêu cầu. “Không được chậm”, ông nói.', 2],
    ['after a year', 'Việc này xong trong năm 2026. Các xã báo cáo.', 2],
    ['before a number', 'Đã kiểm tra xong. 12 xã đạt yêu cầu.', 2],
    ['after a quarter', 'Giải quyết xong hồ sơ trong quý I. Bước vào mùa mưa, các xã rà soát.', 2],
    ['after v.v.', 'Gồm đường, trạm, trường v.v. Huyện đã cấp vốn.', 2],
  ])('%s', (_, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test.each([
    ['a city', 'Đoàn công tác của TP. Hồ Chí Minh đến thăm xã.'],
    ['titles', 'GS. Trần Văn Lộc và TS. Lê Thị Mơ cùng PGS.TS. Hồ Thu dự họp.'],
    ['pages', 'Xem tài liệu Tr. 15 và Tr. 18 của báo cáo.'],
    ['the number of a point', '1. Về công tác xây dựng Đảng.'],
    ['numbers of points within points', '2.1. Tổ chức học tập nghị quyết.'],
    ['a Roman number', 'IV. Phương hướng năm tới'],
    ['the letter of a name', 'Đồng chí Nguyễn Văn A. Tường phát biểu.'],
    ['dots inside', 'Cầu, đường, trạm… đều đã xong.'],
    ['a full stop by mistake', 'Đẩy nhanh các. dự án trọng điểm.'],
    ['decimals and document numbers', 'Đạt 3.500 tấn theo Nghị quyết 66.7/2025/NQ-CP.'],
    ['question marks inside brackets', 'Tỷ lệ này (bao nhiêu?) chưa được công bố.'],
  ])('but not after %s', (_, text) => {
    expect(sentences(text)).toEqual([text]);
  });

  test('decomposed letters are the same letters', () => {
    const text = 'Đồng bào về TP. Vinh. Ổn định lâu dài.'.normalize('NFD');
    expect(sentences(text)).toHaveLength(2);
  });

  test('spaces around sentences belong to none, and a text of spaces has none', () => {
    expect(sentences('  Một.   Hai.  ')).toEqual(['Một.', 'Hai.']);
    expect(sentencesOf('   ')).toEqual([]);
  });

  test('every letter of any text lies in exactly one sentence', () => {
    const part = fc.constantFrom(
      'Hội nghị',
      'các',
      '. ',
      '… ',
      '“',
      '”',
      ' ',
      'TP.',
      '1.',
      '\u00A0',
      '?',
      'ế',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const spans = sentencesOf(text);
        let end = 0;
        for (const span of spans) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
