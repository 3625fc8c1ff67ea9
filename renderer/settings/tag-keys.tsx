import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { setView } from '../state/view';
import { Button, CommandKey, Kbd } from '../ui/controls';

/** Which digit gives which tag; they are changed in the codebook. */
export function TagKeys() {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const keyed = tags.filter(({ key }) => key !== null).sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
  return (
    <section>
      <h2 className="h">{t('settings.tagKeys')}</h2>
      <p className="xs t3">{tags.length === 0 ? t('settings.noTags') : t('settings.tagKeysHint')}</p>
      {keyed.map(({ name, key }) => (
        <div key={name} className="settings-row">
          <span className="grow clip">{name}</span>
          <Kbd>{key}</Kbd>
        </div>
      ))}
      <div className="settings-row">
        <span className="grow xs t3">{t('codebook.settings')}</span>
        <Button look="line" onClick={() => setView({ view: 'codebook' })}>
          {t('codebook.openCodebook')} <CommandKey command="codebook" />
        </Button>
      </div>
    </section>
  );
}
