import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import { mayBeSimilar, sketchOf } from '#core/similar';
import { checkLibrary } from '../../../main/store/check';
import { packed, SketchIndex, unpacked } from '../../../main/store/similar';
import { prose } from '../../core/similar-material';
import {
  closePlain,
  closeStore,
  draftOf,
  fileOf,
  openPlain,
  reopenedPlain,
  annotateWords,
} from './place-support';
import { PARAGRAPHS, sure, temporaryFolder } from './support';

afterEach(closePlain);

const A = 'https://bao-a.vn/bai.html';

/** Six paragraphs of our own; the same for the same seed. */
const body = (seed: number): string[] => [1, 2, 3, 4, 5, 6].map((part) => prose(seed * 10 + part, 60));
/** Another paper's cut of it: the last paragraph goes, the first begins otherwise. */
const cutOf = (paragraphs: readonly string[]): string[] => [
  `Theo TTXVN, ${sure(paragraphs[0])}`,
  ...paragraphs.slice(1, -1),
];

describe('the index of sketches', () => {
  it('packs a sketch and takes it out again', () => {
    const sketch = sketchOf(prose(1, 500));
    expect(unpacked(packed(sketch))).toEqual(sketch);
    expect(packed(sketch)).toHaveLength(256);
    expect(unpacked(packed([]))).toEqual([]);
  });

  it('finds what a comparison with each would find, whatever was put in and taken out', () => {
    const sketch = fc
      .uniqueArray(fc.nat(60), { maxLength: 20 })
      .map((hashes) => hashes.sort((a, b) => a - b));
    const step = fc.record({
      id: fc.nat(12).map((n) => n.toString(16).padStart(16, '0')),
      sketch: fc.option(sketch),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), sketch, (steps, asked) => {
        const index = new SketchIndex();
        const known = new Map<string, number[]>();
        for (const { id, sketch: given } of steps) {
          if (given === null) {
            index.delete(id);
            known.delete(id);
          } else {
            index.set(id, given);
            known.set(id, given);
          }
        }
        const expected = [...known].filter(([, its]) => mayBeSimilar(asked, its)).map(([id]) => id);
        expect(index.near(asked).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('finds a copy among texts that all have set phrases in common', () => {
    const index = new SketchIndex();
    const phrases = prose(0, 120);
    const text = (seed: number): string => `${phrases} ${prose(seed, 400)}`;
    for (let seed = 1; seed < 1500; seed++) index.set(String(seed), sketchOf(text(seed)));
    for (const seed of [1, 700, 1499])
      expect(index.near(sketchOf(`${text(seed)} thêm`))[0]).toBe(String(seed));
    for (let seed = 1; seed < 1500; seed++) index.delete(String(seed));
    expect(index.near(sketchOf(text(700)))).toEqual([]);
  });

  it('grows', () => {
    const index = new SketchIndex();
    const sketches = Array.from({ length: 2500 }, (_, seed) => sketchOf(prose(seed, 80)));
    for (const [n, sketch] of sketches.entries()) index.set(String(n), sketch);
    for (const n of [0, 1023, 1024, 2499]) expect(index.near(sure(sketches[n]))[0]).toBe(String(n));
  });
});

describe('an article without an address that is similar to another', () => {
  it('is an article of its own that tells which, and the person is told before', async () => {
    const library = await openPlain(temporaryFolder());
    const first = await library.place(draftOf('Bài một', body(1), { source: 'Báo A' }));
    await library.place(draftOf('Bài khác', body(2), { source: 'Báo A' }));
    const cut = draftOf('Bài một, bản khác', cutOf(body(1)), { source: 'Báo B' });
    const of = { id: first.id, title: 'Bài một', publishedOn: null, source: 'Báo A' };
    const share = expect.closeTo(0.98, 1) as number;
    expect(await library.preview(cut)).toEqual({ is: 'copy', of, likeness: share });
    expect(await library.preview({ ...cut, source: 'Báo A' })).toEqual({
      is: 'version',
      of,
      likeness: share,
    });
    expect(await library.preview({ ...cut, source: null })).toMatchObject({ is: 'version', of });
    expect(await library.preview(draftOf('Bài ba', body(3)))).toEqual({ is: 'new' });

    const placed = await library.place(cut);
    expect(placed).toEqual({
      status: 'imported',
      id: expect.not.stringMatching(first.id) as string,
      title: cut.title,
      similarTo: first.id,
      likeness: share,
    });
    expect(await library.place(draftOf('Bài ba', body(3)))).not.toHaveProperty('similarTo');
    expect((await library.store.view(placed.id)).article.story).toBeNull();
  });

  it('is a version of what the same paper printed rather than of a copy that is more like it', async () => {
    const library = await openPlain(temporaryFolder());
    const mine = await library.place(draftOf('Bài một', body(1), { source: 'Báo A' }));
    const newer = [...body(1), prose(99, 60)];
    await library.place(draftOf('Bài một, báo khác', newer, { source: 'Báo B' }), 'new');
    const preview = await library.preview(draftOf('Bài một (sửa)', newer, { source: 'Báo A' }));
    expect(preview).toMatchObject({ is: 'version', of: { id: mine.id } });
  });

  it('is no version of last year’s report, which says much of the same', async () => {
    const library = await openPlain(temporaryFolder());
    const report = (title: string, publishedOn: string, last: number) =>
      draftOf(title, [...body(5).slice(0, 5), prose(last, 40)], { publishedOn });
    const first = await library.place(report('Hội nghị tổng kết', '2024-01-08', 71));
    expect(await library.preview(report('Hội nghị năm sau', '2025-01-08', 72))).toEqual({ is: 'new' });
    const near = await library.preview(report('Đính chính', '2024-01-10', 73));
    expect(near).toMatchObject({ is: 'version', of: { id: first.id } });
  });

  it('is compared with what lies in the library, not with what lies in the trash', async () => {
    const library = await openPlain(temporaryFolder());
    const { id } = await library.place(draftOf('Bài một', body(1)));
    await library.store.change((transaction) =>
      transaction.article(id, (article) => ({ ...article, removedAt: article.importedAt })),
    );
    expect(await library.preview(draftOf('Bài một (sửa)', cutOf(body(1))))).toEqual({ is: 'new' });
  });

  it('is found again after the library was opened anew, with a catalogue or without', async () => {
    let library = await openPlain(temporaryFolder());
    const { id } = await library.place(draftOf('Bài một', body(1)));
    const cut = draftOf('Bài một (sửa)', cutOf(body(1)));
    library = await reopenedPlain(library);
    expect(await library.preview(cut)).toMatchObject({ is: 'version', of: { id } });

    await closeStore(library.store);
    const path = join(library.store.folder.root, 'catalogue.json');
    const catalogue = readFileSync(path, 'utf8');
    writeFileSync(path, catalogue.replace('sketch', 'no sketch yet'));
    library = await openPlain(library.store.folder.root);
    expect(await library.preview(cut)).toMatchObject({ is: 'version', of: { id } });
  });

  it('is found by its new text when an article was revised', async () => {
    const library = await openPlain(temporaryFolder());
    const { id } = await library.place(draftOf('Bài một', body(1)));
    expect(await library.preview(draftOf('x', body(2)))).toEqual({ is: 'new' });
    await library.place(draftOf('Bài một', body(2)), 'revision', { of: id });
    expect(await library.preview(draftOf('x', cutOf(body(1))))).toEqual({ is: 'new' });
    expect(await library.preview(draftOf('x', cutOf(body(2))))).toMatchObject({ is: 'version', of: { id } });
    // What it said before is not brought in beside it: neither its first text nor any later one.
    expect(await library.place(draftOf('Bài một', body(1)))).toMatchObject({ status: 'duplicate', id });
    await library.place(draftOf('Bài một', cutOf(body(2))), 'revision', { of: id });
    expect(await library.preview(draftOf('Bài một', body(2)))).toMatchObject({ is: 'duplicate', id });
    expect(await library.place(draftOf('Bài một', body(2)))).toMatchObject({ status: 'duplicate', id });
  });

  it('is no hindrance when the other cannot be read', async () => {
    let library = await openPlain(temporaryFolder());
    const { id } = await library.place(draftOf('Bài một', body(1)));
    library = await reopenedPlain(library);
    const { root } = library.store.folder;
    writeFileSync(join(root, 'articles', `${id}.json`), '{');
    for (const name of readdirSync(join(root, 'originals'))) rmSync(join(root, 'originals', name));
    const placed = await library.place(draftOf('Bài một (sửa)', cutOf(body(1))));
    expect(placed).not.toHaveProperty('similarTo');
    expect(placed.status).toBe('imported');
  });
});

describe('what is already there', () => {
  it('is known by its bytes and the part of them, and by its text', async () => {
    const library = await openPlain(temporaryFolder());
    const chapters = [1, 2].map((n) =>
      draftOf(`Chương ${n}`, body(n), { part: `c${n}.xhtml`, format: 'epub' }),
    );
    const [one, two] = [sure(chapters[0]), sure(chapters[1])];
    const file = fileOf(chapters);
    const first = await library.place(one, 'found', { file });
    expect(await library.preview(two, file)).toEqual({ is: 'new' });
    expect(await library.place(two, 'found', { file })).toMatchObject({ status: 'imported' });
    const again = await library.place({ ...one, title: 'Chương đầu' }, 'found', { file });
    expect(again).toEqual({ status: 'duplicate', id: first.id, title: 'Chương 1' });
    const other = fileOf(chapters, 'other bytes');
    expect(await library.preview(one, other)).toEqual({ is: 'duplicate', id: first.id, title: 'Chương 1' });
    expect(await library.place(one, 'new', { file: other })).toMatchObject({
      status: 'duplicate',
      id: first.id,
    });
  });

  it('comes back from the trash only where that is wanted', async () => {
    const library = await openPlain(temporaryFolder());
    const draft = draftOf('Bài một', body(1), { url: A });
    const { id } = await library.place(draft);
    const trash = (): Promise<unknown> =>
      library.store.change((transaction) =>
        transaction.article(id, (article) => ({ ...article, removedAt: article.importedAt })),
      );
    await trash();
    expect(await library.place(draft, 'found', { restoreTrashed: false })).toMatchObject({
      status: 'duplicate',
      id,
    });
    const newer = draftOf('Bài một', cutOf(body(1)), { url: `${A}#cuoi-bai` });
    expect(await library.place(newer, 'found', { restoreTrashed: false })).toMatchObject({
      status: 'revised',
      id,
    });
    expect((await library.store.view(id)).article).toMatchObject({
      revision: 2,
      removedAt: '2026-11-22T05:00:00.000Z',
    });
    expect(await library.place(newer)).toMatchObject({ status: 'imported', id });
    expect((await library.store.view(id)).article.removedAt).toBeNull();
  });
});

describe('what a person decides', () => {
  it('makes a text a new article although it is at the same address, or was an article’s earlier text', async () => {
    const library = await openPlain(temporaryFolder());
    const first = draftOf('Bài một', body(1), { url: A });
    const { id } = await library.place(first);
    const second = draftOf('Bài một', cutOf(body(1)), { url: A });
    expect(await library.preview(second)).toMatchObject({ is: 'version', of: { id } });
    expect(await library.place(second, 'new')).toMatchObject({ status: 'imported' });

    await library.place(draftOf('Bài một', body(2)), 'revision', { of: id });
    const again = await library.place(first, 'new', { file: fileOf([first], 'again') });
    expect(again.status).toBe('imported');
    expect(again.id).not.toBe(id);
    expect(library.store.catalogue.size).toBe(3);

    // It is found again by its bytes alone.
    await closeStore(library.store);
    const { root } = library.store.folder;
    for (const lost of ['articles', 'backup/articles'])
      rmSync(join(root, lost, `${again.id}.json`), { force: true });
    rmSync(join(root, 'catalogue.json'));
    writeFileSync(
      join(root, 'annotations', `${again.id}.json`),
      JSON.stringify({ articleId: again.id, annotations: [], removed: [] }),
    );
    const opened = await openPlain(root);
    expect(textOf((await opened.store.view(again.id)).article)).toBe(textOf(first));
  });

  it('makes it a version of any article: corrections stay, notes are counted', async () => {
    const library = await openPlain(temporaryFolder());
    const facts = { url: A, source: 'Báo A', format: 'html', encoding: 'windows-1258', part: 'p' } as const;
    const { id } = await library.place(draftOf('Bài một', PARAGRAPHS, facts));
    await annotateWords(library, id, [
      'Chỉ thị số 03-CT/TW',
      'trước ngày 30 tháng 6 và báo cáo kết quả',
      'Bí thư nhấn mạnh',
    ]);
    await library.store.change((transaction) =>
      transaction.article(id, (article) => ({
        ...article,
        ...{ byline: 'Người viết', publishedOn: '2026-01-02', dateConfidence: 'confirmed' },
        // As an older program left it: what the file says is read from it again.
        imported: null,
      })),
    );
    const paragraphs = [
      'Một đoạn đứng trước.',
      sure(PARAGRAPHS[0]),
      'Các đơn vị hoàn thành việc sơ kết trước ngày 15 tháng 6 và báo cáo kết quả bằng văn bản cho Thường trực.',
    ];
    const draft = draftOf('Tên khác', paragraphs, {
      url: 'https://bao-b.vn/',
      source: 'Báo B',
      publishedOn: '2026-03-04',
      dateConfidence: 'explicit',
    });
    const placed = await library.place(draft, 'revision', { of: id });
    expect(placed).toEqual({
      status: 'revised',
      id,
      title: 'Tên khác',
      anchors: { exact: 1, moved: 1, orphan: 1 },
    });
    expect((await library.store.view(id)).article).toMatchObject({
      ...{ revision: 2, title: 'Tên khác', source: 'Báo B', byline: 'Người viết' },
      ...{ publishedOn: '2026-01-02', dateConfidence: 'confirmed', encoding: 'utf-8' },
    });
    expect(library.reread).toEqual([{ encoding: 'windows-1258', part: 'p' }]);
    expect((await checkLibrary(library.store, 'vi')).problems).toEqual([]);

    expect(await library.place(draft, 'revision', { of: id })).toMatchObject({ status: 'duplicate', id });
    expect(await library.place(draftOf('Bài một', PARAGRAPHS), 'revision', { of: id })).toMatchObject({
      status: 'duplicate',
      id,
    });
    await expect(library.place(draft, 'revision', { of: 'f'.repeat(16) })).rejects.toMatchObject({
      code: 'article-not-found',
    });
  });

  it('may make an article say what another says', async () => {
    const library = await openPlain(temporaryFolder());
    const { id } = await library.place(draftOf('Bài một', body(1)));
    const other = draftOf('Bài hai', body(2));
    await library.place(other);
    expect(await library.place(other, 'revision', { of: id })).toMatchObject({ status: 'revised', id });
    expect(library.store.catalogue.size).toBe(2);
  });

  it('links copies of one story to the first of them, word for word the same or not', async () => {
    const library = await openPlain(temporaryFolder());
    const draft = draftOf('Tin TTXVN', body(1), { source: 'TTXVN' });
    const first = await library.place(draft);
    const second = await library.place(draftOf('Tin', cutOf(body(1)), { source: 'Báo A' }), 'copy', {
      of: first.id,
    });
    const third = await library.place({ ...draft, source: 'Báo B' }, 'copy', { of: second.id });
    expect([second, third]).toMatchObject([{ status: 'imported' }, { status: 'imported' }]);
    const stories = library.store.catalogue.summaries().map(({ id, story }) => [id, story]);
    expect(stories).toEqual([
      [first.id, null],
      [second.id, first.id],
      [third.id, first.id],
    ]);
    expect(await library.place({ ...draft, source: 'Báo B' }, 'copy', { of: first.id })).toMatchObject({
      status: 'duplicate',
      id: third.id,
    });
    await expect(library.place(draft, 'copy', { of: 'f'.repeat(16) })).rejects.toMatchObject({
      code: 'article-not-found',
    });
  });
});
