import { isAbsolute } from 'node:path';
import type { ArticleId } from '#core/article';
import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { exportFileName, renderNotes, shownAs } from '#core/export/index';
import { articleOrder, noteItemsOf, notesOfItems, type NoteEntry, type NoteItem } from '#core/export/notes';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Exported, Exporter } from '../exporting/exporter';
import { readNote } from '../exporting/note-blocks';
import { writeExport } from '../exporting/write';
import { annotationsFile, articleFile } from '../store/layout';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type Request = ParsedInput<'export.render'>;
type ExportCalls = 'export.preview' | 'export.render' | 'export.save' | 'export.write' | 'export.cancel';

/** Somebody changed their mind. */
class Cancelled extends Error {}

export function exportHandlers(context: Context, exporter: Exporter): Pick<Handlers, ExportCalls> {
  const { desktop, now } = context;
  let current: AbortController | null = null;
  const make = async (request: Request): Promise<Exported> => {
    current?.abort(new Cancelled());
    const mine = new AbortController();
    current = mine;
    try {
      return await made(context, exporter, request, mine.signal);
    } finally {
      if (current === mine) current = null;
    }
  };
  return {
    'export.preview': (request) => preview(context, request),
    'export.render': async (request) => {
      const { content, annotations } = await make({ ...request, format: shownAs(request.format) });
      return { text: content as string, annotations };
    },
    'export.save': async (request) => {
      const ids = articlesOf(context, request);
      const onlyTitle = ids.length === 1 ? titleOf(context, ids[0] ?? '') : null;
      const suggested = exportFileName(onlyTitle, localDay(now()), request.format);
      const path = await desktop.chooseSavePath(suggested);
      if (path === null) return { path, annotations: 0 };
      try {
        return await write(context, path, request, await make(request));
      } catch (error) {
        if (error instanceof Cancelled) return { path: null, annotations: 0 };
        throw error;
      }
    },
    'export.write': async ({ path, ...request }) => {
      if (!isAbsolute(path)) throw new Refusal('bad-input', { detail: 'path' });
      return write(context, path, request, await make(request));
    },
    'export.cancel': () => {
      current?.abort(new Cancelled());
      return Promise.resolve({});
    },
  };
}

async function write(
  { desktop }: Context,
  path: string,
  { format }: Request,
  { content, annotations, onlyTitle }: Exported,
): Promise<{ path: string; annotations: number }> {
  const isPage = format === 'pdf' && typeof content === 'string';
  const title = onlyTitle ?? '';
  await writeExport(path, isPage ? await desktop.pdfOf({ html: content, title, source: '' }) : content);
  return { path, annotations };
}

async function made(
  context: Context,
  exporter: Exporter,
  request: Request,
  signal: AbortSignal,
): Promise<Exported> {
  const { store, emit, language, now } = context;
  await store.verified();
  const ids = articlesOf(context, request);
  const articles = ids.map((id) => ({
    id,
    article: store.folder.path(articleFile(id)),
    annotations: store.folder.path(annotationsFile(id)),
  }));
  const run = (known: ReadonlyMap<ArticleId, NoteEntry>) =>
    exporter.make(
      { articles, known, request, language: language(), exportedOn: localDay(now()) },
      (done) => emit({ name: 'export.progress', payload: { done, total: ids.length } }),
      signal,
    );
  let file = await run(new Map());
  if (file.unread.length > 0) {
    // The store has them from memory or a backup, or tells why it has not.
    const views = await inBatches(file.unread, (id) => viewOrNull(store, id));
    file = await run(new Map(views.flatMap((view) => (view === null ? [] : [[view.article.id, view]]))));
  }
  if (file.annotations === 0) throw new Refusal('export-empty');
  return file;
}

/** The articles asked for, in the order of the file; none = all with notes that are not in the trash. */
function articlesOf({ store, language }: Context, { articleIds, order }: Request): ArticleId[] {
  const wanted = articleIds?.length ? new Set(articleIds) : null;
  const missing = [...(wanted ?? [])].find((id) => store.catalogue.get(id) === undefined);
  if (missing !== undefined) throw new Refusal('article-not-found', { id: missing });
  return store.catalogue
    .summaries()
    .filter(({ id, removedAt, annotations }) =>
      wanted === null ? removedAt === null && annotations > 0 : wanted.has(id),
    )
    .sort(articleOrder(order, new Intl.Collator(language(), { numeric: true })))
    .map(({ id }) => id);
}

const titleOf = ({ store }: Context, id: ArticleId): string | null =>
  store.catalogue.get(id)?.summary.title ?? null;

/** So many annotations are shown of a file before it is made. */
const PREVIEWED = 100;

async function preview(context: Context, request: Request) {
  const { store, language, now } = context;
  const ids = articlesOf(context, request);
  const items: NoteItem[][] = [];
  let annotations = 0;
  let isWhole = true;
  for (const id of ids) {
    if (annotations >= PREVIEWED) {
      isWhole = false;
      break;
    }
    const view = await viewOrNull(store, id);
    if (view === null) continue;
    const of = noteItemsOf(view, request);
    if (annotations + of.length > PREVIEWED) isWhole = false;
    items.push(of.slice(0, PREVIEWED - annotations));
    annotations += of.length;
  }
  const notes = notesOfItems(items, request, { language: language(), exportedOn: localDay(now()) });
  if (notes.count === 0) throw new Refusal('export-empty');
  const format = shownAs(request.format);
  return {
    text: renderNotes(notes, format, language(), readNote),
    looks: format === 'html' ? ('page' as const) : ('text' as const),
    annotations: notes.count,
    isWhole,
  };
}
