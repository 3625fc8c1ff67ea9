// Words before the tasks that say whose they are.
import { actorLengthAt, subjectAt } from '#core/recognise/tasks/clauses';
import { PERSONS } from '#core/recognise/tasks/lexicon';
import { type Piece, skipOpening } from '#core/recognise/tasks/pieces';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

const FOR_WHOM = new Phrases('đối với, về phía, riêng, với, riêng đối với');
/** Of a heading: "Trách nhiệm của Đoàn kiểm tra". */
const DUTIES_OF = new Phrases('trách nhiệm của, nhiệm vụ của, phần việc của');
const LONGEST_LABEL = 32;

export interface Label extends Piece {
  /** It says that what follows is theirs to do; else only where that was said before. */
  isAddressed: boolean;
}

/**
 * "2. Sở Tài chính", "Đối với Sở Tài chính:", "Trách nhiệm của Sở Tài chính" as a line of its own: the body; null when
 * more is said.
 */
export function labelOf(tokens: readonly Token[], from: number, to: number): Label | null {
  const last = tokens[to - 1]?.key ?? '';
  if (to - from > LONGEST_LABEL || /^[.;,?!…]$/u.test(last)) return null;
  const duties = DUTIES_OF.lengthAt(tokens, from);
  const at = from + (duties || FOR_WHOM.lengthAt(tokens, from));
  const end = last === ':' ? to - 1 : to;
  if (actorLengthAt(tokens, at) === 0) return null;
  const subject = subjectAt(tokens, at, end, { isAsked: false });
  // "Trách nhiệm của chi bộ được kiểm tra": the passive only says which one.
  const isBody = subject === null || (duties > 0 && subject.relation === 'passive');
  const isAddressed = duties > 0 || (at > from && end < to);
  return isBody ? { from: at, to: end, isAddressed } : null;
}

/** "Các khách sạn trên đảo, ông đề nghị …": those who are asked, before the one who asks. Not "Giám đốc A, ông B". */
function inFront(tokens: readonly Token[], from: number, to: number): Piece | null {
  if (tokens[to - 1]?.key !== ',' || PERSONS.lengthAt(tokens, from) > 0) return null;
  return subjectAt(tokens, from, to - 1, { isAsked: false }) === null ? { from, to: to - 1 } : null;
}

/** "Về phía A, trong tháng 8 phải …": the token behind the comma, and A. */
export function onPartOf(tokens: readonly Token[], from: number): { whom: Piece; at: number } | null {
  const length = FOR_WHOM.lengthAt(tokens, from);
  if (length === 0 || actorLengthAt(tokens, from + length) === 0) return null;
  const whom = forWhom(tokens, Math.min(tokens.length, from + LONGEST_LABEL));
  const isOne =
    whom?.from === from + length && !tokens.slice(whom.from, whom.to).some(({ key }) => /^[:;]$/u.test(key));
  return isOne ? { whom, at: whom.to + 1 } : null;
}

/** "Đối với A, B đề nghị …": A. */
export function forWhom(tokens: readonly Token[], to: number): Piece | null {
  const opening = skipOpening(tokens, 0, to);
  const from = opening + FOR_WHOM.lengthAt(tokens, opening);
  if (actorLengthAt(tokens, from) === 0) return null;
  if (from === opening) return inFront(tokens, from, to);
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.key === ',') return { from, to: at };
  return null;
}
