import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importPasted } from '../state/importing';
import { Dialog } from '../ui/dialog';
import { Button, Kbd } from '../ui/controls';
import './dialogs.css';

/** A place to paste an article into, look at it, and import it. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const html = useRef('');
  const run = () => {
    if (text.trim() === '') return;
    onClose();
    void importPasted({ text, html: html.current }, t('report.pasted'));
  };
  return (
    <Dialog
      title={t('paste.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('facts.cancel')}</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={run}>
            {t('paste.import')} <Kbd>Ctrl ↵</Kbd>
          </Button>
        </>
      }
    >
      <textarea
        className="textarea paste-area"
        aria-label={t('paste.hint')}
        placeholder={t('paste.hint')}
        // The dialog is for this field alone.

        autoFocus
        spellCheck={false}
        value={text}
        onPaste={(event) => {
          // The HTML of what was pasted keeps its structure, as long as nothing else is typed.
          html.current = text === '' ? event.clipboardData.getData('text/html') : '';
        }}
        onChange={(event) => {
          if ((event.nativeEvent as InputEvent).inputType !== 'insertFromPaste') html.current = '';
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
        }}
      />
    </Dialog>
  );
}
