import { create } from 'zustand';
import type { Annotation, AnnotationKind, AnnotationPatch, Colour } from '#core/annotation';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { documentsRead } from './directive-marks';
import { useLibrary, viewOf } from './library';
import { isShown } from './note-filter';
import { stepMark } from './reading';
import { attempt, saved } from './status';
import { remember } from './undo';
import { setView, unchoose, useView } from './view';

const t = i18next.t.bind(i18next);

interface BulkState {
  /** The article whose annotations are chosen; changes are made to one article at a time. */
  articleId: string | null;
  /** Annotations chosen together. */
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
}

const NONE: BulkState = { articleId: null, ids: new Set(), anchor: null };

export const useBulk = create<BulkState>(() => NONE);

const { setState: set, getState: get } = useBulk;

// What is no longer there is no longer chosen.
useLibrary.subscribe(({ views }, before) => {
  const { articleId, ids, anchor } = get();
  if (articleId === null || views === before.views) return;
  const view = views.get(articleId);
  if (view === before.views.get(articleId)) return;
  const present = new Set(view?.annotations.map(({ id }) => id));
  const kept = [...ids].filter((id) => present.has(id));
  if (kept.length === 0) set(NONE);
  else if (kept.length < ids.size) set({ ids: new Set(kept), anchor });
});

/** Forgets what is chosen. Returns whether anything was. */
export function clearBulk(): boolean {
  if (get().ids.size === 0) return false;
  set(NONE);
  return true;
}

function activeView() {
  const { panes, active } = useView.getState();
  return viewOf(useLibrary.getState(), panes[active]);
}

/** The annotations that a key would change together: none while words of the text are chosen. */
export function bulkAnnotations(): Annotation[] {
  const view = activeView();
  const { articleId, ids } = get();
  const { view: shown, selection } = useView.getState();
  if (view === undefined || view.article.id !== articleId || selection !== null || shown !== 'library')
    return [];
  return view.annotations.filter(({ id }) => ids.has(id));
}

function put(articleId: string, ids: ReadonlySet<string>, anchor: string | null): void {
  if (ids.size === 0) {
    set(NONE);
    return;
  }
  getSelection()?.removeAllRanges();
  setView({ selection: null });
  set({ articleId, ids, anchor });
}

const chosenIn = (articleId: string): ReadonlySet<string> =>
  get().articleId === articleId ? get().ids : new Set();

/** Adds an annotation to the chosen ones, or takes it out of them. The open card comes along and is closed. */
export function toggleInBulk({ articleId, id }: Annotation): void {
  const { chosen } = useView.getState();
  const ids = new Set(chosenIn(articleId));
  if (ids.size === 0 && chosen?.articleId === articleId && chosen.annotationId !== id) {
    ids.add(chosen.annotationId);
  }
  if (!ids.delete(id)) ids.add(id);
  unchoose();
  put(articleId, ids, id);
}

/** Adds or takes out the annotation whose card is open, which stays open. */
export function toggleOpenCard(): void {
  const { chosen } = useView.getState();
  if (chosen === null) return;
  const ids = new Set(chosenIn(chosen.articleId));
  if (!ids.delete(chosen.annotationId)) ids.add(chosen.annotationId);
  put(chosen.articleId, ids, chosen.annotationId);
}

/** Chooses everything from where the choosing began to this annotation, in the order in which they are shown. */
export function extendBulkTo({ articleId, id }: Annotation): void {
  const order = (activeView()?.annotations ?? []).filter((each) => isShown(each)).map((each) => each.id);
  const { chosen } = useView.getState();
  const open = chosen?.articleId === articleId ? chosen.annotationId : null;
  const anchor = (get().articleId === articleId ? get().anchor : null) ?? open ?? id;
  const [from, to] = [order.indexOf(anchor), order.indexOf(id)].sort((a, b) => a - b) as [number, number];
  const range = from < 0 ? [id] : order.slice(from, to + 1);
  unchoose();
  put(articleId, new Set([...chosenIn(articleId), ...range]), anchor);
}

/** Opens the next card (or the one before) and chooses it together with the one that was open. */
export function stepBulk(step: 1 | -1): void {
  const before = useView.getState().chosen;
  stepMark(step);
  const after = useView.getState().chosen;
  if (after === null) return;
  const ids = new Set(chosenIn(after.articleId)).add(after.annotationId);
  if (before?.articleId === after.articleId) ids.add(before.annotationId);
  put(after.articleId, ids, get().anchor ?? before?.annotationId ?? after.annotationId);
}

/** Chooses all notes that the margin shows. */
export function chooseAllShown(): void {
  const view = activeView();
  if (view === undefined || useLibrary.getState().readOnly) return;
  const shown = view.annotations.filter((annotation) => isShown(annotation));
  unchoose();
  setView({ notesOpen: true });
  put(view.article.id, new Set(shown.map(({ id }) => id)), shown[0]?.id ?? null);
}

let changing: Promise<unknown> = Promise.resolve();

/**
 * Makes one change of many annotations, which is one undo step; `what` says it with their number. `patchOf` gives null for
 * those that are as wanted already. Changes run one after another, each on what the one before it has left.
 */
function changeAll(
  annotations: readonly Annotation[],
  patchOf: (annotation: Annotation) => AnnotationPatch | null,
  what: (count: number) => string,
): Promise<void> {
  const work = () => attempt(() => changeNow(asTheyAre(annotations), patchOf, what));
  const turn = changing.then(work).then(() => undefined);
  changing = turn;
  return turn;
}

function asTheyAre(annotations: readonly Annotation[]): Annotation[] {
  const { views } = useLibrary.getState();
  const ids = new Set(annotations.map(({ id }) => id));
  const articles = new Set(annotations.map(({ articleId }) => articleId));
  return [...articles].flatMap((id) => views.get(id)?.annotations.filter((each) => ids.has(each.id)) ?? []);
}

async function changeNow(
  annotations: readonly Annotation[],
  patchOf: (annotation: Annotation) => AnnotationPatch | null,
  what: (count: number) => string,
): Promise<void> {
  const changes = annotations.flatMap((annotation) => {
    const patch = patchOf(annotation);
    return patch === null ? [] : [{ articleId: annotation.articleId, id: annotation.id, patch }];
  });
  const [first] = changes;
  if (first === undefined) return;
  const changed = await call('annotations.updateMany', { changes });
  saved();
  // A new kind may bring a new colour and a document: they go back together.
  const sideOf = ({ kind, colour, directive, tags }: Annotation): AnnotationPatch =>
    first.patch.tags === undefined ? { kind, colour, directive: directive ?? null } : { tags };
  const all = (side: 'before' | 'after') =>
    changed.map(({ [side]: annotation }) => ({
      articleId: annotation.articleId,
      id: annotation.id,
      patch: sideOf(annotation),
    }));
  remember({
    get what() {
      return what(changed.length);
    },
    undo: () => call('annotations.updateMany', { changes: all('before') }),
    redo: () => call('annotations.updateMany', { changes: all('after') }),
  });
}

/** Those that come to cite a document get the one that the rules read in their words. */
export async function giveKind(annotations: readonly Annotation[], kind: AnnotationKind): Promise<void> {
  const others = annotations.filter((annotation) => annotation.kind !== kind);
  let read: ReadonlyMap<string, string> = new Map();
  if (kind === 'directive')
    await attempt(async () => {
      read = await documentsRead(others);
    });
  await changeAll(
    annotations,
    (annotation) => {
      if (annotation.kind === kind) return null;
      const directive = read.get(annotation.id);
      return directive === undefined ? { kind } : { kind, directive };
    },
    (count) => t('notesDeep.undo.kind', { count }),
  );
}

export const giveColour = (annotations: readonly Annotation[], colour: Colour): Promise<void> =>
  changeAll(
    annotations,
    (annotation) => (annotation.colour === colour ? null : { colour }),
    (count) => t('notesDeep.undo.colour', { count }),
  );

/** Puts tags on all of them, after those that each has. */
export const addTags = (annotations: readonly Annotation[], names: readonly string[]): Promise<void> =>
  changeAll(
    annotations,
    ({ tags }) => {
      const added = names.filter((name) => !tags.includes(name));
      return added.length === 0 ? null : { tags: [...tags, ...added] };
    },
    (count) => t('notesDeep.undo.addTag', { count, tag: names.join(', ') }),
  );

export const removeTag = (annotations: readonly Annotation[], tag: string): Promise<void> =>
  changeAll(
    annotations,
    ({ tags }) => (tags.includes(tag) ? { tags: tags.filter((name) => name !== tag) } : null),
    (count) => t('notesDeep.undo.removeTag', { count, tag }),
  );

/** Puts a tag on all of them; takes it off when all have it. */
export const toggleTag = (annotations: readonly Annotation[], tag: string): Promise<void> =>
  annotations.every(({ tags }) => tags.includes(tag))
    ? removeTag(annotations, tag)
    : addTags(annotations, [tag]);

/** Deletes them; one undo step. */
export async function removeAll(annotations: readonly Annotation[]): Promise<void> {
  const articleId = annotations[0]?.articleId;
  if (articleId === undefined) return;
  const refs = { articleId, ids: annotations.map(({ id }) => id) };
  await attempt(async () => {
    await call('annotations.remove', refs);
    saved();
    const open = useView.getState().chosen?.annotationId;
    if (open !== undefined && refs.ids.includes(open)) unchoose();
    remember({
      get what() {
        return t('notesDeep.undo.remove', { count: refs.ids.length });
      },
      undo: () => call('annotations.restore', refs),
      redo: () => call('annotations.remove', refs),
    });
  });
}
