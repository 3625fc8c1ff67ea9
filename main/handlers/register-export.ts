import type { ParsedInput } from '#core/contract';
import { withBodies } from '#core/coverage';
import type { DirectiveId, DirectiveMention, DirectiveRow } from '#core/directive';
import { coverageTable } from '#core/export/register-coverage';
import { registerTable } from '#core/export/register-table';
import type { ExportTable } from '#core/export/table';
import { localDay } from '#core/day';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import { Refusal } from '#core/refusal';
import { renderedTable, saveTable, writeTable, type NamedTable } from '../exporting/table-file';
import type { Context } from './context';

type ExportCalls = `${'directives' | 'coverage'}.${'render' | 'save' | 'write'}`;
type Registers = Pick<Handlers, 'directives.list' | 'directives.mentions'>;

/** *Danh mục văn bản* and the coverage matrix, as tables that are handed in. */
export function registerExportHandlers(context: Context, registers: Registers): Pick<Handlers, ExportCalls> {
  const register = async ({ ids }: Pick<ParsedInput<'directives.save'>, 'ids'>) => {
    const parts = await partsFor(context, registers, ids);
    return named(registerTable(parts, context.language()), 'danh-muc-van-ban');
  };
  const coverage = async ({ ids, by }: Pick<ParsedInput<'coverage.save'>, 'ids' | 'by'>) => {
    const parts = await partsFor(context, registers, ids);
    const articles = withBodies(parts.articles.values(), by === 'body' ? context.lists.bodies() : []);
    return named(coverageTable({ ...parts, articles, by }, context.language()), 'bang-bao-quat');
  };
  const named = (table: ExportTable, name: string): NamedTable => ({
    table,
    name: `${name}-${localDay(context.now())}`,
  });
  return {
    'directives.render': async (request) => renderedTable(await register(request), request.format, context),
    'directives.save': async (request) => saveTable(await register(request), request.format, context),
    'directives.write': async (request) => {
      await context.findings.complete();
      return writeTable(await register(request), request, context);
    },
    'coverage.render': async (request) => renderedTable(await coverage(request), request.format, context),
    'coverage.save': async (request) => saveTable(await coverage(request), request.format, context),
    'coverage.write': async (request) => {
      await context.findings.complete();
      return writeTable(await coverage(request), request, context);
    },
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
