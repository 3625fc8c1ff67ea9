import { useTranslation } from 'react-i18next';
import { dayText } from '../ui/format';
import { stackId, type LaneStack } from './timeline-stacks';
import type { Lane } from './timeline-things';

/** Dots that are drawn above each other; above them stands how many there are. */
const MOST_DOTS = 5;

interface TimelineLaneProps {
  lane: Lane;
  /** Of all things of the lane. */
  count: number;
  stacks: readonly LaneStack[];
  current: LaneStack | undefined;
  onChoose: (stack: LaneStack) => void;
}

export function TimelineLane({ lane, count, stacks, current, onChoose }: TimelineLaneProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t(`register.lanes.${lane}`)} className="lane">
      <span className="lane-name xs" aria-hidden>
        {t(`register.lanes.${lane}`)} <span className="cnt">{count.toLocaleString('vi-VN')}</span>
      </span>
      {stacks.map((stack) => (
        <Stack key={stack.left} stack={stack} chosen={stack === current} onChoose={() => onChoose(stack)} />
      ))}
    </div>
  );
}

function Stack({ stack, chosen, onChoose }: { stack: LaneStack; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const { items, left, lane } = stack;
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = first.day === last.day ? dayText(first.day) : `${dayText(first.day)}–${dayText(last.day)}`;
  const words = items.length === 1 ? first.words : t('register.things', { count: items.length });
  const drawn = items.slice(0, MOST_DOTS);
  return (
    // Reached by the arrow keys of the list around it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={stackId(stack)}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-label={`${days}: ${words}`}
      title={[days, ...drawn.map((item) => item.words)].join('\n')}
      className={`stack of-${lane} ${chosen ? 'on' : ''}`}
      style={{ left }}
      onClick={onChoose}
    >
      {items.length > drawn.length && <small className="num">{items.length}</small>}
      {drawn.map((item) => (
        <i key={item.key} className={item.overdue ? 'overdue' : ''} />
      ))}
    </div>
  );
}
