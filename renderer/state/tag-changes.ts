import type { Annotation, Colour } from '#core/annotation';
import { foldedTag, isWithin, leafOf, levelsOf, parentOf, type Tag, type TagChange } from '#core/tag';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { saved } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

/** Undoes changes of tags, the last one first. Returns what makes them again, to be given to this function. */
async function restored(changes: readonly TagChange[]): Promise<TagChange[]> {
  const back: TagChange[] = [];
  for (const change of changes.toReversed()) back.push(await call('tags.restore', change));
  return back;
}

function rememberTags(backs: readonly TagChange[], what: () => string): void {
  let next = backs;
  const turn = async () => {
    next = await restored(next);
  };
  remember({
    get what() {
      return what();
    },
    undo: turn,
    redo: turn,
  });
}

/** Makes changes of tags one after another, as one undo step. When one is refused, those before it are taken back. */
async function changeTags(makes: readonly (() => Promise<TagChange>)[], what: () => string): Promise<void> {
  const backs: TagChange[] = [];
  try {
    for (const make of makes) backs.push(await make());
  } catch (error) {
    await restored(backs);
    throw error;
  }
  saved();
  rememberTags(backs, what);
}

/** The tag as the library has it, or as it would be made for a level that has none. */
export function tagNamed(name: string): Tag {
  const known = useLibrary.getState().tags.find((tag) => foldedTag(tag.name) === foldedTag(name));
  return known ?? { name, key: null, colour: null, definition: '' };
}

const put = (tag: Tag) => () => call('tags.put', { tags: [tag] });

export const addTag = (name: string): Promise<void> =>
  changeTags([put(tagNamed(name))], () => t('codebook.undo.add', { tag: name }));

export const setTagColour = (name: string, colour: Colour | null): Promise<void> =>
  changeTags([put({ ...tagNamed(name), colour })], () => t('codebook.undo.colour', { tag: name }));

/** Gives a digit to a tag; the tag that had it is without one then. */
export const setTagKey = (name: string, key: number | null): Promise<void> =>
  changeTags([put({ ...tagNamed(name), key })], () => t('undo.tagKey', { tag: name }));

/** Saves a definition while it is being typed: durable at once, but no step of its own. Returns what takes it back. */
export async function saveDefinition(name: string, definition: string): Promise<TagChange> {
  const back = await call('tags.put', { tags: [{ ...tagNamed(name), definition }] });
  saved();
  return back;
}

/** One undo step for everything typed into a definition; `back` is what took back the first saving. */
export const rememberDefinition = (name: string, back: TagChange): void =>
  rememberTags([back], () => t('codebook.undo.definition', { tag: name }));

/** How a renaming looks to the person. */
export type Renaming = 'rename' | 'move' | 'merge';

/** Whether a renaming puts a tag under another one or changes its last part only. */
export const isMove = (from: string, to: string): boolean =>
  foldedTag(parentOf(from) ?? '') !== foldedTag(parentOf(to) ?? '');

/** The names under which `from`, or what lies under it, would meet a tag that is there. */
export function clashesOf(from: string, to: string): string[] {
  const names = useLibrary.getState().tags.map(({ name }) => name);
  const staying = new Map(
    names.filter((name) => !isUnder(name, from)).map((name) => [foldedTag(name), name]),
  );
  return names
    .filter((name) => isUnder(name, from))
    .flatMap((name) => staying.get(foldedTag(to + name.slice(from.length))) ?? []);
}

const isUnder = (name: string, tag: string): boolean => isWithin(foldedTag(name), foldedTag(tag));

/** Renames, moves or merges a tag with those under it; `count` annotations have one of them. */
export const renameTag = (from: string, to: string, as: Renaming, count: number): Promise<void> =>
  changeTags([() => call('tags.rename', { from, to, merge: as === 'merge' })], () =>
    t(`codebook.undo.${as}`, { from, to: as === 'move' ? (parentOf(to) ?? t('codebook.top')) : to, count }),
  );

/** Takes a tag off all annotations, with those under it or, moved one level up, without them. */
export function removeTag(name: string, withThoseUnder: boolean, count: number): Promise<void> {
  const lifts = withThoseUnder
    ? []
    : childrenOf(name).map((child) => () => {
        const above = parentOf(name);
        const to = above === null ? leafOf(child) : `${above}/${leafOf(child)}`;
        return call('tags.rename', { from: child, to, merge: true });
      });
  return changeTags([...lifts, () => call('tags.remove', { name })], () =>
    t('codebook.undo.remove', { tag: name, count }),
  );
}

/** The levels right under a tag, each once. */
function childrenOf(name: string): string[] {
  const depth = name.split('/').length;
  const children = new Map<string, string>();
  for (const tag of useLibrary.getState().tags) {
    if (!isUnder(tag.name, name)) continue;
    const child = levelsOf(tag.name).find((level) => level.split('/').length === depth + 1);
    if (child !== undefined && !children.has(foldedTag(child))) children.set(foldedTag(child), child);
  }
  return [...children.values()];
}

/** Gives the tag's colour to annotations; one undo step. */
export async function colourAll(
  annotations: readonly Annotation[],
  colour: Colour,
  tag: string,
): Promise<void> {
  const changes = annotations
    .filter((annotation) => annotation.colour !== colour)
    .map(({ articleId, id }) => ({ articleId, id, patch: { colour } }));
  if (changes.length === 0) return;
  const changed = await call('annotations.updateMany', { changes });
  saved();
  const before = changed.map(({ before: { articleId, id, colour: old } }) => ({
    articleId,
    id,
    patch: { colour: old },
  }));
  remember({
    get what() {
      return t('codebook.undo.colourAll', { tag, count: changes.length });
    },
    undo: () => call('annotations.updateMany', { changes: before }),
    redo: () => call('annotations.updateMany', { changes }),
  });
}
