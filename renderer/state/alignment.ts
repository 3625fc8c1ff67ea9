import { useEffect } from 'react';
import { pinsBetween, type AlignedPair, type Alignment } from '#core/align';
import type { Article } from '#core/article';
import type { Pin } from '#core/pin';
import { rowsOf, type Row } from './comparing-rows';
import { workAside } from './comparing-thread';
import { keepResults } from './kept-results';
import { loadArticle, useLibrary } from './library';
import { reportFailure } from './status';

/** Two articles as they were when they were aligned: its indices are those of these blocks. */
export interface Compared {
  /** Another one whenever a text or a pin is. */
  key: string;
  left: Article;
  right: Article;
  alignment: Alignment;
  rows: readonly Row[];
}

/** Four panes make six pairs; there are former ones to come back to by undo. */
const results = keepResults<Compared>(24);

export const textsOf = ({ blocks }: Article): string[] => blocks.map(({ text }) => text);

interface Sides {
  left: Article;
  right: Article;
  pins: readonly Pin[];
  key: string;
}

type Mirror = Pick<ReturnType<typeof useLibrary.getState>, 'views' | 'pins'>;

/** Both articles, when they are loaded, and what their alignment is kept under. */
export function sidesOf(
  { views, pins }: Mirror,
  leftId: string | null,
  rightId: string | null,
): Sides | null {
  const left = leftId === null ? undefined : views.get(leftId)?.article;
  const right = rightId === null ? undefined : views.get(rightId)?.article;
  if (left === undefined || right === undefined) return null;
  return { left, right, pins, key: keyOf(left, right, pins) };
}

const keys = new WeakMap<Article, WeakMap<Article, { pins: readonly Pin[]; key: string }>>();

/** Ids, revisions and pins: the same for as long as the alignment is. Asked for often, so it is remembered. */
function keyOf(left: Article, right: Article, pins: readonly Pin[]): string {
  const ofLeft = keys.get(left) ?? new WeakMap<Article, { pins: readonly Pin[]; key: string }>();
  keys.set(left, ofLeft);
  const known = ofLeft.get(right);
  if (known?.pins === pins) return known.key;
  const between = pinsBetween(pins, left, right).map((pin) => [pin.left, pin.right, pin.together]);
  const key = JSON.stringify([left.id, left.revision, right.id, right.revision, between]);
  ofLeft.set(right, { pins, key });
  return key;
}

async function align({ left, right, pins, key }: Sides): Promise<Compared> {
  const between = pinsBetween(pins, left, right);
  const alignment = await workAside('align', [textsOf(left), textsOf(right), between]);
  return { key, left, right, alignment, rows: rowsOf(alignment) };
}

/**
 * How the paragraphs of two articles belong together, with both texts; worked out off the thread that draws. Null when the
 * text of one of them has gone meanwhile.
 */
export async function compare(leftId: string, rightId: string): Promise<Compared | null> {
  await Promise.all([loadArticle(leftId), loadArticle(rightId)]);
  const sides = sidesOf(useLibrary.getState(), leftId, rightId);
  if (sides === null) return null;
  await results.prepare(sides.key, () => align(sides));
  return results.get(sides.key) ?? null;
}

/** Two articles side by side as they are now, when that is ready. */
export const readyCompared = (leftId: string | null, rightId: string | null): Compared | null =>
  results.get(sidesOf(useLibrary.getState(), leftId, rightId)?.key ?? '') ?? null;

const turned = new WeakMap<Alignment, Alignment>();

/** The alignment as it is from the other side. */
function mirrored(alignment: Alignment): Alignment {
  const known = turned.get(alignment);
  if (known !== undefined) return known;
  const pairs = alignment.pairs.map((pair): AlignedPair => ({ ...pair, left: pair.right, right: pair.left }));
  const { onlyLeft, onlyRight } = alignment;
  const made = { pairs: pairs.sort((a, b) => a.left - b.left), onlyLeft: onlyRight, onlyRight: onlyLeft };
  turned.set(alignment, made);
  return made;
}

/** The alignment of two articles as they are now when it is ready, whichever of them it was asked for as the left one. */
export function readyAlignment(leftId: string, rightId: string): Alignment | null {
  const ready = readyCompared(leftId, rightId);
  if (ready !== null) return ready.alignment;
  const other = readyCompared(rightId, leftId);
  return other === null ? null : mirrored(other.alignment);
}

/**
 * Two articles side by side; null until that is ready. It follows new texts and pins: until the new alignment is ready the
 * former one is given.
 */
export function useCompared(leftId: string | null, rightId: string | null): Compared | null {
  const key = useLibrary((state) => sidesOf(state, leftId, rightId)?.key ?? '');
  const compared = results.use(
    ({ ready }) =>
      ready.get(key) ??
      [...ready.values()].findLast(({ left, right }) => left.id === leftId && right.id === rightId) ??
      null,
  );
  useEffect(() => {
    if (leftId !== null && rightId !== null) compare(leftId, rightId).catch(reportFailure);
  }, [leftId, rightId, key]);
  return compared;
}

/** The alignment of two articles; null until it is ready. It follows new texts and pins. */
export const useAlignment = (leftId: string | null, rightId: string | null): Alignment | null =>
  useCompared(leftId, rightId)?.alignment ?? null;
