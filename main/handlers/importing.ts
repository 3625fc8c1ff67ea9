import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { fetchPage } from '../importing/fetch-page';
import { isMissing } from '../store/files';
import type { Context } from './context';
import type { ImportDesk } from './import-desk';

type ImportCalls =
  | 'import.files'
  | 'import.items'
  | 'import.choose'
  | 'import.samples'
  | 'import.url'
  | 'import.cancel'
  | 'import.interrupted'
  | 'import.resume'
  | 'import.forget'
  | 'import.watch';

interface Watched {
  /** Watches this folder from now on; null = none. */
  follow: (folder: string | null) => Promise<void>;
}

export function importHandlers(
  context: Context,
  desk: ImportDesk,
  watched: Watched,
): Pick<Handlers, ImportCalls> {
  const { desktop, store } = context;
  return {
    'import.files': ({ paths, ...batch }) => desk.run(paths, batch),
    'import.items': ({ items, hold }) => desk.run(items, { hold }),
    'import.choose': async ({ what }) => {
      const paths =
        what === 'files' ? await desktop.chooseFiles() : [await desktop.chooseArticleFolder('import')];
      return desk.run(
        paths.filter((path) => path !== null),
        { hold: true },
      );
    },
    'import.samples': async () => {
      const folder = desktop.samplesFolder;
      const names = await sampleNames(folder);
      return desk.run(
        names.map((name) => join(folder, name)),
        { hold: false },
      );
    },
    'import.url': async ({ url }) => {
      store.folder.refuseWhenReadOnly();
      if (!store.library.settings.fetchFromWeb) throw new Refusal('url-off');
      return desk.run([await fetchPage(url)], { hold: true });
    },
    'import.cancel': () => {
      desk.cancel();
      return Promise.resolve({});
    },
    'import.interrupted': () =>
      Promise.resolve(
        desk.interrupted.map(({ at, given, done }) => ({
          at,
          names: given.map((one) => (typeof one === 'string' ? one : one.name)),
          done: [...done.values()].reduce((sum, times) => sum + times, 0),
        })),
      ),
    'import.resume': () => desk.resume(),
    'import.forget': () => {
      desk.forget();
      return Promise.resolve({});
    },
    'import.watch': async ({ on }) => {
      const folder = on ? await desktop.chooseArticleFolder('watch') : null;
      if (on && folder === null) return { folder: store.library.settings.watchFolder };
      await watched.follow(folder);
      await store.change((transaction) =>
        transaction.library((library) => ({
          ...library,
          settings: { ...library.settings, watchFolder: folder },
        })),
      );
      return { folder };
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
