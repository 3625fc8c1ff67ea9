import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { PROGRESS, type TaskFacts } from '#core/task';

type Progress = TaskFacts['progress'];

interface ProgressSelectProps {
  label: string;
  value: Progress;
  className?: string;
  ref?: Ref<HTMLSelectElement>;
  onCommit: (progress: Progress) => void;
  /** A key was pressed; what was chosen has been taken by then, or taken back by Escape. */
  onKey?: (event: KeyboardEvent<HTMLSelectElement>) => void;
  onLeave?: () => void;
}

/**
 * How far a task is. What the mouse picks is taken at once; what keys walk over only with Enter, Tab, or when the field is
 * left. Escape takes it back.
 */
export function ProgressSelect({
  label,
  value,
  className,
  ref,
  onCommit,
  onKey,
  onLeave,
}: ProgressSelectProps) {
  const { t } = useTranslation();
  const byKey = useRef(false);
  // Only as long as the value is the one that it was chosen over.
  const [walked, walkTo] = useState<{ over: string; to: string }>({ over: value, to: value });
  const shown = walked.over === value ? walked.to : value;
  // What was taken last: to leave the field after Enter takes nothing more.
  const taken = useRef(value);
  useEffect(() => {
    taken.current = value;
  }, [value]);
  const commit = (field: HTMLSelectElement) => {
    const progress = PROGRESS.find((each) => each === field.value);
    if (progress === undefined || progress === taken.current) return;
    taken.current = progress;
    onCommit(progress);
  };
  const keyed = (event: KeyboardEvent<HTMLSelectElement>) => {
    const field = event.currentTarget;
    byKey.current = true;
    if (event.key === 'Enter' || event.key === 'Tab') commit(field);
    if (event.key === 'Escape') {
      if (field.value !== value) event.stopPropagation();
      // At once: leaving the field reads what stands in it.
      field.value = value;
      walkTo({ over: value, to: value });
    }
    onKey?.(event);
  };
  return (
    <select
      ref={ref}
      className={className}
      aria-label={label}
      value={shown}
      onPointerDown={() => (byKey.current = false)}
      onKeyDown={keyed}
      onChange={({ currentTarget }) => {
        walkTo({ over: value, to: currentTarget.value });
        if (!byKey.current) commit(currentTarget);
      }}
      onBlur={({ currentTarget }) => {
        commit(currentTarget);
        onLeave?.();
      }}
    >
      {PROGRESS.map((progress) => (
        <option key={progress} value={progress}>
          {t(`suggest.progress.${progress}`)}
        </option>
      ))}
    </select>
  );
}
