import type { TaskFacts } from '#core/task';
import { contentOf, type TaskColumn, type TaskRow } from '#core/task-list';
import { typedDeadline } from '#core/typed-deadline';
import { dayText } from '../ui/format';

type TypedColumn = Exclude<TaskColumn, 'source' | 'state'>;

const BETWEEN = '; ';

/** How a document is called, by its id. */
export type NameOf = (id: string) => string;

/** What stands in a cell while it is typed into. */
export function typedForm(row: TaskRow, column: TypedColumn, nameOf: NameOf): string {
  const { facts } = row;
  switch (column) {
    case 'content':
      return contentOf(row);
    case 'basis':
      return basisWords(facts, nameOf);
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

export const basisWords = ({ basis }: TaskFacts, nameOf: NameOf): string =>
  basis.map((id) => nameOf(id)).join(BETWEEN);

/** What typing this changes; null when it is no day. `today` completes a day without its year. */
export function patchOf(
  row: TaskRow,
  column: TypedColumn,
  typed: string,
  { today, nameOf }: { today: string; nameOf: NameOf },
): Partial<TaskFacts> | null {
  switch (column) {
    case 'content':
      return { content: typed === row.annotation.target.quote.exact ? '' : typed };
    case 'basis':
      return { basis: basisOf(typed, row.facts.basis, nameOf) };
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

/** Names that were there before still name their documents; of two with one name each is named once, in their order. */
function basisOf(typed: string, before: readonly string[], nameOf: NameOf): string[] {
  const known = new Map<string, string[]>();
  for (const id of before) known.set(nameOf(id), [...(known.get(nameOf(id)) ?? []), id]);
  const names = typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const basis = names.flatMap((name) => {
    const ids = known.get(name);
    return ids === undefined ? name : (ids.shift() ?? []);
  });
  return [...new Set(basis)];
}
