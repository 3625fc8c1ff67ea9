import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { useReview } from '../state/review';
import { stopImport } from '../state/reviewing';
import { Button } from '../ui/controls';
import { nameOf } from './rows';

/** How far the reading of files is, or their taking in; with a way to end it. */
export function ImportProgress() {
  const { t } = useTranslation();
  const importing = useLibrary((state) => state.importing);
  const accepting = useReview((state) => state.accepting);
  if (importing === null && accepting === null) return null;
  const { done, total } = accepting ?? importing ?? { done: 0, total: 1 };
  const pages = importing?.pages ?? null;
  const within = pages === null || pages.total === 0 ? 0 : pages.done / pages.total;
  const words = t(accepting === null ? 'review.importing' : 'review.accepting', {
    done: Math.min(done + 1, total),
    total,
  });
  return (
    <div className="review-progress" role="status">
      <span className="num nb">{words}</span>
      <div
        className="progress"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <i style={{ width: `${(100 * (done + within)) / total}%` }} />
      </div>
      <span className="clip t2 grow">
        {importing === null ? '' : nameOf(importing.name)}
        {pages !== null && <span className="t3 num"> · {t('review.pages', pages)}</span>}
      </span>
      <Button look="line" onClick={() => void stopImport()}>
        {t('review.cancel')}
      </Button>
    </div>
  );
}
