import { Split, Undo2, Unlink2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
import { useLibrary } from '../state/library';
import { unsplitDirective, wasSplitOff } from '../state/register-changes';
import { beginSplit, doubtOf, unmergeShown, useRegister } from '../state/registers';
import { attempt } from '../state/status';
import { Button, CommandKey } from '../ui/controls';
import { KindLabel } from '../ui/kinds';
import { BasedTasks } from './based-tasks';
import { DirectiveFacts } from './directive-facts';
import { Mentions } from './mentions';
import { nameOfRow } from './names';
import { SplitStrip } from './split-strip';

interface DirectiveDetailsProps {
  row: DirectiveRow;
  rows: readonly DirectiveRow[];
}

/** What is known of a document, what people enter about it, and every place that cites it. */
export function DirectiveDetails({ row, rows }: DirectiveDetailsProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const splitting = useRegister((state) => state.splitting) && !readOnly;
  const doubt = doubtOf(row);
  return (
    <aside className="directive-details" data-part aria-label={nameOfRow(row)}>
      <header>
        <KindLabel kind="directive" />
        <h2>{nameOfRow(row)}</h2>
        {doubt !== null && (
          <p className="xs doubt">{t(`register.${doubt}Long`, { term: row.term?.roman ?? '' })}</p>
        )}
      </header>
      <DirectiveFacts row={row} rows={rows} />
      {!readOnly && <Actions row={row} />}
      {splitting ? <SplitStrip row={row} /> : <Mentions row={row} />}
      <BasedTasks row={row} />
    </aside>
  );
}

/** What can be said about which mentions are of the document. */
function Actions({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const splitting = useRegister((state) => state.splitting);
  const isPart = useLibrary(({ directives }) => wasSplitOff(directives, row.id));
  const merged = row.aliases.filter((id) => id !== row.id);
  if (splitting || (row.articles.length < 2 && !isPart && merged.length === 0)) return null;
  return (
    <div className="directive-actions">
      {row.articles.length > 1 && (
        <Button look="line" onClick={beginSplit}>
          <Split size={14} strokeWidth={1.75} aria-hidden /> {t('register.split')}
          <CommandKey command="splitDirective" />
        </Button>
      )}
      {merged.length > 0 && (
        <Button look="line" onClick={() => void unmergeShown()}>
          <Unlink2 size={14} strokeWidth={1.75} aria-hidden />{' '}
          {t('register.unmerge', { count: merged.length })}
          <CommandKey command="unmergeDirective" />
        </Button>
      )}
      {isPart && (
        <Button look="line" onClick={() => void attempt(() => unsplitDirective(row.id))}>
          <Undo2 size={14} strokeWidth={1.75} aria-hidden /> {t('register.unsplit')}
        </Button>
      )}
    </div>
  );
}
