import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { ArticleView, CallOutput, ImportResult } from '#core/contract';
import type { Comparison } from '#core/comparison';
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

/** Paragraphs count from 1, as everywhere that a person or a script sees them; scores have three digits. */
export function comparisonRow({ pairs, onlyLeft, onlyRight }: Comparison) {
  return {
    pairs: pairs.map(({ left, right, kind, score }) => ({
      left: left + 1,
      right: right + 1,
      kind,
      score: Math.round(score * 1000) / 1000,
    })),
    onlyLeft: onlyLeft.map((block) => block + 1),
    onlyRight: onlyRight.map((block) => block + 1),
  };
}

const KINDS = { same: 'giữ nguyên', reworded: 'diễn đạt lại', moved: 'chuyển chỗ' } as const;
const LONGEST_LINE = 100;

export function comparisonText(comparison: Comparison, left: Article, right: Article): string[] {
  const { counts, likeness, pairs, onlyLeft, onlyRight, changedFigures, sharedCitations } = comparison;
  const words = (article: Article, block: number): string => {
    const text = article.blocks[block]?.text ?? '';
    return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  };
  const summary = [
    `giống nhau ${Math.round(likeness * 100)} %`,
    `${counts.same} giữ nguyên`,
    `${counts.reworded} diễn đạt lại`,
    `${counts.moved} chuyển chỗ`,
    `${counts.onlyLeft} chỉ có ở A`,
    `${counts.onlyRight} chỉ có ở B`,
  ];
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
  return [
    `A: ${left.title}`,
    `B: ${right.title}`,
    summary.join(' · '),
    ...section(
      'Các đoạn ghép với nhau:',
      pairs.map(
        (pair) =>
          `A${pair.left + 1} ↔ B${pair.right + 1}  ${KINDS[pair.kind]} (${Math.round(pair.score * 100)} %)  ${words(left, pair.left)}`,
      ),
    ),
    ...section(
      'Chỉ có ở A:',
      onlyLeft.map((block) => `A${block + 1}  ${words(left, block)}`),
    ),
    ...section(
      'Chỉ có ở B:',
      onlyRight.map((block) => `B${block + 1}  ${words(right, block)}`),
    ),
    ...section(
      'Số liệu, thời hạn, văn bản thay đổi:',
      changedFigures.map(
        (figure) =>
          `A${figure.left + 1} ↔ B${figure.right + 1}  ${figure.before || '(không có)'} → ${figure.after || '(không có)'}`,
      ),
    ),
    ...section(
      'Cùng viện dẫn:',
      sharedCitations.map(({ code, left: a, right: b }) => `${code}  A ${a} lần, B ${b} lần`),
    ),
  ];
}
