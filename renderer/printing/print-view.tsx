import { ChevronLeft, Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { savePdf, sendToPrinter, usePrinting } from '../state/printing';
import { setView } from '../state/view';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { PrintOptions } from './print-options';
import { PrintPreview } from './print-preview';
import './printing.css';

/** An article as it will be printed: what goes onto the paper, and the pages themselves. */
export function PrintView() {
  const { t } = useTranslation();
  const articleId = usePrinting((state) => state.articleId);
  const busy = usePrinting((state) => state.busy);
  const article = useLibrary((state) => (articleId === null ? undefined : state.articles.get(articleId)));
  const stopped = busy || article === undefined;
  return (
    <div className="print-view">
      <div className="bar">
        <IconButton
          label={t('comfort.print.back')}
          command="escape"
          onClick={() => setView({ view: 'library' })}
        >
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <h1>{t('comfort.print.title')}</h1>
        {article !== undefined && (
          <span className="t2 clip" lang="vi" title={article.title}>
            {article.title}
          </span>
        )}
      </div>
      <PrintOptions />
      <footer className="print-foot">
        <Button look="line" disabled={stopped} onClick={savePdf}>
          <Download size={14} aria-hidden /> {t('comfort.print.savePdf')} <CommandKey command="savePdf" />
        </Button>
        <span className="end" />
        <Button look="primary" disabled={stopped} onClick={sendToPrinter}>
          <Printer size={14} aria-hidden /> {t('comfort.print.send')} <CommandKey command="print" />
        </Button>
      </footer>
      {article === undefined ? (
        <div className="empty print-preview">
          <p>{t('comfort.print.nothing')}</p>
        </div>
      ) : (
        <PrintPreview articleId={article.id} />
      )}
    </div>
  );
}
