import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import type { ArticleView } from '#core/contract';
import { holds, placesIn, wantedWords } from '#core/search/answer';
import { spansOf } from '#core/search/leaf';
import { parseQuery } from '#core/search/query';
import { scannedText } from '#core/search/scan';
import { addQuote, importText, openIn, temporaryFolder, type Opened } from '../store/support';

const words = fc.constantFrom(
  ...'đảng Đang dang ĐẢNG dâng thi thị thì chỉ chi chí kỳ kì ky hoà hòa 05 5 CT TW th nghị quyết UBND'.split(
    ' ',
  ),
);
const joint = fc.constantFrom(' ', ' ', ' ', ' ', '-', '/', ', ', '. ');
const sentence = fc
  .array(fc.tuple(words, joint), { minLength: 1, maxLength: 12 })
  .map((parts) => `Câu: ${parts.flat().join('').trim()} hết`);
const article = fc.record({
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  note: fc.option(sentence),
});
const articles = fc.array(article, { minLength: 1, maxLength: 6 });

const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const part = fc.oneof(
  phrase,
  phrase.map((one) => `"${one}"`),
  phrase.map((one) => `${one}*`),
  phrase.map((one) => `ghi-chú:"${one}"`),
  fc.tuple(words, words, fc.nat({ max: 4 })).map(([a, b, far]) => `${a} NEAR/${far} ${b}`),
);
const query = fc.oneof(
  part,
  fc.tuple(part, fc.constantFrom('; ', ' OR '), part).map((parts) => parts.join('')),
  fc.tuple(part, part).map(([a, b]) => `(${a}) NOT (${b})`),
);

/** Every place of the query in every article, as `id in start end`, found by reading all of them. */
function scanned(views: readonly ArticleView[], typed: string): string[] {
  const parsed = parseQuery(typed, { marks: 'auto', isTyping: false });
  if (!parsed.ok || parsed.query === null) return ['no query'];
  const asked = parsed.query;
  return views
    .flatMap(({ article: { id, title, dek, blocks }, annotations }) => {
      const texts = [
        { field: 'title' as const, in: 'title', text: title },
        { field: 'title' as const, in: 'dek', text: dek ?? '' },
        { field: 'text' as const, in: 'text', text: textOf({ blocks }) },
        ...annotations.map(({ note }) => ({ field: 'note' as const, in: 'note', text: note })),
      ];
      const fits = holds(asked, {
        filter: () => false,
        words: ({ leaf, fields }) =>
          texts.some(
            ({ field, text }) => fields.includes(field) && spansOf(leaf, scannedText(text)).length > 0,
          ),
      });
      if (!fits) return [];
      const hits = texts.flatMap(({ field, in: place, text }) =>
        placesIn(text, field, wantedWords(asked)).map(({ start, end }) => `${id} ${place} ${start} ${end}`),
      );
      return hits.length === 0 ? [id] : hits;
    })
    .sort();
}

async function searched(library: Opened, typed: string): Promise<string[]> {
  const answer = await library.call('search.find', { query: typed, complete: true, hits: 1_000, limit: 500 });
  if (answer.problem !== null) return ['no query'];
  expect(answer.total).toBe(answer.articles.length);
  return answer.articles
    .flatMap(({ articleId, count, hits }) => {
      expect(count).toBe(hits.length);
      return hits.length === 0
        ? [articleId]
        : hits.map((hit) => `${articleId} ${hit.in} ${hit.start} ${hit.end}`);
    })
    .sort();
}

describe('searching any library', () => {
  it('finds exactly what a plain scan of all its articles finds, after every change', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.array(query, { minLength: 1, maxLength: 6 }), async (texts, queries) => {
        const library = await openIn(temporaryFolder());
        const ids: string[] = [];
        for (const [index, { paragraphs, note }] of texts.entries()) {
          const title = `Bài ${index} chi thị`;
          const { id } = await importText(library, title, [...paragraphs, `Riêng ${index}.`]);
          ids.push(id);
          if (note !== null) await addQuote(library, id, 'Riêng', { note });
          if (index === 0) await searched(library, 'chi');
        }
        const removed = ids.slice(0, Math.floor(ids.length / 3));
        if (removed.length > 0) await library.call('articles.remove', { ids: removed });
        const views: ArticleView[] = [];
        for (const id of ids.slice(removed.length)) views.push(await library.call('articles.get', { id }));
        for (const typed of queries)
          expect(await searched(library, typed), typed).toEqual(scanned(views, typed));
        await library.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
