import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '#core/calls/searching';
import { clearNarrowing, isNarrowed, searchHow, useSearch } from '../state/search';
import { Button } from '../ui/controls';

/** Nothing was found: what would find something, first of all the same words with any marks. */
export function NothingFound({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation();
  const query = useSearch((state) => state.query);
  const narrowed = useSearch((state) => isNarrowed(state.narrowing));
  // The answer is another question's then: nothing is known of these words.
  const isUnanswered = useSearch((state) => state.problem !== null);
  const { withAnyMarks } = answer;
  if (isUnanswered) return null;
  return (
    <div className="empty nothing-found">
      <h2>{t('search.nothing.title')}</h2>
      <p>{t(narrowed ? 'search.nothing.filtered' : 'search.nothing.lead', { query: shortened(query) })}</p>
      <div className="empty-ways">
        {withAnyMarks > 0 && (
          <Button look="primary" large onClick={() => searchHow({ marks: 'loose' })}>
            {t('search.nothing.anyMarks', { count: withAnyMarks })}
          </Button>
        )}
        {narrowed && (
          <Button look="line" large onClick={clearNarrowing}>
            {t('search.nothing.clear')}
          </Button>
        )}
      </div>
      <div className="xs t2 tries">
        <h3 className="h">{t('search.nothing.try')}</h3>
        <ul>
          <li>{t('search.nothing.fewer')}</li>
          <li>{t('search.nothing.bare')}</li>
          <li>{t('search.nothing.prefix')}</li>
        </ul>
      </div>
    </div>
  );
}

const LONGEST = 80;
const shortened = (query: string): string => {
  const words = query.trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
};
