import type { BlockKind } from '#core/article';
import type { SourceLine } from '#core/text/lines';
import { lineKey } from '#core/text/normalise';

const BULLET = /^(?:[-–—+*•·▪●◦‣]\s?(?=[\p{L}\p{N}“"(])|\(?\d{1,2}\)\s|\(?\p{Ll}\)\s|\(?[ivx]{1,4}\)\s)/u;
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\s?[.\-–:)]|\p{Lu}[.)])\s+\S/u;
const NUMBER_AND_STOP = /^\d{1,2}(?:\.\d{1,2}){0,3}\.\s/u;
const ENDS_SENTENCE = /[.!?…:;”"]$/u;
const GOES_ON = /^[\p{Ll},;)\]%]/u;

export function isListItem(text: string): boolean {
  return BULLET.test(text);
}

/** Lines as a mail or an old page breaks them: about equally long, most of them ending inside a sentence. */
interface Wrap {
  /** Length of a full line; null when the source is not wrapped. */
  width: number | null;
  hasBlankLines: boolean;
}

const WIDEST_WRAP = 130;

function wrapOf(lines: readonly SourceLine[]): Wrap {
  const inside = lines.filter((_, index) => lines[index + 1]?.gap === false);
  const width = Math.max(0, ...inside.slice(0, 5000).map((line) => line.text.length));
  const full = inside.filter((line) => line.text.length >= width * 0.75);
  const open = full.filter((line) => !/[.!?…:;”"]$/u.test(line.text));
  const isWrapped =
    inside.length >= 4 && width >= 40 && width <= WIDEST_WRAP && full.length >= inside.length * 0.6;
  return {
    width: isWrapped && open.length >= full.length * 0.5 ? width : null,
    hasBlankLines:
      lines.filter((line) => line.gap).length > lines.length * 0.2 || lines.slice(2).some((line) => line.gap),
  };
}

/**
 * Puts lines that were broken inside a sentence together again. Where the source has no blank lines,
 * every line is a paragraph unless it goes on in small letters.
 */
export function joinWrapped(lines: readonly SourceLine[]): SourceLine[] {
  const wrap = wrapOf(lines);
  const joined: { line: SourceLine; parts: string[] }[] = [];
  let before: SourceLine | null = null;
  for (const line of lines) {
    const current = joined.at(-1);
    if (current !== undefined && before !== null && goesOn(before, line, wrap)) current.parts.push(line.text);
    else joined.push({ line, parts: [line.text] });
    before = line;
  }
  return joined.map(({ line, parts }) => (parts.length === 1 ? line : { ...line, text: parts.join(' ') }));
}

const LEAST_WRAPPED = 55;

function goesOn(before: SourceLine, line: SourceLine, wrap: Wrap): boolean {
  if (line.gap || line.role !== null || before.role !== null) return false;
  if (isListItem(line.text) || NUMBER_AND_STOP.test(line.text)) return false;
  if (wrap.width !== null) {
    const isFull = before.text.length >= wrap.width * 0.75;
    return (
      isFull &&
      (wrap.hasBlankLines || !/[.!?…]$/u.test(before.text) || before.text.length >= wrap.width * 0.9)
    );
  }
  if (ENDS_SENTENCE.test(before.text)) return false;
  if (GOES_ON.test(line.text) || /,$/u.test(before.text)) return true;
  if (!wrap.hasBlankLines) return false;
  const looksBroken = before.text.length >= LEAST_WRAPPED && before.text.length <= WIDEST_WRAP;
  const isRest = line.text.length <= before.text.length * 1.3;
  return looksBroken && isRest && firstWord(before.text) !== firstWord(line.text);
}

const firstWord = (text: string) => lineKey(text.slice(0, 40)).split(' ')[0];

const LONGEST_HEADING = 90;
const LONGEST_NUMBERED_HEADING = 120;

/** `I. Kết quả đạt được`, `2. Nhiệm vụ trọng tâm`, or a short line without a stop before a paragraph. */
function isHeading(text: string, next: string | undefined): boolean {
  if (next === undefined || /[.!?…:;,”"]$/u.test(text)) return false;
  if (NUMBERED.test(text)) return text.length <= LONGEST_NUMBERED_HEADING;
  if (isListItem(text) || text.length > LONGEST_HEADING || !/^[\p{Lu}“"][^:;]*$/u.test(text)) return false;
  return (
    next.length > text.length &&
    (ENDS_SENTENCE.test(next) || next.length > LONGEST_HEADING || isListItem(next))
  );
}

/** The kind of a unit of plain text; `next` is the one after it. */
export function kindOf(text: string, next: string | undefined): BlockKind {
  if (isHeading(text, next)) return 'heading';
  return isListItem(text) || NUMBER_AND_STOP.test(text) ? 'list-item' : 'paragraph';
}

/** Cuts the mark that closes an article: `.../.` → `...`, `./.` → `.`, `/.` → `.`. Nothing else is corrected. */
export function withoutEndMark(text: string): string {
  const match = /(\.\.\.|…|\.)?\s?\/\.$/u.exec(text.slice(-6));
  if (match === null || /:\/\/\S*$/u.test(text.slice(-300))) return text;
  return text.slice(0, text.length - match[0].length).trimEnd() + (match[1] ?? '.');
}
