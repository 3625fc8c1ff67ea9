import { useState, type ReactNode } from 'react';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Narrowing, SearchFacets } from '#core/calls/searching';
import { useLibrary } from '../state/library';
import { clearNarrowing, isNarrowed, toggleNarrowing, useSearch } from '../state/search';
import { Button } from '../ui/controls';
import { KindGlyph } from '../ui/kinds';
import { SavedSearches } from './saved-searches';
import { YearFacet } from './year-facet';
import './facets.css';

/** What the results can be narrowed by, each with the number of articles; and the saved searches. */
export function Facets({ facets }: { facets: SearchFacets }) {
  const { t } = useTranslation();
  const collections = useLibrary((state) => state.collections);
  const narrowed = useSearch((state) => isNarrowed(state.narrowing));
  return (
    <aside className="facets" data-part aria-label={t('search.facets.title')}>
      <div className="facets-scroll">
        {narrowed && (
          <Button className="facets-clear" onClick={clearNarrowing}>
            <ListFilter size={14} strokeWidth={1.75} aria-hidden /> {t('search.facets.clear')}
          </Button>
        )}
        <YearFacet years={facets.years} />
        <Group
          group="fields"
          title={t('search.facets.fields')}
          counts={facets.fields}
          wordsOf={(field) => t(`search.facets.field.${field}`)}
        />
        <Group
          group="sources"
          title={t('search.facets.sources')}
          counts={facets.sources}
          wordsOf={(source) => source ?? t('search.facets.noSource')}
        />
        <Group group="tags" title={t('search.facets.tags')} counts={facets.tags} wordsOf={(tag) => tag} />
        <Group
          group="kinds"
          title={t('search.facets.kinds')}
          counts={facets.kinds}
          wordsOf={(kind) => (
            <span className={`kind-label k-${kind}`}>
              <KindGlyph kind={kind} size={14} /> <span className="clip">{t(`kind.${kind}`)}</span>
            </span>
          )}
        />
        <Group
          group="bodies"
          title={t('search.facets.bodies')}
          counts={facets.bodies}
          wordsOf={(name) => name}
        />
        <Group
          group="reading"
          title={t('search.facets.reading')}
          counts={facets.reading}
          wordsOf={(reading) => t(`search.facets.readingOf.${reading}`)}
        />
        <Group
          group="kept"
          title={t('search.facets.kept')}
          counts={facets.kept}
          wordsOf={(kept) => t(`search.facets.keptAs.${kept}`)}
        />
        <Group
          group="collections"
          title={t('search.facets.collections')}
          counts={facets.collections}
          wordsOf={(id) => collections.find((each) => each.id === id)?.name ?? ''}
        />
        <SavedSearches />
      </div>
    </aside>
  );
}

/** So many values of a group are shown at first. */
const SHOWN = 6;

type GroupName = Exclude<keyof Narrowing, 'years'>;
type ValueOf<G extends GroupName> = Narrowing[G][number];

interface GroupProps<G extends GroupName> {
  group: G;
  title: string;
  counts: readonly { value: ValueOf<G>; count: number }[];
  wordsOf: (value: ValueOf<G>) => ReactNode;
}

function Group<G extends GroupName>({ group, title, counts, wordsOf }: GroupProps<G>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const ticked: readonly ValueOf<G>[] = useSearch((state) => state.narrowing[group]);
  // What is ticked stays in sight when nothing has it any more, so that the tick can be taken off.
  const gone = ticked.filter((value) => !counts.some((each) => each.value === value));
  const all = [...counts, ...gone.map((value) => ({ value, count: 0 }))];
  if (all.length === 0) return null;
  const shown = all.filter(({ value }, index) => isOpen || index < SHOWN || ticked.includes(value));
  return (
    <fieldset className="facet-group">
      <legend className="h">{title}</legend>
      {shown.map(({ value, count }) => (
        <label key={value ?? ''} className={`facet ${count === 0 ? 'zero' : ''}`}>
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={() => toggleNarrowing(group, value)}
          />
          <span
            className="clip"
            title={typeof value === 'string' && group !== 'collections' ? value : undefined}
          >
            {wordsOf(value)}
          </span>
          <span className="cnt">{count.toLocaleString('vi-VN')}</span>
        </label>
      ))}
      {all.length > SHOWN && (
        <button
          type="button"
          className="facet-more xs"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('search.facets.less') : t('search.facets.more', { count: all.length - SHOWN })}
        </button>
      )}
    </fieldset>
  );
}
