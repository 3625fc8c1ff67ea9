import { useTranslation } from 'react-i18next';
import type { Tag } from '#core/tag';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { attempt, saved } from '../state/status';
import { remember } from '../state/undo';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which digit gives which tag. */
export function TagKeys() {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const setKey = (tag: Tag, key: number | null) =>
    void attempt(async () => {
      let back = await call('tags.put', { tags: [{ ...tag, key }] });
      saved();
      const takeBack = async () => {
        back = await call('tags.restore', back);
      };
      remember({
        get what() {
          return t('undo.tagKey', { tag: tag.name });
        },
        undo: takeBack,
        redo: takeBack,
      });
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
            onChange={(event) => setKey(tag, event.target.value === '' ? null : Number(event.target.value))}
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
