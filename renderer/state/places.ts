import { create } from 'zustand';
import type { ReadingPosition } from '#core/library';

/** What a pane shows, by a key of its own. */
interface Shown {
  key: number;
  articleId: string | null;
}

/** Somewhere that has been read. */
export interface Place {
  articleId: string;
  position: ReadingPosition | null;
}

/** Where a pane has been, the nearest place last in both lists. */
interface Trail {
  back: readonly Place[];
  forward: readonly Place[];
}

const NOWHERE: Trail = { back: [], forward: [] };
const LONGEST_TRAIL = 100;

/** The last place read in each article, newest last; not state, since nothing is drawn from it. */
const positions = new Map<string, ReadingPosition>();
const panePositions = new Map<number, ReadingPosition>();

const useTrails = create<ReadonlyMap<number, Trail>>(() => new Map());

const listeners = new Set<(paneKey: number) => void>();

/** Calls `listener` whenever a pane has been scrolled. */
export function onPosition(listener: (paneKey: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function rememberPosition(pane: Shown, position: ReadingPosition): void {
  if (pane.articleId === null) return;
  positions.delete(pane.articleId);
  positions.set(pane.articleId, position);
  panePositions.set(pane.key, position);
  for (const listener of listeners) listener(pane.key);
}

/** Where a pane is to show its article: as this pane left it, else as the article was last read. */
export function positionFor(pane: Shown): ReadingPosition | null {
  if (pane.articleId === null) return null;
  return panePositions.get(pane.key) ?? positions.get(pane.articleId) ?? null;
}

export function setPosition(paneKey: number, position: ReadingPosition): void {
  panePositions.set(paneKey, position);
}

export const panePosition = (paneKey: number): ReadingPosition | null => panePositions.get(paneKey) ?? null;

/** The last places, newest last. */
export const lastPositions = (most: number): [string, ReadingPosition][] => [...positions].slice(-most);

/** Forgets everything, then knows these places. */
export function resetPlaces(known: readonly [string, ReadingPosition][]): void {
  positions.clear();
  panePositions.clear();
  useTrails.setState(new Map(), true);
  for (const [articleId, position] of known) positions.set(articleId, position);
}

const placeOf = (pane: Shown): Place[] =>
  pane.articleId === null ? [] : [{ articleId: pane.articleId, position: positionFor(pane) }];

const setTrail = (paneKey: number, trail: Trail): void =>
  useTrails.setState((trails) => new Map(trails).set(paneKey, trail), true);

const trailOf = (paneKey: number): Trail => useTrails.getState().get(paneKey) ?? NOWHERE;

/** Keeps the place that a pane is about to leave, to come back to. What lay ahead is forgotten. */
export function leavePlace(pane: Shown): void {
  const back = [...trailOf(pane.key).back, ...placeOf(pane)].slice(-LONGEST_TRAIL);
  setTrail(pane.key, { back, forward: [] });
}

/** The trail goes on under another key: the pane shows another article. */
export function inheritTrail(from: number, to: number): void {
  const trails = new Map(useTrails.getState());
  const trail = trails.get(from);
  if (trail !== undefined) trails.set(to, trail);
  trails.delete(from);
  useTrails.setState(trails, true);
}

/** The nearest place back (or ahead) that may be shown, and the trail as it is from there. Null when there is none. */
export function stepTrail(
  pane: Shown,
  step: 1 | -1,
  mayShow: (articleId: string) => boolean,
): { place: Place; go: () => void } | null {
  const { back, forward } = trailOf(pane.key);
  const ahead = step === -1 ? back : forward;
  const at = ahead.findLastIndex(({ articleId }) => mayShow(articleId));
  const place = ahead[at];
  if (place === undefined) return null;
  const left = [...(step === -1 ? forward : back), ...placeOf(pane)];
  const rest = ahead.slice(0, at);
  const next = step === -1 ? { back: rest, forward: left } : { back: left, forward: rest };
  return { place, go: () => setTrail(pane.key, next) };
}

/** Whether a pane has been anywhere else. */
export function useTrail(paneKey: number): { back: boolean; forward: boolean } {
  const back = useTrails((trails) => (trails.get(paneKey) ?? NOWHERE).back.length > 0);
  const forward = useTrails((trails) => (trails.get(paneKey) ?? NOWHERE).forward.length > 0);
  return { back, forward };
}
