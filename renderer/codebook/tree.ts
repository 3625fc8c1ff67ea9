import { foldedTag, leafOf, levelsOf, type Tag } from '#core/tag';
import { collator } from '../ui/format';

/** A level of the codebook: a tag, or what tags under it have in common. */
export interface TagNode {
  /** The name with all levels above it. */
  name: string;
  /** Two spellings of one name give the same key. */
  key: string;
  leaf: string;
  /** Null for a level that is no tag itself. */
  tag: Tag | null;
  children: TagNode[];
}

/** The levels of the codebook in the order of the Vietnamese alphabet, numbers by their value. */
export function treeOf(tags: readonly Tag[]): TagNode[] {
  const nodes = new Map<string, TagNode>();
  const roots: TagNode[] = [];
  const nodeAt = (name: string): TagNode => {
    const key = foldedTag(name);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node: TagNode = { name, key, leaf: leafOf(name), tag: null, children: [] };
    nodes.set(key, node);
    const [, above] = levelsOf(name);
    (above === undefined ? roots : nodeAt(above).children).push(node);
    return node;
  };
  // A tag spells its own name; a level that is none is spelled as by the first tag under it.
  for (const tag of tags) Object.assign(nodeAt(tag.name), { name: tag.name, leaf: leafOf(tag.name), tag });
  for (const siblings of [roots, ...[...nodes.values()].map(({ children }) => children)]) {
    siblings.sort((a, b) => collator.compare(a.leaf, b.leaf));
  }
  return roots;
}

/** The levels whose name fits, with those above them. */
export function fitting(nodes: readonly TagNode[], fits: (name: string) => boolean): TagNode[] {
  return nodes.flatMap((node) => {
    const children = fitting(node.children, fits);
    return children.length > 0 || fits(node.leaf) ? [{ ...node, children }] : [];
  });
}

export const nodesOf = (nodes: readonly TagNode[]): TagNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

/** One row of the tree. `level`, `place` and `of` (among its siblings) count from 1. */
export interface TagRow {
  node: TagNode;
  level: number;
  place: number;
  of: number;
  /** Whether those under it are in sight; null when there are none. */
  open: boolean | null;
}

/** The rows that are in sight. */
export function rowsOf(nodes: readonly TagNode[], isOpen: (key: string) => boolean, level = 1): TagRow[] {
  return nodes.flatMap((node, i): TagRow[] => {
    const open = node.children.length === 0 ? null : isOpen(node.key);
    const row = { node, level, place: i + 1, of: nodes.length, open };
    return open === true ? [row, ...rowsOf(node.children, isOpen, level + 1)] : [row];
  });
}
