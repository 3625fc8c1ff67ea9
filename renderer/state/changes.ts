import type { Annotation, AnnotationKind, AnnotationPatch, Colour } from '#core/annotation';
import type { Article, ArticleFactsPatch } from '#core/article';
import type { Span } from '#core/span';
import type { TaskFacts } from '#core/task';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { saved } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

export interface Marking {
  article: Article;
  span: Span;
  kind: AnnotationKind;
  colour?: Colour;
  tags?: string[];
  task?: TaskFacts;
  directive?: string;
}

/** Marks a passage; one undo step. */
export async function addAnnotation({ article, span, ...marking }: Marking): Promise<Annotation> {
  const annotation = await call('annotations.add', {
    articleId: article.id,
    target: { span, revision: article.revision },
    ...marking,
  });
  saved();
  const refs = { articleId: article.id, ids: [annotation.id] };
  remember({
    get what() {
      return t('undo.add', { kind: t(`kind.${marking.kind}`).toLocaleLowerCase(i18next.language) });
    },
    undo: () => call('annotations.remove', refs),
    redo: () => call('annotations.restore', refs),
  });
  return annotation;
}

/** Marks all of these passages or none; one undo step. */
export async function addAnnotations(marks: readonly Marking[]): Promise<Annotation[]> {
  const added = await placeAnnotations(marks);
  rememberAdded(added);
  return added;
}

/** Marks all of these passages or none, as a part of what will be one undo step (`rememberAdded`). */
export async function placeAnnotations(marks: readonly Marking[]): Promise<Annotation[]> {
  const items = marks.map(({ article, span, ...marking }) => ({
    articleId: article.id,
    target: { span, revision: article.revision },
    ...marking,
  }));
  const added = await call('annotations.addMany', { items });
  saved();
  return added;
}

type Added = Pick<Annotation, 'articleId' | 'id'>;

/** One undo step for all these annotations, which were just added. */
export function rememberAdded(added: readonly Added[]): void {
  const refs = refsOf(added);
  remember({
    get what() {
      return t('marking.undo.addMany', { count: added.length });
    },
    undo: () => inOrder(refs, (ref) => call('annotations.remove', ref)),
    redo: () => inOrder(refs, (ref) => call('annotations.restore', ref)),
  });
}

/** The annotations by their articles, as the calls want them. */
function refsOf(annotations: readonly Added[]): { articleId: string; ids: string[] }[] {
  const refs = new Map<string, string[]>();
  for (const { articleId, id } of annotations) refs.set(articleId, [...(refs.get(articleId) ?? []), id]);
  return [...refs].map(([articleId, ids]) => ({ articleId, ids }));
}

async function inOrder<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

const PATCH_NAMES = ['kind', 'colour', 'tags', 'note', 'task', 'directive'] as const;
type PatchName = (typeof PATCH_NAMES)[number];

/** Changes an annotation; one undo step. */
export async function updateAnnotation(annotation: Annotation, patch: AnnotationPatch): Promise<void> {
  const { before, after } = await call('annotations.update', {
    articleId: annotation.articleId,
    id: annotation.id,
    patch,
  });
  saved();
  rememberPatch(before, after, patch);
}

/** Saves a note as it is being typed: durable at once, but not a step of its own. */
export async function saveDraft(annotation: Annotation, note: string): Promise<void> {
  await call('annotations.update', { articleId: annotation.articleId, id: annotation.id, patch: { note } });
  saved();
}

/** One undo step for everything typed into a note since `before`. */
export function rememberNote(before: Annotation, note: string): void {
  rememberPatch(before, { ...before, note }, { note });
}

function rememberPatch(before: Annotation, after: Annotation, patch: AnnotationPatch): void {
  const names = PATCH_NAMES.filter((name) => patch[name] !== undefined);
  const [name] = names as [PatchName, ...PatchName[]];
  const ref = { articleId: before.articleId, id: before.id };
  // A new kind may bring a new colour: both go back together.
  const back = (to: Annotation): AnnotationPatch => ({
    ...Object.fromEntries(names.map((changed) => [changed, to[changed] ?? null])),
    ...(patch.kind === undefined ? {} : { colour: to.colour }),
  });
  remember({
    get what() {
      return t(`undo.${name}`);
    },
    undo: () => call('annotations.update', { ...ref, patch: back(before) }),
    redo: () => call('annotations.update', { ...ref, patch: back(after) }),
  });
}

export async function removeAnnotation(annotation: Annotation): Promise<void> {
  const refs = { articleId: annotation.articleId, ids: [annotation.id] };
  await call('annotations.remove', refs);
  saved();
  remember({
    get what() {
      return t('undo.remove');
    },
    undo: () => call('annotations.restore', refs),
    redo: () => call('annotations.remove', refs),
  });
}

export async function removeArticles(ids: string[]): Promise<void> {
  await call('articles.remove', { ids });
  saved();
  remember({
    get what() {
      return t('undo.removeArticles', { count: ids.length });
    },
    undo: () => call('articles.restore', { ids }),
    redo: () => call('articles.remove', { ids }),
  });
}

export async function restoreArticles(ids: string[]): Promise<void> {
  await call('articles.restore', { ids });
  saved();
  remember({
    get what() {
      return t('undo.restoreArticles', { count: ids.length });
    },
    undo: () => call('articles.remove', { ids }),
    redo: () => call('articles.restore', { ids }),
  });
}

/** Corrects an article's facts; one undo step. */
export async function updateFacts(id: string, patch: ArticleFactsPatch): Promise<void> {
  const { before, after } = await call('articles.update', { id, patch });
  saved();
  const names = [...Object.keys(patch), 'dateConfidence'] as (keyof ArticleFactsPatch)[];
  const factsOf = (article: Article): ArticleFactsPatch =>
    Object.fromEntries(names.map((name) => [name, article[name]]));
  remember({
    get what() {
      return t('undo.facts');
    },
    undo: () => call('articles.update', { id, patch: factsOf(before) }),
    redo: () => call('articles.update', { id, patch: factsOf(after) }),
  });
}
