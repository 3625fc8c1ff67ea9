import { Popover } from '@base-ui/react/popover';
import { Copy, CornerDownLeft, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { copyTask, stopPeeking, useTasks } from '../state/tasks';
import { Button, CommandKey, Kbd } from '../ui/controls';
import { dayText } from '../ui/format';
import { mainPart } from '../ui/main-part';
import { Passage } from './passage';
import { openTask } from './task-row';
import './quote-peek.css';

/** The quotation of the chosen task under its row or card. The keys stay there: arrows lead on to the next one. */
export function QuotePeek({ row }: { row: TaskRow | null }) {
  const peeking = useTasks((state) => state.peeking);
  if (row === null || !peeking) return null;
  return (
    <Popover.Root key={row.annotation.id} open onOpenChange={(open) => open || stopPeeking()}>
      <Popover.Portal container={mainPart}>
        <Popover.Positioner
          className="positioner"
          anchor={() => elementOf(row)}
          sideOffset={4}
          align="start"
          alignOffset={40}
        >
          <Quotation row={row} />
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const elementOf = ({ annotation: { id } }: TaskRow): Element | null =>
  document.querySelector(`[data-task="${CSS.escape(id)}"], [data-card="${CSS.escape(id)}"]`);

function Quotation({ row }: { row: TaskRow }) {
  const { t } = useTranslation();
  const { annotation } = row;
  const article = useLibrary(({ articles }) => articles.get(annotation.articleId));
  return (
    <Popover.Popup
      className="popup quote-peek"
      aria-label={t('tasks.peek.title')}
      initialFocus={false}
      finalFocus={false}
    >
      <header className="xs t2">
        <Quote size={14} strokeWidth={1.75} aria-hidden />
        <span className="clip" title={article?.title} lang="vi">
          {article?.title}
        </span>
        <span className="num nb end">
          {annotation.anchor === 'orphan'
            ? t('codebook.passages.lost')
            : t('tasks.paragraph', { number: row.block + 1 })}
        </span>
      </header>
      <Passage annotation={annotation} />
      <footer className="xs">
        <span className="t2 clip">
          {[article?.source, article?.publishedOn == null ? null : dayText(article.publishedOn)]
            .filter((part) => part != null)
            .join(', ')}
        </span>
        <span className="end" />
        <Button onClick={() => void copyTask(annotation)}>
          <Copy size={13} strokeWidth={1.75} aria-hidden /> {t('tasks.peek.copy')}{' '}
          <CommandKey command="copyTask" />
        </Button>
        <Button className="open" onClick={() => openTask(row)}>
          <CornerDownLeft size={13} strokeWidth={1.75} aria-hidden /> {t('tasks.open')} <Kbd>↵</Kbd>
        </Button>
      </footer>
    </Popover.Popup>
  );
}
