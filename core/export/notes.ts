import { KINDS, byPosition, type Annotation, type AnnotationKind, type Colour } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { ExportRequest } from '#core/contract';
import type { Language } from '#core/library';
import type { z } from 'zod';

export type ParsedExportRequest = z.output<typeof ExportRequest>;

/** What an export says of one article. */
export interface NoteSource {
  id: string;
  title: string;
  /** Who published it. */
  source: string | null;
  byline: string | null;
  url: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  /** The year was worked out by the program and nobody has confirmed it. */
  yearInferred: boolean;
}

/** One annotation, ready to be written in any format. */
export interface NoteItem {
  id: string;
  kind: AnnotationKind;
  colour: Colour;
  /** The marked words, one entry a paragraph, unchanged. */
  quotation: string[];
  tags: string[];
  note: string;
  source: NoteSource;
  /** Numbers of the paragraphs that the words stand in, from 1. */
  place: { state: 'found'; first: number; last: number } | { state: 'orphan' };
}

export type NotesHeading =
  | { by: 'article'; source: NoteSource }
  | { by: 'kind'; kind: AnnotationKind }
  | { by: 'tag'; tag: string }
  | { by: 'untagged' };

export interface NotesGroup {
  heading: NotesHeading;
  items: NoteItem[];
}

/** Annotated notes, before they become text in a format and a language. */
export interface Notes {
  groups: NotesGroup[];
  /** The articles that the items come from, the oldest first, those without a date last. */
  sources: NoteSource[];
  /** Annotations, each counted once, also when it stands under several tags. */
  count: number;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

interface Entry {
  article: Article;
  annotations: readonly Annotation[];
}

/** The order in which kinds are told. */
const KIND_ORDER: readonly AnnotationKind[] = [...KINDS.filter((kind) => kind !== 'highlight'), 'highlight'];

/** What `request` asks for out of `entries`, in the order of reading and grouped. An article without a match is left out. */
export function notesOf(
  entries: readonly Entry[],
  request: ParsedExportRequest,
  context: { language: Language; exportedOn: string },
): Notes {
  const byWord = new Intl.Collator(context.language, { numeric: true });
  const items = entries
    .filter(({ article }) => !request.articleIds?.length || request.articleIds.includes(article.id))
    .map((entry) => ({ source: sourceOf(entry.article), entry }))
    .sort((a, b) => byPublication(a.source, b.source, byWord))
    .flatMap(({ source, entry }) => itemsOf(entry, source, request));
  return {
    groups: grouped(items, request, byWord),
    sources: [...new Set(items.map(({ source }) => source))],
    count: items.length,
    exportedOn: context.exportedOn,
  };
}

function sourceOf(article: Article): NoteSource {
  const { id, title, source, byline, url, publishedOn, dateConfidence } = article;
  return { id, title, source, byline, url, publishedOn, yearInferred: dateConfidence === 'inferred-year' };
}

function byPublication(a: NoteSource, b: NoteSource, byWord: Intl.Collator): number {
  if (a.publishedOn !== b.publishedOn) {
    if (a.publishedOn === null) return 1;
    if (b.publishedOn === null) return -1;
    return a.publishedOn < b.publishedOn ? -1 : 1;
  }
  return byWord.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

/** The article's annotations that were asked for, in the order of reading; those that lost their place come last. */
function itemsOf(
  { article, annotations }: Entry,
  source: NoteSource,
  request: ParsedExportRequest,
): NoteItem[] {
  const starts = blockStarts(article.blocks);
  const wanted = annotations.filter((annotation) => isWanted(annotation, request)).sort(byPosition);
  const placed = wanted.filter(({ anchor }) => anchor !== 'orphan');
  const orphans = wanted.filter(({ anchor }) => anchor === 'orphan');
  return [...placed, ...orphans].map((annotation) => itemOf(annotation, source, starts));
}

function isWanted({ id, kind, tags }: Annotation, request: ParsedExportRequest): boolean {
  return (
    (request.annotationIds?.includes(id) ?? true) &&
    (request.kinds?.includes(kind) ?? true) &&
    (request.tags === undefined || request.tags.some((tag) => tags.includes(tag)))
  );
}

function itemOf(annotation: Annotation, source: NoteSource, starts: readonly number[]): NoteItem {
  const { id, kind, colour, tags, target, anchor } = annotation;
  return {
    id,
    kind,
    colour,
    quotation: target.quote.exact.split('\n').filter((line) => line.trim() !== ''),
    tags: [...new Set(tags)],
    note: annotation.note.trim(),
    source,
    place:
      anchor === 'orphan'
        ? { state: 'orphan' }
        : {
            state: 'found',
            first: blockAt(starts, target.start) + 1,
            last: blockAt(starts, target.end - 1) + 1,
          },
  };
}

function grouped(
  items: readonly NoteItem[],
  { groupBy, tags }: ParsedExportRequest,
  byWord: Intl.Collator,
): NotesGroup[] {
  switch (groupBy) {
    case 'article':
      return [...new Set(items.map(({ source }) => source))].map((source) => ({
        heading: { by: 'article', source },
        items: items.filter((item) => item.source === source),
      }));
    case 'kind':
      return withItems(
        KIND_ORDER.map((kind) => ({
          heading: { by: 'kind', kind },
          items: items.filter((item) => item.kind === kind),
        })),
      );
    case 'tag':
      return byTag(items, tags, byWord);
  }
}

/** An item stands under each of its tags; under the chosen ones only, when tags were chosen. */
function byTag(
  items: readonly NoteItem[],
  chosen: readonly string[] | undefined,
  byWord: Intl.Collator,
): NotesGroup[] {
  const names = [...new Set(items.flatMap(({ tags }) => tags))]
    .filter((tag) => chosen?.includes(tag) ?? true)
    .sort((a, b) => byWord.compare(a, b));
  const groups = names.map((tag): NotesGroup => ({
    heading: { by: 'tag', tag },
    items: items.filter(({ tags }) => tags.includes(tag)),
  }));
  return withItems([
    ...groups,
    { heading: { by: 'untagged' }, items: items.filter(({ tags }) => tags.length === 0) },
  ]);
}

const withItems = (groups: NotesGroup[]): NotesGroup[] => groups.filter(({ items }) => items.length > 0);
