import { create } from 'zustand';
import type { BodyEntry, BodyRow } from '#core/body';
import {
  addAlias,
  mergeBodies,
  removeAlias,
  removeBody,
  renameBody,
  setBodyKind,
} from '#core/body-dictionary';
import { PHRASE_SYLLABLES, type WordsInPlace } from '#core/calls/phrases';
import type { CallInput } from '#core/contract';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { openPlace } from './going';
import { loadArticle, useLibrary } from './library';
import { paneHandle } from './panes';
import { filterByBody } from './shelf-filter';
import { attempt, say } from './status';
import { remember } from './undo';
import { useView } from './view';

export type PhraseTab = 'phrases' | 'bodies';
/** A change of the chosen body that a field is open for. */
export type BodyAsk = 'rename' | 'alias' | 'merge';

export interface PhraseFilter {
  length: number;
  articles: number;
  words: string;
  /** Undefined asks for all. */
  year: number | undefined;
  source: string | undefined;
  /** A body that the article names. */
  body: string | undefined;
}

interface PhrasesState {
  tab: PhraseTab;
  filter: PhraseFilter;
  /** Key of the chosen phrase. */
  phrase: string | null;
  body: Pick<BodyRow, 'name' | 'is'> | null;
  asked: BodyAsk | null;
  /** How often the search field was asked for by key. */
  searched: number;
}

const ANYWHERE = { words: '', year: undefined, source: undefined, body: undefined } as const;

const AT_FIRST: PhrasesState = {
  tab: 'phrases',
  filter: { length: PHRASE_SYLLABLES.usual, articles: 3, ...ANYWHERE },
  phrase: null,
  body: null,
  asked: null,
  searched: 0,
};

export const usePhrases = create<PhrasesState>(() => AT_FIRST);
const { setState: set, getState: get } = usePhrases;

export const showPhraseTab = (tab: PhraseTab): void => set({ tab, asked: null });
const nextPhraseTab = (): void => showPhraseTab(get().tab === 'phrases' ? 'bodies' : 'phrases');
export const narrowPhrases = (patch: Partial<PhraseFilter>): void =>
  set({ filter: { ...get().filter, ...patch } });
/** The most that can be asked for. */
const WIDEST: PhraseFilter = { length: PHRASE_SYLLABLES.least, articles: 2, ...ANYWHERE };
export const widenPhrases = (): void => set({ filter: WIDEST });
export const isWidest = ({ length, articles, words, year, source, body }: PhraseFilter): boolean =>
  length === WIDEST.length &&
  articles === WIDEST.articles &&
  words === '' &&
  [year, source, body].every((each) => each === undefined);

export const choosePhrase = (phrase: string | null): void => set({ phrase });
const searchPhrases = (): void => set({ searched: get().searched + 1 });

export function chooseBody(body: Pick<BodyRow, 'name' | 'is'> | null): void {
  set({ body: body === null ? null : { name: body.name, is: body.is }, asked: null });
}

/** Shows a body in its tab, from the places of a phrase. */
export function showBody(name: string): void {
  set({ tab: 'bodies', body: { name, is: 'body' }, asked: null });
}

/** Opens the field for a change of the chosen body. */
function askBody(asked: BodyAsk): void {
  const { tab, body } = get();
  if (tab === 'bodies' && body !== null && !useLibrary.getState().readOnly) set({ asked });
}

/** Closes the field. Returns whether there was one. */
export function cancelBodyAsk(): boolean {
  if (get().asked === null) return false;
  set({ asked: null });
  return true;
}

/** The filter as calls take it. */
export function phraseQuestion(filter: PhraseFilter): CallInput<'phrases.list'> {
  const { year, source, body, ...rest } = filter;
  return {
    ...rest,
    ...(year !== undefined && { year }),
    ...(source !== undefined && { source }),
    ...(body !== undefined && { body }),
  };
}

/** Saves the places of the chosen phrase, or the list of phrases, as a table. */
export async function savePhrases(): Promise<void> {
  const { tab, filter, phrase } = get();
  if (tab !== 'phrases') return;
  await attempt(async () => {
    const { path } = await call('phrases.save', { ...phraseQuestion(filter), key: phrase });
    if (path !== null) say(i18next.t('phrases.saved', { path }));
  });
}

/** Opens the article at these words. */
export async function goToWords({ articleId, start, block }: WordsInPlace): Promise<void> {
  await attempt(async () => {
    await loadArticle(articleId);
    const revision = useLibrary.getState().views.get(articleId)?.article.revision;
    if (revision === undefined) return;
    await openPlace({ articleId, revision, block });
    const { panes, active } = useView.getState();
    const handle = paneHandle(panes[active]?.key);
    handle?.focus();
    handle?.reveal(start);
  });
}

/** Ends the open field with what was typed; nothing typed changes nothing. */
export async function answerBodyAsk(
  typed: string,
  rows: readonly Pick<BodyRow, 'name' | 'is'>[],
): Promise<void> {
  const { asked, body } = get();
  set({ asked: null });
  const to = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (asked === null || body === null || to === '' || to === body.name) return;
  const { name } = body;
  if (asked === 'alias')
    await change((entries) => addAlias(entries, body, to), i18next.t('phrases.undo.alias', { name, to }));
  else {
    const into = rows.find((row) => row.name === to);
    if (asked === 'merge' && into === undefined) return;
    const isMerge = into !== undefined;
    const good = await change(
      (entries) => (isMerge ? mergeBodies(entries, body, into) : renameBody(entries, body, to)),
      i18next.t(isMerge ? 'phrases.undo.merge' : 'phrases.undo.rename', { name, to }),
    );
    if (good) chooseBody(into ?? { name: to, is: body.is });
  }
}

export async function dropAlias(alias: string): Promise<void> {
  const { body } = get();
  if (body === null) return;
  const what = i18next.t('phrases.undo.removeAlias', { name: body.name, to: alias });
  await change((entries) => removeAlias(entries, body, alias), what);
}

async function switchBodyKind(): Promise<void> {
  const { tab, body } = get();
  if (tab !== 'bodies' || body === null) return;
  const is = body.is === 'body' ? 'person' : 'body';
  if (
    await change(
      (entries) => setBodyKind(entries, body, is),
      i18next.t('phrases.undo.kind', { name: body.name }),
    )
  ) {
    chooseBody({ name: body.name, is });
  }
}

async function removeBodyEntry(): Promise<void> {
  const { tab, body } = get();
  const isEntered = useLibrary.getState().bodies.some(({ name }) => name === body?.name);
  if (tab !== 'bodies' || body === null || !isEntered) return;
  await change(
    (entries) => removeBody(entries, body.name),
    i18next.t('phrases.undo.remove', { name: body.name }),
  );
}

/** Shows the articles that mention the chosen body. */
function filterByChosenBody(): void {
  const { tab, body } = get();
  if (tab === 'bodies' && body !== null) filterByBody(body.name);
}

/** Changes the dictionary as one step that can be undone. Returns whether it went well. */
async function change(make: (entries: readonly BodyEntry[]) => BodyEntry[], what: string): Promise<boolean> {
  if (useLibrary.getState().readOnly) return false;
  return attempt(async () => {
    const after = make(useLibrary.getState().bodies);
    const before = await call('bodies.set', { entries: after });
    remember({
      what,
      undo: () => call('bodies.set', { entries: before }),
      redo: () => call('bodies.set', { entries: after }),
    });
  });
}

/** What the keys of the view do. */
export const phraseActions = {
  nextPhraseTab,
  findPhrase: searchPhrases,
  savePhrases,
  renameBody: () => askBody('rename'),
  aliasBody: () => askBody('alias'),
  mergeBody: () => askBody('merge'),
  switchBody: switchBodyKind,
  removeBody: removeBodyEntry,
  filterByBody: filterByChosenBody,
};

useLibrary.subscribe(({ folder }, before) => {
  if (folder !== before.folder) set(AT_FIRST);
});
