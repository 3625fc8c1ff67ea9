import { useLayoutEffect, useMemo, useRef, useState, type ReactNode, type Ref } from 'react';
import { createPortal } from 'react-dom';
import { Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Annotation } from '#core/annotation';
import type { Article } from '#core/article';
import type { Suggestion } from '#core/suggestions';
import { capOf } from '../keymap';
import { KindGlyph } from '../ui/kinds';
import { usePainter } from '../ui/text/use-painter';
import type { ArticleRows } from './article-rows';
import { MachineReadLine } from './machine-read-line';
import { useSuggestedWords } from './suggestions/use-suggested-words';

interface ArticleBodyProps {
  article: Article;
  rows: ArticleRows;
  annotations: readonly Annotation[];
  suggestions: readonly Suggestion[];
  /** The annotation or the suggestion whose card is open. */
  chosenId: string | null;
  currentBlock: number;
  /** The block whose surroundings are put on the page first. */
  readAt: () => number;
  scroller: HTMLElement;
  mayEdit: boolean;
  /** The block in whose place `editor` stands. */
  editing: number | null;
  editor: ReactNode;
  /** The doubtful word that was stepped to, by its index. */
  doubt: number | null;
  onDoubt: (step: 1 | -1) => void;
}

/** An article's text with its marks. The rows of its blocks are not React's: `ArticleRows` builds them, the painter fills them. */
export function ArticleBody(props: ArticleBodyProps) {
  const { article, rows, annotations, chosenId, currentBlock, readAt, scroller, doubt, onDoubt } = props;
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const patterns = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => annotations.filter((a) => a.anchor !== 'orphan'), [annotations]);
  const suggested = useSuggestedWords(rows, props.suggestions, chosenId);
  const painter = usePainter({
    ...{ article, starts: rows.starts, annotations: placed, chosenId, doubt, scroller },
    textOf: rows.text,
    ...suggested,
  });
  const numberTitle = (['copyLink', ...(props.mayEdit ? (['editBlock'] as const) : [])] as const)
    .map((name) => `${t(`command.${name}`)} (${capOf(name) ?? ''})`)
    .join('\n');

  // In this order: a row that is built has all that its block is to show.
  useLayoutEffect(() => rows.setNumberTitle(numberTitle), [rows, numberTitle]);
  useLayoutEffect(() => rows.setCurrent(currentBlock), [rows, currentBlock]);
  useLayoutEffect(() => rows.setAnnotations(placed), [rows, placed]);
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const first = rows.mount(host.current, readAt(), {
      copyOf: (selector) => {
        const pattern = patterns.current?.querySelector<HTMLElement>(selector);
        return pattern == null ? null : document.importNode(pattern, true);
      },
      onText: (element, block, around) =>
        painter.add(element, rows.textAt(block), rows.startOf(block), around),
    });
    // Not a frame later, when the painter would see that they are near.
    for (const place of first) painter.show(place);
    return () => rows.unmount();
  }, [rows, painter, readAt]);
  const edited = useEditedRow(rows, props.editing);

  return (
    <div className={`article ${rows.long ? 'long' : ''}`} lang="vi">
      <header>
        <h2 data-aside="title">{article.title}</h2>
        {article.dek !== null && (
          <p className="dek" data-aside="dek">
            {article.dek}
          </p>
        )}
        {article.machineRead !== null && (
          <MachineReadLine machineRead={article.machineRead} onStep={onDoubt} />
        )}
      </header>
      <div className="rows" ref={host} />
      <Patterns patterns={patterns} />
      {edited !== null && props.editing !== null && createPortal(props.editor, edited)}
    </div>
  );
}

/** What rows are made of, drawn once and copied into each. */
function Patterns({ patterns }: { patterns: Ref<HTMLDivElement> }) {
  const { t } = useTranslation();
  return (
    <div ref={patterns} hidden>
      {KINDS.map((kind) => (
        <span key={kind} className={`k-${kind}`} title={t(`kind.${kind}`)}>
          <KindGlyph kind={kind} />
        </span>
      ))}
      <figure className="caption" aria-label={t('reader.caption')}>
        <Image size={14} strokeWidth={1.75} aria-hidden />
        <figcaption />
      </figure>
    </div>
  );
}

/** The row of the block that is being corrected. */
function useEditedRow(rows: ArticleRows, block: number | null): HTMLElement | null {
  const [edited, setEdited] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const row = block === null ? null : rows.row(block);
    const elements = row === null ? [] : [row, row.parentElement];
    for (const element of elements) element?.classList.add('editing');
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the row is not React's: it is there once it is built
    setEdited(row);
    return () => {
      for (const element of elements) element?.classList.remove('editing');
    };
  }, [rows, block]);
  return edited;
}
