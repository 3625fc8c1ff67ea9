import { create } from 'zustand';
import type { AnyEvent, ArticleView, EventPayload, ImportResult } from '#core/contract';
import { byPosition } from '#core/annotation';
import type { BodyEntry } from '#core/body';
import type { DirectiveEntry } from '#core/directive';
import type { ArticleSummary, LibrarySnapshot, Notice, SavedWorkspace, Settings } from '#core/library';
import { DEFAULT_SETTINGS } from '#core/library';
import { CallFailed } from '#core/gateway';
import type { AnnotationLink } from '#core/link';
import type { Pin } from '#core/pin';
import type { SavedSearch } from '#core/saved-search';
import type { Collection } from '#core/shelving';
import type { Tag } from '#core/tag';
import { call } from '../bridge';

type Status = { is: 'loading' } | { is: 'ready' } | { is: 'failed'; message: string };

interface LibraryState {
  status: Status;
  revision: number;
  folder: string;
  readOnly: boolean;
  host: LibrarySnapshot['host'];
  articles: ReadonlyMap<string, ArticleSummary>;
  /** False while only the newest of very many articles are there: see `allArticles`. */
  hasAllArticles: boolean;
  tags: readonly Tag[];
  links: readonly AnnotationLink[];
  pins: readonly Pin[];
  workspaces: readonly SavedWorkspace[];
  directives: readonly DirectiveEntry[];
  bodies: readonly BodyEntry[];
  searches: readonly SavedSearch[];
  collections: readonly Collection[];
  settings: Settings;
  notices: readonly Notice[];
  /** The articles that a pane has asked for, whole. */
  views: ReadonlyMap<string, ArticleView>;
  importing: EventPayload<'import.progress'> | null;
  /** The export under way, or the last one. */
  exporting: EventPayload<'export.progress'> | null;
  /** How far the articles have been looked through for documents and tasks. */
  recognised: EventPayload<'recognise.progress'> | null;
  /** How many of the articles can be searched. */
  searchable: EventPayload<'search.progress'> | null;
  report: readonly ImportResult[] | null;
}

/** A read-only mirror of the library: only events and snapshots change it, never the interface itself. */
export const useLibrary = create<LibraryState>(() => ({
  status: { is: 'loading' },
  revision: 0,
  folder: '',
  readOnly: false,
  host: { platform: 'linux', ownWindowButtons: false },
  articles: new Map(),
  hasAllArticles: true,
  tags: [],
  links: [],
  pins: [],
  workspaces: [],
  directives: [],
  bodies: [],
  searches: [],
  collections: [],
  settings: DEFAULT_SETTINGS,
  notices: [],
  views: new Map(),
  importing: null,
  exporting: null,
  recognised: null,
  searchable: null,
  report: null,
}));

const { setState: set, getState: get } = useLibrary;

type Articles = LibraryState['articles'];
const present = new WeakMap<Articles, number>();

/** How many articles are not in the trash; counted once for each state of the library. */
export function presentOf(articles: Articles): number {
  const known = present.get(articles);
  if (known !== undefined) return known;
  let count = 0;
  for (const { removedAt } of articles.values()) if (removedAt === null) count++;
  present.set(articles, count);
  return count;
}

/** False when there is nothing to read: no article, or all of them in the trash. */
export const hasPresent = ({ articles, hasAllArticles }: LibraryState): boolean =>
  !hasAllArticles || presentOf(articles) > 0;

/** So many articles are seen at once; the others come in parts of this size. */
const FIRST = 200;
const PART = 2_000;
/** Milliseconds. */
const OTHERS_AFTER = 250;

/** Loads everything anew. Returns the snapshot, or null when the library could not be opened. */
export async function loadLibrary(): Promise<LibrarySnapshot | null> {
  try {
    const snapshot = await call('library.snapshot', { first: FIRST });
    const { articles: summaries, revision, folder, readOnly, host, tags, links, pins, workspaces } = snapshot;
    const { directives, bodies, searches, collections, settings, notices } = snapshot;
    const mirrored = {
      ...{ revision, folder, readOnly, host, tags, links, pins, workspaces },
      ...{ directives, bodies, searches, collections, settings, notices },
    };
    const articles = new Map(summaries.map((article) => [article.id, article]));
    awaited = new Set(snapshot.others);
    set({
      ...mirrored,
      status: { is: 'ready' },
      articles,
      hasAllArticles: awaited.size === 0,
      views: new Map(),
    });
    others = bringOthers(awaited);
    return snapshot;
  } catch (error) {
    fail(error);
    return null;
  }
}

function fail(error: unknown): void {
  if (!(error instanceof CallFailed)) throw error;
  set({ status: { is: 'failed', message: error.message } });
}

/** Articles of the library that the mirror does not have yet. What an event tells of one of them is newer than its row. */
let awaited = new Set<string>();
let others: Promise<void> = Promise.resolve();

/** Settles when the mirror has all articles. With 50,000 that is a second after the window shows the first of them. */
export const allArticles = (): Promise<void> => others;

/** Brings the articles whose ids are `missing`, all of them in one change: each change sorts the list anew. */
async function bringOthers(missing: Set<string>): Promise<void> {
  const ids = [...missing];
  const brought: ArticleSummary[] = [];
  // What is there already is drawn first, and answers first.
  if (ids.length > 0) await new Promise((resolve) => setTimeout(resolve, OTHERS_AFTER));
  try {
    for (let from = 0; from < ids.length; from += PART) {
      const part = await call('library.rows', { ids: ids.slice(from, from + PART) });
      // Loaded anew meanwhile.
      if (awaited !== missing) return;
      brought.push(...part.articles);
    }
  } catch (error) {
    fail(error);
    return;
  }
  if (ids.length === 0) return;
  const articles = new Map(get().articles);
  for (const article of brought) if (missing.has(article.id)) articles.set(article.id, article);
  missing.clear();
  set({ articles, hasAllArticles: true });
}

const coming = new Map<string, Promise<void>>();

/** Brings an article into `views`; does nothing when it is there or on its way. */
export async function loadArticle(id: string): Promise<void> {
  if (get().views.has(id)) return;
  const known = coming.get(id);
  if (known !== undefined) return known;
  const loaded = bringArticle(id).finally(() => coming.delete(id));
  coming.set(id, loaded);
  return loaded;
}

async function bringArticle(id: string): Promise<void> {
  const view = await call('articles.get', { id });
  view.annotations.sort(byPosition);
  set({ views: new Map(get().views).set(id, view) });
}

/** The article of a pane, whole; undefined while it is being loaded or the pane is empty. */
export const viewOf = (
  { views }: Pick<LibraryState, 'views'>,
  pane: { articleId: string | null } | undefined,
): ArticleView | undefined => {
  const articleId = pane?.articleId ?? null;
  return articleId === null ? undefined : views.get(articleId);
};

/** Applies an event of the main process to the mirror. */
export function applyEvent(event: AnyEvent): void {
  if (event.name === 'library.changed') applyChange(event.payload);
  else if (event.name === 'library.replaced') void loadLibrary();
  else if (event.name === 'export.progress') set({ exporting: event.payload });
  else if (event.name === 'recognise.progress') set({ recognised: event.payload });
  else if (event.name === 'search.progress') set({ searchable: event.payload });
  else if (event.name === 'import.progress') {
    const { done, total } = event.payload;
    set({ importing: done < total ? event.payload : null });
  }
}

function applyChange(change: EventPayload<'library.changed'>): void {
  const { revision, articles, views } = get();
  if (change.revision > revision + 1) {
    void reload();
    return;
  }
  const nextArticles = new Map(articles);
  for (const summary of change.upserts) nextArticles.set(summary.id, summary);
  for (const id of change.removals) nextArticles.delete(id);
  for (const id of [...change.upserts.map((summary) => summary.id), ...change.removals]) awaited.delete(id);

  const nextViews = new Map(views);
  for (const { articleId, upserts, removals } of change.annotations) {
    const view = nextViews.get(articleId);
    if (view === undefined) continue;
    const changed = new Set([...removals, ...upserts.map((annotation) => annotation.id)]);
    const kept = view.annotations.filter((annotation) => !changed.has(annotation.id));
    nextViews.set(articleId, { ...view, annotations: [...kept, ...upserts].sort(byPosition) });
  }
  for (const summary of change.upserts) {
    const view = nextViews.get(summary.id);
    if (view !== undefined) nextViews.set(summary.id, { ...view, article: withFacts(view.article, summary) });
  }
  set({
    revision: change.revision,
    articles: nextArticles,
    views: nextViews,
    tags: change.tags ?? get().tags,
    links: change.links ?? get().links,
    pins: change.pins ?? get().pins,
    workspaces: change.workspaces ?? get().workspaces,
    directives: change.directives ?? get().directives,
    bodies: change.bodies ?? get().bodies,
    searches: change.searches ?? get().searches,
    collections: change.collections ?? get().collections,
    settings: change.settings ?? get().settings,
    notices: change.notices ?? get().notices,
  });
  for (const id of change.revised) void reloadArticle(id);
}

/**
 * The article with the facts that its summary carries; the body is not the summary's to change. The same article when
 * these are the same: most changes are of annotations, and who shows the article has nothing to draw anew then.
 */
function withFacts(article: ArticleView['article'], summary: ArticleSummary): ArticleView['article'] {
  const { title, dek, source, url, byline, publishedOn, dateConfidence, removedAt, story } = summary;
  const facts = { title, dek, source, url, byline, publishedOn, dateConfidence, removedAt, story };
  const same = (Object.keys(facts) as (keyof typeof facts)[]).every((name) => facts[name] === article[name]);
  return same ? article : { ...article, ...facts };
}

async function reloadArticle(id: string): Promise<void> {
  if (get().views.has(id)) await bringArticle(id);
}

/** After a gap in the revisions: a new snapshot, and every article that was open. */
async function reload(): Promise<void> {
  const open = [...get().views.keys()];
  if ((await loadLibrary()) === null) return;
  await Promise.all(open.filter((id) => get().articles.has(id)).map(loadArticle));
}

export function showReport(report: readonly ImportResult[] | null): void {
  set({ report, importing: null });
}
