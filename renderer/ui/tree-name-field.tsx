import { useEffect, useRef, type ReactNode } from 'react';
import { isComposing } from './fields';

interface TreeNameFieldProps {
  className: string;
  /** Of the row that the field stands in, from 1. */
  level: number;
  label: string;
  /** The name as it is; empty for something new. */
  start: string;
  /** Called once: by Enter, by leaving the field, or by Escape, which takes no name. */
  onEnd: (how: 'take' | 'leave' | 'cancel', typed: string) => void;
  children?: ReactNode;
}

/** A row of a tree in which a name is typed. */
export function TreeNameField({ className, level, label, start, onEnd, children }: TreeNameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (how: 'take' | 'leave' | 'cancel') => {
    if (isDone.current) return;
    isDone.current = true;
    onEnd(how, input.current?.value ?? '');
  };
  return (
    <div
      role="treeitem"
      aria-selected
      aria-level={level}
      className={`${className} editing`}
      data-level={level}
    >
      <input
        ref={input}
        className="input"
        aria-label={label}
        defaultValue={start}
        maxLength={120}
        spellCheck={false}
        autoComplete="off"
        onBlur={() => end('leave')}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          event.stopPropagation();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          end(event.key === 'Enter' ? 'take' : 'cancel');
        }}
      />
      {children}
    </div>
  );
}
