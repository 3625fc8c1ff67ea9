import type { Comparison } from '#core/comparison';
import type { ComparedParagraph, ComparedRow, ComparisonTable } from '#core/export/comparison';
import {
  COMPARISON_WORDS,
  letterOf,
  paragraphInWords,
  remarkInWords,
  summaryInWords,
} from '#core/export/comparison-words';
import { escapedHtml, htmlPage } from '#core/export/html';
import type { NoteSource } from '#core/export/notes';
import { dateInWords, pageAddress, sourceEntry, WORDS } from '#core/export/words';
import type { Language } from '#core/library';

/** What stands only in the first article counts as taken out, what stands only in the second as put in. */
const MARKS = ['del', 'ins'];

/** One page in landscape. The borders are also said in the table's own attributes, for programs that know no variables. */
export function renderComparisonHtml(table: ComparisonTable, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const columns = table.sources
    .map((source, at) => `<th scope="col">${columnHtml(source, at, language)}</th>`)
    .join('\n');
  const main = `<main class="comparison">
<header class="document">
<h1>${words.title}</h1>
<p class="facts">${escapedHtml(summaryInWords(table, language))}</p>
</header>
<table border="1" cellspacing="0" cellpadding="6">
<thead>
<tr>
<th scope="col">${words.matter}</th>
${columns}
<th scope="col">${words.remark}</th>
</tr>
</thead>
<tbody>
${table.rows.map((row) => rowHtml(row, language)).join('\n')}
</tbody>
</table>
${table.comparison === null ? '' : findingsHtml(table.comparison, language)}<section class="sources">
<h2>${WORDS[language].sources}</h2>
<ol type="A">
${table.sources.map((source) => `<li lang="vi">${sourceHtml(source, language)}</li>`).join('\n')}
</ol>
</section>
</main>`;
  const titles = table.sources.map(({ title }) => title).join(' · ');
  return htmlPage({ title: `${words.title}: ${titles}`, main, language });
}

function columnHtml(source: NoteSource, column: number, language: Language): string {
  const facts = [source.source, dateInWords(source, language)].filter((fact) => fact !== null);
  const title = `<span lang="vi">${letterOf(column)}. ${escapedHtml(source.title)}</span>`;
  return `${title}<br><span class="facts">${escapedHtml(facts.join(' · '))}</span>`;
}

function sourceHtml(source: NoteSource, language: Language): string {
  const entry = escapedHtml(sourceEntry(source, language));
  const address = pageAddress(source);
  if (address === null) return entry;
  const link = escapedHtml(address);
  return `${entry} <a class="address" href="${link}" rel="noreferrer">${link}</a>`;
}

function rowHtml(row: ComparedRow, language: Language): string {
  const cells = row.cells
    .map((paragraphs, at) => `<td lang="vi">${cellHtml(paragraphs, MARKS[at] ?? '', language)}</td>`)
    .join('\n');
  return `<tr class="${row.remark ?? 'topic'}">
<th scope="row" lang="vi">${escapedHtml(row.label)}</th>
${cells}
<td class="remark">${escapedHtml(remarkInWords(row, language))}</td>
</tr>`;
}

function cellHtml(paragraphs: readonly ComparedParagraph[], mark: string, language: Language): string {
  return paragraphs
    .map(
      (paragraph) =>
        `<p class="place">${escapedHtml(paragraphInWords(paragraph.number, language))}</p><p>${markedHtml(paragraph, mark)}</p>`,
    )
    .join('');
}

function markedHtml({ text, changes }: ComparedParagraph, mark: string): string {
  let html = '';
  let from = 0;
  for (const { start, end } of changes) {
    const changed = escapedHtml(text.slice(start, end));
    html += `${escapedHtml(text.slice(from, start))}<${mark}>${changed}</${mark}>`;
    from = end;
  }
  return html + escapedHtml(text.slice(from));
}

/** What two articles share and what changed from one to the other, as lists. */
function findingsHtml(comparison: Comparison, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const places = (left: number, right: number) =>
    `<span class="place">A ${words.paragraph} ${left + 1}, B ${words.paragraph} ${right + 1}</span>`;
  const figure = (mark: string, text: string) =>
    text === '' ? words.none : `<${mark}>${escapedHtml(text)}</${mark}>`;
  return [
    listHtml(
      words.figures,
      comparison.changedFigures.map(
        ({ before, after, left, right }) =>
          `${figure('del', before)} → ${figure('ins', after)} ${places(left, right)}`,
      ),
    ),
    listHtml(
      words.citations,
      comparison.sharedCitations.map(
        ({ code, left, right }) =>
          `${escapedHtml(code)} <span class="place">${words.times(left, right)}</span>`,
      ),
    ),
    listHtml(
      words.phrases,
      comparison.sharedPhrases
        .filter(({ inSame }) => !inSame)
        .map(({ text, left, right }) => `“${escapedHtml(text)}” ${places(left.block, right.block)}`),
    ),
  ].join('');
}

function listHtml(heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const list = items.map((item) => `<li lang="vi">${item}</li>`).join('\n');
  return `<section class="findings">
<h2>${heading}</h2>
<ul>
${list}
</ul>
</section>
`;
}
