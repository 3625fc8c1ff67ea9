// Reads one article sentence by sentence and remembers what its sections are about (domain/tasks.md 3.2).
import { datesWithin, firstEndAfter } from '#core/recognise/deadlines';
import type { FoundDeadline, FoundTask } from '#core/recognise/found';
import { announcedList, type Ask, askIn } from '#core/recognise/tasks/asks';
import { ClauseReader, type Section } from '#core/recognise/tasks/clause-reader';
import { subjectAt } from '#core/recognise/tasks/clauses';
import { GoalReader } from '#core/recognise/tasks/goal-reader';
import { adoptsGoals } from '#core/recognise/tasks/goals';
import {
  ABOUT_DOCUMENT,
  AGENDA,
  announces,
  BARE_SPEAKER,
  CONNECTED,
  countsResults,
  FIRST_PERSON,
  FIRST_PERSON_ASKS,
  GOAL_FRAME,
  GOAL_HEADING,
  isLongAgo,
  witnessed,
  isService,
  tellsFinding,
} from '#core/recognise/tasks/kinds';
import { forWhom, labelOf } from '#core/recognise/tasks/labels';
import { mainClauseAt } from '#core/recognise/tasks/lead-in';
import { type Cue, cueAt } from '#core/recognise/tasks/modes';
import { isNumbered, skipOpening } from '#core/recognise/tasks/pieces';
import { actsAt, mustAct, quotationIn, speakerLabelEnd } from '#core/recognise/tasks/predicates';
import { NO_BLOCK, type ReadBlock, type Sentence, TaskWriter } from '#core/recognise/tasks/writer';
import { cuesOf, type Token, tokensOf } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';

export class TaskReader {
  private readonly section: Section = {
    mode: 'neutral',
    responsible: null,
    assignedBy: null,
    inList: false,
    isGoalList: false,
    due: null,
  };
  /** Who last asked for or said something by name. */
  private speaker: string | null = null;
  private writer = new TaskWriter(NO_BLOCK);
  private clauses = new ClauseReader(this.section, this.writer);
  private goals = new GoalReader(this.section, this.writer, this.clauses);
  /** The time that the block's last plain sentence began with. */
  private begunWith: FoundDeadline | null = null;

  /** Tasks of one block; offsets into its text. `sentences` are the block's, in order. */
  read(block: ReadBlock, sentences: readonly Span[]): FoundTask[] {
    this.writer = new TaskWriter(block);
    this.clauses = new ClauseReader(this.section, this.writer);
    this.goals = new GoalReader(this.section, this.writer, this.clauses);
    this.begunWith = null;
    let date = 0;
    const told = witnessed(block.copy.text);
    let speech = 0;
    for (const [index, span] of sentences.entries()) {
      while ((block.dates[date]?.end ?? Infinity) <= span.start) date += 1;
      while ((told[speech]?.end ?? Infinity) <= span.start) speech += 1;
      // Its opening mark may stand right after the sentence's beginning.
      if ((told[speech]?.start ?? Infinity) <= span.start + 1) continue;
      const tokens = tokensOf(block.copy.text, block.lower, span);
      const sentence = { start: span.start, end: span.end, cues: cuesOf(tokens) };
      this.readSentence(tokens, sentence, date, index === 0);
      this.announce(sentence);
    }
    return this.writer.tasks;
  }

  private readSentence(tokens: readonly Token[], sentence: Sentence, date: number, isFirst: boolean): void {
    const { block } = this.writer;
    const to = tokens.length;
    const opening = skipOpening(tokens, 0, to);
    const from = skipOpening(tokens, speakerLabelEnd(tokens, opening), to);
    const first = tokens[from];
    if (first === undefined) return;
    if (tokens[to - 1]?.key === '?') {
      // What was told before the question is another topic than its answer.
      this.startSection({ mode: 'neutral', isTime: false, end: -1 }, '');
      return;
    }
    const lower = block.lower.slice(first.start, sentence.end);
    const numbered = isNumbered(tokens, 0) || block.isListItem;
    const cue = this.cueOf({ start: first.start, end: sentence.end }, date, numbered);
    if (isFirst && this.beginBlock(tokens, from, numbered, sentence)) return;
    if (block.isHeading) {
      this.startSection(cue, lower);
      return;
    }
    if (isService(lower, sentence.cues) || isLongAgo(tokens)) return;
    if (FIRST_PERSON.test(lower) && !FIRST_PERSON_ASKS.test(lower)) return;
    if (this.section.isGoalList && numbered && this.goals.readList(tokens, from, sentence, null)) return;
    if (tellsFinding(tokens, lower)) {
      this.section.mode = 'past';
      this.section.inList = false;
      return;
    }
    const quote = quotationIn(tokens, from);
    if (quote !== null) {
      if (quote.speech !== 'witness')
        this.readQuote(tokens.slice(0, quote.to), from, quote.speech === 'ask', sentence);
      return;
    }
    if (adoptsGoals(lower, sentence.cues)) {
      this.section.mode = 'future';
      this.section.inList = tokens[to - 1]?.key === ':';
      if (this.section.inList) return;
    }
    const isPastTime = cue?.mode === 'past' && cue.isTime;
    const ask = isPastTime
      ? null
      : askIn(tokens, from, to, {
          inList: numbered && this.section.mode === 'future',
          isGiven: this.section.mode === 'future' && this.section.assignedBy !== null,
        });
    const isOver = ask?.isDone === true && this.section.mode === 'past' && !FIRST_PERSON_ASKS.test(lower);
    if (ask !== null && ask.kind !== 'report' && !isOver) {
      if (ask.kind !== 'frame' || !this.goals.read(tokens, from, lower, sentence))
        this.readAsk(tokens, ask, sentence);
      return;
    }
    if (AGENDA.test(lower) && cue?.mode !== 'future' && !mustAct(tokens, from)) {
      const goal = this.goals.read(tokens, from, lower, sentence);
      if (!goal && isFirst) this.section.mode = 'neutral';
      return;
    }
    if (cue !== null) this.startSection(cue, lower);
    if (ask !== null) {
      this.speakerOf(this.writer.wordsOf(tokens, ask.speaker.from, ask.speaker.to));
      this.readReport(tokens, ask, sentence);
      return;
    }
    this.readPlain(tokens, from, sentence, cue, numbered);
  }

  /** What the first sentence of a block ends of the blocks before it. Whether it is only a label. */
  private beginBlock(tokens: readonly Token[], from: number, numbered: boolean, { start }: Span): boolean {
    if (this.readLabel(tokens, from, tokens.length, numbered)) return true;
    if (numbered) return false;
    if (!this.actsAt(tokens, from)) this.section.inList = false;
    const isConnected = CONNECTED.test(this.writer.block.lower.slice(start, start + 20));
    if (!this.section.inList && !isConnected) this.section.assignedBy = null;
    return false;
  }

  private cueOf(words: Span, date: number, numbered: boolean): Cue | null {
    const { lower, dates, today } = this.writer.block;
    // In a list of tasks it asks for a report.
    const isToReport = numbered && this.section.mode === 'future' && lower.startsWith('báo cáo', words.start);
    return isToReport ? null : cueAt(lower, words, dates[date], today);
  }

  /** What a heading or a sentence that ends with a colon says about all items of its list. */
  private announce(sentence: Sentence): void {
    const { block } = this.writer;
    if (announces(block.lower, sentence)) [this.section.mode, this.section.inList] = ['future', true];
    const isFrame = block.isHeading || block.lower[sentence.end - 1] === ':';
    if (isFrame && this.section.mode === 'future') {
      const words = block.lower.slice(sentence.start, sentence.end);
      this.section.isGoalList = block.isHeading ? GOAL_HEADING.test(words) : GOAL_FRAME.test(words);
      this.section.due = this.writer.frameTime(sentence);
    } else if (!this.section.inList) {
      this.section.isGoalList = false;
      this.section.due = null;
    }
  }

  /** "2. Sở Tài chính", "Đối với Sở Tài chính:" as a line of its own: whose the next items are. */
  private readLabel(tokens: readonly Token[], from: number, to: number, numbered: boolean): boolean {
    const label = labelOf(tokens, from, to);
    if (label === null) return false;
    const { isAddressed } = label;
    if (!isAddressed && (this.section.mode === 'past' || !(numbered || this.section.inList))) return false;
    if (isAddressed) this.section.mode = 'future';
    this.section.responsible = this.writer.wordsOf(tokens, label.from, label.to);
    this.section.inList = this.section.inList || this.section.mode === 'future';
    return true;
  }

  private startSection(cue: Cue | null, lower: string): void {
    if (cue === null) return;
    this.section.mode = cue.mode;
    this.section.inList = cue.mode === 'future' && (this.writer.block.isHeading || lower.endsWith(':'));
    if (this.writer.block.isHeading) [this.section.responsible, this.section.assignedBy] = [null, null];
  }

  private readAsk(tokens: readonly Token[], ask: Ask, sentence: Sentence): void {
    const { from, to } = ask.speaker;
    if (to > from && ask.isOwn !== true)
      this.section.assignedBy = this.speakerOf(this.writer.wordsOf(tokens, from, to));
    this.section.mode = 'future';
    const whom = forWhom(tokens, from) ?? (ask.isOwn ? ask.speaker : null);
    this.section.responsible = whom === null ? null : this.writer.wordsOf(tokens, whom.from, whom.to);
    const isItem = from === to && this.section.inList;
    this.section.inList = isItem || tokens.at(-1)?.key === ':';
    const [first, last] = ask.lead ?? [0, from];
    const lead = {
      start: tokens[first]?.start ?? sentence.start,
      end: tokens[last]?.start ?? sentence.start,
    };
    const setting = {
      isStrong: true,
      needsDuty: false,
      isProposal: ask.isProposal,
      assignedBy: this.section.assignedBy,
      lead,
      due: isItem ? this.section.due : null,
    };
    this.clauses.read(tokens, ask.at, setting);
  }

  /** "Đồng chí" is the one who spoke before. */
  private speakerOf(name: string): string {
    if (!BARE_SPEAKER.test(name)) this.speaker = name;
    return this.speaker ?? name;
  }

  /** "Các bộ phải …", X nhấn mạnh. */
  private readQuote(tokens: readonly Token[], from: number, isAsk: boolean, sentence: Sentence): void {
    const lead = { start: sentence.start, end: tokens[from]?.start ?? sentence.start };
    const mode = this.section.mode;
    this.section.mode = isAsk ? 'future' : 'neutral';
    this.clauses.read(tokens, from, {
      isStrong: isAsk,
      needsDuty: !isAsk,
      isProposal: false,
      assignedBy: null,
      lead,
      due: null,
    });
    this.section.mode = mode;
  }

  private actsAt(tokens: readonly Token[], at: number): boolean {
    if (actsAt(tokens, at)) return true;
    const subject = subjectAt(tokens, at, tokens.length, { isAsked: false });
    return subject !== null && ['act', 'duty', 'colon'].includes(subject.relation);
  }

  /** What somebody says counts where it is about what is to be done; the section stays as it was. */
  private readReport(tokens: readonly Token[], ask: Ask, sentence: Sentence): void {
    const first = tokens[ask.at];
    if (first === undefined) return;
    const inside = { start: first.start, end: sentence.end };
    const { dates } = this.writer.block;
    const date = dates[firstEndAfter(dates, inside.start)];
    const cue = cueAt(this.writer.block.lower, inside, date, this.writer.block.today);
    const mode = this.section.mode;
    this.section.mode = cue?.mode ?? 'neutral';
    this.section.responsible = null;
    const main = mainClauseAt(tokens, ask.at, tokens.length, cue?.end ?? -1);
    const assignedBy = null;
    const lead = { start: first.start, end: tokens[main]?.start ?? first.start };
    const needsDuty = cue?.mode !== 'future';
    const words = this.writer.block.lower.slice(first.start, sentence.end);
    if (this.section.mode !== 'past' && !this.goals.read(tokens, ask.at, words, sentence))
      this.clauses.read(tokens, main, {
        isStrong: false,
        needsDuty,
        isProposal: false,
        assignedBy,
        lead,
        due: null,
      });
    this.section.mode = mode;
  }

  /** "Theo chị A, năm ngoái công đoàn …": a time before the main clause that has passed; not the day of a document. */
  private isLongOver({ start, end }: Span): boolean {
    const { day } = this.writer.block.today;
    const last = [...datesWithin(this.writer.block.dates, start, end)].at(-1);
    return day !== null && last?.to !== null && last !== undefined && last.kind !== 'day' && last.to < day;
  }

  private readPlain(
    tokens: readonly Token[],
    from: number,
    sentence: Sentence,
    cue: Cue | null,
    numbered: boolean,
  ): void {
    const to = tokens.length;
    const lower = this.writer.block.lower.slice(tokens[from]?.start ?? 0, sentence.end);
    if (
      !this.goals.comeLater(tokens, from, lower, sentence) &&
      this.goals.read(tokens, from, lower, sentence)
    )
      return;
    const list = this.section.mode === 'past' ? null : announcedList(tokens, from, to);
    if (list === null && ABOUT_DOCUMENT.test(lower)) return;
    const main = mainClauseAt(tokens, from, to, cue?.end ?? -1);
    const lead = { start: sentence.start, end: tokens[main]?.start ?? sentence.start };
    const isTold = !this.section.inList && !numbered && countsResults(lower, sentence.cues);
    if (isTold || (cue === null && this.isLongOver(lead))) return;
    const isStrong = this.section.inList || (numbered && this.section.mode === 'future');
    const isConnected = CONNECTED.test(this.writer.block.lower.slice(sentence.start, sentence.start + 20));
    if (!isConnected) this.begunWith = this.writer.frameTime(lead);
    const setting = {
      isStrong,
      needsDuty: false,
      isProposal: false,
      assignedBy: this.section.mode === 'future' ? this.section.assignedBy : null,
      lead,
      due: this.section.inList ? this.section.due : isConnected ? this.begunWith : null,
    };
    if (list !== null) {
      this.section.mode = 'future';
      this.section.inList = true;
      const subject = subjectAt(tokens, main, to, { isAsked: false });
      if (subject !== null && !subject.isPerson) this.section.responsible = this.writer.nameOf(subject);
      this.clauses.read(tokens, list, { ...setting, isStrong: true });
      return;
    }
    this.clauses.read(tokens, main, setting, from, numbered);
    if (tokens.at(-1)?.key === ':' && this.section.mode === 'future') this.section.inList = true;
  }
}
