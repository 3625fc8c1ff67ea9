import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withThoseUnder, type Collection } from '#core/shelving';
import {
  collectionTree,
  countsOfCollections,
  type CollectionNode,
} from '../../../renderer/state/collections';
import { summary } from '../shelf/summary';

const IDS = Array.from({ length: 8 }, (_, at) => at.toString(16).padStart(16, '0'));
const collator = new Intl.Collator('vi');
const compare = (a: string, b: string) => collator.compare(a, b);

/** Any collections, also such as two machines may have joined: rings, parents that are gone. */
const collections = fc
  .array(
    fc.record({ name: fc.constantFrom('Ân', 'An', 'Ba', 'Đá'), parent: fc.option(fc.constantFrom(...IDS)) }),
    { maxLength: 7 },
  )
  .map((all): Collection[] => all.map((each, at) => ({ ...each, id: IDS[at] ?? '' })));

const flat = (nodes: readonly CollectionNode[]): CollectionNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

describe('the tree of collections', () => {
  test('has every collection once, under the one that it lies in or at the top', () => {
    fc.assert(
      fc.property(collections, (all) => {
        const nodes = flat(collectionTree(all, compare));
        expect(nodes.map(({ collection }) => collection.id).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { children, level, collection } of nodes) {
          for (const child of children) {
            expect(child.level).toBe(level + 1);
            expect(child.collection.parent).toBe(collection.id);
          }
        }
      }),
    );
  });

  test('stands in the order of the alphabet on each level', () => {
    const [a, b, c, d] = IDS;
    const all: Collection[] = [
      { id: a ?? '', name: 'Đảng ủy', parent: null },
      { id: b ?? '', name: 'Ân', parent: a ?? '' },
      { id: c ?? '', name: 'An', parent: a ?? '' },
      { id: d ?? '', name: 'Dân vận', parent: null },
    ];
    expect(
      flat(collectionTree(all, compare)).map(({ collection, level }) => `${level} ${collection.name}`),
    ).toEqual(['1 Dân vận', '1 Đảng ủy', '2 An', '2 Ân']);
  });
});

test('a collection counts the articles in it and under it, each once, and none of the trash', () => {
  const article = fc
    .record({ collections: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 4 }), removed: fc.boolean() })
    .map(({ collections: isIn, removed }) => {
      const made = summary({ removedAt: removed ? '2026-02-10T08:00:00.000Z' : null });
      return { ...made, shelving: { ...made.shelving, collections: isIn } };
    });
  fc.assert(
    fc.property(collections, fc.array(article, { maxLength: 12 }), (all, articles) => {
      const counts = countsOfCollections(all, articles);
      for (const { id } of all) {
        const within = withThoseUnder(id, all);
        const inIt = articles.filter(
          ({ removedAt, shelving }) =>
            removedAt === null && shelving.collections.some((each) => within.has(each)),
        );
        expect(counts.get(id) ?? 0).toBe(inIt.length);
      }
    }),
  );
});
