import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { recognise } from '#core/recognise/recognise';
import { readGold } from '../../bench/recognise-gold';
import { rates, score, total } from '../../bench/recognise-score';

const FOLDER = fileURLToPath(new URL('../../fixtures/recognise/', import.meta.url));

const all = total(
  (await readGold(FOLDER, FOLDER)).map(({ gold, article }) => score(gold, recognise(article))),
);
const mistakes = all.mistakes.join('\n');

// `npm run bench:recognise -- -v` prints the same, article by article.
test('citations of the annotated articles are found by their keys', () => {
  expect(rates(all.citations).P, mistakes).toBeGreaterThanOrEqual(0.97);
  expect(rates(all.citations).R, mistakes).toBeGreaterThanOrEqual(0.97);
});

test('tasks of the annotated articles are found', () => {
  expect(rates(all.tasks).P, mistakes).toBeGreaterThanOrEqual(0.9);
  expect(rates(all.tasks).R, mistakes).toBeGreaterThanOrEqual(0.85);
});

test('found tasks have the body and the deadline that the article names', () => {
  expect(all.responsible.right / all.responsible.all, mistakes).toBeGreaterThanOrEqual(0.9);
  expect(all.deadline.right / all.deadline.all, mistakes).toBeGreaterThanOrEqual(0.95);
});
