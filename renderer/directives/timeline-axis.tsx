import { useTranslation } from 'react-i18next';
import { dayNumber, ticksOf, type TimeTick } from '#core/timeline';
import type { TimeSpan } from './timeline-span';

/** Pixels between two lines of the axis, at least. */
const APART = 72;

/** The lines of years, months or days, as there is room, and today's. */
export function TimelineAxis({ span, today }: { span: TimeSpan; today: string }) {
  const { t } = useTranslation();
  const ticks = ticksOf(span.sight.from, span.sight.to, APART / span.dayWidth);
  const now = span.leftOf(dayNumber(today));
  return (
    <div className="axis" aria-hidden>
      {ticks.map((tick) => (
        <span key={tick.day} className={`tick is-${tick.is}`} style={{ left: span.leftOf(tick.day) }}>
          <span className="num">{tickWords(tick)}</span>
        </span>
      ))}
      <span className="tick today" style={{ left: now }}>
        <span>{t('register.today')}</span>
      </span>
    </div>
  );
}

function tickWords({ iso, is }: TimeTick): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (is === 'year') return String(year);
  return is === 'month' ? `${month ?? ''}/${year ?? ''}` : `${day ?? ''}/${month ?? ''}`;
}
