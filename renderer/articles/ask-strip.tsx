import { useEffect, useMemo, useRef } from 'react';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import type { Collection } from '#core/shelving';
import {
  actedOn,
  cancelArticles,
  collectRows,
  confirmArticles,
  moveShown,
  useArticles,
  type Asked,
} from '../state/articles';
import { mayMove, tidyName } from '../state/collections';
import { useLibrary } from '../state/library';
import { Button, CommandKey, Kbd } from '../ui/controls';
import { Combobox, type ComboboxOption } from '../ui/combobox';
import { isComposing } from '../ui/fields';
import { collator, filterBy } from '../ui/format';
import { usePlaceName } from './table-bar';

/** What waits for an answer: something that cannot be taken back, or the collection that something goes to. */
export function AskStrip({ rows }: { rows: readonly ArticleSummary[] }) {
  const asked = useArticles((state) => state.asked);
  const choosing = useArticles((state) => state.choosing);
  if (asked !== null) return <Question asked={asked} />;
  if (choosing === 'collect') return <CollectChoice rows={rows} />;
  return choosing === 'move' ? <MoveChoice /> : null;
}

/** The keyboard goes to the way out: what cannot be taken back is not done by an Enter too many. */
function Question({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const strip = useRef<HTMLElement>(null);
  const name = usePlaceName();
  useEffect(() => {
    strip.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [asked]);
  const isPurge = asked.is === 'purge';
  const count = isPurge ? asked.ids.length : asked.articles;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={strip}
      className="article-ask"
      aria-label={t('articles.ask.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
        cancelArticles();
      }}
    >
      <CircleHelp size={16} strokeWidth={1.75} aria-hidden />
      <div role="status">
        <p className="med">{t(isPurge ? 'articles.ask.purge' : 'articles.ask.remove', { count, name })}</p>
        <p className="t2 xs">
          {isPurge
            ? t('articles.ask.purgeTouches', { notes: asked.notes })
            : t('articles.ask.removeTouches', { count })}
        </p>
      </div>
      <span className="end" />
      <Button look={isPurge ? 'danger' : 'line'} onClick={() => void confirmArticles()}>
        {t(isPurge ? 'articles.ask.purgeYes' : 'articles.ask.removeYes', { count })}
      </Button>
      <Button look="line" onClick={cancelArticles}>
        {t('articles.ask.cancel')} <CommandKey command="escape" />
      </Button>
    </section>
  );
}

const NEW = 'new';
const TOP = 'top';

/** The names above a collection, so that two of one name are told apart. */
function pathOf(collection: Collection, all: ReadonlyMap<string, Collection>): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = all.get(collection.parent ?? ''); at !== undefined && !seen.has(at.id);) {
    names.unshift(at.name);
    seen.add(at.id);
    at = all.get(at.parent ?? '');
  }
  return names.join(' / ');
}

function useOptions(isOffered: (each: Collection) => boolean): (typed: string) => ComboboxOption[] {
  const collections = useLibrary((state) => state.collections);
  const all = useMemo(() => new Map(collections.map((each) => [each.id, each])), [collections]);
  return (typed) => {
    const fits = filterBy(typed);
    return collections
      .filter((each) => isOffered(each) && fits(each.name))
      .sort((a, b) => collator.compare(a.name, b.name))
      .map((each) => {
        const above = pathOf(each, all);
        return { value: each.id, words: each.name, ...(above !== '' && { above }) };
      });
  };
}

function CollectChoice({ rows }: { rows: readonly ArticleSummary[] }) {
  const { t } = useTranslation();
  // `actedOn` reads these.
  useArticles((state) => state.picked);
  useArticles((state) => state.current);
  const articles = actedOn(rows);
  const options = useOptions(() => true);
  const ids = articles.map(({ id }) => id);
  return (
    <Choosing
      label={t('articles.choose.collect', { count: ids.length })}
      optionsFor={(typed) => {
        const fitting = options(typed);
        const name = tidyName(typed);
        const isThere = fitting.some(({ words }) => words === name);
        return name === '' || isThere
          ? fitting
          : [...fitting, { value: NEW, words: t('articles.choose.new', { name }) }];
      }}
      onPick={(value, typed) => void collectRows(ids, value === NEW ? { name: typed } : { id: value })}
    />
  );
}

function MoveChoice() {
  const { t } = useTranslation();
  const name = usePlaceName();
  const shown = useArticles(({ place }) => (place.is === 'collection' ? place.id : ''));
  const options = useOptions(({ id }) => mayMove(shown, id));
  return (
    <Choosing
      label={t('articles.choose.move', { name })}
      optionsFor={(typed) =>
        typed.trim() === '' && mayMove(shown, null)
          ? [{ value: TOP, words: t('articles.choose.top') }, ...options(typed)]
          : options(typed)
      }
      onPick={(value) => void moveShown(value === TOP ? null : value)}
    />
  );
}

interface ChoosingProps {
  label: string;
  optionsFor: (typed: string) => readonly ComboboxOption[];
  onPick: (value: string, typed: string) => void;
}

function Choosing({ label, optionsFor, onPick }: ChoosingProps) {
  const { t } = useTranslation();
  return (
    <section className="article-ask" aria-label={label}>
      <p className="med nowrap">{label}</p>
      <Combobox
        autoFocus
        label={label}
        placeholder={t('articles.choose.hint')}
        none={t('codebook.picker.none')}
        optionsFor={optionsFor}
        onPick={onPick}
        onCancel={cancelArticles}
      />
      <span className="end" />
      <Button look="line" onClick={cancelArticles}>
        {t('articles.choose.cancel')} <Kbd>Esc</Kbd>
      </Button>
    </section>
  );
}
