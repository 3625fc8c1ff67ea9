import { Search, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
import {
  clearRegisterFilter,
  isUndecided,
  issuerOf,
  setRegister,
  useRegister,
  type RegisterFilter,
} from '../state/registers';
import { CommandKey } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { collator } from '../ui/format';
import type { YearCounts } from './names';

interface RegisterFilterBarProps {
  rows: readonly DirectiveRow[];
  counts: YearCounts;
  found: number;
  /** How many articles were looked through, of how many. */
  progress: { done: number; total: number };
}

/** What the register is narrowed to, and how far the library has been looked through. */
export function RegisterFilterBar({
  rows,
  counts,
  found,
  progress: { done, total },
}: RegisterFilterBarProps) {
  const { t } = useTranslation();
  const { words, type, issuer, year, undecided } = useRegister();
  const doubts = useMemo(() => rows.filter(isUndecided).length, [rows]);
  const years = useMemo(
    () => [...new Set([...counts.values()].flatMap((of) => [...of.keys()]))].sort().reverse(),
    [counts],
  );
  const narrowed = words.trim() !== '' || type !== null || issuer !== null || year !== null || undecided;
  return (
    <div className="register-filter" role="search" aria-label={t('register.filter')}>
      <WordsField />
      <Choice of="type" rows={rows} valueOf={(row) => row.type} />
      <Choice of="issuer" rows={rows} valueOf={issuerOf} />
      <Select of="year" options={years} />
      {(doubts > 0 || undecided) && (
        <button
          type="button"
          className={`chip doubt ${undecided ? 'on' : ''}`}
          aria-pressed={undecided}
          onClick={() => setRegister({ undecided: !undecided })}
        >
          <TriangleAlert size={12} strokeWidth={2} aria-hidden /> {t('register.undecided', { count: doubts })}
        </button>
      )}
      {narrowed && (
        <>
          <span className="xs t3 num nb" role="status">
            {t('register.found', { count: found, all: rows.length })}
          </span>
          <button type="button" className="link xs" onClick={clearRegisterFilter}>
            {t('register.clear')}
          </button>
        </>
      )}
      <span className="end" />
      {done < total && <Looking done={done} total={total} />}
    </div>
  );
}

function WordsField() {
  const { t } = useTranslation();
  const words = useRegister((state) => state.words);
  const asked = useRegister((state) => state.asked);
  const field = useRef<HTMLInputElement>(null);
  const seen = useRef(asked);
  useEffect(() => {
    if (asked !== seen.current) {
      field.current?.focus();
      field.current?.select();
    }
    seen.current = asked;
  }, [asked]);
  return (
    <span className="register-words">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        className="input"
        type="search"
        value={words}
        placeholder={t('register.words')}
        aria-label={t('register.words')}
        spellCheck={false}
        onChange={(event) => setRegister({ words: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          const grid = event.currentTarget.closest('.register')?.querySelector<HTMLElement>('[role="grid"]');
          if (event.key === 'Escape' && words !== '') setRegister({ words: '' });
          else if (event.key === 'ArrowDown' || event.key === 'Enter') grid?.focus();
          else return;
          event.preventDefault();
        }}
      />
      {words === '' && <CommandKey command="findDirective" />}
    </span>
  );
}

type Chosen = Extract<keyof RegisterFilter, 'type' | 'issuer' | 'year'>;

interface ChoiceProps {
  of: Chosen;
  rows: readonly DirectiveRow[];
  valueOf: (row: DirectiveRow) => string;
}

/** A choice among the values that the documents have. */
function Choice({ of, rows, valueOf }: ChoiceProps) {
  const options = [...new Set(rows.map(valueOf))].filter((value) => value !== '').sort(collator.compare);
  return <Select of={of} options={options} />;
}

function Select({ of, options }: { of: Chosen; options: readonly string[] }) {
  const { t } = useTranslation();
  const value = useRegister((state) => state[of]);
  return (
    <select
      className={`chip ${value === null ? '' : 'on'}`}
      aria-label={t(`register.choice.${of}`)}
      value={value ?? ''}
      onChange={({ target }) => setRegister({ [of]: target.value === '' ? null : target.value })}
    >
      <option value="">{t(`register.any.${of}`)}</option>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

/** Documents still come in. */
function Looking({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation();
  const words = t('register.looking', {
    done: done.toLocaleString('vi-VN'),
    total: total.toLocaleString('vi-VN'),
  });
  return (
    <span className="looking xs t2 num" role="status">
      {words}
      <progress max={total} value={done} aria-label={words} />
    </span>
  );
}
