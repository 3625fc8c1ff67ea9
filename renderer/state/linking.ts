import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import type { AnyEvent } from '#core/contract';
import type { AnnotationLink, AnnotationRef, Relation } from '#core/link';
import { parsePlaceLink } from '#core/place-link';
import { call } from '../bridge';
import { copyText } from '../ui/clipboard';
import { i18next } from '../strings/i18n';
import { openPlace } from './going';
import { useLibrary } from './library';
import { onPanesChanged, paneHandle, readerWidth, type PaneHandle } from './panes';
import { attempt, saved, say } from './status';
import { remember } from './undo';
import { activate, choose, openBeside, setView, useView } from './view';

const t = i18next.t.bind(i18next);

interface LinkingState {
  /** The annotation that a link is being made from. */
  from: Annotation | null;
  /** What it is to the one that will be chosen. */
  relation: Relation;
  /** The far ends of links, by id; null for one that is not there. */
  ends: ReadonlyMap<string, Annotation | null>;
}

export const useLinking = create<LinkingState>(() => ({ from: null, relation: 'evidence', ends: new Map() }));

const { setState: set, getState: get } = useLinking;

/** A link as one of its annotations sees it. */
export interface LinkSide {
  link: AnnotationLink;
  /** Whether the link leads away from this annotation. */
  outward: boolean;
  other: AnnotationRef;
}

/** Every annotation's links, made once for all cards. */
export function linksByAnnotation(links: readonly AnnotationLink[]): ReadonlyMap<string, LinkSide[]> {
  const sides = new Map<string, LinkSide[]>();
  const add = (id: string, side: LinkSide) => {
    const known = sides.get(id);
    if (known === undefined) sides.set(id, [side]);
    else known.push(side);
  };
  for (const link of links) {
    add(link.from.annotationId, { link, outward: true, other: link.to });
    add(link.to.annotationId, { link, outward: false, other: link.from });
  }
  return sides;
}

const asked = new Set<string>();

/** Brings in the far ends that are not known yet. */
export async function loadEnds(refs: readonly AnnotationRef[]): Promise<void> {
  const missing = refs.filter(({ annotationId }) => !asked.has(annotationId));
  if (missing.length === 0) return;
  for (const { annotationId } of missing) asked.add(annotationId);
  const found = await call('annotations.get', { refs: missing });
  const ends = new Map(get().ends);
  for (const { annotationId } of missing) if (!ends.has(annotationId)) ends.set(annotationId, null);
  for (const annotation of found) ends.set(annotation.id, annotation);
  set({ ends });
}

/** Keeps the far ends as the library has them. */
export function followEnds(event: AnyEvent): void {
  if (event.name === 'library.replaced') {
    asked.clear();
    set({ from: null, ends: new Map() });
  } else if (event.name === 'library.changed') {
    const ends = new Map(get().ends);
    for (const { upserts, removals } of event.payload.annotations) {
      for (const annotation of upserts) if (asked.has(annotation.id)) ends.set(annotation.id, annotation);
      for (const id of removals) if (asked.has(id)) ends.set(id, null);
    }
    if (event.payload.annotations.length > 0) set({ ends });
  }
}

/** Begins a link at the annotation whose card is open; ends it with that card when a link was begun at another one. */
export function linkOpenCard(): void {
  const { chosen } = useView.getState();
  const { views, readOnly } = useLibrary.getState();
  const open = chosen === null ? undefined : views.get(chosen.articleId);
  const annotation = open?.annotations.find(({ id }) => id === chosen?.annotationId);
  if (annotation === undefined || readOnly) return;
  const { from } = get();
  if (from === null || from.id === annotation.id) beginLink(annotation);
  else void linkTo({ articleId: annotation.articleId, annotationId: annotation.id });
}

export function beginLink(from: Annotation): void {
  setView({ notesOpen: true });
  set({ from });
}

export const setRelation = (relation: Relation): void => set({ relation });

/** Leaves a link unmade. Returns whether one was being made. */
export function cancelLink(): boolean {
  if (get().from === null) return false;
  set({ from: null });
  return true;
}

/** Makes the link that was begun; one undo step. The card that it was begun at is open again after it. */
export async function linkTo(to: AnnotationRef): Promise<void> {
  const { from, relation } = get();
  if (from === null || from.id === to.annotationId) return;
  const start = { articleId: from.articleId, annotationId: from.id };
  set({ from: null });
  if (useLibrary.getState().links.some((link) => isSame(link, start, to, relation))) {
    say(t('notesDeep.link.already'));
  } else {
    await attempt(async () => {
      const link = await call('links.add', { from: start, to, relation });
      saved();
      remember({
        get what() {
          return t('notesDeep.undo.link');
        },
        undo: () => call('links.remove', { ids: [link.id] }),
        redo: () => call('links.put', { links: [link] }),
      });
    });
  }
  showAgain(start);
}

function isSame(link: AnnotationLink, from: AnnotationRef, to: AnnotationRef, relation: Relation): boolean {
  return (
    link.relation === relation &&
    link.from.annotationId === from.annotationId &&
    link.to.annotationId === to.annotationId
  );
}

function showAgain({ articleId, annotationId }: AnnotationRef): void {
  const { panes, active } = useView.getState();
  const index =
    panes[active]?.articleId === articleId ? active : panes.findIndex((p) => p.articleId === articleId);
  if (index < 0) return;
  activate(index);
  choose(articleId, annotationId);
}

/** Gives a link another relation; one undo step. */
export async function changeRelation(link: AnnotationLink, relation: Relation): Promise<void> {
  if (relation === link.relation) return;
  await attempt(async () => {
    await call('links.put', { links: [{ ...link, relation }] });
    saved();
    remember({
      get what() {
        return t('notesDeep.undo.relation');
      },
      undo: () => call('links.put', { links: [link] }),
      redo: () => call('links.put', { links: [{ ...link, relation }] }),
    });
  });
}

export async function removeLink(link: AnnotationLink): Promise<void> {
  await attempt(async () => {
    await call('links.remove', { ids: [link.id] });
    saved();
    remember({
      get what() {
        return t('notesDeep.undo.unlink');
      },
      undo: () => call('links.put', { links: [link] }),
      redo: () => call('links.remove', { ids: [link.id] }),
    });
  });
}

/** Shows an annotation at its words: in a pane that has its article, else in one beside, with its card open. */
export async function showAnnotation({ articleId, id, target }: Annotation): Promise<void> {
  const { panes } = useView.getState();
  const shown = panes.findIndex((pane) => pane.articleId === articleId);
  if (shown >= 0) activate(shown);
  else openBeside(articleId, readerWidth());
  setView({ view: 'library' });
  choose(articleId, id);
  const handle = await activePaneReady();
  if (handle === null || useView.getState().chosen?.annotationId !== id) return;
  handle.focus();
  handle.reveal(target.start);
}

/** The active pane as soon as it shows its article; null when it was closed or left before that. */
function activePaneReady(): Promise<PaneHandle | null> {
  const { panes, active } = useView.getState();
  const key = panes[active]?.key;
  const now = paneHandle(key);
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const look = () => {
      const handle = paneHandle(key);
      const gone = useView.getState().panes.every((pane) => pane.key !== key);
      if (handle === undefined && !gone) return;
      forgetPanes();
      forgetView();
      // After the pane has gone back to where it was last read.
      requestAnimationFrame(() => resolve(handle ?? null));
    };
    const forgetPanes = onPanesChanged(look);
    const forgetView = useView.subscribe(look);
  });
}

/** Goes to the place in this library that an address names, or copies it: the window opens no pages of the web. */
export async function followAddress(address: string): Promise<void> {
  const place = parsePlaceLink(address);
  if (place !== null) {
    await attempt(() => openPlace(place));
    return;
  }
  await attempt(() => copyText(address));
  say(t('notesDeep.link.copied', { address }));
}
