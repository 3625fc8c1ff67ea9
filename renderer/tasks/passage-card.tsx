import type { ReactNode } from 'react';
import { Link2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { EvidenceCandidate } from '#core/evidence';
import type { AnnotationLink } from '#core/link';
import type { Span } from '#core/span';
import { useLibrary } from '../state/library';
import { removeLink, showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { attachEvidence, openCandidate } from '../state/task-evidence';
import { Button, IconButton } from '../ui/controls';
import { Quoted } from './quoted';
import { PlaceWords } from './task-words';

interface SourceLineProps {
  articleId: string;
  /** Index of the paragraph; without it only the day is told. */
  block?: number;
  lost?: boolean;
}

/** The article that a passage stands in, its day and the paragraph. */
export function SourceLine({ articleId, block, lost }: SourceLineProps) {
  const title = useLibrary(({ articles }) => articles.get(articleId)?.title ?? '');
  return (
    <p className="of xxs t3">
      <span className="clip" title={title} lang="vi">
        {title}
      </span>
      <span className="num nb">
        <PlaceWords articleId={articleId} block={block} lost={lost} />
      </span>
    </p>
  );
}

interface LinkedPassageProps {
  link: AnnotationLink;
  passage: Annotation;
  /** Figures that are pointed out; offsets into the passage's words. */
  figures?: readonly Span[];
  /** What is said of it first. */
  children?: ReactNode;
}

/** A passage that a person has said is evidence: a click opens it at its place. */
export function LinkedPassage({ link, passage, figures = [], children }: LinkedPassageProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="passage-card linked">
      {children}
      <SourceLine articleId={passage.articleId} lost={passage.anchor === 'orphan'} />
      <button type="button" className="words" onClick={() => void attempt(() => showAnnotation(passage))}>
        <Quoted text={passage.target.quote.exact} figures={figures} />
        <span className="sr-only">{t('tasks.evidence.open')}</span>
      </button>
      {!readOnly && (
        <IconButton small label={t('tasks.evidence.remove')} onClick={() => void removeLink(link)}>
          <X size={12} strokeWidth={2} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

interface CandidateProps {
  candidate: EvidenceCandidate;
  task: Annotation;
  /** What linking it is called here. */
  action: string;
}

/** A passage that may be evidence; a click opens it at its place, the button links it. */
export function CandidatePassage({ candidate, task, action }: CandidateProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const { articleId, block, text, shared, figures, cites } = candidate;
  return (
    <div className="passage-card">
      <SourceLine articleId={articleId} block={block} />
      <button type="button" className="words" onClick={() => void attempt(() => openCandidate(candidate))}>
        <Quoted text={text} strong={shared} figures={figures} />
        <span className="sr-only">{t('tasks.evidence.open')}</span>
      </button>
      <p className="act">
        {cites && <span className="xxs cites">{t('tasks.evidence.cites')}</span>}
        {!readOnly && (
          <Button
            onClick={() =>
              void attempt(() =>
                attachEvidence(candidate, { articleId: task.articleId, annotationId: task.id }),
              )
            }
          >
            <Link2 size={13} strokeWidth={1.9} aria-hidden /> {action}
          </Button>
        )}
      </p>
    </div>
  );
}
