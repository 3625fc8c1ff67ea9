import type { ComparisonExport } from '#core/calls/comparing';
import type { ComparisonTable } from '#core/export/comparison';
import { renderComparisonCsv } from '#core/export/comparison-csv';
import { renderComparisonHtml } from '#core/export/comparison-html';
import { renderComparisonMarkdown } from '#core/export/comparison-markdown';
import { slugOf } from '#core/export/file-name';
import type { Language } from '#core/library';

type Format = ComparisonExport['format'];

export function renderComparison(table: ComparisonTable, format: Format, language: Language): string {
  switch (format) {
    case 'html':
      return renderComparisonHtml(table, language);
    case 'markdown':
      return renderComparisonMarkdown(table, language);
    case 'csv':
      return renderComparisonCsv(table, language);
  }
}

const EXTENSIONS: Readonly<Record<Format, string>> = { html: 'html', markdown: 'md', csv: 'csv' };

/** `so-sanh-<title of the first>-2026-11-22.html`, in plain letters. */
export function comparisonFileName({ sources, exportedOn }: ComparisonTable, format: Format): string {
  const title = slugOf(sources[0]?.title ?? '');
  return `so-sanh${title === '' ? '' : `-${title}`}-${exportedOn}.${EXTENSIONS[format]}`;
}
