import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag, TagChange } from '#core/tag';
import {
  PARAGRAPHS,
  addQuote,
  codeOf,
  importText,
  openIn,
  reopened,
  sure,
  temporaryFolder,
  type Opened,
} from '../store/support';

const QUOTES = ['Ban Chấp hành', 'Các đơn vị', 'Hội nghị', 'Đồng chí'] as const;

/** A library with one annotation for each list of tags, four in an article. */
async function withTagged(...lists: string[][]): Promise<{ library: Opened; articles: string[] }> {
  const library = await openIn(temporaryFolder());
  const articles: string[] = [];
  for (const [index, tags] of lists.entries()) {
    if (index % QUOTES.length === 0) {
      const title = `Bài ${index}`;
      articles.push((await importText(library, title, [...PARAGRAPHS, `Đoạn riêng của ${title}.`])).id);
    }
    await addQuote(library, sure(articles.at(-1)), sure(QUOTES[index % QUOTES.length]), { tags });
  }
  return { library, articles };
}

async function tagsOf(library: Opened): Promise<Tag[]> {
  return (await library.call('library.snapshot', {})).tags;
}

const namesOf = async (library: Opened): Promise<string[]> => (await tagsOf(library)).map(({ name }) => name);

/** The tags of every annotation, in the order in which they were made. */
async function given(library: Opened): Promise<string[][]> {
  const { articles } = await library.call('library.snapshot', {});
  const all = [];
  for (const { id } of articles) all.push(...(await library.call('articles.get', { id })).annotations);
  all.sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.target.start - b.target.start);
  return all.map(({ tags }) => tags);
}

const rename = (library: Opened, from: string, to: string, merge = false) =>
  library.call('tags.rename', { from, to, merge });

describe('renaming a tag', () => {
  it('renames it and what lies under it, in the codebook and on annotations, also in the trash', async () => {
    const { library, articles } = await withTagged(
      ['Kinh tế'],
      ['Xã hội'],
      ['Kinh tế/Nông nghiệp', 'Xã hội'],
      [],
      ['Kinh tế/Nông nghiệp/Lúa'],
      ['Kinh tế vĩ mô'],
    );
    await library.call('tags.put', {
      tags: [{ name: 'Kinh tế', key: 7, colour: 'green', definition: 'Sản xuất và giá cả' }],
    });
    await library.call('articles.remove', { ids: [sure(articles[1])] });
    await rename(library, 'Kinh tế', 'Phát triển/Kinh tế');
    const again = await reopened(library);
    expect(await given(again)).toEqual([
      ['Phát triển/Kinh tế'],
      ['Xã hội'],
      ['Phát triển/Kinh tế/Nông nghiệp', 'Xã hội'],
      [],
      ['Phát triển/Kinh tế/Nông nghiệp/Lúa'],
      ['Kinh tế vĩ mô'],
    ]);
    const tags = await tagsOf(again);
    expect(tags.map(({ name }) => name)).toEqual([
      'Phát triển/Kinh tế',
      'Xã hội',
      'Phát triển/Kinh tế/Nông nghiệp',
      'Phát triển/Kinh tế/Nông nghiệp/Lúa',
      'Kinh tế vĩ mô',
    ]);
    expect(tags[0]).toMatchObject({ key: 7, colour: 'green', definition: 'Sản xuất và giá cả' });
  });

  it('by the size of its letters alone is no clash', async () => {
    const { library } = await withTagged(['kinh tế', 'kinh tế/lúa']);
    await rename(library, 'KINH TẾ', 'Kinh tế');
    expect(await namesOf(library)).toEqual(['Kinh tế', 'Kinh tế/lúa']);
    expect(await given(library)).toEqual([['Kinh tế', 'Kinh tế/lúa']]);
  });

  it('into one that is there is refused unless they are to be merged', async () => {
    const { library } = await withTagged(['A', 'B'], ['A'], ['B'], ['A/x']);
    expect(await codeOf(library, 'tags.rename', { from: 'A', to: 'b' })).toBe('tag-exists');
    expect(await given(library)).toEqual([['A', 'B'], ['A'], ['B'], ['A/x']]);
    await library.call('tags.put', {
      tags: [
        { name: 'A', key: 1, colour: 'blue', definition: 'của A' },
        { name: 'B', key: null, definition: 'của B' },
      ],
    });
    await rename(library, 'A', 'b', true);
    expect(await given(library)).toEqual([['B'], ['B'], ['B'], ['b/x']]);
    expect(await tagsOf(library)).toMatchObject([
      { name: 'B', key: 1, colour: 'blue', definition: 'của B' },
      { name: 'b/x' },
    ]);
  });

  it('moves a tag up into the one above it', async () => {
    const { library } = await withTagged(['A', 'A/x'], ['A/x/y']);
    await rename(library, 'A/x', 'A', true);
    expect(await given(library)).toEqual([['A'], ['A/y']]);
    expect(await namesOf(library)).toEqual(['A', 'A/y']);
  });

  it('refuses what makes no sense, and then changes nothing', async () => {
    const { library } = await withTagged(['A'], ['A/x']);
    const code = (from: string, to: string) => codeOf(library, 'tags.rename', { from, to });
    expect(await code('A', 'A/y')).toBe('tag-into-itself');
    expect(await code('Không có', 'B')).toBe('tag-not-found');
    expect(await code('A', ' / ')).toBe('bad-input');
    expect(await code('A', 'n'.repeat(119))).toBe('tag-too-long');
    expect(await namesOf(library)).toEqual(['A', 'A/x']);
    expect(await given(library)).toEqual([['A'], ['A/x']]);
  });

  it('tells the window once, with everything that changed', async () => {
    const { library, articles } = await withTagged(['A'], ['A'], ['B'], [], ['A']);
    const before = library.events.length;
    await rename(library, 'A', 'C');
    const [event, ...more] = library.events.slice(before);
    expect(more).toEqual([]);
    expect(event?.payload).toMatchObject({
      tags: [{ name: 'C' }, { name: 'B' }],
      upserts: articles.map((id) => ({ id })),
      annotations: [{ upserts: [{ tags: ['C'] }, { tags: ['C'] }] }, { upserts: [{ tags: ['C'] }] }],
    });
  });
});

describe('the codebook', () => {
  it('counts each tag and each level, once for an annotation that has two tags under it, without the trash', async () => {
    const { library, articles } = await withTagged(
      ['A/x', 'a/y'],
      ['A'],
      ['B', 'A/x'],
      [],
      ['A/x/sâu'],
      ['B/một'],
    );
    const counts = async () => {
      const counted = await library.call('tags.counts', {});
      return Object.fromEntries(
        counted.map(({ name, own, annotations, articles: of }) => [name, [own, annotations, of]]),
      );
    };
    expect(await counts()).toEqual({
      a: [1, 4, 2],
      'a/x': [2, 3, 2],
      'a/y': [1, 1, 1],
      'a/x/sâu': [1, 1, 1],
      b: [1, 2, 2],
      'b/một': [1, 1, 1],
    });
    await library.call('articles.remove', { ids: [sure(articles[1])] });
    expect(await counts()).toEqual({ a: [1, 3, 1], 'a/x': [2, 2, 1], 'a/y': [1, 1, 1], b: [1, 1, 1] });
    await library.call('tags.rename', { from: 'A/x', to: 'C' });
    expect(await counts()).toMatchObject({ a: [1, 2, 1], c: [2, 2, 1] });
  });

  it('takes a tag and those under it off all annotations, and brings them back', async () => {
    const { library } = await withTagged(['A', 'B'], ['A/x'], ['B'], ['Ax']);
    expect(await library.call('tags.use', { name: 'a' })).toEqual({
      tags: 2,
      own: 1,
      annotations: 2,
      articles: 1,
    });
    const before = await tagsOf(library);
    const back = await library.call('tags.remove', { name: 'a' });
    expect(await given(library)).toEqual([['B'], [], ['B'], ['Ax']]);
    expect(await namesOf(library)).toEqual(['B', 'Ax']);
    await library.call('tags.restore', back);
    const again = await reopened(library);
    expect(await given(again)).toEqual([['A', 'B'], ['A/x'], ['B'], ['Ax']]);
    expect(await tagsOf(again)).toEqual(before);
    expect(await codeOf(again, 'tags.remove', { name: 'Không có' })).toBe('tag-not-found');
  });

  it('gives a key to one tag only, and gives it back', async () => {
    const { library } = await withTagged(['A', 'B']);
    const before = await tagsOf(library);
    const back = await library.call('tags.put', {
      tags: [
        { name: 'b', key: 1 },
        { name: 'C', key: 1, colour: 'mauve', definition: 'mới' },
      ],
    });
    expect(await tagsOf(library)).toEqual([
      { name: 'A', key: null, colour: null, definition: '' },
      { name: 'B', key: null, colour: null, definition: '' },
      { name: 'C', key: 1, colour: 'mauve', definition: 'mới' },
    ]);
    const again = await library.call('tags.restore', back);
    expect(await tagsOf(library)).toEqual(before);
    await library.call('tags.restore', again);
    expect(await namesOf(library)).toEqual(['A', 'B', 'C']);
  });

  it('knows no empty levels and no spaces around a stroke', async () => {
    const { library } = await withTagged([' Kinh tế /  Lúa/', '/', 'kinh tế/lúa']);
    expect(await given(library)).toEqual([['Kinh tế/Lúa']]);
    expect(await namesOf(library)).toEqual(['Kinh tế/Lúa']);
  });

  it('learns the tags of an annotation that comes back after they were removed', async () => {
    const { library, articles } = await withTagged(['A'], ['B']);
    const articleId = sure(articles[0]);
    const { annotations } = await library.call('articles.get', { id: articleId });
    const refs = { articleId, ids: [sure(annotations[0]).id] };
    await library.call('annotations.remove', refs);
    await library.call('tags.remove', { name: 'A' });
    await library.call('annotations.restore', refs);
    expect(await given(library)).toEqual([['A'], ['B']]);
    expect(await namesOf(library)).toEqual(['B', 'A']);
  });
});

const NAMES = ['A', 'a', 'A/x', 'A/x/y', 'B', 'B/x', 'C', 'Đ', 'đ/x'];
const name = fc.constantFrom(...NAMES);
const key = fc.option(fc.integer({ min: 1, max: 3 }));
const operation = fc.oneof(
  fc.record({ do: fc.constant('rename' as const), from: name, to: name, merge: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), name }),
  fc.record({
    do: fc.constant('put' as const),
    tags: fc.array(fc.record({ name, key, definition: fc.constantFrom('', 'có') }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);

describe('any changes of tags', () => {
  it('taken back, made again and taken back again leave everything as it was', async () => {
    const lists = [['A', 'B/x'], ['A/x'], ['A/x/y', 'C'], [], ['Đ', 'A'], ['đ/x']];
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), async (operations) => {
        const { library } = await withTagged(...lists);
        const state = async () => ({ tags: await tagsOf(library), given: await given(library) });
        const states = [await state()];
        const changes: TagChange[] = [];
        for (const made of operations) {
          const reply = await library.gateway(`tags.${made.do}`, made, 'window');
          if (!reply.ok) {
            expect(['tag-exists', 'tag-into-itself', 'tag-not-found']).toContain(reply.code);
            expect(await state()).toEqual(states.at(-1));
            continue;
          }
          changes.push(reply.value as TagChange);
          states.push(await state());
        }
        const takeBack = async () => {
          for (let step = changes.length - 1; step >= 0; step -= 1) {
            changes[step] = await library.call('tags.restore', sure(changes[step]));
            expect(await state()).toEqual(states[step]);
          }
        };
        await takeBack();
        for (let step = 0; step < changes.length; step += 1) {
          changes[step] = await library.call('tags.restore', sure(changes[step]));
          expect(await state()).toEqual(states[step + 1]);
        }
        await takeBack();
        const { tags } = await library.call('library.snapshot', {});
        const keys = tags.flatMap((tag) => tag.key ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        await library.close();
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
