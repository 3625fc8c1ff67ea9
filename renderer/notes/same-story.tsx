import { useMemo } from 'react';
import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { useLibrary } from '../state/library';
import { readerWidth } from '../state/panes';
import { leaveStory } from '../state/revising';
import { attempt } from '../state/status';
import { openBeside } from '../state/view';
import { IconButton } from '../ui/controls';
import { dayText } from '../ui/format';

/** The other articles that tell the same story as this one: the first of them and its copies. */
function othersOfStory(articles: ReadonlyMap<string, ArticleSummary>, articleId: string): ArticleSummary[] {
  const root = articles.get(articleId)?.story ?? articleId;
  return [...articles.values()].filter(
    ({ id, story, removedAt }) => id !== articleId && removedAt === null && (id === root || story === root),
  );
}

/** The copies of one wire story; each opens beside this article. */
export function SameStory({ articleId, readOnly }: { articleId: string; readOnly: boolean }) {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const others = useMemo(() => othersOfStory(articles, articleId), [articles, articleId]);
  const own = articles.get(articleId)?.story ?? null;
  if (others.length === 0) return null;
  return (
    <>
      <dt className="wide story-name">
        {t('original.sameStory')} <span className="cnt">{others.length}</span>
      </dt>
      {others.map(({ id, title, source, publishedOn, story }) => {
        // A copy leaves the story by itself; at the first of them each copy can be let go.
        const leaving = own === null ? { id, story } : { id: articleId, story: own };
        return (
          <dd key={id} className="wide story-row">
            <button
              type="button"
              title={title}
              onClick={() => openBeside(id, readerWidth())}
              aria-label={t('original.openBeside', { title })}
            >
              <span className="clip">{source ?? title}</span>
              {publishedOn !== null && <span className="num t3 nb">{dayText(publishedOn)}</span>}
            </button>
            {!readOnly && leaving.story !== null && (id === own || own === null) && (
              <IconButton
                small
                label={t('original.leaveStory')}
                onClick={() => void attempt(() => leaveStory(leaving.id, leaving.story ?? ''))}
              >
                <Unlink size={13} strokeWidth={1.75} aria-hidden />
              </IconButton>
            )}
          </dd>
        );
      })}
    </>
  );
}
