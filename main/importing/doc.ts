import { Refusal } from '#core/refusal';
import { fromCp1252 } from '#core/text/legacy-tables';
import { modernLetters } from './decode';
import { CompoundFile } from './doc-ole';
import { type Span, unseenSpans } from './doc-spans';
import { articleOfMarkup } from './markup';
import { type Reader, wholePart } from './reading';
import { escapeHtml } from './xml';

export const readDoc: Reader = ({ name, bytes }) => {
  const { text, encoding } = modernLetters(lettersOf(name, bytes).replace(/\r/g, '\n'));
  return Promise.resolve(wholePart(articleOfMarkup(markupOf(text)), encoding));
};

/** The text as Word holds it, with its signs for cells, fields and breaks. */
function lettersOf(name: string, bytes: Uint8Array): string {
  const file = new CompoundFile(name, bytes);
  if (file.has('EncryptedPackage')) throw new Refusal('file-encrypted', { name });
  const main = file.stream('WordDocument');
  if (main === null) throw refuseOther(name, file);
  try {
    return withoutFields(textOf(name, file, main));
  } catch (error) {
    // Reading beyond the end of a stream: the numbers in it cannot be right.
    if (error instanceof RangeError) throw new Refusal('file-damaged', { name, detail: 'DOC' });
    throw error;
  }
}

function refuseOther(name: string, file: CompoundFile): Refusal {
  if (file.has('Workbook') || file.has('Book'))
    return new Refusal('format-unsupported', { name, extension: 'xls' });
  if (file.has('PowerPoint Document')) return new Refusal('format-unsupported', { name, extension: 'ppt' });
  return new Refusal('file-damaged', { name, detail: 'DOC' });
}

const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** The first version of the format whose text lies in pieces that a table lists. */
const WORD_97 = 0xc0;

function textOf(name: string, file: CompoundFile, main: Buffer): string {
  const mark = main.readUInt16LE(0);
  if (mark !== 0xa5ec && mark !== 0xa5dc) throw new Refusal('file-damaged', { name, detail: 'DOC' });
  const flags = main.readUInt16LE(10);
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('file-encrypted', { name });
  if (main.readUInt16LE(2) < WORD_97) {
    const start = main.readUInt32LE(0x18);
    return latin(main.subarray(start, start + main.readUInt32LE(0x34)));
  }
  const table = file.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (table === null) throw new Refusal('file-damaged', { name, detail: 'DOC' });
  return joinedPieces(main, piecesOf(main, table), unseenSpans(main, table));
}

// Not with `TextDecoder`: that of some Node versions reads Latin-1.
const latin = (bytes: Buffer) => fromCp1252(bytes.toString('latin1'));

interface Piece {
  /** Where its bytes lie. */
  from: number;
  length: number;
  /** Bytes a letter. */
  width: 1 | 2;
}

/** The main text in order. No text has more letters than the file has bytes. */
function piecesOf(main: Buffer, table: Buffer): Piece[] {
  const list = pieceTable(table.subarray(main.readUInt32LE(0x1a2)).subarray(0, main.readUInt32LE(0x1a6)));
  const wanted = Math.min(main.readUInt32LE(0x4c), main.length);
  const count = Math.floor((list.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = list.readUInt32LE(index * 4);
    const end = Math.min(list.readUInt32LE(index * 4 + 4), wanted);
    if (end <= start) continue;
    const place = list.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const from = place & 0x3fffffff;
    pieces.push({ from: isNarrow ? from / 2 : from, length: end - start, width: isNarrow ? 1 : 2 });
    if (end === wanted) break;
  }
  return pieces;
}

/** Behind lists of properties, each with its length. */
function pieceTable(list: Buffer): Buffer {
  let at = 0;
  while (list.readUInt8(at) === 1) at += 3 + list.readUInt16LE(at + 1);
  if (list.readUInt8(at) !== 2) throw new RangeError('no pieces');
  return list.subarray(at + 5).subarray(0, list.readUInt32LE(at + 1));
}

function joinedPieces(main: Buffer, pieces: readonly Piece[], unseen: readonly Span[]): string {
  const parts: string[] = [];
  let left = main.length;
  for (const { from, length, width } of pieces) {
    left -= length;
    if (left < 0) throw new RangeError('more letters than bytes');
    let at = from;
    const end = Math.min(from + length * width, main.length);
    for (let index = firstAfter(unseen, from); at < end; index += 1) {
      const span = unseen[index];
      const until = span === undefined || span.from >= end ? end : Math.max(at, span.from);
      const seen = main.subarray(at, until);
      parts.push(width === 1 ? latin(seen) : seen.toString('utf16le'));
      at = span === undefined || span.from >= end ? end : Math.max(until, span.to);
    }
  }
  return parts.join('');
}

function firstAfter(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A field is written `\x13 what to do \x14 what is shown \x15`. */
function withoutFields(text: string): string {
  const parts: string[] = [];
  const isShown: boolean[] = [];
  let hidden = 0;
  for (const piece of text.split(/([\x13-\x15])/)) {
    if (piece === '\x13') {
      isShown.push(false);
      hidden += 1;
    } else if (piece === '\x14' || piece === '\x15') {
      const wasShown = isShown.pop();
      if (wasShown === false) hidden -= 1;
      if (piece === '\x14' && wasShown !== undefined) isShown.push(true);
    } else if (hidden === 0) {
      parts.push(piece);
    }
  }
  return parts.join('');
}

/** Pictures, drawings and the marks of notes. */
const SIGNS = /[\x00-\x06\x08\x0F-\x12\x16-\x1D\x1F]/g;

function markupOf(text: string): string {
  const paragraphs = escapeHtml(text.replace(SIGNS, '').replace(/\x1E/g, '\u2011')).split(/[\r\n\f\x0E]/);
  return paragraphs
    .map((words) => {
      const shown = words.replace(/\v/g, '<br>');
      return shown.includes('\x07') ? tableOf(shown) : `<p>${shown}</p>`;
    })
    .join('\n');
}

/** Every cell ends in a mark, and every row in one more; an empty cell looks like the end of a row. */
function tableOf(text: string): string {
  const cells = text.split('\x07');
  const width = cells.indexOf('');
  const isEven = cells.every((cell, index) => (index + 1) % (width + 1) !== 0 || cell === '');
  const rows: string[][] = [[]];
  for (const [index, cell] of cells.entries()) {
    const isEnd = isEven ? (index + 1) % (width + 1) === 0 : cell === '';
    if (isEnd) rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  const written = rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${written.join('\n')}</table>`;
}
