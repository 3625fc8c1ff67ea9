import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs } from './faulty-fs';
import { addQuote, codeOf, importText, openIn, temporaryFolder, sure } from './support';

const RUBBISH = '{"tags": [';

interface Prepared {
  folder: string;
  id: string;
  path: (file: string) => string;
}

/** A closed library with one article and `notes` annotations, which were added one by one. */
async function library(notes: number): Promise<Prepared> {
  const folder = temporaryFolder();
  const opened = await openIn(folder);
  const { id } = await importText(opened, 'Bài một');
  for (const quote of ['Ban Chấp hành', 'Các đơn vị', 'Hội nghị'].slice(0, notes)) {
    await addQuote(opened, id, quote, { note: quote });
  }
  await opened.close();
  return { folder, id, path: (file) => join(folder, file) };
}

function quarantined(folder: string): string[] {
  return readdirSync(join(folder, 'quarantine')).map((name) =>
    readFileSync(join(folder, 'quarantine', name), 'utf8'),
  );
}

describe('a broken annotations file', () => {
  it('is copied aside and restored from its backup, and the person is told', async () => {
    const { folder, id, path } = await library(3);
    writeFileSync(path(`annotations/${id}.json`), RUBBISH);

    const opened = await openIn(folder);
    const { annotations } = await opened.call('articles.get', { id });
    expect(annotations.map(({ note }) => note)).toEqual(['Ban Chấp hành', 'Các đơn vị']);
    const { notices } = await opened.call('library.snapshot', {});
    expect(notices).toMatchObject([{ code: 'restored-from-backup', file: `annotations/${id}.json` }]);
    expect(quarantined(folder)).toEqual([RUBBISH]);
    expect(await opened.call('library.check', {})).toMatchObject({ annotations: 2, problems: [] });
  });

  it('of valid JSON in another shape, or of another article, counts as broken', async () => {
    for (const content of [
      '[]',
      'null',
      '{"articleId":"0000000000000000","annotations":[],"removed":[]}',
      '',
    ]) {
      const { folder, id, path } = await library(2);
      writeFileSync(path(`annotations/${id}.json`), content);
      const opened = await openIn(folder);
      const { annotations } = await opened.call('articles.get', { id });
      expect(annotations).toHaveLength(1);
      expect(quarantined(folder)).toEqual([content]);
      await opened.close();
    }
  });

  it('without a backup is never written over', async () => {
    const { folder, id, path } = await library(1);
    writeFileSync(path(`annotations/${id}.json`), RUBBISH);

    const opened = await openIn(folder);
    expect((await opened.call('articles.get', { id })).article.title).toBe('Bài một');
    const target = { quote: 'Hội nghị' };
    expect(await codeOf(opened, 'annotations.add', { articleId: id, target, kind: 'task' })).toBe(
      'library-broken',
    );
    expect(readFileSync(path(`annotations/${id}.json`), 'utf8')).toBe(RUBBISH);
    expect((await opened.call('library.snapshot', {})).notices).toMatchObject([{ code: 'unreadable-file' }]);
    expect((await opened.call('library.check', {})).problems).toMatchObject([{ code: 'broken' }]);
  });

  it('that vanished comes back from its backup', async () => {
    const { folder, id, path } = await library(2);
    rmSync(path(`annotations/${id}.json`));
    const opened = await openIn(folder);
    expect((await opened.call('articles.get', { id })).annotations).toHaveLength(1);
    expect((await opened.call('library.snapshot', {})).notices).toMatchObject([
      { code: 'restored-from-backup' },
    ]);
  });

  it('that the disk does not give is not replaced by its backup', async () => {
    const { folder, id, path } = await library(2);
    const whole = readFileSync(path(`annotations/${id}.json`), 'utf8');
    const disk = faultyFs();
    disk.fail('readFile', `annotations/${id}.json`, 'EIO');
    const opened = await openIn(folder, { fs: disk });
    const target = { quote: 'Hội nghị' };
    expect(await codeOf(opened, 'annotations.add', { articleId: id, target, kind: 'task' })).toBe(
      'file-unreadable',
    );
    expect(readFileSync(path(`annotations/${id}.json`), 'utf8')).toBe(whole);

    disk.heal();
    expect((await opened.call('articles.get', { id })).annotations).toHaveLength(2);
    expect(await codeOf(opened, 'annotations.add', { articleId: id, target, kind: 'task' })).toBe('ok');
  });

  it('found while reading is told by an event', async () => {
    const { folder, id, path } = await library(2);
    const opened = await openIn(folder);
    writeFileSync(path(`annotations/${id}.json`), RUBBISH);
    await opened.call('articles.get', { id });
    const told = opened.events.flatMap((event) =>
      event.name === 'library.changed' ? (event.payload.notices ?? []) : [],
    );
    expect(told).toMatchObject([{ code: 'restored-from-backup' }]);
  });
});

describe('a broken article file', () => {
  it('is made again from the original, and its notes stay at their words', async () => {
    for (const keepCatalogue of [true, false]) {
      const { folder, id, path } = await library(2);
      writeFileSync(path(`articles/${id}.json`), RUBBISH);
      if (!keepCatalogue) rmSync(path('catalogue.json'));

      const opened = await openIn(folder);
      const { article, annotations } = await opened.call('articles.get', { id });
      expect(article.title).toBe('Bài một');
      expect(annotations.map(({ target }) => target.quote.exact)).toEqual(['Ban Chấp hành', 'Các đơn vị']);
      expect(await opened.call('library.check', {})).toMatchObject({
        articles: 1,
        annotations: 2,
        problems: [],
      });
      expect(quarantined(folder)).toEqual([RUBBISH]);
      await opened.close();
    }
  });

  it('whose original is lost too stays in the list and refuses to open; the others work', async () => {
    const { folder, id, path } = await library(2);
    writeFileSync(path(`articles/${id}.json`), RUBBISH);
    rmSync(path('originals'), { recursive: true });

    const opened = await openIn(folder);
    const other = await importText(opened, 'Bài hai', ['Một đoạn khác hẳn của bài thứ hai.']);
    const { articles } = await opened.call('library.snapshot', {});
    expect(articles.map((article) => article.id).sort()).toEqual([id, other.id].sort());
    expect(await codeOf(opened, 'articles.get', { id })).toBe('library-broken');
    expect(await codeOf(opened, 'articles.get', { id: other.id })).toBe('ok');
    const { problems } = await opened.call('library.check', {});
    expect(problems.map(({ file, code }) => [file, code])).toContainEqual([`articles/${id}.json`, 'broken']);
    expect(readFileSync(path(`annotations/${id}.json`), 'utf8')).toContain('Các đơn vị');
  });
});

describe('a broken library.json', () => {
  it('is restored from its backup, also when it was never changed', async () => {
    const { folder, path } = await library(1);
    writeFileSync(path('library.json'), RUBBISH);
    const opened = await openIn(folder);
    const { articles, notices } = await opened.call('library.snapshot', {});
    expect(articles).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'restored-from-backup', file: 'library.json' }]);
  });

  it('without a good backup refuses to open and changes nothing but a copy', async () => {
    const { folder, path } = await library(1);
    writeFileSync(path('library.json'), RUBBISH);
    writeFileSync(path('backup/library.json'), RUBBISH);
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'library-broken' });
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'library-broken' });
    expect(readFileSync(path('library.json'), 'utf8')).toBe(RUBBISH);
    expect(quarantined(folder)).toEqual([RUBBISH]);
  });

  it('that is missing beside articles is made again with the tags that the notes have', async () => {
    const folder = temporaryFolder();
    const first = await openIn(folder);
    const { id } = await importText(first, 'Bài một');
    await addQuote(first, id, 'Hội nghị', { tags: ['Nhân sự'] });
    await first.close();
    rmSync(join(folder, 'library.json'));
    rmSync(join(folder, 'backup'), { recursive: true });

    const snapshot = await (await openIn(folder)).call('library.snapshot', {});
    expect(snapshot.articles).toHaveLength(1);
    expect(snapshot.tags).toEqual([{ name: 'Nhân sự', key: 1, colour: null, definition: '' }]);
    expect(snapshot.notices).toMatchObject([{ code: 'unreadable-file', file: 'library.json' }]);
  });
});

describe('a broken workspace.json', () => {
  it('costs only what stood open', async () => {
    const { folder, path } = await library(1);
    writeFileSync(path('workspace.json'), RUBBISH);
    const opened = await openIn(folder);
    const { workspace, articles } = await opened.call('library.snapshot', {});
    expect(workspace.panes).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(await codeOf(opened, 'workspace.save', { ...workspace, sort: 'title' })).toBe('ok');
  });
});

describe('checking', () => {
  it('finds what is wrong on the disk and changes nothing', async () => {
    const { folder, id, path } = await library(2);
    const opened = await openIn(folder);
    const [original] = readdirSync(path('originals'));
    writeFileSync(path(`originals/${sure(original)}`), 'khác');
    writeFileSync(path(`annotations/${id} (bản xung đột).json`), '{}');
    writeFileSync(path(`annotations/${id}.json.00000000-1.tmp`), '{"torn"');
    const file = path(`annotations/${id}.json`);
    const notes = JSON.parse(readFileSync(file, 'utf8')) as { annotations: { target: { start: number } }[] };
    sure(notes.annotations[0]).target.start += 1;
    writeFileSync(file, JSON.stringify(notes));
    writeFileSync(
      path('annotations/00000000000000aa.json'),
      JSON.stringify({ articleId: '00000000000000aa', annotations: [], removed: [] }),
    );

    const { articles, annotations, problems } = await opened.call('library.check', {});
    expect([articles, annotations]).toEqual([1, 2]);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'anchor-wrong',
      'article-missing',
      'original-changed',
      'stray-temporary',
      'unknown-file',
    ]);
    for (const { message } of problems) expect(message).not.toContain('{');
  });

  it('moves the temporary files of a crashed session to the quarantine at the next opening', async () => {
    const { folder, id, path } = await library(1);
    writeFileSync(path(`annotations/${id}.json.00000000-1.tmp`), '{"torn"');
    const opened = await openIn(folder);
    expect((await opened.call('library.check', {})).problems).toEqual([]);
    expect(quarantined(folder)).toEqual(['{"torn"']);
  });
});
