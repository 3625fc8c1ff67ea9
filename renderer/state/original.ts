import { create } from 'zustand';
import { blockStarts, type Article } from '#core/article';
import type { OriginalView } from '#core/contract';
import { CallFailed } from '#core/gateway';
import type { Span } from '#core/span';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { registerDraft } from './drafts';
import { useLibrary, viewOf } from './library';
import { paneHandle } from './panes';
import { reviseBlock } from './revising';
import { attempt, reportFailure, say } from './status';
import { positionFor } from './places';
import { setBlock, useView, type PaneState } from './view';

/** A paragraph that is being corrected by hand. */
export interface Editing {
  paneKey: number;
  articleId: string;
  /** The revision that the person sees. */
  revision: number;
  block: number;
  /** The paragraph as it stands. */
  before: string;
  /** What is chosen when the field opens, counted in the paragraph. */
  selected: Span | null;
  saving: boolean;
  /** Escape was pressed once although something has been typed. */
  asking: boolean;
  /** Why it was not saved. */
  failure: string | null;
}

interface OriginalState {
  /** Keys of the panes that show the original beside their text. */
  open: ReadonlySet<number>;
  editing: Editing | null;
  /** What has been typed; apart from `editing`, so that nothing is drawn anew by a letter. */
  draft: string;
  /** The doubtful word that was stepped to, by its index in the article. */
  doubt: { paneKey: number; index: number } | null;
}

export const useOriginal = create<OriginalState>(() => ({
  open: new Set(),
  editing: null,
  draft: '',
  doubt: null,
}));

const { setState: set, getState: get } = useOriginal;

export const loadOriginal = (id: string): Promise<OriginalView> => call('articles.original', { id });

export const showOriginalAs = (id: string, as: 'open' | 'reveal'): Promise<boolean> =>
  attempt(() => call('articles.showOriginal', { id, as }));

/** Shows the original of the active pane's article beside it, or puts it away. */
export function toggleOriginal(): void {
  const { panes, active } = useView.getState();
  const pane = panes[active];
  if (pane !== undefined && pane.articleId !== null) toggleOriginalOf(pane.key);
}

export function toggleOriginalOf(paneKey: number): void {
  const open = new Set(get().open);
  if (!open.delete(paneKey)) open.add(paneKey);
  set({ open });
}

/** The page that the current paragraph of a pane begins on; null where the original has no pages. */
export function pageOf(article: Article, block: number | undefined): number | null {
  return article.pages?.[block ?? 0] ?? null;
}

/** Opens the current paragraph of the active pane for correction. */
export function editCurrentBlock(): void {
  const { panes, active, blocks } = useView.getState();
  const pane = panes[active];
  if (pane === undefined) return;
  editBlockOf(pane, blocks.get(pane.key) ?? positionFor(pane)?.block ?? 0);
}

export function editBlockOf(pane: PaneState, block: number): void {
  const { readOnly } = useLibrary.getState();
  const article = viewOf(useLibrary.getState(), pane)?.article;
  const text = article?.blocks[block]?.text;
  if (article === undefined || text === undefined || article.removedAt !== null) return;
  if (readOnly) say(i18next.t('original.readOnly'));
  else if (!mayLeave()) say(i18next.t('original.unfinished', { number: (get().editing?.block ?? 0) + 1 }));
  else {
    const { id: articleId, revision } = article;
    const editing = { paneKey: pane.key, articleId, revision, block, before: text };
    const selected = selectedIn(article, pane.key, block);
    set({ editing: { ...editing, selected, saving: false, asking: false, failure: null }, draft: text });
    forgetDraft();
    forgetDraft = registerDraft(saveEditing);
    setBlock(pane.key, block);
  }
}

/** Before the window closes, what is typed is saved: earlier texts are kept, typed words are not. */
let forgetDraft: () => void = () => undefined;

/** Whether another paragraph may be opened: nothing typed waits to be saved. If it may not, the field gets the keyboard. */
function mayLeave(): boolean {
  const { editing, draft } = get();
  if (editing === null || draft === editing.before) return true;
  if (!useLibrary.getState().articles.has(editing.articleId)) return true;
  document.querySelector<HTMLTextAreaElement>('.block-editor textarea')?.focus();
  return false;
}

/** What the field begins with: the words chosen in this paragraph, or the doubtful word that was stepped to. */
function selectedIn(article: Article, paneKey: number, block: number): Span | null {
  const { selection } = useView.getState();
  const start = blockStarts(article.blocks)[block] ?? 0;
  const length = article.blocks[block]?.text.length ?? 0;
  if (selection?.articleId === article.id) {
    const span = { start: selection.span.start - start, end: selection.span.end - start };
    if (span.start >= 0 && span.end <= length) return span;
  }
  const { doubt } = get();
  const word = doubt?.paneKey === paneKey ? article.machineRead?.doubtful[doubt.index] : undefined;
  return word?.block === block ? { start: word.start, end: word.end } : null;
}

export function typeDraft(draft: string): void {
  set({ draft });
  const { editing } = get();
  if (editing?.asking === true) set({ editing: { ...editing, asking: false } });
}

/** Leaves the paragraph as it was; asks once when something has been typed. */
export function cancelEditing(): void {
  const { editing, draft } = get();
  if (editing === null || editing.saving) return;
  if (draft === editing.before || editing.asking) endEditing(editing);
  else set({ editing: { ...editing, asking: true } });
}

/** Saves the paragraph as it was typed. A refusal leaves the field open, with its words. */
export async function saveEditing(): Promise<void> {
  const { editing, draft } = get();
  if (editing === null || editing.saving) return;
  if (draft === editing.before) {
    endEditing(editing);
    return;
  }
  set({ editing: { ...editing, saving: true, asking: false, failure: null } });
  try {
    await reviseBlock({ id: editing.articleId, revision: editing.revision }, editing.block, draft);
    endEditing(editing);
  } catch (error) {
    if (!(error instanceof CallFailed)) reportFailure(error);
    const failure = error instanceof CallFailed ? error.message : i18next.t('failure.crash');
    set({ editing: { ...editing, failure } });
  }
}

/** Closes the field; the keyboard goes back to the text that it was in. */
function endEditing({ paneKey }: Editing): void {
  const inField = document.activeElement?.closest('.block-editor') !== null;
  forgetDraft();
  set({ editing: null, draft: '' });
  if (inField) paneHandle(paneKey)?.focus();
}

/** Goes to the next word that the machine was not sure of (or the one before), in a circle. */
export function stepDoubt(pane: PaneState, step: 1 | -1): void {
  const article = viewOf(useLibrary.getState(), pane)?.article;
  const doubtful = article?.machineRead?.doubtful ?? [];
  if (article === undefined || doubtful.length === 0) return;
  const { doubt } = get();
  const at = doubt?.paneKey === pane.key ? doubt.index : step === 1 ? -1 : 0;
  const index = (at + step + doubtful.length) % doubtful.length;
  const word = doubtful[index];
  if (word === undefined) return;
  set({ doubt: { paneKey: pane.key, index } });
  setBlock(pane.key, word.block);
  paneHandle(pane.key)?.reveal((blockStarts(article.blocks)[word.block] ?? 0) + word.start);
}
