import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayRange } from '../state/shelf-filter';
import { dayText } from '../ui/format';
import { parseDays } from './days';

interface DaysFieldProps {
  /** What happened on these days. */
  name: string;
  range: DayRange;
  onRange: (range: DayRange) => void;
}

/** Two days, or months or years, as they are written in Vietnamese. What is none asks for nothing, and is told apart. */
export function DaysField({ name, range, onRange }: DaysFieldProps) {
  return (
    <>
      <EndField end="from" name={name} range={range} onRange={onRange} />
      <span className="t3" aria-hidden>
        –
      </span>
      <EndField end="to" name={name} range={range} onRange={onRange} />
    </>
  );
}

function EndField({ end, name, range, onRange }: DaysFieldProps & { end: 'from' | 'to' }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const day = range[end];
  const isWrong = typed !== null && typed.trim() !== '' && parseDays(typed) === null;
  const words = t(`codebook.list.${end}`);
  return (
    <input
      className="input num"
      value={typed ?? (day === null ? '' : dayText(day))}
      placeholder={end === 'from' ? '1/7/24' : '2024'}
      aria-label={`${name} ${words}`}
      aria-invalid={isWrong}
      title={isWrong ? t('codebook.list.wrongDay') : words}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target: { value } }) => {
        setTyped(value);
        onRange({ ...range, [end]: parseDays(value)?.[end] ?? null });
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
