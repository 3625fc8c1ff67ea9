import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { runCli } from '../../../main/hosts/cli';
import { createDirectEngine } from '../../../main/importing/operations';
import { encodeAs, type Encoder } from '../../fixtures/encoders';
import { docOf, docxOf, odtOf, paragraph, rtfOf, rtfText, run } from '../../fixtures/formats/office';
import { startEngine } from '../importing/ocr-material';
import { PAGE, pdfOf } from '../importing/pdf-material';
import { zipOf } from '../importing/zips';
import { temporaryFolder } from '../store/support';

vi.setConfig({ testTimeout: 120_000 });

const ocr = startEngine();
afterAll(() => ocr.close());

const TITLE = 'Xã Tân Phú làm đường bê tông';
/** Another day and other words for each file, so that no file is a version of another. */
const THINGS = [
  'đường',
  'cầu',
  'trường',
  'chợ',
  'trạm xá',
  'sân vận động',
  'nhà văn hóa',
  'kênh',
  'đình',
  'bến đò',
  'vườn ươm',
  'đê',
  'kho lúa',
  'lò gạch',
  'trại cá',
  'bãi xe',
  'hồ nước',
  'cống',
  'công viên',
];

interface Text {
  title: string;
  lines: string[];
  day: string;
}

function textOf(index: number): Text {
  const thing = THINGS[index] ?? 'việc';
  const day = (index % 27) + 1;
  return {
    title: `${TITLE}, ${thing}`,
    lines: [
      `Sáng ${day}/${(index % 12) + 1}/20${10 + index}, UBND xã Tân Phú họp bàn việc sửa ${thing} cùng các thôn trong xã.`,
      `Chủ tịch xã yêu cầu các thôn góp ý về ${thing} xong trước ngày 30/3 và báo cáo kết quả bằng văn bản số ${index}/BC-UBND.`,
      'Theo Báo Tân Phú',
    ],
    day: `20${10 + index}-${String((index % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  };
}

const plain = ({ title, lines }: Text) => [title, ...lines].join('\n\n');
const page = ({ title, lines }: Text) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
const utf8 = (text: string) => new TextEncoder().encode(text);

const ENCODINGS: readonly Encoder[] = [
  'utf-8',
  'utf-8-bom',
  'utf-16le-bom',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni-windows',
  'viqr',
];

/** Name → the format and encoding that are to be found. */
async function writeFolder(
  folder: string,
): Promise<Map<string, { format: string; encoding: string; text: Text }>> {
  const expected = new Map<string, { format: string; encoding: string; text: Text }>();
  const put = async (
    name: string,
    format: string,
    encoding: string,
    make: (text: Text) => Uint8Array | Promise<Uint8Array>,
  ) => {
    const text = textOf(expected.size);
    writeFileSync(join(folder, name), await make(text));
    expected.set(name, { format, encoding, text });
  };
  for (const encoding of ENCODINGS) {
    const found = encoding.replace(/-bom$/, '');
    await put(`chu-${encoding}.txt`, 'text', found, (text) => encodeAs(plain(text), encoding));
  }
  await put('ghi-chep.md', 'markdown', 'utf-8', ({ title, lines }) =>
    utf8(`# ${title}\n\n${lines.join('\n\n')}\n`),
  );
  await put('trang.html', 'html', 'utf-8', (text) => utf8(page(text)));
  await put('trang.mht', 'mht', 'utf-8', (text) =>
    utf8(
      `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page(text)).toString('base64')}\r\n--b--\r\n`,
    ),
  );
  await put('bao-cao.docx', 'docx', 'unicode', ({ title, lines }) =>
    docxOf([title, ...lines].map((line) => paragraph(run(line))).join('')),
  );
  await put('bao-cao.doc', 'doc', 'unicode', ({ title, lines }) =>
    docOf(`${[title, ...lines].join('\r')}\r`),
  );
  await put('bao-cao.odt', 'odt', 'unicode', ({ title, lines }) =>
    odtOf([title, ...lines].map((line) => `<text:p>${line}</text:p>`).join('')),
  );
  await put('bao-cao.rtf', 'rtf', 'unicode', ({ title, lines }) =>
    rtfOf([title, ...lines].map((line) => `${rtfText(line)}\\par `).join('')),
  );
  await put('ban-in.pdf', 'pdf', 'unicode', ({ title, lines }) =>
    pdfOf((doc) => {
      doc.fontSize(18).text(title, PAGE.left, PAGE.top, { width: PAGE.right - PAGE.left });
      doc.fontSize(12);
      for (const line of lines) doc.moveDown(1).text(line, { width: PAGE.right - PAGE.left });
    }),
  );
  return expected;
}

it('a folder with every format and encoding comes in, a line each, with the right title, day and paragraphs', async () => {
  const cwd = temporaryFolder();
  const folder = join(cwd, 'bài');
  mkdirSync(folder);
  const expected = await writeFolder(folder);
  const inZip = textOf(16);
  writeFileSync(join(folder, 'gói.zip'), zipOf({ 'trong/bai.txt': plain(inZip), 'a.css': 'p{}' }));
  writeFileSync(join(folder, 'trống.txt'), '');
  cpSync('tests/fixtures/formats/scans/thong-bao.webp', join(folder, 'ảnh.webp'));
  const out: string[] = [];
  const cli = async (...argv: string[]) => {
    out.length = 0;
    const code = await runCli([...argv, '--library', join(cwd, 'thư viện'), '--json'], {
      out: (line) => out.push(line),
      err: () => undefined,
      cwd,
      env: { HOME: cwd },
      engine: () => createDirectEngine(ocr.readPage),
    });
    return { code, values: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
  };

  const { code, values } = await cli('import', 'bài');
  expect(code).toBe(1);
  const byPath = new Map(values.map((value) => [String(value['path']), value]));
  expect(byPath.size).toBe(expected.size + 3);
  expect(byPath.get('bài/trống.txt')).toMatchObject({ status: 'refused', code: 'file-empty' });
  expect(byPath.get('bài/ảnh.webp')).toMatchObject({
    status: 'imported',
    format: 'image',
    encoding: 'unicode',
  });
  expect(byPath.get('bài/gói.zip/trong/bai.txt')).toMatchObject({ status: 'imported', title: inZip.title });
  for (const [name, { format, encoding, text }] of expected) {
    const result = byPath.get(`bài/${name}`);
    expect(result, name).toMatchObject({ status: 'imported', title: text.title, format, encoding });
    const shown = await cli('show', String(result?.['id']));
    const [article] = shown.values;
    expect(article, name).toMatchObject({ title: text.title, publishedOn: text.day, source: 'Báo Tân Phú' });
    expect(
      (article?.['blocks'] as { text: string }[]).map((block) => block.text),
      name,
    ).toEqual(text.lines.slice(0, 2));
  }
  expect((await cli('check')).values).toMatchObject([{ problems: [] }]);
  expect(readFileSync(join(folder, 'chu-tcvn3.txt'))).toEqual(
    Buffer.from(encodeAs(plain(textOf(5)), 'tcvn3')),
  );
});
