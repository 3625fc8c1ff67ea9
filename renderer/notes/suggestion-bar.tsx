import { useEffect, useRef } from 'react';
import { CheckCheck, Library, Lightbulb, LightbulbOff, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleView } from '#core/contract';
import { SHOWN_SUGGESTIONS } from '#core/library';
import { SUGGESTED_KINDS } from '#core/suggestions';
import { capOf } from '../keymap';
import { openAccepting } from '../state/accepting';
import { useLibrary } from '../state/library';
import { paneHandle } from '../state/panes';
import { updateSettings } from '../state/settings';
import { acceptAll, bringBack } from '../state/suggesting';
import {
  closeSuggestionBar,
  toggleSuggestionBar,
  useSuggestions,
  type SuggestionsHere,
} from '../state/suggestions';
import { useView } from '../state/view';
import { CommandKey, IconButton, Segmented } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { KindGlyph } from '../ui/kinds';

/** How many suggestions wait; opens what can be done with all of them. */
export function SuggestionsButton({ here }: { here: SuggestionsHere }) {
  const { t } = useTranslation();
  const open = useSuggestions((state) => state.open);
  const hidden = useLibrary((state) => state.settings.suggestions === 'none');
  const count = hidden ? here.open.length - here.weak : here.shown.length;
  const Glyph = hidden ? LightbulbOff : Lightbulb;
  const label = t(hidden ? 'suggest.countHidden' : 'suggest.count', { count });
  return (
    <button
      type="button"
      className="suggestions-button"
      aria-label={label}
      aria-expanded={open}
      title={`${label} (${capOf('suggestions') ?? ''})`}
      onClick={toggleSuggestionBar}
    >
      <Glyph size={14} strokeWidth={1.75} aria-hidden />
      {count > 0 && <span className="num xs">{count}</span>}
    </button>
  );
}

/** Which suggestions are shown, all of a kind at once, and those that were turned down. */
export function SuggestionBar({ view, here }: { view: ArticleView; here: SuggestionsHere }) {
  const { t } = useTranslation();
  const open = useSuggestions((state) => state.open);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) bar.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [open]);
  if (!open) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={bar}
      className="suggestion-bar"
      aria-label={t('suggest.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.stopPropagation();
        closeSuggestionBar();
      }}
    >
      <ShownChoice weak={here.weak} />
      <Kinds view={view} here={here} />
      <InMany />
      <TurnedDown view={view} here={here} />
      {here.open.length === 0 && here.dismissed.length === 0 && <p className="t2">{t('suggest.none')}</p>}
      <p className="xs t3">{t('suggest.promise')}</p>
    </section>
  );
}

function ShownChoice({ weak }: { weak: number }) {
  const { t } = useTranslation();
  const shown = useLibrary((state) => state.settings.suggestions);
  const readOnly = useLibrary((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <Segmented
      label={t('suggest.show')}
      value={shown}
      options={SHOWN_SUGGESTIONS.map((value) => ({
        value,
        text:
          value === 'all' && weak > 0 ? t('suggest.shownWeak', { count: weak }) : t(`suggest.shown.${value}`),
      }))}
      onChange={(suggestions) => updateSettings({ suggestions })}
    />
  );
}

function Kinds({ view, here }: { view: ArticleView; here: SuggestionsHere }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const counts = SUGGESTED_KINDS.map((kind) => ({
    kind,
    count: here.shown.filter((each) => each.kind === kind).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <ul className="suggested-kinds">
      {counts.map(({ kind, count }) => (
        <li key={kind}>
          <span className={`kind-label k-${kind}`}>
            <KindGlyph kind={kind} size={14} /> {t(`kindShort.${kind}`)}
          </span>
          {readOnly ? (
            <span className="num xs t3">{count}</span>
          ) : (
            <button
              type="button"
              className="btn end"
              aria-label={t('suggest.acceptAllOf', { count, kind: t(`kind.${kind}`).toLocaleLowerCase() })}
              onClick={() => void acceptAll(view, kind)}
            >
              <CheckCheck size={14} strokeWidth={1.75} aria-hidden />
              {t('suggest.acceptAll', { count })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The way to all of a kind in other articles, too. */
function InMany() {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <button type="button" className="btn in-many" onClick={openAccepting}>
      <Library size={14} strokeWidth={1.75} aria-hidden />
      {t('acceptMany.inMany')} <CommandKey command="acceptEverywhere" />
    </button>
  );
}

/** The suggestions that were turned down, each a click away from its passage and from coming back. */
function TurnedDown({ view, here }: { view: ArticleView; here: SuggestionsHere }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const { dismissed } = here;
  if (dismissed.length === 0) return null;
  const reveal = (start: number) => {
    const { panes, active } = useView.getState();
    paneHandle(panes[active]?.key)?.reveal(start);
  };
  return (
    <details className="turned-down">
      <summary>{t('suggest.dismissed', { count: dismissed.length })}</summary>
      <ul>
        {dismissed.map((each) => (
          <li key={each.suggestion.id} className={`k-${each.suggestion.kind}`}>
            <button type="button" className="words clip" onClick={() => reveal(each.suggestion.start)}>
              {each.suggestion.text}
            </button>
            {!readOnly && (
              <IconButton small label={t('suggest.bringBack')} onClick={() => void bringBack(view, [each])}>
                <RotateCcw size={13} strokeWidth={1.75} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && dismissed.length > 1 && (
        <button type="button" className="btn" onClick={() => void bringBack(view, dismissed)}>
          {t('suggest.bringAllBack')}
        </button>
      )}
    </details>
  );
}
