import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { savePhrases, showPhraseTab, usePhrases, type PhraseTab } from '../state/phrases';
import { Button, CommandKey } from '../ui/controls';
import { BodiesTab } from './bodies-tab';
import { PhrasesTab } from './phrases-tab';
import './phrases.css';

const TABS: readonly PhraseTab[] = ['phrases', 'bodies'];

/** What many articles say alike, and the bodies and people that they name. */
export function PhrasesView() {
  const { t } = useTranslation();
  const tab = usePhrases((state) => state.tab);
  return (
    <div className="phrases-view col">
      <div className="bar">
        <h1>{t('phrases.title')}</h1>
        <div className="tabs" role="tablist" aria-label={t('phrases.tabs.label')}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`phrase-tab-${each}`}
              aria-selected={each === tab}
              aria-controls="phrase-panel"
              onClick={() => showPhraseTab(each)}
            >
              {t(`phrases.tabs.${each}`)}
            </button>
          ))}
        </div>
        <CommandKey command="nextPhraseTab" />
        <span className="end" />
        {tab === 'phrases' && (
          <Button look="line" onClick={() => void savePhrases()}>
            <Download size={14} strokeWidth={1.75} aria-hidden /> {t('phrases.save')}
            <CommandKey command="savePhrases" />
          </Button>
        )}
      </div>
      <div className="phrases-panel" id="phrase-panel" role="tabpanel" aria-labelledby={`phrase-tab-${tab}`}>
        {tab === 'phrases' ? <PhrasesTab /> : <BodiesTab />}
      </div>
    </div>
  );
}
