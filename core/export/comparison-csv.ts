import type { ComparisonTable } from '#core/export/comparison';
import { COMPARISON_WORDS, letterOf, remarkInWords } from '#core/export/comparison-words';
import { sourceEntry } from '#core/export/words';
import type { Language } from '#core/library';

/** What parts columns where the comma parts decimals; spreadsheets of a Vietnamese system expect it. */
const SEPARATOR = ';';
/** A spreadsheet runs what begins so, and a cell of someone else's words must never run. */
const FORMULA = /^[=+\-@\t\r]/u;

/** UTF-8 with a byte order mark, so that a spreadsheet reads the letters right. */
export function renderComparisonCsv(table: ComparisonTable, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const head = [
    words.matter,
    ...table.sources.flatMap((source, at) => [
      `${letterOf(at)} (${words.paragraph})`,
      `${letterOf(at)}. ${sourceEntry(source, language)}`,
    ]),
    words.remark,
  ];
  const rows = table.rows.map((row) => [
    row.label,
    ...row.cells.flatMap((paragraphs) => [
      paragraphs.map(({ number }) => number).join(', '),
      paragraphs.map(({ text }) => text).join('\n'),
    ]),
    remarkInWords(row, language),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
