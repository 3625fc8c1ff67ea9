import type { Comparison } from '#core/comparison';
import type { ComparedParagraph, ComparisonTable } from '#core/export/comparison';
import {
  COMPARISON_WORDS,
  letterOf,
  paragraphInWords,
  remarkInWords,
  summaryInWords,
} from '#core/export/comparison-words';
import { escaped } from '#core/export/markdown-escape';
import { pageAddress, sourceEntry, WORDS } from '#core/export/words';
import type { Language } from '#core/library';

/** What stands only in the first article is struck through, what stands only in the second is bold. */
const MARKS = ['~~', '**'];

/** A table in GitHub's Markdown. */
export function renderComparisonMarkdown(table: ComparisonTable, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const columns = [
    words.matter,
    ...table.sources.map(({ title }, at) => `${letterOf(at)}. ${title}`),
    words.remark,
  ];
  const lines = [
    row(columns.map(escaped)),
    row(columns.map(() => '---')),
    ...table.rows.map((each) =>
      row([
        escaped(each.label),
        ...each.cells.map((paragraphs, at) => cellOf(paragraphs, MARKS[at] ?? '', language)),
        remarkInWords(each, language),
      ]),
    ),
  ];
  const sources = table.sources.map((source, at) => {
    const address = pageAddress(source);
    const entry = escaped(sourceEntry(source, language));
    return `- ${letterOf(at)}: ${entry}${address === null ? '' : ` <${address}>`}`;
  });
  const parts = [
    `# ${words.title}`,
    summaryInWords(table, language),
    lines.join('\n'),
    ...(table.comparison === null ? [] : findings(table.comparison, language)),
    `## ${WORDS[language].sources}`,
    sources.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cellOf(paragraphs: readonly ComparedParagraph[], mark: string, language: Language): string {
  return paragraphs
    .map((paragraph) => `*${paragraphInWords(paragraph.number, language)}*<br>${marked(paragraph, mark)}`)
    .join('<br>');
}

function marked({ text, changes }: ComparedParagraph, mark: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of changes) {
    out += plain(text.slice(from, start)) + mark + escaped(text.slice(start, end)) + mark;
    from = end;
  }
  return out + plain(text.slice(from));
}

/** Spaces at the ends of a piece stay spaces. */
function plain(piece: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(piece) ?? [];
  return before + escaped(inner) + after;
}

function findings(comparison: Comparison, language: Language): string[] {
  const words = COMPARISON_WORDS[language];
  const parts: string[] = [];
  const add = (heading: string, items: readonly string[]) => {
    if (items.length > 0) parts.push(`## ${heading}`, items.map((item) => `- ${item}`).join('\n'));
  };
  const places = (left: number, right: number) =>
    `A ${words.paragraph} ${left + 1}, B ${words.paragraph} ${right + 1}`;
  add(
    words.figures,
    comparison.changedFigures.map(
      ({ before, after, left, right }) =>
        `${escaped(before) || words.none} → ${escaped(after) || words.none} (${places(left, right)})`,
    ),
  );
  add(
    words.citations,
    comparison.sharedCitations.map(
      ({ code, left, right }) => `${escaped(code)} (${words.times(left, right)})`,
    ),
  );
  add(
    words.phrases,
    comparison.sharedPhrases
      .filter(({ inSame }) => !inSame)
      .map(({ text, left, right }) => `“${escaped(text)}” (${places(left.block, right.block)})`),
  );
  return parts;
}
