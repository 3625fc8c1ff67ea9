import type { ParsedInput } from '#core/contract';
import { withBodies } from '#core/coverage';
import type { DirectiveId, DirectiveMention, DirectiveRow } from '#core/directive';
import { coverageTable } from '#core/export/register-coverage';
import { registerTable } from '#core/export/register-table';
import { renderTable, type ExportTable } from '#core/export/table';
import { TABLE_EXTENSIONS, type TableFormat } from '#core/export/table-formats';
import { localDay } from '#core/day';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import { Refusal } from '#core/refusal';
import { writeExport } from '../exporting/write';
import type { Context } from './context';

type ExportCalls = 'directives.render' | 'directives.save' | 'coverage.render' | 'coverage.save';
type Registers = Pick<Handlers, 'directives.list' | 'directives.mentions'>;
interface File {
  text: string;
  fileName: string;
}

/** *Danh mục văn bản* and the coverage matrix, as tables that are handed in. */
export function registerExportHandlers(context: Context, registers: Registers): Pick<Handlers, ExportCalls> {
  const register = async ({ ids, format }: ParsedInput<'directives.render'>) => {
    const parts = await partsFor(context, registers, ids);
    return fileOf(registerTable(parts, context.language()), 'danh-muc-van-ban', format);
  };
  const coverage = async ({ ids, format, by }: ParsedInput<'coverage.render'>) => {
    const parts = await partsFor(context, registers, ids);
    const articles = withBodies(parts.articles.values(), by === 'body' ? context.lists.bodies() : []);
    return fileOf(coverageTable({ ...parts, articles, by }, context.language()), 'bang-bao-quat', format);
  };
  const fileOf = (table: ExportTable, name: string, format: TableFormat): File => ({
    text: renderTable(table, format, context.language()),
    fileName: `${name}-${localDay(context.now())}.${TABLE_EXTENSIONS[format]}`,
  });
  const save = async ({ text, fileName }: File) => {
    const path = await context.desktop.chooseSavePath(fileName);
    if (path !== null) await writeExport(path, text);
    return { path };
  };
  return {
    'directives.render': register,
    'directives.save': async (request) => save(await register(request)),
    'coverage.render': coverage,
    'coverage.save': async (request) => save(await coverage(request)),
  };
}

interface Parts {
  rows: DirectiveRow[];
  mentions: DirectiveMention[];
  articles: ReadonlyMap<string, ArticleSummary>;
  exportedOn: string;
}

/** The documents asked for, in that order (all, without `ids`), and their mentions. */
async function partsFor(
  { store, now }: Context,
  registers: Registers,
  ids: readonly DirectiveId[] | undefined,
): Promise<Parts> {
  const { rows } = await registers['directives.list']({ complete: false });
  const known = new Map(rows.map((row) => [row.id, row]));
  const wanted = ids === undefined ? rows : ids.flatMap((id) => known.get(id) ?? []);
  if (wanted.length === 0) throw new Refusal('export-empty');
  const mentions = await registers['directives.mentions']({
    ids: wanted.map(({ id }) => id),
    context: false,
  });
  const articles = new Map(store.catalogue.summaries().map((article) => [article.id, article]));
  return { rows: wanted, mentions, articles, exportedOn: localDay(now()) };
}
