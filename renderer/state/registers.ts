import { create } from 'zustand';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import { collator } from '../ui/format';
import { useLibrary } from './library';
import { unmergeDirectives } from './register-changes';
import { useRegisterChoice } from './register-choice';
import { attempt } from './status';

export const REGISTER_TABS = ['list', 'coverage', 'timeline'] as const;
export type RegisterTab = (typeof REGISTER_TABS)[number];

export const REGISTER_COLUMNS = [
  ...(['name', 'type', 'issuer', 'issued', 'title', 'term', 'status', 'mentions', 'articles'] as const),
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

export interface RegisterFilter {
  words: string;
  type: string | null;
  issuer: string | null;
  /** A year in which an article mentions the document. */
  year: string | null;
  /** Only documents of which something is not decided. */
  undecided: boolean;
}

interface RegisterState extends RegisterFilter {
  tab: RegisterTab;
  /** The document that was chosen last, whatever id it goes by now. */
  chosen: DirectiveId | null;
  /** The document that is shown: the chosen one, else the first. */
  shown: DirectiveRow | null;
  column: RegisterColumn;
  downwards: boolean;
  /** Counts how often the field for words was asked for. */
  asked: number;
  /** The documents that are to become one. */
  picked: readonly DirectiveId[];
  /** Which of them stays. */
  stays: DirectiveId | null;
  /** The field in which a document is found to merge the shown one with. */
  merging: boolean;
  /** Articles are being chosen whose mentions are of another document. */
  splitting: boolean;
  exporting: boolean;
  /** How much nearer than fitting into the window the timeline is: steps of a factor of two. */
  zoom: number;
}

const NO_FILTER: RegisterFilter = { words: '', type: null, issuer: null, year: null, undecided: false };
const NOTHING_BEGUN = { picked: [], stays: null, merging: false, splitting: false } as const;

/** What the register shows and how. */
export const useRegister = create<RegisterState>(() => ({
  ...NO_FILTER,
  ...NOTHING_BEGUN,
  tab: 'list',
  chosen: null,
  shown: null,
  column: 'mentions',
  downwards: true,
  asked: 0,
  exporting: false,
  zoom: 0,
}));

const { getState: get } = useRegister;

export const setRegister = (patch: Partial<RegisterState>): void => useRegister.setState(patch);

// The reader asks for a document: no filter may hide it.
useRegisterChoice.subscribe(({ id }) => {
  setRegister({ ...NO_FILTER, ...NOTHING_BEGUN, chosen: id, tab: 'list' });
});

export function chooseDirective(id: DirectiveId): void {
  setRegister({ chosen: id, splitting: false, merging: false });
}

export const clearRegisterFilter = (): void => setRegister(NO_FILTER);

function stepRegisterTab(): void {
  const at = REGISTER_TABS.indexOf(get().tab);
  setRegister({ tab: REGISTER_TABS[(at + 1) % REGISTER_TABS.length] ?? 'list' });
}

/** Gives up what was begun. Returns whether anything was. */
export function cancelRegister(): boolean {
  const { picked, merging, splitting } = get();
  if (picked.length === 0 && !merging && !splitting) return false;
  setRegister(NOTHING_BEGUN);
  return true;
}

/** Takes a document up among those that are to become one, or leaves it out again. */
export function pickDirective(id: DirectiveId): void {
  const { picked } = get();
  const next = picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id];
  setRegister({ picked: next, stays: next[0] ?? null, merging: false, splitting: false });
}

/** Offers to make one of two documents, of which the second stays unless the person says otherwise. */
export const offerMerge = (id: DirectiveId, into: DirectiveId): void =>
  setRegister({ ...NOTHING_BEGUN, picked: [id, into], stays: into });

/** Picks the document that is shown. */
function pickShown(): void {
  const { shown, tab } = get();
  if (shown !== null && tab === 'list' && mayEdit()) pickDirective(shown.id);
}

/** Finds a document to merge the shown one with, unless some are picked for that already. */
export function beginMerge(): void {
  if (mayEdit() && get().picked.length === 0) setRegister({ ...NOTHING_BEGUN, merging: true, tab: 'list' });
}

export function beginSplit(): void {
  const { shown } = get();
  if (!mayEdit() || shown === null || shown.articles.length < 2) return;
  setRegister({ ...NOTHING_BEGUN, splitting: true, tab: 'list' });
}

/** What was merged into the document that is shown stands for itself again. */
export async function unmergeShown(): Promise<void> {
  const { shown } = get();
  const merged = shown?.aliases.filter((id) => id !== shown.id) ?? [];
  if (mayEdit() && merged.length > 0) await attempt(() => unmergeDirectives(merged));
}

const mayEdit = (): boolean => !useLibrary.getState().readOnly;

const MOST_ZOOM = 9;

export function zoomTimeline(step: 1 | -1 | 0): void {
  const zoom = step === 0 ? 0 : Math.max(0, Math.min(MOST_ZOOM, get().zoom + step));
  setRegister({ zoom });
}

/** Sorts by a column; by the same one again, the other way round. */
export function sortRegister(column: RegisterColumn): void {
  const many = column === 'mentions' || column === 'articles' || column === 'issued';
  const { column: before, downwards } = get();
  setRegister({ column, downwards: before === column ? !downwards : many });
}

/** Whether something about the document follows from nothing but the articles' dates, or is not known at all. */
export const isUndecided = (row: DirectiveRow): boolean => doubtOf(row) !== null;

/** What is not decided about a document. */
export function doubtOf(row: DirectiveRow): 'termLikely' | 'noIssuer' | null {
  if (row.term?.certain === false) return 'termLikely';
  return row.issuer === null && row.issuerName === null && row.number !== null ? 'noIssuer' : null;
}

export const issuerOf = ({ issuerName, issuer }: DirectiveRow): string => issuerName ?? issuer ?? '';

/** What is said of documents in words of the window, for sorting and finding. */
export interface RowWords {
  name: (row: DirectiveRow) => string;
  term: (row: DirectiveRow) => string;
  status: (row: DirectiveRow) => string;
  /** The years in which articles mention it. */
  years: (row: DirectiveRow) => ReadonlySet<string>;
}

/** The rows that fit. */
export function fittingRows(
  rows: readonly DirectiveRow[],
  { words, type, issuer, year, undecided }: RegisterFilter,
  { name, years }: RowWords,
): DirectiveRow[] {
  const matcher = words.trim() === '' ? null : createMatcher(words, LOOSE_FIND);
  const hasWords = (row: DirectiveRow) =>
    matcher === null ||
    [name(row), row.title, issuerOf(row), row.note, ...row.spellings].some(
      (text) => matcher.find(text).length > 0,
    );
  return rows.filter(
    (row) =>
      (type === null || row.type === type) &&
      (issuer === null || issuerOf(row) === issuer) &&
      (year === null || years(row).has(year)) &&
      (!undecided || isUndecided(row)) &&
      hasWords(row),
  );
}

/** The rows in the order of a column; what is empty there stands last either way. */
export function sortedRows(
  rows: readonly DirectiveRow[],
  { column, downwards }: Pick<RegisterState, 'column' | 'downwards'>,
  { name, term, status }: RowWords,
): DirectiveRow[] {
  const valueOf: Record<RegisterColumn, (row: DirectiveRow) => string> = {
    name,
    type: ({ type }) => type,
    issuer: issuerOf,
    issued: ({ issuedOn }) => issuedOn ?? '',
    title: ({ title }) => title,
    term,
    status,
    mentions: ({ mentions }) => String(mentions),
    articles: ({ articles }) => String(articles.length),
  };
  const keyed = rows.map((row) => ({ row, value: valueOf[column](row), name: name(row) }));
  const sign = downwards ? -1 : 1;
  keyed.sort(
    (a, b) =>
      Number(a.value === '') - Number(b.value === '') ||
      sign * collator.compare(a.value, b.value) ||
      collator.compare(a.name, b.name),
  );
  return keyed.map(({ row }) => row);
}

/** What the keys of the register do. */
export const registerActions = {
  findDirective: () => setRegister({ asked: get().asked + 1 }),
  nextRegisterTab: stepRegisterTab,
  pickDirective: pickShown,
  mergeDirective: beginMerge,
  splitDirective: beginSplit,
  unmergeDirective: unmergeShown,
  timelineNearer: () => zoomTimeline(1),
  timelineFurther: () => zoomTimeline(-1),
  timelineAll: () => zoomTimeline(0),
};
