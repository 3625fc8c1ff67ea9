import type { LibraryFolder } from './folder';
import {
  ANNOTATIONS,
  ARTICLES,
  BACKUP,
  ORIGINALS,
  QUARANTINE,
  REVISIONS,
  WAITING,
  sessionOfTemporary,
} from './layout';

const PLACES = ['', ARTICLES, ANNOTATIONS, ORIGINALS, REVISIONS, BACKUP, WAITING] as const;

/** Temporary files that a session left which did not end well. Nobody was told that what they hold was saved. */
export async function strayTemporaries(folder: LibraryFolder): Promise<string[]> {
  const found = await Promise.all(
    PLACES.map(async (place) => {
      const names = (await folder.list(place)).filter((name) => {
        const session = sessionOfTemporary(name);
        return session !== null && session !== folder.session;
      });
      return names.map((name) => (place === '' ? name : `${place}/${name}`));
    }),
  );
  return found.flat();
}

/** Puts them into the quarantine; only the holder of the lock may. */
export async function sweepTemporaries(folder: LibraryFolder): Promise<void> {
  for (const file of await strayTemporaries(folder)) {
    await folder.fs.rename(folder.path(file), folder.path(`${QUARANTINE}/${file.replaceAll('/', '__')}`));
  }
}
