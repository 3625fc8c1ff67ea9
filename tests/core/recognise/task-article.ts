import type { Block } from '#core/article';

/** An article and what must be found in it: the task's words, who is to do it, the day it is due. */
export interface ReadArticle {
  name: string;
  publishedOn: string;
  blocks: Block[];
  tasks: readonly (readonly [text: string, responsible: string | null, iso?: string])[];
}

/** `# ` before a heading, `- ` before a list item. */
export function blocksOf(lines: readonly string[]): Block[] {
  return lines.map((line) => {
    if (line.startsWith('# ')) return { kind: 'heading', text: line.slice(2) };
    return line.startsWith('- ')
      ? { kind: 'list-item', text: line.slice(2) }
      : { kind: 'paragraph', text: line };
  });
}

/** One article in the compact form. */
export const article = (
  name: string,
  publishedOn: string,
  lines: string[],
  tasks: ReadArticle['tasks'],
): ReadArticle => ({
  name,
  publishedOn,
  blocks: blocksOf(lines),
  tasks,
});
