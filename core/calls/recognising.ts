import { z } from 'zod';
import { AnnotationKind, Dismissal } from '#core/annotation';
import { ArticleId } from '#core/article';
import type { DirectiveId } from '#core/directive';
import type { Recognised } from '#core/recognise/found';
import { Span } from '#core/span';
import { call, Nothing } from './call';

/** What the rules find in an article's present text, and what a person has turned down there. */
interface Recognition {
  revision: number;
  found: Recognised;
  /** The documents that `found.citations` belong to, in their order. */
  directives: DirectiveId[];
  dismissed: Dismissal[];
}

export const recogniseCalls = {
  /** `within`: only what begins there, for callers that a long article's findings all at once would hold up. */
  'recognise.article': call(z.object({ id: ArticleId, within: Span.optional() }), z.custom<Recognition>()),
  /** How far the library is looked through. Starts looking where it has not begun. */
  'recognise.state': call(Nothing, z.object({ done: z.int(), total: z.int() })),
  /** Suggestions that are not wanted. Returns what they are remembered by. */
  'suggestions.dismiss': call(
    z.object({
      articleId: ArticleId,
      revision: z.int().positive(),
      items: z.array(z.object({ kind: AnnotationKind, span: Span })).min(1),
    }),
    z.array(Dismissal),
  ),
  /** Takes dismissals back, those that are there. */
  'suggestions.bringBack': call(
    z.object({ articleId: ArticleId, dismissals: z.array(Dismissal).min(1) }),
    Nothing,
  ),
} as const;
