// Reads one article sentence by sentence and remembers what its sections are about (domain/tasks.md 3.2).
import { type DeadlineContext, deadlineIn } from '#core/recognise/deadlines';
import { figuresIn } from '#core/recognise/figures';
import type { FoundTask } from '#core/recognise/found';
import { announcedList, type Ask, askIn } from '#core/recognise/tasks/asks';
import {
  actorLengthAt,
  predicateStart,
  relationAt,
  type Subject,
  subjectAt,
} from '#core/recognise/tasks/clauses';
import { mainClauseAt, ownSubject } from '#core/recognise/tasks/lead-in';
import * as words from '#core/recognise/tasks/lexicon';
import { type Cue, cueAt, type Mode } from '#core/recognise/tasks/modes';
import { giveLengthAt, isNumbered, type Piece, piecesOf, skipOpening } from '#core/recognise/tasks/pieces';
import { type Token, tokensOf } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';

/** A block in the form that is matched; spans of the tasks refer to `text`. */
export interface ReadBlock extends DeadlineContext {
  text: string;
  isHeading: boolean;
  isListItem: boolean;
}

/** How the clauses of a sentence come to be tasks. */
interface Setting {
  /** Asked for, or an item of an announced list: any predicate counts. */
  isStrong: boolean;
  /** Of what somebody says, only what must be done counts. */
  needsDuty: boolean;
  isProposal: boolean;
  assignedBy: string | null;
  lead: Span | null;
}

const AGENDA =
  /^(?:(?:sáng|chiều|tối|trưa|ngày)(?: (?:nay|cùng ngày))?,? |(?:cũng |ngay )?tại |các đại biểu|đại biểu|hội nghị|đại hội|buổi |lễ |phiên |kỳ họp|cuộc họp|hội thảo|chương trình|thảo luận|chủ trì|cũng trong|dịp này|nhân dịp|trước đó|nằm trong khuôn khổ|trong khuôn khổ|kết thúc|tham dự|cùng dự|dự |phát biểu|sau khi|theo chương trình|cùng ngày|được biết|trao đổi|khai mạc|bế mạc|tới dự|đến dự|quang cảnh|ảnh|trong chương trình)(?!\p{L})|(?<=^\S{1,7} )nghe /u;
const FIRST_PERSON = /^["“]?(?:chúng tôi|tôi|em|thưa)(?!\p{L})/u;
const GOAL =
  /(?<!\p{L})(?:phấn đấu|(?:đặt|đề|xác định|với|các|nêu|giao) (?:ra )?(?:mục tiêu|chỉ tiêu)|^(?:mục tiêu|chỉ tiêu))(?!\p{L})/u;
const GOAL_START =
  /(?<!\p{L})(?:phấn đấu|(?:mục tiêu|chỉ tiêu)(?: cụ thể| chung| chủ yếu| tổng quát| chính)?(?: là| đề ra là)?:?)(?!\p{L})/u;

export class TaskReader {
  private readonly tasks: FoundTask[] = [];
  private mode: Mode = 'neutral';
  private responsible: string | null = null;
  private assignedBy: string | null = null;
  /** An announced list goes on until something else begins. */
  private inList = false;
  private block: ReadBlock = {
    text: '',
    lower: '',
    dates: [],
    publishedOn: null,
    isHeading: false,
    isListItem: false,
  };

  /** Tasks of one block; offsets into its text. `sentences` are the block's, in order. */
  read(block: ReadBlock, sentences: readonly Span[]): FoundTask[] {
    this.block = block;
    this.tasks.length = 0;
    let date = 0;
    for (const [index, sentence] of sentences.entries()) {
      while ((block.dates[date]?.end ?? Infinity) <= sentence.start) date += 1;
      const tokens = tokensOf(block.text, block.lower, sentence);
      this.readSentence(tokens, sentence, date, index === 0);
    }
    return [...this.tasks];
  }

  private readSentence(tokens: readonly Token[], sentence: Span, date: number, isFirst: boolean): void {
    const { block } = this;
    const to = tokens.length;
    const from = skipOpening(tokens, 0, to);
    const first = tokens[from];
    if (first === undefined || tokens[to - 1]?.key === '?') return;
    const lower = block.lower.slice(first.start, sentence.end);
    const cue = cueAt(
      block.lower,
      { start: first.start, end: sentence.end },
      block.dates[date],
      block.publishedOn,
    );
    const numbered = isNumbered(tokens, 0) || block.isListItem;
    if (isFirst && !numbered && !actsAt(tokens, from)) this.inList = false;
    if (block.isHeading) {
      this.startSection(cue, lower);
      return;
    }
    if (FIRST_PERSON.test(lower)) return;
    const isPastTime = cue?.mode === 'past' && cue.isTime;
    const ask = isPastTime ? null : askIn(tokens, from, to);
    if (ask !== null && ask.kind !== 'report' && !(ask.isDone && this.mode === 'past')) {
      this.readAsk(tokens, ask, sentence);
      return;
    }
    if (AGENDA.test(lower) && cue?.mode !== 'future') {
      const goal = this.readGoal(tokens, from, lower, sentence);
      if (!goal && isFirst) this.mode = 'neutral';
      return;
    }
    if (cue !== null) this.startSection(cue, lower);
    if (ask !== null) {
      this.readReport(tokens, ask, sentence);
      return;
    }
    this.readPlain(tokens, from, sentence, cue, numbered);
  }

  private startSection(cue: Cue | null, lower: string): void {
    if (cue === null) return;
    this.mode = cue.mode;
    this.inList = cue.mode === 'future' && (this.block.isHeading || lower.endsWith(':'));
    if (this.block.isHeading) this.responsible = null;
  }

  private readAsk(tokens: readonly Token[], ask: Ask, sentence: Span): void {
    const { from, to } = ask.speaker;
    if (to > from) this.assignedBy = this.wordsOf(tokens, from, to);
    this.mode = 'future';
    this.responsible = null;
    this.inList = tokens.at(-1)?.key === ':';
    const lead = { start: sentence.start, end: tokens[from]?.start ?? sentence.start };
    const setting = {
      isStrong: true,
      needsDuty: false,
      isProposal: ask.isProposal,
      assignedBy: this.assignedBy,
      lead,
    };
    this.readPieces(tokens, ask.at, setting);
  }

  /** What somebody says counts where it is about what is to be done; the section stays as it was. */
  private readReport(tokens: readonly Token[], ask: Ask, sentence: Span): void {
    const first = tokens[ask.at];
    if (first === undefined) return;
    const inside = { start: first.start, end: sentence.end };
    const date = this.block.dates.find(({ end }) => end > inside.start);
    const cue = cueAt(this.block.lower, inside, date, this.block.publishedOn);
    const mode = this.mode;
    this.mode = cue?.mode ?? 'neutral';
    const main = mainClauseAt(tokens, ask.at, tokens.length, cue?.end ?? -1);
    const assignedBy = null;
    const lead = { start: first.start, end: tokens[main]?.start ?? first.start };
    const needsDuty = cue?.mode !== 'future';
    if (this.mode !== 'past')
      this.readPieces(tokens, main, { isStrong: false, needsDuty, isProposal: false, assignedBy, lead });
    this.mode = mode;
  }

  private readGoal(tokens: readonly Token[], from: number, lower: string, sentence: Span): boolean {
    if (!GOAL.test(lower) || /(?<!\p{L})đã(?!\p{L})(?! đề ra| đặt ra)/u.test(lower) || this.mode === 'past')
      return false;
    const match = GOAL_START.exec(lower);
    if (match === null) return false;
    const offset = (tokens[from]?.start ?? 0) + match.index;
    const isVerb = match[0].startsWith('phấn');
    let at = tokens.findIndex(({ start }) => start >= (isVerb ? offset : offset + match[0].length));
    if (at >= 0 && !isVerb && tokens[at]?.key === 'phấn') at += 0;
    const lead = { start: sentence.start, end: tokens[at]?.start ?? sentence.start };
    const before = this.tasks.length;
    if (at >= 0) for (const piece of piecesOf(tokens, at, tokens.length)) this.addGoal(tokens, piece, lead);
    return this.tasks.length > before;
  }

  private addGoal(tokens: readonly Token[], piece: Piece, lead: Span): void {
    const from = predicateStart(tokens, piece.from);
    const span = this.spanOf(tokens, from, piece.to);
    if (span === null || figuresIn(this.block.lower, span).length === 0) return;
    const setting = { isStrong: true, needsDuty: false, isProposal: false, assignedBy: null, lead };
    this.add(span, this.responsible, setting, 'target');
  }

  private readPlain(
    tokens: readonly Token[],
    from: number,
    sentence: Span,
    cue: Cue | null,
    numbered: boolean,
  ): void {
    const to = tokens.length;
    const lower = this.block.lower.slice(tokens[from]?.start ?? 0, sentence.end);
    if (this.readGoal(tokens, from, lower, sentence)) return;
    const list = this.mode === 'past' ? null : announcedList(tokens, from, to);
    const main = mainClauseAt(tokens, from, to, cue?.end ?? -1);
    const lead = { start: sentence.start, end: tokens[main]?.start ?? sentence.start };
    const isStrong = this.inList || (numbered && this.mode === 'future');
    const setting = {
      isStrong,
      needsDuty: false,
      isProposal: false,
      assignedBy: this.mode === 'future' ? this.assignedBy : null,
      lead,
    };
    if (list !== null) {
      this.mode = 'future';
      this.inList = true;
      const subject = subjectAt(tokens, main, to, { isAsked: false });
      if (subject !== null && !subject.isPerson)
        this.responsible = this.block.text.slice(subject.start, subject.end);
      this.readPieces(tokens, list, { ...setting, isStrong: true });
      return;
    }
    this.readPieces(tokens, main, setting, from, numbered);
    if (tokens.at(-1)?.key === ':' && this.mode === 'future') this.inList = true;
  }

  private readPieces(
    tokens: readonly Token[],
    at: number,
    setting: Setting,
    from = at,
    numbered = false,
  ): void {
    let isTask = setting.isStrong;
    for (const [index, piece] of piecesOf(tokens, at, tokens.length).entries()) {
      const isStrong = setting.isStrong || (index > 0 && isTask);
      const done = this.readPiece(tokens, piece, { ...setting, isStrong }, from, numbered && index === 0);
      if (index === 0) isTask = done;
      else if (!isTask && setting.needsDuty) return;
    }
  }

  /** Whether the piece is a task, or says who is to do the ones after it. */
  private readPiece(
    tokens: readonly Token[],
    piece: Piece,
    setting: Setting,
    from: number,
    numbered: boolean,
  ): boolean {
    const give = giveLengthAt(tokens, piece.from, piece.to);
    const isStrong = setting.isStrong || (give > 0 && this.mode !== 'past');
    const start = give > 0 && isStrong ? piece.from + give : piece.from;
    const found = subjectAt(tokens, start, piece.to, { isAsked: isStrong });
    const subject =
      found === null || from >= piece.from ? found : ownSubject(tokens, from, piece.from, found);
    if (subject !== null) return this.readSubject(tokens, piece, subject, { ...setting, isStrong }, numbered);
    const label = labelEnd(tokens, piece);
    const at = label ?? start;
    const relation = relationAt(tokens, at)?.relation;
    const isAct = relation === 'act' || relation === 'duty';
    const isSubjectless =
      isAct &&
      (isStrong ||
        (this.mode === 'future' && !setting.needsDuty) ||
        (relation === 'duty' && this.mode === 'neutral'));
    if (isSubjectless)
      return this.addFrom(tokens, predicateStart(tokens, at), piece.to, this.responsible, setting);
    if (isStrong && isOpenCommand(tokens, at))
      return this.addFrom(tokens, at, piece.to, this.responsible, setting);
    return (
      isStrong &&
      mustBe(tokens, at, piece.to) &&
      this.addFrom(tokens, at, piece.to, this.responsible, setting)
    );
  }

  private readSubject(
    tokens: readonly Token[],
    piece: Piece,
    subject: Subject,
    setting: Setting,
    numbered: boolean,
  ): boolean {
    const name = this.block.text.slice(subject.start, subject.end);
    const { relation, at } = subject;
    if (relation === 'colon') {
      if (this.mode === 'past') return false;
      this.responsible = name;
      if (at >= piece.to) this.inList = this.inList || this.mode === 'future';
      else
        this.readPiece(tokens, { from: skipOpening(tokens, at, piece.to), to: piece.to }, setting, at, false);
      return true;
    }
    const given = relation === 'passive' ? givenAt(tokens, at) : 0;
    const isDuty = relation === 'duty' || (given > 0 && this.mode !== 'past');
    const isAct = relation === 'act' || relation === 'unknown';
    const isDue = numbered && tokens[at]?.key === 'chủ' && tokens[at + 1]?.key === 'trì';
    const span = this.spanOf(tokens, at, piece.to);
    const isDated =
      span !== null &&
      this.mode === 'neutral' &&
      ['before', 'by'].includes(this.deadlineOf(span, null, false)?.kind ?? '');
    const counts = isDuty
      ? !(subject.isPerson && !setting.isStrong && tokens[at]?.key === 'sẽ') &&
        (this.mode !== 'past' || tokens[at]?.key === 'cần')
      : isAct &&
        !setting.needsDuty &&
        (setting.isStrong || (!subject.isPerson && (this.mode === 'future' || isDue || isDated)));
    if (!counts) return false;
    if (isDuty && this.mode === 'neutral' && !setting.needsDuty) this.mode = 'future';
    this.responsible = name;
    return this.addFrom(tokens, predicateStart(tokens, at + given), piece.to, name, setting);
  }

  private addFrom(
    tokens: readonly Token[],
    from: number,
    to: number,
    responsible: string | null,
    setting: Setting,
  ): boolean {
    const span = this.spanOf(tokens, from, to);
    if (span === null || span.end - span.start < SHORTEST) return tokens[to - 1]?.key === ':';
    const isTarget =
      isTargetText(this.block.lower.slice(span.start, span.end)) &&
      figuresIn(this.block.lower, span).length > 0;
    this.add(span, responsible, setting, isTarget ? 'target' : 'task');
    return true;
  }

  private add(span: Span, responsible: string | null, setting: Setting, kind: FoundTask['kind']): void {
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

  private deadlineOf(span: Span, lead: Span | null, isTarget: boolean): FoundTask['deadline'] {
    const own = deadlineIn(this.block, span, isTarget);
    return own ?? (lead === null || lead.start >= lead.end ? null : deadlineIn(this.block, lead, true));
  }

  private wordsOf(tokens: readonly Token[], from: number, to: number): string {
    return this.block.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  }

  /** Without the marks at its end; null when nothing is left. */
  private spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
    let last = to - 1;
    while (last >= from && /^[.;,:…!/]$/u.test(tokens[last]?.key ?? '')) last -= 1;
    const [start, end] = [tokens[from], tokens[last]];
    if (start === undefined || end === undefined || last < from) return null;
    return { start: start.start, end: end.end };
  }
}

const SHORTEST = 8;
const TARGET = /^phấn đấu|(?<!\p{L})(?:chỉ tiêu|mục tiêu|đạt|ít nhất|tối thiểu|100%)(?!\p{L})/u;
const isTargetText = (lower: string): boolean => TARGET.test(lower);

const actsAt = (tokens: readonly Token[], at: number): boolean =>
  relationAt(tokens, at)?.relation === 'act' && actorLengthAt(tokens, at) === 0;

/** "Công tác xây dựng Đảng: tăng cường …": where the clause after a short label begins. */
function labelEnd(tokens: readonly Token[], { from, to }: Piece): number | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (key === ':') return skipOpening(tokens, at, to);
    if (/^[,;]$/u.test(key) && at - from > 8) return null;
  }
  return null;
}

/** In a list of tasks any word begins one that neither begins a noun phrase nor a name. */
function isOpenCommand(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined || !/^\p{L}+$/u.test(first.key) || words.NOUNS.lengthAt(tokens, at) > 0)
    return false;
  return (
    tokens[at + 1]?.isCapital === false && relationAt(tokens, at) === null && actorLengthAt(tokens, at) === 0
  );
}

/** "công tác này phải được …": something must be, whoever sees to it. */
function mustBe(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 25); at += 1) {
    if (words.MODALS.lengthAt(tokens, at) > 0) return tokens[at]?.key !== 'sẽ';
    if (/^[;:]$/u.test(tokens[at]?.key ?? '') || words.PAST.lengthAt(tokens, at) > 0) return false;
  }
  return false;
}

/** Length of "được giao (nhiệm vụ)", "được yêu cầu" before an act. */
function givenAt(tokens: readonly Token[], at: number): number {
  const length = words.ASKS.lengthAt(tokens, at + 1);
  return length > 0 && relationAt(tokens, at + 1 + length)?.relation === 'act' ? length + 1 : 0;
}

/** Whom the words "phối hợp với" name. */
function cooperatingIn(tokens: readonly Token[], text: string): string | null {
  for (let at = 0; at + 3 < tokens.length; at += 1) {
    if (tokens[at]?.key !== 'phối' || tokens[at + 1]?.key !== 'hợp') continue;
    const near = tokens.slice(at + 2, at + 6).findIndex(({ key }) => key === 'với' || key === 'cùng');
    if (near < 0) continue;
    const from = at + 3 + near;
    const subject = subjectAt(tokens, from, tokens.length, { isAsked: true });
    const whole = subject ?? bareActor(tokens, from);
    return whole === null ? null : text.slice(whole.start, whole.end);
  }
  return null;
}

/** Actors that nothing follows but the end of the clause. */
function bareActor(tokens: readonly Token[], from: number): Span | null {
  const first = tokens[from];
  if (first === undefined || (actorLengthAt(tokens, from) === 0 && !first.isCapital)) return null;
  const stop = tokens.findIndex(({ key }, at) => at > from && /^[;:.(]$/u.test(key));
  const last = tokens[(stop < 0 ? tokens.length : stop) - 1];
  return last === undefined ? null : { start: first.start, end: last.end };
}
