import { useTranslation } from 'react-i18next';
import { ReadingControls } from '../ui/reading-controls';

/** How articles are set, and a passage that shows it. */
export function ReadingSettings() {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="h">{t('settings.reading')}</h2>
      <ReadingControls />
      <p className="settings-sample" lang="vi">
        {t('comfort.type.sample')}
      </p>
    </section>
  );
}
