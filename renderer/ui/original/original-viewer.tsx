import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OriginalView } from '#core/contract';
import { CallFailed } from '#core/gateway';
import { Button } from '../controls';
import { PdfPage, usePdf } from './pdf-pages';
import type { PdfFile } from './pdf';
import { OriginalToolbar, ZOOMS } from './toolbar';
import { useRestingWidth, useStrip } from './use-pages';
import './original.css';

interface OriginalViewerProps {
  /** Asks for the file. A new function asks anew. */
  load: () => Promise<OriginalView>;
  /** The page to show, from 1; null where nothing is to be followed. */
  page: number | null;
  onPage?: (page: number) => void;
  /** Opens the file in the system's own program, and shows it in its folder. */
  onOpen?: () => void;
  onReveal?: () => void;
  /** Stands first in the toolbar. */
  title?: ReactNode;
  onClose?: () => void;
}

type Loading = { is: 'loading' } | { is: 'here'; view: OriginalView } | { is: 'failed'; message: string };

/** A file as it came: the pages of a PDF, pictures, or text. */
export function OriginalViewer({ load, page, onPage, ...bar }: OriginalViewerProps) {
  const { t } = useTranslation();
  const loading = useOriginal(load);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [zoom, setZoom] = useState(1);
  const view = loading.is === 'here' ? loading.view : null;
  const pdf = usePdf(view?.kind === 'pdf' ? (view.files[0] ?? null) : null);
  const pictures = view?.kind === 'pictures' ? view.files : [];
  const pages = view?.kind === 'pdf' ? (pdf.is === 'open' ? pdf.file.pages : 0) : pictures.length;
  const strip = useStrip(scroller, pages > 0, page, onPage);
  const failure = failureOf(loading, view?.kind === 'pdf' ? pdf : null);

  const step = (by: 1 | -1) => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  const pressed = (event: KeyboardEvent) => {
    // The arrows scroll here; elsewhere in the reader they go from paragraph to paragraph.
    if (event.key.startsWith('Arrow')) event.stopPropagation();
    else if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom(1);
  };
  return (
    <div className="original">
      <OriginalToolbar
        {...bar}
        page={strip.shown}
        pages={pages}
        onPage={strip.goTo}
        zoom={zoom}
        onZoom={setZoom}
      />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for what the bar offers too */}
      <div
        className="original-strip"
        ref={setScroller}
        role="document"
        aria-label={t('original.title')}
        aria-busy={loading.is === 'loading'}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        onKeyDown={pressed}
      >
        {failure !== null && (
          <p className="original-failed" role="alert">
            <CircleAlert size={14} aria-hidden />{' '}
            {failure === 'locked' || failure === 'unreadable' ? t(`original.${failure}`) : failure}
          </p>
        )}
        {pdf.is === 'open' && <PdfSheets scroller={scroller} file={pdf.file} zoom={zoom} />}
        {pictures.map((bytes, i) => (
          <Picture key={i} bytes={bytes} number={i + 1} zoom={zoom} />
        ))}
        {view?.kind === 'text' && <RawText text={view.text ?? ''} />}
        {view?.kind === 'other' && <Elsewhere name={view.name} {...bar} />}
      </div>
    </div>
  );
}

function Picture({ bytes, number, zoom }: { bytes: Uint8Array; number: number; zoom: number }) {
  const { t } = useTranslation();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
    if (image.current !== null) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return (
    <img
      ref={image}
      className="sheet"
      data-page={number}
      alt={t('original.page', { page: number })}
      decoding="async"
      style={{ width: `${zoom * 100}%` }}
    />
  );
}

function PdfSheets({ scroller, file, zoom }: { scroller: HTMLElement | null; file: PdfFile; zoom: number }) {
  const width = useRestingWidth(scroller);
  const pixels = Math.round(Math.max(0, width - 24) * zoom * devicePixelRatio);
  return (
    <div className="sheets" style={{ width: `${zoom * 100}%` }}>
      {Array.from({ length: file.pages }, (_, i) => (
        <PdfPage key={i} file={file} number={i + 1} pixels={pixels} />
      ))}
    </div>
  );
}

/** Text in pieces of so many lines: pieces out of sight are not laid out. */
const LINES_AT_ONCE = 100;

function RawText({ text }: { text: string }) {
  const pieces = useMemo(() => {
    // Composed: the fonts hold no decomposed letters.
    const lines = text.normalize('NFC').split(/\r\n?|\n/u);
    return Array.from({ length: Math.ceil(lines.length / LINES_AT_ONCE) }, (_, i) =>
      lines.slice(i * LINES_AT_ONCE, (i + 1) * LINES_AT_ONCE).join('\n'),
    );
  }, [text]);
  return (
    <div className="raw-text">
      {pieces.map((piece, i) => (
        <pre key={i}>{piece}</pre>
      ))}
    </div>
  );
}

function Elsewhere({
  name,
  onOpen,
  onReveal,
}: Pick<OriginalViewerProps, 'onOpen' | 'onReveal'> & { name: string }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{t('original.elsewhere', { name })}</p>
      {onOpen !== undefined && (
        <Button look="line" onClick={onOpen}>
          {t('original.open')}
        </Button>
      )}
      {onReveal !== undefined && <Button onClick={onReveal}>{t('original.reveal')}</Button>}
    </div>
  );
}

function useOriginal(load: () => Promise<OriginalView>): Loading {
  const { t } = useTranslation();
  const [last, setLast] = useState<{ load: unknown; loading: Loading }>({
    load: null,
    loading: { is: 'loading' },
  });
  useEffect(() => {
    let current = true;
    load().then(
      (view) => {
        if (current) setLast({ load, loading: { is: 'here', view } });
      },
      (error: unknown) => {
        const message = error instanceof CallFailed ? error.message : t('failure.crash');
        if (current) setLast({ load, loading: { is: 'failed', message } });
      },
    );
    return () => {
      current = false;
    };
  }, [load, t]);
  return last.load === load ? last.loading : { is: 'loading' };
}

/** A message that is ready, or the name of our own words. */
function failureOf(loading: Loading, pdf: ReturnType<typeof usePdf> | null): string | null {
  if (loading.is === 'failed') return loading.message;
  if (pdf?.is === 'failed') return pdf.locked ? 'locked' : 'unreadable';
  return null;
}
