import { z } from 'zod';
import { AnnotationId, Colour, TagName } from '#core/annotation';
import { ArticleId } from '#core/article';

/**
 * A code of the codebook. `/` in its name parts levels: `Hội nghị/Tổng kết` lies under `Hội nghị`. `key` is the digit that
 * gives it to a selection; `colour` is the fill of marks that get it (null = the kind's); `definition` says when to use it.
 */
export const Tag = z.object({
  name: TagName,
  key: z.int().min(1).max(9).nullable(),
  colour: Colour.nullable().default(null),
  definition: z.string().default(''),
});
export type Tag = z.infer<typeof Tag>;

/**
 * What brings the codebook and its annotations back to how they were: `put` replaces or adds tags, `drop` takes names out,
 * each of `annotations` gets exactly these tags. `order`: how the tags follow one another then, those that it does not
 * name at the end; empty = as they do.
 */
export const TagChange = z.object({
  put: z.array(Tag),
  drop: z.array(TagName),
  order: z.array(TagName).default([]),
  annotations: z.array(z.object({ articleId: ArticleId, id: AnnotationId, tags: z.array(TagName) })),
});
export type TagChange = z.infer<typeof TagChange>;

/** How much a tag is used: `own` annotations have it itself, `annotations` in `articles` have it or one under it. */
export const TagCount = z.object({
  name: z.string(),
  own: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  articles: z.int().nonnegative(),
});
export type TagCount = z.infer<typeof TagCount>;

/** The name one level up; null for a tag at the top. */
export function parentOf(name: string): string | null {
  const at = name.lastIndexOf('/');
  return at < 0 ? null : name.slice(0, at);
}

/** The name itself and the names of all levels above it, the lowest first. */
export function levelsOf(name: string): string[] {
  const above = parentOf(name);
  return above === null ? [name] : [name, ...levelsOf(above)];
}

/** The last part of a name. */
export const leafOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Whether `name` is `tag` itself or lies under it. */
export const isWithin = (name: string, tag: string): boolean => name === tag || name.startsWith(`${tag}/`);

/** The name without spaces and empty levels around its `/`; empty when nothing else is in it. */
export function tidyTag(name: string): string {
  return name
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/');
}

/** Two spellings of one tag give the same value. */
export const foldedTag = (name: string): string => tidyTag(name.normalize('NFC')).toLocaleLowerCase('vi');
