import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  askAboutFound,
  collectFound,
  exportFound,
  newCollectionName,
  tagFound,
} from '../state/found-actions';
import { useLibrary } from '../state/library';
import { setSearch, useSearch } from '../state/search';
import { CommandKey } from '../ui/controls';
import { mainPart } from '../ui/main-part';
import { TagPicker } from '../ui/tag-picker';

/** What can be done with all that was found. */
export function FoundActions() {
  const { t } = useTranslation();
  const isEmpty = useSearch(({ answer }) => (answer?.total ?? 0) === 0);
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <Menu.Root>
      <Menu.Trigger
        className="icon-button"
        disabled={isEmpty}
        aria-label={t('search.act.menu')}
        title={t('search.act.menu')}
      >
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          {/* The keyboard goes on to the choice, not back to the button. */}
          <Menu.Popup className="popup" finalFocus={false}>
            {!readOnly && (
              <>
                <Menu.Item className="menu-item" onClick={() => askAboutFound('tag')}>
                  {t('search.act.tag')} <CommandKey command="tagFound" />
                </Menu.Item>
                <Menu.Item className="menu-item" onClick={() => askAboutFound('collection')}>
                  {t('search.act.collection')} <CommandKey command="collectFound" />
                </Menu.Item>
              </>
            )}
            <Menu.Item className="menu-item" onClick={() => void exportFound()}>
              {t('search.act.export')} <CommandKey command="exportFound" />
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const NEW = 'new';

/** The choice of a tag or a collection for all that was found. */
export function FoundChoice() {
  const choosing = useSearch((state) => state.choosing);
  if (choosing === 'tag') return <TagChoice />;
  return choosing === 'collection' ? <CollectionChoice /> : null;
}

const cancel = (): void => setSearch({ choosing: null });

function TagChoice() {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  return (
    <section className="found-choice" aria-label={t('search.act.tag')}>
      <p className="xs t2">{t('search.act.askTag')}</p>
      <TagPicker
        autoFocus
        label={t('search.act.pickTag')}
        options={tags.map(({ name }) => ({ value: name }))}
        onPick={(tag) => void tagFound(tag)}
        onCancel={cancel}
      />
    </section>
  );
}

function CollectionChoice() {
  const { t } = useTranslation();
  const collections = useLibrary((state) => state.collections);
  const count = useSearch(({ answer }) => answer?.total ?? 0);
  const options = [
    ...collections.map(({ id, name }) => ({ value: id, words: name })),
    { value: NEW, words: t('search.act.newCollection', { name: newCollectionName() }) },
  ];
  return (
    <section className="found-choice" aria-label={t('search.act.collection')}>
      <p className="xs t2">{t('search.act.askCollection', { count })}</p>
      <TagPicker
        autoFocus
        label={t('search.act.pickCollection')}
        placeholder={t('search.act.pickCollection')}
        options={options}
        onPick={(id) => void collectFound(id === NEW ? null : id)}
        onCancel={cancel}
      />
    </section>
  );
}
