import { appendFileSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportEngine } from '../../../main/importing/engine';
import { createDirectEngine } from '../../../main/importing/operations';
import { articleBytes, openIn, reopened, temporaryFolder, type Opened } from '../store/support';

const TITLES = ['Xã họp bàn việc đường', 'Huyện kiểm tra trạm y tế', 'Tỉnh giao kế hoạch vụ mùa'];

/** An engine that never comes back from the file with this number, counted from 0. */
function stuckAt(number: number): { engine: ImportEngine; isStuck: Promise<void> } {
  const direct = createDirectEngine();
  let reads = 0;
  let tell: () => void = () => undefined;
  let giveUp: (error: Error) => void = () => undefined;
  const isStuck = new Promise<void>((resolve) => (tell = resolve));
  const engine: ImportEngine = {
    ...direct,
    read: (leaf, how, onPages) => {
      if (reads++ !== number) return direct.read(leaf, how, onPages);
      tell();
      return new Promise((_, reject) => (giveUp = reject));
    },
    cancel: () => {
      giveUp(new Error('given up'));
    },
  };
  return { engine, isStuck };
}

function filesIn(folder: string): string[] {
  return TITLES.map((title, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, articleBytes(title));
    return path;
  });
}

/** The library as the disk has it now, in another place: what a crash would leave. */
async function asAfterCrash(library: Opened): Promise<Opened> {
  const folder = temporaryFolder();
  cpSync(library.folder, folder, { recursive: true });
  rmSync(join(folder, 'library.lock'), { force: true });
  return openIn(folder);
}

const titles = async (library: Opened): Promise<string[]> =>
  (await library.call('library.snapshot', {})).articles.map(({ title }) => title).sort();
const all = TITLES.toSorted();
const hasJournal = ({ folder }: Opened): boolean => existsSync(join(folder, 'importing.ndjson'));

describe('an import that was cut off', () => {
  it('is told after a crash, and goes on where it was', async () => {
    const { engine, isStuck } = stuckAt(1);
    const library = await openIn(temporaryFolder(), { engine });
    const paths = filesIn(temporaryFolder());
    void library.call('import.files', { paths });
    await isStuck;
    const again = await asAfterCrash(library);
    expect(await titles(again)).toEqual([TITLES[0]]);
    expect(await again.call('import.interrupted', {})).toMatchObject([{ names: paths, done: 1 }]);
    const results = await again.call('import.resume', {});
    expect(results.map(({ path, status }) => [path, status])).toEqual([
      [paths[1], 'imported'],
      [paths[2], 'imported'],
    ]);
    expect(await titles(again)).toEqual(all);
    expect(await again.call('import.interrupted', {})).toEqual([]);
    await again.close();
    expect(hasJournal(again)).toBe(false);
  });

  it('by closing the program too; what was pasted comes from the library', async () => {
    const { engine, isStuck } = stuckAt(0);
    const library = await openIn(temporaryFolder(), { engine });
    const items = TITLES.map((title) => ({ name: `${title}.txt`, bytes: articleBytes(title) }));
    void library.call('import.items', { items });
    await isStuck;
    const again = await reopened(library);
    expect(await titles(again)).toEqual([]);
    expect(await again.call('import.interrupted', {})).toMatchObject([
      { names: items.map(({ name }) => name), done: 0 },
    ]);
    await again.call('import.resume', {});
    expect(await titles(again)).toEqual(all);
    await again.close();
    expect(hasJournal(again)).toBe(false);
    expect(readdirSync(join(again.folder, 'waiting'))).toEqual([]);
  });

  it('is left out when the person says so', async () => {
    const { engine, isStuck } = stuckAt(2);
    const library = await openIn(temporaryFolder(), { engine });
    void library.call('import.files', { paths: filesIn(temporaryFolder()) });
    await isStuck;
    const again = await asAfterCrash(library);
    await again.call('import.forget', {});
    expect(await again.call('import.resume', {})).toEqual([]);
    await again.close();
    expect(hasJournal(again)).toBe(false);
    expect(await (await openIn(again.folder)).call('import.interrupted', {})).toEqual([]);
  });

  it('is known from a journal whose last line was cut; what cannot be brought back is told to the log', async () => {
    const { engine, isStuck } = stuckAt(1);
    const library = await openIn(temporaryFolder(), { engine });
    const items = TITLES.map((title) => ({ name: `${title}.txt`, bytes: articleBytes(title) }));
    void library.call('import.items', { items });
    await isStuck;
    const cut = await asAfterCrash(library);
    await cut.close();
    appendFileSync(join(cut.folder, 'importing.ndjson'), '{"is":"done","id":"');
    const again = await openIn(cut.folder);
    expect(await again.call('import.interrupted', {})).toMatchObject([{ done: 1 }]);
    await again.close();
    rmSync(join(cut.folder, 'waiting'), { recursive: true });
    const lost = await openIn(cut.folder);
    expect(await lost.call('import.interrupted', {})).toEqual([]);
    expect(lost.logged.join()).toContain('a file that waited to be imported is lost');
  });
});

describe('a file that waits for a look', () => {
  async function withWaiting(): Promise<Opened> {
    const library = await openIn(temporaryFolder());
    await library.call('settings.update', { reviewImports: 'always' });
    const [first = '', ...paths] = filesIn(temporaryFolder());
    await library.call('import.files', { paths: [first], hold: true });
    const items = [{ name: `${TITLES[1]}.txt`, bytes: articleBytes(TITLES[1] ?? '') }];
    await library.call('import.items', { items, hold: true });
    expect(paths).toHaveLength(2);
    return library;
  }

  it('still waits after a restart, and is taken in', async () => {
    const library = await withWaiting();
    const before = await library.call('review.list', {});
    expect(before).toHaveLength(2);
    const again = await reopened(library);
    expect(await again.call('review.list', {})).toEqual(before);
    expect(await again.call('import.interrupted', {})).toEqual([]);
    await again.call('review.accept', { items: before.map(({ key }) => ({ key })) });
    expect(await titles(again)).toEqual([TITLES[0], TITLES[1]].sort());
    await again.close();
    expect(hasJournal(again)).toBe(false);
  });

  it('waits no more once it was left out', async () => {
    const library = await withWaiting();
    const keys = (await library.call('review.list', {})).map(({ key }) => key);
    await library.call('review.skip', { keys });
    const again = await reopened(library);
    expect(await again.call('review.list', {})).toEqual([]);
    expect(readdirSync(join(again.folder, 'waiting'))).toEqual([]);
  });
});
