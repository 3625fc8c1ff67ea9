import { CircleAlert, Eye, GitCompare, HardDrive, Lock, Save, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../state/comparison';
import { sideIds, useComparing } from '../state/comparing';
import { hasPresent, useLibrary, viewOf } from '../state/library';
import { useRegister } from '../state/registers';
import { useReview } from '../state/review';
import { useSearch } from '../state/search';
import { dismissFailure, useStatus } from '../state/status';
import { useTasks } from '../state/tasks';
import { letterOf, setView, useView } from '../state/view';
import { CommandKey, Kbd } from '../ui/controls';
import { capOf, type CommandName } from '../keymap';

/** Left: the state of things. Right: the keys that work here. */
export function StatusBar() {
  const { t } = useTranslation();
  const isEmpty = !useLibrary(hasPresent);
  const ready = useLibrary((state) => state.status.is === 'ready');
  const readOnly = useLibrary((state) => state.readOnly);
  const failure = useStatus((state) => state.failure);
  const said = useStatus((state) => state.said);
  return (
    <footer className="status">
      {failure === null ? <SavedAt /> : <Failure message={failure} />}
      {readOnly && (
        <span style={{ color: 'var(--warn)' }}>
          <Lock size={12} aria-hidden /> {t('status.readOnly')}
        </span>
      )}
      <span>
        <HardDrive size={12} aria-hidden /> {t('status.local')}
      </span>
      <Place />
      <WaitingFiles />
      <span role="status" className="clip">
        {said ?? (ready && isEmpty ? t('status.empty') : '')}
      </span>
      <span className="end" />
      <Hints />
    </footer>
  );
}

function SavedAt() {
  const { t } = useTranslation();
  const savedAt = useStatus((state) => state.savedAt);
  const time = savedAt?.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  return (
    <span className="num">
      <Save size={12} aria-hidden /> {time === undefined ? t('status.ready') : t('status.saved', { time })}
    </span>
  );
}

function Failure({ message }: { message: string }) {
  const { t } = useTranslation();
  return (
    <span className="failed" role="alert" title={message}>
      <CircleAlert size={12} aria-hidden /> <span className="clip">{message}</span>
      <button type="button" className="kbd" onClick={dismissFailure}>
        {t('status.dismiss')}
      </button>
    </span>
  );
}

/** Files that wait for a look are not forgotten by leaving their view. */
function WaitingFiles() {
  const { t } = useTranslation();
  const count = useReview((state) => state.items.length);
  const view = useView((state) => state.view);
  if (count === 0 || view === 'review') return null;
  return (
    <button type="button" className="status-link" onClick={() => setView({ view: 'review' })}>
      <Eye size={12} aria-hidden /> {t('bringIn.waiting', { count })} <CommandKey command="review" />
    </button>
  );
}

/** Where the reading is: pane, paragraph, how much is selected. */
function Place() {
  const { t } = useTranslation();
  const view = useView((state) => state.view);
  const active = useView((state) => state.active);
  const pane = useView((state) => state.panes[state.active]);
  const block = useView((state) => (pane === undefined ? undefined : state.blocks.get(pane.key)));
  const selection = useView((state) => state.selection);
  const blocks = useLibrary((state) => viewOf(state, pane)?.article.blocks.length);
  if (view === 'compare') return <Likeness />;
  if (view === 'search') return <FoundIn />;
  if (view !== 'library' || blocks === undefined) return null;
  const words = [
    t('status.place', { letter: letterOf(active), block: (block ?? 0) + 1, blocks }),
    selection === null ? null : t('status.selected', { count: selection.text.split(/\s+/u).length }),
  ];
  return <span className="num">{words.filter((part) => part !== null).join(' · ')}</span>;
}

/** How many articles were found, how fast, and how many can be searched. */
function FoundIn() {
  const { t } = useTranslation();
  const answer = useSearch((state) => state.answer);
  const took = useSearch((state) => state.took);
  if (answer === null) return null;
  const { done, total } = answer.indexed;
  return (
    <>
      <span className="num">
        <Search size={12} aria-hidden />
        {t('search.status.found', { count: answer.total, time: Math.max(1, Math.round(took)) })}
      </span>
      {done >= total && <span className="num hide-narrow">{t('search.index.whole', { count: total })}</span>}
    </>
  );
}

/** How alike the two articles of the comparison are, and how that is counted. */
function Likeness() {
  const { t } = useTranslation();
  const { left, right } = sideIds(useComparing());
  const summed = useComparison(left, right);
  if (summed === null) return null;
  const percent = Math.round(summed.comparison.likeness * 100);
  return (
    <>
      <span className="hide-narrow">
        <GitCompare size={12} aria-hidden /> {t('compare.byWords')}
      </span>
      <span className="num">{t('compare.likeness', { percent })}</span>
    </>
  );
}

const READING_HINTS: readonly CommandName[] = ['nextPane', 'nextBlock', 'keys'];
const COMPARING_HINTS: readonly CommandName[] = ['nextDifference', 'pinPair', 'export'];
const REGISTER_HINTS: readonly CommandName[] = ['nextRegisterTab', 'export'];
const OTHER_HINTS: readonly CommandName[] = ['palette', 'keys'];

function Hints() {
  const { t } = useTranslation();
  const reading = useView(
    ({ view, panes }) => view === 'library' && panes.some((pane) => pane.articleId !== null),
  );
  const reviewing = useView(({ view }) => view === 'review');
  const comparing = useView(({ view }) => view === 'compare');
  const inRegister = useView(({ view }) => view === 'directives');
  const inTasks = useView(({ view }) => view === 'tasks');
  const inSearch = useView(({ view }) => view === 'search');
  const inView = inRegister ? REGISTER_HINTS : inSearch ? [] : OTHER_HINTS;
  const here = comparing ? COMPARING_HINTS : inView;
  const hints = reading ? READING_HINTS : here;
  const inMatrix = useRegister((state) => state.tab) === 'coverage';
  const registerExport = t(inMatrix ? 'register.exportCoverage' : 'register.export');
  const exporting = comparing ? t('compare.export') : inRegister ? registerExport : t('command.export');
  return (
    <>
      {reviewing && (
        <>
          <span>
            <Kbd>Space</Kbd> {t('bringIn.keys.check')}
          </span>
          <span>
            <Kbd>R</Kbd> {t('bringIn.keys.restore')}
          </span>
        </>
      )}
      {inTasks && <TaskHints />}
      {inRegister && <RegisterHints />}
      {inSearch && <SearchHints />}
      {hints.map((command) => (
        <span key={command}>
          <CommandKey command={command} /> {command === 'export' ? exporting : t(`command.${command}`)}
        </span>
      ))}
    </>
  );
}

/** The keys of the task views; most are no commands, they act on the row, the card or the day. */
function TaskHints() {
  const { t } = useTranslation();
  const tab = useTasks((state) => state.tab);
  const hints = {
    table: [
      [capOf('peekTask') ?? '', t('tasks.hints.peek')],
      ['↵', t('tasks.hints.edit')],
      [capOf('changeProgress') ?? '', t('tasks.hints.state')],
      [capOf('openTask') ?? '', t('tasks.hints.open')],
    ],
    board: [
      ['Shift ← →', t('tasks.hints.move')],
      ['↵', t('tasks.hints.open')],
    ],
    calendar: [
      ['← ↑ → ↓', t('tasks.hints.day')],
      ['PgUp PgDn', t('tasks.hints.month')],
      ['↵', t('tasks.hints.ofDay')],
    ],
    targets: [
      ['↑ ↓', t('tasks.hints.target')],
      ['↵', t('tasks.hints.open')],
    ],
  }[tab];
  return <KeyHints hints={hints} />;
}

/** What walks the results while words are typed. */
function SearchHints() {
  const { t } = useTranslation();
  const hints = [
    ['↑ ↓', t('search.status.choose')],
    ['↵', t('search.status.open')],
    [capOf('openBesideFound') ?? '', t('search.passage.beside')],
    [capOf('nextSearchTab') ?? '', t('search.tabs.contexts')],
  ];
  return <KeyHints hints={hints} />;
}

/** The same of the register. */
function RegisterHints() {
  const { t } = useTranslation();
  const tab = useRegister((state) => state.tab);
  const hints = {
    list: [
      ['↵', t('register.hints.mentions')],
      [capOf('pickDirective') ?? '', t('register.hints.pick')],
    ],
    coverage: [
      ['Ctrl ← →', t('register.hints.filled')],
      ['↵', t('register.hints.quotes')],
    ],
    timeline: [
      ['← →', t('register.hints.stack')],
      ['↵', t('register.hints.things')],
      ['+ −', t('register.hints.zoom')],
    ],
  }[tab];
  return <KeyHints hints={hints} />;
}

const KeyHints = ({ hints }: { hints: readonly string[][] }) =>
  hints.map(([keys, words]) => (
    <span key={keys}>
      <Kbd>{keys}</Kbd> {words}
    </span>
  ));
