import { create } from 'zustand';
import { emptyEntry, type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { collator } from '../ui/format';
import { useLibrary } from './library';
import { saved } from './status';
import { remember } from './undo';

export type RegisterColumn = 'name' | 'type' | 'issued' | 'title' | 'mentions';

interface RegisterState {
  tab: 'list' | 'coverage';
  /** Counts how often the field for words was asked for. */
  asked: number;
  words: string;
  type: string | null;
  /** Only documents of which something is not decided. */
  undecided: boolean;
  column: RegisterColumn;
  downwards: boolean;
  /** The document is being merged into another one. */
  merging: boolean;
}

/** What the register shows and how. */
export const useRegister = create<RegisterState>(() => ({
  tab: 'list',
  asked: 0,
  words: '',
  type: null,
  undecided: false,
  column: 'mentions',
  downwards: true,
  merging: false,
}));

export const setRegister = (patch: Partial<RegisterState>): void => useRegister.setState(patch);

/** Gives a merge up that was begun. Returns whether there was one. */
export function cancelMerging(): boolean {
  const { merging } = useRegister.getState();
  if (merging) setRegister({ merging: false });
  return merging;
}

/** Sorts by a column; by the same one again, the other way round. */
export function sortRegister(column: RegisterColumn): void {
  useRegister.setState((state) => ({
    column,
    downwards: state.column === column ? !state.downwards : column === 'mentions' || column === 'issued',
  }));
}

/** Whether something about the document follows from nothing but the articles' dates, or is not known at all. */
export const isUndecided = (row: DirectiveRow): boolean =>
  row.term?.certain === false || (row.issuer === null && row.number !== null);

type Shown = Pick<RegisterState, 'words' | 'type' | 'undecided' | 'column' | 'downwards'>;

/** The rows that fit, in their order. `nameOf`: how a document is called. */
export function shownRows(
  rows: readonly DirectiveRow[],
  { words, type, undecided, column, downwards }: Shown,
  nameOf: (row: DirectiveRow) => string,
): DirectiveRow[] {
  const matcher = words.trim() === '' ? null : createMatcher(words, LOOSE_FIND);
  const fitting = rows.filter(
    (row) =>
      (type === null || row.type === type) &&
      (!undecided || isUndecided(row)) &&
      (matcher === null ||
        [nameOf(row), row.title, row.issuerName ?? ''].some((text) => matcher.find(text).length > 0)),
  );
  const byColumn = {
    name: (a: DirectiveRow, b: DirectiveRow) => collator.compare(nameOf(a), nameOf(b)),
    type: (a: DirectiveRow, b: DirectiveRow) => collator.compare(a.type, b.type),
    issued: (a: DirectiveRow, b: DirectiveRow) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''),
    title: (a: DirectiveRow, b: DirectiveRow) => collator.compare(a.title, b.title),
    mentions: (a: DirectiveRow, b: DirectiveRow) => a.mentions - b.mentions,
  }[column];
  const sign = downwards ? -1 : 1;
  return fitting.sort((a, b) => sign * byColumn(a, b) || collator.compare(nameOf(a), nameOf(b)));
}

/** What people entered about a document; an empty entry when they entered nothing. */
export const entryOf = (id: DirectiveId): DirectiveEntry =>
  useLibrary.getState().directives.find((entry) => entry.id === id) ?? emptyEntry(id);

/** Puts these entries into the register; one undo step, called `what`. */
async function put(entries: DirectiveEntry[], what: 'edit' | 'merge' | 'unmerge' | 'split'): Promise<void> {
  const before = await call('directives.put', { entries });
  saved();
  remember({
    get what() {
      return i18next.t(`register.undo.${what}`);
    },
    undo: () => call('directives.put', { entries: before }),
    redo: () => call('directives.put', { entries }),
  });
}

export type EntryPatch = Partial<Omit<DirectiveEntry, 'id' | 'aliasOf' | 'mentions'>>;

export const editDirective = (id: DirectiveId, patch: EntryPatch): Promise<void> =>
  put([{ ...entryOf(id), ...patch }], 'edit');

/** From now on the mentions of `id` count as mentions of `into`. */
export const mergeDirective = (id: DirectiveId, into: DirectiveId): Promise<void> =>
  put([{ ...entryOf(id), aliasOf: into }], 'merge');

/** What was merged into the document stands for itself again. */
export const unmergeDirectives = (aliases: readonly DirectiveId[]): Promise<void> =>
  put(
    aliases.map((id) => ({ ...entryOf(id), aliasOf: null })),
    'unmerge',
  );

/** The mentions of a key in an article become a document of their own, told apart by `label`. Returns its id. */
export async function splitDirective(
  row: Pick<DirectiveRow, 'canonical'>,
  articleId: string,
  label: string,
): Promise<DirectiveId> {
  const id = `${row.canonical}#${label.replaceAll('#', '').trim()}`;
  const entry = entryOf(id);
  const mentions = [...entry.mentions, { articleId, canonical: row.canonical }];
  await put([{ ...entry, mentions }], 'split');
  return id;
}
