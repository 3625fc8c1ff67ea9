import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../state/status';
import { dayText } from '../ui/format';
import type { TimeThing } from './timeline-things';

/** Rows that are drawn. */
const MOST = 200;

/** What lies at one place of the time axis, each a way to where it is said. */
export function ThingList({ things }: { things: readonly TimeThing[] }) {
  const { t } = useTranslation();
  return (
    <section className="thing-list" data-part aria-label={t('register.chosenThings')}>
      {things.slice(0, MOST).map((thing) => (
        <button
          key={thing.key}
          type="button"
          className="thing"
          onClick={() => void attempt(thing.open)}
          onKeyDown={walkThings}
        >
          <span className={`num day ${thing.overdue ? 'overdue' : ''}`}>{dayText(thing.day)}</span>
          <span className="clip words" lang="vi">
            {thing.words}
          </span>
          <span className="clip xs t3">{thing.about}</span>
        </button>
      ))}
      {things.length > MOST && <p className="xs t3">{t('register.more', { count: things.length - MOST })}</p>}
    </section>
  );
}

function walkThings(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: thing, key } = event;
  if (key === 'Escape') thing.closest('.timeline')?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  else if (key === 'ArrowDown') (thing.nextElementSibling as HTMLElement | null)?.focus();
  else if (key === 'ArrowUp') (thing.previousElementSibling as HTMLElement | null)?.focus();
  else return;
  event.preventDefault();
}
