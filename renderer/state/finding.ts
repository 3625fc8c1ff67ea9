import { create } from 'zustand';
import { blockAt, blockStarts } from '#core/article';
import { createMatcher, PLAIN_FIND, type FindOptions, type Matcher } from '#core/search/find';
import { i18next } from '../strings/i18n';
import { firstOffsetInView } from '../ui/text/in-view';
import { ABOVE, findInArticle, hitAt, hitCount, isInText, offsetOf, type PaneHits } from './hits';
import { useLibrary, viewOf } from './library';
import { askOccurrencesOf } from './occurrences';
import { onPanesChanged, paneHandle, type PaneHandle } from './panes';
import { say } from './status';
import { activate, setBlock, useView, type PaneState } from './view';

interface FindingState {
  open: boolean;
  /** Counts how often the field was asked for: each time it takes the keyboard. */
  asked: number;
  query: string;
  options: FindOptions;
  /** In all panes, or only in the active one. */
  everywhere: boolean;
  /** By pane, from left to right; null until the first answer. */
  hits: readonly PaneHits[] | null;
  /** The hit that was stepped to: its place among all hits. */
  current: number | null;
  /** How many there would be if marks did not count, where there is none with them. */
  loose: number;
  /** The last step went on from the other end. */
  wrapped: 'end' | 'beginning' | null;
  /** The current hit stands so far up that the bar would lie over it: it keeps to the lower edge. */
  low: boolean;
}

export const useFinding = create<FindingState>(() => ({
  open: false,
  asked: 0,
  query: '',
  options: PLAIN_FIND,
  everywhere: false,
  hits: null,
  current: null,
  loose: 0,
  wrapped: null,
  low: false,
}));

const { setState: set, getState: get } = useFinding;

/** Where looking begins; not state, since nothing is drawn from it. */
let origin: { paneKey: number; offset: number } | null = null;
let run = 0;
let stopFollowing: (() => void)[] = [];

/** A longer selection is rather a passage to be marked than words to be found. */
const LONGEST_SELECTION = 200;
/** How far down a pane the bar reaches. CSS pixels. */
const HIDDEN_BY_BAR = 120;
/** Scrolled no further than this, a pane shows its title. CSS pixels. */
const TITLE_IN_SIGHT = 24;

/** Opens the bar with the selected words, or with what was looked for last. */
export function openFind(): void {
  const { selection, panes, active } = useView.getState();
  const pane = panes[selection?.pane ?? active];
  const words = selection !== null && selection.text.length <= LONGEST_SELECTION ? selection.text : null;
  if (pane !== undefined) {
    origin = { paneKey: pane.key, offset: selection?.span.start ?? topOffset(pane) };
  }
  if (!get().open) follow();
  set({ open: true, asked: get().asked + 1, query: words ?? get().query, wrapped: null });
  void search('show');
}

function topOffset(pane: PaneState): number {
  const scroller = paneHandle(pane.key)?.scroller;
  return scroller === undefined || scroller.scrollTop <= TITLE_IN_SIGHT ? ABOVE : firstOffsetInView(scroller);
}

/** Closes the bar; the current hit becomes the selection, so that it can be marked at once. */
export function closeFind(): void {
  const hit = hitAt(get().hits, get().current);
  const handle = leaveBar(hit?.paneKey);
  if (hit !== null) handle?.select(hit.span, hit.span.aside);
}

/** Closes the bar and gives the keyboard to a pane, by default the active one. */
function leaveBar(paneKey: number | undefined): PaneHandle | undefined {
  const { panes, active } = useView.getState();
  const handle = paneHandle(paneKey ?? panes[active]?.key);
  run++;
  for (const stop of stopFollowing) stop();
  stopFollowing = [];
  set({ open: false, hits: null, current: null, loose: 0, wrapped: null, low: false });
  handle?.focus();
  return handle;
}

/** Closes the bar and offers to mark all hits at once; those in titles and captions are left out. */
export function markFound(): void {
  const { open, query, options, everywhere, hits } = get();
  if (!open) {
    openFind();
    return;
  }
  const { panes, active } = useView.getState();
  const articleId = panes[active]?.articleId ?? null;
  if (articleId === null || useLibrary.getState().readOnly) return;
  if (!hasMarkable(hits)) {
    say(i18next.t('find.nothingToMark'));
    return;
  }
  leaveBar(undefined);
  askOccurrencesOf({ words: query.trim(), articleId, everywhere, options });
}

/** Whether there are hits that can be marked. */
export const hasMarkable = (hits: readonly PaneHits[] | null): boolean =>
  (hits ?? []).some(({ spans }) => spans.some(isInText));

export function setQuery(query: string): void {
  if (query === get().query) return;
  set({ query, wrapped: null });
  void search('show');
}

export function setFindOptions(options: Partial<FindOptions>): void {
  set({ options: { ...get().options, ...options }, wrapped: null });
  void search('show');
}

const NEXT_MARKS = { auto: 'strict', strict: 'loose', loose: 'auto' } as const;

/** Switches to the next value of an option; the bar opens to show it. */
export function toggleFindOption(name: keyof FindOptions): void {
  if (!get().open) openFind();
  const { options } = get();
  const next: { [Name in keyof FindOptions]: FindOptions[Name] } = {
    marks: NEXT_MARKS[options.marks],
    wholeSyllables: !findsWhole(get()),
    matchCase: !options.matchCase,
  };
  setFindOptions({ [name]: next[name] });
}

export function toggleEverywhere(): void {
  if (!get().open) openFind();
  set({ everywhere: !get().everywhere, wrapped: null });
  void search('show');
}

/** Whether only whole syllables are found: chosen, or since the query is short. */
export function findsWhole({ query, options }: Pick<FindingState, 'query' | 'options'>): boolean {
  if (options.wholeSyllables !== 'auto') return options.wholeSyllables;
  const letters = query.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters > 0 && letters <= 3;
}

/** Goes to the next hit or the one before, around the ends; opens the bar with the last query when it is closed. */
export function stepHit(step: 1 | -1): void {
  const { open, hits, current } = get();
  if (!open) {
    openFind();
    return;
  }
  const count = hitCount(hits);
  if (count === 0) return;
  const next = ((current ?? (step === 1 ? -1 : 0)) + step + count) % count;
  const around = current !== null && count > 1 && (step === 1 ? next < current : next > current);
  set({ current: next, wrapped: around ? (step === 1 ? 'end' : 'beginning') : null });
  showCurrent();
}

/** Brings the current hit into sight and makes its pane and paragraph the current ones. */
function showCurrent(): void {
  const hit = hitAt(get().hits, get().current);
  if (hit === null) return;
  const { start, aside } = hit.span;
  const offset = offsetOf(hit.span);
  origin = { paneKey: hit.paneKey, offset };
  const { panes } = useView.getState();
  const index = panes.findIndex(({ key }) => key === hit.paneKey);
  const article = viewOf(useLibrary.getState(), panes[index])?.article;
  if (article === undefined) return;
  activate(index);
  setBlock(hit.paneKey, blockAt(blockStarts(article.blocks), offset));
  const handle = paneHandle(hit.paneKey);
  handle?.reveal(start, aside);
  const top = handle?.topOf(start, aside) ?? null;
  if (handle === undefined || top === null) return;
  set({ low: top < HIDDEN_BY_BAR });
  const covered = HIDDEN_BY_BAR - (top - handle.scroller.scrollTop);
  if (covered > 0 && covered < HIDDEN_BY_BAR) handle.scroller.scrollTop -= covered;
}

/** Looks again whenever other panes, other texts or another active pane come. */
function follow(): void {
  stopFollowing = [
    useView.subscribe((now, before) => {
      if (now.panes !== before.panes || (now.active !== before.active && !get().everywhere))
        void search('stay');
    }),
    useLibrary.subscribe((now, before) => {
      if (now.views !== before.views) void search('stay');
    }),
    onPanesChanged(() => set({ hits: get().hits })),
  ];
}

const searchedPanes = (): PaneState[] => {
  const { panes, active } = useView.getState();
  return panes.filter((_, index) => get().everywhere || index === active);
};

/** `show`: goes to the first hit from where looking began; `stay`: the texts have changed, not what is looked for. */
async function search(then: 'show' | 'stay'): Promise<void> {
  run++;
  const mine = run;
  const { query, options } = get();
  const hits = await hitsOf(createMatcher(query, options), mine);
  if (hits === null) return;
  let loose = 0;
  if (hitCount(hits) === 0 && options.marks !== 'loose') {
    const without = await hitsOf(createMatcher(query, { ...options, marks: 'loose' }), mine);
    if (without === null) return;
    loose = hitCount(without);
  }
  set({ hits, loose, current: firstFrom(hits) });
  if (then === 'show') showCurrent();
}

/** The first hit from where looking began, else the first one of all. */
function firstFrom(hits: readonly PaneHits[]): number | null {
  let before = 0;
  for (const { paneKey, spans } of hits) {
    if (paneKey === origin?.paneKey) {
      const { offset } = origin;
      const index = spans.findIndex(({ end, aside }) =>
        aside === undefined ? end > offset : aside.at >= offset,
      );
      if (index >= 0) return before + index;
    }
    before += spans.length;
  }
  return before === 0 ? null : 0;
}

/** The hits in every pane that is searched; null once something else is looked for. */
async function hitsOf(matcher: Matcher | null, mine: number): Promise<PaneHits[] | null> {
  const hits: PaneHits[] = [];
  for (const pane of searchedPanes()) {
    const article = viewOf(useLibrary.getState(), pane)?.article;
    if (article === undefined) continue;
    const spans = matcher === null ? [] : await findInArticle(article, matcher, () => mine === run);
    if (spans === null) return null;
    hits.push({ paneKey: pane.key, spans });
  }
  return mine === run ? hits : null;
}
