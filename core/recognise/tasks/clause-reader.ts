// Decides of each clause of a sentence whether it is a task, and whose (domain/tasks.md 3.2, C.5–C.8).
import type { FoundDeadline } from '#core/recognise/found';
import { isBareFrame } from '#core/recognise/tasks/asks';
import { datesWithin } from '#core/recognise/deadlines';
import { FREQUENCIES, PRAISES } from '#core/recognise/tasks/lexicon';
import { predicateStart, relationAt, type Subject, subjectAt } from '#core/recognise/tasks/clauses';
import { onPartOf } from '#core/recognise/tasks/labels';
import { mainClauseAt, ownSubject } from '#core/recognise/tasks/lead-in';
import type { Mode } from '#core/recognise/tasks/modes';
import { giveLengthAt, type Piece, piecesOf, reaches, skipOpening } from '#core/recognise/tasks/pieces';
import {
  givenAt,
  isOpenCommand,
  isStatement,
  isToBeDone,
  labelEnd,
  mustBe,
} from '#core/recognise/tasks/predicates';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';
import type { Setting, TaskWriter } from '#core/recognise/tasks/writer';

/** What the part of the article that is being read is about. */
export interface Section {
  mode: Mode;
  /** Who was named last: clauses without a subject are theirs. */
  responsible: string | null;
  assignedBy: string | null;
  /** An announced list goes on until something else begins. */
  inList: boolean;
  /** Its items are targets. */
  isGoalList: boolean;
  /** When the items of the list are due that name no time of their own. */
  due: FoundDeadline | null;
}

const TIMES = new Phrases(
  'đến, hết, trước, trong, từ nay, từ, vào, ngay, cuối, đầu, chậm nhất, muộn nhất, quý, tháng, năm, ngày, xong trước, những tháng, 6 tháng, sáu tháng, 3 tháng, tuần',
);
const ONLY_TIME = /^(?:(?:đến|hết|trước|trong|từ|nay|vào|ngay|cuối|đầu|chậm|muộn|nhất|là|xong|ngày|cả) )*$/u;
const LONGEST_TIME = 60;
/** A shorter clause says too little to be a task. */
const SHORTEST = 8;

export class ClauseReader {
  /** What follows "Sở A:", to be read next. */
  private labelled: { piece: Piece; setting: Setting; from: number } | null = null;

  constructor(
    private readonly section: Section,
    private readonly writer: TaskWriter,
  ) {}

  /**
   * The clauses from token `at` to the sentence's end.
   * @param from where the sentence's lead-in begins
   */
  read(tokens: readonly Token[], at: number, setting: Setting, from = at, numbered = false): void {
    let isTask = setting.isStrong;
    const begin = this.behindTopic(tokens, from, at);
    for (const [index, whole] of piecesOf(tokens, begin, tokens.length).entries()) {
      const piece = index === 0 ? whole : { from: ownLeadIn(tokens, whole), to: whole.to };
      const isStrong = setting.isStrong || (index > 0 && isTask);
      const done = this.readPiece(
        tokens,
        piece,
        { ...setting, isStrong, lead: this.ownTime(tokens, whole.from, piece.from) ?? setting.lead },
        index === 0 ? from : whole.from,
        numbered && index === 0,
      );
      if (index === 0) isTask = done;
      else if (!isTask && setting.needsDuty) return;
    }
  }

  /** "Về phía A, trong tháng 8 phải …": A is meant, and the clause begins behind the comma. */
  private behindTopic(tokens: readonly Token[], from: number, at: number): number {
    const own = this.section.mode === 'past' ? null : onPartOf(tokens, from);
    if (own === null || at > own.at || subjectAt(tokens, own.at, tokens.length, { isAsked: false }) !== null)
      return at;
    this.section.responsible = this.writer.wordsOf(tokens, own.whom.from, own.whom.to);
    return own.at;
  }

  /** The words before a clause, where they say when it is due: "…; trước ngày 31/8, tổ chức …". */
  private ownTime(tokens: readonly Token[], from: number, to: number): Span | null {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (from >= to || first === undefined || last === undefined) return null;
    const lead = { start: first.start, end: last.end };
    return this.writer.deadlineOf(lead, null, true) === null ? null : lead;
  }

  /** Where a time begins between a subject and what it does: "Sở A trước ngày 20/8 trình …"; `to` without one. */
  private timeIn(tokens: readonly Token[], from: number, to: number): number {
    for (let at = from; at < to; at += 1) if (this.afterTime(tokens, at) > at) return at;
    return to;
  }

  /** The first token after a time that stands at `at`: "đến hết tháng 9 bàn giao …", "mỗi quý công khai …". */
  afterTime(tokens: readonly Token[], at: number): number {
    const first = tokens[at];
    if (first === undefined || !(TIMES.lengthAt(tokens, at) > 0 || FREQUENCIES.lengthAt(tokens, at) > 0))
      return at;
    const { lower, dates } = this.writer.block;
    const [date] = datesWithin(dates, first.start, first.start + LONGEST_TIME);
    if (date === undefined || !ONLY_TIME.test(lower.slice(first.start, date.start))) return at;
    let next = at;
    while ((tokens[next]?.start ?? Infinity) < date.end) next += 1;
    return tokens[next]?.key === ',' ? next + 1 : next;
  }

  /** Whether the piece is a task, or says who is to do the ones after it. */
  private readPiece(
    tokens: readonly Token[],
    piece: Piece,
    setting: Setting,
    from: number,
    numbered: boolean,
  ): boolean {
    const isTask = this.readClause(tokens, piece, setting, from, numbered);
    for (let rest = this.labelled; rest !== null; rest = this.labelled) {
      this.labelled = null;
      this.readClause(tokens, rest.piece, rest.setting, rest.from, false);
    }
    return isTask;
  }

  private readClause(
    tokens: readonly Token[],
    piece: Piece,
    setting: Setting,
    from: number,
    numbered: boolean,
  ): boolean {
    const give = giveLengthAt(tokens, piece.from, piece.to);
    const isStrong = setting.isStrong || (give > 0 && this.section.mode !== 'past');
    const start = give > 0 && isStrong ? piece.from + give : piece.from;
    const found = subjectAt(tokens, start, piece.to, { isAsked: isStrong });
    const subject =
      found === null || from >= piece.from ? found : ownSubject(tokens, from, piece.from, found);
    if (subject !== null) return this.readSubject(tokens, piece, subject, { ...setting, isStrong }, numbered);
    const label = labelEnd(tokens, piece);
    const labelled = label === null ? null : subjectAt(tokens, label, piece.to, { isAsked: isStrong });
    if (labelled !== null)
      return this.readSubject(tokens, piece, labelled, { ...setting, isStrong }, numbered);
    const timed =
      label === null && relationAt(tokens, start) === null ? this.afterTime(tokens, start) : start;
    if (timed > start) {
      const later = subjectAt(tokens, timed, piece.to, { isAsked: false });
      if (later !== null && later.relation !== 'state')
        return this.readSubject(tokens, piece, later, { ...setting, isStrong }, numbered);
    }
    const at = label ?? timed;
    const relation = relationAt(tokens, at)?.relation;
    const isAct = relation === 'act' || relation === 'duty';
    const isSubjectless =
      isAct &&
      (isStrong ||
        (this.section.mode === 'future' && !setting.needsDuty) ||
        (relation === 'duty' && this.section.mode === 'neutral'));
    if (isStatement(tokens, at, piece.to)) return false;
    if (isSubjectless)
      return this.addFrom(
        tokens,
        timed > start ? start : predicateStart(tokens, at),
        piece.to,
        this.section.responsible,
        setting,
      );
    const begin = timed > start ? start : at;
    const isTarget = isStrong && relation === undefined && reaches(tokens, at, piece.to);
    if (isStrong && (isTarget || isOpenCommand(tokens, at, piece.to)))
      return this.addFrom(tokens, begin, piece.to, this.section.responsible, setting);
    const mayBe =
      isStrong || (this.section.mode === 'future' && !setting.needsDuty) || isToBeDone(tokens, at, piece.to);
    return (
      (mayBe || this.isDated(tokens, at, piece.to)) &&
      mustBe(tokens, at, piece.to) &&
      this.addFrom(tokens, begin, piece.to, this.section.responsible, setting)
    );
  }

  private readSubject(
    tokens: readonly Token[],
    piece: Piece,
    subject: Subject,
    setting: Setting,
    numbered: boolean,
  ): boolean {
    const { relation, at } = subject;
    const time = this.timeIn(tokens, piece.from + 1, at);
    const name = this.writer.nameOf({
      ...subject,
      end: time < at ? (tokens[time - 1]?.end ?? subject.end) : subject.end,
    });
    if (subject.isPerson && PRAISES.lengthAt(tokens, at) > 0) return false;
    if (relation === 'colon') {
      if (this.section.mode === 'past') return false;
      this.section.responsible = name;
      if (at >= piece.to) this.section.inList = this.section.inList || this.section.mode === 'future';
      else
        this.labelled = {
          piece: { from: skipOpening(tokens, at, piece.to), to: piece.to },
          setting,
          from: at,
        };
      return true;
    }
    const given = relation === 'passive' ? givenAt(tokens, at) : 0;
    const isDuty = relation === 'duty' || given > 0;
    const isAct = relation === 'act' || relation === 'unknown';
    const isDue = numbered && tokens[at]?.key === 'chủ' && tokens[at + 1]?.key === 'trì';
    const isDated = this.section.mode !== 'future' && this.isDated(tokens, at, piece.to, setting.lead);
    const isPassive = isDuty && tokens[predicateStart(tokens, at)]?.key === 'được';
    const counts = isDuty
      ? !(subject.isPerson && !setting.isStrong && tokens[at]?.key === 'sẽ') &&
        (this.section.mode !== 'past' || /^(?:cần|sẽ)$/u.test(tokens[at]?.key ?? ''))
      : isAct &&
        !setting.needsDuty &&
        (setting.isStrong || (!subject.isPerson && (this.section.mode === 'future' || isDue || isDated)));
    if (!counts) return false;
    if ((isDuty || isDated) && this.section.mode !== 'future' && !setting.needsDuty)
      this.section.mode = 'future';
    // "Toàn bộ số hộ này phải được …": it must be, whoever sees to it.
    if (isPassive && given === 0)
      return this.addFrom(tokens, piece.from, piece.to, this.section.responsible, setting);
    this.section.responsible = name;
    const lead = this.ownTime(tokens, time, at) ?? setting.lead;
    return this.addFrom(tokens, predicateStart(tokens, at + given), piece.to, name, { ...setting, lead });
  }

  /** Whether it names a day before which something is due, or a time that has not yet begun. */
  private isDated(tokens: readonly Token[], from: number, to: number, lead: Span | null = null): boolean {
    const span = this.writer.spanOf(tokens, from, to);
    const due = span === null ? null : this.writer.deadlineOf(span, lead, false);
    if (due === null || due.iso === null) return false;
    return due.kind === 'before' || due.kind === 'by' || (due.kind === 'period' && this.isAhead(due));
  }

  private isAhead({ start, end }: Span): boolean {
    const { dates, today } = this.writer.block;
    const [date] = datesWithin(dates, start, end);
    return !today.isAssumed && today.day !== null && (date?.from ?? '') > today.day;
  }

  private addFrom(
    tokens: readonly Token[],
    from: number,
    to: number,
    responsible: string | null,
    setting: Setting,
  ): boolean {
    const span = this.writer.spanOf(tokens, from, to);
    // What ends with a colon announces the tasks of the next paragraphs.
    if (tokens[to - 1]?.key === ':' || isBareFrame(tokens, from, to)) return true;
    if (span === null || span.end - span.start < SHORTEST) return false;
    this.writer.add(span, responsible, setting, false);
    return true;
  }
}

/** "…; đối với A, B sẽ …": a clause may have a lead-in too. */
const ownLeadIn = (tokens: readonly Token[], { from, to }: Piece): number =>
  relationAt(tokens, from) === null && giveLengthAt(tokens, from, to) === 0
    ? mainClauseAt(tokens, from, to, -1)
    : from;
