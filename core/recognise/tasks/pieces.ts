// Cutting a sentence into clauses, and the numbers, marks and connectors that stand before one (domain/tasks.md 3.3).
import { actorLengthAt, relationAt, subjectAt } from '#core/recognise/tasks/clauses';
import { CONTINUATIONS } from '#core/recognise/tasks/lexicon';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

/** Token indices, `to` exclusive. */
export interface Piece {
  from: number;
  to: number;
}

const MARKS = new Set('-+*•●○▪·"“”\'‘’«»().…,;:!');
const BULLETS = new Set('-+*•●');
const ORDINALS = new Phrases(
  'một là, hai là, ba là, bốn là, năm là, sáu là, bảy là, tám là, chín là, mười là, thứ nhất là, thứ nhất, thứ hai là, thứ hai, thứ ba là, thứ ba, thứ tư là, thứ tư, thứ năm, thứ sáu, thứ bảy, thứ tám, thứ chín, cuối cùng',
);
const CONNECTORS = new Phrases(
  'đồng thời, trong đó, trong đó có, theo đó, trên cơ sở đó, từ đó, qua đó, cùng với đó, bên cạnh đó, ngoài ra, mặt khác, cụ thể là, cụ thể, đặc biệt là, đặc biệt, trước hết là, trước hết, và, tiếp đó, do đó, vì vậy, do vậy, trước mắt, nhất là, rằng, song song với đó, cùng đó, tuy nhiên, trong thời gian tới, thời gian tới, trong khi, trong khi đó, còn',
);

/** The first token that is neither a point's number nor a mark nor a connector. */
export function skipOpening(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (;;) {
    const connector = CONNECTORS.lengthAt(tokens, at);
    // "cụ thể" joins, "cụ thể hóa" is an act.
    const step =
      markLength(tokens, at) || ((relationAt(tokens, at)?.length ?? 0) > connector ? 0 : connector);
    if (step === 0 || at + step > to) return at;
    at += step;
  }
}

function markLength(tokens: readonly Token[], at: number): number {
  const key = tokens[at]?.key ?? '';
  const next = tokens[at + 1]?.key ?? '';
  if (numberedLength(tokens, at) > 0) return numberedLength(tokens, at);
  const ordinal = ORDINALS.lengthAt(tokens, at);
  // "thứ hai" is also a day.
  if (ordinal > 0 && /^[,:]$/u.test(tokens[at + ordinal]?.key ?? '')) return ordinal + 1;
  if (ordinal > 0 && tokens[at + ordinal - 1]?.key === 'là') return ordinal;
  if (MARKS.has(key)) return 1;
  return (next === '.' || next === ')') && /^(?:\d{1,3}(?:\.\d{1,2})*|[ivx]{1,5}|\p{L})$/u.test(key) ? 2 : 0;
}

/** `(1)`, `(a)`, `(iv)`. */
function numberedLength(tokens: readonly Token[], at: number): number {
  const isNumbered =
    tokens[at]?.key === '(' &&
    tokens[at + 2]?.key === ')' &&
    /^(?:\d{1,2}|[ivx]{1,5}|\p{L})$/u.test(tokens[at + 1]?.key ?? '');
  return isNumbered ? 3 : 0;
}

/** Whether a point's number or mark stands at `at`. */
export function isNumbered(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key ?? '';
  return (
    BULLETS.has(key) || (!MARKS.has(key) && markLength(tokens, at) > 0) || numberedLength(tokens, at) > 0
  );
}

/** A time, not a place or a topic. */
const TIMES = new Phrases(
  'từ nay, từ ngày, từ tháng, từ quý, từ năm, trong quý, trong tháng, trong năm, trong tuần, trong 6 tháng, trong ngày, trong thời gian, trước ngày, trước tháng, đến hết, đến ngày, đến tháng, đến năm, đến cuối',
);
const MEANWHILE = new Phrases('trong khi, trong khi đó, trong đó, còn, riêng');
/** After a comma "phân công" is an act of the one who is asked. */
const GIVES_ANEW = new Phrases(
  'giao, giao cho, giao nhiệm vụ cho, giao chỉ tiêu cho, giao trách nhiệm cho, yêu cầu, đề nghị',
);
const GIVES = new Phrases('giao, giao cho, giao nhiệm vụ cho, yêu cầu, đề nghị, phân công');

/** Length of `giao` and the like before an actor who does something; 0 elsewhere. */
export function giveLengthAt(tokens: readonly Token[], at: number, to: number): number {
  const length = GIVES.lengthAt(tokens, at);
  if (length === 0 || (actorLengthAt(tokens, at + length) === 0 && tokens[at + length]?.isCapital !== true))
    return 0;
  const subject = subjectAt(tokens, at + length, to, { isAsked: false });
  return subject !== null && (subject.relation === 'act' || subject.relation === 'duty') ? length : 0;
}

/**
 * Clauses between semicolons; a piece that only goes on with the one before belongs to it.
 * @param isGoal of a list of targets: each figure is one of its own
 */
export function piecesOf(tokens: readonly Token[], from: number, to: number, isGoal = false): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let pending = -1;
  const close = (end: number): void => {
    const opening = skipOpening(tokens, start, end);
    const before = pieces.at(-1);
    if (opening >= end) return;
    // "Các sở, ngành; UBND các huyện rà soát …": the first of those who do it.
    if (end < to && isBareActor(tokens, opening, end)) [pending, start] = [opening, end + 1];
    else if (
      before !== undefined &&
      !((isGoal || reaches(tokens, opening, end)) && hasFigure(tokens, opening, end)) &&
      continues(tokens, opening, end)
    )
      before.to = end;
    else [pending] = [-1, pieces.push({ from: pending < 0 ? opening : pending, to: end })];
  };
  for (let at = from; at < to; at += 1) {
    const key = tokens[at]?.key;
    const isCut =
      key === ';' ||
      isEllipsis(tokens, at, to) ||
      (at > from && numberedLength(tokens, at) > 0) ||
      (key === ',' &&
        (givesAnew(tokens, at + 1, to) ||
          meanwhile(tokens, at + 1, to) ||
          (isGoal && isPartOfGoal(tokens, at + 1, to))));
    if (!isCut) continue;
    close(at);
    start = key === '(' ? at : at + 1;
  }
  close(to);
  return pieces;
}

const REACHES = new Phrases(
  'đạt từ, đạt trên, đạt ít nhất, đạt tối thiểu, giảm còn dưới, tăng trên, tăng ít nhất, không quá',
);

/** "; tỷ lệ khám phá án đạt trên 80%": says what shall be reached. */
export function reaches(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + 16); at += 1)
    if (REACHES.lengthAt(tokens, at) > 0) return true;
  return false;
}

const LONGEST_ACTOR = 14;

function isBareActor(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from <= LONGEST_ACTOR &&
    tokens[to]?.key === ';' &&
    actorLengthAt(tokens, from) > 0 &&
    relationAt(tokens, from) === null &&
    subjectAt(tokens, from, to, { isAsked: false }) === null &&
    actorLengthAt(tokens, to + 1) > 0
  );
}

/** "…, trong khi Công an tỉnh điều tra …". */
function meanwhile(tokens: readonly Token[], at: number, to: number): boolean {
  const subject =
    MEANWHILE.lengthAt(tokens, at) === 0
      ? null
      : subjectAt(tokens, at + MEANWHILE.lengthAt(tokens, at), to, { isAsked: false });
  return subject?.relation === 'act' || subject?.relation === 'duty';
}

/** "…, trong đó ít nhất 30% là …": a target of its own; "trong đó có 100 cây" only says of what. */
function isPartOfGoal(tokens: readonly Token[], at: number, to: number): boolean {
  if (tokens[at]?.key !== 'trong' || tokens[at + 1]?.key !== 'đó') return false;
  for (let index = at + 2; index < Math.min(to, at + 12); index += 1) {
    const key = tokens[index]?.key ?? '';
    if (!/^\d/u.test(key)) continue;
    return key.endsWith('%') || /^(?:nhất|thiểu|trên|hơn|từ)$/u.test(tokens[index - 1]?.key ?? '');
  }
  return false;
}

/** "… huy động": dots inside a sentence end a clause like a semicolon. */
const isEllipsis = (tokens: readonly Token[], at: number, to: number): boolean =>
  at + 1 < to &&
  (tokens[at]?.key === '…' ||
    (tokens[at]?.key === '.' && tokens[at - 1]?.key === '.' && tokens[at + 1]?.key !== '.'));

function givesAnew(tokens: readonly Token[], at: number, to: number): boolean {
  const start = tokens[at]?.key === 'đồng' && tokens[at + 1]?.key === 'thời' ? at + 2 : at;
  return GIVES_ANEW.lengthAt(tokens, start) > 0 && giveLengthAt(tokens, start, to) > 0;
}

const hasFigure = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ key }) => /^\d/u.test(key));

const ABOUT = new Phrases('với, đối với, riêng với, riêng');

/** "; với hộ cố tình vi phạm, củng cố hồ sơ …": a clause with a topic of its own. */
function isAbout(tokens: readonly Token[], from: number, to: number): boolean {
  if (ABOUT.lengthAt(tokens, from) === 0) return false;
  for (let at = from + 1; at < Math.min(to, from + 16); at += 1) {
    if (tokens[at]?.key !== ',') continue;
    return (
      relationAt(tokens, at + 1)?.relation === 'act' ||
      subjectAt(tokens, at + 1, to, { isAsked: false }) !== null
    );
  }
  return false;
}

function continues(tokens: readonly Token[], at: number, to: number): boolean {
  if (tokens[at]?.isCapital !== false || CONTINUATIONS.lengthAt(tokens, at) === 0) return false;
  if (TIMES.lengthAt(tokens, at) > 0 || isAbout(tokens, at, to)) return false;
  const relation = relationAt(tokens, at);
  if (relation?.relation === 'act' && relation.length > CONTINUATIONS.lengthAt(tokens, at)) return false;
  const subject = subjectAt(tokens, at, to, { isAsked: true });
  return subject === null || subject.relation === 'state';
}
