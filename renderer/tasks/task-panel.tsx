import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { saveFacts } from '../state/tasks';
import { Button, CommandKey } from '../ui/controls';
import { KindLabel } from '../ui/kinds';
import { TaskFactsFields } from '../ui/task-facts';
import { useSpellings } from './document-names';
import { EvidenceChain } from './evidence-chain';
import { NearbyBasis } from './nearby-basis';
import { StateGlyph } from './state-glyph';
import { openTask } from './task-row';
import { PlaceWords } from './task-words';

/** The chosen task: its words in the article, everything that is known of it, and what became of it. */
export function TaskPanel({ row }: { row: TaskRow }) {
  const { t } = useTranslation();
  const { annotation, facts, state } = row;
  const { quote } = annotation.target;
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
      <blockquote lang="vi">
        <span className="t3">{wordsBefore(quote.prefix)}</span>
        <mark className={`k-${annotation.kind}`}>{quote.exact}</mark>
        <span className="t3">{wordsAfter(quote.suffix)}</span>
      </blockquote>
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
      <Button look="line" onClick={() => openTask(row)}>
        <CornerDownLeft size={14} strokeWidth={1.75} aria-hidden /> {t('tasks.open')}{' '}
        <CommandKey command="openTask" />
      </Button>
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

/** Whole words of the paragraph before the passage. */
function wordsBefore(prefix: string): string {
  const line = prefix.split('\n').at(-1) ?? '';
  return line.length < prefix.length ? line : line.replace(/^\S*\s/u, '… ');
}

/** Whole words of the paragraph after the passage. */
function wordsAfter(suffix: string): string {
  const [line = ''] = suffix.split('\n');
  return line.length < suffix.length ? line : line.replace(/\s\S*$/u, ' …');
}
