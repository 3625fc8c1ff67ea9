import { useEffect, useMemo, useRef } from 'react';
import { Building2, Folder, User, X } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Collection } from '#core/shelving';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import {
  clearShelfFilter,
  closeShelfFilter,
  narrowArticles,
  showAllArticles,
  useShelfFilter,
  type DayRange,
  type ShelfFilter,
} from '../state/shelf-filter';
import { setView, useView, type Show } from '../state/view';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { FilterChips, type FilterChip } from '../ui/filter-chips';
import { FilterRow, lookChips, LookFields } from '../ui/filter-fields';
import { TagPicker } from '../ui/tag-picker';
import { DaysField } from './days-field';
import { daysText } from './days';
import { SHOWS } from './shelf-menu';

/** What the list is narrowed to, as chips; and the fields that change it while they are asked for. */
export function FilterBar({ found, all }: { found: number; all: number }) {
  const { t } = useTranslation();
  const open = useShelfFilter((state) => state.open);
  const filter = useShelfFilter((state) => state.filter);
  const show = useView((state) => state.show);
  const typed = useView((state) => state.filter);
  const filterOpen = useView((state) => state.filterOpen);
  const collections = useLibrary((state) => state.collections);
  const chips = [...chipsOf(filter, collections, t), ...showChips(show, t)];
  const asksForWords = filterOpen || typed !== '';
  if (!open && !asksForWords && chips.length === 0) return null;
  return (
    <div role="search" className="shelf-filter" aria-label={t('codebook.list.title')}>
      {(open || asksForWords) && (
        <div className="words">
          <WordsField takesFocus={filterOpen} />
          {open && (
            <IconButton small label={t('codebook.list.close')} onClick={closeShelfFilter}>
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </div>
      )}
      {open && <Fields />}
      <FilterChips chips={chips} onClear={showAllArticles} />
      {(chips.length > 0 || typed !== '') && (
        <p className="xxs t3 num" role="status">
          {t('codebook.list.found', { count: found, all: all.toLocaleString('vi-VN') })}
        </p>
      )}
    </div>
  );
}

function chipsOf(
  { tags, bodies, kinds, colours, collections, published, imported }: ShelfFilter,
  known: readonly Collection[],
  t: TFunction,
): FilterChip[] {
  const days = (key: 'published' | 'imported', range: DayRange): FilterChip[] =>
    range.from === null && range.to === null
      ? []
      : [
          {
            key,
            words: t(`codebook.list.chip.${key}`, { days: daysText(range, t) }),
            onRemove: () => narrowArticles({ [key]: { from: null, to: null } }),
          },
        ];
  return [
    ...tags.map((tag) => ({
      key: `tag ${tag}`,
      words: tag,
      onRemove: () => narrowArticles({ tags: tags.filter((name) => name !== tag) }),
    })),
    ...bodies.map((body) => ({
      key: `body ${body}`,
      words: body,
      mark: <BodyMark name={body} />,
      onRemove: () => narrowArticles({ bodies: bodies.filter((name) => name !== body) }),
    })),
    ...collections.map((id) => ({
      key: `collection ${id}`,
      words: known.find((each) => each.id === id)?.name ?? '',
      mark: <Folder size={12} strokeWidth={1.75} aria-hidden />,
      onRemove: () => narrowArticles({ collections: collections.filter((each) => each !== id) }),
    })),
    ...lookChips({ kinds, colours, onLook: narrowArticles }, t),
    ...days('published', published),
    ...days('imported', imported),
  ];
}

function showChips(show: Show, t: TFunction): FilterChip[] {
  const option = SHOWS.find((each) => each.show === show);
  if (option === undefined || show === 'all') return [];
  return [{ key: 'show', words: t(option.words), onRemove: () => setView({ show: 'all' }) }];
}

function WordsField({ takesFocus }: { takesFocus: boolean }) {
  const { t } = useTranslation();
  const typed = useView((state) => state.filter);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  return (
    <input
      ref={input}
      className="input"
      type="search"
      value={typed}
      placeholder={t('shelf.filterHint')}
      aria-label={t('shelf.filterHint')}
      onChange={(event) => setView({ filter: event.target.value })}
      onBlur={() => setView({ filterOpen: false })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) {
          setView({ filter: '', filterOpen: false });
        }
      }}
    />
  );
}

/** The fields of the filter. Escape in any of them shows all articles again. */
function Fields() {
  const { t } = useTranslation();
  const asked = useShelfFilter((state) => state.asked);
  const { tags, kinds, colours, published, imported } = useShelfFilter((state) => state.filter);
  const codebook = useLibrary((state) => state.tags);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) fields.current?.querySelector('input')?.focus();
  }, [asked]);
  const options = useMemo(
    () => codebook.filter(({ name }) => !tags.includes(name)).map(({ name }) => ({ value: name })),
    [codebook, tags],
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="filter-fields"
      ref={fields}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        clearShelfFilter();
        closeShelfFilter();
      }}
    >
      <FilterRow name={t('codebook.list.tags')}>
        <TagPicker
          label={t('codebook.list.addTag')}
          options={options}
          onPick={(tag) => narrowArticles({ tags: [...tags, tag] })}
        />
      </FilterRow>
      <BodyField />
      <CollectionField />
      <LookFields kinds={kinds} colours={colours} onLook={narrowArticles} />
      <StatusField />
      <FilterRow name={t('codebook.list.publishedShort')}>
        <DaysField
          name={t('codebook.list.published')}
          range={published}
          onRange={(range) => narrowArticles({ published: range })}
        />
      </FilterRow>
      <FilterRow name={t('codebook.list.importedShort')}>
        <DaysField
          name={t('codebook.list.imported')}
          range={imported}
          onRange={(range) => narrowArticles({ imported: range })}
        />
      </FilterRow>
    </div>
  );
}

function useBodies() {
  const looked = useLibrary((state) => state.recognised?.done);
  return useAnswer('bodies', () => call('bodies.list', {}), looked);
}

function BodyMark({ name }: { name: string }) {
  const isPerson = useBodies()?.rows.find((row) => row.name === name)?.is === 'person';
  const Mark = isPerson ? User : Building2;
  return <Mark size={12} strokeWidth={1.75} aria-hidden />;
}

/** Bodies and people that the articles are to mention. */
function BodyField() {
  const { t } = useTranslation();
  const asked = useShelfFilter((state) => state.filter.bodies);
  const list = useBodies();
  const options = useMemo(
    () =>
      (list?.rows ?? [])
        .filter(({ name, articles }) => articles.length > 0 && !asked.includes(name))
        .map(({ name, aliases }) => ({ value: name, words: [name, ...aliases].join(' · ') })),
    [list, asked],
  );
  return (
    <FilterRow name={t('phrases.articles.name')}>
      <TagPicker
        label={t('phrases.articles.add')}
        placeholder={t('phrases.articles.hint')}
        options={options}
        onPick={(name) => narrowArticles({ bodies: [...asked, name] })}
      />
    </FilterRow>
  );
}

/** Collections in one of which the articles are to lie; nothing while the library has none. */
function CollectionField() {
  const { t } = useTranslation();
  const asked = useShelfFilter((state) => state.filter.collections);
  const collections = useLibrary((state) => state.collections);
  const options = useMemo(
    () =>
      collections.filter(({ id }) => !asked.includes(id)).map(({ id, name }) => ({ value: id, words: name })),
    [collections, asked],
  );
  if (collections.length === 0) return null;
  return (
    <FilterRow name={t('articles.collections')}>
      <TagPicker
        label={t('articles.addToFilter')}
        placeholder={t('articles.choose.hint')}
        options={options}
        onPick={(id) => narrowArticles({ collections: [...asked, id] })}
      />
    </FilterRow>
  );
}

function StatusField() {
  const { t } = useTranslation();
  const show = useView((state) => state.show);
  return (
    <FilterRow name={t('shelf.show')}>
      <select
        className="input"
        aria-label={t('codebook.list.status')}
        value={show}
        onChange={(event) => setView({ show: event.target.value as Show })}
      >
        {SHOWS.map((option) => (
          <option key={option.show} value={option.show}>
            {t(option.words)}
          </option>
        ))}
      </select>
    </FilterRow>
  );
}
