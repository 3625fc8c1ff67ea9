import { useState, type ReactElement } from 'react';
import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { saveSearchAs } from '../state/saved-searches';
import { setSearch, useSearch } from '../state/search';
import { Button, Kbd } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { mainPart } from '../ui/main-part';

interface NamePopoverProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that it belongs to. */
  children: ReactElement;
}

/** Asks for the name under which the query is kept. */
export function NamePopover({ open, onOpenChange, children }: NamePopoverProps) {
  const { t } = useTranslation();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger render={children} />
      <Popover.Portal container={mainPart}>
        <Popover.Positioner className="positioner" sideOffset={6} align="end">
          <Popover.Popup className="popup search-naming" aria-label={t('search.saved.save')}>
            <NameForm />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function NameForm() {
  const { t } = useTranslation();
  const [name, setName] = useState(() => useSearch.getState().query.trim().slice(0, 120));
  const taken = useLibrary(({ searches }) => searches.some((each) => each.name === name.trim()));
  const keep = () => void saveSearchAs(name);
  return (
    <>
      <label className="xs t2">
        {t('search.saved.name')}
        <input
          className="input"
          type="text"
          value={name}
          maxLength={120}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            keep();
          }}
        />
      </label>
      {taken && (
        <p className="xs t2" role="status">
          {t('search.saved.taken')}
        </p>
      )}
      <div className="row">
        <Button look="primary" disabled={name.trim() === ''} onClick={keep}>
          {t('search.saved.keep')} <Kbd>↵</Kbd>
        </Button>
        <Button onClick={() => setSearch({ naming: false })}>
          {t('search.saved.cancel')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    </>
  );
}
