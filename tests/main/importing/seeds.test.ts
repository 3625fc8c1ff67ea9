import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { importArticle, readSourceFile } from '../../../main/importing/index';

// The articles that the app is made for lie beside the repository, not in it: they are other people's texts.
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/articles/', import.meta.url));

const Gold = z.object({
  import: z.object({
    title: z.string(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    date: z.string(),
    dateConfidence: z.string(),
    dek: z.string().nullable(),
    byline: z.string().nullable(),
    captions: z.array(
      z.object({ text: z.string(), credit: z.string().nullable(), altLineRemoved: z.string().optional() }),
    ),
    paragraphStarts: z.array(z.string()),
    boilerplate: z.array(z.string()).optional(),
    paragraphs: z.number(),
    bodyFirst60: z.string(),
    bodyLast60: z.string(),
    bodyChars: z.number(),
  }),
});

const seeds = existsSync(join(shared, 'seeds'))
  ? readdirSync(join(shared, 'seeds')).filter((name) => name.endsWith('.txt'))
  : [];

for (const name of seeds) {
  test(`the real article ${name} comes in as its reference says`, async () => {
    const gold = Gold.parse(
      JSON.parse(readFileSync(join(shared, 'gold', name.replace(/\.txt$/, '.json')), 'utf8')),
    ).import;
    const draft = await importArticle(await readSourceFile(join(shared, 'seeds', name)));
    const body = draft.blocks.map((block) => block.text).join('\n\n');
    expect({
      title: draft.title,
      source: draft.source,
      url: draft.url,
      date: draft.publishedOn,
      dateConfidence: draft.dateConfidence,
      dek: draft.dek,
      byline: draft.byline,
      captions: draft.captions.map(({ text, credit }) => ({ text, credit })),
      paragraphs: draft.blocks.length,
      bodyFirst60: body.slice(0, 60),
      bodyLast60: body.slice(-60),
      bodyChars: body.length,
      starts: draft.blocks.map((block, index) => block.text.slice(0, gold.paragraphStarts[index]?.length)),
      kinds: [...new Set(draft.blocks.map((block) => block.kind))],
    }).toEqual({
      title: gold.title,
      source: gold.source,
      url: gold.url,
      date: gold.date,
      dateConfidence: gold.dateConfidence,
      dek: gold.dek,
      byline: gold.byline,
      captions: gold.captions.map(({ text, credit }) => ({ text, credit })),
      paragraphs: gold.paragraphs,
      bodyFirst60: gold.bodyFirst60,
      bodyLast60: gold.bodyLast60,
      bodyChars: gold.bodyChars,
      starts: gold.paragraphStarts,
      kinds: ['paragraph'],
    });
    const removed = draft.removed.map((line) => line.text);
    const altLines = gold.captions.flatMap((caption) => caption.altLineRemoved ?? []);
    expect(removed).toEqual(expect.arrayContaining([...(gold.boilerplate ?? []), ...altLines]));
  });
}

test('our own articles come in where the real ones are not at hand', async () => {
  const names = readdirSync(fixtures).filter((name) => /\.(?:txt|md|html)$/.test(name));
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const name of names) {
    const draft = await importArticle(await readSourceFile(join(fixtures, name)));
    expect(draft.blocks.length, name).toBeGreaterThan(0);
  }
});
