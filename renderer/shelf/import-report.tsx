import { CircleAlert, CircleCheck, Copy, Eye, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '#core/contract';
import { showReport, useLibrary } from '../state/library';
import { cancelImport } from '../state/importing';
import { setView } from '../state/view';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { fileName } from '../ui/format';
import { UnfinishedImports } from '../ui/unfinished-imports';

/** How the last import went: progress while it runs, then what came of every file. */
export function ImportReport() {
  const { t } = useTranslation();
  const importing = useLibrary((state) => state.importing);
  const report = useLibrary((state) => state.report);
  if (importing !== null) {
    return (
      <div className="report" role="status">
        <div className="row">
          <span className="clip grow" title={importing.name}>
            {t('report.progress', { ...importing, name: fileName(importing.name) })}
            {importing.pages !== null && ` · ${t('bringIn.pages', importing.pages)}`}
          </span>
          <Button onClick={() => void cancelImport()}>{t('bringIn.cancel')}</Button>
        </div>
        <div className="progress">
          <i style={{ width: `${(100 * importing.done) / importing.total}%` }} />
        </div>
      </div>
    );
  }
  if (report === null || report.length === 0) return <UnfinishedImports />;
  return <Results results={report} />;
}

function Results({ results }: { results: readonly ImportResult[] }) {
  const { t } = useTranslation();
  const count = (status: ImportResult['status']) =>
    results.filter((result) => result.status === status).length;
  const refused = results.filter((result) => result.status === 'refused');
  const good = count('imported') + count('revised');
  return (
    <div className="report" role="status">
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <div className="grow" style={{ display: 'grid', gap: 4 }}>
          {good > 0 && (
            <div className="line">
              <CircleCheck className="good" size={14} aria-hidden />
              {[
                count('imported') > 0 ? t('report.imported', { count: count('imported') }) : null,
                count('revised') > 0 ? t('report.revised', { count: count('revised') }) : null,
              ]
                .filter((words) => words !== null)
                .join(' · ')}
            </div>
          )}
          {count('duplicate') > 0 && (
            <div className="line">
              <Copy className="warn" size={14} aria-hidden />
              {t('report.duplicate', { count: count('duplicate') })}
            </div>
          )}
          {count('waiting') > 0 && (
            <div className="line">
              <Eye className="warn" size={14} aria-hidden />
              {t('bringIn.waiting', { count: count('waiting') })}
            </div>
          )}
          {refused.length > 0 && (
            <div className="line bad">
              <CircleAlert size={14} aria-hidden />
              {t('report.refused', { count: refused.length })}
            </div>
          )}
        </div>
        <IconButton small label={t('report.close')} onClick={() => showReport(null)}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {refused.length > 0 && (
        <ul className="scroll">
          {refused.map((result, i) => (
            <li key={i}>{result.message}</li>
          ))}
        </ul>
      )}
      {results.length > 1 && (
        <button type="button" className="report-more" onClick={() => setView({ view: 'review' })}>
          {t('bringIn.details')} <CommandKey command="review" />
        </button>
      )}
    </div>
  );
}
