import { create } from 'zustand';
import { blockAt, blockStarts, type Article, type Block } from '#core/article';
import { createMatcher, PLAIN_FIND, type FindOptions, type Matcher } from '#core/search/find';
import type { Span } from '#core/span';
import { foldText, type FoldedText } from '#core/text/fold';
import { firstOffsetInView } from '../ui/text/in-view';
import { useLibrary, viewOf } from './library';
import { onPanesChanged, paneHandle } from './panes';
import { activate, setBlock, useView, type PaneState } from './view';

/** The hits in one pane, as spans of its article's text. */
export interface PaneHits {
  paneKey: number;
  spans: readonly Span[];
}

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
/** How long the window may be kept busy. Milliseconds. */
const SLICE = 8;

export const hitCount = (hits: readonly PaneHits[] | null): number =>
  (hits ?? []).reduce((sum, { spans }) => sum + spans.length, 0);

/** The hit at a place among all hits. */
export function hitAt(
  hits: readonly PaneHits[] | null,
  place: number | null,
): { paneKey: number; span: Span } | null {
  let left = place ?? -1;
  if (left < 0) return null;
  for (const { paneKey, spans } of hits ?? []) {
    const span = spans[left];
    if (span !== undefined) return { paneKey, span };
    left -= spans.length;
  }
  return null;
}

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

const topOffset = (pane: PaneState): number => {
  const handle = paneHandle(pane.key);
  return handle === undefined ? 0 : firstOffsetInView(handle.scroller);
};

/** Closes the bar; the current hit becomes the selection, so that it can be marked at once. */
export function closeFind(): void {
  const hit = hitAt(get().hits, get().current);
  const { panes, active } = useView.getState();
  const handle = paneHandle(hit?.paneKey ?? panes[active]?.key);
  run++;
  for (const stop of stopFollowing) stop();
  stopFollowing = [];
  set({ open: false, hits: null, current: null, loose: 0, wrapped: null });
  handle?.focus();
  if (hit !== null) handle?.select(hit.span);
}

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
  origin = { paneKey: hit.paneKey, offset: hit.span.start };
  const { panes } = useView.getState();
  const index = panes.findIndex(({ key }) => key === hit.paneKey);
  const article = viewOf(useLibrary.getState(), panes[index])?.article;
  if (article === undefined) return;
  activate(index);
  setBlock(hit.paneKey, blockAt(blockStarts(article.blocks), hit.span.start));
  const handle = paneHandle(hit.paneKey);
  handle?.reveal(hit.span.start);
  const top = handle?.topOf(hit.span.start) ?? null;
  if (handle === undefined || top === null) return;
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
      const index = spans.findIndex(({ end }) => end > offset);
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

/** Texts that have been folded, as long as anybody has them. */
const folded = new WeakMap<Block, FoldedText>();

function foldedBlock(block: Block): FoldedText {
  const known = folded.get(block) ?? foldText(block.text);
  folded.set(block, known);
  return known;
}

/** Looks through the paragraphs one by one, in slices that leave the window room to breathe. */
async function findInArticle(
  article: Article,
  matcher: Matcher,
  goesOn: () => boolean,
): Promise<Span[] | null> {
  const spans: Span[] = [];
  let begun = performance.now();
  let offset = 0;
  for (const block of article.blocks) {
    for (const { start, end } of matcher.find(foldedBlock(block))) {
      spans.push({ start: offset + start, end: offset + end });
    }
    offset += block.text.length + 1;
    if (performance.now() - begun < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!goesOn()) return null;
    begun = performance.now();
  }
  return spans;
}
