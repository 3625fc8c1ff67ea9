// What changes from year to year in paragraphs that say the same: days, numbers, shares, documents.
import { z } from 'zod';
import { wordsOf, type Token } from '#core/align/tokens';
import type { Span } from '#core/span';
import { changesBetween } from '#core/word-diff';

/** `before` stands in the left paragraph, `after` in the right one; empty when the other side has nothing in its place. */
export const ChangedFigure = z.object({
  left: z.int().nonnegative(),
  right: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
  kind: z.enum(['date', 'number', 'percent', 'code']),
});
export type ChangedFigure = z.infer<typeof ChangedFigure>;

type Change = Pick<ChangedFigure, 'before' | 'after' | 'kind'>;

interface Figure {
  kind: ChangedFigure['kind'];
  key: string;
  text: string;
  start: number;
  /** The words beside it: what the figure is of. */
  previous: string;
  next: string;
}

/** The figures that are not the same in paragraphs that are pairs, in the order of the left article. */
export function changedFigures(
  left: readonly string[],
  right: readonly string[],
  pairs: readonly { left: number; right: number; score: number }[],
): ChangedFigure[] {
  return pairs.flatMap((pair) => {
    if (pair.score === 1) return [];
    const changes = changesIn(left[pair.left] ?? '', right[pair.right] ?? '');
    return changes.map((change) => ({ left: pair.left, right: pair.right, ...change }));
  });
}

function changesIn(before: string, after: string): Change[] {
  const [old, now] = [figuresIn(before), figuresIn(after)];
  const within = (figures: readonly Figure[], span: Span | null) =>
    figures.filter(({ start }) => span !== null && span.start <= start && start < span.end);
  const runs = changesBetween(before, after).map((run) => ({
    gone: within(old, run.before),
    come: within(now, run.after),
  }));
  const [allGone, allCome] = [runs.flatMap(({ gone }) => gone), runs.flatMap(({ come }) => come)];
  // What only stands elsewhere in the paragraph has not changed.
  return runs.flatMap(({ gone, come }) =>
    paired(
      gone.filter((figure) => !allCome.some((other) => isSame(figure, other))),
      come.filter((figure) => !allGone.some((other) => isSame(figure, other))),
    ),
  );
}

const isSame = (a: Figure, b: Figure): boolean => a.key === b.key && (a.kind === 'code' || a.next === b.next);

/** What took each other's place: of one kind and of the same thing, else in their order. A document may come or go alone. */
function paired(gone: readonly Figure[], come: readonly Figure[]): Change[] {
  const left = new Set(come);
  const changes: Change[] = [];
  const takeFirst = (fits: (figure: Figure) => boolean): Figure | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  for (const old of gone) {
    const now =
      takeFirst((figure) => figure.kind === old.kind && isOfSame(figure, old)) ??
      takeFirst((figure) => figure.kind === old.kind && old.kind !== 'number');
    if (now !== undefined) changes.push({ kind: old.kind, before: old.text, after: now.text });
    else if (old.kind === 'code') changes.push({ kind: 'code', before: old.text, after: '' });
  }
  for (const { kind, text } of left) if (kind === 'code') changes.push({ kind, before: '', after: text });
  return changes;
}

const isOfSame = (a: Figure, b: Figure): boolean =>
  (a.next !== '' && a.next === b.next) || (a.previous !== '' && a.previous === b.previous);

const DAY = /^\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?$/u;
const YEARS = /^(?:19|20)\d\d-(?:19|20)\d\d$/u;
/** What makes a number a time: `năm 2026`, `tháng 6`, `quý III`. */
const PERIODS = new Set(['năm', 'tháng', 'quý']);
const ROMAN = /^[ivx]{1,4}$/u;

function figuresIn(text: string): Figure[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const kind = kindOf(word, before);
    // `3.` at the beginning counts paragraphs.
    const isOrdinal = before === undefined && /^[.)]\s/u.test(text.slice(word.end));
    if (kind === null || isOrdinal) return [];
    const from = before !== undefined && PERIODS.has(before.key) ? before.start : word.start;
    return [
      {
        kind,
        key: word.key,
        text: text.slice(from, word.end),
        start: word.start,
        previous: before?.key ?? '',
        next: after?.key ?? '',
      },
    ];
  });
}

function kindOf({ is, key }: Token, before: Token | undefined): Figure['kind'] | null {
  const isPeriod = PERIODS.has(before?.key ?? '');
  if (is === 'word') return isPeriod && ROMAN.test(key) ? 'date' : null;
  if (is === 'code') return 'code';
  if (key.endsWith('%')) return 'percent';
  return DAY.test(key) || YEARS.test(key) || isPeriod ? 'date' : 'number';
}
