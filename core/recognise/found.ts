import type { Span } from '#core/span';
import type { DeadlineKind } from '#core/task';

export type { DeadlineKind } from '#core/task';

/**
 * What the rules find in an article's text. Spans are UTF-16 offsets into `textOf(article)`, end exclusive. All of it is a
 * suggestion: nothing becomes an annotation unless a person takes it. Days are `YYYY-MM-DD`.
 */
export interface Recognised {
  citations: FoundCitation[];
  tasks: FoundTask[];
  dates: FoundDate[];
}

/**
 * `numbered`: with a full number and code; `short`: with a number and what completes it; `named`: by its name (a plenum, a
 * congress, a law with its year); `relative`: "Nghị quyết này".
 */
export type CitationClass = 'numbered' | 'short' | 'named' | 'relative';

/** A document that the text cites. */
export interface FoundCitation extends Span {
  text: string;
  /** `chi-thi:03-CT/TW`: the same for all ways to write the same document. Without its term: numbers come again. */
  canonical: string;
  class: CitationClass;
  /** The word for the kind of document, as a heading would write it: "Chỉ thị". */
  type: string;
  /** "03", "749", "66.7"; null where it is cited by name. */
  number: string | null;
  /** Code or body of the issuer: "TW", "BTCTW", "CP". */
  issuer: string | null;
  /** The issuer as the text names it: "Bộ Chính trị". */
  issuerName: string | null;
  /** Day of issue, where the text says it. */
  date: string | null;
  /** Congress term in roman digits, only where the text says it: "XI" of "(khóa XI)". */
  term: string | null;
  /** 0 to 1: 1 where the text gives the whole key itself, less where it had to be completed or resolved. */
  confidence: number;
  /** The earlier citation from which this one got its key. */
  resolvedFrom?: Span;
}

/** When a task is due, in the article's own words. */
export interface FoundDeadline extends Span {
  text: string;
  /** The last day on which it is on time; null where the words name no day. */
  iso: string | null;
  kind: DeadlineKind;
}

/** A figure that a target names. */
export interface FoundFigure extends Span {
  text: string;
  /** "trên", "ít nhất", "không quá"; null without. */
  modifier: string | null;
  value: number;
  /** "%", "đảng viên"; null without. */
  unit: string | null;
}

/** One clause that says what somebody is still to do. Its span is the predicate, word for word. */
export interface FoundTask extends Span {
  text: string;
  kind: 'task' | 'target';
  /** Who is to do it, as the text names them; null where nobody is named. */
  responsible: string | null;
  cooperating: string | null;
  /** Who asked for it: a person or a body. */
  assignedBy: string | null;
  deadline: FoundDeadline | null;
  figures: FoundFigure[];
  /** 3: asked for, listed or with a deadline; 2: in a section about the future, with an actor; 1: weaker. */
  rank: 1 | 2 | 3;
}

export type DateKind =
  'day' | 'range' | 'month' | 'quarter' | 'half' | 'year' | 'term' | 'relative' | 'recurring' | 'duration';

/** A date or a stretch of time. `from` and `to` are its first and last day; null where the words do not say. */
export interface FoundDate extends Span {
  text: string;
  kind: DateKind;
  from: string | null;
  to: string | null;
  /** The year is not in the words: it was taken from the article's date. */
  yearInferred: boolean;
}
