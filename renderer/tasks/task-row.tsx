import { useTranslation } from 'react-i18next';
import { contentOf, type TaskColumn, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { setTasks, useTasks } from '../state/tasks';
import { Unbroken } from '../ui/unbroken';
import { CellEditor, type AfterCell } from './cell-editor';
import { basisWords } from './cell-values';
import { useDocumentName } from './document-names';
import { StateGlyph } from './state-glyph';
import { DeadlineWords, PlaceWords } from './task-words';

/** Goes to the passage of a task. */
export const openTask = ({ annotation }: TaskRow): void => void attempt(() => showAnnotation(annotation));

interface TaskRowProps {
  row: TaskRow;
  number: number;
  index: number;
  chosen: boolean;
  columns: readonly TaskColumn[];
  today: string;
  /** What has been typed in a column before. */
  knownIn: (column: TaskColumn) => readonly string[];
  onDone: (after: AfterCell) => void;
}

export function TaskRowLine({ row, number, index, chosen, columns, today, knownIn, onDone }: TaskRowProps) {
  const { annotation } = row;
  const readOnly = useLibrary((state) => state.readOnly);
  const at = useTasks(({ column }) => (chosen ? column : null));
  const isEditing = useTasks(({ editing }) => chosen && editing) && !readOnly;
  return (
    <div
      className={`task-row ${chosen ? 'on' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-task={annotation.id}
    >
      <span role="gridcell" className="cell num t3">
        {number}
      </span>
      {columns.map((column) => (
        // The grid's own keys do with a cell what the mouse does here.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <span
          key={column}
          id={cellId(annotation.id, column)}
          role="gridcell"
          tabIndex={-1}
          className={`cell of-${column} ${column === at ? 'at' : ''}`}
          onClick={() => {
            const again = column === at && column !== 'source';
            setTasks({ chosen: annotation.id, column, editing: again });
          }}
        >
          {isEditing && column === at && column !== 'source' ? (
            <CellEditor row={row} column={column} today={today} known={knownIn(column)} onDone={onDone} />
          ) : (
            <Cell row={row} column={column} today={today} merged={!columns.includes('cooperating')} />
          )}
        </span>
      ))}
    </div>
  );
}

export const cellId = (id: string, column: TaskColumn): string => `task-${id}-${column}`;

interface CellProps {
  row: TaskRow;
  column: TaskColumn;
  today: string;
  /** The cooperating bodies stand under the responsible one. */
  merged: boolean;
}

function Cell({ row, column, today, merged }: CellProps) {
  const { t } = useTranslation();
  const nameOf = useDocumentName();
  const { facts, state, annotation } = row;
  switch (column) {
    case 'content':
      return (
        <span className="c2" title={annotation.target.quote.exact} lang="vi">
          {contentOf(row)}
        </span>
      );
    case 'basis':
      return <Words text={basisWords(facts, nameOf)} />;
    case 'responsible':
      return (
        <>
          <Words text={facts.responsible} />
          {merged && facts.cooperating !== '' && (
            <span className="xxs t3 clip" title={facts.cooperating}>
              + {facts.cooperating}
            </span>
          )}
        </>
      );
    case 'cooperating':
    case 'product':
      return <Words text={facts[column]} />;
    case 'deadline':
      return (
        <span className={state === 'overdue' ? 'due state-overdue' : 'due'}>
          <DeadlineWords row={row} today={today} />
        </span>
      );
    case 'state':
      return (
        <span className={`state state-${state}`}>
          <StateGlyph state={state} /> <span>{t(`tasks.state.${state}`)}</span>
        </span>
      );
    case 'source':
      return <Source row={row} />;
  }
}

const Words = ({ text }: { text: string }) =>
  text === '' ? (
    <span className="t3">—</span>
  ) : (
    <span className="c2" title={text}>
      <Unbroken text={text} />
    </span>
  );

function Source({ row }: { row: TaskRow }) {
  const { articleId } = row.annotation;
  const title = useLibrary(({ articles }) => articles.get(articleId)?.title ?? '');
  return (
    <>
      <span className="clip t2 xs" title={title} lang="vi">
        {title}
      </span>
      <button
        type="button"
        className="link xs num nb"
        tabIndex={-1}
        title={row.annotation.target.quote.exact}
        onClick={(event) => {
          event.stopPropagation();
          openTask(row);
        }}
      >
        <PlaceWords articleId={articleId} block={row.block} lost={row.annotation.anchor === 'orphan'} />
      </button>
    </>
  );
}
