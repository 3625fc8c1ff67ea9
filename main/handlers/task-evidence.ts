import type { Article, ArticleId } from '#core/article';
import type { Annotation } from '#core/annotation';
import type { CallOutput, ParsedInput } from '#core/contract';
import { EvidenceSearch, type Awaited } from '#core/evidence';
import { figuresOf } from '#core/figures';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import type { FoundFigure } from '#core/recognise/found';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

/** No more later articles than this are looked through, the next ones after the task: it takes a second or two. */
const MOST_ARTICLES = 2000;

interface Asked {
  annotation: Annotation;
  article: Article;
  figures: FoundFigure[];
  /** The documents that it rests on. */
  documents: ReadonlySet<string>;
}

/** What later articles may report of tasks. */
export function taskEvidenceHandlers(context: Context): Pick<Handlers, 'tasks.evidence'> {
  return { 'tasks.evidence': (request) => evidence(context, request) };
}

async function evidence(
  context: Context,
  { refs, figures: onlyFigures, most }: ParsedInput<'tasks.evidence'>,
): Promise<CallOutput<'tasks.evidence'>> {
  const asked = await tasksOf(context, refs);
  const awaited = asked.map((one) => awaitedOf(one, onlyFigures)).filter(({ units }) => units?.length !== 0);
  const search = new EvidenceSearch(awaited);
  const citing = citingBlocks(context, asked);
  await inBatches(laterThan(context, awaited), async ({ id }) => {
    const view = await viewOrNull(context.store, id);
    if (view !== null) search.add(view.article, citing(id));
  });
  const found = search.found(most);
  return asked.map(({ annotation: { id }, figures }) => ({
    annotationId: id,
    figures,
    candidates: found.get(id) ?? [],
  }));
}

async function tasksOf(
  { store, findings, lists }: Context,
  refs: ParsedInput<'tasks.evidence'>['refs'],
): Promise<Asked[]> {
  const ids = [...new Set(refs.map(({ articleId }) => articleId))];
  const views = await inBatches(ids, (id) => viewOrNull(store, id));
  const viewOf = new Map(views.flatMap((view) => (view === null ? [] : [[view.article.id, view] as const])));
  const asked: Asked[] = [];
  for (const { articleId, annotationId } of refs) {
    const view = viewOf.get(articleId);
    const annotation = view?.annotations.find(({ id }) => id === annotationId);
    if (view === undefined || annotation === undefined) continue;
    const { article, found } = await findings.of(articleId);
    const { start, end } = annotation.target;
    const cited = lists.documentsOf(article, found.citations).filter((_, index) => {
      const citation = found.citations[index];
      return citation !== undefined && citation.start >= start && citation.end <= end;
    });
    const documents = new Set([...(annotation.task?.basis ?? []), ...cited]);
    asked.push({ annotation, article, figures: figuresOf(annotation.target.quote.exact), documents });
  }
  return asked;
}

function awaitedOf({ annotation, article, figures }: Asked, onlyFigures: boolean): Awaited {
  const units = figures.flatMap(({ unit }) => unit ?? []);
  return {
    id: annotation.id,
    text: annotation.target.quote.exact,
    since: article.publishedOn,
    articleId: article.id,
    units: onlyFigures ? units : null,
  };
}

/** The articles that any of the tasks waits for, from the oldest on. */
function laterThan({ store }: Context, awaited: readonly Awaited[]): ArticleSummary[] {
  const [first] = awaited.map(({ since }) => since ?? '').sort();
  if (first === undefined) return [];
  return store.catalogue
    .summaries()
    .filter(({ removedAt, publishedOn }) => removedAt === null && (publishedOn ?? '') >= first)
    .sort((a, b) => (a.publishedOn ?? '').localeCompare(b.publishedOn ?? ''))
    .slice(0, MOST_ARTICLES);
}

/** By article: for each task the blocks that cite a document of it, as far as the library has been looked through. */
function citingBlocks({ findings, lists }: Context, asked: readonly Asked[]) {
  findings.progress();
  const { belongings } = lists.register();
  const looked = new Map(lists.citing().map((one) => [one.id, one]));
  return (id: ArticleId): Map<string, Set<number>> => {
    const blocks = new Map<string, Set<number>>();
    const one = looked.get(id);
    if (one === undefined) return blocks;
    for (const [index, owner] of belongings(one).entries()) {
      const block = one.mentions[index]?.block;
      if (block === undefined) continue;
      for (const { annotation, documents } of asked) {
        if (!documents.has(owner.id)) continue;
        blocks.set(annotation.id, (blocks.get(annotation.id) ?? new Set<number>()).add(block));
      }
    }
    return blocks;
  };
}
