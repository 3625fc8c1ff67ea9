/** What Markdown, GFM or Obsidian would read as a sign anywhere in a line. */
const SIGNS = /[\\`*_[\]<>|~&$^#]/gu;
/** Only in pairs (`==marked==`, `%%hidden%%`) or in an address that would become a link. */
const RARE_SIGNS = /=(?==)|%(?=%)|:(?=\/\/)|(?<=www)\.|@/giu;
/** What begins a list, a line or an underlined heading. */
const LINE_START = /^(?:[+=-]|\d{1,9}(?=[.)]))/u;

/** One line of plain text as Markdown that shows exactly that text, wherever in a line it is put. */
export function escaped(text: string): string {
  const inner = text
    .replace(/\s*[\r\n]\s*/gu, ' ')
    .replace(SIGNS, String.raw`\$&`)
    .replace(RARE_SIGNS, String.raw`\$&`)
    .replace(LINE_START, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`));
  // Spaces at the ends of a line would be dropped.
  return inner.replace(/^[ \t]+|[ \t]+$/gu, (ends) => ends.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'));
}

/** What may stand before the words of a line: spaces, signs of quotations and of list items. */
const CONTAINER = String.raw`(?:[ >]|(?:[-+*]|\d{1,9}[.)])[ \t])`;
const HEADING = new RegExp(String.raw`^(${CONTAINER}*)(?=#{1,6}(?:[ \t]|$))`, 'u');
/** Under a line of words these make it a heading; `- - -` is a rule wherever it stands. */
const UNDERLINE = new RegExp(String.raw`^(?! *-(?: +-)+ *$)(${CONTAINER}*?)(?=(?:=+|-+)[ \t]*$)`, 'u');
const FENCE = /^(`{3,}(?!.*`)|~{3,})/u;
const CLOSING_FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const NESTED_FENCE = new RegExp(`^${CONTAINER}+(?:\`{3}|~{3})`, 'u');

/**
 * A person's note, which is Markdown of its own, as lines that cannot break out of the list item they are put into: its
 * headings, reference definitions, tags of HTML and Obsidian comments are shown as they were typed. Code is left alone.
 */
export function noteLines(note: string): string[] {
  const lines = note
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^[ \t]+/u, (indent) => indent.replaceAll('\t', '    ')));
  const inFence = fencedLines(lines);
  let previous = '';
  let hasOpenTick = false;
  return lines.map((line, index) => {
    if (inFence[index] === true) {
      previous = '';
      hasOpenTick = false;
      return line;
    }
    if (line.trim() === '') hasOpenTick = false;
    const isCodeSure = !hasOpenTick && !DOUBTFUL_CODE.test(line.replace(ADDRESSES, ''));
    hasOpenTick ||= !isCodeSure || line.replace(CODE_SPANS, '').includes('`');
    const safe = withoutHeading(withoutTags(line, isCodeSure), previous);
    previous = line;
    return safe;
  });
}

/**
 * Which lines belong to fenced code. None, where a fence stands inside a list or a quotation, because its end cannot be told
 * line by line, and where a note of one line is no block.
 */
function fencedLines(lines: readonly string[]): boolean[] {
  const none = lines.map(() => false);
  if (lines.length === 1) return none;
  let fence: string | null = null;
  const inFence: boolean[] = [];
  for (const line of lines) {
    if (fence !== null) {
      inFence.push(true);
      if (CLOSING_FENCE.exec(line)?.[1]?.startsWith(fence) === true) fence = null;
    } else {
      if (NESTED_FENCE.test(line)) return none;
      fence = FENCE.exec(line)?.[1] ?? null;
      inFence.push(fence !== null);
    }
  }
  return inFence;
}

function withoutHeading(line: string, previous: string): string {
  const plain = line.replace(HEADING, '$1\\');
  return previous.trim() === '' ? plain : plain.replace(UNDERLINE, '$1\\');
}

const CODE_SPANS = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gu;
const ADDRESSES = /<https?:\/\/[^\s<>]+>/giu;
/** With these in a line a back-tick may be a letter, or belong to another cell of a table. */
const DOUBTFUL_CODE = /\\`|\||:\/\/|www\./iu;

/** What opens a tag, a comment or ends the label of a definition, with the backslashes before it. */
const OPENING = String.raw`\\*(?:<(?=[a-z/!?])|\](?=:))|(?<!\\)%(?=%)`;
const KEPT_OR_OPENING = new RegExp(`${ADDRESSES.source}|${OPENING}`, 'giu');
const KEPT_CODE_OR_OPENING = new RegExp(`${CODE_SPANS.source}|${ADDRESSES.source}|${OPENING}`, 'giu');

/** Addresses in angle brackets stay, and code spans where it is sure that they are code. */
function withoutTags(line: string, isCodeSure: boolean): string {
  return line.replace(isCodeSure ? KEPT_CODE_OR_OPENING : KEPT_OR_OPENING, (found) => {
    if (found === '%') return String.raw`\%`;
    const slashes = /^\\*(?=[<\]]$)/u.exec(found)?.[0];
    if (slashes === undefined) return found;
    if (found.endsWith(']')) return `${found}\\`;
    // A backslash before `<` would not do: after an address it is taken for a part of it.
    return `${slashes.slice(slashes.length % 2)}&lt;`;
  });
}
