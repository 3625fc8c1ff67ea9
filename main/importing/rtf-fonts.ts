import { TextDecoder } from 'node:util';
import { fromCp1252 } from '#core/text/legacy-tables';
import { oldFontOf } from './doc-fonts';

const CODE_PAGES: Readonly<Record<number, string>> = {
  0: 'windows-1252', 77: 'macintosh', 128: 'shift_jis', 129: 'euc-kr', 134: 'gbk', 136: 'big5', 161: 'windows-1253',
  162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251',
  222: 'windows-874', 238: 'windows-1250',
}; // prettier-ignore
const SYMBOLS = 2;
/** One of each: a file may change its font at every letter. */
const DECODERS = new Map<string, TextDecoder>();

export interface RtfFont {
  name: string;
  charset: number | null;
}

/** Bytes as the font shows them. Old Vietnamese fonts are turned later: they hold letters of Windows-1252. */
export function lettersOfBytes(bytes: string, font: RtfFont | undefined, codePage: number): string {
  if (font?.charset === SYMBOLS && oldFontOf(font.name) === null) return symbolsOf(bytes);
  const label = oldFontOf(font?.name) === null ? labelOf(font, codePage) : 'windows-1252';
  if (label === 'windows-1252') return fromCp1252(bytes);
  try {
    const decoder = DECODERS.get(label) ?? new TextDecoder(label);
    DECODERS.set(label, decoder);
    return decoder.decode(Buffer.from(bytes, 'latin1'));
  } catch (error) {
    // A code page that nobody knows: its first half is ASCII like that of every other.
    if (error instanceof RangeError) return fromCp1252(bytes);
    throw error;
  }
}

function labelOf(font: RtfFont | undefined, codePage: number): string {
  const own = font?.charset === null || font === undefined ? undefined : CODE_PAGES[font.charset];
  if (own !== undefined) return own;
  if (codePage === 65001) return 'utf-8';
  return codePage === 932 ? 'shift_jis' : `windows-${codePage}`;
}

/** Fonts of signs are used for the marks of lists. */
function symbolsOf(bytes: string): string {
  return bytes.replace(/[\x80-\xFF]/g, '•').replace(/[\x21-\x7F]/g, '');
}
