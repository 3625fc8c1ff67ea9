import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectRecogniser, type Recogniser } from '../../../main/recognising/recogniser';
import { RECOGNISED_FILE, articleFile } from '../../../main/store/layout';
import { faultyFs } from '../store/faulty-fs';
import { importText, openIn, sure, temporaryFolder, type Opened } from '../store/support';

const CITING = 'Hội nghị quán triệt Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp.';
const OTHER = 'Hội nghị quán triệt Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư năm nay.';

/** Looks through files as the app does, and tells how many there were. */
function countingRecogniser(): Recogniser & { files: Recogniser['files']; count: number } {
  const direct = createDirectRecogniser();
  const counting = {
    ...direct,
    count: 0,
    files: (...[files, dictionary]: Parameters<Recogniser['files']>) => {
      counting.count += files.length;
      return direct.files(files, dictionary);
    },
  };
  return counting;
}

async function withCiting(count: number, recogniser = countingRecogniser()) {
  const library = await openIn(temporaryFolder(), { recogniser });
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1)
    ids.push((await importText(library, `Bài ${number}`, [CITING, `Đoạn riêng của bài thứ ${number}.`])).id);
  return { library, ids, recogniser };
}

const mentionsIn = async (library: Opened): Promise<[canonical: string, mentions: number][]> => {
  const { rows } = await library.call('directives.list', { complete: true });
  return rows.map(({ canonical, mentions }) => [canonical, mentions]);
};

const again = async (library: Opened, parts: Parameters<typeof openIn>[1] = {}) => {
  await library.close();
  const recogniser = countingRecogniser();
  return { library: await openIn(library.folder, { recogniser, ...parts }), recogniser };
};

const keptFile = (library: Opened): string => join(library.folder, RECOGNISED_FILE);

describe('the library', () => {
  it('is looked through from the first question on, with events', async () => {
    const { library, recogniser } = await withCiting(40);
    expect(recogniser.count).toBe(0);
    expect(await library.call('recognise.state', {})).toEqual({ done: 0, total: 40 });
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 40]]);
    expect(await library.call('recognise.state', {})).toEqual({ done: 40, total: 40 });
    const told = library.events.filter(({ name }) => name === 'recognise.progress');
    expect(told.at(-1)?.payload).toEqual({ done: 40, total: 40 });
  });

  it('answers while it is looked through with what was found so far', async () => {
    const { library } = await withCiting(3);
    const { rows, done, total } = await library.call('directives.list', {});
    expect({ rows, done, total }).toEqual({ rows: [], done: 0, total: 3 });
  });

  it('is followed: what is imported, revised, dated, removed and restored', async () => {
    const { library, ids, recogniser } = await withCiting(2);
    const [one = '', two = ''] = ids;
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 2]]);

    await importText(library, 'Bài mới', [OTHER]);
    expect(await mentionsIn(library)).toHaveLength(2);

    const edits = [{ do: 'edit' as const, index: 0, text: OTHER }];
    await library.call('articles.revise', { id: one, revision: 1, edits });
    expect(await mentionsIn(library)).toEqual([
      ['nghi-dinh:30/2020/NĐ-CP', 2],
      ['chi-thi:35-CT/TW', 1],
    ]);

    await library.call('articles.remove', { ids: [two] });
    expect(await mentionsIn(library)).toEqual([['nghi-dinh:30/2020/NĐ-CP', 2]]);
    await library.call('articles.restore', { ids: [two] });
    expect(await mentionsIn(library)).toHaveLength(2);

    const before = recogniser.count;
    await library.call('articles.update', { id: two, patch: { publishedOn: '2020-07-09' } });
    const { rows } = await library.call('directives.list', { complete: true });
    expect(rows.map(({ id }) => id)).toContain('chi-thi:35-CT/TW#XII');
    await library.call('annotations.add', {
      articleId: two,
      target: { quote: 'Hội nghị' },
      kind: 'highlight',
    });
    await mentionsIn(library);
    expect(recogniser.count).toBe(before + 1);
  });

  it('is looked through anew when the dictionary of bodies is another', async () => {
    const { library } = await withCiting(1);
    const names = async () => {
      await mentionsIn(library);
      return (await library.call('bodies.list', {})).rows.map(({ name, mentions }) => [name, mentions]);
    };
    expect(await names()).toEqual([['Bộ Chính trị', 1]]);
    const entries = [{ name: 'Hội nghị cán bộ', is: 'body' as const, aliases: ['Hội nghị'] }];
    expect(await library.call('bodies.set', { entries })).toEqual([]);
    expect(await names()).toContainEqual(['Hội nghị cán bộ', 1]);
    expect(await library.call('bodies.set', { entries: [] })).toEqual(entries);
    expect(await names()).toEqual([['Bộ Chính trị', 1]]);
  });
});

describe('what was found', () => {
  it('is there when the library is opened again', async () => {
    const first = await withCiting(3);
    const found = await mentionsIn(first.library);
    const { library, recogniser } = await again(first.library);
    expect(await mentionsIn(library)).toEqual(found);
    expect(recogniser.count).toBe(0);
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  it('is found anew where its line is broken, of other rules or of another text', async () => {
    const first = await withCiting(4);
    await mentionsIn(first.library);
    await first.library.close();
    const lines = readFileSync(keptFile(first.library), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    const [one = '', two = '', three = '', four = ''] = lines;
    const changed = [
      one.slice(0, 80),
      two.replace('"rules":', '"rules":9'),
      three.replace(/"contentHash":"./, '"contentHash":"x'),
      four,
      'null',
      '{"id":[]}',
    ];
    writeFileSync(keptFile(first.library), changed.join('\n'));
    const { library, recogniser } = await again(first.library);
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 4]]);
    expect(recogniser.count).toBe(3);
    expect(library.logged).toEqual([]);
  });

  it('is not written into a library that is only read', async () => {
    const first = await withCiting(2);
    const { library } = await again(first.library, { mode: 'read' });
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 2]]);
    await library.close();
    expect(() => readFileSync(keptFile(library))).toThrow('ENOENT');
  });

  it('may not be taken by the disk: the next session finds it anew', async () => {
    const first = await withCiting(2);
    const fs = faultyFs();
    const { library } = await again(first.library, { fs });
    await mentionsIn(library);
    fs.fail('writeSynced', RECOGNISED_FILE, 'ENOSPC');
    await library.close();
    expect(library.logged.join()).toContain('it will be found anew');
    fs.heal();
    const { library: third } = await again(library);
    expect(await mentionsIn(third)).toEqual([['chi-thi:35-CT/TW', 2]]);
  });
});

describe('an article', () => {
  it('on which the rules fail costs no other one its turn', async () => {
    const direct = createDirectRecogniser();
    let bad = '';
    const recogniser: Recogniser = {
      ...direct,
      files: (files, dictionary) => {
        if (files.some((bytes) => Buffer.from(bytes).toString().includes(bad)))
          return Promise.reject(new Error('a bug of the rules'));
        return direct.files(files, dictionary);
      },
    };
    const { library, ids } = await withCiting(4, recogniser as ReturnType<typeof countingRecogniser>);
    bad = ids[1] ?? '';
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 3]]);
    expect(library.logged.join()).toContain(`looking through article ${bad}`);
    expect(await library.call('recognise.state', {})).toEqual({ done: 4, total: 4 });
  });

  it('whose file is broken is looked through as the store restores it', async () => {
    const first = await withCiting(2);
    const { library } = await again(first.library);
    writeFileSync(join(library.folder, articleFile(first.ids[0] ?? '')), '{"id":');
    expect(await mentionsIn(library)).toEqual([['chi-thi:35-CT/TW', 2]]);
  });

  it('that is long is looked through by the recogniser', async () => {
    const direct = createDirectRecogniser();
    let asked = 0;
    const recogniser: Recogniser = {
      ...direct,
      article: (text) => {
        asked += 1;
        return direct.article(text);
      },
    };
    const library = await openIn(temporaryFolder(), { recogniser });
    const { id } = await importText(library, 'Bài dài', [
      CITING,
      ...Array.from({ length: 400 }, (_, n) => `${n}. ${OTHER}`),
    ]);
    const { found, revision } = await library.call('recognise.article', { id });
    expect([revision, found.citations.length, asked]).toEqual([1, 401, 1]);
    await library.call('recognise.article', { id });
    expect(asked).toBe(1);
  });
});

describe('closing', () => {
  it('ends the pass that is under way', async () => {
    const { library, recogniser } = await withCiting(80);
    await library.call('recognise.state', {});
    await library.close();
    expect(recogniser.count).toBeLessThan(80);
    expect(library.logged).toEqual([]);
    const { library: second, recogniser: rest } = await again(library);
    expect(sure((await mentionsIn(second))[0])[1]).toBe(80);
    expect(rest.count).toBeGreaterThan(0);
  });
});
