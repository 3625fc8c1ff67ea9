import { emptyEntry, type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { saved } from './status';
import { remember } from './undo';

/** What people entered about a document; an empty entry when they entered nothing. */
const entryOf = (id: DirectiveId): DirectiveEntry =>
  useLibrary.getState().directives.find((entry) => entry.id === id) ?? emptyEntry(id);

type Change = 'edit' | 'merge' | 'unmerge' | 'split' | 'unsplit';

/** Puts these entries into the register; one undo step. */
async function put(entries: DirectiveEntry[], what: Change): Promise<void> {
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

/** From now on the mentions of these documents count as mentions of `into`. */
export const mergeDirectives = (ids: readonly DirectiveId[], into: DirectiveId): Promise<void> =>
  put(
    ids.filter((id) => id !== into).map((id) => ({ ...entryOf(id), aliasOf: into })),
    'merge',
  );

/** What was merged into the document stands for itself again. */
export const unmergeDirectives = (aliases: readonly DirectiveId[]): Promise<void> =>
  put(
    aliases.map((id) => ({ ...entryOf(id), aliasOf: null })),
    'unmerge',
  );

/** The id that a part of the document gets, told apart by `label`; null when it has that id already. */
export function partId(
  row: Pick<DirectiveRow, 'id' | 'canonical' | 'aliases'>,
  label: string,
): DirectiveId | null {
  const mark = label.replaceAll('#', ' ').replace(/\s+/gu, ' ').trim();
  const id = `${row.canonical}#${mark}`;
  return mark === '' || id === row.id || row.aliases.includes(id) ? null : id;
}

/** The mentions in these articles become a document of their own (or of the one that has this id already). */
export function splitDirective(
  row: Pick<DirectiveRow, 'canonical' | 'aliases'>,
  articleIds: readonly string[],
  id: DirectiveId,
): Promise<void> {
  // What was merged into the document may be cited by another key.
  const keys = new Set([row.canonical, ...row.aliases.map((alias) => alias.replace(/#.*$/su, ''))]);
  const parted = new Set(articleIds);
  const moves = ({ articleId, canonical }: DirectiveEntry['mentions'][number]) =>
    parted.has(articleId) && keys.has(canonical);
  const others = useLibrary
    .getState()
    .directives.filter((entry) => entry.id !== id && entry.mentions.some(moves))
    .map((entry) => ({ ...entry, mentions: entry.mentions.filter((mention) => !moves(mention)) }));
  const entry = entryOf(id);
  const moved = articleIds.flatMap((articleId) => [...keys].map((canonical) => ({ articleId, canonical })));
  const kept = entry.mentions.filter((mention) => !moves(mention));
  return put([...others, { ...entry, mentions: [...kept, ...moved] }], 'split');
}

/** Whether a person said which mentions are of the document. */
export const wasSplitOff = (entries: readonly DirectiveEntry[], id: DirectiveId): boolean =>
  entries.some((entry) => entry.id === id && entry.mentions.length > 0);

/** Its mentions are again of the documents that the rules take them for. */
export const unsplitDirective = (id: DirectiveId): Promise<void> =>
  put([{ ...entryOf(id), mentions: [] }], 'unsplit');
