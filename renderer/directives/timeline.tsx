import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import type { DirectiveRow } from '#core/directive';
import { dayNumber } from '#core/timeline';
import { useRegister, zoomTimeline } from '../state/registers';
import { IconButton } from '../ui/controls';
import { useTakeFocus } from '../ui/take-focus';
import { TimelineAxis } from './timeline-axis';
import { TimelineLane } from './timeline-lane';
import { ThingList } from './timeline-list';
import { reveal, useSpan } from './timeline-span';
import { stackId, stacksIn, stepped, type LaneStack } from './timeline-stacks';
import { LANES, useTimeThings, type Lane } from './timeline-things';

/** When articles appeared, documents were issued and accepted tasks are due, on one axis. */
export function Timeline({ rows }: { rows: readonly DirectiveRow[] }) {
  const { t } = useTranslation();
  const zoom = useRegister((state) => state.zoom);
  const things = useTimeThings(rows);
  const today = localDay(new Date());
  const ends = useMemo(
    () => endsOf([today, ...LANES.flatMap((lane) => daysOf(things[lane]))]),
    [things, today],
  );
  const { scroller, span } = useSpan({ ...ends, zoom });
  useTakeFocus(scroller);
  const [at, setAt] = useState<{ lane: Lane; thing: string } | null>(null);
  const { dayWidth, leftOf } = span;
  const stacks = useMemo(
    () => LANES.map((lane) => stacksIn(lane, things[lane], dayWidth, leftOf)),
    [things, dayWidth, leftOf],
  );
  const current = stacks
    .flat()
    .find(({ lane, items }) => lane === at?.lane && items.some(({ key }) => key === at.thing));
  const place = current?.left ?? null;
  useEffect(() => {
    // What is chosen stays in sight as the axis grows around it.
    if (place !== null) reveal(scroller.current, place);
  }, [place, scroller]);
  const go = ({ lane, items }: LaneStack) => setAt({ lane, thing: items[0]?.key ?? '' });
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = stepped(event.key, stacks, current);
    if (next !== undefined) go(next);
    else if (event.key === 'Enter') {
      event.currentTarget.closest('.timeline')?.querySelector<HTMLElement>('.thing')?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="timeline">
      <TimelineHead />
      <div
        ref={scroller}
        className="timeline-scroll"
        data-part
        role="listbox"
        tabIndex={0}
        aria-label={t('register.tabs.timeline')}
        aria-orientation="horizontal"
        aria-activedescendant={current === undefined ? undefined : stackId(current)}
        onKeyDown={pressed}
      >
        <div className="timeline-all" role="presentation" style={{ width: span.width }}>
          <TimelineAxis span={span} today={today} />
          {LANES.map((lane, index) => (
            <TimelineLane
              key={lane}
              lane={lane}
              count={things[lane].length}
              stacks={(stacks[index] ?? []).filter((stack) => stack === current || span.isNear(stack.left))}
              current={current}
              onChoose={go}
            />
          ))}
        </div>
      </div>
      {current === undefined ? (
        <Hint isEmpty={LANES.every((lane) => things[lane].length === 0)} />
      ) : (
        <ThingList things={current.items} />
      )}
    </div>
  );
}

function Hint({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useTranslation();
  return <p className="nothing xs">{t(isEmpty ? 'register.timelineEmpty' : 'register.timelineHint')}</p>;
}

const daysOf = (things: readonly { day: string }[]): string[] =>
  [things[0], things.at(-1)].flatMap((thing) => thing?.day ?? []);

function endsOf(days: readonly string[]): { from: number; to: number } {
  const numbers = days.map(dayNumber);
  return { from: Math.min(...numbers), to: Math.max(...numbers) };
}

/** How near one looks. */
function TimelineHead() {
  const { t } = useTranslation();
  const zoom = useRegister((state) => state.zoom);
  return (
    <div className="timeline-head xs">
      <span className="t3">{t('register.timelineAbout')}</span>
      <span className="end" />
      <IconButton
        label={t('command.timelineFurther')}
        command="timelineFurther"
        disabled={zoom === 0}
        onClick={() => zoomTimeline(-1)}
      >
        <ZoomOut size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        label={t('command.timelineNearer')}
        command="timelineNearer"
        onClick={() => zoomTimeline(1)}
      >
        <ZoomIn size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        label={t('command.timelineAll')}
        command="timelineAll"
        disabled={zoom === 0}
        onClick={() => zoomTimeline(0)}
      >
        <Maximize2 size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}
