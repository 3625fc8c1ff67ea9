import { useTranslation } from 'react-i18next';
import type { PhraseRow } from '#core/calls/phrases';

/** The latest years that have room. */
const YEARS_SHOWN = 6;
const HIGHEST = 14;

/** How often in each year: a bar with its number over the year. */
export function YearBars({ years }: Pick<PhraseRow, 'years'>) {
  const { t } = useTranslation();
  const most = Math.max(...years.map(({ count }) => count));
  const nameOf = (year: number | null) => (year === null ? t('phrases.noYear') : String(year));
  const all = years.map(({ year, count }) => t('phrases.inYear', { year: nameOf(year), count })).join('\n');
  return (
    <span className="year-bars" title={all}>
      {years.slice(-YEARS_SHOWN).map(({ year, count }) => (
        <span key={year} className="year-bar num">
          <span className="value">{count}</span>
          <i aria-hidden style={{ height: Math.max(2, Math.round((count / most) * HIGHEST)) }} />
          <span className="year">{year === null ? '?' : year}</span>
        </span>
      ))}
    </span>
  );
}
