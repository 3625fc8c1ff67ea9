import { type Block, blockStarts, textOf } from '#core/article';
import { datesIn } from '#core/recognise/dates';
import type { FoundDate, FoundTask } from '#core/recognise/found';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';
import { TaskReader } from '#core/recognise/tasks/reader';
import { type Today, todayOf } from '#core/recognise/today';
import { sentencesOf } from '#core/text/sentences';

/**
 * What the article says somebody is still to do, in its order; no task lies over another. Rules of domain/tasks.md: the
 * section decides whether a verb tells a result or a task.
 * @param today when it was written
 */
export function findTasks(
  article: { blocks: readonly Block[]; publishedOn: string | null },
  today: Today = todayOf(article),
): FoundTask[] {
  const copy = matchCopy(textOf(article));
  return tasksIn(copy, article.blocks, today, datesIn(copy, today.day));
}

/**
 * The tasks of an article whose match copy and dates are known.
 * @param copy of `textOf` the blocks
 */
export function tasksIn(
  copy: MatchCopy,
  blocks: readonly Block[],
  today: Today,
  dates: readonly FoundDate[],
): FoundTask[] {
  const reader = new TaskReader();
  const starts = blockStarts(blocks);
  let next = 0;
  return blocks.flatMap((block, index) => {
    const start = starts[index] ?? 0;
    const end = start + block.text.length;
    const first = next;
    while ((dates[next]?.end ?? Infinity) <= end) next += 1;
    if (block.kind === 'table') return [];
    const part = copy.part(start, end);
    const read = {
      copy: part,
      lower: part.lower,
      dates: dates.slice(first, next).map((date) => within(part, date)),
      today,
      isHeading: block.kind === 'heading',
      isListItem: block.kind === 'list-item',
    };
    return reader.read(read, sentencesOf(part.text));
  });
}

/** A date as a part of the match copy has it. */
function within(part: MatchCopy, { kind, from, to, yearInferred, start, end }: FoundDate): FoundDate {
  const [first, last] = [part.offsetOf(start), part.offsetOf(end)];
  return { start: first, end: last, text: part.text.slice(first, last), kind, from, to, yearInferred };
}
