import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import {
  addQuote,
  articleBytes,
  importText,
  openIn,
  PARAGRAPHS,
  reopened,
  temporaryFolder,
  sure,
} from '../store/support';

const URL = 'https://vi-du.vn/thoi-su/bai-mot.html';

function page(
  title: string,
  paragraphs: readonly string[],
  url = URL,
): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  const html = `<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="${url}">
<meta property="og:title" content="${title}"><title>${title}</title></head>
<body><article><h1>${title}</h1>\n${body}</article></body></html>`;
  return { name: 'bai-mot.html', bytes: new TextEncoder().encode(html) };
}

describe('importing', () => {
  it('refuses what it must and takes the rest, in the order given, telling how far it is', async () => {
    const folder = temporaryFolder();
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('a.txt'), articleBytes('Bài một'));
    writeFileSync(path('empty.txt'), '');
    writeFileSync(path('picture.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0]));
    mkdirSync(path('folder'));
    writeFileSync(
      path('b.txt'),
      articleBytes('Bài hai', ['Bài hai có đoạn riêng của nó, khác với bài một.']),
    );
    const library = await openIn(join(folder, 'library'));
    const names = ['a.txt', 'empty.txt', 'picture.txt', 'folder', 'missing.txt', 'b.txt'];

    const results = await library.call('import.files', { paths: names.map(path) });

    expect(results.map(({ path: given, status, code }) => [given, status, code])).toEqual([
      [path('a.txt'), 'imported', undefined],
      [path('empty.txt'), 'refused', 'file-empty'],
      [path('picture.txt'), 'refused', 'file-binary'],
      [path('folder'), 'refused', 'folder-empty'],
      [path('missing.txt'), 'refused', 'file-not-found'],
      [path('b.txt'), 'imported', undefined],
    ]);
    const progress = library.events.flatMap((event) =>
      event.name === 'import.progress' ? [event.payload] : [],
    );
    expect(progress.map(({ done, total }) => [done, total])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((done) => [done, 6]),
    );
    expect(readdirSync(join(library.folder, 'articles'))).toHaveLength(2);
    expect(readdirSync(join(library.folder, 'originals'))).toHaveLength(2);
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  it('knows the same bytes and the same text again', async () => {
    const library = await openIn(temporaryFolder());
    const first = await importText(library, 'Bài một');
    const same = await importText(library, 'Bài một');
    expect(same).toMatchObject({ status: 'duplicate', id: first.id, title: 'Bài một' });
    const text = new TextDecoder().decode(articleBytes('Bài một'));
    const [crlf] = await library.call('import.items', {
      items: [{ name: 'x.txt', bytes: new TextEncoder().encode(text.replaceAll('\n', '\r\n')) }],
    });
    expect(crlf).toMatchObject({ status: 'duplicate', id: first.id });
    const again = await reopened(library);
    expect(await importText(again, 'Bài một')).toMatchObject({ status: 'duplicate', id: first.id });
  });

  it('takes an article out of the trash, with its notes', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Hội nghị');
    await library.call('articles.remove', { ids: [id] });
    expect((await library.call('library.snapshot', {})).articles[0]?.removedAt).not.toBeNull();
    expect(await importText(library, 'Bài một')).toMatchObject({ status: 'imported', id });
    const view = await library.call('articles.get', { id });
    expect(view.article.removedAt).toBeNull();
    expect(view.annotations).toHaveLength(1);
  });
});

describe('a new version of an article with an address', () => {
  const GONE = 'Đoạn này sẽ bị tòa soạn rút khỏi bài trong lần sửa sau, cùng với mọi chữ của nó.';

  async function revised() {
    const library = await openIn(temporaryFolder());
    const [first] = await library.call('import.items', { items: [page('Bài một', [...PARAGRAPHS, GONE])] });
    const id = sure(first?.id);
    const kept = await addQuote(library, id, 'Chỉ thị số 03-CT/TW', { note: 'còn' });
    const gone = await addQuote(library, id, 'sẽ bị tòa soạn rút khỏi bài trong lần sửa sau', {
      note: 'mất chỗ',
    });
    const [second] = await library.call('import.items', {
      items: [page('Bài một (cập nhật)', ['Một đoạn mới được thêm vào ngay đầu bài viết.', ...PARAGRAPHS])],
    });
    return { library, id, kept, gone, second };
  }

  it('is its next revision: notes move with their words, the others become orphans, nothing is lost', async () => {
    const { library, id, kept, gone, second } = await revised();
    expect(second).toMatchObject({ status: 'revised', id, title: 'Bài một (cập nhật)' });
    const last = library.events.filter(({ name }) => name === 'library.changed').at(-1)?.payload;
    expect(last).toMatchObject({ revised: [id], upserts: [{ id, annotations: 2, orphans: 1 }] });

    const again = await reopened(library);
    const { article, annotations } = await again.call('articles.get', { id });
    expect(article.revision).toBe(2);
    const moved = sure(annotations.find((annotation) => annotation.id === kept.id));
    expect(moved).toMatchObject({ anchor: 'exact', revision: 2, note: 'còn' });
    expect(moved.target.start).toBeGreaterThan(kept.target.start);
    expect(textOf(article).slice(moved.target.start, moved.target.end)).toBe('Chỉ thị số 03-CT/TW');
    expect(annotations.find((annotation) => annotation.id === gone.id)).toEqual({
      ...gone,
      anchor: 'orphan',
    });
    expect((await again.call('library.check', {})).problems).toEqual([]);
    expect(existsSync(join(again.folder, 'revisions', `${id}.1.json`))).toBe(true);
    expect(readdirSync(join(again.folder, 'originals'))).toHaveLength(2);
  });

  it('that has the words again finds the orphan; an older version imported again changes nothing', async () => {
    const { library, id, gone } = await revised();
    const older = await library.call('import.items', { items: [page('Bài một', [...PARAGRAPHS, GONE])] });
    expect(older[0]).toMatchObject({ status: 'duplicate', id });
    const [third] = await library.call('import.items', {
      items: [page('Bài một', ['Lời tòa soạn đặt trước bài.', GONE, ...PARAGRAPHS])],
    });
    expect(third?.status).toBe('revised');
    const { annotations } = await library.call('articles.get', { id });
    expect(annotations.find((annotation) => annotation.id === gone.id)).toMatchObject({
      anchor: 'exact',
      revision: 3,
      target: { quote: { exact: gone.target.quote.exact } },
    });
  });

  it('keeps the facts that a person has corrected, and takes the others from the new version', async () => {
    const library = await openIn(temporaryFolder());
    const [first] = await library.call('import.items', { items: [page('Bài một', PARAGRAPHS)] });
    const id = sure(first?.id);
    const patch = { source: 'Báo Suối Mơ (bản in)', publishedOn: '2026-02-03' };
    await library.call('articles.update', { id, patch });
    const [second] = await library.call('import.items', {
      items: [page('Bài một (cập nhật)', ['Một đoạn mới ở đầu bài viết.', ...PARAGRAPHS])],
    });
    expect(second).toMatchObject({ status: 'revised', id });
    expect((await library.call('articles.get', { id })).article).toMatchObject({
      ...patch,
      dateConfidence: 'confirmed',
      title: 'Bài một (cập nhật)',
      revision: 2,
    });
  });

  it('is healed when the crash came between the article and its notes', async () => {
    const { library, id, kept } = await revised();
    await library.close();
    const path = join(library.folder, 'annotations', `${id}.json`);
    writeFileSync(path, readFileSync(join(library.folder, 'backup', 'annotations', `${id}.json`)));
    const stored = JSON.parse(readFileSync(path, 'utf8')) as { annotations: { revision: number }[] };
    expect(stored.annotations.every(({ revision }) => revision === 1)).toBe(true);

    const again = await openIn(library.folder);
    const { annotations } = await again.call('articles.get', { id });
    expect(annotations.find((annotation) => annotation.id === kept.id)).toMatchObject({
      anchor: 'exact',
      revision: 2,
    });
    expect((await again.call('library.snapshot', {})).articles).toMatchObject([
      { annotations: 2, orphans: 1 },
    ]);
    expect((await again.call('library.check', {})).problems).toEqual([]);
  });

  it('keeps a date that a person has confirmed', async () => {
    const library = await openIn(temporaryFolder());
    const [first] = await library.call('import.items', { items: [page('Bài một', PARAGRAPHS)] });
    const id = sure(first?.id);
    await library.call('articles.update', { id, patch: { publishedOn: '2020-02-03' } });
    await library.call('import.items', {
      items: [page('Bài một', [...PARAGRAPHS, 'Một đoạn thêm vào cuối bài.'])],
    });
    expect((await library.call('articles.get', { id })).article).toMatchObject({
      revision: 2,
      publishedOn: '2020-02-03',
      dateConfidence: 'confirmed',
    });
  });

  it('is an article of its own when it has nothing in common with the one at that address', async () => {
    const library = await openIn(temporaryFolder());
    const front = 'https://vi-du.vn/';
    const [first] = await library.call('import.items', { items: [page('Bài một', PARAGRAPHS, front)] });
    const other = [
      'Tin khác hẳn, chỉ chung địa chỉ vì trang báo ghi địa chỉ trang chủ cho mọi bài.',
      'Đoạn hai của tin khác.',
    ];
    const [second] = await library.call('import.items', { items: [page('Tin khác', other, front)] });
    expect(second?.status).toBe('imported');
    expect(second?.id).not.toBe(first?.id);
  });
});

describe('facts of an article', () => {
  it('can be corrected and undone; a date given by hand is confirmed', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    const { before, after } = await library.call('articles.update', {
      id,
      patch: { title: '  Tên đúng ', publishedOn: '2021-07-09', source: 'Báo Ví dụ' },
    });
    expect(after).toMatchObject({
      title: 'Tên đúng',
      publishedOn: '2021-07-09',
      dateConfidence: 'confirmed',
      source: 'Báo Ví dụ',
    });
    const { title, publishedOn, dateConfidence, source } = before;
    const back = await library.call('articles.update', {
      id,
      patch: { title, publishedOn, dateConfidence, source },
    });
    expect(back.after).toEqual(before);
    expect(await importText(library, 'Bài một')).toMatchObject({ status: 'duplicate' });
  });
});
