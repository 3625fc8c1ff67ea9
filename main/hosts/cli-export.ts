import { resolve } from 'node:path';
import { COVERAGE_BY } from '#core/coverage';
import { ExportRequest } from '#core/contract';
import { TABLE_FORMATS, TASK_FORMATS } from '#core/export/table-formats';
import { taskRows } from './cli-recognising';
import { articleId, needed, noPositionals, one, text, WrongUsage } from './cli-words';
import type { Command, Words } from './cli-words';

const WHAT = ['notes', 'tasks', 'documents', 'coverage'] as const;
type What = (typeof WHAT)[number];

/** What is to become a file: notes unless the format is one that only tables have. */
function whatOf(words: Words): What {
  const format = needed(words, 'format');
  const asked = one(words, 'what') ?? (['xlsx', 'csv', 'ics'].includes(format) ? 'tasks' : 'notes');
  return oneOf(WHAT, asked, '--what?');
}

function oneOf<T extends string>(values: readonly T[], given: string, usage: string): T {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new WrongUsage(usage);
  return found;
}

function notesRequest(words: Words): ExportRequest {
  const ids = one(words, 'ids');
  const request = {
    format: needed(words, 'format'),
    groupBy: one(words, 'group'),
    order: one(words, 'order'),
    articleIds: ids?.split(',').map((id) => articleId(id.trim())),
  };
  const parsed = ExportRequest.safeParse(request);
  if (!parsed.success) throw new WrongUsage(parsed.error.issues[0]?.path.join('.') ?? 'export');
  return parsed.data;
}

const tableFormat = (words: Words) => oneOf(TABLE_FORMATS, needed(words, 'format'), '--format?');
const coverageBy = (words: Words) => oneOf(COVERAGE_BY, one(words, 'by') ?? COVERAGE_BY[0], '--by?');

export const exportFile: Command = {
  mode: 'read',
  verify: 'first',
  options: { what: text, format: text, ids: text, group: text, order: text, by: text, out: text },
  prepare: (words) => {
    noPositionals(words);
    needed(words, 'out');
    const what = whatOf(words);
    if (what === 'notes') notesRequest(words);
    else if (what === 'tasks') oneOf(TASK_FORMATS, needed(words, 'format'), '--format?');
    else tableFormat(words);
    if (what === 'coverage') coverageBy(words);
  },
  run: async ({ call, words, cwd, print }) => {
    const path = resolve(cwd, needed(words, 'out'));
    const said = (written: object, lines: string[]): boolean => {
      print(written, lines);
      return true;
    };
    switch (whatOf(words)) {
      case 'notes': {
        const written = await call('export.write', { ...notesRequest(words), path });
        return said(written, [`${written.annotations} ghi chú → ${path}`]);
      }
      case 'tasks': {
        const rows = await taskRows(call);
        const refs = rows.map(({ article, id }) => ({ articleId: article, annotationId: id }));
        const format = oneOf(TASK_FORMATS, needed(words, 'format'), '--format?');
        const written = await call('tasks.write', { refs, format, path });
        return said(written, [`${refs.length} nhiệm vụ → ${path}`]);
      }
      case 'documents':
        return said(await call('directives.write', { format: tableFormat(words), path }), [path]);
      case 'coverage': {
        const by = coverageBy(words);
        return said(await call('coverage.write', { format: tableFormat(words), by, path }), [path]);
      }
    }
  },
};
