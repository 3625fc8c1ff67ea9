import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { linksByAnnotation, showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { saveFacts } from '../state/tasks';
import { Button, Kbd } from '../ui/controls';
import { dayText } from '../ui/format';
import { KindLabel } from '../ui/kinds';
import { TaskFactsFields } from '../ui/task-facts';
import { StateGlyph } from './state-glyph';

/** The chosen task: its words in the article, and everything that is known of it, to be filled in and changed. */
export function TaskPanel({ row }: { row: TaskRow }) {
  const { t } = useTranslation();
  const { annotation, facts, state } = row;
  const readOnly = useLibrary((all) => all.readOnly);
  const article = useLibrary((all) => all.articles.get(annotation.articleId));
  const evidence = useLibrary((all) => linksByAnnotation(all.links).get(annotation.id)?.length ?? 0);
  return (
    <aside className="task-panel" aria-label={t('tasks.chosen')}>
      <header>
        <KindLabel kind={annotation.kind} />
        <span className={`end state state-${state}`}>
          <StateGlyph state={state} /> {t(`tasks.state.${state}`)}
        </span>
      </header>
      <blockquote lang="vi">{annotation.target.quote.exact}</blockquote>
      <p className="xs t2">
        {article?.title}
        {article?.publishedOn == null ? '' : `, ${dayText(article.publishedOn)}`},{' '}
        {t('tasks.paragraph', { number: row.block + 1 })}
      </p>
      <Button look="line" onClick={() => void attempt(() => showAnnotation(annotation))}>
        <CornerDownLeft size={14} strokeWidth={1.75} aria-hidden /> {t('tasks.open')} <Kbd>Enter</Kbd>
      </Button>
      {evidence > 0 && <p className="xs t3">{t('tasks.links', { count: evidence })}</p>}
      <fieldset disabled={readOnly}>
        <legend className="sr-only">{t('tasks.facts')}</legend>
        <TaskFactsFields facts={facts} all onChange={(next) => saveFacts(annotation, next)} />
      </fieldset>
    </aside>
  );
}
