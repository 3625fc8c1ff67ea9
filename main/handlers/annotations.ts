import { makeTarget } from '#core/anchor';
import {
  COLOUR_OF_KIND,
  patched,
  type Annotation,
  type AnnotationPatch,
  type AnnotationsFile,
} from '#core/annotation';
import { textOf, type Article, type ArticleId } from '#core/article';
import type { ParsedInput } from '#core/contract';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Span } from '#core/span';
import { anchoredIn } from '../store/reanchor';
import { spelledAsIn, withTags } from '../store/tags';
import type { Transaction } from '../store/transaction';
import type { Context } from './context';
import { spanOfQuote } from './quotes';

type NewAnnotation = ParsedInput<'annotations.add'>;
type AnnotationCalls =
  'annotations.add' | 'annotations.update' | 'annotations.remove' | 'annotations.restore';

export function annotationHandlers({ store, now, newId }: Context): Pick<Handlers, AnnotationCalls> {
  return {
    'annotations.add': (input) =>
      store.change(async (transaction) => {
        const { article } = await transaction.files(input.articleId);
        const made = newAnnotation(article.value, input, newId(), now().toISOString());
        const annotation = { ...made, tags: await learnTags(transaction, input.tags) };
        await transaction.annotations(input.articleId, (file) => ({
          ...file,
          annotations: [...file.annotations, annotation],
        }));
        return annotation;
      }),
    'annotations.update': ({ articleId, id, patch }) =>
      store.change(async (transaction) => {
        const before = find((await transaction.files(articleId)).anchored().annotations, id);
        const tags = patch.tags && (await learnTags(transaction, patch.tags));
        const known = tags === undefined ? patch : { ...patch, tags };
        const file = await transaction.annotations(articleId, (value) =>
          withPatched(value, id, known, now().toISOString()),
        );
        return { before, after: find(file.annotations, id) };
      }),
    'annotations.remove': ({ articleId, ids }) =>
      store.change(async (transaction) => {
        const present = (await transaction.files(articleId)).anchored().annotations;
        const removed = ids.map((id) => find(present, id));
        await transaction.annotations(articleId, (file) => withoutAll(file, ids, now().toISOString()));
        return { removed };
      }),
    'annotations.restore': ({ articleId, ids }) =>
      store.change(async (transaction) => {
        const { article } = await transaction.files(articleId);
        const file = await transaction.annotations(articleId, (value) =>
          withRestored(value, ids, article.value),
        );
        return { restored: ids.map((id) => find(file.annotations, id)) };
      }),
  };
}

function find(annotations: readonly Annotation[], id: string): Annotation {
  const found = annotations.find((annotation) => annotation.id === id);
  if (found === undefined) throw new Refusal('annotation-not-found', { id });
  return found;
}

function newAnnotation(article: Article, input: NewAnnotation, id: string, now: string): Annotation {
  const text = textOf(article);
  return {
    id,
    articleId: article.id,
    revision: article.revision,
    kind: input.kind,
    colour: input.colour ?? COLOUR_OF_KIND[input.kind],
    tags: [],
    note: input.note,
    target: makeTarget(text, spanOf(article, text, input.target)),
    anchor: 'exact',
    createdAt: now,
    updatedAt: now,
  };
}

function spanOf(article: Article, text: string, target: NewAnnotation['target']): Span {
  if ('quote' in target) return spanOfQuote(text, target.quote, target.nth);
  if (target.revision !== article.revision) throw new Refusal('revision-changed');
  if (target.span.end > text.length) throw new Refusal('span-outside');
  return target.span;
}

/** Written before the annotation that uses them: a tag that nothing uses yet does no harm. */
async function learnTags(transaction: Transaction, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { tags } = await transaction.library((library) => {
    const all = withTags(library.tags, names);
    return all === library.tags ? library : { ...library, tags: all };
  });
  return spelledAsIn(tags, names);
}

function withPatched(
  file: AnnotationsFile,
  id: string,
  patch: AnnotationPatch,
  now: string,
): AnnotationsFile {
  const changed = patched(find(file.annotations, id), patch, now);
  return {
    ...file,
    annotations: file.annotations.map((annotation) => (annotation.id === id ? changed : annotation)),
  };
}

/** Moves the annotations among the tombstones. */
function withoutAll(file: AnnotationsFile, ids: readonly string[], removedAt: string): AnnotationsFile {
  const gone = new Set(ids);
  const removed = file.annotations.filter(({ id }) => gone.has(id));
  return {
    ...file,
    annotations: file.annotations.filter(({ id }) => !gone.has(id)),
    removed: [...file.removed, ...removed.map((annotation) => ({ ...annotation, removedAt }))],
  };
}

/** Takes annotations back from the tombstones, to where their words stand now. One that is not removed stays as it is. */
function withRestored(file: AnnotationsFile, ids: readonly ArticleId[], article: Article): AnnotationsFile {
  const present = new Set(file.annotations.map(({ id }) => id));
  const wanted = new Set(ids.filter((id) => !present.has(id)));
  const text = textOf(article);
  const restored = file.removed
    .filter(({ id }) => wanted.has(id))
    .map(({ removedAt: _, ...annotation }) => anchoredIn(annotation, article, text));
  if (restored.length < wanted.size) {
    const known = new Set(restored.map(({ id }) => id));
    throw new Refusal('annotation-not-found', { id: [...wanted].find((id) => !known.has(id)) ?? '' });
  }
  return {
    ...file,
    annotations: [...file.annotations, ...restored],
    removed: file.removed.filter(({ id }) => !wanted.has(id)),
  };
}
