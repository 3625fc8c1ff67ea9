import { useEffect, useMemo, type KeyboardEvent } from 'react';
import { Quote, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import { candidatesFor, type Candidate } from '#core/candidates';
import { diffWords } from '#core/word-diff';
import { removeAnnotation } from '../state/changes';
import { attach, attachToSelection } from '../state/lost';
import type { PaneHandle } from '../state/panes';
import { copyAnnotation } from '../state/quoting';
import { attempt } from '../state/status';
import { setView, useView } from '../state/view';
import { Button, CommandKey, IconButton, Kbd } from '../ui/controls';
import { DiffParts } from '../ui/diff-parts';
import { KindLabel } from '../ui/kinds';
import { NoteText } from '../ui/markdown/note-text';
import { spotlight } from '../ui/text/spotlight';

/** Characters of a candidate's paragraph that are shown on each side of it. */
const AROUND = 48;

interface LostCardProps {
  annotation: Annotation;
  article: Article;
  handle: PaneHandle;
  /** Whether a place is being looked for. */
  open: boolean;
  readOnly: boolean;
  onOpen: () => void;
}

/** A note that lost its place: what it was at, what was written, since when, and where it may belong now. */
export function LostCard({ annotation, article, handle, open, readOnly, onOpen }: LostCardProps) {
  const { t } = useTranslation();
  const { target, kind, note, tags } = annotation;
  const words = target.quote.exact;
  return (
    <article
      className={`note orphan k-${kind} ${open ? 'chosen' : ''}`}
      aria-label={t('marking.lost.note', { words: words.slice(0, 80) })}
    >
      <button type="button" className="lost-head" aria-expanded={open} onClick={onOpen}>
        <KindLabel kind={kind} />
        <span className="end t3 xxs num">
          {t('marking.lost.since', { number: Math.min(annotation.revision + 1, article.revision) })}
        </span>
        <span className={`quote ${open ? '' : 'c2'}`}>{words}</span>
      </button>
      {tags.length > 0 && (
        <div className="tags">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </div>
      )}
      {note !== '' && (
        <div className={`written ${open ? '' : 'short'}`}>
          <NoteText note={note} />
        </div>
      )}
      {open && <Candidates annotation={annotation} article={article} handle={handle} readOnly={readOnly} />}
      {open && !readOnly && <ByHand annotation={annotation} />}
      {open && (
        <div className="lost-foot">
          <button
            type="button"
            className="link xs"
            onClick={() => setView({ dialog: { is: 'versions', articleId: article.id } })}
          >
            {t('marking.lost.versions')}
          </button>
          <span className="end" />
          <IconButton small label={t('marking.quote.copy')} onClick={() => void copyAnnotation(annotation)}>
            <Quote size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          {!readOnly && (
            <IconButton
              small
              label={t('notes.remove')}
              onClick={() => void attempt(() => removeAnnotation(annotation))}
            >
              <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            </IconButton>
          )}
        </div>
      )}
    </article>
  );
}

interface CandidatesProps {
  annotation: Annotation;
  article: Article;
  handle: PaneHandle;
  readOnly: boolean;
}

/** The places that the note may belong to. Going over them shows each in the text. */
function Candidates({ annotation, article, handle, readOnly }: CandidatesProps) {
  const { t } = useTranslation();
  const text = useMemo(() => textOf(article), [article]);
  const candidates = useMemo(() => candidatesFor(text, annotation.target), [text, annotation.target]);
  useEffect(() => () => spotlight('peek', []), []);
  if (candidates.length === 0) return <p className="xs t3">{t('marking.lost.noCandidates')}</p>;
  const show = ({ span }: Candidate) => {
    spotlight('peek', [{ root: handle.scroller, spans: [span] }]);
    handle.reveal(span.start);
  };
  return (
    <>
      <h3 className="h">{t('marking.lost.candidates')}</h3>
      <ol className="candidates">
        {candidates.map((candidate) => (
          <li key={candidate.span.start}>
            <CandidateRow
              candidate={candidate}
              words={annotation.target.quote.exact}
              text={text}
              number={blockAt(blockStarts(article.blocks), candidate.span.start) + 1}
              readOnly={readOnly}
              onShow={() => show(candidate)}
              onAttach={() => void attach(annotation, candidate.span)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface CandidateRowProps {
  candidate: Candidate;
  /** The words that were lost. */
  words: string;
  text: string;
  /** Of its paragraph, from 1. */
  number: number;
  readOnly: boolean;
  onShow: () => void;
  onAttach: () => void;
}

function CandidateRow({ candidate, words, text, number, readOnly, onShow, onAttach }: CandidateRowProps) {
  const { t } = useTranslation();
  const { start, end } = candidate.span;
  const percent = Math.round(candidate.score * 100);
  const [before = ''] = text
    .slice(Math.max(0, start - AROUND), start)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(end, end + AROUND).split('\n');
  return (
    <button
      type="button"
      className="candidate"
      onFocus={onShow}
      onPointerEnter={onShow}
      onClick={readOnly ? onShow : onAttach}
      onKeyDown={stepRows}
    >
      <span className="row xxs">
        <span className="num">{t('notes.block', { number })}</span>
        <span className="end num likeness">{t('marking.lost.likeness', { percent })}</span>
      </span>
      <span className="passage">
        {before !== '' && <span className="t3">…{before}</span>}
        <DiffParts parts={diffWords(words, text.slice(start, end))} />
        {after !== '' && <span className="t3">{after}…</span>}
      </span>
      {!readOnly && (
        <span className="attach xs">
          {t('marking.lost.attachHere')} <Kbd>Enter</Kbd>
        </span>
      )}
    </button>
  );
}

/** The arrow keys go from one candidate to the next. */
function stepRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const rows = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLElement>('.candidate') ?? [])];
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
}

/** Any words of the article may be the place. */
function ByHand({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation();
  const selected = useView((state) => state.selection?.articleId === annotation.articleId);
  return (
    <div className="by-hand">
      <p className="xs t3">{t('marking.lost.manual')}</p>
      <Button
        look="line"
        disabled={!selected}
        // The selection stays as it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void attachToSelection()}
      >
        {t('marking.lost.attachToSelection')} <CommandKey command="attachLost" />
      </Button>
    </div>
  );
}
