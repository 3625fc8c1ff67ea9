import { type Block, textOf } from '#core/article';
import { findCitations } from '#core/recognise/citations';
import { findDates } from '#core/recognise/dates';
import type { Recognised } from '#core/recognise/found';
import { findTasks } from '#core/recognise/tasks';

/** Everything that the rules find in an article, in text order; spans are offsets into `textOf(article)`. */
export function recognise(article: { blocks: readonly Block[]; publishedOn: string | null }): Recognised {
  const text = textOf(article);
  const dates = findDates(text, article);
  return {
    citations: findCitations(text, { publishedOn: article.publishedOn }),
    tasks: findTasks(article, dates),
    dates,
  };
}
