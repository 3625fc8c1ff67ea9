import { describe, expect, test, vi } from 'vitest';
import { readPdf } from '../../../main/importing/pdf/index';
import { PLAIN_OPTIONS, type ReadOptions, type ReadPart } from '../../../main/importing/reading';
import { column, PAGE, paragraph, pdfOf, put, putCentred } from './pdf-material';
import { faxPicture, scansOf } from './scan-material';

vi.setConfig({ testTimeout: 60_000 });

async function partOf(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<ReadPart> {
  const [part] = await readPdf({ name: 'bai.pdf', bytes }, { ...PLAIN_OPTIONS, ...options });
  if (part === undefined) throw new Error('no article');
  return part;
}

const textsOf = (part: ReadPart) => part.article.blocks.map((block) => block.text);
const WIDTH = PAGE.right - PAGE.left;

describe('the text layer', () => {
  test('two pages: title, paragraphs, one over the page break, head and page numbers left out', async () => {
    const paragraphs = Array.from({ length: 14 }, (_, index) => paragraph(index + 1));
    const bytes = await pdfOf(
      (doc) => {
        doc.font('bold').fontSize(18);
        column(doc, 'Xã Tân Phú chuẩn bị vụ xuân và sửa chữa kênh mương nội đồng', PAGE.left, 90, WIDTH, {
          align: 'center',
        });
        doc.font('regular').fontSize(12).moveDown();
        for (const text of paragraphs) {
          doc.text(text, PAGE.left, doc.y, { width: WIDTH, align: 'justify', indent: 28 });
        }
        const { count } = doc.bufferedPageRange();
        for (let page = 0; page < count; page += 1) {
          doc.switchToPage(page);
          doc.page.margins = { top: 0, left: 0, right: 0, bottom: 0 };
          put(doc, 'BẢN TIN NÔNG THÔN', PAGE.left, 40, 9);
          put(doc, `Trang ${page + 1}`, 290, 800, 9);
        }
        expect(count).toBe(3);
      },
      { bufferPages: true, margins: { top: 72, bottom: 90, left: 72, right: 72 } },
    );
    const part = await partOf(bytes);
    expect(part.article.title).toBe('Xã Tân Phú chuẩn bị vụ xuân và sửa chữa kênh mương nội đồng');
    expect(textsOf(part)).toEqual(paragraphs);
    expect(part.article.removed).toEqual([
      { text: 'BẢN TIN NÔNG THÔN', reason: 'running-head', before: 0 },
      { text: 'Trang 1', reason: 'running-head', before: 0 },
    ]);
    expect(part.pages?.[0]).toBe(1);
    expect(part.pages?.at(-1)).toBe(3);
    expect(part.pages).toEqual(part.pages?.toSorted((left, right) => left - right));
  });

  test('two columns below a headline: left, then right, the paragraph between them in one', async () => {
    const texts = Array.from({ length: 6 }, (_, index) => paragraph(index + 20));
    const bytes = await pdfOf((doc) => {
      doc.font('bold');
      put(doc, 'Nông thôn mới ở các xã vùng cao phía bắc huyện', PAGE.left, 80, 17);
      doc.font('regular').fontSize(10);
      doc.text(texts.join('\n'), PAGE.left, 130, {
        columns: 2,
        columnGap: 18,
        width: WIDTH,
        height: 480,
        align: 'justify',
        indent: 12,
      });
      column(doc, 'Theo Báo Nông thôn Tân Phú', PAGE.left, 640, WIDTH);
    });
    const part = await partOf(bytes);
    expect(textsOf(part)).toEqual(texts);
    expect(part.article.title).toBe('Nông thôn mới ở các xã vùng cao phía bắc huyện');
    expect(part.article.source).toBe('Báo Nông thôn Tân Phú');
  });

  test('the head of an office: the words of each side stay together, the left side first', async () => {
    const bytes = await pdfOf((doc) => {
      const [left, right] = [165, 400];
      doc.fontSize(11);
      putCentred(doc, 'TỈNH ỦY TÂN PHÚ', left, 60);
      doc.font('bold');
      putCentred(doc, 'ĐẢNG CỘNG SẢN VIỆT NAM', right, 60);
      doc.font('regular');
      putCentred(doc, 'VĂN PHÒNG', left, 76);
      doc.font('italic');
      putCentred(doc, 'Tân Phú, ngày 5 tháng 1 năm 2020', right, 92);
      doc.font('regular');
      putCentred(doc, 'Số 12-CV/TU', left, 92);
      doc.font('bold').fontSize(12);
      putCentred(doc, 'BÁO CÁO', 297, 140);
      putCentred(doc, 'kết quả chuẩn bị vụ xuân năm 2020', 297, 156);
      doc.font('regular');
      column(doc, paragraph(1), PAGE.left, 190, WIDTH, { indent: 28 });
      column(doc, paragraph(2), PAGE.left, doc.y, WIDTH, { indent: 28 });
    });
    const part = await partOf(bytes);
    expect(part.article.title).toBe('BÁO CÁO kết quả chuẩn bị vụ xuân năm 2020');
    expect(textsOf(part)).toEqual([paragraph(1), paragraph(2)]);
    expect(part.article.removed.map(({ text }) => text)).toEqual([
      'TỈNH ỦY TÂN PHÚ',
      'VĂN PHÒNG',
      'Số 12-CV/TU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Tân Phú, ngày 5 tháng 1 năm 2020',
    ]);
    expect(part.article.source).toBe('VĂN PHÒNG, TỈNH ỦY TÂN PHÚ');
    expect(part.article.publishedOn).toBe('2020-01-05');
  });

  test('list items, headings and hyphens at line ends', async () => {
    const items = [
      '- Thôn Đông nạo vét tuyến kênh số 2 dài 800 mét, hoàn thành trước ngày 20/2 và báo cáo xã.',
      '- Thôn Đoài sửa trạm bơm.',
      '+ Thôn Nam chuẩn bị giống.',
      'a) Cử cán bộ trực trạm bơm trong suốt thời gian đổ ải, có sổ ghi chép hằng ngày để theo dõi.',
      '1. Giao ban văn phòng theo dõi.',
    ];
    const bytes = await pdfOf((doc) => {
      put(doc, 'Kế hoạch vụ xuân của xã Tân Phú năm 2021', PAGE.left, 80, 18);
      doc.fontSize(12);
      column(doc, paragraph(1), PAGE.left, 120, WIDTH);
      doc.font('bold');
      column(doc, 'I. Những việc cần làm ngay', PAGE.left, doc.y, WIDTH);
      doc.font('regular');
      for (const item of items) column(doc, item, PAGE.left, doc.y, WIDTH, { align: 'left' });
      const y = doc.y + 14;
      put(
        doc,
        'Trong giai đoạn phòng, chống dịch, nhân dân toàn xã thực hiện nghiêm Covid-',
        PAGE.left,
        y,
        10.5,
      );
      put(
        doc,
        '19 theo hướng dẫn của huyện và kế hoạch nhiệm kỳ của Đảng bộ xã khoá X (2015-',
        PAGE.left,
        y + 14,
        10.5,
      );
      put(doc, '2020) đã đề ra, không để ảnh hưởng đến vụ xuân.', PAGE.left, y + 28, 10.5);
    });
    const part = await partOf(bytes);
    expect(textsOf(part)).toEqual([
      paragraph(1),
      'I. Những việc cần làm ngay',
      ...items,
      'Trong giai đoạn phòng, chống dịch, nhân dân toàn xã thực hiện nghiêm Covid-19 theo hướng dẫn của huyện và kế hoạch nhiệm kỳ của Đảng bộ xã khoá X (2015-2020) đã đề ra, không để ảnh hưởng đến vụ xuân.',
    ]);
    expect(part.article.blocks[1]?.kind).toBe('heading');
    expect(part.article.blocks[2]?.kind).toBe('list-item');
  });

  test('a note at the foot of a page does not part the paragraph that goes on', async () => {
    const bytes = await pdfOf((doc) => {
      put(doc, 'Nghị quyết về vụ xuân của Đảng bộ xã', PAGE.left, 80, 18);
      doc.fontSize(12);
      column(doc, paragraph(1, 2), PAGE.left, 120, WIDTH);
      put(doc, 'Đảng ủy xã yêu cầu các chi bộ lãnh đạo nhân dân làm tốt việc gieo', PAGE.left, 700);
      put(
        doc,
        '1',
        PAGE.left + doc.widthOfString('Đảng ủy xã yêu cầu các chi bộ lãnh đạo nhân dân làm tốt việc gieo'),
        701,
        7,
      );
      put(doc, '¹ Theo lịch thời vụ của huyện ban hành ngày 2/1.', PAGE.left, 740, 8);
      doc.addPage();
      put(doc, 'cấy đúng lịch.', PAGE.left, 80);
    });
    const part = await partOf(bytes);
    expect(textsOf(part)).toEqual([
      paragraph(1, 2),
      'Đảng ủy xã yêu cầu các chi bộ lãnh đạo nhân dân làm tốt việc gieo¹ cấy đúng lịch.',
      '¹ Theo lịch thời vụ của huyện ban hành ngày 2/1.',
    ]);
    expect(part.pages).toEqual([1, 1, 1]);
  });

  test('marks that were set apart from their letters are put on them', async () => {
    const bytes = await pdfOf((doc) => {
      put(doc, 'Xã Tân Phú họp bàn kế hoạch vụ xuân', PAGE.left, 80, 18);
      doc.fontSize(12);
      column(doc, paragraph(1, 2), PAGE.left, 120, WIDTH);
      let x = PAGE.left;
      for (const word of ['Đồng', 'chí', 'Bí', 'thư', 'Đảng', 'ủy', 'kết', 'luận.']) {
        for (const sign of word.normalize('NFD')) {
          const isMark = /\p{M}/u.test(sign);
          if (isMark) put(doc, sign, x, 300);
          else {
            put(doc, sign, x, 300);
            x += doc.widthOfString(sign);
          }
        }
        x += doc.widthOfString(' ');
      }
    });
    expect(textsOf(await partOf(bytes)).at(-1)).toBe('Đồng chí Bí thư Đảng ủy kết luận.');
  });

  test('letters of old fonts become Unicode', async () => {
    const lines = [
      'X\u00B7 T\u00A9n Ph\u00F3 chu\u00C8n b\u00DE v\u00F4 xu\u00A9n',
      '\u00A7\u00B6ng b\u00E9 x\u00B7 T\u00A9n Ph\u00F3 h\u00E4p b\u00B5n k\u00D5 ho\u00B9ch s\u00B6n xu\u00CAt v\u00F4 xu\u00A9n n\u00A8m nay c\u00EFng c\u00B8c th\u00ABn.',
    ];
    const after = lines
      .map((line, index) => `BT /F 10 Tf 10 ${500 - index * 40} Td (${line}) Tj ET`)
      .join(' ');
    const part = await partOf(scansOf([{ picture: faxPicture(96), place: '8 0 0 8 0 0', after }]));
    expect(part.article.title).toBe('Xã Tân Phú chuẩn bị vụ xuân');
    expect(textsOf(part)).toEqual([
      'Đảng bộ xã Tân Phú họp bàn kế hoạch sản xuất vụ xuân năm nay cùng các thôn.',
    ]);
    expect(part.encoding).toBe('tcvn3');
  });

  test('what begins each page in its own way is no running head', async () => {
    const bytes = await pdfOf((doc) => {
      for (const page of [1, 2, 3, 4, 5, 6]) {
        if (page > 1) doc.addPage();
        doc.font('regular');
        put(doc, 'Công báo xã Tân Phú', PAGE.left, 30, 9);
        put(doc, `Số 12/2021 – trang ${page + 40}/46`, PAGE.left, 42, 9);
        put(doc, `- ${page + 40} -`, 290, 810, 9);
        doc.font('bold');
        put(doc, `Điều ${page * page}.`, PAGE.left, 80);
        doc.font('regular').fontSize(12);
        column(doc, paragraph(page), PAGE.left, 110, WIDTH);
      }
    });
    const part = await partOf(bytes);
    expect(part.article.title).toBe('Điều 1.');
    expect(textsOf(part).filter((text) => text.startsWith('Điều'))).toHaveLength(5);
    expect(textsOf(part)).toHaveLength(11);
    expect(part.article.removed).toEqual([
      { text: 'Công báo xã Tân Phú', reason: 'running-head', before: 0 },
      { text: 'Số 12/2021 – trang 41/46', reason: 'running-head', before: 0 },
      { text: '- 41 -', reason: 'running-head', before: 0 },
    ]);
  });

  test('a large letter that begins a paragraph is its first letter', async () => {
    const [first, second] = [paragraph(1), paragraph(2)];
    const bytes = await pdfOf((doc) => {
      put(doc, 'Đổi thay ở vùng cao Tân Phú', PAGE.left, 70, 22);
      put(doc, first.slice(0, 1), PAGE.left, 119, 30);
      doc.fontSize(12);
      // Two lines beside the letter, the rest below it.
      const words = first.slice(1).split(' ');
      const cut = 20;
      column(doc, words.slice(0, cut).join(' '), PAGE.left + 28, 122, WIDTH - 28);
      column(doc, words.slice(cut).join(' '), PAGE.left, doc.y, WIDTH);
      column(doc, second, PAGE.left, doc.y, WIDTH, { indent: 20 });
    });
    expect(textsOf(await partOf(bytes))).toEqual([first, second]);
  });

  test('a bold lead and the signatures at the end', async () => {
    const lead =
      'Sáng 8/8, Ủy ban nhân dân xã Tân Phú tổ chức ra quân làm đường liên thôn với sự tham gia của hơn 200 hộ dân.';
    const bytes = await pdfOf((doc) => {
      put(doc, 'Xã Tân Phú: hơn 200 hộ dân làm đường', PAGE.left, 70, 20);
      doc.font('bold').fontSize(12);
      column(doc, lead, PAGE.left, 110, WIDTH, { align: 'left' });
      doc.font('regular');
      for (const number of [5, 6]) {
        column(doc, paragraph(number, 2), PAGE.left, doc.y + 7, WIDTH, { align: 'left', lineGap: 3 });
      }
      const y = doc.y + 20;
      put(doc, 'Nơi nhận:', PAGE.left, y);
      put(doc, '- Các thôn;', PAGE.left, y + 15);
      put(doc, '- Lưu: VT.', PAGE.left, y + 30);
      putCentred(doc, 'TM. ỦY BAN NHÂN DÂN', 420, y);
      putCentred(doc, 'CHỦ TỊCH', 420, y + 15);
      putCentred(doc, 'Trần Văn Mẫu', 420, y + 90);
    });
    expect(textsOf(await partOf(bytes))).toEqual([
      lead,
      paragraph(5, 2),
      paragraph(6, 2),
      'Nơi nhận:',
      '- Các thôn;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Trần Văn Mẫu',
    ]);
  });

  test('a table keeps its rows', async () => {
    const rows = [
      ['Thôn', 'Diện tích', 'Sản lượng'],
      ['Đông', '12 ha', '60 tấn'],
      ['Đoài', '15 ha', '71 tấn'],
    ];
    const bytes = await pdfOf((doc) => {
      put(doc, 'Kết quả vụ xuân của xã Tân Phú', PAGE.left, 80, 18);
      doc.fontSize(12);
      column(doc, paragraph(1, 2), PAGE.left, 120, WIDTH);
      for (const [row, cells] of rows.entries()) {
        for (const [cell, text] of cells.entries()) put(doc, text, PAGE.left + cell * 140, 250 + row * 16);
      }
      column(doc, paragraph(2, 2), PAGE.left, 320, WIDTH);
    });
    const part = await partOf(bytes);
    expect(textsOf(part)).toEqual([
      paragraph(1, 2),
      'Thôn | Diện tích | Sản lượng',
      'Đông | 12 ha | 60 tấn',
      'Đoài | 15 ha | 71 tấn',
      paragraph(2, 2),
    ]);
    expect(part.article.blocks[1]?.kind).toBe('table');
  });

  test('a page that lies on its side, and a stamp across another', async () => {
    const bytes = await pdfOf((doc) => {
      doc.rotate(90, { origin: [0, 0] });
      put(doc, 'Bản đồ kênh mương của xã Tân Phú', 80, -500, 18);
      doc.fontSize(12);
      column(doc, paragraph(1, 2), 80, -460, 600);
      column(doc, paragraph(2, 2), 80, -380, 600);
    });
    expect(textsOf(await partOf(bytes))).toEqual([paragraph(1, 2), paragraph(2, 2)]);
  });
});
