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

const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/u;

/**
 * A person's note, which is Markdown of its own, as lines that cannot break out of the list item they are put into: its
 * headings, reference definitions, tags of HTML and Obsidian comments are shown as they were typed. Code is left alone.
 */
export function noteLines(note: string): string[] {
  let fence: string | null = null;
  let previous = '';
  return note.split(/\r\n|\r|\n/u).map((line) => {
    const opening = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (opening?.startsWith(fence) === true && line.trim() === opening) fence = null;
      return line;
    }
    if (opening !== undefined) {
      fence = opening;
      return line;
    }
    const safe = withoutStructure(line, previous);
    previous = line;
    return safe;
  });
}

function withoutStructure(line: string, previous: string): string {
  const underlinesHeading = previous.trim() !== '' && /^ {0,3}(?:=+|-+)\s*$/u.test(line);
  const begins = underlinesHeading || /^ {0,3}(?:#{1,6}(?:\s|$)|\[[^\]]+\]:)/u.test(line);
  return begins ? withoutTags(line).replace(/\S/u, String.raw`\$&`) : withoutTags(line);
}

/** Code spans of one line, addresses in angle brackets (kept), and what opens a tag or a comment (escaped). */
const CODE_OR_TAG =
  /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<https?:\/\/[^\s<>]+>|(?<!\\)<(?=[a-z/!?])|(?<!\\)%(?=%)/giu;

/** A backslash before `<` would not do: after an address it is taken for a part of it. */
const HARMLESS: Readonly<Record<string, string>> = { '<': '&lt;', '%': String.raw`\%` };

const withoutTags = (line: string): string => line.replace(CODE_OR_TAG, (found) => HARMLESS[found] ?? found);
