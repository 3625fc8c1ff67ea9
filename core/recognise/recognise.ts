import { type Block, textOf } from '#core/article';
import { findCitations } from '#core/recognise/citations';
import { findDates } from '#core/recognise/dates';
import type { Recognised } from '#core/recognise/found';
import { findTasks } from '#core/recognise/tasks';
import { todayOf } from '#core/recognise/today';

/** Everything that the rules find in an article, in text order; spans are offsets into `textOf(article)`. */
export function recognise(article: { blocks: readonly Block[]; publishedOn: string | null }): Recognised {
  const text = textOf(article);
  const today = todayOf(article);
  const dates = findDates(text, { publishedOn: today.day });
  return {
    citations: findCitations(text, { publishedOn: article.publishedOn }),
    tasks: findTasks(article, today, dates),
    dates,
  };
}
