import { z } from 'zod';
import { ArticleId } from '#core/article';
import { TaskFacts } from '#core/task';

export const KINDS = ['highlight', 'directive', 'task', 'target', 'deadline'] as const;
/** What a marked passage is. The mark's line pattern names it. */
export const AnnotationKind = z.enum(KINDS);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

export const COLOURS = ['yellow', 'blue', 'orange', 'green', 'mauve'] as const;
export const Colour = z.enum(COLOURS);
export type Colour = z.infer<typeof Colour>;

/** The fill of a mark whose colour nobody chose. */
export const COLOUR_OF_KIND: Readonly<Record<AnnotationKind, Colour>> = {
  highlight: 'yellow',
  directive: 'blue',
  task: 'orange',
  target: 'green',
  deadline: 'mauve',
};

/** W3C TextQuoteSelector: the marked words with up to 32 characters on each side. */
export const Quote = z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() });
export type Quote = z.infer<typeof Quote>;

/** Where an annotation stands: a position (UTF-16 units into `textOf`, end exclusive) and the quote that proves it. */
export const Target = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: Quote,
});
export type Target = z.infer<typeof Target>;

/** `exact`: the words stand where they stood or once elsewhere; `moved`: similar words were found; `orphan`: the place is lost. */
export const AnchorState = z.enum(['exact', 'moved', 'orphan']);
export type AnchorState = z.infer<typeof AnchorState>;

/** A tag's name: NFC, no spaces at the ends, no line feeds; `/` parts levels. */
export const TagName = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(120));

export const AnnotationId = z.uuid();

export const Annotation = z.object({
  id: AnnotationId,
  articleId: ArticleId,
  /** The revision of the body that `target` was found in. */
  revision: z.int().positive(),
  kind: AnnotationKind,
  colour: Colour,
  tags: z.array(TagName),
  note: z.string(),
  /** Of a task or a target. */
  task: TaskFacts.optional(),
  /** The id of the document that the marked words cite. */
  directive: z.string().optional(),
  target: Target,
  anchor: AnchorState,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof Annotation>;

/** What a person may change of an annotation without moving it. */
export const AnnotationPatch = z
  .object({
    kind: AnnotationKind,
    colour: Colour,
    tags: z.array(TagName),
    note: z.string(),
    /** Null takes it away. */
    task: TaskFacts.nullable(),
    directive: z.string().nullable(),
  })
  .partial();
export type AnnotationPatch = z.infer<typeof AnnotationPatch>;

/**
 * A suggestion of the rules that a person does not want. It is known again by its words and what stands around them, so
 * that it stays away when the article comes in again.
 */
export const Dismissal = z.object({
  kind: AnnotationKind,
  quote: Quote,
  /** Where it stood: an offset into the article's text then. */
  at: z.int().nonnegative(),
  dismissedAt: z.iso.datetime(),
});
export type Dismissal = z.infer<typeof Dismissal>;

/** `annotations/<articleId>.json`. A removed annotation stays as a tombstone, so that undo and merge can bring it back. */
export const AnnotationsFile = z.object({
  articleId: ArticleId,
  annotations: z.array(Annotation),
  removed: z.array(Annotation.extend({ removedAt: z.iso.datetime() })),
  dismissed: z.array(Dismissal).default([]),
});
export type AnnotationsFile = z.infer<typeof AnnotationsFile>;

/** The annotation with `patch` applied. A new kind brings its own colour unless the old one was chosen by hand. */
export function patched(annotation: Annotation, patch: AnnotationPatch, now: string): Annotation {
  const kind = patch.kind ?? annotation.kind;
  const keepsColour = annotation.colour !== COLOUR_OF_KIND[annotation.kind];
  const colour = patch.colour ?? (keepsColour ? annotation.colour : COLOUR_OF_KIND[kind]);
  const { task, directive, ...kept } = annotation;
  return {
    ...kept,
    ...given({ task: patch.task === undefined ? task : patch.task }),
    ...given({ directive: patch.directive === undefined ? directive : patch.directive }),
    kind,
    colour,
    tags: patch.tags ?? annotation.tags,
    note: patch.note ?? annotation.note,
    updatedAt: now,
  };
}

/** Without what is null or not there. */
function given<K extends string, V>(
  facts: Record<K, V | null | undefined>,
): Partial<Record<K, NonNullable<V>>> {
  const entries = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, NonNullable<V>>>;
}

/** Order of reading: by start, the longer first. */
export function byPosition(a: Annotation, b: Annotation): number {
  return (
    a.target.start - b.target.start || b.target.end - a.target.end || a.createdAt.localeCompare(b.createdAt)
  );
}
