import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsPassword, openPdf, type PageSize, type PdfFile } from './pdf';

type Opening = { is: 'opening' } | { is: 'open'; file: PdfFile } | { is: 'failed'; locked: boolean };

/** Opens the document, and closes it when another takes its place. */
export function usePdf(bytes: Uint8Array | null): Opening {
  const [last, setLast] = useState<{ bytes: Uint8Array | null; opening: Opening }>(() => ({
    bytes: null,
    opening: { is: 'opening' },
  }));
  useEffect(() => {
    if (bytes === null) return undefined;
    let current = true;
    let opened: PdfFile | null = null;
    openPdf(bytes).then(
      (file) => {
        opened = file;
        if (current) setLast({ bytes, opening: { is: 'open', file } });
        else file.close();
      },
      (error: unknown) => {
        if (current) setLast({ bytes, opening: { is: 'failed', locked: needsPassword(error) } });
      },
    );
    return () => {
      current = false;
      opened?.close();
    };
  }, [bytes]);
  // What was opened before these bytes came is closed by now.
  return last.bytes === bytes ? last.opening : { is: 'opening' };
}

interface PdfPageProps {
  file: PdfFile;
  number: number;
  /** Width in device pixels that it is drawn with; 0 while the strip has no width yet. */
  pixels: number;
}

/** One page: paper of the right size at once, drawn when it comes near, forgotten when it is far. */
export function PdfPage({ file, number, pixels }: PdfPageProps) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDivElement>(null);
  const near = useNear(sheet);
  const [size, setSize] = useState<PageSize>(file.firstSize);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const host = sheet.current;
    if (!near || pixels === 0 || host === null) return undefined;
    let stop: (() => void) | null = null;
    let current = true;
    const draw = async () => {
      setSize(await file.sizeOf(number));
      const canvas = document.createElement('canvas');
      const drawing = await file.draw(number, canvas, pixels);
      stop = drawing.stop;
      if (!current) stop();
      await drawing.done;
      if (current) host.replaceChildren(canvas);
    };
    draw().catch(() => {
      // A drawing that was stopped is no failure.
      if (current) setFailed(true);
    });
    return () => {
      current = false;
      stop?.();
    };
  }, [file, number, near, pixels]);

  useEffect(() => {
    if (!near) sheet.current?.replaceChildren();
  }, [near]);

  return (
    <div
      className="sheet"
      data-page={number}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      role="img"
      aria-label={t('original.page', { page: number })}
    >
      <div ref={sheet} className="drawn" />
      {failed && <p className="sheet-failed">{t('original.pageFailed', { page: number })}</p>}
    </div>
  );
}

/** Whether the element is within two heights of its scroller from what is shown. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: watched.closest('.original-strip'),
      rootMargin: '150% 0px',
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
