import type { Annotation, AnnotationKind } from '#core/annotation';
import { KINDS } from '#core/annotation';
import type { Article } from '#core/article';
import type { ArticleSummary } from '#core/library';

/** The article's row in the list. */
export function summaryOf(article: Article, annotations: readonly Annotation[]): ArticleSummary {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<AnnotationKind, number>;
  for (const annotation of annotations) kinds[annotation.kind] += 1;
  return {
    id: article.id,
    title: article.title,
    dek: article.dek,
    source: article.source,
    url: article.url,
    byline: article.byline,
    publishedOn: article.publishedOn,
    dateConfidence: article.dateConfidence,
    importedAt: article.importedAt,
    removedAt: article.removedAt,
    story: article.story,
    shelving: article.shelving,
    paragraphs: article.blocks.length,
    annotations: annotations.length,
    kinds,
    notes: annotations.filter((annotation) => annotation.note !== '').length,
    orphans: annotations.filter((annotation) => annotation.anchor === 'orphan').length,
    tags: [...new Set(annotations.flatMap((annotation) => annotation.tags))],
  };
}

/** Newest publication first, articles without a date last; then newest import. */
export function byNewest(a: ArticleSummary, b: ArticleSummary): number {
  return (
    laterFirst(a.publishedOn ?? '', b.publishedOn ?? '') ||
    laterFirst(a.importedAt, b.importedAt) ||
    inVietnamese.compare(a.title, b.title)
  );
}

const inVietnamese = new Intl.Collator('vi');

/** Days and times in ISO form stand in the order of their code units. */
const laterFirst = (a: string, b: string): number => Number(a < b) - Number(a > b);
