import { z } from 'zod';
import { Block, blockStarts, textOf, type ArticleId } from '#core/article';
import type { SearchHit } from '#core/calls/searching';
import type { Field } from '#core/search/index/layout';
import { scannedText, type ScannedText } from '#core/search/scan';
import { viewOrNull } from '../handlers/views';
import { sameStamp, type Stamp } from '../store/files';
import { annotationsFile, articleFile } from '../store/layout';
import type { LibraryFolder } from '../store/folder';
import type { LibraryStore } from '../store/store';

/** As much of an article's files as hits are made of: a full look at them takes three times as long as everything else. */
const ArticleFile = z.object({
  id: z.string(),
  title: z.string(),
  dek: z.string().nullable(),
  blocks: z.array(Block),
});
const AnnotationsFile = z.object({
  articleId: z.string(),
  annotations: z.array(
    z.object({
      id: z.string(),
      note: z.string(),
      target: z.object({ start: z.number(), end: z.number() }),
    }),
  ),
});
type ReadArticle = z.infer<typeof ArticleFile>;
type Note = z.infer<typeof AnnotationsFile>['annotations'][number];

/** One text of an article. */
export class Piece {
  #scanned: ScannedText | null = null;

  constructor(
    readonly field: Field,
    readonly where: SearchHit['in'],
    readonly text: string,
    readonly annotationId: string | null = null,
  ) {}

  /** Cut into words when it is first asked for. */
  get scanned(): ScannedText {
    this.#scanned ??= scannedText(this.text);
    return this.#scanned;
  }
}

/** The texts of an article as its files have them. */
export interface Reading {
  id: ArticleId;
  /** In the order of the hits: what people wrote stands before what they read. */
  pieces: readonly Piece[];
  /** Offset of each block of the text. */
  starts: readonly number[];
}

interface Kept {
  article: Stamp;
  notes: Stamp | null;
  reading: Reading;
  /** Characters. */
  size: number;
}

/** Characters of the articles that are kept: some five hundred of them, with their words 25 MB. */
const MOST_KEPT = 2_500_000;

/** Reads articles to look for words in them; those of the last answers stay read as long as their files are the same. */
export class Readings {
  /** Least recently used first. */
  readonly #kept = new Map<ArticleId, Kept>();
  #size = 0;

  constructor(readonly store: LibraryStore) {}

  /** Null when there is no such article or it cannot be read. `isOnce`: nobody will ask for it again soon. */
  async of(id: ArticleId, hasNotes: boolean, isOnce: boolean): Promise<Reading | null> {
    const { folder } = this.store;
    const files = [articleFile(id), annotationsFile(id)] as const;
    const known = this.#kept.get(id);
    if (known === undefined && isOnce) return this.#read(id, hasNotes);
    const [article, notes] = await Promise.all([
      stampOf(folder, files[0]),
      hasNotes ? stampOf(folder, files[1]) : null,
    ]);
    if (known !== undefined && sameStamp(known.article, article) && sameStamp(known.notes, notes)) {
      this.#keep(id, known);
      return known.reading;
    }
    this.#forget(id);
    const reading = await this.#read(id, hasNotes);
    if (reading === null || article === null) return reading;
    const size = reading.pieces.reduce((sum, { text }) => sum + text.length, 0);
    this.#keep(id, { article, notes, reading, size });
    return reading;
  }

  async #read(id: ArticleId, hasNotes: boolean): Promise<Reading | null> {
    const { folder } = this.store;
    const [article, notes] = await Promise.all([
      jsonIn(folder, articleFile(id), ArticleFile),
      hasNotes ? jsonIn(folder, annotationsFile(id), AnnotationsFile) : null,
    ]);
    // The store tells of what is broken, and may make it again.
    if (article?.id !== id || (hasNotes && notes?.articleId !== id)) return this.#viewed(id);
    return readingOf(article, (notes?.annotations ?? []).toSorted(byPlace));
  }

  async #viewed(id: ArticleId): Promise<Reading | null> {
    const view = await viewOrNull(this.store, id);
    return view === null ? null : readingOf(view.article, view.annotations);
  }

  #keep(id: ArticleId, kept: Kept): void {
    this.#forget(id);
    this.#kept.set(id, kept);
    this.#size += kept.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MOST_KEPT) break;
      this.#forget(oldest);
    }
  }

  #forget(id: ArticleId): void {
    this.#size -= this.#kept.get(id)?.size ?? 0;
    this.#kept.delete(id);
  }
}

function readingOf(
  { id, title, dek, blocks }: ReadArticle,
  annotations: readonly Pick<Note, 'id' | 'note'>[],
): Reading {
  return {
    id,
    starts: blockStarts(blocks),
    pieces: [
      new Piece('title', 'title', title),
      ...(dek === null ? [] : [new Piece('title', 'dek', dek)]),
      ...annotations
        .filter(({ note }) => note !== '')
        .map((annotation) => new Piece('note', 'note', annotation.note, annotation.id)),
      new Piece('text', 'text', textOf({ blocks })),
    ],
  };
}

/** The order of reading. */
const byPlace = ({ target: a }: Note, { target: b }: Note): number => a.start - b.start || b.end - a.end;

/** Null for what cannot be read too: the store is asked for it then, and says why. */
const stampOf = (folder: LibraryFolder, file: string): Promise<Stamp | null> =>
  folder.stamp(file).catch(() => null);

async function jsonIn<T>(folder: LibraryFolder, file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const bytes = await folder.read(file);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // As for stamps.
    return null;
  }
}
