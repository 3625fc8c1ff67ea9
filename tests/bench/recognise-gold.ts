import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArticleDraft } from '#core/article';
import { importArticle, readSourceFile } from '../../main/importing/index';

const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive(), text: z.string() });

/** What must be found in one article. Offsets are into the file as it lies on the disk, before any import. */
export const Gold = z.object({
  file: z.string(),
  import: z.object({ title: z.string(), date: z.string().nullable() }),
  citations: z.array(
    Span.extend({
      class: z.enum(['numbered', 'named', 'relative', 'titled']),
      canonical: z.string(),
      /** Reasonable readers differ: finding it is neither right nor wrong. */
      borderline: z.boolean().default(false),
    }),
  ),
  generic_mentions: z.array(Span),
  tasks: z.array(
    Span.extend({
      responsible: z.string().nullable(),
      deadline: z.object({ text: z.string(), iso: z.string().nullable() }).nullable(),
      borderline: z.boolean().default(false),
    }),
  ),
  results_not_tasks: z.array(Span),
});
export type Gold = z.infer<typeof Gold>;

/** An annotated article as the app imports it. */
export interface GoldArticle {
  gold: Gold;
  /** The file as it lies on the disk. */
  source: string;
  article: ArticleDraft;
}

/** Every gold file of `goldFolder` with its article of `articleFolder`, by name. */
export async function readGold(goldFolder: string, articleFolder: string): Promise<GoldArticle[]> {
  const names = readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const gold = Gold.parse(JSON.parse(readFileSync(join(goldFolder, name), 'utf8')));
      const path = join(articleFolder, gold.file);
      const article = await importArticle(await readSourceFile(path));
      return { gold, source: readFileSync(path, 'utf8'), article };
    }),
  );
}
