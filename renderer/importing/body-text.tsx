import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Image, RotateCcw, Scissors } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleDraft, Block, DoubtfulWord, RemovedLine } from '#core/article';
import type { BodyEdit } from '#core/review';

/** What is shown of a draft or of an article. */
export type ShownText = Pick<
  ArticleDraft,
  'title' | 'dek' | 'blocks' | 'captions' | 'removed' | 'machineRead'
>;

interface BodyTextProps {
  text: ShownText;
  /** Null = it cannot be changed here. */
  onEdit: ((edit: BodyEdit) => void) | null;
}

/** Lines like these stand above the title of a page. */
const ABOVE_TITLE = new Set<RemovedLine['reason']>(['breadcrumb', 'url-line', 'running-head']);

const isAbove = ({ before, reason }: RemovedLine): boolean => before === 0 && ABOVE_TITLE.has(reason);

/** The text as it is stored, with the lines that were taken out in their places. */
export function BodyText({ text, onEdit }: BodyTextProps) {
  const { dek, blocks, removed, captions } = text;
  const { root, stop, setStop, pressed } = useOneTabStop();
  const numbered = removed.map((line, index) => ({ line, index }));
  const doubtful = useMemo(() => byBlock(text.machineRead?.doubtful ?? []), [text.machineRead]);
  const lines = (wanted: (line: RemovedLine) => boolean) =>
    numbered
      .filter(({ line }) => wanted(line))
      .map(({ line, index }) => (
        <Removed
          key={`r${index}`}
          line={line}
          index={index}
          isStop={stop === `restore ${index}`}
          onRestore={onEdit === null ? null : () => onEdit({ do: 'restore', index })}
        />
      ));
  const between = (before: number) => (
    <>
      {lines((line) => line.before === before && !isAbove(line))}
      {captions
        .filter((caption) => caption.before === before)
        .map((caption, i) => (
          <CaptionLine key={i} text={caption.text} credit={caption.credit} />
        ))}
    </>
  );
  return (
    <div
      className="review-text"
      lang="vi"
      ref={root}
      role="presentation"
      onFocus={({ target }) => setStop((target as HTMLElement).dataset['act'] ?? stop)}
      onKeyDown={pressed}
    >
      {lines(isAbove)}
      <h2>{text.title}</h2>
      {dek !== null && <p className="dek">{dek}</p>}
      {blocks.map((block, index) => (
        <div key={index} className="review-piece">
          {between(index)}
          <Paragraph
            block={block}
            index={index}
            doubtful={doubtful.get(index)}
            isOnly={blocks.length === 1}
            isStop={stop === `setAside ${index}`}
            onSetAside={onEdit === null ? null : () => onEdit({ do: 'setAside', index })}
          />
        </div>
      ))}
      {between(blocks.length)}
    </div>
  );
}

function byBlock(words: readonly DoubtfulWord[]): ReadonlyMap<number, DoubtfulWord[]> {
  const blocks = new Map<number, DoubtfulWord[]>();
  for (const word of words) blocks.set(word.block, [...(blocks.get(word.block) ?? []), word]);
  return blocks;
}

/** Tab comes once to the buttons of a text, arrows go from one to the next: a book has hundreds. */
function useOneTabStop() {
  const root = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState('restore 0');
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('[data-act]:not(:disabled)') ?? [])];
    const at = buttons.findIndex((button) => button === event.target);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
    next.closest('.review-removed, .review-block')?.scrollIntoView({ block: 'nearest' });
  };
  return { root, stop, setStop, pressed };
}

interface RemovedProps {
  line: RemovedLine;
  index: number;
  isStop: boolean;
  onRestore: (() => void) | null;
}

function Removed({ line, index, isStop, onRestore }: RemovedProps) {
  const { t } = useTranslation();
  return (
    <div className="review-removed" data-removed={index} role="note" aria-label={t('review.removedLine')}>
      <s className="clip" title={line.text}>
        {line.text}
      </s>
      <span className="why">{t(`review.why.${line.reason}`)}</span>
      {onRestore !== null && (
        <button
          type="button"
          className="btn line"
          data-act={`restore ${index}`}
          tabIndex={isStop || index === 0 ? 0 : -1}
          aria-label={t('review.restoreLine', { text: line.text.slice(0, 80) })}
          onClick={onRestore}
        >
          <RotateCcw size={12} strokeWidth={2} aria-hidden /> {t('review.restore')}
        </button>
      )}
    </div>
  );
}

/** A list item that brings its own marker: `- `, `1. `, `a) `, `•`. */
const OWN_MARKER = /^(?:[-–—+•*▪]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

interface ParagraphProps {
  block: Block;
  index: number;
  doubtful: readonly DoubtfulWord[] | undefined;
  isOnly: boolean;
  isStop: boolean;
  onSetAside: (() => void) | null;
}

function Paragraph({ block, index, doubtful, isOnly, isStop, onSetAside }: ParagraphProps) {
  const { t } = useTranslation();
  const Text = block.kind === 'heading' ? 'h3' : block.kind === 'quote' ? 'blockquote' : 'p';
  const dash = block.kind === 'list-item' && !OWN_MARKER.test(block.text);
  return (
    <div className={`review-block ${block.kind} ${dash ? 'dash' : ''}`} data-block={index}>
      <span className="number" aria-hidden>
        {index + 1}
      </span>
      <Text>{doubtful === undefined ? block.text : <Doubtful text={block.text} words={doubtful} />}</Text>
      {onSetAside !== null && (
        <button
          type="button"
          className="btn line aside"
          data-act={`setAside ${index}`}
          tabIndex={isStop ? 0 : -1}
          disabled={isOnly}
          title={isOnly ? t('review.onlyBlock') : t('review.setAside')}
          aria-label={t('review.setAsideBlock', { number: index + 1 })}
          onClick={onSetAside}
        >
          <Scissors size={12} strokeWidth={2} aria-hidden /> <span>{t('review.setAside')}</span>
        </button>
      )}
    </div>
  );
}

/** A text in which the words that a machine was not sure of stand out. */
function Doubtful({ text, words }: { text: string; words: readonly DoubtfulWord[] }) {
  const { t } = useTranslation();
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, confidence } of words) {
    if (start < at) continue;
    parts.push(
      text.slice(at, start),
      <span
        key={start}
        className="doubtful"
        title={t('review.doubtful', { confidence: Math.round(confidence) })}
      >
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}

function CaptionLine({ text, credit }: { text: string; credit: string | null }) {
  const { t } = useTranslation();
  return (
    <figure className="review-caption" aria-label={t('reader.caption')}>
      <Image size={14} strokeWidth={1.75} aria-hidden />
      <figcaption>
        {text} {credit !== null && <span className="t3">{t('reader.credit', { credit })}</span>}
      </figcaption>
    </figure>
  );
}
