import { csvOf } from '#core/export/csv';
import { escapedHtml, htmlPage } from '#core/export/html';
import { escaped } from '#core/export/markdown-escape';
import type { TextTableFormat } from '#core/export/table-formats';
import type { Language } from '#core/library';

/** A table that is handed in on paper or opened in a spreadsheet. Rows have as many cells as there are columns. */
export interface ExportTable {
  title: string;
  /** One line below the title. */
  facts: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export function renderTable(table: ExportTable, format: TextTableFormat, language: Language): string {
  switch (format) {
    case 'csv':
      return csvOf([table.columns, ...table.rows]);
    case 'html':
      return tableHtml(table, language);
    case 'markdown':
      return tableMarkdown(table);
  }
}

/** The borders are also said in the table's own attributes, for programs that know no variables; heads repeat on each page. */
function tableHtml({ title, facts, columns, rows }: ExportTable, language: Language): string {
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapedHtml(cell).replaceAll('\n', '<br>')}`).join('')}</tr>`;
  const main = `<main class="comparison">
<header class="document">
<h1>${escapedHtml(title)}</h1>
<p class="facts">${escapedHtml(facts)}</p>
</header>
<table border="1" cellspacing="0" cellpadding="6">
<thead>
${line(columns, 'th scope="col"')}
</thead>
<tbody>
${rows.map((row) => line(row, 'td')).join('\n')}
</tbody>
</table>
</main>`;
  return htmlPage({ title, main, language });
}

function tableMarkdown({ title, facts, columns, rows }: ExportTable): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.split('\n').map(escaped).join('<br>')).join(' | ')} |`;
  const lines = [line(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line)];
  return `# ${escaped(title)}\n\n${escaped(facts)}\n\n${lines.join('\n')}\n`;
}
