import { Copy, CornerDownLeft, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { copyTask, removeTask, saveFacts } from '../state/tasks';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { KindLabel } from '../ui/kinds';
import { TaskFactsFields } from '../ui/task-facts';
import { useSpellings } from './document-names';
import { EvidenceChain } from './evidence-chain';
import { NearbyBasis } from './nearby-basis';
import { Passage } from './passage';
import { StateGlyph } from './state-glyph';
import { openTask } from './task-row';
import { PlaceWords } from './task-words';

/** The chosen task: its words in the article, everything that is known of it, and what became of it. */
export function TaskPanel({ row }: { row: TaskRow }) {
  const { t } = useTranslation();
  const { annotation, facts, state } = row;
  const spellings = useSpellings();
  const readOnly = useLibrary((all) => all.readOnly);
  const article = useLibrary((all) => all.articles.get(annotation.articleId));
  return (
    <aside className="task-panel" aria-label={t('tasks.chosen')}>
      <header>
        <KindLabel kind={annotation.kind} />
        <span className={`end state state-${state}`}>
          <StateGlyph state={state} /> {t(`tasks.state.${state}`)}
        </span>
      </header>
      <Passage annotation={annotation} />
      <p className="place xs t2">
        <span lang="vi">{article?.title}</span>
        <span className="num nb t3">
          <PlaceWords
            articleId={annotation.articleId}
            block={row.block}
            lost={annotation.anchor === 'orphan'}
          />
        </span>
      </p>
      <div className="panel-actions">
        <Button look="line" onClick={() => openTask(row)}>
          <CornerDownLeft size={14} strokeWidth={1.75} aria-hidden /> {t('tasks.open')}{' '}
          <CommandKey command="openTask" />
        </Button>
        <IconButton
          label={t('command.copyTask')}
          command="copyTask"
          onClick={() => void copyTask(annotation)}
        >
          <Copy size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        {!readOnly && (
          <IconButton
            label={t('tasks.remove')}
            command="removeTask"
            onClick={() => void removeTask(annotation)}
          >
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      <fieldset disabled={readOnly}>
        <legend className="sr-only">{t('tasks.facts')}</legend>
        <TaskFactsFields
          facts={facts}
          all
          wordsOf={(id) => spellings.get(id)}
          onChange={(next) => saveFacts(annotation, next)}
        />
        {!readOnly && <NearbyBasis row={row} />}
      </fieldset>
      <EvidenceChain row={row} />
    </aside>
  );
}
