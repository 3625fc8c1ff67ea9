import { useTranslation } from 'react-i18next';
import { SHOWN_SUGGESTIONS } from '#core/library';
import { useLibrary } from '../state/library';
import { updateSettings } from '../state/settings';
import { Segmented } from '../ui/controls';

/** Which of the rules' suggestions the reader shows. */
export function SuggestionSettings() {
  const { t } = useTranslation();
  const shown = useLibrary((state) => state.settings.suggestions);
  return (
    <section>
      <div className="settings-row">
        <span className="name">{t('suggest.settings')}</span>
        <Segmented
          label={t('suggest.settings')}
          value={shown}
          options={SHOWN_SUGGESTIONS.map((value) => ({ value, text: t(`suggest.shown.${value}`) }))}
          onChange={(suggestions) => updateSettings({ suggestions })}
        />
      </div>
      <p className="xs t3">{t('suggest.promise')}</p>
    </section>
  );
}
