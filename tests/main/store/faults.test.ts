import { describe, expect, it } from 'vitest';
import type { StoreFs } from '../../../main/store/files';
import { faultyFs } from './faulty-fs';
import {
  addQuote,
  codeOf,
  importText,
  openIn,
  reopened,
  temporaryFolder,
  PARAGRAPHS,
  sure,
  type Opened,
} from './support';

const STEPS: [keyof StoreFs, string][] = [
  ['writeSynced', 'ENOSPC'],
  ['writeSynced', 'EIO'],
  ['unlink', 'EACCES'],
  ['rename', 'EACCES'],
  ['rename', 'ENOSPC'],
  ['syncFolder', 'EIO'],
  ['stamp', 'EIO'],
];

describe('a write that fails', () => {
  it.each(STEPS)('at %s with %s is refused, and memory stays at what the disk has', async (step, code) => {
    const disk = faultyFs();
    const folder = temporaryFolder();
    const library = await openIn(folder, { fs: disk });
    const { id } = await importText(library, 'Bài một');
    await addQuote(library, id, 'Ban Chấp hành');
    const kept = await addQuote(library, id, 'Các đơn vị');
    const before = (await library.call('articles.get', { id })).annotations;
    const calls: [string, () => Promise<string>][] = [
      [
        'add',
        () =>
          codeOf(library, 'annotations.add', { articleId: id, target: { quote: 'Hội nghị' }, kind: 'task' }),
      ],
      [
        'update',
        () => codeOf(library, 'annotations.update', { articleId: id, id: kept.id, patch: { note: 'mất?' } }),
      ],
      ['remove', () => codeOf(library, 'annotations.remove', { articleId: id, ids: [kept.id] })],
    ];

    for (const [, call] of calls) {
      disk.fail(step, 'annotations', code);
      const events = library.events.length;
      expect(await call()).not.toBe('ok');
      disk.heal();
      expect(library.events).toHaveLength(events);
      expect((await library.call('articles.get', { id })).annotations).toEqual(before);
    }

    const reader = await openIn(folder, { mode: 'read' });
    expect((await reader.call('articles.get', { id })).annotations).toEqual(before);
    await addQuote(library, id, 'Đồng chí Bí thư');
    expect((await library.call('articles.get', { id })).annotations).toHaveLength(3);
    expect(
      (await library.call('library.check', {})).problems.filter(
        ({ code: found }) => found !== 'stray-temporary',
      ),
    ).toEqual([]);
  });

  it('says write-failed and what the disk said', async () => {
    const disk = faultyFs();
    const library = await openIn(temporaryFolder(), { fs: disk });
    const { id } = await importText(library, 'Bài một');
    disk.fail('writeSynced', 'annotations', 'ENOSPC');
    const reply = await library.gateway(
      'annotations.add',
      { articleId: id, target: { quote: 'Hội nghị' }, kind: 'task' },
      'window',
    );
    expect(reply).toMatchObject({
      ok: false,
      code: 'write-failed',
      message: expect.stringContaining('ENOSPC') as string,
    });
  });

  it.each(['originals', 'articles', 'annotations', 'revisions'])(
    'in %s during an import leaves the library as it was; the next import goes in',
    async (place) => {
      const disk = faultyFs();
      const library = await openIn(temporaryFolder(), { fs: disk });
      const url = 'https://vi-du.vn/bai-mot.html';
      const version = (body: readonly string[]) => ({
        name: 'bài.html',
        bytes: new TextEncoder().encode(
          `<html><head><link rel="canonical" href="${url}"><meta property="og:url" content="${url}"><title>Bài một</title></head>` +
            `<body><article><h1>Bài một</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
        ),
      });
      const [first] = await library.call('import.items', { items: [version(PARAGRAPHS)] });
      const id = sure(first?.id);
      await addQuote(library, id, 'Chỉ thị số 03-CT/TW');
      const before = await library.call('articles.get', { id });

      disk.fail('writeSynced', place, 'ENOSPC');
      const changed = version(['Một đoạn mới ở đầu bài, để các đoạn sau dời đi.', ...PARAGRAPHS]);
      const [refused] = await library.call('import.items', { items: [changed] });
      disk.heal();
      // Where the importer does not read addresses, the second version is an article of its own.
      if (refused?.status === 'refused') expect(refused.code).toBe('write-failed');
      const after = await library.call('articles.get', { id });
      expect(after.annotations[0]?.target.quote.exact).toBe(before.annotations[0]?.target.quote.exact);
      const { problems } = await library.call('library.check', {});
      expect(problems).toEqual([]);

      const [again] = await library.call('import.items', { items: [changed] });
      expect(['revised', 'imported', 'duplicate']).toContain(again?.status);
    },
  );
});

describe('a renaming that the disk ends half-way', () => {
  const NAMES = ['Kinh tế', 'Kinh tế/Lúa'] as const;

  async function withThree(disk: StoreFs) {
    const library = await openIn(temporaryFolder(), { fs: disk });
    const ids: string[] = [];
    for (const title of ['Bài một', 'Bài hai', 'Bài ba']) {
      const { id } = await importText(library, title, [...PARAGRAPHS, `Đoạn riêng của ${title}.`]);
      await addQuote(library, id, 'Hội nghị', { tags: [...NAMES] });
      ids.push(id);
    }
    const tag = { name: 'Kinh tế', key: 5, colour: 'green' as const, definition: 'giữ lời này' };
    await library.call('tags.put', { tags: [tag] });
    return { library, ids };
  }
  const stateOf = async (library: Opened, ids: readonly string[]) => {
    const { tags } = await library.call('library.snapshot', {});
    const views = await Promise.all(ids.map((id) => library.call('articles.get', { id })));
    return { tags, given: views.map(({ annotations }) => annotations.map((annotation) => annotation.tags)) };
  };

  it.each([
    ['library.json', 0],
    ['annotations', 0],
    ['annotations', 1],
    ['annotations', 2],
  ])(
    'at %s, number %i, leaves memory as the disk is, and a second one brings it to its end',
    async (place, number) => {
      const disk = faultyFs();
      const { library, ids } = await withThree(disk);
      const events = library.events.length;
      disk.fail(
        'writeSynced',
        place === 'annotations' ? `annotations/${sure(ids[number])}` : place,
        'ENOSPC',
      );
      const rename = { from: 'Kinh tế', to: 'Phát triển' };
      expect(await codeOf(library, 'tags.rename', rename)).toBe('write-failed');
      disk.heal();

      const state = await stateOf(library, ids);
      const renamed = ['Phát triển', 'Phát triển/Lúa'];
      const done = (index: number) => (place === 'annotations' && index < number ? renamed : [...NAMES]);
      expect(state.given).toEqual(ids.map((_, index) => [done(index)]));
      const names = new Set(state.tags.map(({ name }) => name));
      expect(state.given.flat(2).every((name) => names.has(name))).toBe(true);
      expect(library.events).toHaveLength(events + (place === 'annotations' ? 1 : 0));

      const again = await reopened(library);
      expect(await stateOf(again, ids)).toEqual(state);
      await again.call('tags.rename', { ...rename, merge: true });
      const { tags, given } = await stateOf(again, ids);
      expect(given).toEqual(ids.map(() => [renamed]));
      expect(tags).toEqual([
        { name: 'Phát triển', key: 5, colour: 'green', definition: 'giữ lời này' },
        { name: 'Phát triển/Lúa', key: 2, colour: null, definition: '' },
      ]);
      expect((await again.call('library.check', {})).problems).toEqual([]);
    },
  );
});
