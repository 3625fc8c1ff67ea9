import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';

const FONTS = path.dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'));

/** A4 in points, with the margins that offices use. */
export const PAGE = { width: 595, height: 842, left: 80, right: 515, top: 72, bottom: 770 };

/** A document with the fonts `regular`, `bold` and `italic`; `draw` writes on its first page and adds others. */
export async function pdfOf(
  draw: (doc: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 72, ...options });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const end = new Promise<void>((resolve) => {
    doc.on('end', () => {
      resolve();
    });
  });
  doc.registerFont('regular', path.join(FONTS, 'DejaVuSerif.ttf'));
  doc.registerFont('bold', path.join(FONTS, 'DejaVuSerif-Bold.ttf'));
  doc.registerFont('italic', path.join(FONTS, 'DejaVuSerif-Italic.ttf'));
  doc.font('regular').fontSize(12);
  draw(doc);
  doc.end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}

/** One line at a place, not broken; `y` is that of its top. */
export function put(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size = 12): void {
  doc.fontSize(size).text(text, x, y, { lineBreak: false });
}

/** One line around a centre. */
export function putCentred(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  put(doc, text, x - doc.widthOfString(text) / 2, y);
}

/** Text broken by the library into lines of `width` points. */
export function column(
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  width: number,
  options: PDFKit.Mixins.TextOptions = {},
): void {
  doc.text(text, x, y, { width, align: 'justify', ...options });
}

const PLACES = ['Tân Phú', 'Hòa Bình Tây', 'Phước Long', 'An Thạnh', 'Đồng Khê', 'Vĩnh Hưng'];
const MATTERS = [
  'nạo vét kênh mương nội đồng',
  'gieo cấy đúng lịch thời vụ',
  'tu sửa đường liên thôn',
  'kiểm tra giống lúa trước khi gieo',
  'tiêm phòng cho đàn gia súc',
];

/** A paragraph of our own words, another one for each number. */
export function paragraph(number: number, sentences = 3): string {
  return Array.from({ length: sentences }, (_, index) => {
    const seed = number * 7 + index * 3;
    const place = PLACES[seed % PLACES.length] ?? '';
    const matter = MATTERS[seed % MATTERS.length] ?? '';
    return `Đoạn ${number} câu ${index + 1}: Ủy ban nhân dân xã ${place} yêu cầu các thôn ${matter}, báo cáo kết quả về xã trước ngày ${(seed % 27) + 1}/3 và cử người theo dõi việc thực hiện.`;
  }).join(' ');
}
