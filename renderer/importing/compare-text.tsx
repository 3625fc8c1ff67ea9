import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { diffTexts, type DiffRow } from '#core/text-diff';
import { DiffParts } from '../ui/diff-parts';
import type { ShownText } from './body-text';

interface CompareTextProps {
  before: ShownText;
  after: ShownText;
}

const textsOf = ({ blocks }: ShownText): string[] => blocks.map(({ text }) => text);

/** What a new text changes of the one in the library. */
export function CompareText({ before, after }: CompareTextProps) {
  const { t } = useTranslation();
  const title = useMemo(() => diffTexts([before.title], [after.title]), [before.title, after.title]);
  const rows = useMemo(() => diffTexts(textsOf(before), textsOf(after)), [before, after]);
  const count = (is: DiffRow['is']) => rows.filter((row) => row.is === is).length;
  const equal = [...title, ...rows].every(({ is }) => is === 'same');
  return (
    <div className="review-text compare" lang="vi">
      <header className="review-legend" lang={undefined}>
        <p className="num">
          {(['same', 'changed', 'added', 'removed'] as const)
            .filter((is) => count(is) > 0)
            .map((is) => t(`review.compare.${is}`, { count: count(is) }))
            .join(' · ')}
        </p>
        {equal ? (
          <p>{t('review.compare.none')}</p>
        ) : (
          <p>
            <del>{t('review.compare.legendRemoved')}</del> <ins>{t('review.compare.legendAdded')}</ins>
          </p>
        )}
      </header>
      <h2>
        {title.map(({ parts }, i) => (
          <DiffParts key={i} parts={parts} />
        ))}
      </h2>
      {rows.map((row, i) => (
        <Compared key={i} row={row} />
      ))}
    </div>
  );
}

function Compared({ row }: { row: DiffRow }) {
  const { t } = useTranslation();
  const number = row.after ?? row.before;
  const label =
    row.is === 'added'
      ? t('review.compare.isAdded')
      : row.is === 'removed'
        ? t('review.compare.isRemoved')
        : undefined;
  return (
    <div className={`review-block diff ${row.is}`} data-diff={row.is} title={label}>
      <span className="number" aria-hidden>
        {row.is === 'removed' ? <s>{(number ?? 0) + 1}</s> : (number ?? 0) + 1}
      </span>
      <p>
        <DiffParts parts={row.parts} />
      </p>
    </div>
  );
}
