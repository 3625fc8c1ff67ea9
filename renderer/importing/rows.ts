import type { ImportResult } from '#core/contract';
import type { ReviewItem } from '#core/review';
import { resultKey, type ReviewFilter } from '../state/review';

/** What a row asks of the person: nothing, a look, or it cannot be read. `plain`: it was cancelled. */
export type Tone = 'ready' | 'look' | 'failed' | 'plain';

export type FileRow =
  | { is: 'waiting'; key: string; path: string; tone: Tone; item: ReviewItem }
  | { is: 'result'; key: string; path: string; tone: Tone; result: ImportResult };

/** What the list draws: rows, with a heading over each part when there are both. */
export type ListRow = FileRow | { is: 'heading'; key: 'waiting' | 'results'; count: number };

/** Files that wait first, then what came of the others, the newest last. */
export function fileRows(items: readonly ReviewItem[], results: readonly ImportResult[]): FileRow[] {
  return [
    ...items.map((item): FileRow => ({
      is: 'waiting',
      key: item.key,
      path: item.path,
      tone: toneOf(item),
      item,
    })),
    ...results.map((result, index): FileRow => {
      const { path } = result;
      return { is: 'result', key: resultKey(index), path, tone: toneOfResult(result), result };
    }),
  ];
}

export const toneOf = ({ reasons }: ReviewItem): Tone =>
  reasons.every((reason) => reason === 'asked') ? 'ready' : 'look';

export const wasCancelled = ({ code }: ImportResult): boolean => code === 'import-cancelled';

function toneOfResult(result: ImportResult): Tone {
  if (result.status !== 'refused') return 'ready';
  return wasCancelled(result) ? 'plain' : 'failed';
}

export const fits = (row: FileRow, filter: ReviewFilter): boolean => filter === 'all' || row.tone === filter;

export function countsOf(rows: readonly FileRow[]): Record<ReviewFilter, number> {
  const counts = { all: rows.length, ready: 0, look: 0, failed: 0 };
  for (const { tone } of rows) if (tone !== 'plain') counts[tone]++;
  return counts;
}

export function listRows(rows: readonly FileRow[]): ListRow[] {
  const waiting = rows.filter((row) => row.is === 'waiting');
  const ended = rows.filter((row) => row.is === 'result');
  if (waiting.length === 0 || ended.length === 0) return [...rows];
  return [
    { is: 'heading', key: 'waiting', count: waiting.length },
    ...waiting,
    { is: 'heading', key: 'results', count: ended.length },
    ...ended,
  ];
}

/** The last part of a path, whatever system it comes from. */
export const nameOf = (path: string): string => path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;

/** The next file after this one that needs a look, from the top again at the end; null when there is none. */
export function nextLook(rows: readonly FileRow[], after: string | null): string | null {
  const at = rows.findIndex(({ key }) => key === after);
  const turned = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return turned.find((row) => row.is === 'waiting' && row.tone === 'look')?.key ?? null;
}
