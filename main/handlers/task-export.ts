import { blockAt, blockStarts } from '#core/article';
import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { deadlinesCalendar } from '#core/export/ics';
import { tasksTable } from '#core/export/tasks-table';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import { Refusal } from '#core/refusal';
import { taskRows, type TaskRow } from '#core/task-list';
import { renderedTable, saveTable, writeTable, type NamedTable } from '../exporting/table-file';
import { writeExport } from '../exporting/write';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type Refs = ParsedInput<'tasks.save'>['refs'];

/** *Bảng theo dõi nhiệm vụ*, as a table that is handed in, and its deadlines for a calendar. */
export function taskExportHandlers(context: Context): Pick<Handlers, `tasks.${'render' | 'save' | 'write'}`> {
  return {
    'tasks.render': async ({ refs, format }) => renderedTable(await tableOf(context, refs), format, context),
    'tasks.save': async ({ refs, format }) =>
      format === 'ics'
        ? saveCalendar(context, refs)
        : saveTable(await tableOf(context, refs), format, context),
    'tasks.write': async ({ refs, format, path }) => {
      if (format !== 'ics') return writeTable(await tableOf(context, refs), { format, path }, context);
      await writeExport(path, await calendarOf(context, refs));
      return { path };
    },
  };
}

async function saveCalendar(context: Context, refs: Refs): Promise<{ path: string | null }> {
  const { desktop, now } = context;
  const text = await calendarOf(context, refs);
  const path = await desktop.chooseSavePath(`thoi-han-${localDay(now())}.ics`);
  if (path !== null) await writeExport(path, text);
  return { path };
}

async function calendarOf(context: Context, refs: Refs): Promise<string> {
  const { rows, articles } = await tasksOf(context, refs);
  const text = deadlinesCalendar(rows, articles, context.now(), context.language());
  if (text === null) throw new Refusal('export-empty');
  return text;
}

async function tableOf(context: Context, refs: Refs): Promise<NamedTable> {
  const { lists, now, language } = context;
  const { rows, articles } = await tasksOf(context, refs);
  const spellings = new Map(
    lists
      .register()
      .rows.flatMap(({ id, aliases, spellings: [words] }) =>
        words === undefined ? [] : [id, ...aliases].map((each) => [each, words] as const),
      ),
  );
  const today = localDay(now());
  return {
    table: tasksTable(rows, { articles, spellings }, today, language()),
    name: `bang-theo-doi-nhiem-vu-${today}`,
  };
}

interface Tasks {
  rows: TaskRow[];
  articles: ReadonlyMap<string, ArticleSummary>;
}

/** Those of the tasks that are there, in the order given. */
async function tasksOf({ store, now }: Context, refs: Refs): Promise<Tasks> {
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
  const rows = taskRows(
    found.map(({ annotation }) => annotation),
    found.map(({ block }) => block),
    localDay(now()),
  );
  return { rows, articles: new Map(store.catalogue.summaries().map((article) => [article.id, article])) };
}
