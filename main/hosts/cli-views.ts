import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { ArticleView, CallOutput, ImportResult } from '#core/contract';
import type { ArticleSummary } from '#core/library';

/** What the command line prints: a value for `--json`, and lines for people. */

export function listRow(summary: ArticleSummary) {
  const { id, title, dek, source, url, publishedOn, importedAt, paragraphs, annotations } = summary;
  return { id, title, dek, source, url, publishedOn, importedAt, paragraphs, annotations };
}

/** `paragraph` counts from 1, as the margin of the reader does; null for an orphan, which stands nowhere. */
export function annotationRow(annotation: Annotation, article: Article) {
  const { id, kind, colour, tags, note, target, anchor } = annotation;
  const paragraph = anchor === 'orphan' ? null : blockAt(blockStarts(article.blocks), target.start) + 1;
  return { id, kind, colour, tags, note, target, anchor, paragraph };
}

export function articleRow({ article, annotations }: ArticleView) {
  const { id, title, dek, source, url, publishedOn, dateConfidence, byline, blocks } = article;
  return {
    ...{ id, title, dek, source, url, publishedOn, dateConfidence, byline },
    captions: article.captions.map(({ text, credit }) => ({ text, credit })),
    blocks,
    text: textOf(article),
    removed: article.removed.map(({ text }) => text),
    annotations: annotations.map((annotation) => annotationRow(annotation, article)),
  };
}

export function listText(summary: ArticleSummary): string[] {
  const { id, title, source, publishedOn, annotations } = summary;
  const facts = [publishedOn ?? '????-??-??', source, `${annotations} ghi chú`];
  return [`${id}  ${title}`, `  ${facts.filter((fact) => fact !== null).join(' · ')}`];
}

export function importText(result: ImportResult): string[] {
  const { path, status, id, title, message, similarTo, likeness, anchors } = result;
  const words = {
    imported: 'đã nhập',
    duplicate: 'đã có',
    revised: 'bản mới',
    refused: 'từ chối',
    waiting: 'chờ xem',
  } as const;
  const lines = [
    `${words[status]}: ${path}${id === undefined ? '' : `  ${id}`}  ${title ?? message ?? ''}`.trimEnd(),
  ];
  if (similarTo !== undefined) {
    lines.push(
      `  giống ${Math.round((likeness ?? 0) * 100)} % bài ${similarTo} (nếu là bản mới: --revise ${similarTo})`,
    );
  }
  if (anchors !== undefined) {
    lines.push(`  ghi chú: ${anchors.exact} nguyên chỗ, ${anchors.moved} đổi chỗ, ${anchors.orphan} mất chỗ`);
  }
  return lines;
}

export function annotationText(row: ReturnType<typeof annotationRow>): string[] {
  const where = row.paragraph === null ? 'không còn tìm thấy' : `đoạn ${row.paragraph}`;
  const tags = row.tags.map((tag) => `#${tag}`).join(' ');
  const lines = [
    `[${row.kind}] ${where}: “${row.target.quote.exact.replaceAll('\n', ' ')}” ${tags}`.trimEnd(),
  ];
  if (row.note !== '') lines.push(`  ${row.note}`);
  return lines;
}

export function articleText(row: ReturnType<typeof articleRow>): string[] {
  const facts = [row.publishedOn, row.source, row.byline, row.url].filter((fact) => fact !== null);
  return [
    row.title,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    ...(row.dek === null ? [] : ['', row.dek]),
    ...row.blocks.flatMap(({ text }, index) => ['', `${index + 1}. ${text}`]),
    ...(row.annotations.length > 0 ? [''] : []),
    ...row.annotations.flatMap(annotationText),
  ];
}

export function checkText({ articles, annotations, problems }: CallOutput<'library.check'>): string[] {
  return [
    `${articles} bài viết, ${annotations} ghi chú, ${problems.length} vấn đề`,
    ...problems.map(({ file, message }) => `  ${file}: ${message}`),
  ];
}
