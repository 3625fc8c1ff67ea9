import { useState, type KeyboardEvent } from 'react';
import { Menu } from '@base-ui/react/menu';
import { Bookmark, Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#core/saved-search';
import { useLibrary } from '../state/library';
import { removeSearch, renameSearch, runSaved } from '../state/saved-searches';
import { Kbd } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { mainPart } from '../ui/main-part';
import './facets.css';

/** The queries that were kept: a click or Enter asks again, F2 renames, Delete takes away. */
export function SavedSearches() {
  const { t } = useTranslation();
  const searches = useLibrary((state) => state.searches);
  const [renaming, setRenaming] = useState<string | null>(null);
  if (searches.length === 0) return null;
  return (
    <section className="facet-group saved-searches" aria-label={t('search.saved.title')}>
      <h2 className="h">{t('search.saved.title')}</h2>
      <ul>
        {searches.map((search) => (
          <li key={search.name}>
            {renaming === search.name ? (
              <NewName from={search.name} onEnd={() => setRenaming(null)} />
            ) : (
              <Saved search={search} onRename={() => setRenaming(search.name)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Saved({ search, onRename }: { search: SavedSearch; onRename: () => void }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const { name, query } = search;
  const remove = () => void removeSearch(name);
  const keyed = (event: KeyboardEvent) => {
    if (readOnly || (event.key !== 'F2' && event.key !== 'Delete')) return;
    event.preventDefault();
    if (event.key === 'F2') onRename();
    else remove();
  };
  return (
    <div className="saved-search">
      <button
        type="button"
        className="facet"
        title={query}
        onClick={() => runSaved(search)}
        onKeyDown={keyed}
      >
        <Bookmark size={14} strokeWidth={1.75} aria-hidden />
        <span className="clip">{name}</span>
      </button>
      {!readOnly && (
        <Menu.Root>
          <Menu.Trigger className="icon-button small" aria-label={t('search.saved.menu', { name })}>
            <Ellipsis size={14} strokeWidth={1.75} aria-hidden />
          </Menu.Trigger>
          <Menu.Portal container={mainPart}>
            <Menu.Positioner sideOffset={4} align="end" className="positioner">
              <Menu.Popup className="popup">
                <Menu.Item className="menu-item" onClick={onRename}>
                  {t('search.saved.rename')} <Kbd>F2</Kbd>
                </Menu.Item>
                <Menu.Item className="menu-item danger" onClick={remove}>
                  {t('search.saved.remove')} <Kbd>Del</Kbd>
                </Menu.Item>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      )}
    </div>
  );
}

/** The field that stands in the place of a name. */
function NewName({ from, onEnd }: { from: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') void renameSearch(from, event.currentTarget.value);
    onEnd();
  };
  return (
    <input
      autoFocus
      className="input"
      type="text"
      aria-label={t('search.saved.newName')}
      defaultValue={from}
      maxLength={120}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onKeyDown={keyed}
      onBlur={onEnd}
    />
  );
}
