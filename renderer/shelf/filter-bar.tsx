import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { COLOURS, KINDS } from '#core/annotation';
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
import { KindGlyph } from '../ui/kinds';
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
  const chips = [...chipsOf(filter, t), ...showChips(show, t)];
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

/** The list without the value, or with it; in the order of `all`. */
const toggledIn = <T,>(all: readonly T[], list: readonly T[], value: T): T[] =>
  all.filter((each) => list.includes(each) !== (each === value));

function chipsOf({ tags, kinds, colours, published, imported }: ShelfFilter, t: TFunction): FilterChip[] {
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
    ...kinds.map((kind) => ({
      key: `kind ${kind}`,
      words: t(`kind.${kind}`),
      mark: (
        <span className={`mark k-${kind}`}>
          <KindGlyph kind={kind} />
        </span>
      ),
      onRemove: () => narrowArticles({ kinds: toggledIn(KINDS, kinds, kind) }),
    })),
    ...colours.map((colour) => ({
      key: `colour ${colour}`,
      words: t(`colour.${colour}`),
      mark: <span className={`swatch c-${colour}`} />,
      onRemove: () => narrowArticles({ colours: toggledIn(COLOURS, colours, colour) }),
    })),
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
  const { tags, published, imported } = useShelfFilter((state) => state.filter);
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
      className="shelf-fields"
      ref={fields}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        clearShelfFilter();
        closeShelfFilter();
      }}
    >
      <Row name={t('codebook.list.tags')}>
        <TagPicker
          label={t('codebook.list.addTag')}
          options={options}
          onPick={(tag) => narrowArticles({ tags: [...tags, tag] })}
        />
      </Row>
      <LookFields />
      <StatusField />
      <Row name={t('codebook.list.publishedShort')}>
        <DaysField
          name={t('codebook.list.published')}
          range={published}
          onRange={(range) => narrowArticles({ published: range })}
        />
      </Row>
      <Row name={t('codebook.list.importedShort')}>
        <DaysField
          name={t('codebook.list.imported')}
          range={imported}
          onRange={(range) => narrowArticles({ imported: range })}
        />
      </Row>
    </div>
  );
}

/** Kind and colour of a note that the article has; with a tag, one and the same note has all of them. */
function LookFields() {
  const { t } = useTranslation();
  const { kinds, colours } = useShelfFilter((state) => state.filter);
  return (
    <>
      <Row name={t('codebook.list.kinds')}>
        {KINDS.map((kind) => (
          <IconButton
            key={kind}
            small
            className={`k-${kind}`}
            label={t(`kind.${kind}`)}
            aria-pressed={kinds.includes(kind)}
            onClick={() => narrowArticles({ kinds: toggledIn(KINDS, kinds, kind) })}
          >
            <KindGlyph kind={kind} size={15} />
          </IconButton>
        ))}
      </Row>
      <Row name={t('codebook.list.colours')}>
        {COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            className={`colour c-${colour}`}
            aria-pressed={colours.includes(colour)}
            aria-label={t(`colour.${colour}`)}
            title={t(`colour.${colour}`)}
            onClick={() => narrowArticles({ colours: toggledIn(COLOURS, colours, colour) })}
          >
            <span className="swatch" />
          </button>
        ))}
      </Row>
    </>
  );
}

function StatusField() {
  const { t } = useTranslation();
  const show = useView((state) => state.show);
  return (
    <Row name={t('shelf.show')}>
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
    </Row>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="shelf-field" role="group" aria-label={name}>
    <span className="name">{name}</span>
    <div className="values">{children}</div>
  </div>
);
