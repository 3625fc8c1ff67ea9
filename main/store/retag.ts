import { isDeepStrictEqual } from 'node:util';
import type { Annotation, AnnotationsFile } from '#core/annotation';
import type { ArticleId } from '#core/article';
import type { LibraryFile } from '#core/library';
import { foldedTag, type Tag, type TagChange } from '#core/tag';
import { changeOfTags, isUnder, withPut, withTags } from './tags';
import type { Transaction } from './transaction';

type TagsOf = TagChange['annotations'][number];

/** The annotations, also of articles in the trash, that have the tag or one under it. */
export async function usersOf(transaction: Transaction, tag: string): Promise<TagsOf[]> {
  const users: TagsOf[] = [];
  for (const summary of transaction.catalogue.summaries()) {
    if (!summary.tags.some((name) => isUnder(name, tag))) continue;
    const files = await transaction.files(summary.id);
    for (const { articleId, id, tags } of files.anchored().annotations) {
      if (tags.some((name) => isUnder(name, tag))) users.push({ articleId, id, tags });
    }
  }
  return users;
}

/**
 * Applies a change of tags; returns the change that undoes it. New names are written first and old ones are dropped last,
 * so that the codebook has every tag of every annotation at any moment.
 */
export async function retag(transaction: Transaction, change: TagChange, now: string): Promise<TagChange> {
  const wanted = new Map<ArticleId, Map<string, string[]>>();
  for (const { articleId, id, tags } of change.annotations) {
    const ofArticle = wanted.get(articleId) ?? new Map<string, string[]>();
    wanted.set(articleId, ofArticle.set(id, tags));
  }
  // An article that cannot be written refuses the change before anything is.
  for (const articleId of wanted.keys()) await transaction.writable(articleId);

  const { tags: before } = await transaction.library((library) => library);
  if (wanted.size > 0) {
    await transaction.library((library) => {
      const after = tagsAfter(library.tags, change);
      return withTagList(library, [...after, ...leaving(library.tags, after)]);
    });
  }
  const annotations: TagsOf[] = [];
  for (const [articleId, tagsById] of wanted) {
    annotations.push(...(await giveTags(transaction, articleId, tagsById, now)));
  }
  const { tags: after } = await transaction.library((library) =>
    withTagList(library, tagsAfter(library.tags, change)),
  );
  return { ...changeOfTags(after, before), annotations };
}

function tagsAfter(tags: readonly Tag[], { put, drop, order, annotations }: TagChange): Tag[] {
  const coming = new Set(put.map(({ name }) => foldedTag(name)));
  const going = new Set(drop.map(foldedTag).filter((name) => !coming.has(name)));
  const left = withPut(tags, put).filter(({ name }) => !going.has(foldedTag(name)));
  const all = withTags(
    left,
    annotations.flatMap((annotation) => annotation.tags),
  );
  const places = new Map(order.map((name, place) => [foldedTag(name), place]));
  const placeOf = ({ name }: Tag): number => places.get(foldedTag(name)) ?? order.length;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The tags of `before` that `after` is without. Keys are only for those that stay. */
function leaving(before: readonly Tag[], after: readonly Tag[]): Tag[] {
  const staying = new Set(after.map(({ name }) => foldedTag(name)));
  return before.filter(({ name }) => !staying.has(foldedTag(name))).map((tag) => ({ ...tag, key: null }));
}

const withTagList = (library: LibraryFile, tags: Tag[]): LibraryFile =>
  isDeepStrictEqual(tags, library.tags) ? library : { ...library, tags };

/** Returns what the annotations had that have other tags now. Removed ones get theirs too. */
async function giveTags(
  transaction: Transaction,
  articleId: ArticleId,
  tagsById: ReadonlyMap<string, string[]>,
  now: string,
): Promise<TagsOf[]> {
  const changed = new Map<string, TagsOf>();
  const give = <A extends Annotation>(annotation: A): A => {
    const tags = tagsById.get(annotation.id);
    if (tags === undefined || isDeepStrictEqual(tags, annotation.tags)) return annotation;
    changed.set(annotation.id, { articleId, id: annotation.id, tags: annotation.tags });
    return { ...annotation, tags, updatedAt: now };
  };
  await transaction.annotations(articleId, (file): AnnotationsFile => {
    const annotations = file.annotations.map(give);
    const removed = file.removed.map(give);
    return changed.size === 0 ? file : { ...file, annotations, removed };
  });
  return [...changed.values()];
}
