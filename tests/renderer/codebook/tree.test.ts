import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tag } from '#core/tag';
import { fitting, nodesOf, rowsOf, treeOf, type TagNode } from '../../../renderer/codebook/tree';

const tag = (name: string): Tag => ({ name, key: null, colour: null, definition: '' });

/** The tree as one string a row, indented by its level; a level that is no tag stands in brackets. */
const drawn = (nodes: readonly TagNode[], isOpen: (key: string) => boolean = () => true): string[] =>
  rowsOf(nodes, isOpen).map(({ node, level }) => {
    const words = node.tag === null ? `(${node.leaf})` : node.leaf;
    return '  '.repeat(level - 1) + words;
  });

describe('the tree of tags', () => {
  test('follows the Vietnamese alphabet, numbers by their value, and shows levels that are no tags', () => {
    const names = ['Đất đai', 'Ân xá', 'Ăn ở', 'Dân vận', 'An ninh', 'Năm/10', 'Năm/9', 'Năm/9/Quý I'];
    expect(drawn(treeOf(names.map(tag)))).toEqual([
      'An ninh',
      'Ăn ở',
      'Ân xá',
      'Dân vận',
      'Đất đai',
      '(Năm)',
      '  9',
      '    Quý I',
      '  10',
    ]);
  });

  test('takes two spellings of a level for one, spelled as the tag itself', () => {
    const nodes = treeOf(['cải cách/Thủ tục', 'Cải cách', 'CẢI CÁCH/Bộ máy'].map(tag));
    expect(drawn(nodes)).toEqual(['Cải cách', '  Bộ máy', '  Thủ tục']);
    expect(nodes[0]?.name).toBe('Cải cách');
  });

  test('tells of each row its level, its place among its siblings and whether it is open', () => {
    const rows = rowsOf(treeOf(['A', 'B/x', 'B/y', 'B/y/z'].map(tag)), (key) => key === 'b');
    expect(rows.map(({ node, level, place, of, open }) => [node.name, level, place, of, open])).toEqual([
      ['A', 1, 1, 2, null],
      ['B', 1, 2, 2, true],
      ['B/x', 2, 1, 2, null],
      ['B/y', 2, 2, 2, false],
    ]);
  });

  test('narrowed, keeps what fits and the levels above it', () => {
    const nodes = treeOf(['A/Thủ tục/Xã', 'A/Bộ máy', 'B', 'Thủ tục'].map(tag));
    const shown = fitting(nodes, (name) => name === 'Thủ tục');
    expect(drawn(shown)).toEqual(['(A)', '  (Thủ tục)', 'Thủ tục']);
  });

  test('shows every tag once, under the level that its name says', () => {
    const level = fc.constantFrom('a', 'B', 'đ', 'ơ', '2', '10');
    const names = fc.uniqueArray(
      fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/')),
    );
    fc.assert(
      fc.property(names, (all) => {
        const nodes = nodesOf(treeOf(all.map(tag)));
        const tags = nodes.flatMap((node) => (node.tag === null ? [] : [node.tag.name]));
        expect(tags.sort()).toEqual([...all].sort());
        for (const node of nodes) {
          for (const child of node.children) expect(child.name).toBe(`${node.name}/${child.leaf}`);
        }
      }),
    );
  });
});
