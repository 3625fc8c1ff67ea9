import { create } from 'zustand';
import { pinsBetween } from '#core/align';
import type { Article } from '#core/article';
import { MAX_PANES } from '#core/library';
import { readyCompared, type Compared } from './alignment';
import {
  otherSide,
  placeOf,
  rowAt,
  stepsThrough,
  type Place,
  type Row,
  type RowKind,
  type Side,
} from './comparing-rows';
import { openPlace } from './going';
import { useLibrary } from './library';
import { pinParagraphs, removePins } from './pinning';
import { attempt } from './status';
import { setView, unchoose, useView } from './view';

export const COMPARE_TABS = ['paragraphs', 'topics', 'phrases'] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];

/** Where the comparison is: `reveal` brings the place into sight, once for each new object. */
interface At extends Place {
  reveal: boolean;
}

interface ComparingState {
  /** A, B, and the others of the view by topics; null = not chosen yet. */
  ids: readonly (string | null)[];
  tab: CompareTab;
  at: At | null;
  /** The kind of paragraphs that is stepped through; null = all that differ. */
  only: RowKind | null;
  /** The paragraphs chosen for a pin, by their blocks. */
  chosen: { left: number | null; right: number | null };
  /** The menu of the formats is open. */
  exporting: boolean;
}

const NOTHING_CHOSEN = { left: null, right: null };

export const useComparing = create<ComparingState>(() => ({
  ids: [null, null],
  tab: 'paragraphs',
  at: null,
  only: null,
  chosen: NOTHING_CHOSEN,
  exporting: false,
}));

const { setState: set, getState: get } = useComparing;

export const sideIds = ({ ids }: Pick<ComparingState, 'ids'>) => ({
  left: ids[0] ?? null,
  right: ids[1] ?? null,
});

/** The articles in the panes that the comparison was last opened from: only other ones take the place of a choice made since. */
let openedFor = '';

/** Shows the comparison of the articles in the panes, at the paragraph being read. */
export function openComparison(): void {
  const { panes, active, blocks, view } = useView.getState();
  const open = [...new Set(panes.flatMap(({ articleId }) => articleId ?? []))].slice(0, MAX_PANES);
  if (open.join() !== openedFor && (open.length > 1 || get().ids.every((id) => id === null))) {
    openedFor = open.join();
    setIds([open[0] ?? null, open[1] ?? null, ...open.slice(2)]);
  }
  const pane = panes[active];
  const block = pane === undefined ? undefined : blocks.get(pane.key);
  const side = sideOf(pane?.articleId ?? null);
  if (view !== 'compare' && side !== null && block !== undefined) goTo({ side, block });
  setView({ view: 'compare', dialog: null, chosen: null, selection: null });
}

function sideOf(articleId: string | null): Side | null {
  const { left, right } = sideIds(get());
  if (articleId === null) return null;
  return articleId === left ? 'left' : articleId === right ? 'right' : null;
}

function setIds(ids: readonly (string | null)[]): void {
  set({ ids, at: null, only: null, chosen: NOTHING_CHOSEN });
}

/** Puts an article on a side; when it stands on the other one they change places. */
export function chooseSide(side: Side, id: string): void {
  const { ids } = get();
  const index = side === 'left' ? 0 : 1;
  const there = ids.indexOf(id);
  setIds(ids.map((old, i) => (i === index ? id : i === there ? (ids[index] ?? null) : old)));
}

export function swapSides(): void {
  const { ids, at, chosen } = get();
  const [left = null, right = null, ...others] = ids;
  set({
    ids: [right, left, ...others],
    at: at === null ? null : { side: otherSide(at.side), block: at.block, reveal: true },
    chosen: { left: chosen.right, right: chosen.left },
  });
}

/** Another article for the view by topics. */
export function addArticle(id: string): void {
  const { ids } = get();
  const free = ids.indexOf(null);
  if (ids.includes(id) || (free < 0 && ids.length >= MAX_PANES)) return;
  if (free < 0) set({ ids: [...ids, id] });
  else setIds(ids.map((old, i) => (i === free ? id : old)));
}

/** Takes an article out of the view by topics; the next one takes its place. */
export function dropArticle(id: string): void {
  const left = get().ids.filter((other) => other !== null && other !== id);
  setIds([left[0] ?? null, left[1] ?? null, ...left.slice(2)]);
}

export function showTab(tab: CompareTab): void {
  // What is no longer in sight is not what a key means.
  setView({ chosen: null, selection: null });
  set({ tab, exporting: false });
}

export const showExporting = (exporting: boolean): void => set({ exporting });

/** The next way of looking at the articles, in a circle. */
export function nextTab(): void {
  const at = COMPARE_TABS.indexOf(get().tab);
  showTab(COMPARE_TABS[(at + 1) % COMPARE_TABS.length] ?? 'paragraphs');
}

/** Makes a paragraph the current one and brings it into sight. */
export function goTo(place: Place): void {
  unchoose();
  set({ at: { ...place, reveal: true }, tab: 'paragraphs' });
}

/** Makes a paragraph the current one where it stands. */
export const settleAt = (place: Place): void => set({ at: { ...place, reveal: false } });

/** Steps through one kind of paragraphs from now on (null: all that differ) and goes to the first of them from here. */
export function stepOnly(only: RowKind | null): void {
  set({ only });
  const now = current();
  if (only === null || now === null || now.row?.kind === only) return;
  const steps = stepsThrough(now.compared.rows, only);
  const next = steps.find((index) => index >= now.index) ?? steps[0];
  goToRow(now.compared.rows[next ?? -1]);
}

interface Current {
  compared: Compared;
  /** -1 while no row is the current one. */
  index: number;
  row: Row | undefined;
}

function current(): Current | null {
  const { left, right } = sideIds(get());
  const compared = left === null || right === null ? null : readyCompared(left, right);
  if (compared === null) return null;
  const index = rowAt(compared.rows, get().at);
  return { compared, index, row: compared.rows[index] };
}

function goToRow(row: Row | undefined): void {
  if (row !== undefined) goTo(placeOf(row));
}

/** Goes to the next place that differs (or the one before), in a circle. */
export function stepDifference(step: 1 | -1): void {
  const now = current();
  if (now === null) return;
  const steps = stepsThrough(now.compared.rows, get().only);
  const next =
    step === 1
      ? (steps.find((index) => index > now.index) ?? steps[0])
      : (steps.findLast((index) => index < now.index) ?? steps.at(-1));
  goToRow(now.compared.rows[next ?? -1]);
}

export function stepRow(step: 1 | -1): void {
  const now = current();
  if (now === null || get().tab !== 'paragraphs') return;
  const last = now.compared.rows.length - 1;
  goToRow(now.compared.rows[Math.min(last, Math.max(0, now.index + step))]);
}

/** Goes to the other paragraph of the current row, or to the nearest one on that side. */
export function stepSide(): void {
  const now = current();
  if (now === null) return;
  const side = otherSide(get().at?.side ?? 'right');
  const from = Math.max(0, now.index);
  const { rows } = now.compared;
  const block =
    rows.slice(from).find((row) => row[side] !== null)?.[side] ??
    rows.slice(0, from).findLast((row) => row[side] !== null)?.[side];
  if (block != null) goTo({ side, block });
}

/** Chooses a paragraph for a pin, or lets go of it again. */
export function choosePlace({ side, block }: Place): void {
  const { chosen } = get();
  set({ chosen: { ...chosen, [side]: chosen[side] === block ? null : block } });
}

/** Chooses the paragraph of the current row on one side. */
export function chooseCurrent(side: Side): void {
  const block = current()?.row?.[side] ?? null;
  if (block !== null) choosePlace({ side, block });
}

/** Lets go of what was chosen. Returns whether there was something. */
export function unchoosePlaces(): boolean {
  const { chosen, only } = get();
  if (chosen.left === null && chosen.right === null && only === null) return false;
  set({ chosen: NOTHING_CHOSEN, only: null });
  return true;
}

/** The two paragraphs that a pin is asked for: those chosen, else the pair of the current row. */
export function pinnable({ left, right }: ComparingState['chosen'], row: Row | undefined) {
  if (left !== null && right !== null) return { left, right };
  if (left !== null || right !== null || row === undefined || row.pair === null) return null;
  return { left: row.pair.left, right: row.pair.right };
}

/** Says of the chosen paragraphs, or of the current pair, that they belong together or do not; takes that back when it was said. */
export async function pinCurrent(together: boolean): Promise<void> {
  const now = current();
  const blocks = now === null ? null : pinnable(get().chosen, now.row);
  if (now === null || blocks === null || useLibrary.getState().readOnly) return;
  const { left, right } = now.compared;
  const { pins } = useLibrary.getState();
  const said = pinsBetween(pins, left, right).filter(
    (pin) => pin.left === blocks.left && pin.right === blocks.right && pin.together === together,
  );
  const done = await attempt(() =>
    said.length === 0
      ? pinParagraphs({ left, right, blocks, together })
      : removePins(pins.filter(({ id }) => said.some((pin) => pin.id === id))),
  );
  if (!done) return;
  set({ chosen: NOTHING_CHOSEN, at: { side: 'left', block: blocks.left, reveal: false } });
}

/** Opens the current paragraph in the reader. */
export async function readCurrent(): Promise<void> {
  const { at } = get();
  const now = current();
  if (now?.row !== undefined && at !== null) await readPlace(now.compared[at.side], at.block);
}

/** Opens a paragraph in the reader. */
export const readPlace = ({ id, revision }: Article, block: number): Promise<void> =>
  openPlace({ articleId: id, revision, block });
