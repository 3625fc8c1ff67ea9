import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Bookmark, CircleAlert, Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchProblem } from '#core/calls/searching';
import { capOf } from '../keymap';
import { useLibrary } from '../state/library';
import { searchHow, setSearch, settleQuery, typeQuery, useSearch, type SearchMarks } from '../state/search';
import { isWhole, searchActions } from '../state/search-steps';
import { Button, CommandKey, IconButton, Segmented } from '../ui/controls';
import { NamePopover } from './name-popover';
import { Understood } from './understood';

const MARKS: readonly SearchMarks[] = ['auto', 'strict', 'loose'];

interface QueryBarProps {
  /** Id of the element of the chosen result. */
  active: string | undefined;
  onKey: (event: KeyboardEvent) => void;
}

/** The field, how it was understood or what is wrong with it, and how marks count. */
export function QueryBar({ active, onKey }: QueryBarProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const problem = useSearch((state) => state.problem);
  const marks = useSearch((state) => state.marks);
  useTakenField(field);
  const show = ({ start, end }: SearchProblem) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <div className="query-bar" data-part>
      <div className="row">
        <QueryField field={field} active={active} onKey={onKey} />
        <span className="grow" />
        <SaveQuery />
      </div>
      <div className="query-line xs">
        {problem === null ? <Understood /> : <Problem problem={problem} onShow={() => show(problem)} />}
        <span className="end" />
        <HowSwitches />
        <span title={`${t('command.searchMarks')} (${capOf('searchMarks') ?? ''})`}>
          <Segmented
            label={t('find.marks')}
            value={marks}
            options={MARKS.map((value) => ({ value, text: t(`find.${value}`) }))}
            onChange={(marks) => searchHow({ marks })}
          />
        </span>
        <span className="hide-narrow">
          <CommandKey command="searchMarks" />
        </span>
      </div>
    </div>
  );
}

/** Whole syllables only, capitals as typed, and other ways to write the words too. */
function HowSwitches() {
  const { t } = useTranslation();
  const whole = useSearch(isWhole);
  const otherWays = useSearch((state) => state.otherWays);
  const matchCase = useSearch((state) => state.matchCase);
  return (
    <span className="how-switches" role="group" aria-label={t('search.understood.as')}>
      <Toggle command="searchWhole" on={whole} words={t('search.how.whole')} />
      <Toggle command="searchCase" on={matchCase} words={t('search.how.matchCase')} />
      <Toggle command="searchOtherWays" on={otherWays} words={t('search.how.otherWays')} />
    </span>
  );
}

interface ToggleProps {
  command: 'searchWhole' | 'searchCase' | 'searchOtherWays';
  on: boolean;
  words: string;
}

const Toggle = ({ command, on, words }: ToggleProps) => (
  <button
    type="button"
    className="how-switch"
    aria-pressed={on}
    title={`${words} (${capOf(command) ?? ''})`}
    onClick={searchActions[command]}
  >
    <i className="switch" aria-hidden /> {words}
  </button>
);

/** The cursor is in the field when the view opens, and each time that it is asked for. */
function useTakenField(field: React.RefObject<HTMLInputElement | null>): void {
  const asked = useSearch((state) => state.asked);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field, asked]);
}

interface QueryFieldProps extends QueryBarProps {
  field: React.RefObject<HTMLInputElement | null>;
}

function QueryField({ field, active, onKey }: QueryFieldProps) {
  const { t } = useTranslation();
  const query = useSearch((state) => state.query);
  const isContexts = useSearch((state) => state.tab !== 'articles');
  const found = useSearch(({ answer }) => (answer?.total ?? 0) > 0);
  const isWrong = useSearch(({ problem, isTyping }) => problem !== null && !isTyping);
  return (
    <div className="query-field">
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        data-search-field
        type="text"
        role="combobox"
        aria-label={t('search.title')}
        aria-haspopup={isContexts ? 'grid' : 'listbox'}
        aria-expanded={found}
        aria-controls={found ? 'search-found' : undefined}
        aria-activedescendant={found ? active : undefined}
        aria-autocomplete="none"
        aria-invalid={isWrong}
        placeholder={t('search.field')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => typeQuery(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => typeQuery(event.currentTarget.value, false)}
        onKeyDown={onKey}
      />
      <Count />
      {query === '' ? (
        <CommandKey command="search" />
      ) : (
        <IconButton
          small
          label={t('search.clear')}
          onClick={() => {
            typeQuery('', false);
            field.current?.focus();
          }}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** How many articles were found; read out too. */
function Count() {
  const { t } = useTranslation();
  const total = useSearch(({ answer, problem }) => (problem === null ? answer?.total : undefined));
  const words =
    total === undefined ? '' : total === 0 ? t('search.foundNothing') : t('search.found', { count: total });
  return (
    <span className="cnt xs nb" role="status">
      {words}
    </span>
  );
}

/** What is wrong, in words, and the query with the place marked. */
function Problem({ problem, onShow }: { problem: SearchProblem; onShow: () => void }) {
  const { t } = useTranslation();
  const query = useSearch((state) => state.query);
  const isTyping = useSearch((state) => state.isTyping);
  const { code, start, end } = problem;
  const from = Math.max(0, start - 24);
  return (
    <div className={`query-problem ${isTyping ? 'typing' : ''}`} role={isTyping ? 'status' : 'alert'}>
      <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>{t(`search.problem.${code}`)}</span>
      <button type="button" className="problem-place" title={t('search.problem.show')} onClick={onShow}>
        {from > 0 && '…'}
        {query.slice(from, start)}
        <em>{query.slice(start, Math.min(end, start + 40)) || ' '}</em>
        {query.slice(end, end + 24)}
        {query.length > end + 24 && '…'}
      </button>
    </div>
  );
}

function SaveQuery() {
  const { t } = useTranslation();
  const isEmpty = useSearch(({ query }) => query.trim() === '');
  const naming = useSearch((state) => state.naming);
  const readOnly = useLibrary((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <NamePopover open={naming && !isEmpty} onOpenChange={(open) => setSearch({ naming: open })}>
      <Button look="line" disabled={isEmpty} onFocus={settleIfTyped}>
        <Bookmark size={14} strokeWidth={1.75} aria-hidden /> {t('search.saved.save')}{' '}
        <CommandKey command="saveSearch" />
      </Button>
    </NamePopover>
  );
}

/** Who goes on to save has typed all of it. */
function settleIfTyped(): void {
  if (useSearch.getState().isTyping) settleQuery();
}
