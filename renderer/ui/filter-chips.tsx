import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './filter-chips.css';

/** One condition of a filter. */
export interface FilterChip {
  key: string;
  /** The condition in a few words. */
  words: string;
  /** A glyph or a swatch before the words. */
  mark?: ReactNode;
  onRemove: () => void;
}

interface FilterChipsProps {
  chips: readonly FilterChip[];
  onClear: () => void;
}

/** The conditions of a filter, each of which can be dropped, and a button that drops all; nothing without any. */
export function FilterChips({ chips, onClear }: FilterChipsProps) {
  const { t } = useTranslation();
  if (chips.length === 0) return null;
  return (
    <div className="filter-chips">
      {chips.map(({ key, words, mark, onRemove }) => (
        <span key={key} className="chip on">
          {mark}
          <span className="clip">{words}</span>
          <button
            type="button"
            aria-label={t('notesDeep.filter.removeChip', { condition: words })}
            onClick={onRemove}
          >
            <X size={11} aria-hidden />
          </button>
        </span>
      ))}
      <button type="button" className="clear" onClick={onClear}>
        {t('notesDeep.filter.clear')}
      </button>
    </div>
  );
}
