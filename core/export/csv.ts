/** What parts columns where the comma parts decimals; spreadsheets of a Vietnamese system expect it. */
const SEPARATOR = ';';
/**
 * A spreadsheet runs what begins so, and a cell of someone else's words must never run. Some take the broad signs of Chinese
 * and Japanese for the narrow ones, and some forget what white space stood before.
 */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A table as RFC 4180 has it, parted by semicolons; with a byte order mark, so that a spreadsheet reads the letters right. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join('')}`;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
