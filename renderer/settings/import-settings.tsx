import { useTranslation } from 'react-i18next';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { updateSettings } from '../state/settings';
import { attempt } from '../state/status';
import { Button, Segmented } from '../ui/controls';

const WATCHING = { choose: true, stop: false } as const;

/** When an import stops for a look, what may come from the web, and the folder that is watched. */
export function ImportSettings() {
  const { t } = useTranslation();
  const { reviewImports, fetchFromWeb, watchFolder } = useLibrary((state) => state.settings);
  const readOnly = useLibrary((state) => state.readOnly);
  const watch = (what: keyof typeof WATCHING) =>
    void attempt(() => call('import.watch', { on: WATCHING[what] }));
  return (
    <section>
      <h2 className="h">{t('bringIn.section')}</h2>
      <div className="settings-row">
        <span className="name">{t('bringIn.reviewWhen')}</span>
        <Segmented
          label={t('bringIn.reviewWhen')}
          value={reviewImports}
          options={[
            { value: 'needed', text: t('bringIn.reviewNeeded') },
            { value: 'always', text: t('bringIn.reviewAlways') },
            { value: 'never', text: t('bringIn.reviewNever') },
          ]}
          onChange={(value) => updateSettings({ reviewImports: value })}
        />
      </div>
      <p className="xs t3">{t('bringIn.reviewHint')}</p>
      <div className="settings-row">
        <span className="name">{t('bringIn.web')}</span>
        <Segmented
          label={t('bringIn.web')}
          value={fetchFromWeb ? 'on' : 'off'}
          options={[
            { value: 'off', text: t('bringIn.webOff') },
            { value: 'on', text: t('bringIn.webOn') },
          ]}
          onChange={(value) => updateSettings({ fetchFromWeb: value === 'on' })}
        />
      </div>
      <div className="settings-row">
        <span className="name">{t('bringIn.watch')}</span>
        <span className={watchFolder === null ? 't3 grow' : 'path grow'}>
          {watchFolder ?? t('bringIn.watchOff')}
        </span>
      </div>
      <div className="row">
        <Button look="line" disabled={readOnly} onClick={() => watch('choose')}>
          {t('bringIn.watchChoose')}
        </Button>
        {watchFolder !== null && (
          <Button look="line" disabled={readOnly} onClick={() => watch('stop')}>
            {t('bringIn.watchStop')}
          </Button>
        )}
        <span className="xs t3">{t('bringIn.watchHint')}</span>
      </div>
    </section>
  );
}
