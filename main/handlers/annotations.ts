import { makeTarget } from '#core/anchor';
import { COLOUR_OF_KIND, patched, type Annotation, type AnnotationsFile } from '#core/annotation';
import { textOf, type Article, type ArticleId } from '#core/article';
import type { CallOutput, ParsedInput } from '#core/contract';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Span } from '#core/span';
import { anchoredIn } from '../store/reanchor';
import { learnTags } from '../store/tags';
import type { Transaction } from '../store/transaction';
import type { Context } from './context';
import { spanOfQuote } from './quotes';

type NewAnnotation = ParsedInput<'annotations.add'>;
type Patch = ParsedInput<'annotations.update'>;
type Place = Pick<Annotation, 'target' | 'anchor' | 'revision'>;
type Changed = CallOutput<'annotations.update'>;
type AnnotationCalls =
  | 'annotations.add'
  | 'annotations.addMany'
  | 'annotations.update'
  | 'annotations.updateMany'
  | 'annotations.move'
  | 'annotations.putBack'
  | 'annotations.remove'
  | 'annotations.restore';

export function annotationHandlers({ store, now, newId }: Context): Pick<Handlers, AnnotationCalls> {
  const time = (): string => now().toISOString();
  return {
    'annotations.add': (item) =>
      store.change(async (transaction) => only(await add(transaction, [item], newId, time()))),
    'annotations.addMany': ({ items }) =>
      store.change((transaction) => add(transaction, items, newId, time())),
    'annotations.update': (change) =>
      store.change(async (transaction) => only(await update(transaction, [change], time()))),
    'annotations.updateMany': ({ changes }) =>
      store.change((transaction) => update(transaction, changes, time())),
    'annotations.move': ({ articleId, id, target }) =>
      store.change((transaction) =>
        replace(transaction, articleId, id, (annotation, article) => {
          const text = textOf(article);
          const moved = makeTarget(text, spanOf(article, text, target));
          const { revision } = article;
          return { ...annotation, target: moved, anchor: 'exact', revision, updatedAt: time() };
        }),
      ),
    'annotations.putBack': ({ articleId, id, ...place }) =>
      store.change((transaction) =>
        replace(transaction, articleId, id, (annotation, article) =>
          placedBack({ ...annotation, updatedAt: time() }, place, article),
        ),
      ),
    'annotations.remove': ({ articleId, ids }) =>
      store.change(async (transaction) => {
        const present = byId((await transaction.files(articleId)).anchored());
        const removed = ids.map((id) => found(present, id));
        await transaction.annotations(articleId, (file) => withoutAll(file, ids, time()));
        return { removed };
      }),
    'annotations.restore': ({ articleId, ids }) =>
      store.change(async (transaction) => {
        const { article, annotations } = await transaction.writable(articleId);
        const wanted = new Set(ids);
        const back = annotations.value.removed.filter(({ id }) => wanted.has(id));
        // Their tags may have left the library meanwhile.
        const spelled = await learnTags(
          transaction,
          back.flatMap(({ tags }) => tags),
        );
        const file = await transaction.annotations(articleId, (value) =>
          withRestored(value, ids, article.value, spelled),
        );
        const present = byId(file);
        return { restored: ids.map((id) => found(present, id)) };
      }),
  };
}

/** The result of a change of one. */
function only<T>([result]: readonly T[]): T {
  if (result === undefined) throw new Error('a change of one has no result');
  return result;
}

/** Every place is looked up before the first file is written. */
async function add(
  transaction: Transaction,
  items: readonly NewAnnotation[],
  newId: () => string,
  now: string,
): Promise<Annotation[]> {
  const texts = new Map<ArticleId, string>();
  const made: Annotation[] = [];
  for (const item of items) {
    const article = (await transaction.writable(item.articleId)).article.value;
    const text = texts.get(article.id) ?? textOf(article);
    texts.set(article.id, text);
    made.push(newAnnotation(article, text, item, newId(), now));
  }
  const spelled = await learnTags(
    transaction,
    made.flatMap(({ tags }) => tags),
  );
  const added = made.map((annotation) => ({ ...annotation, tags: spelled(annotation.tags) }));
  for (const [articleId, own] of ofArticles(added)) {
    await transaction.annotations(articleId, (file) => ({
      ...file,
      annotations: [...file.annotations, ...own],
    }));
  }
  return added;
}

/** Every annotation is looked up before the first file is written. */
async function update(transaction: Transaction, changes: readonly Patch[], now: string): Promise<Changed[]> {
  const byArticle = ofArticles(changes);
  for (const [articleId, own] of byArticle) {
    const present = byId((await transaction.writable(articleId)).anchored());
    for (const { id } of own) found(present, id);
  }
  const spelled = await learnTags(
    transaction,
    changes.flatMap(({ patch }) => patch.tags ?? []),
  );
  const results = new Map<Patch, Changed>();
  for (const [articleId, own] of byArticle) {
    await transaction.annotations(articleId, (file) => {
      const present = byId(file);
      for (const change of own) {
        const before = found(present, change.id);
        const { tags } = change.patch;
        const patch = tags === undefined ? change.patch : { ...change.patch, tags: spelled(tags) };
        const after = patched(before, patch, now);
        present.set(change.id, after);
        results.set(change, { before, after });
      }
      return withAll(file, present);
    });
  }
  return changes.flatMap((change) => results.get(change) ?? []);
}

async function replace(
  transaction: Transaction,
  articleId: ArticleId,
  id: string,
  change: (annotation: Annotation, article: Article) => Annotation,
): Promise<Changed> {
  const files = await transaction.files(articleId);
  const before = found(byId(files.anchored()), id);
  const after = change(before, files.article.value);
  await transaction.annotations(articleId, (file) =>
    withAll(file, new Map([[found(byId(file), id).id, after]])),
  );
  return { before, after };
}

function ofArticles<T extends { articleId: ArticleId }>(items: readonly T[]): Map<ArticleId, T[]> {
  const groups = new Map<ArticleId, T[]>();
  for (const item of items) {
    const group = groups.get(item.articleId);
    if (group === undefined) groups.set(item.articleId, [item]);
    else group.push(item);
  }
  return groups;
}

const byId = ({ annotations }: AnnotationsFile): Map<string, Annotation> =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]));

function found(annotations: ReadonlyMap<string, Annotation>, id: string): Annotation {
  const annotation = annotations.get(id);
  if (annotation === undefined) throw new Refusal('annotation-not-found', { id });
  return annotation;
}

const withAll = (file: AnnotationsFile, changed: ReadonlyMap<string, Annotation>): AnnotationsFile => ({
  ...file,
  annotations: file.annotations.map((annotation) => changed.get(annotation.id) ?? annotation),
});

function newAnnotation(
  article: Article,
  text: string,
  input: NewAnnotation,
  id: string,
  now: string,
): Annotation {
  return {
    id,
    articleId: article.id,
    revision: article.revision,
    kind: input.kind,
    colour: input.colour ?? COLOUR_OF_KIND[input.kind],
    tags: input.tags,
    note: input.note,
    ...(input.task === undefined ? {} : { task: input.task }),
    ...(input.directive === undefined ? {} : { directive: input.directive }),
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

/** The annotation at a place that it had. A place in an earlier text is looked for in the present one. */
function placedBack(annotation: Annotation, place: Place, article: Article): Annotation {
  const { target, anchor, revision } = place;
  const placed = { ...annotation, target, anchor, revision };
  const text = textOf(article);
  if (revision > article.revision) throw new Refusal('revision-changed');
  if (revision < article.revision) return anchoredIn(placed, article, text);
  const { start, end, quote } = target;
  if (anchor !== 'orphan' && text.slice(start, end) !== quote.exact) throw new Refusal('span-outside');
  return placed;
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
function withRestored(
  file: AnnotationsFile,
  ids: readonly string[],
  article: Article,
  spelled: (names: readonly string[]) => string[],
): AnnotationsFile {
  const present = new Set(file.annotations.map(({ id }) => id));
  const wanted = new Set(ids.filter((id) => !present.has(id)));
  const text = textOf(article);
  const restored = file.removed
    .filter(({ id }) => wanted.has(id))
    .map(({ removedAt: _, ...annotation }) => {
      const tags = spelled(annotation.tags);
      return anchoredIn({ ...annotation, tags }, article, text);
    });
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
