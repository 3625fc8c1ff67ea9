import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
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
import { Choice } from '../ui/choice';
import { isComposing } from '../ui/fields';
import { collator } from '../ui/format';
import { SearchField } from '../ui/search-field';
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
    <div className="register-filter" data-part role="search" aria-label={t('register.filter')}>
      <WordsField />
      <Narrow by="type" values={valuesOf(rows, ({ type }) => type)} />
      <Narrow by="issuer" values={valuesOf(rows, issuerOf)} />
      <Narrow by="year" values={years} />
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
  return (
    <SearchField
      label={t('register.words')}
      value={words}
      asked={asked}
      command="findDirective"
      onChange={(typed) => setRegister({ words: typed })}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        const grid = event.currentTarget.closest('.register')?.querySelector<HTMLElement>('[role="grid"]');
        if (event.key === 'Escape' && words !== '') setRegister({ words: '' });
        else if (event.key === 'ArrowDown' || event.key === 'Enter') grid?.focus();
        else return;
        event.preventDefault();
      }}
    />
  );
}

type Chosen = Extract<keyof RegisterFilter, 'type' | 'issuer' | 'year'>;

/** The values that the documents have. */
const valuesOf = (rows: readonly DirectiveRow[], valueOf: (row: DirectiveRow) => string): string[] =>
  [...new Set(rows.map(valueOf))].filter((value) => value !== '').sort(collator.compare);

function Narrow({ by, values }: { by: Chosen; values: readonly string[] }) {
  const { t } = useTranslation();
  const value = useRegister((state) => state[by]);
  return (
    <Choice
      label={t(`register.choice.${by}`)}
      any={t(`register.any.${by}`)}
      value={value ?? ''}
      options={values.map((each) => ({ value: each, words: each }))}
      onChoose={(chosen) => setRegister({ [by]: chosen === '' ? null : chosen })}
    />
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
