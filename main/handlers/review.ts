import type { ArticleDraft, ArticleFactsPatch } from '#core/article';
import { applyEdits } from '#core/body-edits';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Match, ReviewDecision } from '#core/review';
import type { Context } from './context';
import { withFacts } from './facts';
import type { ImportDesk } from './import-desk';
import { originalView } from './original-view';

type ReviewCalls = 'review.list' | 'review.view' | 'review.original' | 'review.accept' | 'review.skip';

/** Files that wait for a look before they go into the library. */
export function reviewHandlers({ engine }: Context, desk: ImportDesk): Pick<Handlers, ReviewCalls> {
  const { waiting } = desk;
  return {
    'review.list': () => Promise.resolve(waiting.items()),
    'review.view': async ({ key, how }) => {
      const { leaf } = waiting.get(key);
      const { drafts, sha256 } = await engine.read(leaf, how);
      const [first] = drafts;
      if (first === undefined) throw new Refusal('no-article', { name: key });
      const { guesses, chapters, raw } = await engine.choices(leaf, how);
      return { drafts, encodings: guesses, chapters, raw, match: await desk.matchOf(first, sha256) };
    },
    'review.original': async ({ key }) => {
      const { leaf, item } = waiting.get(key);
      return originalView(engine, leaf, item);
    },
    'review.accept': async ({ items }) => {
      const results = [];
      for (const { key, how, decision, facts, edits } of items) {
        const { item, leaf } = waiting.get(key);
        const change = (draft: ArticleDraft) => corrected(draft, facts, (body) => applyEdits(body, edits));
        const placed = await desk.accept(item.path, leaf, how, decision ?? suggested(item.match), change);
        results.push(...placed);
        if (placed.every(({ status }) => status !== 'refused')) waiting.drop([key]);
      }
      return results;
    },
    'review.skip': ({ keys }) => {
      waiting.drop(keys);
      return Promise.resolve({});
    },
  };
}

function corrected(
  draft: ArticleDraft,
  facts: ArticleFactsPatch,
  edit: (body: ArticleDraft) => ArticleDraft,
): ArticleDraft {
  return edit(withFacts(draft, facts));
}

/** What the match suggests, when the person said nothing else. */
function suggested(match: Match | null): ReviewDecision {
  if (match === null) return { as: 'new' };
  return { as: match.is === 'version' ? 'revision' : 'copy', of: match.id };
}
