import { useTranslation } from 'react-i18next';
import type { SearchFacets } from '#core/calls/searching';
import { toggleNarrowing, useSearch } from '../state/search';

/** CSS pixels of the highest bar; even the lowest can be seen and hit. */
const HIGHEST = 44;
const LOWEST = 4;
/** More years than this have no room for those between that have nothing. */
const MOST_BARS = 30;

/** The years as bars, each of which can be ticked. */
export function YearFacet({ years }: { years: SearchFacets['years'] }) {
  const { t } = useTranslation();
  const ticked = useSearch((state) => state.narrowing.years);
  const known = yearsBetween([...years, ...ticked.map((value) => ({ value, count: 0 }))]);
  const unknown = years.find(({ value }) => value === null)?.count;
  if (known.length === 0 && unknown === undefined) return null;
  const toggle = (year: number | null) => toggleNarrowing('years', year);
  return (
    <fieldset className="facet-group">
      <legend className="h">{t('search.facets.years')}</legend>
      {known.length > 0 && (
        <YearBars years={known} wordsOf={(year, count) => t('search.facets.year', { year, count })} />
      )}
      {(unknown !== undefined || ticked.includes(null)) && (
        <label className="facet">
          <input type="checkbox" checked={ticked.includes(null)} onChange={() => toggle(null)} />
          <span className="clip">{t('search.facets.noYear')}</span>
          <span className="cnt">{(unknown ?? 0).toLocaleString('vi-VN')}</span>
        </label>
      )}
    </fieldset>
  );
}

/** How many places of the words are of each year; a year that is ticked leaves the others where they are. */
export function YearPlaces({ articles, places }: Record<'articles' | 'places', SearchFacets['years']>) {
  const { t } = useTranslation();
  const ticked = useSearch((state) => state.narrowing.years);
  const none = articles.map(({ value }) => ({ value, count: 0 }));
  const known = yearsBetween([...none, ...places, ...ticked.map((value) => ({ value, count: 0 }))]);
  if (known.length === 0) return null;
  const canTick = new Set(articles.map(({ value }) => value));
  return (
    <fieldset className="year-places">
      <legend className="h">{t('search.contexts.byYear')}</legend>
      <YearBars
        years={known}
        wordsOf={(year, count) => t('search.contexts.year', { year, count })}
        canTick={(year) => canTick.has(year)}
      />
    </fieldset>
  );
}

interface YearBarsProps {
  years: readonly { year: number; count: number }[];
  /** What a bar says. */
  wordsOf: (year: number, count: number) => string;
  /** Whether a year without a bar can be ticked all the same. */
  canTick?: (year: number) => boolean;
}

function YearBars({ years, wordsOf, canTick = () => false }: YearBarsProps) {
  const ticked = useSearch((state) => state.narrowing.years);
  const most = Math.max(1, ...years.map(({ count }) => count));
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  return (
    <div style={{ maxWidth: `min(${WIDEST}px, ${years.length * WIDEST_BAR}px)` }}>
      <div className="year-bars-facet">
        {years.map(({ year, count }) => (
          <label key={year} title={wordsOf(year, count)}>
            <input
              type="checkbox"
              className="sr-only"
              aria-label={wordsOf(year, count)}
              disabled={count === 0 && !ticked.includes(year) && !canTick(year)}
              checked={ticked.includes(year)}
              onChange={() => toggleNarrowing('years', year)}
            />
            <i aria-hidden style={{ height: heightOf(count / most, ticked.includes(year)) }} />
          </label>
        ))}
      </div>
      <div className="year-ends xxs t3 num">
        <span>{first}</span>
        {last !== first && <span>{last}</span>}
      </div>
    </div>
  );
}

/** Of all bars, and of one with the gap before it. CSS pixels. */
const WIDEST = 420;
const WIDEST_BAR = 42;

/** In CSS pixels; a year that has nothing is a line, unless it is ticked and may be taken off. */
const heightOf = (share: number, isTicked: boolean): number =>
  share === 0 && !isTicked ? 1 : Math.max(LOWEST, Math.round(share * HIGHEST));

/** The known years in order, with those between that have nothing, as long as there is room. */
function yearsBetween(counts: SearchFacets['years']): { year: number; count: number }[] {
  const byYear = new Map<number, number>();
  for (const { value, count } of counts) {
    if (value !== null) byYear.set(value, Math.max(byYear.get(value) ?? 0, count));
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isNear = last - first < MOST_BARS;
  const all = isNear ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years;
  return all.map((year) => ({ year, count: byYear.get(year) ?? 0 }));
}
