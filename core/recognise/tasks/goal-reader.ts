// Reads the targets of a sentence: "phấn đấu đạt A; B", "các chỉ tiêu: A; B; C" (domain/tasks.md 3.2, C.4).
import { figuresIn } from '#core/recognise/figures';
import type { ClauseReader, Section } from '#core/recognise/tasks/clause-reader';
import { predicateStart, subjectAt } from '#core/recognise/tasks/clauses';
import { goalAt } from '#core/recognise/tasks/goals';
import { mainClauseAt } from '#core/recognise/tasks/lead-in';
import { piecesOf } from '#core/recognise/tasks/pieces';
import { actsAt } from '#core/recognise/tasks/predicates';
import type { Token } from '#core/recognise/tasks/tokens';
import type { Sentence, TaskWriter } from '#core/recognise/tasks/writer';

const ASKED = { isStrong: true, needsDuty: false, isProposal: false };

export class GoalReader {
  constructor(
    private readonly section: Section,
    private readonly writer: TaskWriter,
    private readonly clauses: ClauseReader,
  ) {}

  /** The targets of a sentence that sets some, `lower` its words from token `from` on. Whether there were any. */
  read(tokens: readonly Token[], from: number, lower: string, sentence: Sentence): boolean {
    const at = this.section.mode === 'past' ? -1 : goalAt(tokens, from, lower, sentence.cues);
    if (at < 0) return false;
    const main = mainClauseAt(tokens, from, tokens.length, -1);
    const subject = main < at ? subjectAt(tokens, main, tokens.length, { isAsked: false }) : null;
    const responsible = subject === null ? null : this.writer.nameOf(subject);
    return this.readList(tokens, at, sentence, responsible);
  }

  /** From token `at` on each clause with a figure is a target. */
  readList(tokens: readonly Token[], at: number, sentence: Sentence, responsible: string | null): boolean {
    const before = this.writer.tasks.length;
    for (const piece of piecesOf(tokens, at, tokens.length, true)) {
      const from = this.clauses.afterTime(tokens, piece.from);
      const span = this.writer.spanOf(tokens, predicateStart(tokens, from), piece.to);
      const isGoal = span !== null && figuresIn(this.writer.block.lower, span).length > 0;
      // "Phấn đấu đạt 95%; kiên quyết điều chuyển vốn …".
      const isAct = this.section.mode === 'future' && tokens[at]?.key === 'phấn' && actsAt(tokens, from);
      if (span === null || !(isGoal || isAct)) continue;
      // What one target is due by, those after it are too.
      const lead = { start: sentence.start, end: span.start };
      this.writer.add(span, responsible, { ...ASKED, assignedBy: null, lead, due: this.section.due }, isGoal);
    }
    return this.writer.tasks.length > before;
  }

  /** "… tập trung A; phấn đấu đạt B": in a section about the future A is a task too. */
  comeLater(tokens: readonly Token[], from: number, lower: string, { cues }: Sentence): boolean {
    const at = this.section.mode === 'future' ? goalAt(tokens, from, lower, cues) : -1;
    if (at < 0 || tokens[at]?.key !== 'phấn') return false;
    const main = mainClauseAt(tokens, from, tokens.length, -1);
    const begins = subjectAt(tokens, main, tokens.length, { isAsked: false })?.at ?? main;
    return at > predicateStart(tokens, begins);
  }
}
