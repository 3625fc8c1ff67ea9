import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ArticleDraft } from '#core/article';
import { importArticle, readSourceFile } from '../../../main/importing/index';

// Articles that we wrote ourselves, each with a trap of the trade; beside each the article that it must become.
const folder = fileURLToPath(new URL('../../fixtures/articles/', import.meta.url));
const articles = readdirSync(folder).filter((name) => !name.endsWith('.json'));

test('there is an article for every trap', () => {
  expect(articles.length).toBeGreaterThanOrEqual(16);
});

for (const name of articles) {
  test(`${name} becomes the article beside it`, async () => {
    const expected = ArticleDraft.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    expect(await importArticle(await readSourceFile(join(folder, name)))).toEqual(expected);
  });
}
