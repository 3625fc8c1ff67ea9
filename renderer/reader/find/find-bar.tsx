import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown, ChevronUp, Highlighter, Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FindOptions } from '#core/search/find';
import { capOf, type CommandName } from '../../keymap';
import {
  closeFind,
  findsWhole,
  hasMarkable,
  markFound,
  setFindOptions,
  setQuery,
  stepHit,
  toggleEverywhere,
  toggleFindOption,
  useFinding,
} from '../../state/finding';
import { hitCount } from '../../state/hits';
import { useLibrary } from '../../state/library';
import { letterOf, useView } from '../../state/view';
import { Button, IconButton, Kbd, Segmented } from '../../ui/controls';
import { isComposing } from '../../ui/fields';
import { useHits } from './use-hits';
import './find.css';

/** How long to wait for more letters before looking. Milliseconds. */
const PAUSE = 200;

/** The bar over the panes that finds words in their texts. */
export function FindBar() {
  const open = useFinding((state) => state.open);
  const view = useView((state) => state.view);
  return open && view === 'library' ? <OpenBar /> : null;
}

function OpenBar() {
  const { t } = useTranslation();
  const none = useFinding((state) => hitCount(state.hits) === 0);
  const low = useFinding((state) => state.low);
  useHits();
  return (
    <div className={`find-bar ${low ? 'low' : ''}`} role="search" aria-label={t('find.label')}>
      <div className="row">
        <FindField />
        <Place />
        <IconButton
          small
          label={t('find.previous')}
          command="findPrevious"
          disabled={none}
          onClick={() => stepHit(-1)}
        >
          <ChevronUp size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('find.next')}
          command="findNext"
          disabled={none}
          onClick={() => stepHit(1)}
        >
          <ChevronDown size={15} aria-hidden />
        </IconButton>
        <MarkFound />
        <button
          type="button"
          className="icon-button small"
          aria-label={t('find.close')}
          title={`${t('find.close')} (Esc)`}
          onClick={closeFind}
        >
          <X size={15} aria-hidden />
        </button>
      </div>
      <Choices />
      <Hints />
    </div>
  );
}

/** What is typed here is found while it is typed, and never changed: input methods rely on the field's own text. */
function FindField() {
  const { t } = useTranslation();
  const asked = useFinding((state) => state.asked);
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef(0);
  useEffect(() => {
    const input = field.current;
    if (input === null) return;
    const { query } = useFinding.getState();
    if (input.value !== query) input.value = query;
    input.focus();
    input.select();
  }, [asked]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const find = (input: HTMLInputElement): void => {
    clearTimeout(waiting.current);
    setQuery(input.value);
  };
  const findSoon = (input: HTMLInputElement): void => {
    clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => find(input), PAUSE);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // Whoever is quicker than the pause means the first hit.
      if (event.currentTarget.value !== useFinding.getState().query) find(event.currentTarget);
      else stepHit(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      closeFind();
    }
  };
  return (
    <label className="find-field">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        type="text"
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        spellCheck={false}
        autoComplete="off"
        defaultValue={useFinding.getState().query}
        onInput={(event) => findSoon(event.currentTarget)}
        onCompositionEnd={(event) => findSoon(event.currentTarget)}
        onKeyDown={pressed}
      />
    </label>
  );
}

/** Which hit of how many. */
function Place() {
  const { t } = useTranslation();
  const { hits, current, query } = useFinding();
  const count = hitCount(hits);
  const looked = hits !== null && query.trim() !== '';
  const place = (current ?? -1) + 1;
  return (
    <span className={`find-place num nb ${looked && count === 0 ? 'none' : ''}`} role="status">
      {looked && count === 0 && t('find.nothing')}
      {count > 0 && (
        <>
          <span aria-hidden>{t('find.count', { place, count })}</span>
          <span className="sr-only">{t('find.found', { place, count })}</span>
        </>
      )}
    </span>
  );
}

const MARKS = ['auto', 'strict', 'loose'] as const satisfies readonly FindOptions['marks'][];

function Choices() {
  const { t } = useTranslation();
  const options = useFinding((state) => state.options);
  const everywhere = useFinding((state) => state.everywhere);
  const whole = useFinding(findsWhole);
  return (
    <div className="row find-choices">
      <span
        className="row find-marks"
        title={`${t(`find.${options.marks}Hint`)} (${capOf('findMarks') ?? ''})`}
      >
        <Segmented
          label={t('find.marks')}
          value={options.marks}
          options={MARKS.map((value) => ({ value, text: t(`find.${value}`) }))}
          onChange={(marks) => setFindOptions({ marks })}
        />
        <Kbd>{capOf('findMarks')}</Kbd>
      </span>
      <Choice
        command="findWhole"
        hint={t('find.wholeHint')}
        on={whole}
        onClick={() => toggleFindOption('wholeSyllables')}
      >
        {t('find.whole')}
      </Choice>
      <Choice
        command="findCase"
        hint={t('find.caseHint')}
        on={options.matchCase}
        onClick={() => toggleFindOption('matchCase')}
      >
        {t('find.case')}
      </Choice>
      <Choice
        command="findEverywhere"
        hint={t('find.everywhereHint')}
        on={everywhere}
        onClick={toggleEverywhere}
      >
        {t('find.everywhere')}
      </Choice>
    </div>
  );
}

/** Marks all hits at once, of the kind that is chosen next. */
function MarkFound() {
  const { t } = useTranslation();
  const markable = useFinding((state) => hasMarkable(state.hits));
  const readOnly = useLibrary((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <button
      type="button"
      className="find-choice mark-found"
      disabled={!markable}
      title={t('find.markAllHint')}
      onClick={markFound}
    >
      <Highlighter size={14} strokeWidth={1.75} aria-hidden />
      <span className="words">{t('find.markAll')}</span> <Kbd>{capOf('markFound')}</Kbd>
    </button>
  );
}

interface ChoiceProps {
  command: CommandName;
  hint: string;
  on: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ command, hint, on, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className="find-choice" aria-pressed={on} title={hint} onClick={onClick}>
      {children} <Kbd>{capOf(command)}</Kbd>
    </button>
  );
}

/** How many hits each pane has, what else might be found, and that the search went around. */
function Hints() {
  const { t } = useTranslation();
  const { hits, everywhere, loose, wrapped } = useFinding();
  const panes = useView((state) => state.panes);
  if (loose > 0) {
    return (
      <Button className="find-loose" onClick={() => setFindOptions({ marks: 'loose' })}>
        {t('find.tryLoose', { count: loose })}
      </Button>
    );
  }
  const perPane = everywhere && (hits?.length ?? 0) > 1 ? (hits ?? []) : [];
  if (perPane.length === 0 && wrapped === null) return null;
  return (
    <p className="row find-hints xs t2">
      {perPane.map(({ paneKey, spans }) => (
        <span key={paneKey} className="nb num">
          {t('find.inPane', {
            letter: letterOf(panes.findIndex(({ key }) => key === paneKey)),
            count: spans.length,
          })}
        </span>
      ))}
      {wrapped !== null && (
        <span className="end" role="status">
          {wrapped === 'end' ? t('find.fromStart') : t('find.fromEnd')}
        </span>
      )}
    </p>
  );
}
