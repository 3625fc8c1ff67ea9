import { Monitor } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { THEMES } from '#core/library';
import { useLibrary } from '../state/library';
import { chooseTheme } from '../state/settings';

/** Every theme as a small sheet of its own paper and ink. */
export function ThemeTiles() {
  const { t } = useTranslation();
  const chosen = useLibrary((state) => state.settings.theme);
  return (
    <div className="theme-tiles" role="group" aria-label={t('settings.theme')}>
      {THEMES.map((theme) => (
        <button
          key={theme}
          type="button"
          // A tile shows itself in its own theme.
          data-theme={theme === 'system' ? undefined : theme}
          aria-pressed={theme === chosen}
          aria-label={t(`settings.themes.${theme}`)}
          title={t(`settings.themes.${theme}`)}
          onClick={() => chooseTheme(theme)}
        >
          {theme === 'system' ? <Monitor size={14} strokeWidth={1.75} aria-hidden /> : 'Aa'}
        </button>
      ))}
    </div>
  );
}
