import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { loadOriginal, pageOf, showOriginalAs, toggleOriginalOf } from '../state/original';
import { paneHandle } from '../state/panes';
import { useView, type PaneState } from '../state/view';
import { OriginalViewer } from '../ui/original/original-viewer';

interface OriginalColumnProps {
  pane: PaneState;
  article: Article;
  letter: string;
}

/** The file that an article came from, beside its text; it follows the paragraph that is read. */
export function OriginalColumn({ pane, article, letter }: OriginalColumnProps) {
  const { t } = useTranslation();
  const block = useView((state) => state.blocks.get(pane.key));
  const { id, original } = article;
  // A later revision may have another original.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const load = useCallback(() => loadOriginal(id), [id, original.sha256]);
  const close = () => {
    toggleOriginalOf(pane.key);
    // The pane may have to come back first.
    requestAnimationFrame(() => paneHandle(pane.key)?.focus());
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape does what the cross does
    <aside
      className="original-column"
      aria-label={t('original.of', { letter, name: original.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <OriginalViewer
        load={load}
        page={pageOf(article, block)}
        onOpen={() => void showOriginalAs(id, 'open')}
        onReveal={() => void showOriginalAs(id, 'reveal')}
        onClose={close}
        title={
          <span className="row xs t2" title={original.name}>
            <span className="pane-letter on" aria-hidden>
              {letter}
            </span>
            <b className="med nb" style={{ color: 'var(--ink)' }}>
              {t('original.title')}
            </b>
            <span className="clip">{original.name}</span>
          </span>
        }
      />
    </aside>
  );
}
