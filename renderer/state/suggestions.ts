import { useEffect } from 'react';
import { create } from 'zustand';
import type { Annotation, AnnotationKind, Dismissal } from '#core/annotation';
import { textOf, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import type { Settings } from '#core/library';
import type { FoundCitation } from '#core/recognise/found';
import {
  matchDismissals,
  partSuggestions,
  suggestionsOf,
  type PartedSuggestions,
  type Suggestion,
} from '#core/suggestions';
import type { TaskFacts } from '#core/task';
import { call } from '../bridge';
import { afterPaint } from '../ui/after-paint';
import { useLibrary } from './library';
import { attempt } from './status';
import { setView, unchoose, useView } from './view';

/** What the rules find in a text, and what of it was turned down. */
export interface Looked {
  /** What it was looked for in. */
  revision: number;
  publishedOn: string | null;
  all: readonly Suggestion[];
  citations: readonly FoundCitation[];
  /** The document of the library that each citation was of when it was looked for. */
  documents: readonly string[];
  dismissed: readonly Dismissal[];
}

/** What a person has changed of a suggestion before taking it. */
export interface SuggestionDraft {
  kind?: AnnotationKind;
  task?: TaskFacts;
}

interface SuggestionState {
  looked: ReadonlyMap<string, Looked>;
  /** The suggestion whose card is open. */
  chosen: { articleId: string; id: string } | null;
  /** By article and suggestion. */
  drafts: ReadonlyMap<string, SuggestionDraft>;
  /** What can be done with all of them is in sight. */
  open: boolean;
}

export const useSuggestions = create<SuggestionState>(() => ({
  looked: new Map(),
  chosen: null,
  drafts: new Map(),
  open: false,
}));

const { setState: set, getState: get } = useSuggestions;

// One thing is chosen at a time: a note, words of the text, or a suggestion.
useView.subscribe((now, before) => {
  if (get().chosen === null) return;
  const isOther =
    (now.chosen !== null && now.chosen !== before.chosen) ||
    (now.selection !== null && now.selection !== before.selection) ||
    now.active !== before.active;
  if (isOther) set({ chosen: null });
});

const coming = new Map<string, Promise<void>>();

const isOf = (looked: Looked | undefined, { revision, publishedOn }: Article): boolean =>
  looked?.revision === revision && looked.publishedOn === publishedOn;

/** Characters of text whose findings come in one reply: more would hold the window up for longer than a frame or two. */
const PART = 50_000;

/** Asks what the rules find in an article's text, unless that is known or on its way. */
export function lookThrough(article: Article): Promise<void> {
  const { id, revision, publishedOn } = article;
  if (isOf(get().looked.get(id), article)) return Promise.resolve();
  const asked = `${id} ${revision} ${publishedOn ?? ''}`;
  const known = coming.get(asked);
  if (known !== undefined) return known;
  const work = findIn(article)
    .then((looked) => {
      if (looked === null) return;
      set((before) => ({
        looked: new Map(before.looked).set(id, looked),
        // They name places of the text as it was.
        drafts: new Map([...before.drafts].filter(([key]) => !key.startsWith(id))),
      }));
    })
    .finally(() => coming.delete(asked));
  coming.set(asked, work);
  return work;
}

/** Null when the text has become another one meanwhile, which is looked through anew. */
export async function findIn({ id, revision, publishedOn, blocks }: Article): Promise<Looked | null> {
  const { length } = textOf({ blocks });
  const all: Suggestion[] = [];
  const citations: FoundCitation[] = [];
  const documents: string[] = [];
  let dismissed: readonly Dismissal[] = [];
  for (let start = 0; start < length; start += PART) {
    const part = await call('recognise.article', { id, within: { start, end: start + PART } });
    if (part.revision !== revision) return null;
    all.push(...suggestionsOf(part.found));
    citations.push(...part.found.citations);
    documents.push(...part.directives);
    ({ dismissed } = part);
  }
  return { revision, publishedOn, all, citations, documents, dismissed };
}

/** Looks an article through that is shown, once it is painted. */
export function useLookThrough(article: Article): void {
  useEffect(() => afterPaint(() => void attempt(() => lookThrough(article))), [article]);
}

/** An article's suggestions as they stand now. */
export interface SuggestionsHere extends PartedSuggestions {
  /** Those of the open ones that the settings let be seen. */
  shown: readonly Suggestion[];
  weak: number;
}

const NOTHING: SuggestionsHere = { open: [], dismissed: [], shown: [], weak: 0 };

interface Kept {
  looked: Looked;
  mode: Settings['suggestions'];
  here: SuggestionsHere;
}
const kept = new WeakMap<readonly Annotation[], Kept>();

const matched = new WeakMap<Looked, ReadonlyMap<Suggestion, Dismissal>>();

/** Which suggestions were turned down: found out once, however many notes come and go. */
function dismissalsOf(looked: Looked, article: Article): ReadonlyMap<Suggestion, Dismissal> {
  const known = matched.get(looked) ?? matchDismissals(looked.all, textOf(article), looked.dismissed);
  matched.set(looked, known);
  return known;
}

/** The same object for as long as nothing it rests on is another. */
export function suggestionsIn(
  view: ArticleView | undefined,
  { looked: known }: Pick<SuggestionState, 'looked'>,
  { suggestions: mode }: Settings,
): SuggestionsHere {
  const looked = view === undefined ? undefined : known.get(view.article.id);
  if (view === undefined || looked === undefined || !isOf(looked, view.article)) return NOTHING;
  const before = kept.get(view.annotations);
  if (before?.looked === looked && before.mode === mode) return before.here;
  const parted =
    before?.looked === looked
      ? before.here
      : partSuggestions(looked.all, dismissalsOf(looked, view.article), view.annotations);
  const clear = parted.open.filter(({ weak }) => !weak);
  const here = {
    ...{ open: parted.open, dismissed: parted.dismissed, weak: parted.open.length - clear.length },
    shown: mode === 'none' ? [] : mode === 'all' ? parted.open : clear,
  };
  kept.set(view.annotations, { looked, mode, here });
  return here;
}

export function useSuggestionsIn(view: ArticleView | undefined): SuggestionsHere {
  const settings = useLibrary((state) => state.settings);
  return useSuggestions((state) => suggestionsIn(view, state, settings));
}

/** What is remembered of the suggestions of an article that are not wanted. */
export function setDismissed(articleId: string, change: (before: readonly Dismissal[]) => Dismissal[]): void {
  const looked = get().looked.get(articleId);
  if (looked === undefined) return;
  set({ looked: new Map(get().looked).set(articleId, { ...looked, dismissed: change(looked.dismissed) }) });
}

export function chooseSuggestion(articleId: string, id: string): void {
  unchoose();
  setView({ notesOpen: true, selection: null });
  set({ chosen: { articleId, id } });
}

/** Closes the open suggestion. Returns whether one was open. */
export function unchooseSuggestion(): boolean {
  if (get().chosen === null) return false;
  set({ chosen: null });
  return true;
}

export const toggleSuggestionBar = (): void => {
  setView({ notesOpen: true });
  set(({ open }) => ({ open: !open }));
};
export const closeSuggestionBar = (): void => set({ open: false });

const draftKey = (articleId: string, id: string): string => `${articleId} ${id}`;

export const draftOf = (
  { drafts }: Pick<SuggestionState, 'drafts'>,
  articleId: string,
  id: string,
): SuggestionDraft | undefined => drafts.get(draftKey(articleId, id));

/** What an article cites, as far as that is known. */
export const citationsIn = (articleId: string): readonly FoundCitation[] =>
  get().looked.get(articleId)?.citations ?? [];

/** Changes a suggestion before it is taken. */
export function setDraft(articleId: string, id: string, patch: SuggestionDraft): void {
  const key = draftKey(articleId, id);
  set(({ drafts }) => ({ drafts: new Map(drafts).set(key, { ...drafts.get(key), ...patch }) }));
}
