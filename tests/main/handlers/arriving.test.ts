import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnyEvent } from '#core/contract';
import { articleBytes, fakeDesktop, openIn, sure, temporaryFolder } from '../store/support';

vi.setConfig({ testTimeout: 30_000 });

const PAGE = `<!doctype html><html><head><title>Hội nghị xã Tân Phú</title></head><body><article><h1>Hội nghị xã Tân Phú</h1>
<p>Sáng 5/1/2021, Ủy ban nhân dân xã Tân Phú tổ chức hội nghị tổng kết công tác năm 2020 và bàn việc năm mới.</p>
<p>Xã đề nghị các thôn hoàn thành việc sửa đường trước ngày 30/4/2021 và báo cáo bằng văn bản.</p></article></body></html>`;

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A web server of this machine; returns its address. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an article from a web address', () => {
  it('is fetched only when the person has allowed it', async () => {
    const asked: string[] = [];
    const address = await serving(({ url, headers }, response) => {
      asked.push(`${url ?? ''} ${headers.cookie ?? 'no cookie'}`);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b' }).end(PAGE);
    });
    const library = await openIn(temporaryFolder());
    const url = `${address}/thoi-su/hoi-nghi.html`;
    await expect(library.call('import.url', { url })).rejects.toMatchObject({ code: 'url-off' });
    expect(asked).toEqual([]);

    await library.call('settings.update', { fetchFromWeb: true });
    const [result] = await library.call('import.url', { url });
    expect(result).toMatchObject({ status: 'imported', title: 'Hội nghị xã Tân Phú', format: 'html' });
    await library.call('import.url', { url });
    // One request each time, and what the server set is not sent back.
    expect(asked).toEqual(['/thoi-su/hoi-nghi.html no cookie', '/thoi-su/hoi-nghi.html no cookie']);
    const { article } = await library.call('articles.get', { id: sure(result?.id) });
    expect(article.url).toBe(url);
    expect(article.blocks).toHaveLength(2);
  });

  it('says what is wrong: no address, no network, no page, no text', async () => {
    const address = await serving((request, response) => {
      if (request.url === '/anh.png') response.writeHead(200, { 'content-type': 'image/gif' }).end('GIF89a');
      else response.writeHead(404).end();
    });
    const library = await openIn(temporaryFolder());
    await library.call('settings.update', { fetchFromWeb: true });
    const codeOf = (url: string) =>
      library.call('import.url', { url }).then(
        () => 'imported',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await codeOf('file:///etc/passwd')).toBe('url-invalid');
    expect(await codeOf('không phải địa chỉ')).toBe('url-invalid');
    expect(await codeOf('http://127.0.0.1:9')).toBe('url-offline');
    expect(await codeOf(`${address}/khong-co.html`)).toBe('url-refused');
    expect(await codeOf(`${address}/anh.png`)).toBe('format-unsupported');
    expect((await library.call('library.snapshot', {})).articles).toEqual([]);
  });
});

describe('an import that is cancelled', () => {
  it('keeps what came in, names the rest, and the next one runs', async () => {
    const folder = temporaryFolder();
    const paths = Array.from({ length: 8 }, (_, index) => {
      const path = join(folder, `bai-${index}.txt`);
      writeFileSync(
        path,
        articleBytes(`Bài ${index}`, [`Bài số ${index} kể chuyện riêng của thôn ${index * 7}.`]),
      );
      return path;
    });
    const library = await openIn(join(folder, 'library'));
    let asked = false;
    library.subscribe((event) => {
      if (event.name !== 'import.progress' || event.payload.done !== 3 || asked) return;
      asked = true;
      void library.call('import.cancel', {});
    });
    const results = await library.call('import.files', { paths });
    const codes = results.map(({ status, code }) => code ?? status);
    expect(codes.slice(0, 3)).toEqual(['imported', 'imported', 'imported']);
    expect(codes.slice(4)).toEqual(Array.from({ length: 4 }, () => 'import-cancelled'));
    const again = await library.call('import.files', { paths });
    expect(again.filter(({ status }) => status === 'refused')).toEqual([]);
    expect((await library.call('library.snapshot', {})).articles).toHaveLength(8);
  });
});

describe('a watched folder', () => {
  const arrived = (events: readonly AnyEvent[]) =>
    events.flatMap((event) => (event.name === 'import.arrived' ? event.payload.results : []));

  it('brings in what lies there and what comes, and nothing twice, not even from the trash', async () => {
    const folder = temporaryFolder();
    const inbox = join(folder, 'đến');
    mkdirSync(inbox);
    writeFileSync(join(inbox, 'a.txt'), articleBytes('Bài một'));
    const desktop = fakeDesktop({ chooseArticleFolder: () => Promise.resolve(inbox) });
    const library = await openIn(join(folder, 'library'), { desktop, app: 'window' });
    expect(await library.call('import.watch', { on: true })).toEqual({ folder: inbox });
    await vi.waitFor(
      () => expect(arrived(library.events).map(({ title }) => title)).toEqual(['Bài một']),
      15_000,
    );

    writeFileSync(join(inbox, '.ẩn.txt'), articleBytes('Bài ẩn'));
    writeFileSync(
      join(inbox, 'b.txt'),
      articleBytes('Bài hai', ['Bài hai nói một chuyện khác hẳn bài một kia.']),
    );
    await vi.waitFor(() => expect(arrived(library.events)).toHaveLength(2), 15_000);
    const { articles, settings } = await library.call('library.snapshot', {});
    expect(articles.map(({ title }) => title).sort()).toEqual(['Bài hai', 'Bài một']);
    expect(settings.watchFolder).toBe(inbox);

    const ids = articles.filter(({ title }) => title === 'Bài một').map(({ id }) => id);
    await library.call('articles.remove', { ids });
    await library.close();
    const again = await openIn(join(folder, 'library'), { desktop, app: 'window' });
    copyFileSync(join(inbox, 'b.txt'), join(inbox, 'c.txt'));
    writeFileSync(
      join(inbox, 'd.txt'),
      articleBytes('Bài ba', ['Bài ba là tin mới, đến khi ứng dụng đã mở lại.']),
    );
    await vi.waitFor(
      () => expect(arrived(again.events).map(({ title }) => title)).toEqual(['Bài ba']),
      15_000,
    );
    const after = (await again.call('library.snapshot', {})).articles;
    expect(after.filter(({ removedAt }) => removedAt === null)).toHaveLength(2);

    await again.call('import.watch', { on: false });
    rmSync(inbox, { recursive: true });
    expect((await again.call('library.snapshot', {})).settings.watchFolder).toBeNull();
  });
});
