import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp, ExternalLink, FolderOpen, Minus, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls';

/** Widths of a page in parts of the room that it has. */
export const ZOOMS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

interface OriginalToolbarProps {
  title?: ReactNode;
  /** The page that is shown; there are no pages while `pages` is 0. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
  zoom: number;
  onZoom: (zoom: number) => void;
  onOpen?: (() => void) | undefined;
  onReveal?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
}

export function OriginalToolbar(props: OriginalToolbarProps) {
  const { t } = useTranslation();
  const { title, pages, onOpen, onReveal, onClose } = props;
  return (
    <header className="original-bar">
      <span className="row grow">{title}</span>
      {pages > 0 && <Paging {...props} />}
      {pages > 0 && <Zooming {...props} />}
      {onOpen !== undefined && (
        <IconButton small label={t('original.open')} onClick={onOpen}>
          <ExternalLink size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      {onReveal !== undefined && (
        <IconButton small label={t('original.reveal')} onClick={onReveal}>
          <FolderOpen size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      {onClose !== undefined && (
        <IconButton small label={t('original.close')} command="original" onClick={onClose}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </header>
  );
}

function Paging({ page, pages, onPage }: OriginalToolbarProps) {
  const { t } = useTranslation();
  return (
    <span className="original-group" role="group" aria-label={t('original.paging')}>
      <IconButton small label={t('original.previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ChevronUp size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <span className="num xs t2 nb" aria-live="polite">
        {t('original.place', { page, pages })}
      </span>
      <IconButton small label={t('original.next')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </span>
  );
}

function Zooming({ zoom, onZoom }: OriginalToolbarProps) {
  const { t } = useTranslation();
  const at = ZOOMS.indexOf(zoom);
  const smaller = ZOOMS[at - 1];
  const larger = ZOOMS[at + 1];
  const percent = t('original.percent', { percent: Math.round(zoom * 100) });
  return (
    <span className="original-group" role="group" aria-label={t('original.zoom')}>
      <IconButton
        small
        label={t('original.smaller')}
        disabled={smaller === undefined}
        onClick={() => onZoom(smaller ?? zoom)}
      >
        <Minus size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <button
        type="button"
        className="original-fit num xs t2"
        title={t('original.fit')}
        aria-label={`${percent}: ${t('original.fit')}`}
        onClick={() => onZoom(1)}
      >
        {percent}
      </button>
      <IconButton
        small
        label={t('original.larger')}
        disabled={larger === undefined}
        onClick={() => onZoom(larger ?? zoom)}
      >
        <Plus size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </span>
  );
}
