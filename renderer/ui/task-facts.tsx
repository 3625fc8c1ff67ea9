import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Building2, CalendarClock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { localDay } from '#core/day';
import type { DirectiveEntry } from '#core/directive';
import { hasOnlyName } from '#core/document-choice';
import { isInferred, NO_FACTS, withProgress, type Deadline, type TaskFacts } from '#core/task';
import { typedDeadline } from '#core/typed-deadline';
import type { Passage } from '../state/documents';
import { useLibrary } from '../state/library';
import { showDirective } from '../state/register-choice';
import { directiveName, isDirectiveId } from './directive-name';
import { DocumentPicker } from './document-picker';
import { isComposing } from './fields';
import { dayText, parseDay } from './format';
import { ProgressSelect } from './progress-select';
import './task-facts.css';

interface TaskFactsProps {
  facts: TaskFacts;
  /** Also what comes after a task is given: product and progress. */
  all?: boolean;
  /** How the article cites a document whose id does not hold its whole name. */
  wordsOf?: (id: string) => string | undefined;
  /** Where the task stands. */
  passage?: Passage | null;
  onChange: (facts: TaskFacts) => void;
}

/** What is known of a task, each fact in its own field. A field that is left, or Enter in it, changes that fact. */
export function TaskFactsFields(props: TaskFactsProps) {
  const { facts, all = false, wordsOf, passage = null, onChange } = props;
  const { t } = useTranslation();
  // Two facts may be changed before the library has answered the first.
  const latest = useRef(facts);
  useEffect(() => {
    latest.current = facts;
  }, [facts]);
  const change = (patch: Partial<TaskFacts>) => {
    latest.current = { ...latest.current, ...patch };
    onChange(latest.current);
  };
  const text = (name: 'responsible' | 'cooperating' | 'assignedBy' | 'product') => (
    <FactRow name={t(`suggest.fact.${name}`)}>
      <FactInput
        label={t(`suggest.fact.${name}`)}
        value={facts[name]}
        onCommit={(typed) => change({ [name]: typed })}
      />
    </FactRow>
  );
  return (
    <dl className="task-facts">
      {text('responsible')}
      {text('cooperating')}
      {text('assignedBy')}
      <DeadlineRow deadline={facts.deadline} onChange={(deadline) => change({ deadline })} />
      <BasisRow {...{ basis: facts.basis, wordsOf, passage }} onChange={(basis) => change({ basis })} />
      {all && text('product')}
      {all && <ProgressRows facts={facts} onChange={change} />}
    </dl>
  );
}

interface TaskSectionProps {
  facts: TaskFacts | undefined;
  annotation: Annotation;
  onChange: TaskFactsProps['onChange'];
}

/** The facts of an annotation; where it has none yet, the way to enter some. */
export function TaskSection({ facts, annotation, onChange }: TaskSectionProps) {
  const { t } = useTranslation();
  const article = useLibrary(({ views }) => views.get(annotation.articleId)?.article);
  const [asked, setAsked] = useState(false);
  if (facts === undefined && !asked) {
    return (
      <button type="button" className="btn facts-opener" onClick={() => setAsked(true)}>
        <CalendarClock size={14} strokeWidth={1.75} aria-hidden /> {t('suggest.addFacts')}
      </button>
    );
  }
  const span = annotation.anchor === 'orphan' ? null : annotation.target;
  const passage = article === undefined ? null : { article, span };
  return <TaskFactsFields all facts={facts ?? NO_FACTS} passage={passage} onChange={onChange} />;
}

function FactRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface FactInputProps {
  label: string;
  value: string;
  hint?: string;
  /** What is wrong with what was typed; null where nothing is. */
  check?: (typed: string) => string | null;
  onCommit: (typed: string) => void;
}

/** Enter or leaving the field takes what is typed, Escape takes it back. */
function FactInput({ label, value, hint, check, onCommit }: FactInputProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const commit = (field: HTMLInputElement) => {
    const typed = field.value.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (typed === value) {
      setWrong(null);
      return;
    }
    const problem = check?.(typed) ?? null;
    setWrong(problem);
    if (problem === null) onCommit(typed);
  };
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') commit(event.currentTarget);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.currentTarget.value = value;
    setWrong(null);
  };
  return (
    <>
      <input
        // Another value is another field: what was typed belongs to the old one.
        key={value}
        type="text"
        aria-label={label}
        aria-invalid={wrong !== null}
        title={wrong ?? undefined}
        placeholder={hint ?? '—'}
        defaultValue={value}
        onBlur={(event) => commit(event.currentTarget)}
        onKeyDown={keyed}
      />
      {wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

/** Says that a day was worked out, not read. */
export function InferredMark() {
  const { t } = useTranslation();
  return (
    <span className="inferred xxs" title={t('tasks.inferredDay')}>
      {t('tasks.inferred')}
    </span>
  );
}

/** A day as it is read and typed, or the words that name none. */
const deadlineText = (deadline: Deadline | null): string =>
  deadline === null ? '' : deadline.iso === null ? deadline.text : dayText(deadline.iso);

/** What was typed, completed from today on. */
const readDeadline = (typed: string) => typedDeadline(typed, localDay(new Date()));

function DeadlineRow(props: { deadline: Deadline | null; onChange: (deadline: Deadline | null) => void }) {
  const { deadline, onChange } = props;
  const { t } = useTranslation();
  return (
    <FactRow name={t('suggest.fact.deadline')}>
      <FactInput
        label={t('suggest.fact.deadline')}
        value={deadlineText(deadline)}
        hint={t('suggest.deadlineHint')}
        check={(typed) => (readDeadline(typed).is === 'wrong' ? t('suggest.wrongDay') : null)}
        onCommit={(typed) => {
          const read = readDeadline(typed);
          if (read.is === 'deadline') onChange(read.deadline);
        }}
      />
      {deadline !== null && deadline.iso !== null && deadline.text !== '' && (
        <p className="words">
          “{deadline.text}” {isInferred(deadline) && <InferredMark />}
        </p>
      )}
    </FactRow>
  );
}

interface BasisRowProps {
  basis: readonly string[];
  wordsOf: ((id: string) => string | undefined) | undefined;
  passage: Passage | null;
  onChange: (basis: string[]) => void;
}

function BasisRow({ basis, wordsOf, passage, onChange }: BasisRowProps) {
  const { t } = useTranslation();
  // What has only a name stays as it was typed.
  const add = (document: DirectiveEntry) =>
    onChange([...new Set([...basis, hasOnlyName(document) ? document.title : document.id])]);
  return (
    <FactRow name={t('suggest.fact.basis')}>
      {basis.map((id) => {
        const name = directiveName(id, wordsOf?.(id));
        return (
          <span key={id} className="basis">
            {isDirectiveId(id) ? (
              <button
                type="button"
                className="name"
                title={t('suggest.openRegister')}
                onClick={() => showDirective(id)}
              >
                {name}
              </button>
            ) : (
              <span className="name">{name}</span>
            )}
            <button
              type="button"
              className="off"
              aria-label={t('suggest.removeBasis', { name })}
              onClick={() => onChange(basis.filter((kept) => kept !== id))}
            >
              <X size={10} aria-hidden />
            </button>
          </span>
        );
      })}
      <DocumentPicker
        label={t('suggest.addBasis')}
        placeholder={t('suggest.addBasis')}
        passage={passage}
        except={basis}
        onPick={add}
        onLeave={add}
      />
    </FactRow>
  );
}

function ProgressRows(props: { facts: TaskFacts; onChange: (patch: Partial<TaskFacts>) => void }) {
  const { t } = useTranslation();
  const { onChange } = props;
  const { progress, doneOn } = props.facts;
  return (
    <>
      <FactRow name={t('suggest.fact.progress')}>
        <ProgressSelect
          label={t('suggest.fact.progress')}
          value={progress}
          onCommit={(next) => {
            const { doneOn: day } = withProgress(props.facts, next, localDay(new Date()));
            onChange({ progress: next, doneOn: day });
          }}
        />
      </FactRow>
      {progress === 'done' && (
        <FactRow name={t('suggest.fact.doneOn')}>
          <FactInput
            label={t('suggest.fact.doneOn')}
            value={doneOn === null ? '' : dayText(doneOn)}
            hint={t('suggest.dayHint')}
            check={(typed) => (typed !== '' && parseDay(typed) === null ? t('suggest.wrongDay') : null)}
            onCommit={(typed) => onChange({ doneOn: parseDay(typed) })}
          />
        </FactRow>
      )}
    </>
  );
}

/** The facts of a task that are found first when it is looked for: who, and until when. */
export function FactsLine({
  facts: { responsible, deadline },
}: {
  facts: Pick<TaskFacts, 'responsible' | 'deadline'>;
}) {
  if (responsible === '' && deadline === null) return null;
  return (
    <p className="facts-line">
      {responsible !== '' && (
        <span>
          <Building2 size={12} strokeWidth={2} aria-hidden />
          <span className="c2">{responsible}</span>
        </span>
      )}
      {deadline !== null && (
        <span className="num">
          <CalendarClock size={12} strokeWidth={2} aria-hidden />
          {deadlineText(deadline)} {isInferred(deadline) && <InferredMark />}
        </span>
      )}
    </p>
  );
}
