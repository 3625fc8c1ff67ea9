import { FilePenLine, FileSearch, PanelRightOpen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { letterOf } from '../state/view';
import { IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { TypePopover } from './type-popover';

interface PaneHeadProps {
  index: number;
  active: boolean;
  article: Article | undefined;
  /** The original is shown beside the text. */
  original: boolean;
  onOriginal: () => void;
  onFacts: () => void;
  onBeside: (() => void) | null;
  onClose: () => void;
}

/** Whose text this is, and what can be done with it. */
export function PaneHead(props: PaneHeadProps) {
  const { index, active, article, original, onOriginal, onFacts, onBeside, onClose } = props;
  const { t } = useTranslation();
  return (
    <header className="pane-head">
      <span className={`pane-letter ${active ? 'on' : ''}`} aria-hidden>
        {letterOf(index)}
      </span>
      {article !== undefined && (
        <span className="row xs t2 grow" title={article.title}>
          <b className="med clip" style={{ color: 'var(--ink)' }}>
            {article.source ?? t('shelf.noSource')}
          </b>
          {article.publishedOn !== null && <span className="num nb">{dayText(article.publishedOn)}</span>}
          <span className="hide-narrow nb">{t('reader.blocks', { count: article.blocks.length })}</span>
        </span>
      )}
      <span className="end" />
      {article !== undefined && (
        <>
          <TypePopover />
          <IconButton
            small
            label={t('original.show')}
            command="original"
            aria-pressed={original}
            onClick={onOriginal}
          >
            <FileSearch size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton small label={t('reader.facts')} command="facts" onClick={onFacts}>
            <FilePenLine size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </>
      )}
      {onBeside !== null && (
        <IconButton small label={t('reader.beside')} command="addPane" onClick={onBeside}>
          <PanelRightOpen size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      <IconButton small label={t('reader.close')} command="closePane" onClick={onClose}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </header>
  );
}
