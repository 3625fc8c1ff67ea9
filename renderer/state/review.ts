import { create } from 'zustand';
import type { ImportResult } from '#core/contract';
import type { ReviewItem } from '#core/review';

interface ReviewState {
  /** Files that wait for a look, as the main process tells. */
  items: readonly ReviewItem[];
  /** What came of the files of the last imports, newest batch last; waiting ones are in `items`. */
  results: readonly ImportResult[];
}

export const useReview = create<ReviewState>(() => ({ items: [], results: [] }));

const { setState: set, getState: get } = useReview;

/** The files that wait, all of them. */
export function setReviewItems(items: readonly ReviewItem[]): void {
  set({ items });
}

/** What came of an import's files; those that wait are known from `setReviewItems`. */
export function addResults(results: readonly ImportResult[]): void {
  const ended = results.filter(({ status }) => status !== 'waiting');
  if (ended.length > 0) set({ results: [...get().results, ...ended] });
}
