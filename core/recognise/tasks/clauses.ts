// Who does what in one clause: the subject, what stands between, and where the predicate begins.
import * as words from '#core/recognise/tasks/lexicon';
import type { Token } from '#core/recognise/tasks/tokens';
import type { Span } from '#core/span';

/** What follows a subject: a duty (`sẽ`, `cần`, `có trách nhiệm`), an act, something done, a state, or a colon. */
export type Relation = words.Act | 'colon' | 'unknown';

export interface Subject extends Span {
  /** Index of the first token after the subject and what stands between. */
  at: number;
  relation: Relation;
  isPerson: boolean;
}

const LONGEST_SUBJECT = 70;
const ENDS = new Set(';.!?"“”…');
const JOINS = new Set(['và', 'cùng', 'hoặc', 'với']);
/** Of a passive that says which actors are meant. */
const LONGEST_TAIL = 9;

export const isNamePart = (tokens: readonly Token[], at: number): boolean => tokens[at]?.isCapital ?? false;

/** Length of `các`, `từng`, `toàn thể` … and what names an actor after it; 0 without an actor. */
export function actorLengthAt(tokens: readonly Token[], at: number): number {
  const before = tokens[at];
  const isCount = before !== undefined && !before.word.isPlain && /^\d{1,3}$/u.test(before.key);
  let head = isCount ? at + 1 : at;
  for (let length = 1; length > 0; head += length) length = words.QUANTIFIERS.lengthAt(tokens, head);
  const first = tokens[head];
  if (first?.isAcronym === true && !words.FIGURE_NAMES.has(first.key)) return head - at + 1;
  const length = words.HEADS.lengthAt(tokens, head);
  if (length === 0 || words.NO_ACTORS.lengthAt(tokens, head) >= length) return 0;
  // "các cấp" and "toàn vùng" are actors, "cấp phép" is an act, "vùng cao" a place.
  if (head === at && length === 1 && /^(?:cấp|vùng)$/u.test(first?.key ?? '')) return 0;
  // "giao Thanh tra huyện": a capital within a sentence begins a name.
  if (head === at && isNamePart(tokens, at) && isPlainWord(tokens[at - 1])) return length;
  if (head === at && words.OFFICES.lengthAt(tokens, at) === length && actorLengthAt(tokens, at + length) > 0)
    return length;
  // Without `các`, "tổ chức hội nghị" is an act and "Tổ chức đảng" is not.
  const isAct = head === at && !tokens[at + 1]?.isCapital && words.VERBS.lengthAt(tokens, at) >= length;
  return isAct ? 0 : head - at + length;
}

/** What a predicate that begins at `at` says; null where none begins. */
export function relationAt(
  tokens: readonly Token[],
  at: number,
): { relation: Relation; length: number } | null {
  const found = words.PREDICATES.longestAt(tokens, at);
  return found === null ? null : { relation: found.value, length: found.length };
}

/** A capital where one would stand anyway is no sign of a name. */
const beginsName = (tokens: readonly Token[], at: number): boolean =>
  isNamePart(tokens, at) && (isNamePart(tokens, at + 1) || isPlainWord(tokens[at - 1]));

export interface SubjectOptions {
  /** Names of places and people are actors too, and the predicate may be any word: somebody is being asked. */
  isAsked: boolean;
}

/** The actor that a clause begins with; null when it begins with something else. */
export function subjectAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  options: SubjectOptions,
): Subject | null {
  const head = actorLengthAt(tokens, from);
  const isName = options.isAsked && beginsName(tokens, from) && relationAt(tokens, from) === null;
  const first = tokens[from];
  if (first === undefined || (head === 0 && !isName)) return null;
  const office = words.PERSONS.lengthAt(tokens, from);
  // "Chủ tịch UBND các huyện" are many.
  const isPerson =
    office > 0 && !tokens.slice(from + office, from + office + 3).some(({ key }) => key === 'các');
  const found = (end: number, at: number, relation: Relation): Subject => ({
    start: first.start,
    end: tokens[end - 1]?.end ?? first.end,
    at,
    relation,
    isPerson,
  });
  let at = from + Math.max(head, 1, compoundOver(tokens, from, head));
  let unknown = -1;
  const last = Math.min(to, from + LONGEST_SUBJECT);
  while (at < last) {
    const step = nameStep(tokens, at);
    if (step > 0) {
      at += step;
      continue;
    }
    const key = tokens[at]?.key ?? '';
    if (key === ':') return isClock(tokens, at) ? null : found(at, at + 1, 'colon');
    if (key === ',') {
      const between = words.BETWEEN.lengthAt(tokens, at + 1);
      const after = at + 1 + between;
      if (continuesList(tokens, at + 1)) at += 1;
      else if (relationAt(tokens, after) !== null) return related(tokens, found, at, after, last, options);
      else if (dutySoon(tokens, at + 1, last, options.isAsked)) at += 1;
      else return null;
      continue;
    }
    if (key === ';' && continuesList(tokens, at + 1)) {
      at += 1;
      continue;
    }
    if (ENDS.has(key)) break;
    const often = words.FREQUENCIES.lengthAt(tokens, at);
    if (often > 0 && relationAt(tokens, at + often)?.relation === 'act') return found(at, at, 'act');
    const between = words.BETWEEN.lengthAt(tokens, at);
    if (relationAt(tokens, at + between) !== null && !isNominal(tokens, at - 1))
      return related(tokens, found, at, at + between, last, options);
    if (
      unknown < 0 &&
      head > 0 &&
      isPlainWord(tokens[at]) &&
      !TAIL.has(key) &&
      !TAIL.has(tokens[at - 1]?.key ?? '')
    )
      unknown = at;
    at += 1;
  }
  return options.isAsked && unknown > 0 ? found(unknown, unknown, 'unknown') : null;
}

/** After these an act is a noun: "lợi ích của chuyển đổi số", "công chức địa chính - xây dựng". */
const NOMINAL = new Set(['của', 'về', 'sự', 'việc', 'cuộc', '-', '–']);
/** "cơ quan quân sự hoàn thành …": here it is a part of another word. */
const BEFORE_MATTER = new Set(['quân', 'dân', 'nhân', 'thời', 'hình', 'đời']);

const isNominal = (tokens: readonly Token[], at: number): boolean =>
  NOMINAL.has(tokens[at]?.key ?? '') &&
  !(tokens[at]?.key === 'sự' && BEFORE_MATTER.has(tokens[at - 1]?.key ?? ''));

const LONGEST_MEMBER = 6;

/** "mỗi đảng viên, nhân viên phải …": a member of the list that is in no table. */
function dutySoon(tokens: readonly Token[], from: number, to: number, isAsked: boolean): boolean {
  const mayAct = isAsked || isNamePart(tokens, from - 2);
  for (let at = from; at < Math.min(to, from + LONGEST_MEMBER); at += 1) {
    const compound = words.COMPOUNDS.lengthAt(tokens, at);
    if (compound > 0) {
      at += compound - 1;
      continue;
    }
    if (!isPlainWord(tokens[at])) return false;
    const relation = relationAt(tokens, at)?.relation;
    // "Cục Quản lý Khám, chữa bệnh khẩn trương …": a name with a comma.
    if (relation === 'duty' || (mayAct && relation === 'act')) return at > from;
  }
  return false;
}

/** "Cập nhật lúc 07:15": no label. */
const isClock = (tokens: readonly Token[], colon: number): boolean =>
  /^\d/u.test(tokens[colon + 1]?.key ?? '') && tokens[colon + 1]?.start === tokens[colon]?.end;

/** "Phòng giáo dục" goes on after the actor `phòng`: tokens up to the end of a compound that begins within the head. */
function compoundOver(tokens: readonly Token[], from: number, head: number): number {
  let length = head;
  for (let step = 0; step < head; step += 1)
    length = Math.max(length, step + words.COMPOUNDS.lengthAt(tokens, from + step));
  return length;
}

type Found = (end: number, at: number, relation: Relation) => Subject;

function related(
  tokens: readonly Token[],
  found: Found,
  end: number,
  at: number,
  last: number,
  { isAsked }: SubjectOptions,
): Subject {
  const relation = relationAt(tokens, at)?.relation ?? 'unknown';
  // "đơn vị nào chậm thì …", "tổ nào cũng phải …": nobody in particular.
  if (tokens[at - 1]?.key === 'nào' || tokens[end - 1]?.key === 'nào') return found(end, at, 'state');
  if (relation === 'duty' && (isHardship(tokens, at, last) || isNeed(tokens, at)))
    return found(end, at, 'state');
  // "bộ phận kiểm đếm phải …": the act is the actor's name.
  const named = at + (relationAt(tokens, at)?.length ?? 0);
  if (relation === 'act' && relationAt(tokens, named)?.relation === 'duty' && tokens[named]?.key === 'phải')
    return found(named, named, 'duty');
  if (relation === 'duty' || relation === 'act') return found(end, at, relation);
  // "các đơn vị được hỗ trợ phải …": the first words only say which ones.
  for (let index = at + 1; index < last; index += 1) {
    const key = tokens[index]?.key ?? '';
    // "UBND các xã có dự án đi qua: …".
    if (key === ':') return found(index, index + 1, 'colon');
    // "các trường có lớp 9, lớp 12 phải …".
    // "các xã có tỷ lệ thấp như A, B cần …".
    const goesOn = tokens[index + 1]?.key === tokens[at + 1]?.key || isNamePart(tokens, index + 1);
    if (/^[;:.]$/u.test(key) || (key === ',' && !goesOn)) break;
    if (relationAt(tokens, index)?.relation === 'duty' && key !== 'nên') return found(index, index, 'duty');
  }
  if (isAsked && relation === 'passive') {
    // "các xã bị thiệt hại do mưa đá thống kê …": of those who are asked it only says which ones.
    let index = at + 1;
    index += Math.max(1, words.VERBS.lengthAt(tokens, index));
    for (; index < Math.min(last, at + LONGEST_TAIL); index += 1) {
      if (/^[;:.]$/u.test(tokens[index]?.key ?? '')) break;
      if (relationAt(tokens, index)?.relation === 'act') return found(index, index, 'act');
    }
  }
  return found(end, at, relation);
}

/** "phải đi bộ 6 km mới tới bản": what it took, no duty. "mới được" is a condition. */
function isHardship(tokens: readonly Token[], at: number, to: number): boolean {
  if (tokens[at]?.key !== 'phải') return false;
  for (let index = at + 1; index < Math.min(to, at + 12); index += 1) {
    const key = tokens[index]?.key ?? '';
    if (/^[,;.:]$/u.test(key)) return false;
    if (key === 'mới') return /^(?:tới|đến|có|xong|vào|qua|ra|lên)$/u.test(tokens[index + 1]?.key ?? '');
  }
  return false;
}

const NEEDED = new Set(['vốn', 'tiền', 'đất', 'người', 'sự', 'thời']);

/** "Nông dân cần vốn": what they have not, no duty. */
const isNeed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === 'cần' && NEEDED.has(tokens[at + 1]?.key ?? '');

/** Words of a name or a compound that hold no predicate. */
function nameStep(tokens: readonly Token[], at: number): number {
  const compound = words.COMPOUNDS.lengthAt(tokens, at);
  // "cấp" is a level, "cấp kinh phí" is an act.
  if (compound > 0 && (relationAt(tokens, at)?.length ?? 0) <= compound) return compound;
  if (isNamePart(tokens, at)) return Math.max(1, words.VERBS.lengthAt(tokens, at));
  const quantifier = words.QUANTIFIERS.lengthAt(tokens, at);
  if (quantifier > 0) return Math.max(quantifier, actorLengthAt(tokens, at));
  if (tokens[at]?.key === '(') return bracketLength(tokens, at);
  if (!JOINS.has(tokens[at]?.key ?? '')) return 0;
  return (
    1 + (continuesList(tokens, at + 1) ? Math.max(actorLengthAt(tokens, at + 1), leaders(tokens, at + 1)) : 0)
  );
}

function bracketLength(tokens: readonly Token[], at: number): number {
  for (let index = at + 1; index < at + 20; index += 1) if (tokens[index]?.key === ')') return index + 1 - at;
  return 1;
}

/** "lãnh đạo" before those who are led. */
function leaders(tokens: readonly Token[], at: number): number {
  return tokens[at]?.key === 'lãnh' && tokens[at + 1]?.key === 'đạo' && actorLengthAt(tokens, at + 2) > 0
    ? 2
    : 0;
}

const continuesList = (tokens: readonly Token[], at: number): boolean =>
  actorLengthAt(tokens, at) > 0 ||
  isNamePart(tokens, at) ||
  leaders(tokens, at) > 0 ||
  words.COMPOUNDS.lengthAt(tokens, at) > 0;

const isPlainWord = (token: Token | undefined): boolean => token?.word.isPlain === true;
/** Words that say which ones of the actors are meant. */
const TAIL = new Set(
  'trực thuộc liên quan chức năng cấp tỉnh huyện xã phường thành phố trong thuộc của trên địa bàn phương ở tại này trung ương cơ sở đảng nước cả toàn quốc ngành cán bộ khu vực với theo có vốn do nhà đoàn thể'.split(
    ' ',
  ),
);

/** Past modals and what else is no part of a predicate. */
export function predicateStart(tokens: readonly Token[], at: number): number {
  let start = at;
  for (let length = 1; length > 0; start += length) {
    length = words.MODALS.lengthAt(tokens, start) || words.BETWEEN.lengthAt(tokens, start);
  }
  return start;
}
