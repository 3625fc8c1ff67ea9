import { useTranslation } from 'react-i18next';

/** Lines where text will be. They only show when it takes a while. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="cmp-loading" role="status" aria-label={t('compare.loading')}>
      {[92, 98, 61, 96, 88, 44, 97, 93, 72].map((width, i) => (
        <i key={i} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
