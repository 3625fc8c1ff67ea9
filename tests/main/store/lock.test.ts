import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs } from './faulty-fs';
import { addQuote, codeOf, importText, openIn, temporaryFolder, sure } from './support';

const LOCK = 'library.lock';

function lockFor(
  folder: string,
  holder: { pid: number; host?: string; processStart?: string | null },
): string {
  const path = join(folder, LOCK);
  const rest = { token: 'x', host: hostname(), app: 'window', startedAt: '2026-01-05T01:15:00.000Z' };
  writeFileSync(path, JSON.stringify({ ...rest, processStart: null, ...holder }));
  return path;
}

describe('the lock', () => {
  it('lets one opener write, says who holds it, and lets readers in', async () => {
    const folder = temporaryFolder();
    const first = await openIn(folder);
    await importText(first, 'Bài một');
    const second = openIn(folder);
    await expect(second).rejects.toMatchObject({ code: 'library-locked' });
    await expect(second).rejects.toThrow(new RegExp(`pid ${process.pid}`));
    const reader = await openIn(folder, { mode: 'read' });
    expect((await reader.call('library.snapshot', {})).articles).toHaveLength(1);
    await first.close();
    await openIn(folder);
  });

  it('of a process that lives is respected, of one that ended is taken over at once', async () => {
    const folder = temporaryFolder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    lockFor(folder, { pid: sure(other.pid) });
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'library-locked' });
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    const library = await openIn(folder);
    expect(JSON.parse(readFileSync(join(folder, LOCK), 'utf8'))).toMatchObject({ pid: process.pid });
    await library.close();
    expect(existsSync(join(folder, LOCK))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is not fooled by a process id that was given again', async () => {
    const folder = temporaryFolder();
    lockFor(folder, { pid: process.pid, processStart: '1' });
    await openIn(folder);
  });

  it('of another machine counts while it gives signs of life', async () => {
    const folder = temporaryFolder();
    const path = lockFor(folder, { pid: 1, host: 'may-khac' });
    await expect(openIn(folder)).rejects.toThrow(/may-khac/);
    const longAgo = Date.now() / 1000 - 90;
    utimesSync(path, longAgo, longAgo);
    await openIn(folder);
  });

  it('that makes no sense keeps nobody out for longer than a minute', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, LOCK), 'rubbish');
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'library-locked' });
    const longAgo = Date.now() / 1000 - 90;
    utimesSync(join(folder, LOCK), longAgo, longAgo);
    await openIn(folder);
  });

  it('is won by exactly one of many that find a dead lock', async () => {
    for (let round = 0; round < 4; round += 1) {
      const folder = temporaryFolder();
      lockFor(folder, { pid: spawnSync(process.execPath, ['-e', '0']).pid });
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => openIn(folder)));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(folder).filter((name) => name.startsWith(`${LOCK}.`))).toEqual([]);
    }
  }, 30_000);
});

describe('a library that may not be changed', () => {
  it('opens read-only when its folder cannot be written to, and refuses every change', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await library.close();
    const disk = faultyFs();
    disk.fail('writeSynced', LOCK, 'EROFS');

    const opened = await openIn(folder, { fs: disk });
    const snapshot = await opened.call('library.snapshot', {});
    expect(snapshot).toMatchObject({ readOnly: true, notices: [{ code: 'read-only-folder' }] });
    expect((await opened.call('articles.get', { id })).article.title).toBe('Bài một');
    const target = { quote: 'Hội nghị' };
    for (const code of [
      await codeOf(opened, 'annotations.add', { articleId: id, target, kind: 'task' }),
      await codeOf(opened, 'articles.remove', { ids: [id] }),
      await codeOf(opened, 'settings.update', { theme: 'dark' }),
      await codeOf(opened, 'import.files', { paths: ['/x.txt'] }),
      await codeOf(opened, 'workspace.save', snapshot.workspace),
    ]) {
      expect(code).toBe('library-read-only');
    }
  });

  it('is refused when there is none yet and none can be made', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(openIn(join(folder, 'file'))).rejects.toMatchObject({ code: 'library-not-a-folder' });
    await expect(openIn(join(folder, 'file', 'below'))).rejects.toMatchObject({
      code: expect.stringMatching(/library-not/) as string,
    });
  });

  it('is opened read-only when a newer program made it', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Hội nghị');
    await library.close();
    const path = join(folder, 'library.json');
    const newer = JSON.stringify({
      ...(JSON.parse(readFileSync(path, 'utf8')) as object),
      schemaVersion: 2,
      more: 1,
    });
    writeFileSync(path, newer);

    const opened = await openIn(folder);
    expect(await opened.call('library.snapshot', {})).toMatchObject({
      readOnly: true,
      notices: [{ code: 'read-only-newer' }],
      articles: [{ annotations: 1 }],
    });
    expect(await codeOf(opened, 'articles.remove', { ids: [id] })).toBe('library-read-only');
    await opened.close();
    expect(readFileSync(path, 'utf8')).toBe(newer);
  });

  it('is refused when a newer program made it in a way that cannot be read', async () => {
    const folder = temporaryFolder();
    await (await openIn(folder)).close();
    writeFileSync(join(folder, 'library.json'), '{"schemaVersion":9,"tags":{}}');
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'library-newer' });
  });

  it('is not made by reading', async () => {
    const folder = temporaryFolder();
    const missing = join(folder, 'nowhere');
    await expect(openIn(missing, { mode: 'read' })).rejects.toMatchObject({ code: 'library-not-found' });
    mkdirSync(join(folder, 'empty'));
    const empty = await openIn(join(folder, 'empty'), { mode: 'read' });
    expect((await empty.call('library.snapshot', {})).articles).toEqual([]);
    await empty.close();
    expect(existsSync(missing)).toBe(false);
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
  });

  it('opened for reading writes nothing at all', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Hội nghị');
    await addQuote(library, id, 'Đồng chí');
    await library.close();
    writeFileSync(join(folder, 'annotations', `${id}.json`), 'rubbish');
    const names = () => readdirSync(folder, { recursive: true }).map(String).sort();
    const before = names();

    const reader = await openIn(folder, { mode: 'read' });
    expect((await reader.call('articles.get', { id })).annotations).toHaveLength(1);
    expect(await codeOf(reader, 'articles.remove', { ids: [id] })).toBe('library-read-only');
    await reader.close();
    expect(names()).toEqual(before);
    expect(readFileSync(join(folder, 'annotations', `${id}.json`), 'utf8')).toBe('rubbish');
  });
});
