import { useMemo } from 'react';
import { Popover } from '@base-ui/react/popover';
import { Pin as PinGlyph, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pinsBetween } from '#core/align';
import type { Article } from '#core/article';
import { goTo } from '../state/comparing';
import { useLibrary } from '../state/library';
import { removePins } from '../state/pinning';
import { attempt } from '../state/status';
import { Button, IconButton } from '../ui/controls';

/** What a person has said about these two articles; each word of it can be taken back. */
export function PinsPopover({ left, right }: { left: Article; right: Article }) {
  const { t } = useTranslation();
  const pins = useLibrary((state) => state.pins);
  const readOnly = useLibrary((state) => state.readOnly);
  const between = useMemo(() => pinsBetween(pins, left, right), [pins, left, right]);
  const remove = (ids: readonly string[]) =>
    void attempt(() => removePins(pins.filter(({ id }) => ids.includes(id))));
  if (between.length === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger className="chip">
        <PinGlyph size={12} aria-hidden /> {t('compare.pins', { count: between.length })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className="positioner">
          <Popover.Popup className="popup cmp-pins" aria-label={t('compare.pinsTitle')}>
            <ul>
              {between.map((pin) => {
                const numbers = { left: pin.left + 1, right: pin.right + 1 };
                return (
                  <li key={pin.id}>
                    <Popover.Close
                      className="menu-item grow num"
                      onClick={() => goTo({ side: 'left', block: pin.left })}
                    >
                      {t(pin.together ? 'compare.pinTogether' : 'compare.pinApart', numbers)}
                    </Popover.Close>
                    {!readOnly && (
                      <IconButton small label={t('compare.unpin')} onClick={() => remove([pin.id])}>
                        <X size={14} strokeWidth={1.75} aria-hidden />
                      </IconButton>
                    )}
                  </li>
                );
              })}
            </ul>
            {!readOnly && between.length > 1 && (
              <>
                <div className="menu-line" />
                <Button onClick={() => remove(between.map(({ id }) => id))}>{t('compare.unpinAll')}</Button>
              </>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
