import { useTranslation } from 'react-i18next';

export function CodebookView() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t('codebook.title')}</h2>
    </div>
  );
}
