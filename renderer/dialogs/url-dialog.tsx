import { useState } from 'react';
import { CircleAlert, Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '#core/gateway';
import { importUrl } from '../state/importing';
import { useLibrary } from '../state/library';
import { saveSettings } from '../state/settings';
import { Button, Kbd } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import './dialogs.css';

const FORM_ID = 'url-form';

/** Fetches one page, when the person has allowed that and asks for it. */
export function UrlDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation();
  const allowed = useLibrary((state) => state.settings.fetchFromWeb);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const fetchPage = async (url: string) => {
    setRunning(true);
    setError(null);
    try {
      if (!allowed) await saveSettings({ fetchFromWeb: true });
      await importUrl(url);
      onClose();
    } catch (problem) {
      if (!(problem instanceof CallFailed)) throw problem;
      setError(problem.message);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Dialog
      title={t('bringIn.url')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('facts.cancel')}</Button>
          <Button look="primary" type="submit" form={FORM_ID} disabled={running}>
            {t(running ? 'bringIn.fetching' : allowed ? 'bringIn.fetch' : 'bringIn.allowAndFetch')}{' '}
            <Kbd>↵</Kbd>
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const url = new FormData(event.currentTarget).get('url');
          if (typeof url === 'string' && url.trim() !== '' && !running) void fetchPage(url.trim());
        }}
      >
        <label>
          {t('bringIn.address')}
          <input
            className="input"
            name="url"
            type="text"
            inputMode="url"
            placeholder="https://"
            defaultValue={address}
            // The dialog is for this field alone.
            autoFocus
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        {error !== null && (
          <p className="error" role="alert">
            <CircleAlert size={14} aria-hidden /> {error}
          </p>
        )}
        <p className="xs t2 row">
          <Globe size={14} strokeWidth={1.75} aria-hidden />
          {t(allowed ? 'bringIn.oneRequest' : 'bringIn.notAllowed')}
        </p>
      </form>
    </Dialog>
  );
}
