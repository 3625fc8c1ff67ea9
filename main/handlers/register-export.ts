import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { registerTable } from '#core/export/register-table';
import { renderTable, TABLE_EXTENSIONS } from '#core/export/table';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { writeExport } from '../exporting/write';
import type { Context } from './context';

type ExportCalls = 'directives.render' | 'directives.save';
type Registers = Pick<Handlers, 'directives.list' | 'directives.mentions'>;

/** *Danh mục văn bản*, as a table that is handed in. */
export function registerExportHandlers(context: Context, registers: Registers): Pick<Handlers, ExportCalls> {
  const { store, desktop, now, language } = context;
  const render = async ({ ids, format }: ParsedInput<'directives.render'>) => {
    const { rows } = await registers['directives.list']({ complete: false });
    const known = new Map(rows.map((row) => [row.id, row]));
    const wanted = ids === undefined ? rows : ids.flatMap((id) => known.get(id) ?? []);
    if (wanted.length === 0) throw new Refusal('export-empty');
    const mentions = await registers['directives.mentions']({
      ids: wanted.map(({ id }) => id),
      context: false,
    });
    const articles = new Map(store.catalogue.summaries().map((article) => [article.id, article]));
    const exportedOn = localDay(now());
    const table = registerTable({ rows: wanted, mentions, articles, exportedOn }, language());
    return {
      text: renderTable(table, format, language()),
      fileName: `danh-muc-van-ban-${exportedOn}.${TABLE_EXTENSIONS[format]}`,
    };
  };
  return {
    'directives.render': render,
    'directives.save': async (request) => {
      const { text, fileName } = await render(request);
      const path = await desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
  };
}
