import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#core/contract';
import { cancelCodebook, endEditing } from '../state/codebook';
import { isComposing } from '../ui/fields';

interface NameFieldProps {
  /** Of the row that the field stands in, from 1. */
  level: number;
  /** The name as it is; empty for a new tag. */
  start: string;
  /** What a new name touches, as soon as it is known. */
  use?: CallOutput<'tags.use'> | null;
}

/** A row of the tree in which a name is typed. Enter or leaving it takes the name, Escape does not. */
export function NameField({ level, start, use = null }: NameFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (how: 'take' | 'leave' | 'cancel') => {
    if (isDone.current) return;
    isDone.current = true;
    if (how === 'cancel') cancelCodebook();
    else void endEditing(input.current?.value ?? '', how === 'take');
  };
  return (
    <div role="treeitem" aria-selected aria-level={level} className="tag-item editing" data-level={level}>
      <input
        ref={input}
        className="input"
        aria-label={t(start === '' ? 'codebook.newName' : 'codebook.nameOf')}
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
      {use !== null && (
        <p className="xxs t2" role="status">
          {t('codebook.touches.notes', { count: use.annotations, articles: use.articles })}
          {use.tags > 1 && ` · ${t('codebook.touches.below', { count: use.tags - 1 })}`}
        </p>
      )}
    </div>
  );
}
