import type { Colour } from '#core/annotation';
import type { Relation } from '#core/link';

/** What the store has to hold, made again in memory from the same changes and from nothing else. */

export interface ModelAnnotation {
  articleId: string;
  quote: string;
  start: number;
  colour: Colour;
  tags: string[];
  note: string;
}

export interface ModelLink {
  from: string;
  to: string;
  relation: Relation;
}

export interface Model {
  /** By their ids. */
  annotations: ReadonlyMap<string, ModelAnnotation>;
  links: ReadonlyMap<string, ModelLink>;
  names: ReadonlySet<string>;
}

export const EMPTY_MODEL: Model = { annotations: new Map(), links: new Map(), names: new Set() };

export function withAnnotations(model: Model, changed: Iterable<[string, ModelAnnotation]>): Model {
  const annotations = new Map([...model.annotations, ...changed]);
  const names = new Set([...model.names, ...[...annotations.values()].flatMap(({ tags }) => tags)]);
  return { ...model, annotations, names };
}

export function withoutAnnotations(model: Model, ids: readonly string[]): Model {
  return { ...model, annotations: without(model.annotations, ids) };
}

export function without<T>(map: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  return new Map([...map].filter(([id]) => !ids.includes(id)));
}

const isWithin = (name: string, tag: string): boolean => `${name}/`.startsWith(`${tag}/`);

function retagged(model: Model, give: (name: string) => string | null): Model {
  const through = (names: Iterable<string>): Set<string> =>
    new Set([...names].flatMap((name) => give(name) ?? []));
  const annotations = [...model.annotations].map(([id, annotation]): [string, ModelAnnotation] => [
    id,
    { ...annotation, tags: [...through(annotation.tags)] },
  ]);
  return { ...model, annotations: new Map(annotations), names: through(model.names) };
}

/** Null where it is to be refused. */
export function withRenamed(model: Model, from: string, to: string, merge: boolean): Model | null {
  const moved = [...model.names].filter((name) => isWithin(name, from));
  const rename = (name: string): string => (isWithin(name, from) ? to + name.slice(from.length) : name);
  const staying = new Set([...model.names].filter((name) => !isWithin(name, from)));
  if (moved.length === 0 || (to !== from && isWithin(to, from))) return null;
  if (!merge && moved.some((name) => staying.has(rename(name)))) return null;
  return retagged(model, rename);
}

/** Null where it is to be refused. */
export function withoutTag(model: Model, tag: string): Model | null {
  if (![...model.names].some((name) => isWithin(name, tag))) return null;
  return retagged(model, (name) => (isWithin(name, tag) ? null : name));
}

/**
 * `model` with what led from `from` to `to` done to it. Tags that were learned stay: only a change of tags takes names
 * away, those that it is about.
 */
export function stepped(model: Model, from: Model, to: Model, isOfTags: boolean): Model {
  const gone = [...from.names].filter((name) => isOfTags && !to.names.has(name));
  const names = [...model.names].filter((name) => !gone.includes(name));
  return { ...to, names: new Set([...names, ...(isOfTags ? to.names : [])]) };
}
