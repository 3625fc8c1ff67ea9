import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import type { DirectiveRow } from '#core/directive';
import { contentOf, taskRows } from '#core/task-list';
import { useAnswer } from '../state/answers';
import { showOffset } from '../state/going';
import { useLibrary } from '../state/library';
import { findTasks } from '../state/tasks';
import { chooseDirective, setRegister } from '../state/registers';
import { nameOfRow } from './names';

export const LANES = ['article', 'directive', 'deadline'] as const;
export type Lane = (typeof LANES)[number];

/** Something that happened, or is due, on a day. */
export interface TimeThing {
  key: string;
  /** ISO day. */
  day: string;
  words: string;
  /** Where it comes from, or who is to do it. */
  about: string;
  overdue: boolean;
  /** Shows it. */
  open: () => Promise<void>;
}

/** What stands on the time axis, each lane in the order of the days. */
export function useTimeThings(rows: readonly DirectiveRow[]): Readonly<Record<Lane, readonly TimeThing[]>> {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const found = useAnswer('tasks in time', findTasks);
  const deadline = useMemo(() => {
    const tasks = found === null ? [] : taskRows(found.annotations, found.blocks, localDay(new Date()));
    return inOrder(
      tasks.map((task) => ({
        key: task.annotation.id,
        day: task.facts.deadline?.iso ?? null,
        words: contentOf(task),
        about: task.facts.responsible,
        overdue: task.state === 'overdue',
        open: () => showOffset(task.annotation.articleId, task.annotation.target.start),
      })),
    );
  }, [found]);
  const article = useMemo(
    () =>
      inOrder(
        [...articles.values()]
          .filter(({ removedAt }) => removedAt === null)
          .map(({ id, title, source, publishedOn, dateConfidence }) => ({
            ...{ key: id, day: publishedOn, words: title, overdue: false },
            about: [source, dateConfidence === 'inferred-year' ? t('register.yearInferred') : null]
              .filter((part) => part !== null)
              .join(' · '),
            open: () => showOffset(id, 0),
          })),
      ),
    [articles, t],
  );
  const directive = useMemo(
    () =>
      inOrder(
        rows.map((row) => ({
          ...{ key: row.id, day: row.issuedOn, words: nameOfRow(row), about: row.title, overdue: false },
          open: () => {
            chooseDirective(row.id);
            setRegister({ tab: 'list' });
            return Promise.resolve();
          },
        })),
      ),
    [rows],
  );
  return useMemo(() => ({ article, directive, deadline }), [article, directive, deadline]);
}

/** Those that have a day. */
const inOrder = (things: readonly (Omit<TimeThing, 'day'> & { day: string | null })[]): TimeThing[] =>
  things
    .flatMap((thing) => (thing.day === null ? [] : [{ ...thing, day: thing.day }]))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
