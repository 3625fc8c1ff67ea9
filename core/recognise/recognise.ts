import { type Block, textOf } from '#core/article';
import { findCitations } from '#core/recognise/citations';
import { findDates } from '#core/recognise/dates';
import type { FoundCitation, Recognised } from '#core/recognise/found';
import { findTasks } from '#core/recognise/tasks';
import { todayOf } from '#core/recognise/today';
import type { Span } from '#core/span';

interface ReadArticle {
  blocks: readonly Block[];
  publishedOn: string | null;
  dek: string | null;
}

/**
 * The documents that an article cites, those of its dek first. Offsets are into `textOf(article)`; the dek stands before it
 * and a line feed, so its citations have negative ones.
 */
export function citationsOf({ blocks, publishedOn, dek }: ReadArticle): FoundCitation[] {
  const head = dek === null || dek === '' ? '' : `${dek}\n`;
  const moved = ({ start, end }: Span): Span => ({ start: start - head.length, end: end - head.length });
  return findCitations(head + textOf({ blocks }), { publishedOn }).map(({ resolvedFrom, ...citation }) => ({
    ...citation,
    ...moved(citation),
    ...(resolvedFrom === undefined ? {} : { resolvedFrom: moved(resolvedFrom) }),
  }));
}

/** What the dek says first has no place in the text. */
function inText({ resolvedFrom, ...citation }: FoundCitation): FoundCitation[] {
  if (citation.start < 0) return [];
  return [resolvedFrom === undefined || resolvedFrom.start < 0 ? citation : { ...citation, resolvedFrom }];
}

/** Everything that the rules find in an article, in text order; spans are offsets into `textOf(article)`. */
export function recognise(article: ReadArticle): Recognised {
  const text = textOf(article);
  const today = todayOf(article);
  const dates = findDates(text, { publishedOn: today.day });
  return {
    citations: citationsOf(article).flatMap(inText),
    tasks: findTasks(article, today, dates),
    dates,
  };
}
