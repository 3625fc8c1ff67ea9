import type { BlockKind, RemovedLine } from '#core/article';
import { oneLine } from '#core/text/normalise';

/** What the mark-up of the source says about a line; plain text says nothing. */
export type LineRole = BlockKind | 'title' | 'dek' | 'caption' | 'outside';

/** A line of the source in reading order. */
export interface SourceLine {
  /** One line, trimmed, never empty. */
  text: string;
  role: LineRole | null;
  /** A blank line, a block boundary or a column of spaces stands before it. */
  gap: boolean;
  /** Place in the source, for telling what was removed in the order of the source. */
  at: number;
}

/** A removed line that remembers its place. */
export interface Removal extends Omit<RemovedLine, 'before'> {
  at: number;
}

/** A line that long with runs of spaces in it holds many paragraphs. */
const PACKED_LINE = 1500;

/** Lines of a plain text. Lines that hold several paragraphs parted by runs of spaces are taken apart. */
export function linesOfText(text: string): SourceLine[] {
  const rows = text.split('\n').map((row) => row.trim());
  const written = rows.filter((row) => /[\p{L}\p{N}]/u.test(row) && !isUrl(row));
  // One line for the whole article, or one line for the whole body.
  const fewRows = written.length <= 2;
  const lines: SourceLine[] = [];
  let gap = true;
  for (const row of rows) {
    if (row === '') {
      gap = true;
      continue;
    }
    const isWhole = fewRows && row === written.at(-1);
    const parts = isWhole || row.length > PACKED_LINE ? paragraphsInOneLine(row) : [row];
    for (const [index, part] of parts.entries()) {
      lines.push({
        text: oneLine(part),
        role: null,
        gap: gap || index > 0 || parts.length > 1,
        at: lines.length,
      });
    }
    gap = parts.length > 1;
  }
  return lines;
}

/** The whole line is a web address. */
export function isUrl(line: string): boolean {
  return /^https?:\/\/[^\s<>"]{3,2000}$/i.test(line);
}

const STARTS_PARAGRAPH = /^[\p{Lu}\p{N}“"‘'(\[\-–+•*]/u;
const OPEN_ENDED = /[,(“‘\-–]$/u;

/** Two or more spaces part paragraphs where the next word can begin one; elsewhere they are a slip of the typist. */
function paragraphsInOneLine(row: string): string[] {
  const paragraphs: string[][] = [];
  let before = '';
  for (const piece of row.split(/\s{2,}/)) {
    const current = paragraphs.at(-1);
    if (current !== undefined && (!STARTS_PARAGRAPH.test(piece) || OPEN_ENDED.test(before)))
      current.push(piece);
    else paragraphs.push([piece]);
    before = piece;
  }
  return paragraphs.map((pieces) => pieces.join(' '));
}
