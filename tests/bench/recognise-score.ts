import type { Gold } from './recognise-gold';

/** What is compared with the gold. `FoundCitation` and `FoundTask` of the app are such. */
export interface Predicted {
  citations: readonly { text: string; canonical: string }[];
  tasks: readonly {
    text: string;
    responsible: string | null;
    deadline: { iso: string | null } | null;
  }[];
}

export type GoldRows = Pick<Gold, 'citations' | 'tasks'>;

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** `right` of `all` matched tasks whose gold row names one. */
export interface Share {
  right: number;
  all: number;
}

export interface Score {
  citations: Counts;
  tasks: Counts;
  responsible: Share;
  deadline: Share;
  /** One line for each mistake, for reading. */
  mistakes: string[];
}

/** A task is found when this much of its words and the predicted ones together is common to both. */
const SAME_TASK = 0.5;
/** From here on, a wrong prediction is taken for a piece of a row that is not scored. */
const PIECE_OF_FREE_TASK = 0.3;
const PIECE_OF_FREE_CITATION = 0.4;

/** Compares by text and key, not by offset: the importer may have cleaned the text in between. */
export function score(gold: GoldRows, predicted: Predicted): Score {
  const mistakes: string[] = [];
  const citations = scoreCitations(gold.citations, predicted.citations, mistakes);
  return { citations, ...scoreTasks(gold.tasks, predicted.tasks, mistakes), mistakes };
}

/** Counts summed over articles. */
export function total(scores: readonly Score[]): Score {
  const sum: Score = {
    citations: { tp: 0, fp: 0, fn: 0 },
    tasks: { tp: 0, fp: 0, fn: 0 },
    responsible: { right: 0, all: 0 },
    deadline: { right: 0, all: 0 },
    mistakes: [],
  };
  for (const one of scores) {
    for (const kind of ['citations', 'tasks'] as const)
      for (const count of ['tp', 'fp', 'fn'] as const) sum[kind][count] += one[kind][count];
    for (const part of ['responsible', 'deadline'] as const)
      for (const count of ['right', 'all'] as const) sum[part][count] += one[part][count];
    sum.mistakes.push(...one.mistakes);
  }
  return sum;
}

/** Precision, recall and F1; 0 where there is nothing to divide by. */
export function rates({ tp, fp, fn }: Counts): { P: number; R: number; F1: number } {
  return { P: tp / (tp + fp || 1), R: tp / (tp + fn || 1), F1: (2 * tp) / (2 * tp + fp + fn || 1) };
}

function scoreCitations(
  gold: GoldRows['citations'],
  predicted: Predicted['citations'],
  mistakes: string[],
): Counts {
  const isFree = (row: GoldRows['citations'][number]): boolean => row.class === 'titled' || row.borderline;
  const free = gold.filter(isFree);
  const left = [...predicted];
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const row of gold) {
    if (isFree(row)) continue;
    const index = left.findIndex(({ canonical }) => plain(canonical) === plain(row.canonical));
    if (index >= 0) {
      left.splice(index, 1);
      counts.tp += 1;
    } else {
      counts.fn += 1;
      mistakes.push(`citation missed: ${row.canonical} | ${row.text}`);
    }
  }
  for (const { canonical, text } of left) {
    const isPiece = free.some(
      (row) =>
        plain(row.canonical) === plain(canonical) ||
        likeness(row.text, text) >= PIECE_OF_FREE_CITATION ||
        plain(row.text).includes(plain(text)),
    );
    if (isPiece) continue;
    counts.fp += 1;
    mistakes.push(`citation wrong: ${canonical} | ${text}`);
  }
  return counts;
}

type Pairing = Map<GoldRows['tasks'][number], Predicted['tasks'][number]>;

/** The likest pairs first; each row and each prediction in at most one. */
function pairTasks(gold: GoldRows['tasks'], predicted: Predicted['tasks']): Pairing {
  const pairs = gold.flatMap((row) =>
    predicted.map((task) => ({ row, task, likeness: likeness(task.text, row.text) })),
  );
  const pairing: Pairing = new Map();
  const taken = new Set<Predicted['tasks'][number]>();
  for (const pair of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (pair.likeness < SAME_TASK) break;
    if (pairing.has(pair.row) || taken.has(pair.task)) continue;
    pairing.set(pair.row, pair.task);
    taken.add(pair.task);
  }
  return pairing;
}

function scoreTasks(
  gold: GoldRows['tasks'],
  predicted: Predicted['tasks'],
  mistakes: string[],
): Pick<Score, 'tasks' | 'responsible' | 'deadline'> {
  const pairing = pairTasks(gold, predicted);
  const taken = new Set(pairing.values());
  const tasks = { tp: 0, fp: 0, fn: 0 };
  const responsible = { right: 0, all: 0 };
  const deadline = { right: 0, all: 0 };
  for (const row of gold) {
    if (row.borderline) continue;
    const found = pairing.get(row);
    if (found === undefined) {
      tasks.fn += 1;
      mistakes.push(`task missed: ${row.text}`);
      continue;
    }
    tasks.tp += 1;
    if (row.responsible !== null) {
      const isRight = isSameBody(row.responsible, found.responsible);
      count(responsible, isRight);
      if (!isRight) mistakes.push(`responsible: ${found.responsible ?? '—'} ≠ ${row.responsible}`);
    }
    if (row.deadline?.iso != null) {
      const day = found.deadline?.iso ?? null;
      count(deadline, day === row.deadline.iso);
      if (day !== row.deadline.iso)
        mistakes.push(`deadline: ${day ?? '—'} ≠ ${row.deadline.iso} | ${row.deadline.text}`);
    }
  }
  for (const task of predicted) {
    if (taken.has(task) || isPieceOfFree(gold, task.text)) continue;
    tasks.fp += 1;
    mistakes.push(`task wrong: ${task.text}`);
  }
  return { tasks, responsible, deadline };
}

function count(share: Share, isRight: boolean): void {
  share.all += 1;
  if (isRight) share.right += 1;
}

function isPieceOfFree(gold: GoldRows['tasks'], text: string): boolean {
  return gold.some(
    (row) =>
      row.borderline &&
      (plain(row.text).includes(plain(text)) || likeness(row.text, text) >= PIECE_OF_FREE_TASK),
  );
}

/** One of the two may be the longer name. */
function isSameBody(gold: string, found: string | null): boolean {
  const [one, other] = [plain(gold), plain(found ?? '')];
  return other !== '' && (one.includes(other) || other.includes(one));
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00d0/g, 'Đ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Jaccard index of two texts' words, each word as often as it comes. */
function likeness(one: string, other: string): number {
  const words = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [left, right] = [words(one), words(other)];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const there = counts.get(word) ?? 0;
    if (there === 0) continue;
    common += 1;
    counts.set(word, there - 1);
  }
  return common / (left.length + right.length - common || 1);
}
