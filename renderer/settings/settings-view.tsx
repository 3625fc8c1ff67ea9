import { useState } from 'react';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, THEMES } from '#core/library';
import type { CallOutput } from '#core/contract';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { updateSettings } from '../state/settings';
import { attempt } from '../state/status';
import { Button, Segmented } from '../ui/controls';
import { ImportSettings } from './import-settings';
import { ReadingSettings } from './reading-settings';
import { SuggestionSettings } from './suggestion-settings';
import { TagKeys } from './tag-keys';
import './settings.css';

const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

export function SettingsView() {
  const { t } = useTranslation();
  const settings = useLibrary((state) => state.settings);
  return (
    <div className="settings">
      <div className="bar">
        <h1>{t('settings.title')}</h1>
      </div>
      <div className="settings-body scroll">
        <section>
          <div className="settings-row">
            <span className="name">{t('settings.language')}</span>
            <Segmented
              label={t('settings.language')}
              value={settings.language}
              options={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
              onChange={(language) => updateSettings({ language })}
            />
          </div>
          <div className="settings-row">
            <span className="name">{t('settings.theme')}</span>
            <Segmented
              label={t('settings.theme')}
              value={settings.theme}
              options={THEMES.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
              onChange={(theme) => updateSettings({ theme })}
            />
          </div>
        </section>
        <ReadingSettings />
        <SuggestionSettings />
        <ImportSettings />
        <TagKeys />
        <DataSection />
      </div>
    </div>
  );
}

type CheckResult = CallOutput<'library.check'>;

function DataSection() {
  const { t } = useTranslation();
  const folder = useLibrary((state) => state.folder);
  const [result, setResult] = useState<CheckResult | 'running' | null>(null);
  const check = () => {
    setResult('running');
    void attempt(async () => setResult(await call('library.check', {}))).then((good) => {
      if (!good) setResult(null);
    });
  };
  return (
    <section>
      <h2 className="h">{t('settings.data')}</h2>
      <div className="settings-row">
        <span className="name">{t('settings.folder')}</span>
        <span className="path grow">{folder}</span>
      </div>
      <div className="row">
        <Button look="line" onClick={() => void attempt(() => call('library.showFolder', {}))}>
          {t('settings.show')}
        </Button>
        <Button look="line" onClick={() => void attempt(() => call('library.chooseFolder', {}))}>
          {t('settings.change')}
        </Button>
        <Button look="line" disabled={result === 'running'} onClick={check}>
          {t(result === 'running' ? 'settings.checking' : 'settings.check')}
        </Button>
      </div>
      {result !== null && result !== 'running' && <CheckReport result={result} />}
      <p className="xs t3">{t('settings.private')}</p>
    </section>
  );
}

function CheckReport({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  if (result.problems.length === 0) {
    return (
      <p className="row xs" style={{ color: 'var(--ok)' }} role="status">
        <CircleCheck size={14} aria-hidden /> {t('settings.checkGood', result)}
      </p>
    );
  }
  return (
    <div className="problems" role="status">
      <p className="row" style={{ color: 'var(--warn)' }}>
        <CircleAlert size={14} aria-hidden /> {t('settings.checkBad', { count: result.problems.length })}
      </p>
      {result.problems.map((problem, i) => (
        <p key={i}>
          <b>{problem.file}</b> {problem.message}
        </p>
      ))}
    </div>
  );
}
