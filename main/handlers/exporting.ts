import { isAbsolute } from 'node:path';
import type { ArticleView, ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { exportFileName, notesOf, renderNotes } from '#core/export/index';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { readNote } from '../exporting/note-blocks';
import { writeExport } from '../exporting/write';
import { byNewest } from '../store/summary';
import type { LibraryStore } from '../store/store';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type Request = ParsedInput<'export.render'>;
type Rendered = { text: string; fileName: string; annotations: number };
type ExportCalls = 'export.render' | 'export.save' | 'export.write';

export function exportHandlers(context: Context): Pick<Handlers, ExportCalls> {
  return {
    'export.render': (request) => render(context, request),
    'export.save': async (request) => {
      const { text, fileName } = await render(context, request);
      const path = await context.desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
    'export.write': async ({ path, ...request }) => {
      if (!isAbsolute(path)) throw new Refusal('bad-input', { detail: 'path' });
      const { text, annotations } = await render(context, request);
      await writeExport(path, text);
      return { path, annotations };
    },
  };
}

async function render({ store, now, language }: Context, request: Request): Promise<Rendered> {
  const views = await viewsOf(store, request.articleIds ?? []);
  const exportedOn = localDay(now());
  const notes = notesOf(views, request, { language: language(), exportedOn });
  if (notes.count === 0) throw new Refusal('export-empty');
  return {
    text: renderNotes(notes, request.format, language(), readNote),
    fileName: exportFileName(notes, request.format),
    annotations: notes.count,
  };
}

/** The articles asked for, in that order; none = all that are not in the trash, the newest first. */
async function viewsOf(store: LibraryStore, ids: readonly string[]): Promise<ArticleView[]> {
  if (ids.length > 0) return inBatches(ids, (id) => store.view(id));
  await store.verified();
  const listed = store.catalogue
    .summaries()
    .filter(({ removedAt, annotations }) => removedAt === null && annotations > 0)
    .sort(byNewest);
  const views = await inBatches(listed, ({ id }) => viewOrNull(store, id));
  return views.filter((view) => view !== null);
}
