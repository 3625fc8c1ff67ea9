import { readFileSync } from 'node:fs';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { docOf, docxOf, numberingXml, odtOf, rtfOf, rtfText } from '../../fixtures/formats/office';
import { encodeAs, type Encoder } from '../../fixtures/encoders';
import { column, PAGE, paragraph, pdfOf } from './pdf-material';
import { bitPicture, faxPicture, greyPicture, jpegPicture, scansOf } from './scan-material';
import { zipOf } from './zips';

// One ordinary document of each format, small, so that thousands of broken ones can be made of it.

export interface Ordinary {
  name: string;
  bytes: Uint8Array;
}

/** A document that is an archive of parts: these are broken one by one and packed again. */
export interface Packed {
  name: string;
  parts: Record<string, Uint8Array>;
}

const TITLE = 'Xã Tân Phú làm đường bê tông';
const SENTENCES = [
  'Sáng 5/1/2021, Ủy ban nhân dân xã Tân Phú họp bàn kế hoạch làm đường cùng các thôn.',
  'Ông Trần Văn Hòa, Chủ tịch xã, yêu cầu các thôn góp ý xong trước ngày 30/3 và gửi kết quả về xã.',
  '“Đường tới đâu, dân được nhờ tới đó”, ông nói; năm nay xã làm 4,5 km, hết 1.200 tấn xi măng.',
] as const;
const TEXT = [TITLE, ...SENTENCES, 'Ảnh: Minh Hà', 'Theo Báo Tân Phú', 'Tin liên quan'].join('\n\n');

const utf8 = (text: string) => new TextEncoder().encode(text);
const inUtf8 = (parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, utf8(text)]));
const paragraphs = (tag: string) => SENTENCES.map((sentence) => `<${tag}>${sentence}</${tag}>`).join('\n');

const MARKDOWN = `# ${TITLE}\n\n> ${SENTENCES[2]}\n\n${SENTENCES[0]} **Xã** [họp](/x).\n\n- ${SENTENCES[1]}\n- Việc khác\n  1. Một\n\n| Thôn | Mét |\n| --- | --- |\n| Đông | 120 |\n\n![Quang cảnh hội nghị](a.png)\n\n\`\`\`\nx = 1\n\`\`\`\n`;

/** Nothing in it would run, so that no change can leave it as text. */
export const PAGE_HTML = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${TITLE}</title><link rel="canonical" href="http://bao.example/a"></head><body><ul class="menu"><li><a href="/">Trang chủ</a></li></ul><article><h1>${TITLE}</h1><p class="sapo">${SENTENCES[2]}</p>${paragraphs('p')}<figure><img src="a.png" alt="Hội nghị"><figcaption>Quang cảnh hội nghị. Ảnh: Minh Hà</figcaption></figure><table><tr><td>Thôn</td><td>Mét</td></tr><tr><td>Đông &amp; Tây</td><td>1&#8239;20</td></tr></table><ol start="3"><li>Một</li></ol></article></body></html>`;

export const mhtOf = (page: string): Uint8Array =>
  utf8(
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: http://bao.example/2021/lam-duong.html',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--bien--"',
      '',
      '----bien--',
      'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
      Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '----bien--',
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <anh>\r\n',
      Buffer.alloc(90, 7).toString('base64'),
      '----bien----',
      '',
    ].join('\r\n'),
  );

const quotedMht = utf8(
  `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?X=C3=A3?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://bao.example/b\r\n\r\n${Array.from(
    utf8(PAGE_HTML),
    (byte) =>
      byte === 0x3d || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
  ).join('')}\r\n--b1--\r\n`,
);

const FONTS = '{\\f1\\fnil\\fcharset163 .VnTime;}{\\f2\\fnil\\fcharset0 VNI-Times;}';
const RTF = rtfOf(
  `{\\stylesheet{\\s1 heading 1;}}{\\info{\\title x}}\\pard\\s1\\b ${rtfText(TITLE)}\\b0\\par\\pard ${SENTENCES.map(rtfText).join('\\par ')}\\par{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt ${rtfText('họp xã')}}}\\par{\\f1 C\\'b8c th\\'abn}\\par\\trowd\\cellx100\\cellx200 a\\cell b\\cell\\row\\pard{\\footnote ghi}{\\pict\\wmetafile8 0102}\\u-1234?\\par`,
  FONTS,
);
const DOC = docOf(
  `${TITLE}\r${SENTENCES.join('\r')}\rThôn\x07Mét\x07\x07Đông\x07120\x07\x07\x13 HYPERLINK "a" \x14họp\x15\r`,
);
const NARROW_DOC = docOf('Xa Tan Phu lam duong be tong\rCac thon gop y xong truoc ngay 30/3.\r', {
  narrow: true,
});

const run = (text: string) => `<w:r><w:rPr><w:b/><w:rFonts w:ascii="Arial"/></w:rPr><w:t>${text}</w:t></w:r>`;
const wordParagraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;

export const PACKED: readonly Packed[] = [
  {
    name: 'bai.docx',
    parts: unzipSync(
      docxOf(
        `${wordParagraph(TITLE, '<w:pStyle w:val="Title"/>')}${SENTENCES.map((sentence) => wordParagraph(sentence)).join('')}${wordParagraph('Một', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:tbl><w:tr><w:tc>${wordParagraph('Thôn')}</w:tc><w:tc>${wordParagraph('Mét')}</w:tc></w:tr><w:tr><w:tc>${wordParagraph('Đông')}</w:tc><w:tc>${wordParagraph('120')}</w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('họp')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins>${run('mới')}</w:ins><w:r><w:br/></w:r></w:p>`,
        {
          '_rels/.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
          'word/numbering.xml': numberingXml([['decimal', '%1.']]),
          'word/styles.xml':
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style></w:styles>',
        },
      ),
    ),
  },
  {
    name: 'bai.odt',
    parts: unzipSync(
      odtOf(
        `<text:h text:outline-level="1">${TITLE}</text:h>${paragraphs('text:p')}<text:list text:style-name="L1"><text:list-item text:start-value="3"><text:p>Một<text:s text:c="4"/><text:span text:style-name="T1">hai</text:span></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Thôn</text:p></table:table-cell><table:table-cell><text:p>Mét</text:p></table:table-cell></table:table-row></table:table><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>ghi</text:p></text:note-body></text:note></text:p>`,
        '<style:style style:name="T1"><style:text-properties style:font-name=".VnTime"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="2"/></text:list-style>',
        { mimetype: 'application/vnd.oasis.opendocument.text' },
      ),
    ),
  },
  bookOf([PAGE_HTML, `<html><body><h1>Chương hai</h1>${paragraphs('p')}</body></html>`]),
];

/** As office programs pack it: what it is stands first, as it is. */
export function packedOf({ name, parts }: Packed): Ordinary {
  const { mimetype, ...others } = parts;
  const head: Zippable = mimetype === undefined ? {} : { mimetype: [mimetype, { level: 0 }] };
  return { name, bytes: zipSync({ ...head, ...others }, { level: 1 }) };
}

export function bookOf(pages: readonly string[]): Packed {
  const items = pages.map(
    (_, index) => `<item id="d${index}" href="d${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = pages.map((_, index) => `<itemref idref="d${index}"/>`);
  const points = pages.map(
    (_, index) =>
      `<navPoint><navLabel><text>Chương ${index + 1}</text></navLabel><content src="d${index}.xhtml#a"/></navPoint>`,
  );
  return {
    name: 'sach.epub',
    parts: inUtf8({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<?xml version="1.0"?><container><rootfiles><rootfile full-path="O/s.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'O/s.opf': `<?xml version="1.0"?><package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Chuyện làng</dc:title><dc:creator>Trần Minh Hà</dc:creator><dc:date>2014-08-15</dc:date></metadata><manifest>${items.join('')}<item id="ncx" href="s.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">${spine.join('')}</spine></package>`,
      'O/s.ncx': `<?xml version="1.0"?><ncx><navMap>${points.join('')}</navMap></ncx>`,
      ...Object.fromEntries(pages.map((page, index) => [`O/d${index}.xhtml`, page])),
    }),
  };
}

const TEXT_ENCODINGS: readonly Encoder[] = [
  'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-bom', 'utf-16be-bom', 'windows-1258', 'tcvn3', 'vni-windows', 'viqr',
  'windows-1252', 'twice-utf-8',
]; // prettier-ignore

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/formats/scans/${name}`, import.meta.url)));

const PICTURES = [
  'thong-bao-nguoc.png', 'thong-bao-mo.jpg', 'thong-bao.webp', 'tiff/den-trang-g4.tif', 'tiff/den-trang-g3-2d.tif', 'tiff/den-trang-rle.tif',
  'tiff/den-trang-packbits.tif', 'tiff/xam-lzw.tif', 'tiff/xam-deflate.tif', 'tiff/xam-jpeg.tif', 'tiff/xam-xoay.tif',
] as const; // prettier-ignore

export type Group =
  'text' | 'markdown' | 'html' | 'mht' | 'rtf' | 'doc' | 'packed' | 'pdf' | 'scan' | 'image' | 'zip';

/** All documents as bytes, by the reader that they are for. */
export async function ordinaryFiles(): Promise<Record<Group, Ordinary[]>> {
  const packed = PACKED.map(packedOf);
  const drawn = (doc: PDFKit.PDFDocument) => {
    column(doc, TITLE, PAGE.left, 90, 400);
    column(doc, paragraph(1, 1), PAGE.left, 130, 200);
    column(doc, paragraph(2, 1), 320, 130, 200);
  };
  const standard = (doc: PDFKit.PDFDocument) => {
    doc
      .font('Helvetica')
      .text('Hop dong mua ban lua giong vu xuan nam nay.', 80, 90)
      .addPage()
      .text('Trang hai.');
  };
  // The same bytes on every day.
  const info = { CreationDate: new Date('2021-01-05') };
  const scans = [greyPicture(16, 24), bitPicture(24, 24, 'mask'), faxPicture(24), jpegPicture(16, 16)];
  return {
    text: TEXT_ENCODINGS.map((encoding) => ({ name: 'bai.txt', bytes: encodeAs(TEXT, encoding) })),
    markdown: [{ name: 'bai.md', bytes: utf8(MARKDOWN) }],
    html: [{ name: 'bai.html', bytes: utf8(PAGE_HTML) }],
    mht: [
      { name: 'bai.mht', bytes: mhtOf(PAGE_HTML) },
      { name: 'bai.mht', bytes: quotedMht },
    ],
    rtf: [{ name: 'bai.rtf', bytes: RTF }],
    doc: [DOC, NARROW_DOC].map((bytes) => ({ name: 'bai.doc', bytes: new Uint8Array(bytes) })),
    packed,
    pdf: [
      { name: 'bai.pdf', bytes: await pdfOf(standard, { compress: false, info }) },
      { name: 'bai.pdf', bytes: await pdfOf(drawn, { info }) },
    ],
    scan: scans.map((picture) => ({ name: 'quet.pdf', bytes: scansOf([{ picture }]) })),
    image: PICTURES.map((name) => ({ name: name.replace('tiff/', ''), bytes: fixture(name) })),
    zip: [
      {
        name: 'nhieu.zip',
        bytes: zipOf({ 'bai.txt': TEXT, 'Thư mục/trang.html': PAGE_HTML, 'Thư mục/bai.rtf': RTF }),
      },
      {
        name: 'nhieu.zip',
        bytes: zipOf({ 'bai.md': MARKDOWN, 'cu.doc': DOC, 'sach.epub': packed[2]?.bytes ?? '' }),
      },
    ],
  };
}
