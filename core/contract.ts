import { z } from 'zod';
import {
  AnchorState,
  Annotation,
  AnnotationId,
  AnnotationKind,
  AnnotationPatch,
  Colour,
  TagName,
  Target,
} from '#core/annotation';
import { Article, ArticleFactsPatch, ArticleId, IsoDay } from '#core/article';
import {
  ArticleSummary,
  LibrarySnapshot,
  Notice,
  Problem,
  SavedWorkspace,
  Settings,
  Workspace,
} from '#core/library';
import { AnnotationLink, AnnotationRef, Relation } from '#core/link';
import { Pin } from '#core/pin';
import { AnchorCounts, BodyEdit, ReadHow, ReviewAccept, ReviewItem, ReviewView } from '#core/review';
import { Span } from '#core/span';
import { Tag, TagChange } from '#core/tag';

/**
 * One call of the contract. `window`: the renderer may make it too; `local`: only what runs in the
 * main process or on the command line may, because it names paths on the disk.
 */
function call<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  from: 'window' | 'local' = 'window',
) {
  return { input, output, from };
}

const Nothing = z.object({});

/**
 * One file's fate. `code` and `message` are set when it was refused; `key` when it waits for a look (`review.view`); the
 * others when it was read.
 */
export const ImportResult = z.object({
  path: z.string(),
  status: z.enum(['imported', 'duplicate', 'revised', 'refused', 'waiting']),
  id: ArticleId.optional(),
  title: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  key: z.string().optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  /** Lines that were taken out of the text. */
  removed: z.int().nonnegative().optional(),
  /** The article that is most like it, when it came in as one of its own all the same. */
  similarTo: ArticleId.optional(),
  /** 0 to 1. */
  likeness: z.number().optional(),
  /** What the new text did to the annotations, when it was `revised`. */
  anchors: AnchorCounts.optional(),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** By position, checked against the revision the person saw; or by the words themselves, the nth time they occur (from 1). */
export const NewTarget = z.union([
  z.object({ span: Span, revision: z.int().positive() }),
  z.object({ quote: z.string().min(1), nth: z.int().positive().default(1) }),
]);

export const NewAnnotation = z.object({
  articleId: ArticleId,
  target: NewTarget,
  kind: AnnotationKind,
  colour: Colour.optional(),
  tags: z.array(TagName).default([]),
  note: z.string().default(''),
});
export type NewAnnotation = z.input<typeof NewAnnotation>;

export const ExportRequest = z.object({
  format: z.enum(['markdown', 'html']),
  groupBy: z.enum(['article', 'kind', 'tag']).default('article'),
  /** Empty or missing = all articles that are not in the trash. */
  articleIds: z.array(ArticleId).optional(),
  /** Only these annotations, when given. */
  annotationIds: z.array(AnnotationId).optional(),
  kinds: z.array(AnnotationKind).optional(),
  tags: z.array(TagName).optional(),
});
export type ExportRequest = z.input<typeof ExportRequest>;

const ArticleView = z.object({ article: Article, annotations: z.array(Annotation) });
export type ArticleView = z.infer<typeof ArticleView>;

/** A text that took the place of another; `before` is kept under revisions/. */
const Revised = z.object({ before: Article, after: Article, anchors: AnchorCounts });
export type Revised = z.infer<typeof Revised>;

/** A file as it came, for looking at it beside the text. TIFF pages come as PNG. */
const OriginalView = z.object({
  name: z.string(),
  kind: z.enum(['pdf', 'pictures', 'text', 'other']),
  /** The PDF, or the pictures in order; empty for the other kinds. */
  files: z.array(z.custom<Uint8Array>((value) => value instanceof Uint8Array)),
  text: z.string().nullable(),
});
export type OriginalView = z.infer<typeof OriginalView>;

/** An annotation that was changed, as it was and as it is. */
const Changed = z.object({ before: Annotation, after: Annotation });

/** Annotations for which everything that is given holds. */
export const AnnotationFilter = z.object({
  articleIds: z.array(ArticleId).optional(),
  /** Each with the tags under it. */
  tags: z.array(TagName).optional(),
  kinds: z.array(AnnotationKind).optional(),
  colours: z.array(Colour).optional(),
  anchors: z.array(AnchorState).optional(),
  withNote: z.boolean().optional(),
  /** First and last day on which they were made, in the person's own calendar. */
  from: IsoDay.optional(),
  to: IsoDay.optional(),
});
export type AnnotationFilter = z.infer<typeof AnnotationFilter>;

/** A paragraph by its index in a revision of an article. */
const BlockRef = z.object({
  articleId: ArticleId,
  revision: z.int().positive(),
  block: z.int().nonnegative(),
});

const AnnotationRefs = z.object({ articleId: ArticleId, ids: z.array(AnnotationId).min(1) });

export const CALLS = {
  'library.snapshot': call(Nothing, LibrarySnapshot),
  'library.check': call(
    Nothing,
    z.object({ articles: z.int(), annotations: z.int(), problems: z.array(Problem) }),
  ),
  /** Asks for another folder and opens the library in it; null when the person cancelled. */
  'library.chooseFolder': call(Nothing, z.object({ folder: z.string().nullable() })),
  'library.showFolder': call(Nothing, Nothing),

  'articles.get': call(z.object({ id: ArticleId }), ArticleView),
  'articles.update': call(
    z.object({ id: ArticleId, patch: ArticleFactsPatch }),
    z.object({ before: Article, after: Article }),
  ),
  'articles.remove': call(z.object({ ids: z.array(ArticleId).min(1) }), Nothing),
  'articles.restore': call(z.object({ ids: z.array(ArticleId).min(1) }), Nothing),
  /** Changes the text by hand. Refused with `revision-changed` when another revision has come meanwhile. */
  'articles.revise': call(
    z.object({ id: ArticleId, revision: z.int().positive(), edits: z.array(BodyEdit).min(1) }),
    Revised,
  ),
  /** Reads the original again, in another encoding. */
  'articles.reread': call(z.object({ id: ArticleId, how: ReadHow }), Revised),
  /** Brings an earlier revision back, as a new one. */
  'articles.revert': call(z.object({ id: ArticleId, to: z.int().positive() }), Revised),
  /** An earlier text of the article, or the present one. */
  'articles.revision': call(z.object({ id: ArticleId, revision: z.int().positive() }), Article),
  /** Says that the article is a copy of another one's story, or (null) that it is none. */
  'articles.setStory': call(z.object({ id: ArticleId, story: ArticleId.nullable() }), Article),
  'articles.original': call(z.object({ id: ArticleId }), OriginalView),
  /** Opens the original in the program that the system has for it, or shows it in its folder. */
  'articles.showOriginal': call(z.object({ id: ArticleId, as: z.enum(['open', 'reveal']) }), Nothing),

  'annotations.add': call(NewAnnotation, Annotation),
  'annotations.update': call(
    z.object({ articleId: ArticleId, id: AnnotationId, patch: AnnotationPatch }),
    Changed,
  ),
  /** All of them or none: one place that is refused refuses the call. */
  'annotations.addMany': call(z.object({ items: z.array(NewAnnotation).min(1) }), z.array(Annotation)),
  'annotations.updateMany': call(
    z.object({
      changes: z.array(z.object({ articleId: ArticleId, id: AnnotationId, patch: AnnotationPatch })).min(1),
    }),
    z.array(Changed),
  ),
  /** Gives an annotation other words; an orphan has its place again after this. */
  'annotations.move': call(z.object({ articleId: ArticleId, id: AnnotationId, target: NewTarget }), Changed),
  /** Takes a move back. A place of an earlier revision is looked for in the present text. */
  'annotations.putBack': call(
    z.object({
      articleId: ArticleId,
      id: AnnotationId,
      target: Target,
      anchor: AnchorState,
      revision: z.int().positive(),
    }),
    Changed,
  ),
  /** The first `limit` of them (articles by their date, the newest first, each in the order of reading), and how many there are. */
  'annotations.find': call(
    z.object({ filter: AnnotationFilter, limit: z.int().nonnegative().max(5000).default(500) }),
    z.object({
      annotations: z.array(Annotation),
      total: z.int(),
      articles: z.array(z.object({ id: ArticleId, count: z.int() })),
    }),
  ),
  /** Those that are there, in the order asked for. */
  'annotations.get': call(z.object({ refs: z.array(AnnotationRef) }), z.array(Annotation)),
  'annotations.remove': call(AnnotationRefs, z.object({ removed: z.array(Annotation) })),
  'annotations.restore': call(AnnotationRefs, z.object({ restored: z.array(Annotation) })),

  /** Folders and archives are looked into. `revise`: the files are new versions of this article. */
  'import.files': call(
    z.object({
      paths: z.array(z.string()).min(1),
      /** Whether a file that needs a look waits for it (`review.list`). */
      hold: z.boolean().default(false),
      revise: ArticleId.optional(),
      chapters: z.enum(['together', 'apart']).default('together'),
    }),
    z.array(ImportResult),
    'local',
  ),
  /** Files without a path (dropped from another program), and pasted text (name ends in .txt or .html). */
  'import.items': call(
    z.object({
      items: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).min(1),
      hold: z.boolean().default(false),
    }),
    z.array(ImportResult),
  ),
  /** Asks for files or for a folder and imports them; an empty list when the person cancelled. */
  'import.choose': call(
    z.object({ what: z.enum(['files', 'folder']).default('files') }),
    z.array(ImportResult),
  ),
  'import.samples': call(Nothing, z.array(ImportResult)),
  /** One request for one page. Refused with `url-off` unless the person has turned it on. */
  'import.url': call(z.object({ url: z.string() }), z.array(ImportResult)),
  /** Ends the import under way; what is in the library by then stays. */
  'import.cancel': call(Nothing, Nothing),
  /** Asks for the folder whose new files are imported; null turns that off. */
  'import.watch': call(z.object({ on: z.boolean() }), z.object({ folder: z.string().nullable() })),

  'review.list': call(Nothing, z.array(ReviewItem)),
  'review.view': call(
    z.object({ key: z.string(), how: ReadHow.default({ encoding: null, chapters: 'together' }) }),
    ReviewView,
  ),
  'review.original': call(z.object({ key: z.string() }), OriginalView),
  'review.accept': call(z.object({ items: z.array(ReviewAccept).min(1) }), z.array(ImportResult)),
  /** They stay where they are, and out of the library. */
  'review.skip': call(z.object({ keys: z.array(z.string()).min(1) }), Nothing),

  'export.render': call(
    ExportRequest,
    z.object({ text: z.string(), fileName: z.string(), annotations: z.int() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'export.save': call(ExportRequest, z.object({ path: z.string().nullable() })),
  'export.write': call(
    ExportRequest.extend({ path: z.string() }),
    z.object({ path: z.string(), annotations: z.int() }),
    'local',
  ),

  'settings.update': call(Settings.partial(), Settings),
  /** Adds or replaces tags by their names; a key goes to the last of them that has it. Returns what undoes it. */
  'tags.put': call(z.object({ tags: z.array(Tag).min(1) }), TagChange),
  /** Renames, moves or (with `merge`, into a tag that is there) merges a tag and those under it. Returns what undoes it. */
  'tags.rename': call(z.object({ from: TagName, to: TagName, merge: z.boolean().default(false) }), TagChange),
  /** Takes a tag and those under it out of the codebook and off all annotations. Returns what undoes it. */
  'tags.remove': call(z.object({ name: TagName }), TagChange),
  /** Undoes a change of tags. Returns what makes it again. */
  'tags.restore': call(TagChange, TagChange),
  /** What a change of the tag and those under it would touch. */
  'tags.use': call(
    z.object({ name: TagName }),
    z.object({ tags: z.int(), annotations: z.int(), articles: z.int() }),
  ),

  'links.add': call(z.object({ from: AnnotationRef, to: AnnotationRef, relation: Relation }), AnnotationLink),
  /** Adds or replaces by id: another relation, or a link that comes back. */
  'links.put': call(z.object({ links: z.array(AnnotationLink).min(1) }), Nothing),
  'links.remove': call(z.object({ ids: z.array(z.uuid()).min(1) }), z.array(AnnotationLink)),

  /** A pin takes the place of those that say otherwise about its paragraphs; they are returned as `replaced`. */
  'pins.add': call(
    z.object({ left: BlockRef, right: BlockRef, together: z.boolean() }),
    z.object({ pin: Pin, replaced: z.array(Pin) }),
  ),
  'pins.put': call(z.object({ pins: z.array(Pin).min(1) }), Nothing),
  'pins.remove': call(z.object({ ids: z.array(z.uuid()).min(1) }), z.array(Pin)),

  'workspace.save': call(Workspace, Nothing),
  /** Keeps a workspace under a name; `before` is the one that had it. */
  'workspaces.put': call(
    z.object({ name: SavedWorkspace.shape.name, workspace: Workspace }),
    z.object({ before: SavedWorkspace.nullable() }),
  ),
  'workspaces.rename': call(
    z.object({ from: SavedWorkspace.shape.name, to: SavedWorkspace.shape.name }),
    Nothing,
  ),
  'workspaces.remove': call(z.object({ name: SavedWorkspace.shape.name }), SavedWorkspace),
  'window.control': call(z.object({ action: z.enum(['minimize', 'maximize', 'close']) }), Nothing),
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
  /** The files that wait for a look, all of them. */
  'review.changed': z.object({ items: z.array(ReviewItem) }),
  /** Files came in by themselves, from the watched folder. */
  'import.arrived': z.object({ results: z.array(ImportResult) }),
  /** Files came from outside (command line, second start): show these side by side. */
  'articles.open': z.object({ ids: z.array(ArticleId), results: z.array(ImportResult) }),
  /** A menu item was chosen; `name` is a command of the keymap. */
  command: z.object({ name: z.string() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;
/** Every event as one tagged value, as it crosses the bridge. */
export type AnyEvent = { [N in EventName]: { name: N; payload: EventPayload<N> } }[EventName];
