// Words before the tasks that say whose they are.
import { actorLengthAt, subjectAt } from '#core/recognise/tasks/clauses';
import { type Piece, skipOpening } from '#core/recognise/tasks/pieces';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

const FOR_WHOM = new Phrases('đối với, về phía, riêng, với, riêng đối với');
const LONGEST_LABEL = 32;

/** "2. Sở Tài chính", "Đối với Sở Tài chính:" as a line of its own: the body; null when more is said. */
export function labelOf(tokens: readonly Token[], from: number, to: number): Piece | null {
  const last = tokens[to - 1]?.key ?? '';
  if (to - from > LONGEST_LABEL || /^[.;,?!…]$/u.test(last)) return null;
  const at = from + FOR_WHOM.lengthAt(tokens, from);
  const end = last === ':' ? to - 1 : to;
  const isBody = actorLengthAt(tokens, at) > 0 && subjectAt(tokens, at, end, { isAsked: false }) === null;
  return isBody ? { from: at, to: end } : null;
}

/** "Đối với A, B đề nghị …": A. */
export function forWhom(tokens: readonly Token[], to: number): Piece | null {
  const opening = skipOpening(tokens, 0, to);
  const from = opening + FOR_WHOM.lengthAt(tokens, opening);
  if (from === opening || actorLengthAt(tokens, from) === 0) return null;
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.key === ',') return { from, to: at };
  return null;
}
