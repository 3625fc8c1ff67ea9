import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { CommandKey } from '../ui/controls';

/** What the dotted lines are, for an article in which nothing is marked yet. */
export function SuggestionsHint() {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="suggestions-hint">
      <p>{t('suggest.hint')}</p>
      <p className="hint-keys xs t2">
        <span>
          <CommandKey command="nextSuggestion" /> {t('suggest.hintNext')}
        </span>
        {!readOnly && (
          <>
            <span>
              <CommandKey command="acceptSuggestion" /> {t('suggest.accept')}
            </span>
            <span>
              <CommandKey command="dismissSuggestion" /> {t('suggest.dismiss')}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
