import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import { clearRegisterFilter, fittingRows, setRegister, sortedRows, useRegister } from '../state/registers';
import { EmptyView, NothingFits } from '../ui/empty-view';
import { Coverage } from './coverage';
import { DirectiveDetails } from './directive-details';
import { DirectiveTable } from './directive-table';
import { MergeStrip } from './merge-strip';
import { useRowWords, useYearCounts } from './names';
import { RegisterBar } from './register-bar';
import { RegisterFilterBar } from './register-filter';
import { Timeline } from './timeline';
import './directives.css';
import './details.css';
import './coverage.css';
import './timeline.css';

const NONE: readonly DirectiveRow[] = [];

/** The documents that the library's articles cite: a list with all there is to say of each, a matrix, a time axis. */
export function DirectivesView() {
  const { t } = useTranslation();
  const looked = useLibrary((state) => state.recognised?.done);
  const answer = useAnswer('register', () => call('directives.list', {}), looked);
  const all = answer?.rows ?? NONE;
  const tab = useRegister((state) => state.tab);
  const counts = useYearCounts(all);
  const rows = useShownRows(all, useRowWords(counts));
  const shown = useShown(all, rows);
  // Articles and deadlines stand on the time axis whatever is looked for.
  const nothing = rows.length === 0 && all.length > 0 && tab !== 'timeline';
  if (answer === null) return <div className="register" aria-busy />;
  if (all.length === 0 && answer.done >= answer.total)
    return <EmptyView title={t('register.empty.title')} lead={t('register.empty.lead')} />;
  return (
    <div className="register">
      <RegisterBar rows={rows} total={all.length} />
      <RegisterFilterBar rows={all} counts={counts} found={rows.length} progress={answer} />
      {nothing && <NothingFits words={t('register.nothingFits')} onShowAll={clearRegisterFilter} />}
      {tab === 'list' && !nothing && (
        <div className="register-body">
          <div className="register-list">
            <MergeStrip rows={all} />
            <DirectiveTable rows={rows} shown={shown?.id ?? null} counts={counts} />
          </div>
          {shown === null ? (
            <aside className="directive-details" />
          ) : (
            <DirectiveDetails key={shown.id} row={shown} rows={all} />
          )}
        </div>
      )}
      {tab === 'coverage' && !nothing && <Coverage rows={rows} />}
      {tab === 'timeline' && <Timeline rows={rows} />}
    </div>
  );
}

function useShownRows(all: readonly DirectiveRow[], words: ReturnType<typeof useRowWords>): DirectiveRow[] {
  const state = useRegister();
  const { type, issuer, year, undecided, column, downwards } = state;
  const fitting = useMemo(
    () => fittingRows(all, { words: state.words, type, issuer, year, undecided }, words),
    [all, state.words, type, issuer, year, undecided, words],
  );
  return useMemo(
    () => sortedRows(fitting, { column, downwards }, words),
    [fitting, column, downwards, words],
  );
}

/** The document that is shown: the chosen one, under whatever id it goes now; else the first. */
function useShown(all: readonly DirectiveRow[], rows: readonly DirectiveRow[]): DirectiveRow | null {
  const id = useRegister((state) => state.chosen);
  const shown = useMemo(
    () =>
      all.find((row) => row.id === id) ??
      all.find((row) => id !== null && answersTo(row, id)) ??
      rows[0] ??
      null,
    [all, rows, id],
  );
  // The keys of the view act on it.
  useEffect(() => setRegister({ shown }), [shown]);
  return shown;
}

/** A key without its term, or an id that was merged into the document. */
const answersTo = (row: DirectiveRow, id: DirectiveId): boolean =>
  row.aliases.includes(id) || row.canonical === id || row.id.split('#')[0] === id;
