import { type Block, textOf } from '#core/article';
import { citationsIn } from '#core/recognise/citations';
import { datesIn } from '#core/recognise/dates';
import type { FoundCitation, Recognised } from '#core/recognise/found';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';
import { tasksIn } from '#core/recognise/tasks';
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
export const citationsOf = (article: ReadArticle): FoundCitation[] =>
  withDek(article, matchCopy(textOf(article)));

function withDek({ dek, publishedOn }: ReadArticle, copy: MatchCopy): FoundCitation[] {
  if (dek === null || dek === '') return citationsIn(copy, publishedOn);
  const citations = citationsIn(copy.after(dek), publishedOn);
  const move = (span: Span): void => {
    span.start -= dek.length + 1;
    span.end -= dek.length + 1;
  };
  for (const citation of citations) {
    move(citation);
    if (citation.resolvedFrom !== undefined) move(citation.resolvedFrom);
  }
  return citations;
}

/** What the dek says first has no place in the text. */
function inText(citations: readonly FoundCitation[]): FoundCitation[] {
  return citations.flatMap((citation) => {
    if (citation.start < 0) return [];
    const { resolvedFrom, ...own } = citation;
    return [resolvedFrom === undefined || resolvedFrom.start >= 0 ? citation : own];
  });
}

/** Everything that the rules find in an article, in text order; spans are offsets into `textOf(article)`. */
export function recognise(article: ReadArticle): Recognised {
  const copy = matchCopy(textOf(article));
  const today = todayOf(article);
  const dates = datesIn(copy, today.day);
  return {
    citations: inText(withDek(article, copy)),
    tasks: tasksIn(copy, article.blocks, today, dates),
    dates,
  };
}
