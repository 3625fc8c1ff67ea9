import { describe, expect, test } from 'vitest';
import { assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import { linesOfText } from '#core/text/lines';
import { normaliseText } from '#core/text/normalise';

const read = (text: string) => assembleArticle(linesOfText(normaliseText(text)), NOTHING_KNOWN);

const BODY = `Thực hiện Nghị quyết của Đảng ủy xã, Ủy ban nhân dân xã xây dựng kế hoạch như sau:

1. Tiêm phòng cho toàn bộ đàn trâu, bò trên địa bàn trước ngày 30/4.

2. Các thôn báo cáo kết quả về xã bằng văn bản.`;

describe('a document of an office', () => {
  test('has its kind and subject as title, its body as source, and its own day', () => {
    const article = read(`ỦY BAN NHÂN DÂN
XÃ TÂN LŨNG
Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Lũng, ngày 5 tháng 3 năm 2026

KẾ HOẠCH
Tiêm phòng cho đàn gia súc năm 2026

${BODY}`);
    expect(article).toMatchObject({
      title: 'KẾ HOẠCH Tiêm phòng cho đàn gia súc năm 2026',
      source: 'ỦY BAN NHÂN DÂN XÃ TÂN LŨNG',
      publishedOn: '2026-03-05',
      dateConfidence: 'explicit',
    });
    expect(article?.blocks).toHaveLength(3);
    expect(article?.removed.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 6 }, () => 'office-head'),
    );
    expect(article?.removed.map(({ text }) => text)).toContain('Số: 12/KH-UBND');
  });

  test('whose head stands in two columns, and whose subject stands under its number', () => {
    const article = read(`HUYỆN ỦY SUỐI MƠ | ĐẢNG CỘNG SẢN VIỆT NAM
Số 45-CV/HU | Suối Mơ, ngày 12/6/2025
V/v chuẩn bị nội dung hội nghị

Kính gửi: các chi bộ, đảng bộ trực thuộc.

${BODY}`);
    expect(article).toMatchObject({
      title: 'V/v chuẩn bị nội dung hội nghị',
      source: 'HUYỆN ỦY SUỐI MƠ',
      publishedOn: '2025-06-12',
    });
    expect(article?.blocks[0]?.text).toContain('Kính gửi');
  });

  test('may be no more than the name of a body above the kind', () => {
    const article = read(`UBND XÃ TÂN LŨNG\n\nTHÔNG BÁO\n\nLịch tiêm phòng tháng 4\n\n${BODY}`);
    expect(article).toMatchObject({
      title: 'THÔNG BÁO Lịch tiêm phòng tháng 4',
      source: 'UBND XÃ TÂN LŨNG',
      byline: null,
    });
  });

  test('is not what news look like that only name the Party and a day', () => {
    const article = read(`Đại hội Đảng bộ xã Tân Lũng

Sáng 5/3/2026, Đảng bộ xã tổ chức đại hội với sự có mặt của đại biểu Đảng Cộng sản Việt Nam các cấp.

Tân Lũng, ngày 5 tháng 3 năm 2026 là một ngày đáng nhớ của xã.`);
    expect(article).toMatchObject({ title: 'Đại hội Đảng bộ xã Tân Lũng', source: null });
    expect(article?.blocks).toHaveLength(2);
  });
});
