import { z } from 'zod';
import { Annotation, AnnotationId } from '#core/annotation';
import { ArticleId } from '#core/article';
import { annotationCalls } from '#core/calls/annotations';
import { articleCalls } from '#core/calls/articles';
import { codebookCalls } from '#core/calls/codebook';
import { compareCalls } from '#core/calls/comparing';
import { exportCalls } from '#core/calls/exporting';
import { importCalls, ImportResult } from '#core/calls/importing';
import { libraryCalls } from '#core/calls/library';
import { phraseCalls } from '#core/calls/phrases';
import { printCalls } from '#core/calls/printing';
import { recogniseCalls } from '#core/calls/recognising';
import { registerCalls } from '#core/calls/registers';
import { searchCalls } from '#core/calls/searching';
import { shelvingCalls } from '#core/calls/shelving';
import { taskCalls } from '#core/calls/tasks';
import { BodyEntry } from '#core/body';
import { DirectiveEntry } from '#core/directive';
import { ArticleSummary, Notice, SavedWorkspace, Settings } from '#core/library';
import { AnnotationLink } from '#core/link';
import { Pin } from '#core/pin';
import { PlaceLink } from '#core/place-link';
import { ReviewItem } from '#core/review';
import { SavedSearch } from '#core/saved-search';
import { Collection } from '#core/shelving';
import { Tag } from '#core/tag';

export { AnnotationFilter } from '#core/annotation-filter';
export type { ArticleView, OriginalView, Revised } from '#core/calls/articles';
export { ExportRequest } from '#core/calls/exporting';
export { ImportResult } from '#core/calls/importing';

/** Everything that can be asked of an open library. */
export const CALLS = {
  ...libraryCalls,
  ...articleCalls,
  ...annotationCalls,
  ...importCalls,
  ...exportCalls,
  ...printCalls,
  ...compareCalls,
  ...codebookCalls,
  ...recogniseCalls,
  ...registerCalls,
  ...taskCalls,
  ...phraseCalls,
  ...shelvingCalls,
  ...searchCalls,
} as const;

export type CallName = keyof typeof CALLS;
export type CallInput<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;
/** The input as a handler gets it: parsed, defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<(typeof CALLS)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof CALLS)[N]['output']>;

export const EVENTS = {
  /** What a change did. A gap in `revision` means that the listener has to load the snapshot again. */
  'library.changed': z.object({
    revision: z.int().positive(),
    upserts: z.array(ArticleSummary),
    removals: z.array(ArticleId),
    annotations: z.array(
      z.object({ articleId: ArticleId, upserts: z.array(Annotation), removals: z.array(AnnotationId) }),
    ),
    /** Articles whose text has a new revision: open panes load them again. */
    revised: z.array(ArticleId),
    tags: z.array(Tag).optional(),
    links: z.array(AnnotationLink).optional(),
    pins: z.array(Pin).optional(),
    workspaces: z.array(SavedWorkspace).optional(),
    directives: z.array(DirectiveEntry).optional(),
    bodies: z.array(BodyEntry).optional(),
    searches: z.array(SavedSearch).optional(),
    collections: z.array(Collection).optional(),
    settings: Settings.optional(),
    /** All notices, when one was added after the library was opened. */
    notices: z.array(Notice).optional(),
  }),
  /** Another library folder was opened: everything is to be loaded again. */
  'library.replaced': z.object({ folder: z.string() }),
  /** `pages`: how far the file under way is, where that takes long. */
  'import.progress': z.object({
    done: z.int(),
    total: z.int(),
    name: z.string(),
    pages: z.object({ done: z.int(), total: z.int() }).nullable(),
  }),
  /** How many articles of an export have been read. */
  'export.progress': z.object({ done: z.int(), total: z.int() }),
  /** How far the library's articles have been looked through for documents and tasks. */
  'recognise.progress': z.object({ done: z.int(), total: z.int() }),
  /** How many of the library's articles can be searched. */
  'search.progress': z.object({ done: z.int(), total: z.int() }),
  /** The files that wait for a look, all of them. */
  'review.changed': z.object({ items: z.array(ReviewItem) }),
  /** Files came in by themselves, from the watched folder. */
  'import.arrived': z.object({ results: z.array(ImportResult) }),
  /** Files came from outside (command line, second start): show these side by side. */
  'articles.open': z.object({ ids: z.array(ArticleId), results: z.array(ImportResult) }),
  /** A link to a paragraph was opened outside (command line, second start, the system). */
  'place.open': PlaceLink,
  /** A menu item was chosen; `name` is a command of the keymap. */
  command: z.object({ name: z.string() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;
/** Every event as one tagged value, as it crosses the bridge. */
export type AnyEvent = { [N in EventName]: { name: N; payload: EventPayload<N> } }[EventName];
