import { useTranslation } from 'react-i18next';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { attempt, saved } from '../state/status';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which digit gives which tag. */
export function TagKeys() {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const setKey = (name: string, key: number | null) =>
    void attempt(async () => {
      await call('tags.setKey', { name, key });
      saved();
    });
  return (
    <section>
      <h2 className="h">{t('settings.tagKeys')}</h2>
      <p className="xs t3">{tags.length === 0 ? t('settings.noTags') : t('settings.tagKeysHint')}</p>
      {tags.map((tag) => (
        <label key={tag.name} className="settings-row">
          <span className="grow clip">{tag.name}</span>
          <select
            className="input"
            style={{ width: 110 }}
            value={tag.key ?? ''}
            onChange={(event) =>
              setKey(tag.name, event.target.value === '' ? null : Number(event.target.value))
            }
          >
            <option value="">{t('settings.noKey')}</option>
            {DIGITS.map((digit) => (
              <option key={digit} value={digit}>
                {digit}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}
