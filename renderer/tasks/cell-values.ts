import type { TaskFacts } from '#core/task';
import { contentOf, type TaskColumn, type TaskRow } from '#core/task-list';
import { typedDeadline } from '#core/typed-deadline';
import { directiveName } from '../ui/directive-name';
import { dayText } from '../ui/format';

type TypedColumn = Exclude<TaskColumn, 'source' | 'state'>;

const BETWEEN = '; ';

/** What stands in a cell while it is typed into. */
export function typedForm(row: TaskRow, column: TypedColumn): string {
  const { facts } = row;
  switch (column) {
    case 'content':
      return contentOf(row);
    case 'basis':
      return basisWords(facts);
    case 'deadline':
      return facts.deadline === null
        ? ''
        : facts.deadline.iso === null
          ? facts.deadline.text
          : dayText(facts.deadline.iso);
    case 'responsible':
    case 'cooperating':
    case 'product':
      return facts[column];
  }
}

export const basisWords = ({ basis }: TaskFacts): string =>
  basis.map((id) => directiveName(id)).join(BETWEEN);

/** What typing this changes; null when it is no day. `today` completes a day without its year. */
export function patchOf(
  row: TaskRow,
  column: TypedColumn,
  typed: string,
  today: string,
): Partial<TaskFacts> | null {
  switch (column) {
    case 'content':
      return { content: typed === row.annotation.target.quote.exact ? '' : typed };
    case 'basis':
      return { basis: basisOf(typed, row.facts.basis) };
    case 'deadline': {
      const read = typedDeadline(typed, today);
      return read.is === 'wrong' ? null : { deadline: read.deadline };
    }
    case 'responsible':
    case 'cooperating':
    case 'product':
      return { [column]: typed };
  }
}

/** Names that were there before still name their documents. */
function basisOf(typed: string, before: readonly string[]): string[] {
  const known = new Map(before.map((id) => [directiveName(id), id]));
  const names = typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names.map((name) => known.get(name) ?? name))];
}
