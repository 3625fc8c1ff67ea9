import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { forgetInterrupted, resumeInterrupted, useInterrupted } from '../state/importing';
import { useLibrary } from '../state/library';
import { Button } from './controls';
import { fileName } from './format';
import './unfinished-imports.css';

/** Imports of an earlier session that were cut off: nothing goes on without being asked for, for the files may be elsewhere now. */
export function UnfinishedImports() {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const batches = useInterrupted((state) => state.batches);
  if (readOnly || batches.length === 0) return null;
  const names = batches.flatMap((batch) => batch.names);
  const done = batches.reduce((sum, batch) => sum + batch.done, 0);
  const first = fileName(names[0] ?? '');
  const name = names.length > 1 ? t('report.nameAndMore', { name: first, count: names.length - 1 }) : first;
  return (
    <div className="unfinished" role="status">
      <CircleAlert size={14} aria-hidden />
      <p title={names.slice(0, 20).join('\n')}>{t('report.interrupted', { name, count: done })}</p>
      <div className="row">
        <Button look="line" onClick={() => void resumeInterrupted()}>
          {t('report.resume')}
        </Button>
        <Button onClick={() => void forgetInterrupted()}>{t('report.leaveOut')}</Button>
      </div>
    </div>
  );
}
