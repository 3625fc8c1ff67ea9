import { KINDS } from '#core/annotation';
import { asksForNothing, fits, hasOneOf, type AnnotationFilter } from '#core/annotation-filter';
import { blockAt, blockStarts } from '#core/article';
import type { CallOutput, ParsedInput } from '#core/contract';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import { byNewest } from '../store/summary';
import type { LibraryStore } from '../store/store';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type FindingCalls = 'annotations.find' | 'annotations.get';
type Found = CallOutput<'annotations.find'>;

/** Annotations across the library. */
export function findingHandlers({ store }: Context): Pick<Handlers, FindingCalls> {
  return {
    'annotations.find': (request) => find(store, request),
    'annotations.get': async ({ refs }) => {
      const ids = [...new Set(refs.map(({ articleId }) => articleId))];
      const views = await inBatches(ids, (id) => viewOrNull(store, id));
      const known = new Map(
        views.flatMap((view) => view?.annotations.map((annotation) => [annotation.id, annotation]) ?? []),
      );
      return refs.flatMap(({ articleId, annotationId }) => {
        const annotation = known.get(annotationId);
        return annotation?.articleId === articleId ? [annotation] : [];
      });
    },
  };
}

async function find(store: LibraryStore, { filter, limit }: ParsedInput<'annotations.find'>): Promise<Found> {
  await store.verified();
  let found = 0;
  const results = await inBatches(
    store.catalogue.summaries().filter(mayHold(filter)).sort(byNewest),
    async (summary) => {
      const isEnough = found >= limit;
      const counted = isEnough ? countOf(summary, filter) : null;
      if (counted !== null) return { id: summary.id, count: counted, annotations: [], blocks: [] };
      const view = await viewOrNull(store, summary.id);
      const annotations = view?.annotations.filter((annotation) => fits(annotation, filter)) ?? [];
      found += annotations.length;
      if (isEnough || view === null) {
        return { id: summary.id, count: annotations.length, annotations: [], blocks: [] };
      }
      const starts = blockStarts(view.article.blocks);
      const blocks = annotations.map(({ target }) => blockAt(starts, target.start));
      return { id: summary.id, count: annotations.length, annotations, blocks };
    },
  );
  return {
    annotations: results.flatMap(({ annotations }) => annotations).slice(0, limit),
    blocks: results.flatMap(({ blocks }) => blocks).slice(0, limit),
    total: results.reduce((sum, { count }) => sum + count, 0),
    articles: results.filter(({ count }) => count > 0).map(({ id, count }) => ({ id, count })),
  };
}

/** Whether an article can have annotations that fit, as far as its row in the list tells. */
function mayHold({
  articleIds,
  kinds,
  tags,
  anchors,
  withNote,
}: AnnotationFilter): (summary: ArticleSummary) => boolean {
  const articles = isGiven(articleIds) ? new Set(articleIds) : null;
  const areLost = isGiven(anchors) && anchors.every((anchor) => anchor === 'orphan');
  return (summary) =>
    summary.removedAt === null &&
    summary.annotations > 0 &&
    articles?.has(summary.id) !== false &&
    (!isGiven(kinds) || kinds.some((kind) => summary.kinds[kind] > 0)) &&
    (!areLost || summary.orphans > 0) &&
    (withNote !== true || summary.notes > 0) &&
    hasOneOf(tags, summary.tags);
}

/** How many of an article's annotations fit, where its row in the list tells; otherwise null. */
function countOf(
  summary: ArticleSummary,
  { articleIds: _, kinds, ...others }: AnnotationFilter,
): number | null {
  if (!asksForNothing(others)) return null;
  const wanted = new Set(isGiven(kinds) ? kinds : KINDS);
  return [...wanted].reduce((sum, kind) => sum + summary.kinds[kind], 0);
}

/** An empty list asks for nothing. */
const isGiven = <T>(wanted: readonly T[] | undefined): wanted is readonly T[] =>
  wanted !== undefined && wanted.length > 0;
