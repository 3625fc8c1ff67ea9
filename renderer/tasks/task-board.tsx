import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PROGRESS, type TaskFacts } from '#core/task';
import { contentOf, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { say } from '../state/status';
import { setProgress, setTasks, taskActions } from '../state/tasks';
import { useTakeFocus } from '../ui/take-focus';
import { StateGlyph } from './state-glyph';
import { openTask } from './task-row';
import { DeadlineWords, PlaceWords } from './task-words';
import './task-board.css';

type Progress = TaskFacts['progress'];

const TYPE = 'application/x-doi-chieu-task';
const STATE_OF = { open: 'notDue', doing: 'doing', done: 'onTime', paused: 'paused' } as const;

interface TaskBoardProps {
  rows: readonly TaskRow[];
  chosen: string | null;
  today: string;
}

/** The tasks as cards in a column for each progress. Arrows walk the cards; dragging, or Shift with an arrow, moves one. */
export function TaskBoard({ rows, chosen, today }: TaskBoardProps) {
  const { t } = useTranslation();
  const board = useRef<HTMLDivElement>(null);
  const readOnly = useLibrary((state) => state.readOnly);
  const columns = PROGRESS.map((progress) => ({
    progress,
    rows: rows.filter(({ facts }) => facts.progress === progress),
  }));
  const focus = useFocusCard(board, chosen);
  useTakeFocus(board, '.task-card[tabindex="0"]');
  const move = (row: TaskRow, progress: Progress | undefined) => {
    if (readOnly || progress === undefined || progress === row.facts.progress) return;
    setProgress(row.annotation, progress);
    say(t('tasks.board.moved', { progress: t(`suggest.progress.${progress}`) }));
  };
  const keyed = (event: KeyboardEvent, row: TaskRow) => {
    if (event.target !== event.currentTarget) return;
    const at = PROGRESS.indexOf(row.facts.progress);
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.shiftKey && side !== undefined) {
      move(row, PROGRESS[at + side]);
      focus(row.annotation.id);
    } else if (event.key === ' ') taskActions.peekTask();
    else if (event.key === 'Enter') openTask(row);
    else {
      const next = neighbour(
        columns.map((column) => column.rows),
        row,
        event.key,
      );
      if (next === undefined) return;
      focus(next.annotation.id);
    }
    event.preventDefault();
  };
  return (
    <div className="task-board" data-part ref={board}>
      {columns.map(({ progress, rows: cards }) => (
        <Column
          key={progress}
          {...{ progress, cards, chosen, today, readOnly, onKeyDown: keyed }}
          onDrop={(id) => {
            const row = rows.find(({ annotation }) => annotation.id === id);
            if (row !== undefined) move(row, progress);
          }}
        />
      ))}
    </div>
  );
}

interface ColumnProps extends Pick<CardProps, 'today' | 'onKeyDown'> {
  progress: Progress;
  cards: readonly TaskRow[];
  chosen: string | null;
  readOnly: boolean;
  /** A card was dropped, by the id of its annotation. */
  onDrop: (id: string) => void;
}

function Column({ progress, cards, chosen, today, readOnly, onKeyDown, onDrop }: ColumnProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const target = {
    onDragOver: (event: DragEvent) => {
      if (readOnly || !event.dataTransfer.types.includes(TYPE)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      onDrop(event.dataTransfer.getData(TYPE));
    },
  };
  return (
    <section
      className={`board-column ${over ? 'over' : ''}`}
      aria-label={t(`suggest.progress.${progress}`)}
      {...target}
    >
      <h2 className={`state-${STATE_OF[progress]}`}>
        <StateGlyph state={STATE_OF[progress]} /> {t(`suggest.progress.${progress}`)}{' '}
        <span className="cnt num">{cards.length}</span>
      </h2>
      <ul className="cards">
        {cards.length === 0 && !readOnly && <li className="none xs t3">{t('tasks.board.empty')}</li>}
        {cards.map((row) => (
          <li key={row.annotation.id}>
            <Card
              {...{ row, today, draggable: !readOnly, onKeyDown }}
              chosen={row.annotation.id === chosen}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  row: TaskRow;
  today: string;
  chosen: boolean;
  draggable: boolean;
  onKeyDown: (event: KeyboardEvent, row: TaskRow) => void;
}

function Card({ row, today, chosen, draggable, onKeyDown }: CardProps) {
  const { t } = useTranslation();
  const { annotation, facts, state } = row;
  return (
    <button
      type="button"
      className={`task-card ${chosen ? 'on' : ''} ${state === 'overdue' ? 'state-overdue' : ''}`}
      data-card={annotation.id}
      tabIndex={chosen ? 0 : -1}
      aria-pressed={chosen}
      draggable={draggable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(TYPE, annotation.id);
      }}
      onClick={() => setTasks({ chosen: annotation.id })}
      onDoubleClick={() => openTask(row)}
      onKeyDown={(event) => onKeyDown(event, row)}
    >
      <span className="content" lang="vi">
        {contentOf(row)}
      </span>
      <span className="sr-only">{t(`tasks.state.${state}`)}</span>
      {facts.responsible !== '' && <span className="xs t2 clip">{facts.responsible}</span>}
      <span className="foot xs">
        {facts.deadline !== null && (
          <span className={`due ${state === 'overdue' ? 'state-overdue' : ''}`}>
            {state === 'overdue' && <StateGlyph state="overdue" />}
            <DeadlineWords row={row} today={today} />
          </span>
        )}
        <span className="end xxs t3 num nb">
          <PlaceWords
            articleId={annotation.articleId}
            block={row.block}
            lost={annotation.anchor === 'orphan'}
          />
        </span>
      </span>
    </button>
  );
}

/** The card that an arrow leads to; a shorter column ends at its last card, an empty one is passed over. */
function neighbour(columns: readonly (readonly TaskRow[])[], row: TaskRow, key: string): TaskRow | undefined {
  const at = columns.findIndex((rows) => rows.includes(row));
  const place = columns[at]?.indexOf(row) ?? 0;
  if (key === 'ArrowDown') return columns[at]?.[place + 1];
  if (key === 'ArrowUp') return columns[at]?.[place - 1];
  const others =
    key === 'ArrowRight' ? columns.slice(at + 1) : key === 'ArrowLeft' ? columns.slice(0, at).reverse() : [];
  const beside = others.find((rows) => rows.length > 0);
  return beside?.[Math.min(place, beside.length - 1)];
}

/** Gives the keyboard to a card, also after it has come into another column. */
function useFocusCard(board: { readonly current: HTMLElement | null }, chosen: string | null) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current !== chosen) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"]`);
    if (card !== document.activeElement) card?.focus();
  });
  return (id: string) => {
    wanted.current = id;
    setTasks({ chosen: id });
  };
}
