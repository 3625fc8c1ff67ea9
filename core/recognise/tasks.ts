import { type Block, blockStarts } from '#core/article';
import { findDates } from '#core/recognise/dates';
import type { FoundDate, FoundTask } from '#core/recognise/found';
import { lowerCopy } from '#core/recognise/lower';
import { matchCopy } from '#core/recognise/match-copy';
import { TaskReader } from '#core/recognise/tasks/reader';
import { type Today, todayOf } from '#core/recognise/today';
import type { Span } from '#core/span';
import { sentencesOf } from '#core/text/sentences';

/**
 * What the article says somebody is still to do, in its order; no task lies over another. Rules of domain/tasks.md: the
 * section decides whether a verb tells a result or a task.
 * @param today when it was written
 * @param found the dates of the article, where they are known already
 */
export function findTasks(
  article: { blocks: readonly Block[]; publishedOn: string | null },
  today: Today = todayOf(article),
  found?: readonly FoundDate[],
): FoundTask[] {
  const reader = new TaskReader();
  const starts = blockStarts(article.blocks);
  let next = 0;
  return article.blocks.flatMap((block, index) => {
    const start = starts[index] ?? 0;
    const first = next;
    while (found !== undefined && (found[next]?.end ?? Infinity) <= start + block.text.length) next += 1;
    if (block.kind === 'table') return [];
    const copy = matchCopy(block.text);
    // Where letters had to be composed, the offsets are others.
    const isMoved = copy.text.length !== block.text.length;
    const read = {
      text: copy.text,
      place: (span: Span) => {
        const own = copy.spanOf(span.start, span.end);
        return {
          start: start + own.start,
          end: start + own.end,
          text: block.text.slice(own.start, own.end),
        };
      },
      lower: lowerCopy(copy.text),
      dates:
        found === undefined || isMoved
          ? findDates(copy.text, { publishedOn: today.day })
          : found
              .slice(first, next)
              .map((date) => ({ ...date, start: date.start - start, end: date.end - start })),
      today,
      isHeading: block.kind === 'heading',
      isListItem: block.kind === 'list-item',
    };
    return reader.read(read, sentencesOf(copy.text));
  });
}
