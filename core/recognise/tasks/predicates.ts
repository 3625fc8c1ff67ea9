// What a clause without a subject says, and what it names beside its predicate.
import type { Span } from '#core/span';
import { actorLengthAt, relationAt, subjectAt } from '#core/recognise/tasks/clauses';
import * as words from '#core/recognise/tasks/lexicon';
import { type Piece, skipOpening } from '#core/recognise/tasks/pieces';
import type { Token } from '#core/recognise/tasks/tokens';

export const actsAt = (tokens: readonly Token[], at: number): boolean =>
  relationAt(tokens, at)?.relation === 'act' && actorLengthAt(tokens, at) === 0;

/** "Đại biểu cần báo cáo …": no agenda. */
export function mustAct(tokens: readonly Token[], from: number): boolean {
  const subject = subjectAt(tokens, from, tokens.length, { isAsked: false });
  return subject?.relation === 'duty' && tokens[subject.at]?.key !== 'sẽ';
}

/** "Công tác xây dựng Đảng: tăng cường …": where the clause after a short label begins. */
export function labelEnd(tokens: readonly Token[], { from, to }: Piece): number | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (key === ':') return skipOpening(tokens, at, to);
    if ((key === ',' || key === ';') && at - from > 8) return null;
  }
  return null;
}

/** In a list of tasks any word begins one that neither begins a noun phrase nor a name. */
export function isOpenCommand(tokens: readonly Token[], at: number, to: number): boolean {
  const first = tokens[at];
  if (
    first === undefined ||
    to - at < 5 ||
    !/^\p{L}+$/u.test(first.key) ||
    words.NOUNS.lengthAt(tokens, at) > 0
  )
    return false;
  return (
    tokens[at + 1]?.isCapital === false && relationAt(tokens, at) === null && actorLengthAt(tokens, at) === 0
  );
}

const NOT_MUST = new Set(['chỉ', 'không', 'chẳng', 'gì', 'đâu', 'nhu']);

/** "việc học tập … phải được hoàn thành". */
export function isToBeDone(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:việc|công)$/u.test(tokens[from]?.key ?? '')) return false;
  for (let at = from; at < Math.min(to, from + 30); at += 1)
    if (tokens[at]?.key === 'phải' && tokens[at + 1]?.key === 'được') return true;
  return false;
}

/** "công tác này phải được …": something must be, whoever sees to it. */
export function mustBe(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 30); at += 1) {
    // "chỉ cần", "không phải": no duty.
    if (NOT_MUST.has(tokens[at - 1]?.key ?? '')) continue;
    if (words.MODALS.lengthAt(tokens, at) > 0) return !/^(?:sẽ|nên)$/u.test(tokens[at]?.key ?? '');
    if (tokens[at]?.key === ';' || tokens[at]?.key === ':' || words.PAST.lengthAt(tokens, at) > 0)
      return false;
  }
  return false;
}

/** Length of "được giao (nhiệm vụ)", "được yêu cầu" before an act. */
export function givenAt(tokens: readonly Token[], at: number): number {
  const length = words.ASKS.lengthAt(tokens, at + 1);
  return length > 0 && relationAt(tokens, at + 1 + length)?.relation === 'act' ? length + 1 : 0;
}

/** Whom the words "phối hợp với" name. */
export function cooperatingIn(tokens: readonly Token[]): Span | null {
  for (let at = 0; at + 3 < tokens.length; at += 1) {
    if (tokens[at]?.key !== 'phối' || tokens[at + 1]?.key !== 'hợp') continue;
    const near = tokens.slice(at + 2, at + 6).findIndex(({ key }) => key === 'với' || key === 'cùng');
    if (near < 0) continue;
    const from = at + 3 + near;
    const subject = subjectAt(tokens, from, tokens.length, { isAsked: true });
    return subject ?? bareActor(tokens, from);
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

const LONGEST_LABEL = 8;

/** "Bộ trưởng: …", "PV: …" in interviews: the token after the colon; `at` without such a label. */
export function speakerLabelEnd(tokens: readonly Token[], at: number): number {
  const isSpeaker =
    words.PERSONS.lengthAt(tokens, at) > 0 || /^(?:pv|phóng|hỏi|đáp)$/u.test(tokens[at]?.key ?? '');
  if (!isSpeaker) return at;
  for (let index = at + 1; index < at + LONGEST_LABEL && index + 1 < tokens.length; index += 1) {
    if (tokens[index]?.key === ':') return index + 1;
  }
  return at;
}

/** What the words of a quotation are to those who hear them; a witness tells of life, and gives no tasks. */
export type Speech = 'ask' | 'report' | 'witness';

/** Speech before the one who speaks: `"…", Bộ trưởng … nhấn mạnh`. `to` is the token that closes it. */
export function quotationIn(tokens: readonly Token[], from: number): { to: number; speech: Speech } | null {
  for (let at = from + 3; at + 3 < tokens.length; at += 1) {
    const mark = tokens[at]?.key;
    if (mark !== '"' && mark !== '”') continue;
    if (!/^[,-]$/u.test(tokens[at + 1]?.key ?? '') && tokens[at - 1]?.key !== ',') continue;
    for (let verb = at + 2; verb < Math.min(tokens.length, at + 30); verb += 1) {
      const told = words.WITNESSES.lengthAt(tokens, verb);
      if (told > 0 && verb + told + 2 > tokens.length) return { to: at, speech: 'witness' };
      const length = words.ASKS.lengthAt(tokens, verb);
      if (length > 0 && verb + length + 2 > tokens.length) {
        return { to: at, speech: words.REPORTS.lengthAt(tokens, verb) === length ? 'report' : 'ask' };
      }
    }
    return null;
  }
  return null;
}

const FAR = 6;

/** "Chuyển đổi số là …", "Xây dựng Đảng được quan tâm": words of a command as the subject of a statement. */
export function isStatement(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 2; at < Math.min(to, from + FAR); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (/^[,;:]$/u.test(key) || words.MODALS.lengthAt(tokens, at) > 0) return false;
    if (key === 'là') return true;
    if (key === 'được' && words.RAISED.lengthAt(tokens, at + 1) > 0) return true;
  }
  return false;
}
