import { z } from 'zod';
import { TagName } from '#core/annotation';
import { ArticleId } from '#core/article';
import { AnnotationLink, AnnotationRef, Relation } from '#core/link';
import { Pin } from '#core/pin';
import { Tag, TagChange, TagCount } from '#core/tag';
import { call, Nothing } from './call';

/** A paragraph by its index in a revision of an article. */
const BlockRef = z.object({
  articleId: ArticleId,
  revision: z.int().positive(),
  block: z.int().nonnegative(),
});

export const codebookCalls = {
  /** Adds or replaces tags by their names; a key goes to the last of them that has it. Returns what undoes it. */
  'tags.put': call(z.object({ tags: z.array(Tag).min(1) }), TagChange),
  /** Renames, moves or (with `merge`, into a tag that is there) merges a tag and those under it. Returns what undoes it. */
  'tags.rename': call(z.object({ from: TagName, to: TagName, merge: z.boolean().default(false) }), TagChange),
  /** Takes a tag and those under it out of the codebook and off all annotations. Returns what undoes it. */
  'tags.remove': call(z.object({ name: TagName }), TagChange),
  /** Undoes a change of tags. Returns what makes it again. */
  'tags.restore': call(TagChange, TagChange),
  /** What a change of the tag and those under it would touch, also in the trash; `own` annotations have the tag itself. */
  'tags.use': call(
    z.object({ name: TagName }),
    z.object({ tags: z.int(), own: z.int(), annotations: z.int(), articles: z.int() }),
  ),
  /** How much every tag and every level above one is used outside the trash. Their names are as `foldedTag` gives them. */
  'tags.counts': call(Nothing, z.array(TagCount)),

  'links.add': call(z.object({ from: AnnotationRef, to: AnnotationRef, relation: Relation }), AnnotationLink),
  /** Adds or replaces by id: another relation, or a link that comes back. */
  'links.put': call(z.object({ links: z.array(AnnotationLink).min(1) }), Nothing),
  'links.remove': call(z.object({ ids: z.array(z.uuid()).min(1) }), z.array(AnnotationLink)),

  /** A pin takes the place of those that say otherwise about its paragraphs; they are returned as `replaced`. */
  'pins.add': call(
    z.object({ left: BlockRef, right: BlockRef, together: z.boolean() }),
    z.object({ pin: Pin, replaced: z.array(Pin) }),
  ),
  'pins.put': call(z.object({ pins: z.array(Pin).min(1) }), Nothing),
  'pins.remove': call(z.object({ ids: z.array(z.uuid()).min(1) }), z.array(Pin)),
} as const;
