import { useEffect } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { blockAt, blockStarts } from '#core/article';
import type { TaskRow } from '#core/task-list';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { loadArticle, useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { editTask } from '../state/tasks';
import { directiveName } from '../ui/directive-name';

/** The documents that the task's paragraph and the one before it cite, to be taken over as its basis. */
export function NearbyBasis({ row: { annotation, facts, block } }: { row: TaskRow }) {
  const { t } = useTranslation();
  const { articleId } = annotation;
  const article = useLibrary(({ views }) => views.get(articleId)?.article);
  useEffect(() => void attempt(() => loadArticle(articleId)), [articleId]);
  const read = useAnswer(`nearby ${articleId}`, () => call('recognise.article', { id: articleId }));
  if (article === undefined || read === null || read.revision !== article.revision) return null;
  const starts = blockStarts(article.blocks);
  const near = read.directives.filter((_, index) => {
    const at = blockAt(starts, read.found.citations[index]?.start ?? 0);
    return at === block || at === block - 1;
  });
  const offered = [...new Set(near)].filter((id) => !facts.basis.includes(id));
  if (offered.length === 0) return null;
  const wordsOf = (id: string) => read.found.citations[read.directives.indexOf(id)]?.text;
  return (
    <p className="nearby xs">
      <span className="t3">{t('tasks.nearby')}</span>
      {offered.map((id) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-label={t('tasks.addNearby', { name: directiveName(id, wordsOf(id)) })}
          onClick={() => editTask(annotation, { basis: [...facts.basis, id] })}
        >
          <Plus size={11} strokeWidth={2} aria-hidden />{' '}
          <span className="clip">{directiveName(id, wordsOf(id))}</span>
        </button>
      ))}
    </p>
  );
}
