import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { isInferred, TASK_STATES } from '#core/task';
import { daysBetween, isOpen, type TaskGroupBy, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { dayText } from '../ui/format';
import { InferredMark } from '../ui/task-facts';

/** Within so many days an open task is due soon. */
export const SOON = 14;

/** The day, and how far it is; or the words that name none. */
export function DeadlineWords({ row: { facts, state }, today }: { row: TaskRow; today: string }) {
  const { t } = useTranslation();
  const { deadline } = facts;
  if (deadline === null) return <span className="t3">—</span>;
  if (deadline.iso === null) return <span className="c2">{deadline.text}</span>;
  const left = daysBetween(today, deadline.iso);
  const words = left < 0 ? t('tasks.daysOver', { count: -left }) : t('tasks.daysLeft', { count: left });
  return (
    <>
      <span className="num" title={deadline.text === '' ? undefined : deadline.text}>
        {dayText(deadline.iso)}
      </span>
      {isOpen(state) && (
        <span className={`xxs num nb ${left < 0 ? '' : left <= SOON ? 'soon' : 't3'}`}>{words}</span>
      )}
      {isInferred(deadline) && <InferredMark />}
    </>
  );
}

interface PlaceProps {
  articleId: string;
  /** Without it only the day is told. */
  block?: number | undefined;
  /** The passage is not found in the article any more. */
  lost?: boolean | undefined;
}

/** `09/01/2026, đoạn 4`. */
export function PlaceWords({ articleId, block, lost = false }: PlaceProps) {
  const { t } = useTranslation();
  const article = useLibrary(({ articles }) => articles.get(articleId));
  const day = article?.publishedOn ?? null;
  const paragraph = block === undefined ? '' : t('tasks.paragraph', { number: block + 1 });
  const words = lost ? t('codebook.passages.lost') : paragraph;
  return (
    <>
      {day !== null && dayText(day)}
      {day !== null && article?.dateConfidence === 'inferred-year' && (
        <span className="inferred"> ({t('tasks.inferred')})</span>
      )}
      {day !== null && words !== '' && ', '}
      {words}
    </>
  );
}

export function nameOfGroup(
  key: string,
  by: TaskGroupBy,
  articles: ReadonlyMap<string, ArticleSummary>,
  nameOf: (documentId: string) => string,
  t: TFunction,
): string {
  if (key === '') return t(`tasks.without.${by}`);
  if (by === 'article') return articles.get(key)?.title ?? key;
  if (by === 'basis') return nameOf(key);
  if (by === 'responsible') return key;
  if (by === 'none') return t('tasks.without.none');
  const state = TASK_STATES.find((each) => each === key);
  if (state !== undefined) return t(`tasks.state.${state}`);
  const [year, month] = key.split('-');
  return t('tasks.month', { month: Number(month), year });
}
