import fc from 'fast-check';
import type { Group } from './fuzz-files';

// Ways in which a file is broken. Places are parts of the length, so that they hold for a file of any size.

type Mutation =
  | { do: 'flip'; at: number; bit: number }
  | { do: 'set'; at: number; value: number }
  | { do: 'cut'; at: number }
  | { do: 'remove'; at: number; length: number }
  | { do: 'repeat'; at: number; length: number; times: number }
  | { do: 'insert'; at: number; bytes: Uint8Array }
  | { do: 'number'; at: number; value: number; width: number; little: boolean }
  | { do: 'digits'; at: number; digits: string }
  | { do: 'splice'; at: number; other: number; from: number; to: number };

export type Mutations = readonly Mutation[];

const LONGEST = 400_000;
const EXTREMES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe,
  0xffffffff,
];
const DIGITS = [
  '0',
  '-1',
  '1',
  '7',
  '255',
  '65536',
  '99999',
  '2147483648',
  '4294967296',
  '99999999999999999999',
  '1e309',
  '0.00001',
  'NaN',
  '',
];

/** What stands in files of a kind, in places where it should not. */
const WORDS: Record<Group, readonly string[]> = {
  text: ['\0', '\uFEFF', '\uD800', '\u202E', '\u0301'.repeat(40), '\r', '\u2028', '====', '- ', 'http://a.example/b', 'Ảnh: ', '15/8/2014 9:40', 'Theo Báo ', 'MẬT'],
  markdown: ['#', '```', '|-|', '> ', '- ', '[', '](', '![', '<!--', '<div>', '***', '&#0;', '&#xD800;', '1) ', '    ', '[^1]: '],
  html: ['<', '>', '</', '<!--', '-->', '<![CDATA[', '<p>', '</div>', '<table>', '<td>', '<li>', '<br/>', '&#0;', '&#xD800;', '&#x110000;', '&amp', '"', "'", '<figure>', '<figcaption>', '<template>', '<svg>', '<math>', '<select>', '<title>', '<base href=//>', '<plaintext>', '<frameset>'],
  mht: ['\r\n', '\r\n\r\n', '--bien--', '----bien--', '----bien----', '--b1', '=', '=3D', '=\r\n', 'Content-Type: ', 'text/html', 'multipart/related; boundary=', 'boundary="b1"', 'charset=utf-16', 'charset=x', 'base64', 'quoted-printable', 'x-uuencode', 'message/rfc822', '=?utf-8?B?'],
  rtf: ['{', '}', '\\', '{\\*\\', '\\bin9999 ', '\\u-1?', '\\u55296?', '\\uc99 ', "\\'", "\\'zz", '\\f1 ', '\\f99999 ', '\\ansicpg0 ', '\\ansicpg65001 ', '\\par ', '\\cell ', '\\row ', '\\trowd ', '\\intbl ', '\\deleted ', '\\v ', '{\\pict ', '{\\object ', '{\\field{\\*\\fldinst ', '\\fonttbl', '\\fcharset222 ', '{\\footnote ', '\\listtext ', '\\upr', '\\ud', '\0'],
  doc: ['\x13', '\x14', '\x15', '\x07', '\x02', '\xec\xa5', '\x01', '\xff\xff\xff\xff', 'W\0o\0r\0k\0b\0o\0o\0k\0'],
  packed: ['<', '>', '/>', '</w:p>', '<w:p>', '<w:tbl>', '<w:tc>', '<text:p>', '</text:list>', '<text:list>', '<!--', '<![CDATA[', ']]>', '<?x', '&x;', '&#0;', '&#xD800;', '&lt;', '<!DOCTYPE a [<!ENTITY x "y">]>', '<!DOCTYPE a>', ' xmlns=""', ' a="b"', '__proto__', 'constructor', '../', '%', '\0', '\uFFFF', '<w:numId w:val="99"/>', '<w:drawing/>', '<w:sdt>', '<mc:AlternateContent>', '<w:footnoteReference w:id="9"/>', '<w:sym w:char="F0B7"/>', '<w:tblGrid/>', '<w:vMerge/>', '<w:gridSpan w:val="999999999"/>', '<m:oMath>', '<w:pict><v:shape/></w:pict>'],
  pdf: ['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', '<<', '>>', '[', ']', '(', ')', '/Kids[1 0 R 2 0 R 3 0 R]', '/Kids[2 0 R]', '/Length 9 0 R', '/Filter/ASCII85Decode', '/Filter[/FlateDecode/FlateDecode]', '/Count 999999', '/Rotate 45', '/MediaBox[0 0 0 0]', '/MediaBox[-1e9 -1e9 1e9 1e9]', ' cm ', ' Tm ', ' BT ', ' ET ', ' Do ', ' q ', ' Q ', ' Tj ', '/Encrypt 1 0 R', '%%EOF', 'startxref', '\0'],
  scan: ['/Width 99999', '/Height 99999', '/Width 0', '/BitsPerComponent 16', '/BitsPerComponent 2', '/ColorSpace[/Indexed/DeviceRGB 255 (x)]', '/Decode[1 0]', '/Filter/DCTDecode', '/Filter/CCITTFaxDecode', '/Filter/JBIG2Decode', '/Filter/JPXDecode', '/ImageMask true', '/SMask 5 0 R', ' 0 0 0 0 0 0 cm ', ' 1e9 0 0 1e9 0 0 cm ', ' 1 1 1 1 0 0 cm ', '/P Do ', ' q ', ' Q ', '/Rotate 270'],
  image: ['\0\0\0\0', '\xff\xff\xff\xff', '\xff\xd8', '\xff\xc0', '\xff\xda', '\xff\xd9', 'IHDR', 'IDAT', 'IEND', 'II*\0', 'MM\0*', 'RIFF', 'VP8L', 'VP8X'],
  zip: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', '../', '\\', '/', '.zip', '.rar', '\0', '.', 'aux'],
}; // prettier-ignore
/** Letters of two bytes in the file are of no use where its bytes are numbers. */
const IN_BYTES: ReadonlySet<Group> = new Set(['doc', 'image', 'zip', 'rtf', 'pdf', 'scan']);

const place = fc.nat({ max: 0xffff }).map((part) => part / 0x10000);

/** A list of changes to a file of this kind; fast-check makes it shorter when it finds something. */
export function mutationsOf(group: Group): fc.Arbitrary<Mutations> {
  const words = WORDS[group].map(
    (word) => new Uint8Array(Buffer.from(word, IN_BYTES.has(group) ? 'latin1' : 'utf8')),
  );
  const mutation = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('set' as const), at: place, value: fc.nat({ max: 255 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), at: place }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: place, length: fc.nat({ max: 200 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ do: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 300 }) },
        times: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 12 }) }, fc.nat({ max: 3000 })),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), at: place, bytes: fc.constantFrom(...words) }) },
    {
      weight: IN_BYTES.has(group) ? 5 : 1,
      arbitrary: fc.record({
        ...{ do: fc.constant('number' as const), at: place, value: fc.constantFrom(...EXTREMES) },
        ...{ width: fc.constantFrom(2, 4), little: fc.boolean() },
      }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('digits' as const), at: place, digits: fc.constantFrom(...DIGITS) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('splice' as const), at: place, other: fc.nat({ max: 99 }), from: place, to: place }) },
  ); // prettier-ignore
  return fc.array(mutation, { minLength: 1, maxLength: 5 });
}

/** `others`: files of which a piece may be put into this one. */
export function mutated(bytes: Uint8Array, mutations: Mutations, others: readonly Uint8Array[]): Uint8Array {
  return mutations.reduce((now, mutation) => changed(now, mutation, others).slice(0, LONGEST), bytes);
}

const joined = (...pieces: Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));

function changed(bytes: Uint8Array, mutation: Mutation, others: readonly Uint8Array[]): Uint8Array {
  const at = Math.floor(mutation.at * bytes.length);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (mutation.do) {
    case 'flip':
      return joined(
        head,
        tail.map((byte, index) => (index === 0 ? byte ^ (1 << mutation.bit) : byte)),
      );
    case 'set':
      return joined(
        head,
        tail.map((byte, index) => (index === 0 ? mutation.value : byte)),
      );
    case 'cut':
      return head.slice();
    case 'remove':
      return joined(head, tail.subarray(mutation.length));
    case 'repeat': {
      const chunk = tail.subarray(0, mutation.length);
      const times = Math.min(mutation.times, Math.ceil(LONGEST / Math.max(1, chunk.length)));
      return joined(head, ...Array<Uint8Array>(times).fill(chunk), tail);
    }
    case 'insert':
      return joined(head, mutation.bytes, tail);
    case 'number':
      return withNumber(bytes, at, mutation);
    case 'digits':
      return withDigits(bytes, mutation);
    case 'splice': {
      const other = others[mutation.other % Math.max(1, others.length)] ?? bytes;
      const from = Math.floor(Math.min(mutation.from, mutation.to) * other.length);
      const to = Math.floor(Math.max(mutation.from, mutation.to) * other.length);
      return joined(head, other.subarray(from, to), tail);
    }
  }
}

/** Lengths and places that a file states about itself. */
function withNumber(
  bytes: Uint8Array,
  at: number,
  { value, width, little }: Mutation & { do: 'number' },
): Uint8Array {
  if (at + width > bytes.length) return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (width === 2) view.setUint16(at, value & 0xffff, little);
  else view.setUint32(at, value, little);
  return copy;
}

/** The same where numbers are written out. */
function withDigits(bytes: Uint8Array, { at, digits }: Mutation & { do: 'digits' }): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  const number = numbers[Math.floor(at * numbers.length)];
  if (number === undefined) return bytes;
  const end = number.index + number[0].length;
  return joined(bytes.subarray(0, number.index), Buffer.from(digits), bytes.subarray(end));
}

/** Pages of whole tags, so that nothing of them can come to stand as text: scripts, handlers, frames among ordinary parts. */
export const LIVE_PAGES: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '<p>', '</p>', '<div class="sapo">', '</div>', '<article>', '</article>', '<h1>', '</h1>', '<h2>', '<ul>', '<li>', '</ul>', '<ol start="-3">',
      '<table>', '<tr>', '<td>', '</td>', '</tr>', '</table>', '<blockquote>', '</blockquote>', '<br>', '<b>', '</b>', '<figure>', '</figure>',
      '<script>alert("javascript:x")</script>', '<script src="//x.example/a.js"></script>', '<SCRIPT\n>a = "<p>"</SCRIPT >', '<img src="x" onerror="alert(1)">',
      '<p onclick="alert(2)">', '<a href="javascript:alert(3)">', '</a>', '<a href="JaVaScRiPt&#58;alert(4)">', '<iframe src="javascript:alert(5)"></iframe>',
      '<svg onload="alert(6)"><a href="javascript:x"></a></svg>', '<style>p{background:url(javascript:x)}</style>', '<!-- <script>x</script> -->',
      '<object data="javascript:x"></object>', '<meta http-equiv="refresh" content="0;url=javascript:x">', '<link rel="canonical" href="javascript:alert(7)">',
      '<meta property="og:url" content="javascript:alert(8)">', '<meta name="author" content="javascript:alert(9)">', '<base href="javascript:x">',
      '<math><mi xlink:href="javascript:x"></mi></math>', '<template><script>x</script></template>', '<form action="javascript:x"></form>',
      '<img alt="Ảnh hội nghị" src="javascript:x">', '<figcaption onmouseover="x()">Quang cảnh. Ảnh: Minh Hà</figcaption>', '<body onload="x()">',
      'Ngày 5/1/2020, xã Tân Phú họp bàn việc làm đường cùng các thôn. ', 'Các thôn góp ý xong trước ngày 30/3. ', 'Tin liên quan', 'Theo Báo Tân Phú',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => `<html><body><article><h1>Bản tin của xã</h1><p>Xã Tân Phú họp bàn kế hoạch.</p>${pieces.join('')}`); // prettier-ignore
