// Two versions of a text, paragraph by paragraph and word by word.
import { alignBlocks } from '#core/align';
import { diffWords, type DiffPart } from '#core/word-diff';

/** One paragraph of either text, or a pair of them. `before` and `after` are its indices, from 0. */
export interface DiffRow {
  is: 'same' | 'changed' | 'added' | 'removed';
  parts: DiffPart[];
  before: number | null;
  after: number | null;
}

/** The paragraphs of two texts in reading order. Those that are gone stand before those that came in their place. */
export function diffTexts(before: readonly string[], after: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let [b, a] = [0, 0];
  const gapTo = (endB: number, endA: number) => {
    for (; b < endB; b++)
      rows.push({ is: 'removed', parts: whole(before[b], 'removed'), before: b, after: null });
    for (; a < endA; a++) rows.push({ is: 'added', parts: whole(after[a], 'added'), before: null, after: a });
  };
  for (const { left, right, kind } of alignBlocks(before, after).pairs) {
    if (kind === 'moved') continue;
    gapTo(left, right);
    const [old = '', now = ''] = [before[left], after[right]];
    rows.push({ is: old === now ? 'same' : 'changed', parts: diffWords(old, now), before: b++, after: a++ });
  }
  gapTo(before.length, after.length);
  return rows;
}

const whole = (text: string | undefined, is: DiffPart['is']): DiffPart[] => [{ text: text ?? '', is }];
