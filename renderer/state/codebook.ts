import { create } from 'zustand';
import type { CallOutput } from '#core/contract';
import { foldedTag, isWithin, leafOf, levelsOf, parentOf, tidyTag } from '#core/tag';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { narrowNotes, useNoteFilter } from './note-filter';
import { narrowArticles, useShelfFilter } from './shelf-filter';
import { attempt, say } from './status';
import { addTag, clashesOf, isMove, removeTag, renameTag, tagNamed, type Renaming } from './tag-changes';
import { setView } from './view';

type TagUse = CallOutput<'tags.use'>;

/** A change that waits for a yes, and what it would touch. */
export type Asked =
  | { is: 'rename'; from: string; to: string; as: Renaming; clash: string | null; use: TagUse }
  | { is: 'remove'; name: string; use: TagUse };

interface CodebookState {
  /** The tag, or the level without a tag of its own, whose row is chosen. */
  chosen: string | null;
  /** Folded names of the levels whose rows are in sight. */
  open: ReadonlySet<string>;
  /** The field in the tree. */
  editing: { is: 'new'; under: string | null } | { is: 'rename'; name: string; use: TagUse | null } | null;
  /** A tag is being looked for, to move the chosen one into it or to merge them. */
  picking: 'move' | 'merge' | null;
  asked: Asked | null;
  /** The tag that pasting will move. */
  cut: string | null;
  /** The passages of those under the chosen tag are listed too. */
  within: boolean;
  /** How often the search for a tag was asked for by key, so that its field takes the focus each time. */
  searched: number;
  /** How often the keyboard was sent back to the chosen row. */
  focused: number;
}

export const useCodebook = create<CodebookState>(() => ({
  chosen: null,
  open: new Set(),
  editing: null,
  picking: null,
  asked: null,
  cut: null,
  within: true,
  searched: 0,
  focused: 0,
}));

const { setState: set, getState: get } = useCodebook;

const NOTHING_ASKED = { editing: null, picking: null, asked: null } as const;

/** Chooses a tag and opens the levels above it. */
export function chooseTag(name: string | null): void {
  if (name === get().chosen) return;
  set({ chosen: name, ...NOTHING_ASKED });
  if (name !== null) showTag(name);
}

function showTag(name: string): void {
  const above = levelsOf(foldedTag(name)).slice(1);
  if (above.some((level) => !get().open.has(level))) set({ open: new Set([...get().open, ...above]) });
}

export function unfold(name: string, isOpen: boolean): void {
  const open = new Set(get().open);
  if (isOpen) open.add(foldedTag(name));
  else open.delete(foldedTag(name));
  set({ open });
}

export const setWithin = (within: boolean): void => set({ within });
export const searchTag = (): void => set({ searched: get().searched + 1 });
export const focusTree = (): void => set({ focused: get().focused + 1 });

/** Opens a field for a new tag at the top, or under the chosen one. */
export function beginNew(under: string | null): void {
  if (useLibrary.getState().readOnly) return;
  set({ ...NOTHING_ASKED, editing: { is: 'new', under } });
  if (under !== null) unfold(under, true);
}

/** Opens the chosen row for a new name, and says what it would touch. */
export async function beginRename(): Promise<void> {
  const name = changeable();
  if (name === null) return;
  set({ ...NOTHING_ASKED, editing: { is: 'rename', name, use: null } });
  await attempt(async () => {
    const use = await call('tags.use', { name });
    const { editing } = get();
    if (editing?.is === 'rename' && editing.name === name) set({ editing: { ...editing, use } });
  });
}

export function beginPick(picking: 'move' | 'merge'): void {
  if (changeable() !== null) set({ ...NOTHING_ASKED, picking });
}

/** The chosen tag; null when there is none or the library is read-only. */
const changeable = (): string | null => (useLibrary.getState().readOnly ? null : get().chosen);

/** Leaves a change unmade, or forgets what was cut. Returns whether there was any. */
export function cancelCodebook(): boolean {
  const { editing, picking, asked, cut } = get();
  if (editing === null && picking === null && asked === null && cut === null) return false;
  set({ ...NOTHING_ASKED, cut: null });
  focusTree();
  return true;
}

/** Ends the field in the tree with what was typed; `stays`: the keyboard goes back to the tree. */
export async function endEditing(typed: string, stays: boolean): Promise<void> {
  const { editing } = get();
  const leaf = tidyTag(typed.normalize('NFC').replace(/\s+/gu, ' '));
  set({ editing: null });
  if (stays) focusTree();
  if (editing === null || leaf === '') return;
  if (editing.is === 'new') await makeTag(joined(editing.under, leaf));
  else if (leaf !== leafOf(editing.name)) {
    const to = joined(parentOf(editing.name), leaf);
    // What it touches stood under the field; only a clash is asked about.
    if (clashesOf(editing.name, to).length > 0) await askRename(editing.name, to);
    else await rename(editing.name, to, 'rename', editing.use?.annotations ?? 0);
  }
}

const joined = (above: string | null, leaf: string): string => (above === null ? leaf : `${above}/${leaf}`);

async function makeTag(name: string): Promise<void> {
  const known = useLibrary.getState().tags.find((tag) => foldedTag(tag.name) === foldedTag(name));
  if (known !== undefined) {
    say(i18next.t('codebook.alreadyThere', { tag: known.name }));
    chooseTag(known.name);
  } else if (await attempt(() => addTag(name))) chooseTag(tagNamed(name).name);
}

/** Asks whether to give a tag and those under it another name, and says what that touches. */
export async function askRename(from: string, to: string, merging = false): Promise<void> {
  set(NOTHING_ASKED);
  if (useLibrary.getState().readOnly || to === from) return;
  if (isWithin(foldedTag(to), foldedTag(from)) && foldedTag(to) !== foldedTag(from)) {
    say(i18next.t('codebook.intoItself', { tag: from }));
    return;
  }
  await attempt(async () => {
    const use = await call('tags.use', { name: from });
    const [clash = null] = clashesOf(from, to);
    const as = merging || clash !== null ? 'merge' : isMove(from, to) ? 'move' : 'rename';
    set({ asked: { is: 'rename', from, to, as, clash: merging ? null : clash, use } });
  });
}

/** Asks whether to put a tag under another one, or (null) at the top. */
export const askMove = (name: string, under: string | null): Promise<void> =>
  askRename(name, joined(under, leafOf(name)));

export async function askRemove(): Promise<void> {
  const name = changeable();
  if (name === null) return;
  set(NOTHING_ASKED);
  await attempt(async () => {
    const use = await call('tags.use', { name });
    set({ asked: { is: 'remove', name, use } });
  });
}

/** Makes the change that was asked about. */
export async function confirmAsked(withThoseUnder = true): Promise<void> {
  const { asked } = get();
  set({ asked: null, cut: null });
  focusTree();
  if (asked?.is === 'rename') await rename(asked.from, asked.to, asked.as, asked.use.annotations);
  else if (asked?.is === 'remove') {
    const { name, use } = asked;
    const count = withThoseUnder ? use.annotations : use.own;
    if (await attempt(() => removeTag(name, withThoseUnder, count))) chooseTag(parentOf(name));
  }
}

/** What a renaming under way will choose. */
let coming: string | null = null;

async function rename(from: string, to: string, as: Renaming, count: number): Promise<void> {
  const { filter } = useShelfFilter.getState();
  const ofNotes = useNoteFilter.getState().filter;
  const follow = (names: Iterable<string>) =>
    [...names].map((name) =>
      isWithin(foldedTag(name), foldedTag(from)) ? to + name.slice(from.length) : name,
    );
  set({ open: new Set([...get().open, ...follow(get().open).map(foldedTag)]) });
  coming = to;
  const good = await attempt(() => renameTag(from, to, as, count));
  coming = null;
  if (!good) return;
  chooseTag(tagNamed(to).name);
  // What was narrowed to the tag stays narrowed to it.
  if (filter.tags.length > 0) narrowArticles({ tags: follow(filter.tags) });
  if (ofNotes.tags !== undefined) narrowNotes({ tags: follow(ofNotes.tags) });
}

// What is chosen follows its tag when that is renamed by undo or elsewhere.
useLibrary.subscribe(({ tags, folder }, before) => {
  const { chosen } = get();
  if (folder !== before.folder) set({ chosen: null, cut: null, open: new Set(), ...NOTHING_ASKED });
  else if (tags !== before.tags && chosen !== null) {
    const isThere = (level: string) => tags.some(({ name }) => isWithin(foldedTag(name), foldedTag(level)));
    if (isThere(chosen)) return;
    const known = new Set(before.tags.map(({ name }) => foldedTag(name)));
    const came = tags.map(({ name }) => name).filter((name) => !known.has(foldedTag(name)));
    // A tag comes with those under it.
    const [topmost] = came.sort((a, b) => a.length - b.length);
    const wanted = coming === null ? topmost : tagNamed(coming).name;
    chooseTag(wanted ?? levelsOf(chosen).find(isThere) ?? null);
  }
});

/** Opens the first levels, or all when they are few, unless any was opened before. */
export function unfoldAtFirst(levels: readonly string[]): void {
  if (get().open.size === 0) set({ open: new Set(levels) });
}

export function cutTag(): void {
  const cut = changeable();
  if (cut === null) return;
  set({ ...NOTHING_ASKED, cut });
  say(i18next.t('codebook.cut', { tag: cut }));
}

/** Asks whether to move what was cut under the chosen tag, or to the top when that is the one that was cut. */
export async function pasteTag(): Promise<void> {
  const { cut, chosen } = get();
  if (cut === null) return;
  await askMove(cut, chosen === cut ? null : chosen);
}

/** Shows the articles, and in the margin the notes, that have the tag or one under it. */
export function filterByTag(name: string | null): void {
  if (name === null) return;
  narrowArticles({ tags: [name] });
  narrowNotes({ tags: [name] });
  setView({ view: 'library', show: 'all' });
}
