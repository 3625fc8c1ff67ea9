// Reads the targets of a sentence: "phấn đấu đạt A; B", "các chỉ tiêu: A; B; C" (domain/tasks.md 3.2, C.4).
import { datesWithin } from '#core/recognise/deadlines';
import { figuresIn } from '#core/recognise/figures';
import type { ClauseReader, Section } from '#core/recognise/tasks/clause-reader';
import { predicateStart, subjectAt } from '#core/recognise/tasks/clauses';
import { goalAt, listedAt } from '#core/recognise/tasks/goals';
import { mainClauseAt } from '#core/recognise/tasks/lead-in';
import { piecesOf } from '#core/recognise/tasks/pieces';
import { actsAt } from '#core/recognise/tasks/predicates';
import type { Token } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';
import type { Sentence, TaskWriter } from '#core/recognise/tasks/writer';

const LASTS = /(?<!\p{L})(?:không quá|tối đa|dưới|còn) \d+ (?:phút|giờ|ngày|tuần|tháng)(?!\p{L})/u;
const ASKED = { isStrong: true, needsDuty: false, isProposal: false };

export class GoalReader {
  /** Where the targets begin of the sentence that was asked for last. */
  private last: { tokens: readonly Token[]; from: number; at: number } | null = null;

  constructor(
    private readonly section: Section,
    private readonly writer: TaskWriter,
    private readonly clauses: ClauseReader,
  ) {}

  /** The targets of a sentence that sets some, `lower` its words from token `from` on. Whether there were any. */
  read(tokens: readonly Token[], from: number, lower: string, sentence: Sentence): boolean {
    const at = this.goalAt(tokens, from, lower, sentence);
    if (at < 0 || (this.section.mode === 'past' && !this.looksAhead(tokens, at, sentence))) return false;
    const main = mainClauseAt(tokens, from, tokens.length, -1);
    const subject = main < at ? subjectAt(tokens, main, tokens.length, { isAsked: false }) : null;
    const responsible = subject === null ? null : this.writer.nameOf(subject);
    return this.readList(tokens, at, sentence, responsible);
  }

  /** "Vụ tới, 2026 - 2027, toàn tỉnh phấn đấu …": amid results, but of a time that is not over. */
  private looksAhead(tokens: readonly Token[], at: number, { start, end }: Sentence): boolean {
    const { dates, today } = this.writer.block;
    if (tokens[at]?.key !== 'phấn' || today.day === null) return false;
    for (const { to } of datesWithin(dates, start, end)) if (to !== null && to > today.day) return true;
    return false;
  }

  private goalAt(tokens: readonly Token[], from: number, lower: string, { cues }: Sentence): number {
    if (this.last?.tokens !== tokens || this.last.from !== from)
      this.last = { tokens, from, at: goalAt(tokens, from, lower, cues) };
    const { at } = this.last;
    if (at >= 0 || !this.section.isGoalList) return at;
    const listed = listedAt(tokens, from, lower);
    return listed >= 0 && this.isAllMeasured(tokens, listed) ? listed : -1;
  }

  /** From token `at` on each clause with a figure is a target. */
  readList(tokens: readonly Token[], at: number, sentence: Sentence, responsible: string | null): boolean {
    const before = this.writer.tasks.length;
    for (const piece of piecesOf(tokens, at, tokens.length, true)) {
      const from = this.clauses.afterTime(tokens, piece.from);
      const span = this.writer.spanOf(tokens, predicateStart(tokens, from), piece.to);
      const isGoal = span !== null && this.isMeasured(span);
      // "Phấn đấu đạt 95%; kiên quyết điều chuyển vốn …".
      const isAct = this.section.mode === 'future' && tokens[at]?.key === 'phấn' && actsAt(tokens, from);
      if (span === null || !(isGoal || isAct)) continue;
      // What one target is due by, those after it are too, unless they begin with a time of their own.
      const begins = piece.from > at && from > piece.from ? tokens[piece.from] : undefined;
      const lead = { start: begins?.start ?? sentence.start, end: span.start };
      this.writer.add(span, responsible, { ...ASKED, assignedBy: null, lead, due: this.section.due }, isGoal);
    }
    return this.writer.tasks.length > before;
  }

  /** Of "ba khâu đột phá là: A; B" under the same heading some have no figure: these are tasks. */
  private isAllMeasured(tokens: readonly Token[], at: number): boolean {
    return piecesOf(tokens, at, tokens.length, true).every(({ from, to }) => {
      const span = this.writer.spanOf(tokens, from, to);
      return span !== null && this.isMeasured(span);
    });
  }

  /** By a figure, or by a time that it may last: "chờ không quá 15 phút". */
  private isMeasured(span: Span): boolean {
    const { lower } = this.writer.block;
    return figuresIn(lower, span).length > 0 || LASTS.test(lower.slice(span.start, span.end));
  }

  /** "… tập trung A; phấn đấu đạt B": in a section about the future A is a task too. */
  comeLater(tokens: readonly Token[], from: number, lower: string, sentence: Sentence): boolean {
    const at = this.section.mode === 'future' ? this.goalAt(tokens, from, lower, sentence) : -1;
    if (at < 0 || tokens[at]?.key !== 'phấn') return false;
    const main = mainClauseAt(tokens, from, tokens.length, -1);
    const begins = subjectAt(tokens, main, tokens.length, { isAsked: false })?.at ?? main;
    return at > predicateStart(tokens, begins);
  }
}
