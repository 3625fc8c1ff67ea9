import { KINDS, byPosition, type Annotation, type AnnotationKind, type Colour } from '#core/annotation';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { ExportRequest } from '#core/contract';
import type { Language } from '#core/library';
import type { TaskFacts } from '#core/task';
import { wordsAround } from '#core/words-around';
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
  /** Null where it was not asked for. */
  colour: Colour | null;
  /** The marked words, one entry a paragraph, unchanged. */
  quotation: string[];
  /** The words of the paragraph before and after; null where they were not asked for or the place is lost. */
  context: { before: string; after: string } | null;
  /** Of a task or a target whose facts were asked for. */
  task: TaskFacts | null;
  tags: string[];
  note: string;
  source: NoteSource;
  /** Numbers of the paragraphs that the words stand in, from 1; `unsaid` where they were not asked for. */
  place: NotePlace;
}

export type NotePlace =
  { state: 'found'; first: number; last: number } | { state: 'unsaid' } | { state: 'orphan' };

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
  /** The articles that the items come from, in the order asked for. */
  sources: NoteSource[];
  /** Annotations, each counted once, also when it stands under several tags. */
  count: number;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

/** An article with its annotations. */
export interface NoteEntry {
  article: Article;
  annotations: readonly Annotation[];
}

/** The order in which kinds are told. */
const KIND_ORDER: readonly AnnotationKind[] = [...KINDS.filter((kind) => kind !== 'highlight'), 'highlight'];

interface Told {
  language: Language;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

/** What `request` asks for out of `entries`, in the order of reading and grouped. An article without a match is left out. */
export const notesOf = (
  entries: readonly NoteEntry[],
  request: ParsedExportRequest,
  context: Told,
): Notes => {
  const isAsked = ({ article: { id } }: NoteEntry) =>
    !request.articleIds?.length || request.articleIds.includes(id);
  return notesOfItems(
    entries.filter(isAsked).map((entry) => noteItemsOf(entry, request)),
    request,
    context,
  );
};

/** The same of items that were made one article after another, so that only they have to be in memory. */
export function notesOfItems(
  articles: readonly (readonly NoteItem[])[],
  request: ParsedExportRequest,
  { language, exportedOn }: Told,
): Notes {
  const byWord = new Intl.Collator(language, { numeric: true });
  const inOrder = articleOrder(request.order, byWord);
  const items = articles
    .flatMap((of) => (of[0] === undefined ? [] : [{ source: of[0].source, of }]))
    .sort((a, b) => inOrder(a.source, b.source))
    .flatMap(({ of }) => of);
  return {
    groups: grouped(items, request, byWord),
    sources: [...new Set(items.map(({ source }) => source))],
    count: items.length,
    exportedOn,
  };
}

type Ordered = Pick<NoteSource, 'id' | 'title' | 'publishedOn'>;

/** How articles follow one another in an export. */
export function articleOrder(
  order: ParsedExportRequest['order'],
  byWord: Intl.Collator,
): (a: Ordered, b: Ordered) => number {
  const byTitle = (a: Ordered, b: Ordered) => byWord.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  if (order === 'title') return byTitle;
  const later = order === 'oldest' ? 1 : -1;
  return (a, b) => {
    if (a.publishedOn === b.publishedOn) return byTitle(a, b);
    if (a.publishedOn === null) return 1;
    if (b.publishedOn === null) return -1;
    return a.publishedOn < b.publishedOn ? -later : later;
  };
}

function sourceOf(article: Article): NoteSource {
  const { id, title, source, byline, url, publishedOn, dateConfidence } = article;
  return { id, title, source, byline, url, publishedOn, yearInferred: dateConfidence === 'inferred-year' };
}

/** The article's annotations that were asked for, in the order of reading; those that lost their place come last. */
export function noteItemsOf({ article, annotations }: NoteEntry, request: ParsedExportRequest): NoteItem[] {
  const source = sourceOf(article);
  const starts = blockStarts(article.blocks);
  const text = request.include.context ? textOf(article) : null;
  const wanted = annotations.filter((annotation) => isWanted(annotation, request)).sort(byPosition);
  const placed = wanted.filter(({ anchor }) => anchor !== 'orphan');
  const orphans = wanted.filter(({ anchor }) => anchor === 'orphan');
  return [...placed, ...orphans].map((annotation) => itemOf(annotation, request, { source, starts, text }));
}

function isWanted({ id, kind, tags }: Annotation, request: ParsedExportRequest): boolean {
  return (
    (request.annotationIds?.includes(id) ?? true) &&
    (request.kinds?.includes(kind) ?? true) &&
    (request.tags === undefined || request.tags.some((tag) => tags.includes(tag)))
  );
}

function itemOf(
  { id, kind, colour, tags, target, anchor, note, task }: Annotation,
  { include }: ParsedExportRequest,
  { source, starts, text }: { source: NoteSource; starts: readonly number[]; text: string | null },
): NoteItem {
  const place = (): NotePlace => {
    if (anchor === 'orphan') return { state: 'orphan' };
    if (!include.places) return { state: 'unsaid' };
    const paragraph = (at: number) => blockAt(starts, at) + 1;
    return { state: 'found', first: paragraph(target.start), last: paragraph(target.end - 1) };
  };
  return {
    id,
    kind,
    colour: include.colours ? colour : null,
    quotation: target.quote.exact.split('\n').filter((line) => line.trim() !== ''),
    context: text === null || anchor === 'orphan' ? null : wordsAround(text, target),
    task: include.tasks ? (task ?? null) : null,
    tags: include.tags ? [...new Set(tags)] : [],
    note: include.notes ? note.trim() : '',
    source,
    place: place(),
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
