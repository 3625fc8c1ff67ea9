import { deflateSync } from 'node:zlib';

/** A picture as a PDF holds it. */
export interface EncodedPicture {
  width: number;
  height: number;
  /** What else its dictionary says. */
  entries: string;
  data: Uint8Array;
}

interface Scan {
  picture: EncodedPicture;
  /** Numbers of the `cm` operator; the page is 400 × 600. */
  place?: string;
  rotate?: number;
  /** Drawn after the picture. */
  after?: string;
}

/** A file of one page each, with a picture over the whole page unless `place` says otherwise. */
export function scansOf(scans: readonly Scan[]): Uint8Array {
  const kids = scans.map((_, index) => `${index * 3 + 4} 0 R`).join(' ');
  const objects: Uint8Array[] = [
    ascii('<</Type/Catalog/Pages 2 0 R>>'),
    ascii(`<</Type/Pages/Count ${scans.length}/Kids[${kids}]>>`),
    ascii('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'),
  ];
  for (const [index, { picture, place = '400 0 0 600 0 0', rotate = 0, after = '' }] of scans.entries()) {
    const page = index * 3 + 4;
    objects.push(
      ascii(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Rotate ${rotate}/Contents ${page + 1} 0 R` +
          `/Resources<</XObject<</P ${page + 2} 0 R>>/Font<</F 3 0 R>>>>>>`,
      ),
      stream('', ascii(`q ${place} cm /P Do Q ${after}`)),
      stream(
        `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}${picture.entries}`,
        picture.data,
      ),
    );
  }
  return fileOf(objects);
}

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function stream(entries: string, data: Uint8Array): Uint8Array {
  return joined([ascii(`<<${entries}/Length ${data.length}>>\nstream\n`), data, ascii('\nendstream')]);
}

function fileOf(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [ascii('%PDF-1.7\n')];
  const places: number[] = [];
  let length = 9;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(length);
    add(joined([ascii(`${index + 1} 0 obj\n`), object, ascii('\nendobj\n')]));
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  add(ascii(table));
  return joined(parts);
}

const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** White, with black at the upper left: a quarter of its width and an eighth of its height. */
const isBlack = (x: number, y: number, width: number, height: number) => x < width / 4 && y < height / 8;

/** Eight bits of grey. */
export function greyPicture(width: number, height: number): EncodedPicture {
  const data = Uint8Array.from({ length: width * height }, (_, index) =>
    isBlack(index % width, Math.floor(index / width), width, height) ? 0 : 255,
  );
  return {
    width,
    height,
    entries: '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
    data: deflateSync(data),
  };
}

export function colourPicture(width: number, height: number): EncodedPicture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const point = Math.floor(index / 3);
    return isBlack(point % width, Math.floor(point / width), width, height) ? 10 : 250;
  });
  return {
    width,
    height,
    entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode',
    data: deflateSync(data),
  };
}

/** One bit a point. A mask paints where its bits are 0. */
export function bitPicture(width: number, height: number, kind: 'picture' | 'mask'): EncodedPicture {
  const row = (y: number) =>
    bytesOf(Array.from({ length: width }, (_, x) => (isBlack(x, y, width, height) ? '0' : '1')).join(''));
  const [dark, light] = [row(0), row(height - 1)];
  const rows = Array.from({ length: height }, (_, y) => (isBlack(0, y, width, height) ? dark : light));
  const how = kind === 'mask' ? '/ImageMask true' : '/ColorSpace/DeviceGray';
  return {
    width,
    height,
    entries: `${how}/BitsPerComponent 1/Filter/FlateDecode`,
    data: deflateSync(joined(rows)),
  };
}

function bytesOf(bits: string): Uint8Array {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Uint8Array.from({ length: padded.length / 8 }, (_, index) =>
    Number.parseInt(padded.slice(index * 8, index * 8 + 8), 2),
  );
}

/** Rows of a fax (group 4), 64 wide: 16 black points at the left in the upper eighth. */
function faxRows(height: number): string {
  const black = height / 8;
  return [
    // Horizontal: no white, 16 black; then white to the end as in the row above.
    '001' + '00110101' + '0000010111' + '1',
    ...Array<string>(black - 1).fill('111'),
    // The two changes of the row above have no partner.
    '0001' + '1',
    ...Array<string>(height - black - 1).fill('1'),
  ].join('');
}

export function faxPicture(height: number): EncodedPicture {
  return {
    width: 64,
    height,
    entries: `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 64/Rows ${height}>>`,
    data: bytesOf(`${faxRows(height)}000000000001000000000001`),
  };
}

/** The same rows as a region of a JBIG2 page. */
export function jbig2Picture(height: number): EncodedPicture {
  const rows = bytesOf(`${faxRows(height)}000000000001000000000001`);
  const numbers = (...values: number[]) =>
    joined(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])));
  const segment = (number: number, type: number, data: Uint8Array) =>
    joined([numbers(number), Uint8Array.from([type, 0, 1]), numbers(data.length), data]);
  const page = joined([numbers(64, height, 0, 0), Uint8Array.from([0, 0, 0])]);
  const region = joined([numbers(64, height, 0, 0), Uint8Array.from([0, 1]), rows]);
  return {
    width: 64,
    height,
    entries: '/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode',
    data: joined([segment(0, 48, page), segment(1, 38, region)]),
  };
}

/** A baseline JPEG of flat blocks of 8 × 8 points; the sides are multiples of 32 and 64. */
export function jpegPicture(width: number, height: number): EncodedPicture {
  const lengths = [2, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9];
  const codes = [
    '00',
    '010',
    '011',
    '100',
    '101',
    '110',
    '1110',
    '11110',
    '111110',
    '1111110',
    '11111110',
    '111111110',
  ];
  let bits = '';
  let before = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const level = isBlack(x, y, width, height) ? -1000 : 1000;
      const step = level - before;
      const category = step === 0 ? 0 : Math.floor(Math.log2(Math.abs(step))) + 1;
      const value = step < 0 ? step + 2 ** category - 1 : step;
      bits +=
        (codes[category] ?? '') + (category === 0 ? '' : value.toString(2).padStart(category, '0')) + '0';
      before = level;
    }
  }
  const scan = [...bytesOf(bits.padEnd(Math.ceil(bits.length / 8) * 8, '1'))].flatMap((byte) =>
    byte === 0xff ? [0xff, 0] : [byte],
  );
  const word = (value: number) => [value >> 8, value & 255];
  const counts = Array.from(
    { length: 16 },
    (_, index) => lengths.filter((length) => length === index + 1).length,
  );
  const part = (marker: number, body: number[]) => [0xff, marker, ...word(body.length + 2), ...body];
  return {
    width,
    height,
    entries: '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode',
    data: Uint8Array.from([
      0xff,
      0xd8,
      ...part(0xdb, [0, ...Array<number>(64).fill(1)]),
      ...part(0xc0, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
      ...part(0xc4, [0, ...counts, ...lengths.keys()]),
      ...part(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
      ...part(0xda, [1, 1, 0, 0, 63, 0]),
      ...scan,
      0xff,
      0xd9,
    ]),
  };
}
