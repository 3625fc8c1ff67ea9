import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportResult } from '#core/contract';
import type { Handlers } from '#core/gateway';
import { Refusal, refusalMessage } from '#core/refusal';
import { importArticle, readSourceFile, type SourceFile } from '../importing';
import { isMissing } from '../store/files';
import { placeArticle } from '../store/place';
import type { Context } from './context';

type ImportCalls = 'import.files' | 'import.items' | 'import.choose' | 'import.samples';

/** One file to import: its name for the person, and how its bytes are had. */
interface Source {
  path: string;
  read: () => Promise<SourceFile>;
}

const fromDisk = (path: string): Source => ({ path, read: () => readSourceFile(path) });

export function importHandlers(context: Context): Pick<Handlers, ImportCalls> {
  return {
    'import.files': ({ paths }) => importAll(context, paths.map(fromDisk)),
    'import.items': ({ items }) =>
      importAll(
        context,
        items.map((item) => ({ path: item.name, read: () => Promise.resolve(item) })),
      ),
    'import.choose': async () => importAll(context, (await context.desktop.chooseFiles()).map(fromDisk)),
    'import.samples': async () => {
      const folder = context.desktop.samplesFolder;
      const names = await sampleNames(folder);
      return importAll(
        context,
        names.map((name) => fromDisk(join(folder, name))),
      );
    },
  };
}

async function sampleNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /\.(txt|md|html)$/u.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) throw new Refusal('file-not-found', { name: folder });
    throw error;
  }
}

/** In the order given; a file that is refused stops none of the others. */
async function importAll(context: Context, sources: readonly Source[]): Promise<ImportResult[]> {
  context.store.folder.refuseWhenReadOnly();
  if (sources.length > 0) await context.store.verified();
  const results: ImportResult[] = [];
  for (const source of sources) {
    const progress = { done: results.length, total: sources.length, name: source.path };
    context.emit({ name: 'import.progress', payload: progress });
    results.push(await importOne(context, source));
  }
  const last = sources.at(-1);
  if (last !== undefined) {
    const progress = { done: sources.length, total: sources.length, name: last.path };
    context.emit({ name: 'import.progress', payload: progress });
  }
  return results;
}

async function importOne({ store, now, log, language }: Context, source: Source): Promise<ImportResult> {
  const { path } = source;
  try {
    const file = await source.read();
    const importedAt = now().toISOString();
    const placed = await store.change((transaction) =>
      placeArticle(transaction, file, { makeDraft: importArticle, importedAt }),
    );
    return { path, ...placed };
  } catch (error) {
    if (!(error instanceof Refusal)) log.error('import failed', error);
    const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
    return { path, status: 'refused', code, message: refusalMessage(code, params, language()) };
  }
}
