// Who asks: the noun phrase before a verb that asks.
import { actorLengthAt, isNamePart, relationAt, subjectAt } from '#core/recognise/tasks/clauses';
import * as words from '#core/recognise/tasks/lexicon';
import { giveLengthAt } from '#core/recognise/tasks/pieces';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

/** What surrounds a sentence. */
export interface AskSetting {
  /** It is an item of a list of tasks. */
  inList: boolean;
  /** The sentences before it gave tasks: a body that directs others does so as its task. */
  isGiven: boolean;
}

/** A verb that asks, in its sentence. */
export interface Place {
  setting: AskSetting;
  from: number;
  segment: number;
  at: number;
  length: number;
  to: number;
}

const BEFORE = new Set('đã vừa sẽ cũng tiếp lại luôn còn trực thẳng và thời thắn tục đồng thống'.split(' '));
const NOT_BEFORE = new Set(
  'sự các những theo ứng của được có với một số bàn nhiệm bị văn ý lời tinh thần vụ mọi như về chỉ bằng công thông'.split(
    ' ',
  ),
);
/** "Kết luận hội nghị, …" is no speaker. */
const OCCASION = new Set(['hội', 'buổi', 'cuộc', 'phiên', 'tại', 'chương']);
const LONGEST_WRITING = 14;
const BARE = new Set(['đồng', 'ông', 'bà', 'đ/c']);
const LONGEST_NAME = 60;

/** Who asks: the noun phrase right before the verb, or the sentence's first one before "…, đồng thời yêu cầu". */
export function speakerBefore(
  tokens: readonly Token[],
  { from, segment, at, length, to }: Place,
): { from: number; to: number } | null {
  if (at === from) return { from, to: from };
  let end = at;
  while (end > segment && BEFORE.has(tokens[end - 1]?.key ?? '') && !isNamePart(tokens, end - 1)) end -= 1;
  end = beforeWriting(tokens, segment, end);
  while (end > segment && BEFORE.has(tokens[end - 1]?.key ?? '')) end -= 1;
  if (end === from) return { from, to: from };
  if (end <= segment) {
    const asks =
      giveLengthAt(tokens, at, to) > 0 ||
      mustAct(tokens, at + length, to) ||
      (words.PERSONS.lengthAt(tokens, from) > 0 && actorLengthAt(tokens, at + length) > 0);
    if (end < at || asks) return firstSpeaker(tokens, from, segment);
    const goesOn = tokens[segment - 1]?.key === ';' || tokens[to - 1]?.key === ':';
    return goesOn ? (firstSpeaker(tokens, from, segment) ?? { from, to: from }) : null;
  }
  const last = tokens[end - 1];
  if (last?.key === 'tôi') return { from: end - 1, to: end };
  if (last === undefined || (NOT_BEFORE.has(last.key) && !last.isCapital)) return null;
  if (end - segment > LONGEST_NAME || !isSomebody(tokens, segment)) return null;
  if (isName(tokens, segment, end)) return { from: segment, to: end };
  return /^(?:và|thời)$/u.test(tokens[end]?.key ?? '') ? shortName(tokens, segment, end) : null;
}

/** "…, nhấn mạnh các cấp ủy phải …". */
const mustAct = (tokens: readonly Token[], at: number, to: number): boolean =>
  subjectAt(tokens, at, to, { isAsked: false })?.relation === 'duty';

const WRITES = new Phrases('có, ra, ban hành, ký, gửi, phát, ký ban hành, vừa có, tiếp tục có');
const WRITTEN = new Phrases(
  'văn bản, công văn, công điện, chỉ thị, ý kiến, thông báo, văn bản khẩn, công văn khẩn, văn bản hỏa tốc, công văn hỏa tốc, công điện khẩn',
);

/** "UBND tỉnh đã có văn bản yêu cầu …": the end of what stands before `có văn bản`; `end` without it. */
export function beforeWriting(tokens: readonly Token[], from: number, end: number): number {
  for (let at = Math.max(from, end - LONGEST_WRITING); at < end; at += 1) {
    const verb = WRITES.lengthAt(tokens, at);
    const written = verb === 0 ? 0 : WRITTEN.lengthAt(tokens, at + verb);
    if (written > 0 && isNumber(tokens, at + verb + written, end)) return at;
  }
  return end;
}

/** "số 55/TB-SXD ngày 5/3", or nothing. */
function isNumber(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (!/^(?:số|ngày|tháng|năm|.*\d.*)$/u.test(tokens[at]?.key ?? '')) return false;
  return true;
}

const isSomebody = (tokens: readonly Token[], at: number): boolean =>
  words.SPEAKERS.lengthAt(tokens, at) > 0 ||
  actorLengthAt(tokens, at) > 0 ||
  (isNamePart(tokens, at) && isNamePart(tokens, at + 1) && relationAt(tokens, at) === null);

function firstSpeaker(
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number } | null {
  for (let at = from; at < Math.min(to, from + LONGEST_NAME); at += 1) {
    const isStart = at === from || tokens[at - 1]?.key === ',';
    if (isStart && isSomebody(tokens, at) && !OCCASION.has(tokens[at + 2]?.key ?? ''))
      return shortName(tokens, at, to);
  }
  return null;
}

/** Up to the first predicate. */
function shortName(tokens: readonly Token[], from: number, to: number): { from: number; to: number } {
  let end = from + 1;
  while (end < Math.min(to, from + 20) && tokens[end]?.key !== ',' && isName(tokens, from, end + 1)) end += 1;
  return { from, to: end };
}

const GROUPS = new Set(['đoàn', 'ban', 'tổ', 'đội', 'phòng', 'nhóm', 'cục', 'vụ', 'trưởng']);

/** "Bộ trưởng Bộ A", "Ban Thường vụ": not "đồng chí", "ông B". */
export const isBodyThere = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from && actorLengthAt(tokens, from) > 0 && !BARE.has(tokens[from]?.key ?? '');

/** Whether no predicate stands in it. */
function isName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const skip =
      words.COMPOUNDS.lengthAt(tokens, at) ||
      words.SPEAKERS.lengthAt(tokens, at) ||
      actorLengthAt(tokens, at);
    if (
      skip === 0 &&
      !isNamePart(tokens, at) &&
      at > from &&
      !isNamePart(tokens, at - 1) &&
      (relationAt(tokens, at) !== null || words.ASKS.lengthAt(tokens, at) > 0)
    )
      return false;
    // "Trưởng đoàn giám sát": the act is the group's name.
    at += Math.max(1, skip);
    if (skip > 0 && GROUPS.has(tokens[at - 1]?.key ?? '')) at += words.VERBS.lengthAt(tokens, at);
  }
  return true;
}
