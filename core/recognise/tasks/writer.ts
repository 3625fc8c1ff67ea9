// From the tokens of a clause to a task with its deadline, its figures and its rank.
import { type DeadlineContext, deadlineIn } from '#core/recognise/deadlines';
import { figuresIn } from '#core/recognise/figures';
import type { FoundTask } from '#core/recognise/found';
import { cooperatingIn } from '#core/recognise/tasks/predicates';
import { type Token, tokensOf } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';

/** A block in the form that is matched; spans of the tasks refer to `text`. */
export interface ReadBlock extends DeadlineContext {
  text: string;
  isHeading: boolean;
  isListItem: boolean;
}

/** How the clauses of a sentence come to be tasks. */
export interface Setting {
  /** Asked for, or an item of an announced list: any predicate counts. */
  isStrong: boolean;
  /** Of what somebody says, only what must be done counts. */
  needsDuty: boolean;
  isProposal: boolean;
  assignedBy: string | null;
  lead: Span | null;
}

/** The tasks of one block. */
export class TaskWriter {
  readonly tasks: FoundTask[] = [];

  constructor(readonly block: ReadBlock) {}

  nameOf({ start, end }: Span): string {
    return this.block.text.slice(start, end);
  }

  add(span: Span, responsible: string | null, setting: Setting, kind: FoundTask['kind']): void {
    const { text, lower } = this.block;
    const deadline = this.deadlineOf(span, setting.lead, kind === 'target');
    const isAsked = setting.isStrong || (deadline !== null && deadline.iso !== null);
    const task: FoundTask = {
      ...span,
      text: text.slice(span.start, span.end),
      kind,
      responsible,
      cooperating: cooperatingIn(tokensOf(text, lower, span), text),
      assignedBy: setting.assignedBy,
      deadline,
      figures: figuresIn(lower, span),
      rank: setting.isProposal ? 1 : isAsked ? 3 : responsible === null ? 1 : 2,
    };
    this.tasks.push(task);
  }

  deadlineOf(span: Span, lead: Span | null, isTarget: boolean): FoundTask['deadline'] {
    const own = deadlineIn(this.block, span, isTarget);
    return own ?? (lead === null || lead.start >= lead.end ? null : deadlineIn(this.block, lead, true));
  }

  wordsOf(tokens: readonly Token[], from: number, to: number): string {
    return this.block.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  }

  /** Without the marks at its end; null when nothing is left. */
  spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
    let last = to - 1;
    while (last >= from && /^[.;,:…!/]$/u.test(tokens[last]?.key ?? '')) last -= 1;
    const [start, end] = [tokens[from], tokens[last]];
    if (start === undefined || end === undefined || last < from) return null;
    return { start: start.start, end: end.end };
  }
}
