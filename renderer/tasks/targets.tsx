import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countsOne } from '#core/evidence';
import { figuresOf } from '#core/figures';
import type { FoundFigure } from '#core/recognise/found';
import { contentOf, type TaskRow } from '#core/task-list';
import { useTaskEvidence, type TaskEvidence } from '../state/task-evidence';
import { setTasks } from '../state/tasks';
import { useTakeFocus } from '../ui/take-focus';
import { isLinked, useEvidence } from './evidence-chain';
import { CandidatePassage, LinkedPassage, SourceLine } from './passage-card';
import { Quoted } from './quoted';
import { openTask } from './task-row';
import './targets.css';

/** The figures that targets promise, and beside them those that later articles report. A person says which belong together. */
export function Targets({ rows: targets }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  useTakeFocus(list, '.promised > .words');
  const found = useTaskEvidence(
    targets.map(({ annotation }) => annotation),
    true,
  );
  return (
    // The keys are its buttons', which are what the keyboard is on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={list}
      className="targets"
      data-part
      aria-label={t('tasks.targets.title')}
      onKeyDown={walkTargets}
    >
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

/** Arrows go from target to target; what is reported of one is reached by Tab. */
function walkTargets(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof Element)) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.target-line')];
  const at = lines.findIndex((line) => line.contains(target));
  const next = lines[at + step]?.querySelector<HTMLElement>('.promised > .words');
  if (next == null) return;
  event.preventDefault();
  next.focus();
}

function TargetLine({ row, evidence }: { row: TaskRow; evidence: TaskEvidence | undefined }) {
  const { annotation } = row;
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
        <SourceLine
          articleId={annotation.articleId}
          block={row.block}
          lost={annotation.anchor === 'orphan'}
        />
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
          <LinkedPassage key={link.id} link={link} passage={passage} figures={figures}>
            <Figures figures={figures} />
            <span className="xxs confirmed">{t('tasks.targets.confirmed')}</span>
          </LinkedPassage>
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
