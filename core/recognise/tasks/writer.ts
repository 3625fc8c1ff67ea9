// From the tokens of a clause to a task with its deadline, its figures and its rank.
import { type Candidate, type DeadlineContext, Deadlines } from '#core/recognise/deadlines';
import { figuresIn } from '#core/recognise/figures';
import type { FoundDeadline, FoundTask } from '#core/recognise/found';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';
import { cooperatingIn } from '#core/recognise/tasks/predicates';
import { type Token, tokensOf } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';

/** A block in the form that is matched. */
export interface ReadBlock extends DeadlineContext {
  /** Its words, with the way back to the article's own. */
  copy: MatchCopy;
  isHeading: boolean;
  isListItem: boolean;
}

/** A sentence of a block, with what `cuesOf` says of its tokens. */
export interface Sentence extends Span {
  cues: number;
}

/** Before the first block is read. */
export const NO_BLOCK: ReadBlock = {
  copy: matchCopy(''),
  lower: '',
  dates: [],
  today: { day: null, isAssumed: false },
  isHeading: false,
  isListItem: false,
};

/** How the clauses of a sentence come to be tasks. */
export interface Setting {
  /** Asked for, or an item of an announced list: any predicate counts. */
  isStrong: boolean;
  /** Of what somebody says, only what must be done counts. */
  needsDuty: boolean;
  isProposal: boolean;
  assignedBy: string | null;
  lead: Span | null;
  /** When the announced list is due whose item it is. */
  due: FoundDeadline | null;
}

const TARGET = /^phấn đấu|(?<!\p{L})(?:chỉ tiêu|mục tiêu|đạt|ít nhất|tối thiểu|100%)(?!\p{L})/u;

const FRAME_TIME = /(?:^\P{L}*|[,:] )(?:(?:trong|từ nay|ngay|đến|và|về) )*$/u;
/** What ends right before a clause. */
const CLAUSE_BEGINS = /(?:^|[;:,.(-] ?)$/u;
const HEADING_ENDS = /^ ?(?:$|[.:]|, (?:tầm nhìn|định hướng))/u;
const AFTER_COMMA = /[,:] (?:(?:trong|từ nay|ngay|đến|và|về) )*$/u;

/** The tasks of one block. */
export class TaskWriter {
  readonly tasks: FoundTask[] = [];
  private readonly deadlines: Deadlines;

  constructor(readonly block: ReadBlock) {
    this.deadlines = new Deadlines(block);
  }

  nameOf({ start, end }: Span): string {
    return this.block.copy.wordsOf(start, end).text;
  }

  /** @param isGoal the words around it say that it is a target */
  add(span: Span, responsible: string | null, setting: Setting, isGoal: boolean): void {
    const { copy, lower } = this.block;
    const words = lower.slice(span.start, span.end);
    const figures = figuresIn(lower, span);
    const isTarget = figures.length > 0 && (isGoal || TARGET.test(words));
    const named = this.deadlineOf(span, setting.lead, isTarget);
    const isOpen = named === null || (setting.due !== null && this.isRate(named));
    const deadline = isOpen ? setting.due : this.written(named);
    const helper = words.includes('phối hợp') ? cooperatingIn(tokensOf(copy.text, lower, span)) : null;
    const isAsked = setting.isStrong || (deadline !== null && deadline.iso !== null);
    const { start, end, text } = copy.wordsOf(span.start, span.end);
    this.tasks.push({
      start,
      end,
      text,
      kind: isTarget ? 'target' : 'task',
      responsible,
      cooperating: helper === null ? null : this.nameOf(helper),
      assignedBy: setting.assignedBy,
      deadline,
      figures: figures.map((figure) => ({ ...figure, ...copy.wordsOf(figure.start, figure.end) })),
      rank: setting.isProposal ? 1 : isAsked ? 3 : responsible === null ? 1 : 2,
    });
  }

  /** A deadline in the article's own words. */
  private written({ start, end, iso, kind }: Candidate): FoundDeadline {
    const words = this.block.copy.wordsOf(start, end);
    return { start: words.start, end: words.end, text: words.text, iso, kind };
  }

  deadlineOf(span: Span, lead: Span | null, isTarget: boolean): Candidate | null {
    const own = this.deadlines.within(span, isTarget);
    if (own !== null && !this.isRate(own)) return own;
    return (lead === null || lead.start >= lead.end ? null : this.deadlines.before(lead)) ?? own;
  }

  /** "tăng 12% mỗi năm": what is counted by the year, not when it is due. */
  private isRate({ kind, start }: Span & { kind: string }): boolean {
    const { lower } = this.block;
    return (
      kind === 'recurring' &&
      lower.startsWith('mỗi', start) &&
      !CLAUSE_BEGINS.test(lower.slice(Math.max(0, start - 2), start))
    );
  }

  /** The time that a frame begins with or that stands before its subject, not one of a document that it names. */
  frameTime(sentence: Span): FoundDeadline | null {
    const { block } = this;
    const found = this.deadlineOf(sentence, null, true);
    if (found === null || found.iso === null) return null;
    // "… các chỉ tiêu đến năm 2030:"; "Mục tiêu đến năm 2030" as a heading, also with a view beyond.
    const rest = block.lower.slice(found.end, sentence.end);
    if (block.isHeading ? HEADING_ENDS.test(rest) : /^ ?:$/u.test(rest)) return this.written(found);
    const before = block.lower.slice(Math.max(sentence.start, found.start - 30), found.start);
    if (found.start - before.length === sentence.start ? !FRAME_TIME.test(before) : !AFTER_COMMA.test(before))
      return null;
    return this.written(found);
  }

  wordsOf(tokens: readonly Token[], from: number, to: number): string {
    return this.nameOf({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
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
