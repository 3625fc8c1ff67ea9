import { readFile } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { AnnotationsFile } from '#core/annotation';
import { Article, type ArticleId } from '#core/article';
import { renderNotes, shownAs } from '#core/export/index';
import {
  noteItemsOf,
  notesOfItems,
  type NoteEntry,
  type NoteItem,
  type Notes,
  type ParsedExportRequest,
} from '#core/export/notes';
import type { Language } from '#core/library';
import { isMissing } from '../store/files';
import { anchoredFile } from '../store/reanchor';
import { readNote } from './note-blocks';

/** Annotated notes that are to become a file. */
export interface ExportJob {
  /** Where the files of the articles are. */
  articles: readonly { id: ArticleId; article: string; annotations: string }[];
  /** Articles that are not to be read from their files. */
  known: ReadonlyMap<ArticleId, NoteEntry>;
  request: ParsedExportRequest;
  language: Language;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

export interface Exported {
  /** Text, or the bytes of a format that is none; a PDF comes as the page that it is made of. */
  content: string | Uint8Array;
  annotations: number;
  /** The title when there is one article. */
  onlyTitle: string | null;
  /** Articles whose files could not be understood. */
  unread: ArticleId[];
}

export type OnRead = (done: number) => void;

/** Makes files of notes, in this thread or another. */
export interface Exporter {
  /** Throws the signal's reason when it is no longer wanted. */
  make(job: ExportJob, onRead: OnRead, signal: AbortSignal): Promise<Exported>;
}

/** Articles that are read between two signs of progress. */
const STEP = 64;

export async function exported(job: ExportJob, onRead: OnRead, signal?: AbortSignal): Promise<Exported> {
  const { request, language, exportedOn } = job;
  const items: NoteItem[][] = [];
  const unread: ArticleId[] = [];
  for (const [at, files] of job.articles.entries()) {
    if (at % STEP === 0) {
      onRead(at);
      await pause();
      signal?.throwIfAborted();
    }
    const entry = job.known.get(files.id) ?? (await entryOf(files));
    if (entry === null) unread.push(files.id);
    else items.push(noteItemsOf(entry, request));
  }
  onRead(job.articles.length);
  const notes = notesOfItems(items, request, { language, exportedOn });
  const [only, second] = notes.sources;
  return {
    content: await written(notes, request.format, language),
    annotations: notes.count,
    onlyTitle: only !== undefined && second === undefined ? only.title : null,
    unread,
  };
}

async function written(
  notes: Notes,
  format: ParsedExportRequest['format'],
  language: Language,
): Promise<string | Uint8Array> {
  if (format !== 'docx') return renderNotes(notes, shownAs(format), language, readNote);
  // The library for it is large, and most exports do without.
  const { notesDocx } = await import('./docx/notes');
  return notesDocx(notes, language, readNote);
}

/** Null when the files are not what they should be: whoever keeps the library restores them. */
async function entryOf({
  id,
  article: path,
  annotations,
}: ExportJob['articles'][number]): Promise<NoteEntry | null> {
  const article = Article.safeParse(jsonIn(await readFile(path, 'utf8').catch(() => '')));
  if (!article.success || article.data.id !== id) return null;
  let text: string;
  try {
    text = await readFile(annotations, 'utf8');
  } catch (error) {
    return isMissing(error) ? { article: article.data, annotations: [] } : null;
  }
  const file = AnnotationsFile.safeParse(jsonIn(text));
  if (!file.success || file.data.articleId !== id) return null;
  return { article: article.data, annotations: anchoredFile(file.data, article.data).annotations };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** For hosts without a window. */
export const createDirectExporter = (): Exporter => ({ make: exported });
