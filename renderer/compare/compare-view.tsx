import { useTranslation } from 'react-i18next';

export function CompareView() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t('compare.title')}</h2>
    </div>
  );
}
