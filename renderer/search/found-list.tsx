import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { stopsOf } from '../state/found-places';
import { bringMore, useSearch } from '../state/search';
import { clickPlace, openFound } from '../state/search-steps';
import { FoundGroup } from './found-group';
import './found-list.css';

interface FoundListProps {
  /** Id of the element of the chosen result. */
  active: string | undefined;
  onKey: (event: KeyboardEvent) => void;
}

/** The height of most groups. CSS pixels. */
const USUAL_GROUP = 128;

/** The articles found with the first places in each; more are brought as one scrolls. */
export function FoundList({ active, onKey }: FoundListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const articles = useSearch((state) => state.answer?.articles) ?? NO_ARTICLES;
  const places = useSearch((state) => state.places);
  const unfolded = useSearch((state) => state.unfolded);
  const isBringing = useSearch((state) => state.isBringing);
  const groups = useMemo(
    () =>
      articles.map((found, index) => {
        const all = unfolded.has(found.articleId) ? places.get(found.articleId) : undefined;
        return { found, stops: stopsOf(found, index, all) };
      }),
    [articles, places, unfolded],
  );
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_GROUP,
    getItemKey: (index) => articles[index]?.articleId ?? index,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= articles.length - 10) void bringMore();
  }, [lastShown, articles.length]);
  useChosenInSight(scroller, virtualizer, active, () =>
    groups.findIndex(({ stops }) => stops.some(({ id }) => `found-${id}` === active)),
  );
  return (
    // The results are not in the tab order one by one: the list has the keyboard, and tells which is chosen.
    <div
      className="found-scroll"
      ref={scroller}
      role="listbox"
      id="search-found"
      tabIndex={0}
      aria-label={t('search.list')}
      aria-activedescendant={active}
      onKeyDown={onKey}
      onClick={clicked}
      onDoubleClick={() => void openFound(false)}
    >
      <div className="found-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const group = groups[index];
          if (group === undefined) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className="found-row"
              role="presentation"
              style={{ transform: `translateY(${start}px)` }}
            >
              <FoundGroup {...group} active={active} />
            </div>
          );
        })}
      </div>
      {isBringing && <p className="xs t3 found-more">{t('search.loadingMore')}</p>}
    </div>
  );
}

const NO_ARTICLES = [] as const;

/** A click chooses, with Ctrl it opens beside. */
function clicked(event: MouseEvent): void {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stop]') : null;
  const id = option?.dataset['stop'];
  if (id !== undefined) clickPlace(id, event.ctrlKey || event.metaKey);
}

/** Keeps the chosen result in sight when it is walked to. */
export function useChosenInSight(
  scroller: React.RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  active: string | undefined,
  indexOf: () => number,
): void {
  const isWalked = useSearch((state) => state.isWalked);
  const latest = useRef(indexOf);
  useEffect(() => {
    latest.current = indexOf;
  });
  useEffect(() => {
    const index = latest.current();
    if (active === undefined || index < 0) return undefined;
    const isThere = () => scroller.current?.querySelector(`[id="${CSS.escape(active)}"]`) ?? null;
    if (isThere() === null) virtualizer.scrollToIndex(index);
    // Once its row is drawn.
    const frame = requestAnimationFrame(() => isThere()?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [scroller, virtualizer, active, isWalked]);
}
