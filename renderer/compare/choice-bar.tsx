import { useTranslation } from 'react-i18next';
import { pinCurrent, unchoosePlaces, useComparing } from '../state/comparing';
import { useLibrary } from '../state/library';
import { Button, CommandKey, Kbd } from '../ui/controls';

/** What can be said of the paragraphs that were chosen by their numbers. */
export function ChoiceBar() {
  const { t } = useTranslation();
  const { left, right } = useComparing((state) => state.chosen);
  const readOnly = useLibrary((state) => state.readOnly);
  if (readOnly || (left === null && right === null)) return null;
  const both = left !== null && right !== null;
  const names = { a: (left ?? -1) + 1, b: (right ?? -1) + 1 };
  const words = both ? 'compare.chosenBoth' : left === null ? 'compare.chosenB' : 'compare.chosenA';
  return (
    <div className="cmp-choice" role="toolbar" aria-label={t('compare.choice')}>
      <span className="num nb">{t(words, names)}</span>
      {both && (
        <>
          <Button look="primary" onClick={() => void pinCurrent(true)}>
            {t('compare.pin')} <CommandKey command="pinPair" />
          </Button>
          <Button onClick={() => void pinCurrent(false)}>
            {t('compare.part')} <CommandKey command="partPair" />
          </Button>
        </>
      )}
      <Button onClick={unchoosePlaces}>
        {t('compare.letGo')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}
