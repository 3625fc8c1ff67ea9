import { useEffect } from 'react';
import { Link2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { EvidenceCandidate } from '#core/evidence';
import type { AnnotationLink } from '#core/link';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { loadEnds, removeLink, showAnnotation, useLinking } from '../state/linking';
import { showDirective } from '../state/register-choice';
import { attempt } from '../state/status';
import { attachEvidence, evidenceFor, openCandidate, useTaskEvidence } from '../state/task-evidence';
import { Button, IconButton } from '../ui/controls';
import { isDirectiveId } from '../ui/directive-name';
import { useDocumentName } from './document-names';
import { Quoted } from './quoted';
import { PlaceWords } from './task-words';

/** The evidence that a person has linked to a task, with the passage; one whose article is gone is not. */
export function useEvidence(taskId: string): { link: AnnotationLink; passage: Annotation }[] {
  const links = useLibrary((state) => state.links);
  const articles = useLibrary((state) => state.articles);
  const ends = useLinking((state) => state.ends);
  const own = evidenceFor(links, taskId);
  const question = own.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (question !== '') void attempt(() => loadEnds(own.map(({ from }) => from)));
    // `question` says which links there are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question]);
  return own.flatMap((link) => {
    const passage = ends.get(link.from.annotationId);
    return passage && articles.get(passage.articleId)?.removedAt === null ? [{ link, passage }] : [];
  });
}

/** From the task to the document that it rests on and to the later passages that tell what became of it. */
export function EvidenceChain({ row }: { row: TaskRow }) {
  const { t } = useTranslation();
  const linked = useEvidence(row.annotation.id);
  return (
    <section className="evidence" aria-label={t('tasks.evidence.chain')}>
      <h2 className="h">{t('tasks.evidence.chain')}</h2>
      <ol className="chain">
        <li>
          <h3>{t('tasks.evidence.basis')}</h3>
          <Basis basis={row.facts.basis} />
        </li>
        <li>
          <h3>
            {t('tasks.evidence.linked')}{' '}
            {linked.length > 0 && <span className="cnt num">{linked.length}</span>}
          </h3>
          {linked.length === 0 && <p className="xs t3">{t('tasks.evidence.none')}</p>}
          {linked.map(({ link, passage }) => (
            <LinkedPassage key={link.id} link={link} passage={passage} />
          ))}
        </li>
        <li className="maybe">
          <Candidates row={row} linked={linked.map(({ passage }) => passage)} />
        </li>
      </ol>
    </section>
  );
}

function Basis({ basis }: { basis: readonly string[] }) {
  const { t } = useTranslation();
  const nameOf = useDocumentName();
  if (basis.length === 0) return <p className="xs t3">{t('tasks.evidence.noBasis')}</p>;
  return (
    <ul className="xs">
      {basis.map((id) => (
        <li key={id}>
          {isDirectiveId(id) ? (
            <button
              type="button"
              className="link document"
              title={t('suggest.openRegister')}
              onClick={() => showDirective(id)}
            >
              {nameOf(id)}
            </button>
          ) : (
            id
          )}
        </li>
      ))}
    </ul>
  );
}

function LinkedPassage({ link, passage }: { link: AnnotationLink; passage: Annotation }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="passage-card linked">
      <SourceLine articleId={passage.articleId} />
      <button type="button" className="words" onClick={() => void attempt(() => showAnnotation(passage))}>
        <Quoted text={passage.target.quote.exact} />
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

function SourceLine({ articleId, block }: { articleId: string; block?: number }) {
  const article = useLibrary(({ articles }) => articles.get(articleId));
  return (
    <p className="of xxs t3">
      <span className="clip" title={article?.title} lang="vi">
        {article?.title}
      </span>
      {block !== undefined && (
        <span className="num nb">
          <PlaceWords articleId={articleId} block={block} />
        </span>
      )}
    </p>
  );
}

/** Whether a person has said already that this passage is evidence. */
export const isLinked = (candidate: EvidenceCandidate, linked: readonly Annotation[]): boolean =>
  linked.some(
    ({ articleId, target: { quote } }) =>
      articleId === candidate.articleId &&
      (candidate.text.includes(quote.exact) || quote.exact.includes(candidate.text)),
  );

function Candidates({ row, linked }: { row: TaskRow; linked: readonly Annotation[] }) {
  const { t } = useTranslation();
  const answer = useTaskEvidence([row.annotation], false).get(row.annotation.id);
  const open = answer?.candidates.filter((candidate) => !isLinked(candidate, linked));
  return (
    <>
      <h3>{t('tasks.evidence.maybe')}</h3>
      {open === undefined && <p className="xs t3">{t('tasks.evidence.searching')}</p>}
      {open?.length === 0 && <p className="xs t3">{t('tasks.evidence.nothing')}</p>}
      {open !== undefined && open.length > 0 && <p className="xxs t3">{t('tasks.evidence.maybeLead')}</p>}
      {open?.map((candidate) => (
        <CandidatePassage
          key={`${candidate.articleId} ${candidate.block} ${candidate.start}`}
          candidate={candidate}
          task={row.annotation}
          action={t('tasks.evidence.attach')}
        />
      ))}
    </>
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
