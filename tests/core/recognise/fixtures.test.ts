import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { textOf } from '#core/article';
import { readGold } from '../../bench/recognise-gold';

const FOLDER = fileURLToPath(new URL('../../fixtures/recognise/', import.meta.url));
const articles = await readGold(FOLDER, FOLDER);

const DATE_LINE = /^(?:Thứ|Chủ) \p{L}+, \d/u;
const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ');

describe.each(articles.map((each) => [each.gold.file, each] as const))(
  '%s',
  (_, { gold, source, article }) => {
    test('every span is a slice of the file', () => {
      const spans = [gold.citations, gold.tasks, gold.generic_mentions, gold.results_not_tasks].flat();
      for (const { start, end, text } of spans) expect(source.slice(start, end)).toBe(text);
    });

    test('the importer keeps title, date and paragraphs', () => {
      expect(article.title).toBe(gold.import.title);
      expect(article.publishedOn).toBe(gold.import.date);
      const parted = source.includes('.\n\n') ? /\n\n+/u : /\n+/u;
      const paragraphs = source
        .trim()
        .split(parted)
        .slice(1)
        .filter((line) => !DATE_LINE.test(line.normalize('NFC')));
      const marks = /^[-+] +|[\s./]+$/gu;
      const bare = (text: string): string => oneLine(text).replace(marks, '');
      expect(article.blocks.map(({ text }) => bare(text))).toEqual(paragraphs.map(bare));
    });

    test('what must be found is in the imported text', () => {
      const text = oneLine(textOf(article));
      for (const span of [...gold.citations, ...gold.tasks]) expect(text).toContain(oneLine(span.text));
    });
  },
);
