import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation';
import { textOf, type ArticleId } from '#core/article';
import { editBlock, restoreRemoved, setAside, type Body } from '#core/revision';
import { checkLibrary } from '../../../main/store/check';
import { revertTo, reviseBody, revisionOf, type Revised } from '../../../main/store/place-edit';
import { placeRevision } from '../../../main/store/place-revise';
import { prose } from '../../core/similar-material';
import { random } from './material';
import {
  annotate,
  annotateWords,
  closePlain,
  closeStore,
  draftOf,
  openPlain,
  reopenedPlain,
  type Placing,
} from './place-support';
import { PARAGRAPHS, sure, temporaryFolder } from './support';

afterEach(closePlain);

const edit = (
  library: Placing,
  id: ArticleId,
  revision: number,
  change: (body: Body) => Body,
): Promise<Revised> => library.store.change((transaction) => reviseBody(transaction, id, revision, change));

const revert = (library: Placing, id: ArticleId, to: number): Promise<Revised> =>
  library.store.change((transaction) => revertTo(transaction, id, to));

/** What has to be as before: all but the number of the revision that a target was found in. */
const standing = (annotations: readonly Annotation[]) =>
  annotations.map(({ id, anchor, target }) => ({ id, anchor, target }));

async function library(): Promise<{ library: Placing; id: ArticleId }> {
  const opened = await openPlain(temporaryFolder());
  const removed = [{ text: 'Ảnh: Nguyễn Văn A', before: 2, reason: 'alt-line' as const }];
  const { id } = await opened.place(draftOf('Bài một', PARAGRAPHS, { removed, source: 'Báo A' }));
  await annotateWords(opened, id, [
    'Chỉ thị số 03-CT/TW',
    'trước ngày 30 tháng 6 và báo cáo kết quả bằng văn bản',
    'Hội nghị thảo luận phương hướng',
    'kiểm tra, giám sát',
  ]);
  return { library: opened, id };
}

describe('a text changed by hand', () => {
  it('is the next revision: what stands elsewhere moves along, what was changed is moved or lost', async () => {
    const { library: opened, id } = await library();
    const { before, after, anchors } = await edit(opened, id, 1, (body) =>
      setAside(
        editBlock(restoreRemoved(body, 0), 1, sure(PARAGRAPHS[1]).replace('30 tháng 6', '15 tháng 7')),
        3,
      ),
    );
    expect([before.revision, after.revision]).toEqual([1, 2]);
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(after.removed).toEqual([{ text: PARAGRAPHS[2], before: 3, reason: 'by-hand' }]);
    expect(anchors).toEqual({ exact: 2, moved: 1, orphan: 1 });

    const again = await reopenedPlain(opened);
    const { article, annotations } = await again.store.view(id);
    expect(article).toEqual(after);
    const text = textOf(article);
    for (const { anchor, target, revision } of annotations) {
      if (anchor === 'orphan') continue;
      expect(revision).toBe(2);
      expect(text.slice(target.start, target.end)).toBe(target.quote.exact);
    }
    expect(await revisionOf(again.store, id, 1)).toEqual(before);
    expect(await revisionOf(again.store, id, 2)).toEqual(after);
    await expect(revisionOf(again.store, id, 3)).rejects.toMatchObject({ code: 'bad-input' });
    expect((await checkLibrary(again.store, 'vi')).problems).toEqual([]);
  });

  it('is refused when another revision has come meanwhile, and makes none when nothing changes', async () => {
    const { library: opened, id } = await library();
    await edit(opened, id, 1, (body) => editBlock(body, 0, 'Khác'));
    await expect(edit(opened, id, 1, (body) => editBlock(body, 0, 'Nữa'))).rejects.toMatchObject({
      code: 'revision-changed',
    });
    const same = await edit(opened, id, 2, (body) => editBlock(body, 0, ' Khác \n'));
    expect(same.after).toBe(same.before);
    expect(same.anchors.exact + same.anchors.moved + same.anchors.orphan).toBe(4);
    expect((await opened.store.view(id)).article.revision).toBe(2);
    await expect(edit(opened, 'f'.repeat(16), 1, (body) => body)).rejects.toMatchObject({
      code: 'article-not-found',
    });
  });

  it('is not undone by importing the file again', async () => {
    const { library: opened, id } = await library();
    await edit(opened, id, 1, (body) => editBlock(body, 0, 'Khác'));
    expect(await opened.place(draftOf('Bài một', PARAGRAPHS))).toMatchObject({ status: 'duplicate', id });
    expect((await opened.store.view(id)).article.blocks[0]?.text).toBe('Khác');
  });
});

describe('an earlier revision that is brought back', () => {
  it('has every annotation where it was, whatever was done to the text, also after a restart', async () => {
    const change = fc.record({
      do: fc.constantFrom('edit', 'cut', 'split', 'aside', 'restore'),
      at: fc.nat(),
      words: fc.nat(3),
    });
    const applied = (
      body: Body,
      { do: what, at, words }: { do: string; at: number; words: number },
    ): Body => {
      const index = at % body.blocks.length;
      const text = sure(body.blocks[index]).text;
      if (what === 'restore')
        return body.removed.length > 0 ? restoreRemoved(body, at % body.removed.length) : body;
      if (what === 'edit')
        return editBlock(
          body,
          index,
          text.replace(/\S+/gu, (word, from: number) => (from % 7 < words ? 'khác' : word)),
        );
      if (what === 'split') return editBlock(body, index, text.replace(' ', '\n'));
      if (body.blocks.length === 1) return body;
      return what === 'aside' ? setAside(body, index) : editBlock(body, index, '');
    };
    const spans = fc.array(fc.record({ start: fc.nat(300), length: fc.integer({ min: 1, max: 90 }) }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        spans,
        fc.boolean(),
        async (changes, picked, restart) => {
          const made = await library();
          const { id } = made;
          let opened = made.library;
          await annotate(
            opened,
            id,
            picked.map(({ start, length }) => ({ start, end: start + length })),
          );
          const before = await opened.store.view(id);
          for (const one of changes) {
            const { article } = await opened.store.view(id);
            await edit(opened, id, article.revision, (body) => applied(body, one));
          }
          const { article } = await opened.store.view(id);
          if (article.revision > 1) {
            if (restart) opened = await reopenedPlain(opened);
            const { after } = await revert(opened, id, 1);
            expect(after).toEqual({ ...before.article, revision: article.revision + 1 });
          }
          if (restart) opened = await reopenedPlain(opened);
          expect(standing((await opened.store.view(id)).annotations)).toEqual(standing(before.annotations));
          expect((await checkLibrary(opened.store, 'vi')).problems).toEqual([]);
          await closeStore(opened.store);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('undoes an import, facts and file included; what was noted since is looked up; undoing can be undone', async () => {
    const { library: opened, id } = await library();
    const first = await opened.store.view(id);
    const draft = draftOf('Tên khác', ['Một đoạn khác hẳn, đủ dài để là một đoạn.', sure(PARAGRAPHS[0])], {
      source: 'Báo B',
      publishedOn: '2026-01-02',
      dateConfidence: 'explicit',
    });
    await opened.place(draft, 'revision', { of: id });
    await annotateWords(opened, id, ['Một đoạn khác hẳn', 'học tập và làm theo']);
    const second = await opened.store.view(id);

    const { after, anchors } = await revert(opened, id, 1);
    expect(after).toEqual({ ...first.article, revision: 3 });
    expect(anchors).toEqual({ exact: 5, moved: 0, orphan: 1 });
    const old = new Set(first.annotations.map((annotation) => annotation.id));
    const view = await opened.store.view(id);
    expect(standing(view.annotations.filter((annotation) => old.has(annotation.id)))).toEqual(
      standing(first.annotations),
    );
    expect(opened.store.catalogue.byContent(first.article.contentHash)).toHaveLength(1);

    expect((await revert(opened, id, 2)).after).toEqual({ ...second.article, revision: 4 });
    expect(standing((await opened.store.view(id)).annotations)).toEqual(standing(second.annotations));
    await expect(revert(opened, id, 4)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(revert(opened, id, 9)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('leaves the article where it is: in the trash, and a copy of its story', async () => {
    const { library: opened, id } = await library();
    await edit(opened, id, 1, (body) => editBlock(body, 0, 'Khác'));
    const now = { removedAt: '2026-11-22T06:00:00.000Z', story: 'a'.repeat(16) };
    await opened.store.change((transaction) =>
      transaction.article(id, (article) => ({ ...article, ...now })),
    );
    expect((await revert(opened, id, 1)).after).toMatchObject(now);
  });

  it('may have been kept by an older program, without places', async () => {
    const { library: opened, id } = await library();
    const before = await opened.store.view(id);
    await edit(opened, id, 1, (body) => setAside(body, 2));
    const path = join(opened.store.folder.root, 'revisions', `${id}.1.json`);
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { places?: unknown };
    delete kept.places;
    writeFileSync(path, JSON.stringify(kept));
    const { anchors } = await revert(opened, id, 1);
    expect(anchors).toEqual({ exact: 4, moved: 0, orphan: 0 });
    expect(standing((await opened.store.view(id)).annotations)).toEqual(standing(before.annotations));
  });
});

describe('an original that is read again', () => {
  it('gives the article its text, keeps what was corrected, and is no revision when it is the same', async () => {
    const { library: opened, id } = await library();
    await opened.store.change((transaction) =>
      transaction.article(id, (article) => ({ ...article, byline: 'Người viết' })),
    );
    const { article } = await opened.store.view(id);
    const draft = draftOf('Bài một', PARAGRAPHS, { source: 'Báo A' });
    const again = (text: readonly string[]): Promise<Revised> =>
      opened.store.change((transaction) =>
        placeRevision(transaction, id, { ...draft, blocks: draftOf('x', text).blocks }, () =>
          Promise.resolve(draft),
        ),
      );
    expect((await again(PARAGRAPHS)).after).toBe(article);
    const { after, anchors } = await again(PARAGRAPHS.toReversed());
    expect(after).toMatchObject({
      revision: 2,
      byline: 'Người viết',
      source: 'Báo A',
      original: article.original,
    });
    expect(anchors).toEqual({ exact: 4, moved: 0, orphan: 0 });
  });
});

describe('an article with thousands of annotations', () => {
  it('is revised without looking for those whose place cannot be in doubt', async () => {
    const opened = await openPlain(temporaryFolder());
    // The same words over and over: only their place tells the passages apart.
    const paragraphs = Array.from({ length: 60 }, (_, index) => prose(index % 5, 90));
    const { id } = await opened.place(draftOf('Bài dài', paragraphs));
    const text = paragraphs.join('\n');
    const next = random(1);
    await annotate(
      opened,
      id,
      Array.from({ length: 2000 }, () => {
        const start = Math.floor(next() * (text.length - 60));
        return { start, end: start + 20 + Math.floor(next() * 40) };
      }),
    );
    const before = await opened.store.view(id);
    const block = 30;
    const from = paragraphs.slice(0, block).join('\n').length + 1;
    const to = from + sure(paragraphs[block]).length;

    const { after } = await edit(opened, id, 1, (body) => editBlock(body, block, 'Một câu ngắn.'));
    const by = textOf(after).length - text.length;
    const { annotations } = await opened.store.view(id);
    const now = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    let checked = 0;
    for (const { id: mark, target } of before.annotations) {
      if (target.end > from && target.start < to) continue;
      const shift = target.start >= to ? by : 0;
      const found = sure(now.get(mark));
      expect(found.anchor).toBe('exact');
      expect(found.target.start).toBe(target.start + shift);
      expect(found.target.quote.exact).toBe(target.quote.exact);
      checked++;
    }
    expect(checked).toBeGreaterThan(1900);
    await revert(opened, id, 1);
    expect(standing((await opened.store.view(id)).annotations)).toEqual(standing(before.annotations));
  });
});
