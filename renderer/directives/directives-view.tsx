import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import { useRegisterChoice } from '../state/register-choice';
import { shownRows, useRegister } from '../state/registers';
import { setView } from '../state/view';
import { Button } from '../ui/controls';
import { Coverage } from './coverage';
import { DirectiveDetails } from './directive-details';
import { DirectiveTable } from './directive-table';
import { nameOfRow } from './names';
import { RegisterBar } from './register-bar';
import './directives.css';

/** The documents that the library's articles cite; the chosen one with all its mentions; and which article cites which. */
export function DirectivesView() {
  const { t } = useTranslation();
  const looked = useLibrary((state) => state.recognised?.done);
  const answer = useAnswer('register', () => call('directives.list', {}), looked);
  const state = useRegister();
  const rows = useMemo(
    () => (answer === null ? [] : shownRows(answer.rows, state, nameOfRow)),
    [answer, state],
  );
  const { chosen, choose } = useChoice(answer?.rows ?? [], rows);
  if (answer === null) return <div className="register" aria-busy />;
  if (answer.rows.length === 0 && answer.done >= answer.total) {
    return (
      <div className="empty">
        <h2>{t('register.empty.title')}</h2>
        <p>{t('register.empty.lead')}</p>
        <Button look="line" large onClick={() => setView({ view: 'library' })}>
          {t('register.empty.read')}
        </Button>
      </div>
    );
  }
  return (
    <div className={`register ${state.tab}`}>
      <RegisterBar rows={answer.rows} shown={rows} progress={answer} />
      {state.tab === 'coverage' ? (
        <Coverage rows={rows} chosen={chosen?.id ?? null} onChoose={choose} />
      ) : (
        <>
          <DirectiveTable rows={rows} chosen={chosen?.id ?? null} onChoose={choose} />
          {chosen === null ? (
            <aside className="directive-details empty">
              <p>{t('register.choose')}</p>
            </aside>
          ) : (
            <DirectiveDetails key={chosen.id} row={chosen} rows={answer.rows} onChoose={choose} />
          )}
        </>
      )}
    </div>
  );
}

/** The chosen document: the one that was asked for, under whatever id it goes now; at first the one at the top. */
function useChoice(all: readonly DirectiveRow[], shown: readonly DirectiveRow[]) {
  const asked = useRegisterChoice((state) => state.id);
  const times = useRegisterChoice((state) => state.asked);
  const [id, setId] = useState<DirectiveId | null>(asked);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- asked for again by the same id, it is shown again
    if (asked !== null) setId(asked);
  }, [asked, times]);
  const chosen =
    all.find((row) => row.id === id) ?? all.find((row) => id !== null && answersTo(row, id)) ?? shown[0];
  return { chosen: chosen ?? null, choose: setId };
}

/** A key without its term, or an id that was merged into the document. */
const answersTo = (row: DirectiveRow, id: DirectiveId): boolean =>
  row.aliases.includes(id) || row.canonical === id || row.id.split('#')[0] === id;
