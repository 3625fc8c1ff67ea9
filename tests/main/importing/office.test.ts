import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { fromTcvn3, fromVni } from '#core/text/legacy-tables';
import { readDoc } from '../../../main/importing/doc';
import { readDocx } from '../../../main/importing/docx';
import { articleOfMarkup } from '../../../main/importing/markup';
import { readOdt } from '../../../main/importing/odt';
import type { Reader } from '../../../main/importing/reading';
import { readRtf } from '../../../main/importing/rtf';
import {
  docOf,
  docxOf,
  numberingXml,
  odtOf,
  paragraph,
  rtfOf,
  rtfText,
  run,
  wordXml,
} from '../../fixtures/formats/office';
import { asDocx, blocks, LINES, PARAGRAPH, read, SECOND, TITLE } from './office-helpers';

describe('markup', () => {
  test('paragraphs alone are read as a plain text', () => {
    const article = articleOfMarkup(
      `<p>Hội Nông dân xã Tân Phú tổng kết năm 2020</p><p>${PARAGRAPH}</p><p>${SECOND}</p><p>Theo Báo Tân Phú</p>`,
    );
    expect(article).toMatchObject({
      title: 'Hội Nông dân xã Tân Phú tổng kết năm 2020',
      source: 'Báo Tân Phú',
      publishedOn: '2021-03-12',
    });
    expect(article?.blocks.map((block) => block.text)).toEqual([PARAGRAPH, SECOND]);
  });

  test('headings, lists, tables, quotes and breaks keep their kind', () => {
    const article = articleOfMarkup(
      `<h1>Hội nghị<br/>nông dân</h1><p class="dek">Lời dẫn của bài.</p><p>${PARAGRAPH}</p><h2>Kết quả</h2>
       <ol start="3"><li>Làm đường<ul><li>ở thôn Đông</li></ul></li><li><p>Sửa kênh</p><p>thêm ý</p></li></ol>
       <blockquote><p>Phải gần dân.</p></blockquote>
       <table><tr><th>Thôn</th><th>Mét đường</th></tr><tr><td>Đông</td><td><p>120</p></td></tr></table>
       <table><tr><td><p>${SECOND}</p></td></tr></table>`,
    );
    expect(article?.title).toBe('Hội nghị nông dân');
    expect(article?.dek).toBe('Lời dẫn của bài.');
    expect(article?.blocks).toEqual([
      { kind: 'paragraph', text: PARAGRAPH },
      { kind: 'heading', text: 'Kết quả' },
      { kind: 'list-item', text: '3. Làm đường' },
      { kind: 'list-item', text: 'ở thôn Đông' },
      { kind: 'list-item', text: '4. Sửa kênh' },
      { kind: 'list-item', text: 'thêm ý' },
      { kind: 'quote', text: 'Phải gần dân.' },
      { kind: 'table', text: 'Thôn | Mét đường' },
      { kind: 'table', text: 'Đông | 120' },
      { kind: 'paragraph', text: SECOND },
    ]);
  });

  test('hostile markup leaves no trace and costs no time', () => {
    const hostile = articleOfMarkup(
      `<head><title>tên trang</title><script src="a.js"/></head><h1>Bản tin</h1><p onclick="x()">${PARAGRAPH}</p><script>alert(1)</script><p>${SECOND} &lt;b&gt;</p>`,
    );
    expect(hostile?.blocks.map((block) => block.text)).toEqual([PARAGRAPH, `${SECOND} <b>`]);
    const before = performance.now();
    for (const piece of ['<table><tr><td>', '<ol><li>', '<blockquote>', '</p></li>', '<a b="', '<p/>']) {
      articleOfMarkup(piece.repeat(100_000) + PARAGRAPH);
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

/** Letters of Unicode as an old font has them. */
function typedIn(from: (latin: string) => string, text: string): string {
  const old = new Map<string, string>();
  for (let code = 0xff; code >= 0xa1; code -= 1) {
    const char = String.fromCharCode(code);
    old.set(from(char), char);
    for (const vowel of 'aeouyAEOUYôöÔÖ') {
      const letter = from(vowel + char);
      if (letter.length === 1) old.set(letter, vowel + char);
    }
  }
  return Array.from(text, (char) => old.get(char) ?? char).join('');
}

describe('the same article in every format', () => {
  test.each<[string, Reader, Uint8Array]>([
    ['docx', readDocx, asDocx(LINES)],
    ['odt', readOdt, odtOf(LINES.map((line) => `<text:p>${line}</text:p>`).join(''))],
    ['rtf', readRtf, rtfOf(LINES.map((line) => `\\pard ${rtfText(line)}\\par\n`).join(''))],
    ['doc', readDoc, docOf(`${LINES.join('\r')}\r`)],
  ])('%s', async (_, reader, bytes) => {
    const article = await read(reader, bytes);
    expect(article).toMatchObject({
      title: TITLE,
      source: 'Báo Tân Phú',
      publishedOn: '2021-03-12',
      captions: [{ text: 'Đại biểu thăm mô hình trồng bưởi', credit: 'Minh Hà' }],
      encoding: 'unicode',
    });
    expect(blocks(article)).toEqual([PARAGRAPH, SECOND]);
  });

  const modern = [TITLE, PARAGRAPH, SECOND.replace('²', '2')];
  const tcvn3 = modern.map((line) => typedIn(fromTcvn3, line));
  const vni = modern.map((line) => typedIn(fromVni, line));
  const hex = (text: string) =>
    text.replace(/[^\p{ASCII}]/gu, (char) => `\\'${char.charCodeAt(0).toString(16)}`);
  const inRtf = (font: string, lines: readonly string[]) =>
    rtfOf(`\\f9 ${lines.map((line) => `${hex(line)}\\par\n`).join('')}`, `{\\f9\\fnil\\fcharset0 ${font};}`);
  const odtFont = `<style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name=".VnTime"/></style:style>`;
  test.each<[string, Reader, Uint8Array, string]>([
    ['TCVN3 in docx', readDocx, asDocx(tcvn3, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'), 'tcvn3'],
    ['TCVN3 in docx without fonts', readDocx, asDocx(tcvn3), 'tcvn3'],
    [
      'VNI in docx',
      readDocx,
      asDocx(vni, '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'),
      'vni-windows',
    ],
    ['TCVN3 in rtf', readRtf, inRtf('.VnTime', tcvn3), 'tcvn3'],
    ['VNI in rtf', readRtf, inRtf('VNI-Times', vni), 'vni-windows'],
    [
      'TCVN3 in odt',
      readOdt,
      odtOf(tcvn3.map((line) => `<text:p text:style-name="P1">${line}</text:p>`).join(''), odtFont),
      'tcvn3',
    ],
    ['TCVN3 in doc', readDoc, docOf(tcvn3.join('\r'), { narrow: true }), 'tcvn3'],
  ])('%s', async (_, reader, bytes, encoding) => {
    const article = await read(reader, bytes);
    expect([article.title, ...blocks(article)]).toEqual(modern);
    expect(article.encoding).toBe(encoding);
  });
});

describe('docx', () => {
  test('what a word processor writes keeps its kind', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const bytes = await Packer.toBuffer(
      new Document({
        creator: 'Admin',
        title: 'Document1',
        sections: [
          {
            children: [
              new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
              new Paragraph({
                children: [new TextRun('Sáng 12/3'), new TextRun(PARAGRAPH.slice(9))],
              }),
              new Paragraph({ text: 'Kết quả nổi bật', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({ text: 'Làm 3 km đường', bullet: { level: 0 } }),
              new Table({
                rows: [
                  new TableRow({ children: [cell('Thôn'), cell('Mét đường')] }),
                  new TableRow({ children: [cell('Đông'), cell('120')] }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    const article = await read(readDocx, bytes);
    expect(article.title).toBe(TITLE);
    expect(article.byline).toBeNull();
    expect(article.blocks).toEqual([
      { kind: 'paragraph', text: PARAGRAPH },
      { kind: 'heading', text: 'Kết quả nổi bật' },
      { kind: 'list-item', text: 'Làm 3 km đường' },
      { kind: 'table', text: 'Thôn | Mét đường' },
      { kind: 'table', text: 'Đông | 120' },
    ]);
  });

  test('numbers are written out, hidden and deleted text is left out, notes are set apart', async () => {
    const numbered = (text: string, level: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    const bytes = docxOf(
      paragraph(run(TITLE)) +
        numbered('Kết quả', 0) +
        paragraph(
          run(PARAGRAPH) + run('ẩn', '<w:vanish/>') + '<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
        ) +
        numbered('Nhiệm vụ', 0) +
        numbered('Thu quỹ đúng hạn.', 1) +
        numbered('Làm xong con đường.', 1) +
        paragraph(`${run('Có chú thích')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' ở giữa câu.')}`),
      {
        'word/numbering.xml': numberingXml([
          ['upperRoman', '%1.'],
          ['decimal', '%2.'],
        ]),
        'word/footnotes.xml': wordXml('')
          .replace('w:document', 'w:footnotes')
          .replace(
            /<w:body>.*/,
            `<w:footnote w:id="2">${paragraph(run('Lời chú ở dưới.'))}</w:footnote></w:footnotes>`,
          ),
      },
    );
    const article = await read(readDocx, bytes);
    expect(blocks(article)).toEqual([
      'I. Kết quả',
      PARAGRAPH,
      'II. Nhiệm vụ',
      '1. Thu quỹ đúng hạn.',
      '2. Làm xong con đường.',
      'Có chú thích ở giữa câu.',
    ]);
    expect(article.removed.map((line) => line.text).join()).toContain('Lời chú ở dưới.');
  });
});

describe('odt', () => {
  test('headings, lists, tables, spaces; nothing of reviewers', async () => {
    const article = await read(
      readOdt,
      odtOf(
        `<text:tracked-changes><text:changed-region><text:deletion><text:p>đã bỏ</text:p></text:deletion></text:changed-region></text:tracked-changes>
         <text:p text:style-name="P1">${TITLE}</text:p>
         <text:p>${PARAGRAPH}<office:annotation><text:p>góp ý</text:p></office:annotation></text:p>
         <text:h text:outline-level="2">Kết<text:s/>quả</text:h>
         <text:list text:style-name="L1"><text:list-item><text:p>Làm đường</text:p></text:list-item><text:list-item><text:p>Sửa kênh<text:line-break/>mương</text:p></text:list-item></text:list>
         <text:list><text:list-item><text:p>Không số</text:p></text:list-item></text:list>
         <table:table><table:table-row><table:table-cell><text:p>Thôn</text:p></table:table-cell><table:table-cell><text:p>Mét</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Đông</text:p></table:table-cell><table:table-cell><text:p>120</text:p></table:table-cell></table:table-row></table:table>`,
        `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>`,
      ),
    );
    expect(article.title).toBe(TITLE);
    expect(blocks(article)).toEqual([
      PARAGRAPH, 'Kết quả', 'a) Làm đường', 'b) Sửa kênh mương', 'Không số', 'Thôn | Mét', 'Đông | 120',
    ]); // prettier-ignore
  });
});

describe('rtf', () => {
  test('styles, tables, breaks, notes and code pages; nothing that is not text', async () => {
    const article = await read(
      readRtf,
      rtfOf(
        `{\\info{\\title M\\'e1y}}{\\header ti\\u234?u}\\pard\\s1 ${rtfText(TITLE)}\\par\\pard ${rtfText(PARAGRAPH)}{\\pict 00ff}{\\v an}{\\footnote ${rtfText('Lời chú.')}}\\par
         {\\listtext 1.\\tab}{\\f1 sa\\'f2 \\'f0\\'ea k\\'eanh}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt  hai b\\u234\\'ean}}.\\par
         \\trowd\\intbl ${rtfText('Thôn')}\\cell ${rtfText('Mét')}\\cell\\row\\trowd\\intbl ${rtfText('Đông')}\\cell 120\\cell\\row\\pard {\\uc0 ${rtfText('Hết việc.').replace(/\?/g, ' ')}}\\par`,
        `{\\f1\\fcharset163 Arial;}}{\\stylesheet{\\s0 Normal;}{\\s1 Title;}`,
      ),
    );
    expect(article.title).toBe(TITLE);
    expect(blocks(article)).toEqual([
      PARAGRAPH,
      '1. sạ đê kênh hai bên.',
      'Thôn | Mét',
      'Đông | 120',
      'Hết việc.',
    ]);
    expect(article.removed.map((line) => line.text)).toEqual(['Lời chú.']);
  });
});

describe('doc', () => {
  test('fields, cells and line breaks', async () => {
    const text = `${TITLE}\r${PARAGRAPH}\rXem \x13 HYPERLINK "x" \x14trang này\x15 nhé.\rThôn\x07Mét\x07\x07Đông\x07120\x07\x07\r${SECOND}\r`;
    expect(blocks(await read(readDoc, docOf(text)))).toEqual([
      PARAGRAPH, 'Xem trang này nhé.', 'Thôn | Mét', 'Đông | 120', SECOND,
    ]); // prettier-ignore
  });
});
