import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskColumn, TaskRow } from '#core/task-list';
import { editTask, setProgress, setTasks } from '../state/tasks';
import { isComposing } from '../ui/fields';
import { ProgressSelect } from '../ui/progress-select';
import { patchOf, typedForm } from './cell-values';
import { useDocumentName } from './document-names';

/** Where the keys go after a cell: they stay, or go to the cell after or before it. */
export type AfterCell = 'stay' | 'next' | 'previous';

interface CellEditorProps {
  row: TaskRow;
  column: Exclude<TaskColumn, 'source'>;
  /** ISO day: completes a day without its year. */
  today: string;
  /** What has been typed in this column before. */
  known: readonly string[];
  onDone: (after: AfterCell) => void;
}

/** A cell of the table while it is being edited: Enter and Tab take what is there, Escape leaves it as it was. */
export function CellEditor(props: CellEditorProps) {
  return props.column === 'state' ? (
    <ProgressEditor {...props} />
  ) : (
    <TextEditor {...props} column={props.column} />
  );
}

function afterKey({ key, shiftKey }: KeyboardEvent): AfterCell | null {
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  return key === 'Enter' ? 'stay' : null;
}

interface TextEditorProps extends Omit<CellEditorProps, 'column'> {
  column: Exclude<TaskColumn, 'source' | 'state'>;
}

function TextEditor({ row, column, today, known, onDone }: TextEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const left = useRef(false);
  const [wrong, setWrong] = useState(false);
  const nameOf = useDocumentName();
  const before = typedForm(row, column, nameOf);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  /** Returns whether what was typed can be taken. */
  const take = (): boolean => {
    const typed = (field.current?.value ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (typed === before) return true;
    const patch = patchOf(row, column, typed, { today, nameOf });
    if (patch !== null) editTask(row.annotation, patch);
    return patch !== null;
  };
  const end = (after: AfterCell, taking: boolean) => {
    if (taking && !take()) {
      setWrong(true);
      return;
    }
    left.current = true;
    onDone(after);
  };
  const keyed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    const after = event.key === 'Escape' ? 'stay' : afterKey(event);
    if (after === null) return;
    event.preventDefault();
    end(after, event.key !== 'Escape');
  };
  const shared = {
    ...{ ref: field, className: 'input cell-field', lang: 'vi', defaultValue: before, spellCheck: false },
    ...{ 'aria-label': t('tasks.edit', { column: t(`tasks.column.${column}`) }), 'aria-invalid': wrong },
    ...{ onKeyDown: keyed, onChange: () => setWrong(false) },
    onBlur: () => {
      if (left.current) return;
      // What is no day when the field is left by mouse is not taken.
      take();
      setTasks({ editing: false });
    },
  };
  return (
    <span className="cell-editor">
      {column === 'content' ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input list={known.length > 0 ? id : undefined} {...shared} />
      )}
      {known.length > 0 && (
        <datalist id={id}>
          {known.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      )}
      {wrong && (
        <span className="wrong xxs" role="alert">
          {t('tasks.wrongDay')}
        </span>
      )}
    </span>
  );
}

function ProgressEditor({ row, onDone }: CellEditorProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <ProgressSelect
      ref={field}
      className="input cell-field"
      label={t('tasks.edit', { column: t('tasks.column.state') })}
      value={row.facts.progress}
      onCommit={(progress) => setProgress(row.annotation, progress)}
      onKey={(event) => {
        event.stopPropagation();
        const after = event.key === 'Escape' ? 'stay' : afterKey(event);
        if (after === null) return;
        event.preventDefault();
        onDone(after);
      }}
      onLeave={() => setTasks({ editing: false })}
    />
  );
}
