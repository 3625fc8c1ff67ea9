import type { Annotation, Dismissal } from '#core/annotation';
import { blockAt, blockStarts } from '#core/article';
import type { ArticleView } from '#core/contract';
import type { SuggestedKind, Suggestion } from '#core/suggestions';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { i18next } from '../strings/i18n';
import { addAnnotation, addAnnotations, type Marking } from './changes';
import { useLibrary, viewOf } from './library';
import { paneHandle } from './panes';
import { updateSettings } from './settings';
import { attempt, saved, say, useStatus } from './status';
import { marksOf } from './suggested-marks';
import {
  chooseSuggestion,
  citationsIn,
  setDismissed,
  suggestionsIn,
  unchooseSuggestion,
  useSuggestions,
  type SuggestionsHere,
} from './suggestions';
import { remember } from './undo';
import { setBlock, useView } from './view';

const t = i18next.t.bind(i18next);

function activeView(): ArticleView | undefined {
  const { panes, active, view } = useView.getState();
  return view === 'library' ? viewOf(useLibrary.getState(), panes[active]) : undefined;
}

const here = (view: ArticleView): SuggestionsHere =>
  suggestionsIn(view, useSuggestions.getState(), useLibrary.getState().settings);

/** The suggestion whose card is open in the active pane. */
export function chosenSuggestion(): { view: ArticleView; suggestion: Suggestion } | null {
  const { chosen } = useSuggestions.getState();
  const view = activeView();
  if (chosen === null || view === undefined || view.article.id !== chosen.articleId) return null;
  const suggestion = here(view).shown.find(({ id }) => id === chosen.id);
  return suggestion === undefined ? null : { view, suggestion };
}

/** Opens a suggestion, brings its passage into sight and says what it is; `decided`: what was done with the one before. */
export function openSuggestion(view: ArticleView, suggestion: Suggestion, decided = ''): void {
  const { panes, active } = useView.getState();
  const pane = panes[active];
  const { article } = view;
  if (pane === undefined) return;
  setBlock(pane.key, blockAt(blockStarts(article.blocks), suggestion.start));
  chooseSuggestion(article.id, suggestion.id);
  paneHandle(pane.key)?.reveal(suggestion.start);
  const { shown } = here(viewOf(useLibrary.getState(), pane) ?? view);
  const opened = t('suggest.opened', {
    kind: t(`kindShort.${suggestion.kind}`),
    index: shown.findIndex(({ id }) => id === suggestion.id) + 1,
    count: shown.length,
    words: suggestion.text,
  });
  spoken = `${decided} ${opened}`.trim();
  say(spoken);
}

/** What was said of the open suggestion. */
let spoken: string | null = null;

// It is no longer true of anything once that is closed.
useSuggestions.subscribe(({ chosen }, before) => {
  const isClosed = chosen === null && before.chosen !== null;
  if (isClosed && spoken !== null && useStatus.getState().said === spoken) say(null);
});

/** The next suggestion after the open one (or the one before); else from the current paragraph. */
export function stepSuggestion(step: 1 | -1): void {
  const { panes, active, blocks, chosen } = useView.getState();
  const view = activeView();
  const pane = panes[active];
  if (view === undefined || pane === undefined) return;
  const { shown, open } = here(view);
  const [first] = shown;
  if (first === undefined) {
    const hidden = useLibrary.getState().settings.suggestions === 'none';
    const [words, command] = hidden
      ? (['suggest.allHidden', 'toggleSuggestions'] as const)
      : (['suggest.onlyWeak', 'suggestions'] as const);
    say(open.length === 0 ? t('suggest.noneLeft') : t(words, { key: capOf(command) ?? '' }));
    return;
  }
  const starts = blockStarts(view.article.blocks);
  const note = view.annotations.find(({ id }) => id === chosen?.annotationId);
  const now = chosenSuggestion()?.suggestion;
  const from = now?.start ?? note?.target.start ?? starts[blocks.get(pane.key) ?? 0] ?? 0;
  const at = now === undefined ? -1 : shown.indexOf(now);
  const near =
    step === 1
      ? shown.findIndex(({ start }) => start >= from)
      : shown.findLastIndex(({ start }) => start < from);
  const index = at >= 0 ? at + step : near;
  const next = shown[(index + shown.length) % shown.length] ?? first;
  openSuggestion(view, index < 0 && step === 1 && at < 0 ? first : next);
}

/** Suggestions come to be annotations, all of them in one undo step. */
async function take(
  { article }: ArticleView,
  suggestions: readonly Suggestion[],
  more: Partial<Marking>,
): Promise<Annotation[]> {
  const mentions = await call('directives.mentions', { articleIds: [article.id], context: false });
  const byStart = new Map(mentions.map(({ start, directive }) => [start, directive]));
  const found = marksOf(article, suggestions, citationsIn(article.id), (start) => byStart.get(start));
  const marks = found.map((mark): Marking => ({ ...mark, ...more }));
  const [mark] = marks;
  if (mark === undefined) return [];
  return marks.length === 1 ? [await addAnnotation(mark)] : addAnnotations(marks);
}

export async function acceptSuggestion(view: ArticleView, suggestion: Suggestion): Promise<void> {
  if (await attempt(() => take(view, [suggestion], {}))) say(t('suggest.taken', { words: suggestion.text }));
}

/** The open suggestion, to be decided on. Where nothing may be changed there is none, which is said. */
function openToDecide(): ReturnType<typeof chosenSuggestion> {
  const now = chosenSuggestion();
  if (now === null || !useLibrary.getState().readOnly) return now;
  say(t('suggest.readOnly'));
  return null;
}

/** Takes the open suggestion over. Null when none is open or it was refused. */
export async function takeChosen(more: Partial<Marking> = {}): Promise<Annotation | null> {
  const now = openToDecide();
  if (now === null) return null;
  const taken: Annotation[] = [];
  await attempt(async () => taken.push(...(await take(now.view, [now.suggestion], more))));
  return taken[0] ?? null;
}

/** Takes the open suggestion over and opens the next one. */
export async function acceptChosen(more: Partial<Marking> = {}): Promise<void> {
  await decide(async () => (await takeChosen(more)) !== null, 'suggest.taken');
}

export async function dismissChosen(): Promise<void> {
  await decide(({ view, suggestion }) => dismiss(view, [suggestion]), 'suggest.turnedDown');
}

/** Opens the suggestion after the open one, once that is decided on. */
async function decide(
  work: (now: { view: ArticleView; suggestion: Suggestion }) => Promise<boolean>,
  done: 'suggest.taken' | 'suggest.turnedDown',
): Promise<void> {
  const now = openToDecide();
  if (now === null) return;
  const { shown } = here(now.view);
  const at = shown.indexOf(now.suggestion);
  const next = shown[at + 1] ?? shown.find((each) => each !== now.suggestion);
  if (!(await work(now)) || useSuggestions.getState().chosen?.id !== now.suggestion.id) return;
  const decided = t(done, { words: now.suggestion.text });
  if (next !== undefined) openSuggestion(now.view, next, decided);
  else {
    unchooseSuggestion();
    say(`${decided} ${t('suggest.allDone')}`);
  }
}

/** The keyboard goes into the fields of the open suggestion. */
export function editChosen(): void {
  const card = document.querySelector('.suggestion.chosen');
  const field = card?.querySelector('input') ?? card?.querySelector<HTMLElement>('[aria-pressed="true"]');
  field?.focus();
}

/** Takes over all suggestions of a kind that are shown. */
export async function acceptAll(view: ArticleView, kind: SuggestedKind): Promise<void> {
  const all = here(view).shown.filter((suggestion) => suggestion.kind === kind);
  if (all.length === 0 || useLibrary.getState().readOnly) return;
  if (await attempt(() => take(view, all, {}))) say(t('suggest.accepted', { count: all.length }));
}

/** All suggestions of the kind of the open one. */
export async function acceptAllLikeChosen(): Promise<void> {
  const now = openToDecide();
  if (now !== null) await acceptAll(now.view, now.suggestion.kind);
  else if (chosenSuggestion() === null) say(t('suggest.chooseFirst'));
}

/** Turns suggestions down; one undo step. Returns whether it went well. */
export function dismiss({ article }: ArticleView, suggestions: readonly Suggestion[]): Promise<boolean> {
  const { id: articleId, revision } = article;
  const items = suggestions.map(({ kind, start, end }) => ({ kind, span: { start, end } }));
  let dismissals: Dismissal[] = [];
  const away = async () => {
    dismissals = await call('suggestions.dismiss', { articleId, revision, items });
    setDismissed(articleId, (before) => [...before, ...dismissals]);
    saved();
  };
  return attempt(async () => {
    await away();
    say(t('suggest.dismissed', { count: items.length }));
    remember({
      get what() {
        return t('suggest.undo.dismiss', { count: items.length });
      },
      undo: () => back(articleId, dismissals),
      redo: away,
    });
  });
}

async function back(articleId: string, dismissals: readonly Dismissal[]): Promise<void> {
  await call('suggestions.bringBack', { articleId, dismissals: [...dismissals] });
  const gone = new Set(dismissals.map(keyOf));
  setDismissed(articleId, (before) => before.filter((each) => !gone.has(keyOf(each))));
  saved();
}

const keyOf = ({ kind, at, quote, dismissedAt }: Dismissal): string =>
  [kind, at, quote.exact, dismissedAt].join('\u0000');

/** Brings suggestions back that were turned down; one undo step. */
export async function bringBack(
  { article }: ArticleView,
  turnedDown: SuggestionsHere['dismissed'],
): Promise<void> {
  const { id: articleId, revision } = article;
  const items = turnedDown.map(({ suggestion: { kind, start, end } }) => ({ kind, span: { start, end } }));
  let dismissals = turnedDown.map(({ dismissal }) => dismissal);
  await attempt(async () => {
    await back(articleId, dismissals);
    remember({
      get what() {
        return t('suggest.undo.bringBack', { count: dismissals.length });
      },
      undo: async () => {
        dismissals = await call('suggestions.dismiss', { articleId, revision, items });
        setDismissed(articleId, (before) => [...before, ...dismissals]);
      },
      redo: () => back(articleId, dismissals),
    });
  });
}

/** Shows suggestions in the text, or hides them. */
export function toggleSuggestions(): void {
  const { suggestions } = useLibrary.getState().settings;
  const next = suggestions === 'none' ? 'clear' : 'none';
  updateSettings({ suggestions: next });
  say(t(next === 'none' ? 'suggest.nowHidden' : 'suggest.nowShown'));
}
