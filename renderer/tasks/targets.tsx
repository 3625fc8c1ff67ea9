import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { countsOne } from '#core/evidence';
import { figuresOf } from '#core/figures';
import type { FoundFigure } from '#core/recognise/found';
import { contentOf, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { removeLink, showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { useTaskEvidence, type TaskEvidence } from '../state/task-evidence';
import { setTasks } from '../state/tasks';
import { IconButton } from '../ui/controls';
import { CandidatePassage, isLinked, useEvidence } from './evidence-chain';
import { Quoted } from './quoted';
import { openTask } from './task-row';
import { PlaceWords } from './task-words';
import './targets.css';

/** The figures that targets promise, and beside them those that later articles report. A person says which belong together. */
export function Targets({ rows: targets }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const found = useTaskEvidence(
    targets.map(({ annotation }) => annotation),
    true,
  );
  return (
    <section className="targets" data-part aria-label={t('tasks.targets.title')}>
      <header>
        <h2>{t('tasks.targets.promised')}</h2>
        <h2>{t('tasks.targets.reported')}</h2>
      </header>
      {targets.map((row) => (
        <TargetLine key={row.annotation.id} row={row} evidence={found.get(row.annotation.id)} />
      ))}
    </section>
  );
}

function TargetLine({ row, evidence }: { row: TaskRow; evidence: TaskEvidence | undefined }) {
  const { annotation } = row;
  const title = useLibrary(({ articles }) => articles.get(annotation.articleId)?.title ?? '');
  const { exact } = annotation.target.quote;
  const figures = figuresOf(exact);
  return (
    <article className="target-line" aria-label={contentOf(row)}>
      <div className="promised">
        <Figures figures={figures} />
        <button
          type="button"
          className="words"
          onClick={() => {
            setTasks({ chosen: annotation.id });
            openTask(row);
          }}
        >
          <Quoted text={exact} figures={figures} />
        </button>
        <p className="of xxs t3">
          <span className="clip" title={title} lang="vi">
            {title}
          </span>
          <span className="num nb">
            <PlaceWords
              articleId={annotation.articleId}
              block={row.block}
              lost={annotation.anchor === 'orphan'}
            />
          </span>
        </p>
      </div>
      <Reported row={row} evidence={evidence} units={figures.flatMap(({ unit }) => unit ?? [])} />
    </article>
  );
}

interface ReportedProps {
  row: TaskRow;
  evidence: TaskEvidence | undefined;
  /** What the target counts. */
  units: readonly string[];
}

function Reported({ row, evidence, units }: ReportedProps) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const linked = useEvidence(row.annotation.id);
  const open = evidence?.candidates.filter(
    (candidate) =>
      !isLinked(
        candidate,
        linked.map(({ passage }) => passage),
      ),
  );
  return (
    <div className="reported">
      {linked.map(({ link, passage }) => {
        const { exact } = passage.target.quote;
        const figures = figuresOf(exact).filter((figure) => countsOne(figure, units));
        return (
          <div key={link.id} className="passage-card linked">
            <Figures figures={figures} />
            <span className="xxs confirmed">{t('tasks.targets.confirmed')}</span>
            <button
              type="button"
              className="words"
              onClick={() => void attempt(() => showAnnotation(passage))}
            >
              <Quoted text={exact} figures={figures} />
            </button>
            {!readOnly && (
              <IconButton small label={t('tasks.evidence.remove')} onClick={() => void removeLink(link)}>
                <X size={12} strokeWidth={2} aria-hidden />
              </IconButton>
            )}
          </div>
        );
      })}
      {open === undefined && <p className="xs t3">{t('tasks.evidence.searching')}</p>}
      {open?.length === 0 && linked.length === 0 && <p className="xs t3">{t('tasks.targets.none')}</p>}
      {open?.map((candidate) => (
        <div key={`${candidate.articleId} ${candidate.block} ${candidate.start}`} className="maybe">
          <Figures figures={candidate.figures} />
          <span className="xxs inferred">{t('tasks.targets.suggested')}</span>
          <CandidatePassage candidate={candidate} task={row.annotation} action={t('tasks.targets.confirm')} />
        </div>
      ))}
    </div>
  );
}

/** The figures of a passage with what they count, large. */
function Figures({ figures }: { figures: readonly FoundFigure[] }) {
  const { t } = useTranslation();
  if (figures.length === 0) return <p className="figures xs t3">{t('tasks.targets.noFigure')}</p>;
  return (
    <p className="figures num" lang="vi">
      {figures.map(({ text }) => text).join(' · ')}
    </p>
  );
}
