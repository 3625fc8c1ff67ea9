import { memo, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Annotation, type AnnotationKind } from '#core/annotation';
import { blockAt, blockStarts, type Article, type Block, type Caption } from '#core/article';
import { KindGlyph } from '../ui/kinds';
import { Painter, type MarkSpan } from './paint';

interface ArticleBodyProps {
  article: Article;
  annotations: readonly Annotation[];
  chosenId: string | null;
  currentBlock: number;
  scroller: HTMLElement;
}

/** An article's text with its marks. The text elements belong to the painter and are never rendered again by React. */
export function ArticleBody({ article, annotations, chosenId, currentBlock, scroller }: ArticleBodyProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => blockStarts(article.blocks), [article.blocks]);
  const placed = useMemo(() => annotations.filter((a) => a.anchor !== 'orphan'), [annotations]);
  const glyphs = useMemo(() => kindsByBlock(placed, starts), [placed, starts]);
  const painter = useMemo(() => new Painter(scroller), [scroller]);

  useLayoutEffect(() => {
    const elements = root.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
    elements.forEach((element, i) => {
      const block = article.blocks[i];
      if (block !== undefined) painter.add(element, block.text, starts[i] ?? 0);
    });
    return () => painter.clear();
  }, [painter, article.blocks, starts]);

  useEffect(() => {
    const spans = placed.map((annotation): MarkSpan => ({
      id: annotation.id,
      start: annotation.target.start,
      end: annotation.target.end,
      kind: annotation.kind,
      colour: annotation.colour,
      // Words are looked up only for marks that are drawn: an article may have thousands.
      get label() {
        const text = annotation.target.quote.exact.slice(0, 120);
        return t('reader.marked', { kind: t(`kind.${annotation.kind}`), text });
      },
    }));
    painter.setSpans(spans);
  }, [painter, placed, t, article.blocks]);

  useEffect(() => painter.choose(chosenId), [painter, chosenId, placed]);

  return (
    <div className="article" lang="vi" ref={root}>
      <header>
        <h2>{article.title}</h2>
        {article.dek !== null && <p className="dek">{article.dek}</p>}
      </header>
      {article.blocks.map((block, i) => (
        <BlockRow
          key={i}
          block={block}
          index={i}
          start={starts[i] ?? 0}
          current={i === currentBlock}
          kinds={glyphs[i] ?? ''}
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
  captions: ReactNode;
}

const BlockRow = memo(
  function BlockRow({ block, index, start, current, kinds, captions }: BlockRowProps) {
    const { t } = useTranslation();
    const Text = block.kind === 'heading' ? 'h3' : block.kind === 'quote' ? 'blockquote' : 'p';
    return (
      <>
        {captions}
        <div
          className={`block ${block.kind} ${OWN_MARKER.test(block.text) ? 'numbered' : ''} ${current ? 'current' : ''}`}
          data-block={index}
        >
          <span className="number" aria-hidden>
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
        </div>
      </>
    );
  },
  (before, after) =>
    before.block === after.block &&
    before.start === after.start &&
    before.current === after.current &&
    before.kinds === after.kinds,
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
