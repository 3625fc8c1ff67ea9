import { blockAt, blockStarts } from '#core/article';
import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { renderTable } from '#core/export/table';
import { TABLE_EXTENSIONS } from '#core/export/table-formats';
import { tasksTable } from '#core/export/tasks-table';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { taskRows } from '#core/task-list';
import { writeExport } from '../exporting/write';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

/** *Bảng theo dõi nhiệm vụ*, as a table that is handed in. */
export function taskExportHandlers(context: Context): Pick<Handlers, 'tasks.render' | 'tasks.save'> {
  return {
    'tasks.render': (request) => render(context, request),
    'tasks.save': async (request) => {
      const { text, fileName } = await render(context, request);
      const path = await context.desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
  };
}

async function render(
  { store, lists, now, language }: Context,
  { refs, format }: ParsedInput<'tasks.render'>,
): Promise<{ text: string; fileName: string }> {
  const ids = [...new Set(refs.map(({ articleId }) => articleId))];
  const views = await inBatches(ids, (id) => viewOrNull(store, id));
  const known = new Map(
    views.flatMap((view) => {
      if (view === null) return [];
      const starts = blockStarts(view.article.blocks);
      return view.annotations.map(
        (annotation) =>
          [annotation.id, { annotation, block: blockAt(starts, annotation.target.start) }] as const,
      );
    }),
  );
  const found = refs.flatMap(({ annotationId }) => known.get(annotationId) ?? []);
  if (found.length === 0) throw new Refusal('export-empty');
  const today = localDay(now());
  const rows = taskRows(
    found.map(({ annotation }) => annotation),
    found.map(({ block }) => block),
    today,
  );
  const articles = new Map(store.catalogue.summaries().map((article) => [article.id, article]));
  const spellings = new Map(
    lists
      .register()
      .rows.flatMap(({ id, aliases, spellings: [words] }) =>
        words === undefined ? [] : [id, ...aliases].map((each) => [each, words] as const),
      ),
  );
  return {
    text: renderTable(tasksTable(rows, { articles, spellings }, today, language()), format, language()),
    fileName: `bang-theo-doi-nhiem-vu-${today}.${TABLE_EXTENSIONS[format]}`,
  };
}
