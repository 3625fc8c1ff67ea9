import { create } from 'zustand';
import type { ArticleFactsPatch } from '#core/article';
import { applyEdits } from '#core/body-edits';
import type { ImportResult } from '#core/contract';
import { Refusal } from '#core/refusal';
import type { BodyEdit, Match, ReadHow, ReviewDecision, ReviewItem, ReviewView } from '#core/review';
import type { Body } from '#core/revision';
import { parseDay } from '../ui/format';
import { forgetStepsOf } from './review-steps';

export type FactName = 'title' | 'dek' | 'source' | 'url' | 'byline' | 'date';
export type Typed = Partial<Record<FactName, string>>;
export type FactsError = 'nameMissing' | 'dateWrong';

/** What a person has decided about a waiting file so far. */
export interface ReviewDraft {
  how: ReadHow;
  /** Changes of the text, apart for each way of reading: they count blocks, and each way has its own. */
  edits: Readonly<Record<string, readonly BodyEdit[]>>;
  /** Facts as they were typed. */
  typed: Typed;
  dateConfirmed: boolean;
  /** Null = as the match suggests. */
  decision: ReviewDecision | null;
  checked: boolean;
  /** Why it was not taken in. */
  refusal: string | null;
}

/** A waiting file as it reads in the way asked for. `view` is the last one that came, of this way or of another. */
export interface Reading {
  how: ReadHow;
  is: 'loading' | 'ready' | 'failed';
  view: ReviewView | null;
  message: string | null;
}

export type ReviewFilter = 'all' | 'ready' | 'look' | 'failed';

interface ReviewState {
  /** Files that wait for a look, as the main process tells. */
  items: readonly ReviewItem[];
  /** What came of the files of the last imports, newest batch last; waiting ones are in `items`. */
  results: readonly ImportResult[];
  /** By key of the item; an item that nobody touched has none. */
  drafts: ReadonlyMap<string, ReviewDraft>;
  /** The files last looked at, the newest last. */
  readings: ReadonlyMap<string, Reading>;
  /** Key of the row that is shown. */
  chosen: string | null;
  filter: ReviewFilter;
  /** How far the taking in is. */
  accepting: { done: number; total: number } | null;
}

export const useReview = create<ReviewState>(() => ({
  items: [],
  results: [],
  drafts: new Map(),
  readings: new Map(),
  chosen: null,
  filter: 'all',
  accepting: null,
}));

const { setState: set, getState: get } = useReview;

/** The files that wait, all of them. What was decided about the others is forgotten; the next one is shown. */
export function setReviewItems(items: readonly ReviewItem[]): void {
  const { items: before, drafts, readings, chosen } = get();
  const left = new Set(items.map(({ key }) => key));
  const gone = before.filter(({ key }) => !left.has(key));
  for (const { key } of gone) forgetStepsOf(key);
  const kept = <T>(map: ReadonlyMap<string, T>) =>
    gone.some(({ key }) => map.has(key)) ? new Map([...map].filter(([key]) => left.has(key))) : map;
  const at = before.findIndex(({ key }) => key === chosen);
  const next = before.slice(at).find(({ key }) => left.has(key)) ?? items.at(-1);
  set({
    items,
    drafts: kept(drafts),
    readings: kept(readings),
    chosen: at < 0 || (chosen !== null && left.has(chosen)) ? chosen : (next?.key ?? null),
  });
}

/** What came of an import's files; those that wait are known from `setReviewItems`. */
export function addResults(results: readonly ImportResult[]): void {
  const ended = results.filter(({ status }) => status !== 'waiting');
  if (ended.length > 0) set({ results: [...get().results, ...ended] });
}

/** Results are named by their place: they only ever come to the end of the list. */
export const resultKey = (index: number): string => `result:${index}`;

export function clearResults(): void {
  const { chosen } = get();
  set({ results: [], chosen: chosen?.startsWith('result:') === true ? null : chosen });
}

export const chooseRow = (chosen: string | null): void => set({ chosen });
export const setReviewFilter = (filter: ReviewFilter): void => set({ filter });
export const setAccepting = (accepting: ReviewState['accepting']): void => set({ accepting });

const AS_FOUND: ReadHow = { encoding: null, chapters: 'together' };

const untouched = (secret: boolean): ReviewDraft => ({
  how: AS_FOUND,
  edits: {},
  typed: {},
  dateConfirmed: false,
  decision: null,
  checked: !secret,
  refusal: null,
});
const UNTOUCHED = { secret: untouched(true), plain: untouched(false) };

/** Stable for an item that nobody touched, so that it can be selected from the state. */
export const draftOf = ({ drafts }: Pick<ReviewState, 'drafts'>, item: ReviewItem): ReviewDraft =>
  drafts.get(item.key) ?? (item.reasons.includes('secret') ? UNTOUCHED.secret : UNTOUCHED.plain);

/** Changes what is decided about a waiting file; nothing when it waits no more. */
export function patchDraft(key: string, patch: Partial<ReviewDraft>): void {
  const item = get().items.find((other) => other.key === key);
  if (item === undefined) return;
  set({ drafts: new Map(get().drafts).set(key, { ...draftOf(get(), item), ...patch }) });
}

/** Readings are large, and quickly made again. */
const MOST_READINGS = 24;

export function setReading(key: string, reading: Reading): void {
  const readings = new Map(get().readings);
  readings.delete(key);
  readings.set(key, reading);
  for (const oldest of readings.keys()) {
    if (readings.size <= MOST_READINGS) break;
    readings.delete(oldest);
  }
  set({ readings });
}

const howName = ({ encoding, chapters }: ReadHow): string => `${encoding ?? ''} ${chapters}`;
export const sameHow = (one: ReadHow, other: ReadHow): boolean => howName(one) === howName(other);

export const editsOf = ({ edits, how }: ReviewDraft): readonly BodyEdit[] => edits[howName(how)] ?? [];

export function setEdits(key: string, how: ReadHow, edits: readonly BodyEdit[]): void {
  const draft = get().drafts.get(key);
  patchDraft(key, { edits: { ...draft?.edits, [howName(how)]: edits } });
}

/** The text as it will be stored. Changes that do not fit it (the file changed on the disk) are left out. */
export function editedBody<B extends Body>(body: B, edits: readonly BodyEdit[]): B {
  try {
    return applyEdits(body, edits);
  } catch (error) {
    if (error instanceof Refusal) return body;
    throw error;
  }
}

/** What the match suggests, when the person said nothing else. */
export function suggestedBy(match: Match | null): ReviewDecision {
  if (match === null) return { as: 'new' };
  return { as: match.is === 'version' ? 'revision' : 'copy', of: match.id };
}

/** The typed facts as a correction, or what is wrong with them. */
export function readTyped(typed: Typed): { patch: ArticleFactsPatch } | { error: FactsError } {
  const patch: ArticleFactsPatch = {};
  for (const name of ['dek', 'source', 'url', 'byline'] as const) {
    const value = typed[name]?.normalize('NFC').trim();
    if (value !== undefined) patch[name] = value === '' ? null : value;
  }
  const title = typed.title?.normalize('NFC').trim();
  if (title === '') return { error: 'nameMissing' };
  if (title !== undefined) patch.title = title;
  if (typed.date !== undefined) {
    const day = typed.date.trim() === '' ? null : parseDay(typed.date);
    if (day === null && typed.date.trim() !== '') return { error: 'dateWrong' };
    patch.publishedOn = day;
  }
  return { patch };
}
