import { crc32, deflateSync } from 'node:zlib';
import type { PageImage } from './reading';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = 0;
const TRUE_COLOUR = 2;
const DIFFERENCE_TO_LEFT = 1;

/** The picture as a PNG file. */
export function pngOf({ width, height, channels, data }: PageImage): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? GREY : TRUE_COLOUR], 8);
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const to = y * (stride + 1);
    const from = y * stride;
    rows[to] = DIFFERENCE_TO_LEFT;
    for (let x = 0; x < stride; x += 1)
      rows[to + 1 + x] = (data[from + x] ?? 0) - (x < channels ? 0 : (data[from + x - channels] ?? 0));
  }
  const body = deflateSync(rows, { level: 4 });
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', head),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
