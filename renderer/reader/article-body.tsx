import { memo, useMemo, useRef, type ReactNode } from 'react';
import { Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Annotation, type AnnotationKind } from '#core/annotation';
import { blockAt, blockStarts, type Article, type Block, type Caption } from '#core/article';
import { capOf } from '../keymap';
import { KindGlyph } from '../ui/kinds';
import { MachineReadLine } from './machine-read-line';
import { usePainter } from '../ui/text/use-painter';

interface ArticleBodyProps {
  article: Article;
  annotations: readonly Annotation[];
  chosenId: string | null;
  currentBlock: number;
  scroller: HTMLElement;
  mayEdit: boolean;
  /** The block in whose place `editor` stands. */
  editing: number | null;
  editor: ReactNode;
  /** The doubtful word that was stepped to, by its index. */
  doubt: number | null;
  onDoubt: (step: 1 | -1) => void;
}

/** An article's text with its marks. The text elements belong to the painter and are never rendered again by React. */
export function ArticleBody(props: ArticleBodyProps) {
  const { article, annotations, chosenId, currentBlock, scroller, doubt, onDoubt } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => blockStarts(article.blocks), [article.blocks]);
  const placed = useMemo(() => annotations.filter((a) => a.anchor !== 'orphan'), [annotations]);
  const glyphs = useMemo(() => kindsByBlock(placed, starts), [placed, starts]);
  usePainter(root, { article, starts, annotations: placed, chosenId, doubt, scroller });
  const editKey = capOf('editBlock');
  const editWords = props.mayEdit ? `${t('command.editBlock')} (${editKey ?? ''})` : null;

  return (
    <div className="article" lang="vi" ref={root}>
      <header>
        <h2>{article.title}</h2>
        {article.dek !== null && <p className="dek">{article.dek}</p>}
        {article.machineRead !== null && (
          <MachineReadLine machineRead={article.machineRead} onStep={onDoubt} />
        )}
      </header>
      {article.blocks.map((block, i) => (
        <BlockRow
          key={i}
          block={block}
          index={i}
          start={starts[i] ?? 0}
          current={i === currentBlock}
          kinds={glyphs[i] ?? ''}
          editWords={editWords}
          editor={i === props.editing ? props.editor : null}
          captions={<Captions captions={article.captions} before={i} />}
        />
      ))}
      <Captions captions={article.captions} before={article.blocks.length} />
    </div>
  );
}

/** The kinds that begin in each block, as words parted by spaces (a value that compares by itself). */
function kindsByBlock(annotations: readonly Annotation[], starts: readonly number[]): string[] {
  const kinds = starts.map(() => new Set<AnnotationKind>());
  for (const { target, kind } of annotations) kinds[blockAt(starts, target.start)]?.add(kind);
  return kinds.map((set) => KINDS.filter((kind) => set.has(kind)).join(' '));
}

/** A list item that brings its own marker: `- `, `1. `, `a) `, `•`. */
const OWN_MARKER = /^(?:[-–—+•*▪]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

interface BlockRowProps {
  block: Block;
  index: number;
  start: number;
  current: boolean;
  kinds: string;
  /** What a click on the number does; null where the text cannot be changed. */
  editWords: string | null;
  /** Stands in the place of the text while that is being corrected. */
  editor: ReactNode;
  captions: ReactNode;
}

const BlockRow = memo(
  function BlockRow({ block, index, start, current, kinds, editWords, editor, captions }: BlockRowProps) {
    const { t } = useTranslation();
    const Text = block.kind === 'heading' ? 'h3' : block.kind === 'quote' ? 'blockquote' : 'p';
    return (
      <>
        {captions}
        <div
          className={`block ${block.kind} ${OWN_MARKER.test(block.text) ? 'numbered' : ''} ${current ? 'current' : ''} ${editor === null ? '' : 'editing'}`}
          data-block={index}
        >
          <span
            className={`number ${editWords === null ? '' : 'editable'}`}
            title={editWords ?? undefined}
            aria-hidden
          >
            {index + 1}
          </span>
          {kinds !== '' && (
            <span className="glyphs">
              {(kinds.split(' ') as AnnotationKind[]).map((kind) => (
                <span key={kind} className={`k-${kind}`} title={t(`kind.${kind}`)}>
                  <KindGlyph kind={kind} />
                </span>
              ))}
            </span>
          )}
          <Text data-start={start} />
          {editor}
        </div>
      </>
    );
  },
  (before, after) =>
    before.block === after.block &&
    before.start === after.start &&
    before.current === after.current &&
    before.kinds === after.kinds &&
    before.editWords === after.editWords &&
    before.editor === after.editor,
);

function Captions({ captions, before }: { captions: readonly Caption[]; before: number }) {
  const { t } = useTranslation();
  return captions
    .filter((caption) => caption.before === before)
    .map((caption, i) => (
      <figure key={i} className="caption" aria-label={t('reader.caption')}>
        <Image size={14} strokeWidth={1.75} aria-hidden />
        <figcaption>
          {caption.text}{' '}
          {caption.credit !== null && (
            <span className="credit">{t('reader.credit', { credit: caption.credit })}</span>
          )}
        </figcaption>
      </figure>
    ));
}
