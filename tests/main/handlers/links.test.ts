import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation';
import { EMPTY_WORKSPACE } from '#core/library';
import { pinnedBlock } from '#core/pin';
import {
  PARAGRAPHS,
  addQuote,
  codeOf,
  openIn,
  reopened,
  sure,
  withArticles,
  type Opened,
} from '../store/support';

const snapshot = (library: Opened) => library.call('library.snapshot', {});
const problemsOf = async (library: Opened): Promise<string[]> =>
  (await library.call('library.check', {})).problems.map(({ code }) => code);

describe('links between annotations', () => {
  async function withTwo(): Promise<{ library: Opened; from: Annotation; to: Annotation }> {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    return {
      library,
      from: await addQuote(library, one, 'Hội nghị'),
      to: await addQuote(library, two, 'Đồng chí'),
    };
  }
  const ref = ({ articleId, id }: Annotation) => ({ articleId, annotationId: id });

  it('are kept across articles, outlive the removal of an end, and come back as they were', async () => {
    const { library, from, to } = await withTwo();
    const link = await library.call('links.add', { from: ref(from), to: ref(to), relation: 'answers' });
    expect(library.events.at(-1)?.payload).toMatchObject({ links: [link], upserts: [] });
    await library.call('annotations.remove', { articleId: to.articleId, ids: [to.id] });
    const again = await reopened(library);
    expect((await snapshot(again)).links).toEqual([link]);
    expect(await again.call('links.remove', { ids: [link.id] })).toEqual([link]);
    expect((await snapshot(again)).links).toEqual([]);
    await again.call('links.put', { links: [link] });
    await again.call('links.put', { links: [{ ...link, relation: 'evidence' }] });
    expect((await snapshot(again)).links).toEqual([{ ...link, relation: 'evidence' }]);
    expect(await problemsOf(again)).toEqual([]);
  });

  it('are refused to the same annotation, twice, and to what is not there', async () => {
    const { library, from, to } = await withTwo();
    const add = (a: Annotation, b: Annotation, relation: 'answers' | 'contradicts') =>
      codeOf(library, 'links.add', { from: ref(a), to: ref(b), relation });
    expect(await add(from, from, 'answers')).toBe('link-to-itself');
    expect(await add(from, to, 'answers')).toBe('ok');
    expect(await add(from, to, 'answers')).toBe('link-exists');
    expect(await add(to, from, 'answers')).toBe('ok');
    expect(await add(from, to, 'contradicts')).toBe('ok');
    // What contradicts something is contradicted by it.
    expect(await add(to, from, 'contradicts')).toBe('link-exists');
    const [link] = (await snapshot(library)).links;
    const turned = { ...sure(link), relation: 'contradicts' as const };
    expect(await codeOf(library, 'links.put', { links: [turned] })).toBe('link-exists');

    await library.call('annotations.remove', { articleId: to.articleId, ids: [to.id] });
    expect(await add(from, to, 'answers')).toBe('annotation-not-found');
    expect(await add(from, { ...to, articleId: '0123456789abcdef' }, 'answers')).toBe('article-not-found');
    const gone = [sure(link).id, crypto.randomUUID()];
    expect(await codeOf(library, 'links.remove', { ids: gone })).toBe('link-not-found');
    expect((await snapshot(library)).links).toHaveLength(3);
  });

  it('and pins that lead nowhere at all are found by the check', async () => {
    const { library, from, to } = await withTwo();
    await library.call('links.add', { from: ref(from), to: ref(to), relation: 'related' });
    const block = (articleId: string) => ({ articleId, revision: 1, block: 0 });
    await library.call('pins.add', {
      left: block(from.articleId),
      right: block(to.articleId),
      together: true,
    });
    await library.close();
    const path = join(library.folder, 'library.json');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(to.articleId, '0123456789abcdef'));
    expect((await problemsOf(await openIn(library.folder))).sort()).toEqual(['link-lost', 'pin-lost']);
  });
});

describe('pins of paragraphs', () => {
  const at = (articleId: string, block: number, revision = 1) => ({ articleId, revision, block });

  it('hold the whole paragraph, also when its article gets another text', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const { pin, replaced } = await library.call('pins.add', {
      left: at(one, 1),
      right: at(two, 3),
      together: true,
    });
    expect(replaced).toEqual([]);
    expect(pin.left.target.quote.exact).toBe(PARAGRAPHS[1]);
    expect(pin.right.target.quote.exact).toBe(PARAGRAPHS[3]);
    await library.call('articles.revise', { id: one, revision: 1, edits: [{ do: 'setAside', index: 0 }] });
    const again = await reopened(library);
    expect((await snapshot(again)).pins).toEqual([pin]);
    const { article } = await again.call('articles.get', { id: one });
    expect(pinnedBlock(pin.left, article)).toBe(0);
    await again.call('articles.revise', { id: one, revision: 2, edits: [{ do: 'setAside', index: 0 }] });
    expect(pinnedBlock(pin.left, (await again.call('articles.get', { id: one })).article)).toBeNull();
    expect(await problemsOf(again)).toEqual([]);
  });

  it('take the place of those that say otherwise, whichever article stands left', async () => {
    const { library, ids } = await withArticles(3);
    const [one = '', two = '', three = ''] = ids;
    const add = async (left: ReturnType<typeof at>, right: ReturnType<typeof at>, together: boolean) => {
      const { pin, replaced } = await library.call('pins.add', { left, right, together });
      return { id: pin.id, replaced: replaced.map(({ id }) => id) };
    };
    const first = await add(at(one, 0), at(two, 0), true);
    const elsewhere = await add(at(one, 0), at(three, 0), true);
    const apart = await add(at(one, 0), at(two, 1), false);
    expect([elsewhere.replaced, apart.replaced]).toEqual([[], []]);
    const second = await add(at(two, 1), at(one, 0), true);
    expect(second.replaced).toEqual([first.id, apart.id]);
    const parted = await add(at(one, 0), at(two, 1), false);
    expect(parted.replaced).toEqual([second.id]);
    const pins = (await snapshot(library)).pins.map(({ id }) => id);
    expect(pins).toEqual([elsewhere.id, parted.id]);
  });

  it('come back as they were', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const { pin: old } = await library.call('pins.add', {
      left: at(one, 0),
      right: at(two, 0),
      together: true,
    });
    const { pin, replaced } = await library.call('pins.add', {
      left: at(one, 0),
      right: at(two, 1),
      together: true,
    });
    expect(await library.call('pins.remove', { ids: [pin.id] })).toEqual([pin]);
    await library.call('pins.put', { pins: replaced });
    expect((await snapshot(library)).pins).toEqual([old]);
    expect(await codeOf(library, 'pins.remove', { ids: [pin.id] })).toBe('pin-not-found');
  });

  it('are refused within one article, in another revision and where no paragraph is', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const add = (left: ReturnType<typeof at>, right: ReturnType<typeof at>) =>
      codeOf(library, 'pins.add', { left, right, together: true });
    expect(await add(at(one, 0), at(one, 1))).toBe('pin-same-article');
    expect(await add(at(one, 0, 2), at(two, 1))).toBe('revision-changed');
    expect(await add(at(one, 0), at(two, 99))).toBe('span-outside');
    expect(await add(at('0123456789abcdef', 0), at(two, 0))).toBe('article-not-found');
    expect((await snapshot(library)).pins).toEqual([]);
  });
});

describe('workspaces under names', () => {
  const workspace = (articleId: string) => ({
    ...EMPTY_WORKSPACE,
    panes: [{ articleId, position: { block: 1, ratio: 0 } }],
    positions: [[articleId, { block: 1, ratio: 0 }] as [string, { block: number; ratio: number }]],
  });
  const names = async (library: Opened) => (await snapshot(library)).workspaces.map(({ name }) => name);

  it('are kept without the places of articles that are not open', async () => {
    const { library, ids } = await withArticles(2);
    const [one = '', two = ''] = ids;
    const put = (name: string, id: string) =>
      library.call('workspaces.put', { name, workspace: workspace(id) });
    expect(await put(' Đọc so sánh ', one)).toEqual({ before: null });
    const { before } = await put('đọc so sánh', two);
    expect(before).toMatchObject({ name: 'Đọc so sánh', workspace: { panes: [{ articleId: one }] } });
    const { workspaces } = await snapshot(await reopened(library));
    expect(workspaces).toMatchObject([
      { name: 'đọc so sánh', workspace: { panes: [{ articleId: two }], positions: [] } },
    ]);
  });

  it('are renamed and removed; a name is taken in any spelling', async () => {
    const { library, ids } = await withArticles(1);
    for (const name of ['Một', 'Hai'])
      await library.call('workspaces.put', { name, workspace: workspace(sure(ids[0])) });
    const rename = (from: string, to: string) => codeOf(library, 'workspaces.rename', { from, to });
    expect(await rename('Một', 'HAI')).toBe('workspace-exists');
    expect(await rename('Ba', 'Bốn')).toBe('workspace-not-found');
    expect(await rename('một', 'MỘT'.normalize('NFD'))).toBe('ok');
    expect(await rename('Hai', 'Ba')).toBe('ok');
    expect(await names(library)).toEqual(['MỘT', 'Ba']);
    expect(await library.call('workspaces.remove', { name: 'ba' })).toMatchObject({ name: 'Ba' });
    expect(await codeOf(library, 'workspaces.remove', { name: 'ba' })).toBe('workspace-not-found');
    expect(await names(library)).toEqual(['MỘT']);
  });
});
