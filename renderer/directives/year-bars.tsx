import { useTranslation } from 'react-i18next';

const HIGHEST = 16;
const STEP = 6;

/** In how many articles of each of these years, as bars: the years are the same in all rows. */
export function YearBars({
  years,
  counts,
}: {
  years: readonly string[];
  counts: ReadonlyMap<string, number>;
}) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts.values());
  const words = [...counts].sort().map(([year, count]) => t('register.inYear', { year, count }));
  return (
    <svg
      className="year-bars"
      width={years.length * STEP}
      height={HIGHEST}
      role="img"
      aria-label={words.join(', ')}
    >
      <title>{words.join('\n')}</title>
      {years.map((year, index) => {
        const count = counts.get(year) ?? 0;
        const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HIGHEST));
        return (
          <rect
            key={year}
            className={count === 0 ? 'none' : ''}
            x={index * STEP}
            y={HIGHEST - height}
            width={STEP - 2}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}
