import { useEffect, useState, type KeyboardEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '#core/gateway';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { usePrinting } from '../state/printing';
import { openPdf, type PdfFile } from '../ui/original/pdf';
import { PdfPage } from '../ui/original/pdf-pages';
import { OriginalToolbar, ZOOMS } from '../ui/original/toolbar';
import { useRestingWidth, useStrip } from '../ui/original/use-pages';
import '../ui/original/original.css';

/** How long somebody may go on choosing before the pages are laid out anew. Milliseconds. */
const REST = 150;
/** The widest page at 100 %: as wide as paper, nearly. CSS pixels. */
const PAGE_WIDTH = 760;

/** The real pages, as the printer gets them. The last ones stay until the next ones are there. */
export function PrintPreview({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const { file, message, busy } = usePages(articleId);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [zoom, setZoom] = useState(1);
  const strip = useStrip(scroller, file !== null, null);
  const room = useRestingWidth(scroller) - 24;
  const width = Math.round(Math.min(PAGE_WIDTH, Math.max(0, room)) * zoom);

  const step = (by: 1 | -1) => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom(1);
  };
  return (
    <section className="print-preview original" aria-label={t('comfort.print.preview')}>
      <OriginalToolbar
        title={
          <>
            <h2 className="h">{t('comfort.print.preview')}</h2>
            <span className="xs t3" role="status">
              {busy ? t('comfort.print.making') : ''}
            </span>
          </>
        }
        page={strip.shown}
        pages={file?.pages ?? 0}
        onPage={strip.goTo}
        zoom={zoom}
        onZoom={setZoom}
      />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for what the bar offers too */}
      <div
        className="original-strip"
        ref={setScroller}
        role="document"
        aria-label={t('comfort.print.preview')}
        aria-busy={busy}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        onKeyDown={pressed}
      >
        {message !== null && (
          <p className="original-failed" role="alert">
            <CircleAlert size={14} aria-hidden /> {message}
          </p>
        )}
        {file !== null && (
          <div className="sheets" style={{ width }}>
            {Array.from({ length: file.pages }, (_, i) => (
              <PdfPage key={i} file={file} number={i + 1} pixels={Math.round(width * devicePixelRatio)} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

interface Pages {
  file: PdfFile | null;
  /** Why there are no pages. */
  message: string | null;
  /** Other pages than those that are shown are on their way. */
  busy: boolean;
}

/** Lays the pages out; again after every choice and every change of the library. */
function usePages(articleId: string): Pages {
  const { t } = useTranslation();
  const options = usePrinting((state) => state.options);
  const revision = useLibrary((state) => state.revision);
  const [pages, setPages] = useState<Pages>({ file: null, message: null, busy: true });
  useEffect(() => {
    let current = true;
    const make = async () => {
      setPages((before) => ({ ...before, busy: true }));
      try {
        const { pdf } = await call('print.preview', { articleId, options });
        const file = current ? await openPdf(pdf) : null;
        if (current) setPages({ file, message: null, busy: false });
        else file?.close();
      } catch (error) {
        const message = error instanceof CallFailed ? error.message : t('original.unreadable');
        if (current) setPages({ file: null, message, busy: false });
      }
    };
    const timer = setTimeout(() => void make(), REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [articleId, options, revision, t]);
  const { file } = pages;
  // A document is closed when another takes its place, and with the view.
  useEffect(() => () => file?.close(), [file]);
  return pages;
}
