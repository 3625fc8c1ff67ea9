import { makeTarget } from '#core/anchor';
import { COLOUR_OF_KIND, type Annotation } from '#core/annotation';
import { textOf, type Article, type Block } from '#core/article';
import { ExportRequest } from '#core/contract';
import { notesOf, type Notes } from '#core/export/index';
import { NEW_ON_THE_SHELF } from '#core/shelving';

const HEX = '0123456789abcdef';

/** A valid article; `number` (0 to 15) tells its id from others'. */
export function article(
  number: number,
  paragraphs: readonly string[],
  facts: Partial<Article> = {},
): Article {
  return {
    id: (HEX[number] ?? '0').repeat(16),
    title: `Bài ${number}`,
    dek: null,
    source: 'Báo Lam Khê',
    url: null,
    byline: null,
    publishedOn: '2026-01-09',
    dateConfidence: 'explicit',
    captions: [],
    blocks: paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    removed: [],
    dateEvidence: null,
    format: 'text',
    encoding: 'utf-8',
    part: null,
    pages: null,
    machineRead: null,
    revision: 1,
    contentHash: `hash ${number}`,
    original: { sha256: '0'.repeat(64), extension: 'txt', name: 'bai.txt', bytes: 1 },
    importedAt: '2026-11-22T05:00:00.000Z',
    removedAt: null,
    story: null,
    shelving: NEW_ON_THE_SHELF,
    imported: null,
    ...facts,
  };
}

let made = 0;

/** An annotation on the first occurrence of `quote`. */
export function annotation(of: Article, quote: string, facts: Partial<Annotation> = {}): Annotation {
  const text = textOf(of);
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`not in the article: ${quote}`);
  const kind = facts.kind ?? 'highlight';
  made += 1;
  return {
    id: `${made.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    articleId: of.id,
    revision: 1,
    kind,
    colour: COLOUR_OF_KIND[kind],
    tags: [],
    note: '',
    target: makeTarget(text, { start, end: start + quote.length }),
    anchor: 'exact',
    createdAt: '2026-11-22T05:00:00.000Z',
    updatedAt: '2026-11-22T05:00:00.000Z',
    ...facts,
  };
}

export type Entry = readonly [Article, ...Annotation[]];

export function notes(entries: readonly Entry[], request: Partial<ExportRequest> = {}): Notes {
  return notesOf(
    entries.map(([of, ...annotations]) => ({ article: of, annotations })),
    ExportRequest.parse({ format: 'markdown', ...request }),
    { language: 'vi', exportedOn: '2026-11-22' },
  );
}
