// "X yêu cầu Y làm …": recognised by its structure, not by a list of speakers (domain/tasks.md 3.2, C.3).
import { actorLengthAt, isNamePart, relationAt, subjectAt } from '#core/recognise/tasks/clauses';
import { forWhom } from '#core/recognise/tasks/labels';
import { mainClauseAt } from '#core/recognise/tasks/lead-in';
import * as words from '#core/recognise/tasks/lexicon';
import { giveLengthAt } from '#core/recognise/tasks/pieces';
import { actsAt } from '#core/recognise/tasks/predicates';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

export interface Ask {
  /** Tokens that name who asks; empty when nobody is named. */
  speaker: { from: number; to: number };
  /** First token of what is asked. */
  at: number;
  /** `ask`: tasks follow; `frame`: a sentence or list of tasks follows; `report`: only what somebody says. */
  kind: 'ask' | 'frame' | 'report';
  isProposal: boolean;
  /** Tokens between the verb and the first body: a time, a purpose. */
  lead?: readonly [from: number, to: number];
  /** "A và B thống nhất phối hợp thực hiện 4 nội dung": they do it themselves. */
  isOwn?: boolean;
  /** "đã yêu cầu": it was asked then. */
  isDone: boolean;
}

const BEFORE = new Set('đã sẽ cũng tiếp lại luôn còn trực thẳng và thời thắn tục đồng thống'.split(' '));
const NOT_BEFORE = new Set(
  'sự các những theo ứng của được có với một số bàn nhiệm bị văn ý lời tinh thần vụ mọi như về chỉ bằng công thông'.split(
    ' ',
  ),
);
const NOUN_LIST = new Phrases(
  'nhiệm vụ, giải pháp, nội dung, việc, vấn đề, yêu cầu, công việc, biện pháp, định hướng, phương hướng, chỉ tiêu, mục tiêu, nhóm',
);
/** "Kết luận hội nghị, …" is no speaker. */
const OCCASION = new Set(['hội', 'buổi', 'cuộc', 'phiên', 'tại', 'chương']);
/** What a body that was asked for something does towards others. */
const OWN_ACTS = new Phrases('phân công, đôn đốc, nhắc nhở');
const BARE = new Set(['đồng', 'ông', 'bà', 'đ/c']);
const LONGEST_FRAME = 60;
const LISTERS = new Phrases(
  'đề ra, xác định, thống nhất, đặt ra, thực hiện, triển khai, tập trung vào, tập trung, quán triệt, đưa ra, nêu, gợi mở, quyết nghị, làm tốt, thông qua',
);

/** What surrounds a sentence. */
export interface AskSetting {
  /** It is an item of a list of tasks. */
  inList: boolean;
  /** The sentences before it gave tasks: a body that directs others does so as its task. */
  isGiven: boolean;
}

/** The first ask of a sentence; null without one. */
export function askIn(tokens: readonly Token[], from: number, to: number, setting: AskSetting): Ask | null {
  let report: Ask | null = null;
  let segment = from;
  for (let at = from; at < to; at += 1) {
    const key = tokens[at]?.key ?? '';
    if (key === ';') return report;
    if (key === '“') at += quotedLength(tokens, at, to);
    if (key === ',' || key === ':') segment = at + 1;
    const compound = words.COMPOUNDS.lengthAt(tokens, at);
    if (compound > 0) {
      at += compound - 1;
      continue;
    }
    const length = words.ASKS.lengthAt(tokens, at) || colonAskAt(tokens, at);
    if (length === 0 || (isNamePart(tokens, at) && at > from)) continue;
    const ask = askAt(tokens, {
      inList: setting.inList,
      isGiven: setting.isGiven,
      from,
      segment,
      at,
      length,
      to,
    });
    if (ask?.kind === 'report') report ??= ask;
    else if (ask !== null) return ask;
  }
  return report;
}

function colonAskAt(tokens: readonly Token[], at: number): number {
  const isPledge = tokens[at]?.key === 'cam' && tokens[at + 1]?.key === 'kết';
  // "Ông A cam kết Sở sẽ …".
  if (isPledge) return actorLengthAt(tokens, at + 2) > 0 ? 2 : 0;
  const length = words.COLON_ASKS.lengthAt(tokens, at);
  return tokens[at + length]?.key === ':' ? length : 0;
}

const LONGEST_QUOTED = 20;

/** Of words in quotation marks within a sentence, as far as the closing mark; 0 for speech. */
function quotedLength(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from - 1]?.key === ':' || tokens[from - 1]?.key === ',') return 0;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_QUOTED); at += 1)
    if (tokens[at]?.key === '”') return at - from;
  return 0;
}

interface Place extends AskSetting {
  from: number;
  segment: number;
  at: number;
  length: number;
  to: number;
}

function askAt(tokens: readonly Token[], place: Place): Ask | null {
  const { from, at, length, to } = place;
  const speaker = speakerBefore(tokens, place);
  if (speaker === null) return null;
  // As an item of a list of tasks, to propose is one.
  if (place.inList && at === place.from && words.PROPOSALS.lengthAt(tokens, at) === length) return null;
  const isReport = words.REPORTS.lengthAt(tokens, at) === length || tokens[at]?.key === 'cam';
  const isDone = ['đã', 'từng'].includes(tokens[speaker.to]?.key ?? '') && speaker.to < at;
  if (isDone && !isReport && words.ASKS.lengthAt(tokens, at) === 0) return null;
  const bare = { speaker, isProposal: words.PROPOSALS.lengthAt(tokens, at) === length, isDone };
  const key = tokens[at]?.key;
  const isOrder = key === 'chỉ' && tokens[at + 1]?.key === 'đạo';
  const isOwnAct = isOrder || OWN_ACTS.lengthAt(tokens, at) > 0;
  if (isOwnAct && place.isGiven && isBodyThere(tokens, speaker.from, speaker.to)) return null;
  if (
    isOrder &&
    (isDone ||
      place.inList ||
      words.SPEAKERS.lengthAt(tokens, speaker.from) === 0 ||
      speaker.to === speaker.from)
  )
    return null;
  let body = at + length;
  // "Yêu cầu đặt ra là …".
  if (/^(?:đặt|đề)$/u.test(tokens[body]?.key ?? '') && tokens[body + 1]?.key === 'ra') body += 2;
  while (/^(?:[,:"“”(]|rằng|cần|về|tới|cho|thêm|rõ|tại|là)$/u.test(tokens[body]?.key ?? '') && body < to) {
    if (['cần', 'tại', 'về'].includes(tokens[body]?.key ?? '')) break;
    body += 1;
  }
  if (body >= to) return tokens[to - 1]?.key === ':' ? { ...bare, at: to, kind: 'frame' } : null;
  const list = listFrame(tokens, body, to);
  if (isReport && list !== null && tokens[list - 1]?.key === ':')
    return { ...bare, at: list, kind: 'frame', isOwn: actsAt(tokens, body) };
  if (!isReport && isBareFrame(tokens, body, to)) return { ...bare, at: to, kind: 'frame' };
  if (isReport) return speaker.from === speaker.to ? null : { ...bare, at: body, kind: 'report' };
  // "Đối với UBND xã, Đảng ủy giao sửa …": whom it is given to stands before.
  const isNamedBefore = speaker.from > from && forWhom(tokens, speaker.from) !== null;
  const needsActor = (key === 'giao' || key === 'phân') && !isNamedBefore;
  if (isBody(tokens, body, to, needsActor)) return { ...bare, at: body, kind: 'ask' };
  const main = mainClauseAt(tokens, body, to, -1);
  if (main > body && isBody(tokens, main, to, true))
    return { ...bare, at: main, lead: [body, main], kind: 'ask' };
  if (!(key === 'giao' || key === 'phân') && hasDuty(tokens, body, to))
    return { ...bare, at: body, kind: 'ask' };
  if (list !== null) return { ...bare, at: list, kind: 'frame' };
  return speaker.from === speaker.to || key === 'giao' ? null : { ...bare, at: body, kind: 'report' };
}

/** Who asks: the noun phrase right before the verb, or the sentence's first one before "…, đồng thời yêu cầu". */
function speakerBefore(
  tokens: readonly Token[],
  { from, segment, at, length, to }: Place,
): { from: number; to: number } | null {
  if (at === from) return { from, to: from };
  let end = at;
  while (end > segment && BEFORE.has(tokens[end - 1]?.key ?? '') && !isNamePart(tokens, end - 1)) end -= 1;
  end = beforeWriting(tokens, segment, end);
  while (end > segment && BEFORE.has(tokens[end - 1]?.key ?? '')) end -= 1;
  if (end === from) return { from, to: from };
  if (end <= segment)
    return end < at || giveLengthAt(tokens, at, to) > 0 || mustAct(tokens, at + length, to)
      ? firstSpeaker(tokens, from, segment)
      : null;
  const last = tokens[end - 1];
  if (last?.key === 'tôi') return { from: end - 1, to: end };
  if (last === undefined || (NOT_BEFORE.has(last.key) && !last.isCapital)) return null;
  if (end - segment > LONGEST_FRAME || !isSomebody(tokens, segment)) return null;
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
function beforeWriting(tokens: readonly Token[], from: number, end: number): number {
  for (let at = Math.max(from, end - 8); at < end; at += 1) {
    const verb = WRITES.lengthAt(tokens, at);
    if (verb > 0 && WRITTEN.lengthAt(tokens, at + verb) === end - at - verb) return at;
  }
  return end;
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
  for (let at = from; at < Math.min(to, from + LONGEST_FRAME); at += 1) {
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
const isBodyThere = (tokens: readonly Token[], from: number, to: number): boolean =>
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
      relationAt(tokens, at) !== null
    )
      return false;
    // "Trưởng đoàn giám sát": the act is the group's name.
    at += Math.max(1, skip);
    if (skip > 0 && GROUPS.has(tokens[at - 1]?.key ?? '')) at += words.VERBS.lengthAt(tokens, at);
  }
  return true;
}

function isBody(tokens: readonly Token[], at: number, to: number, needsActor: boolean): boolean {
  const subject = subjectAt(tokens, at, to, { isAsked: true });
  if (subject !== null) return subject.relation !== 'state' && subject.relation !== 'done';
  if (needsActor) return false;
  const relation = relationAt(tokens, at)?.relation;
  return relation === 'act' || relation === 'duty';
}

/** "yêu cầu công tác này phải …". */
function hasDuty(tokens: readonly Token[], from: number, to: number): boolean {
  let commas = 0;
  for (let at = from; at < Math.min(to, from + 25); at += 1) {
    if (/^[;:]$/u.test(tokens[at]?.key ?? '')) return false;
    // "mọi đơn thư khiếu nại, tố cáo phải được …".
    if (tokens[at]?.key === ',') commas += 1;
    if (commas > 1) return false;
    if (words.MODALS.lengthAt(tokens, at) > 0) return true;
  }
  return false;
}

const FRAME_TAIL =
  /^(?:(?:sau|sau đây|trọng tâm|chính|lớn|cụ thể|chủ yếu|quan trọng|trước mắt|ngay|cần|cần làm|phải|phải làm|làm|này|nêu trên|đột phá|then chốt|cấp bách|nhiệm vụ|giải pháp|nội dung|việc|vấn đề|công việc|,) )*$/u;

/** "… tập trung vào ba nhóm việc sau.": only that tasks follow, in sentences of their own. */
export function isBareFrame(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > LONGEST_BARE || tokens[to - 1]?.key !== '.') return false;
  for (let at = from; at < to; at += 1) {
    if (!COUNTED.test(tokens[at]?.key ?? '')) continue;
    const noun = tokens[at + 1]?.key === 'số' || tokens[at + 1]?.key === 'nhóm' ? at + 2 : at + 1;
    const length = NOUN_LIST.lengthAt(tokens, noun);
    const tail = tokens.slice(noun + length, to - 1).map(({ key }) => `${key} `);
    if (length > 0 && FRAME_TAIL.test(tail.join(''))) return true;
  }
  return false;
}

const LONGEST_BARE = 24;
const COUNTED = /^(?:một|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$/u;

/** "một số nhiệm vụ trọng tâm: …": where its list begins, or the sentence's end; null when nothing is announced. */
export function listFrame(tokens: readonly Token[], from: number, to: number): number | null {
  let isNamed = false;
  for (let at = from; at < to; at += 1) {
    if (at - from > LONGEST_FRAME) return null;
    const key = tokens[at]?.key ?? '';
    if (key === ':') return isNamed ? at + 1 : null;
    if (key === ';') return null;
    // "… và yêu cầu các xã:" asks, "một số yêu cầu sau:" counts.
    const isVerb = key === 'yêu' && !/^(?:số|các|những|\d+|nhóm)$/u.test(tokens[at - 1]?.key ?? '');
    if (!isVerb && NOUN_LIST.lengthAt(tokens, at) > 0) isNamed = true;
    if (!isNamed && at - from > 12) return null;
  }
  return isNamed &&
    /^(?:một|các|những|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều)$/u.test(tokens[from]?.key ?? '')
    ? to
    : null;
}

/** "… đã đề ra 5 nhiệm vụ: …", "… tập trung thực hiện một số nhiệm vụ: …": where the list begins; null without one. */
export function announcedList(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.key === ':') return null;
    const length = LISTERS.lengthAt(tokens, at);
    if (length === 0) continue;
    const list = listFrame(tokens, at + length, to);
    if (list !== null && tokens[list - 1]?.key === ':') return list;
  }
  return null;
}
