import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { citationsOf, recognise } from '#core/recognise/recognise';
import { readGold } from '../../bench/recognise-gold';
import { rates, score, total } from '../../bench/recognise-score';

const folder = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}/`, import.meta.url));
/** The citations of the dek too, as the register counts them. */
const scored = async (name: string) =>
  total(
    (await readGold(folder(name), folder(name))).map(({ gold, article }) =>
      score(gold, { tasks: recognise(article).tasks, citations: citationsOf(article) }),
    ),
  );

// `npm run bench:recognise -- -v` prints the same, article by article.
describe.each([
  ['articles annotated with the rules', await scored('recognise')],
  // By others, who did not know the rules; docs/decisions/recognising.md has what was found of them at first sight.
  ['articles annotated by others', await scored('recognise-further')],
])('%s', (_, all) => {
  const mistakes = all.mistakes.join('\n');

  test('citations are found by their keys', () => {
    expect(rates(all.citations).P, mistakes).toBeGreaterThanOrEqual(0.97);
    expect(rates(all.citations).R, mistakes).toBeGreaterThanOrEqual(0.97);
  });

  test('tasks are found', () => {
    expect(rates(all.tasks).P, mistakes).toBeGreaterThanOrEqual(0.95);
    expect(rates(all.tasks).R, mistakes).toBeGreaterThanOrEqual(0.95);
  });

  test('found tasks have the body and the deadline that the article names', () => {
    expect(all.responsible.right / all.responsible.all, mistakes).toBeGreaterThanOrEqual(0.95);
    expect(all.deadline.right / all.deadline.all, mistakes).toBeGreaterThanOrEqual(0.95);
  });
});
