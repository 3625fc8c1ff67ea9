import { z } from 'zod';
import { AnnotationKind } from '#core/annotation';
import { ArticleFacts, ArticleId } from '#core/article';
import { BodyEntry } from '#core/body';
import { DirectiveEntry } from '#core/directive';
import { Layout, rowOf } from '#core/layout';
import { AnnotationLink } from '#core/link';
import { Pin } from '#core/pin';
import { SavedSearch } from '#core/saved-search';
import { Collection, Shelving } from '#core/shelving';
import { Tag } from '#core/tag';

/** The newest layout of a library folder that this program writes. */
export const SCHEMA_VERSION = 1;

/** One row of the article list: what the catalogue holds of an article. */
export const ArticleSummary = ArticleFacts.extend({
  id: ArticleId,
  importedAt: z.iso.datetime(),
  removedAt: z.iso.datetime().nullable(),
  /** The article whose wire story this is a copy of; null when it is none or the first of them. */
  story: ArticleId.nullable().default(null),
  shelving: Shelving,
  paragraphs: z.int().nonnegative(),
  /** Annotations in all, and of each kind. */
  annotations: z.int().nonnegative(),
  kinds: z.record(AnnotationKind, z.int().nonnegative()),
  /** Annotations with a note. */
  notes: z.int().nonnegative(),
  orphans: z.int().nonnegative(),
  tags: z.array(z.string()),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const THEMES = ['system', 'light', 'dark', 'sepia', 'contrast'] as const;
export const LANGUAGES = ['vi', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

export const READ_FONTS = ['serif', 'sans'] as const;

/** Which of the rules' suggestions the reader shows: none, those that are fairly sure, or the weak ones too. */
export const SHOWN_SUGGESTIONS = ['none', 'clear', 'all'] as const;

export const Settings = z.object({
  language: Language,
  theme: z.enum(THEMES),
  /** CSS pixels, 15 to 24; null follows the window's width. */
  readSize: z.int().min(15).max(24).nullable(),
  /** Line height of the article text, in parts of the font size. */
  readLineHeight: z.number().min(1.5).max(2.2),
  readFont: z.enum(READ_FONTS),
  /** The longest line of the article text, in `ch`. */
  readMeasure: z.int().min(45).max(100),
  readJustify: z.boolean(),
  suggestions: z.enum(SHOWN_SUGGESTIONS),
  /** When an import waits for a person's look: where something is uncertain, always, or never. */
  reviewImports: z.enum(['needed', 'always', 'never']),
  /** Whether articles may be fetched from web addresses. */
  fetchFromWeb: z.boolean(),
  /** New files in this folder are imported; null = none is watched. */
  watchFolder: z.string().nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'vi',
  theme: 'system',
  readSize: null,
  readLineHeight: 1.72,
  readFont: 'serif',
  readMeasure: 66,
  readJustify: false,
  suggestions: 'clear',
  reviewImports: 'needed',
  fetchFromWeb: false,
  watchFolder: null,
};

/**
 * A place in an article: the block at the top of the pane and how far it is scrolled through (0 to 1);
 * below 0 the title still stands above the first block.
 */
export const ReadingPosition = z.object({ block: z.int().nonnegative(), ratio: z.number().min(-100).max(1) });
export type ReadingPosition = z.infer<typeof ReadingPosition>;

export const MAX_PANES = 4;

export const SORTS = ['published', 'imported', 'title', 'source'] as const;

/** The letters of a pane as parts of the size that was chosen for all. */
export const ZOOM = { least: 0.7, most: 2, step: 0.1 } as const;

const WorkspaceFile = z.object({
  panes: z
    .array(
      z.object({
        articleId: ArticleId.nullable(),
        position: ReadingPosition.nullable(),
        zoom: z.number().min(ZOOM.least).max(ZOOM.most).default(1),
      }),
    )
    .max(MAX_PANES),
  active: z.int().nonnegative(),
  /** How the panes, by their indexes, share the room; null = in a row. */
  layout: Layout.nullable().default(null),
  /** Shares of a row of panes in percent, from before there were layouts. */
  widths: z.array(z.number()).default([]),
  /** The panes scroll together, by paragraphs that belong together. */
  linked: z.boolean().default(false),
  /** The saved workspace that this one was opened from or saved as. */
  name: z.string().nullable().default(null),
  sort: z.enum(SORTS),
  notesOpen: z.boolean(),
  /** The last place in each article that was read, newest last. */
  positions: z.array(z.tuple([ArticleId, ReadingPosition])),
});

/** `workspace.json`: what stands open and where, so that the window comes back as it was left. */
export const Workspace = WorkspaceFile.transform(({ widths, ...workspace }) => {
  const panes = [...workspace.panes.keys()];
  return { ...workspace, layout: workspace.layout ?? (panes.length === 0 ? null : rowOf(panes, widths)) };
});
export type Workspace = z.infer<typeof Workspace>;

export const EMPTY_WORKSPACE: Workspace = {
  panes: [],
  active: 0,
  layout: null,
  linked: false,
  name: null,
  sort: 'published',
  notesOpen: true,
  positions: [],
};

/** A workspace that was kept under a name, to come back to. It holds no places of articles that are not open. */
export const SavedWorkspace = z.object({
  name: z.string().trim().min(1).max(120),
  workspace: Workspace,
  savedAt: z.iso.datetime(),
});
export type SavedWorkspace = z.infer<typeof SavedWorkspace>;

const withDefaults = (stored: unknown): unknown =>
  typeof stored === 'object' ? { ...DEFAULT_SETTINGS, ...stored } : stored;

/** `library.json`: what belongs to the whole library. */
export const LibraryFile = z.object({
  schemaVersion: z.int().positive(),
  createdAt: z.iso.datetime(),
  tags: z.array(Tag),
  links: z.array(AnnotationLink).default([]),
  pins: z.array(Pin).default([]),
  workspaces: z.array(SavedWorkspace).default([]),
  directives: z.array(DirectiveEntry).default([]),
  bodies: z.array(BodyEntry).default([]),
  searches: z.array(SavedSearch).default([]),
  collections: z.array(Collection).default([]),
  /** What an older program did not know yet has its default. */
  settings: z.preprocess(withDefaults, Settings),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

/** Something that went wrong with the library's own files, told to the person once. */
export const Notice = z.object({
  code: z.enum(['restored-from-backup', 'unreadable-file', 'read-only-newer', 'read-only-folder']),
  /** Path relative to the library folder. */
  file: z.string(),
  message: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const LibrarySnapshot = z.object({
  revision: z.int().nonnegative(),
  folder: z.string(),
  readOnly: z.boolean(),
  articles: z.array(ArticleSummary),
  /** The articles that the library has besides, in the order of their dates. */
  others: z.array(ArticleId),
  tags: z.array(Tag),
  links: z.array(AnnotationLink),
  pins: z.array(Pin),
  workspaces: z.array(SavedWorkspace),
  directives: z.array(DirectiveEntry),
  bodies: z.array(BodyEntry),
  searches: z.array(SavedSearch),
  collections: z.array(Collection),
  settings: Settings,
  workspace: Workspace,
  notices: z.array(Notice),
  /** What the window may offer: `cli` has no dialogs and no window buttons. */
  host: z.object({ platform: z.string(), ownWindowButtons: z.boolean() }),
});
export type LibrarySnapshot = z.infer<typeof LibrarySnapshot>;

export const Problem = z.object({ file: z.string(), code: z.string(), message: z.string() });
export type Problem = z.infer<typeof Problem>;
