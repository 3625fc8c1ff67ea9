import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_WORKSPACE, type LibraryFile } from '#core/library';
import { faultyFs } from './faulty-fs';
import { addQuote, codeOf, importText, openIn, reopened, temporaryFolder, sure } from './support';

describe('a library keeps what was put into it', () => {
  it('brings articles and annotations back after it was closed', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Hội nghị sơ kết');
    const added = await addQuote(library, id, 'Chỉ thị số 03-CT/TW', {
      kind: 'directive',
      tags: ['Học tập'],
      note: 'xem lại',
    });

    const again = await reopened(library);
    const view = await again.call('articles.get', { id });

    expect(view.article.title).toBe('Hội nghị sơ kết');
    expect(view.annotations).toEqual([added]);
    expect(added.target.quote.exact).toBe('Chỉ thị số 03-CT/TW');
    const snapshot = await again.call('library.snapshot', {});
    expect(snapshot.articles).toMatchObject([{ id, annotations: 1, notes: 1, tags: ['Học tập'] }]);
    expect(snapshot.tags).toEqual([{ name: 'Học tập', key: 1, colour: null, definition: '' }]);
    expect(snapshot.notices).toEqual([]);
  });

  it('keeps the original byte for byte', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const bytes = new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode('Tiêu đề\r\n\r\nMột đoạn văn bản.\r\n'),
    ]);
    await library.call('import.items', { items: [{ name: 'Bài.TXT', bytes }] });
    const [name] = readdirSync(join(folder, 'originals'));
    expect(name).toMatch(/^[0-9a-f]{64}\.txt$/);
    expect(new Uint8Array(readFileSync(join(folder, 'originals', sure(name))))).toEqual(bytes);
  });

  it('keeps settings, tag keys and what stood open', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    await library.call('settings.update', { theme: 'sepia', readSize: 19 });
    await library.call('tags.put', { tags: [{ name: 'Kinh tế', key: 4 }] });
    await library.call('workspace.save', {
      ...EMPTY_WORKSPACE,
      panes: [{ articleId: id, position: { block: 2, ratio: 0.5 } }],
    });

    const snapshot = await (await reopened(library)).call('library.snapshot', {});
    expect(snapshot.settings).toMatchObject({ theme: 'sepia', readSize: 19, language: 'vi' });
    expect(snapshot.tags).toEqual([{ name: 'Kinh tế', key: 4, colour: null, definition: '' }]);
    expect(snapshot.workspace.panes[0]).toMatchObject({ articleId: id, position: { block: 2, ratio: 0.5 } });
  });

  it('of an older program, which knew no links, pins, workspaces and definitions of tags, is opened', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    const added = await addQuote(library, id, 'Hội nghị', { tags: ['Kinh tế'] });
    await library.close();
    const path = join(library.folder, 'library.json');
    const { schemaVersion, createdAt, settings } = JSON.parse(readFileSync(path, 'utf8')) as LibraryFile;
    const tags = [{ name: 'Kinh tế', key: 2 }];
    writeFileSync(path, JSON.stringify({ schemaVersion, createdAt, tags, settings }));

    const again = await openIn(library.folder);
    expect(await again.call('library.snapshot', {})).toMatchObject({
      tags: [{ name: 'Kinh tế', key: 2, colour: null, definition: '' }],
      links: [],
      pins: [],
      workspaces: [],
      notices: [],
      readOnly: false,
    });
    await again.call('tags.rename', { from: 'Kinh tế', to: 'Phát triển' });
    const ref = { articleId: id, annotationId: added.id };
    const other = await addQuote(again, id, 'Đồng chí');
    await again.call('links.add', {
      from: ref,
      to: { articleId: id, annotationId: other.id },
      relation: 'evidence',
    });
    const snapshot = await (await reopened(again)).call('library.snapshot', {});
    expect(snapshot).toMatchObject({ tags: [{ name: 'Phát triển', key: 2 }], links: [{ from: ref }] });
  });

  it('keeps the newest 2,000 reading positions, one for each article', async () => {
    const library = await openIn(temporaryFolder());
    const position = { block: 0, ratio: 0 };
    const ids = Array.from({ length: 2100 }, (_, index) => index.toString(16).padStart(16, '0'));
    const positions = [...ids, sure(ids[50])].map((id): [string, typeof position] => [id, position]);
    await library.call('workspace.save', { ...EMPTY_WORKSPACE, positions });
    const { workspace } = await library.call('library.snapshot', {});
    expect(workspace.positions).toHaveLength(2000);
    expect(workspace.positions.at(-1)?.[0]).toBe(ids[50]);
    expect(new Set(workspace.positions.map(([id]) => id)).size).toBe(2000);
  });

  it('keeps the previous generation of a document as its backup', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Đồng chí Bí thư');
    await addQuote(library, id, 'Hội nghị thảo luận');
    const file = (place: string) =>
      JSON.parse(readFileSync(join(folder, place, 'annotations', `${id}.json`), 'utf8')) as {
        annotations: [];
      };
    expect(file('').annotations).toHaveLength(2);
    expect(file('backup').annotations).toHaveLength(1);
  });

  it('leaves no temporary file and no lock behind', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Đồng chí Bí thư');
    await library.close();
    const names = readdirSync(folder, { recursive: true }).map(String);
    expect(names.filter((name) => name.includes('.tmp') || name.includes('lock'))).toEqual([]);
    expect(existsSync(join(folder, 'catalogue.json'))).toBe(true);
  });

  it('works without links between files', async () => {
    const disk = faultyFs();
    disk.fail('link', '', 'ENOTSUP');
    const folder = temporaryFolder();
    const library = await openIn(folder, { fs: disk });
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Đồng chí Bí thư');
    await addQuote(library, id, 'Hội nghị thảo luận');
    expect(existsSync(join(folder, 'backup', 'annotations', `${id}.json`))).toBe(true);
    await expect(openIn(folder, { fs: disk })).rejects.toMatchObject({ code: 'library-locked' });
  });

  it('applies a change on top of what another program wrote meanwhile', async () => {
    const folder = temporaryFolder();
    const other = await openIn(folder);
    const { id } = await importText(other, 'Bài một');
    const first = await addQuote(other, id, 'Đồng chí Bí thư');
    const path = join(folder, 'annotations', `${id}.json`);
    const theirs = JSON.parse(readFileSync(path, 'utf8')) as { annotations: { id: string; note: string }[] };
    theirs.annotations.push({ ...sure(theirs.annotations[0]), id: crypto.randomUUID(), note: 'từ máy khác' });
    writeFileSync(path, JSON.stringify(theirs));

    await addQuote(other, id, 'Hội nghị thảo luận');

    const { annotations } = await (await reopened(other)).call('articles.get', { id });
    expect(annotations.map(({ note }) => note).sort()).toEqual(['', '', 'từ máy khác']);
    expect(annotations.map((annotation) => annotation.id)).toContain(first.id);
  });
});

describe('the list', () => {
  it('is right when the catalogue is missing, broken or older than the files', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Đồng chí Bí thư');
    await library.close();
    const catalogue = join(folder, 'catalogue.json');
    const older = readFileSync(catalogue);
    const rows = async () => {
      const opened = await openIn(folder);
      const { articles } = await opened.call('library.snapshot', {});
      await opened.close();
      return articles.map((article) => [article.id, article.annotations]);
    };

    rmSync(catalogue);
    expect(await rows()).toEqual([[id, 1]]);
    writeFileSync(catalogue, '{"version":1,"entries":[{');
    expect(await rows()).toEqual([[id, 1]]);

    const changed = await openIn(folder);
    await addQuote(changed, id, 'Hội nghị thảo luận');
    const second = await importText(changed, 'Bài hai', ['Một đoạn khác hẳn, đủ dài để là một đoạn.']);
    await changed.close();
    writeFileSync(catalogue, older);
    expect((await rows()).sort()).toEqual(
      [
        [id, 2],
        [second.id, 0],
      ].sort(),
    );
  });

  it('is corrected in the background, with an event, when it was opened at once', async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    const { id } = await importText(library, 'Bài một');
    await library.close();
    const older = readFileSync(join(folder, 'catalogue.json'));
    const changed = await openIn(folder);
    await addQuote(changed, id, 'Đồng chí Bí thư');
    await changed.close();
    writeFileSync(join(folder, 'catalogue.json'), older);

    const opened = await openIn(folder, { verify: 'later' });
    const before = await opened.call('library.snapshot', {});
    expect(before.articles[0]?.annotations).toBe(0);
    await expect
      .poll(() => opened.events.find(({ name }) => name === 'library.changed')?.payload)
      .toMatchObject({ revision: before.revision + 1, upserts: [{ id, annotations: 1 }] });
  });
});

describe('events', () => {
  it('number every change without a gap and tell exactly what it did', async () => {
    const library = await openIn(temporaryFolder());
    const { revision } = await library.call('library.snapshot', {});
    const { id } = await importText(library, 'Bài một');
    const added = await addQuote(library, id, 'Đồng chí Bí thư', { tags: ['Mới'] });
    await library.call('annotations.remove', { articleId: id, ids: [added.id] });
    await library.call('settings.update', { language: 'en' });

    const changes = library.events.flatMap((event) =>
      event.name === 'library.changed' ? [event.payload] : [],
    );
    expect(changes.map((change) => change.revision)).toEqual([1, 2, 3, 4].map((step) => revision + step));
    expect(changes[1]).toMatchObject({
      upserts: [{ id, annotations: 1 }],
      annotations: [{ articleId: id, upserts: [added], removals: [] }],
      tags: [{ name: 'Mới', key: 1 }],
    });
    expect(changes[2]).toMatchObject({ annotations: [{ articleId: id, upserts: [], removals: [added.id] }] });
    expect(changes[3]).toMatchObject({ upserts: [], annotations: [], settings: { language: 'en' } });
  });

  it('of a listener that throws do not make a saved change look refused', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    library.subscribe(() => {
      throw new Error('listener');
    });
    expect(
      await codeOf(library, 'annotations.add', {
        articleId: id,
        target: { quote: 'Hội nghị' },
        kind: 'task',
      }),
    ).toBe('ok');
    expect(library.logged.join()).toContain('listener');
  });
});
