import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { EvidenceCandidate } from '#core/evidence';
import type { AnnotationLink } from '#core/link';
import type { TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { loadEnds, useLinking } from '../state/linking';
import { showDirective } from '../state/register-choice';
import { attempt } from '../state/status';
import { evidenceFor, useTaskEvidence } from '../state/task-evidence';
import { isDirectiveId } from '../ui/directive-name';
import { useDocumentName } from './document-names';
import { CandidatePassage, LinkedPassage } from './passage-card';

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
