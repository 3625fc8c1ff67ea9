// "X yêu cầu Y làm …": recognised by its structure, not by a list of speakers (domain/tasks.md 3.2, C.3).
import { actorLengthAt, isNamePart, relationAt, subjectAt } from '#core/recognise/tasks/clauses';
import { forWhom } from '#core/recognise/tasks/labels';
import { mainClauseAt } from '#core/recognise/tasks/lead-in';
import * as words from '#core/recognise/tasks/lexicon';
import { actsAt } from '#core/recognise/tasks/predicates';
import {
  type AskSetting,
  beforeWriting,
  isBodyThere,
  type Place,
  speakerBefore,
} from '#core/recognise/tasks/speakers';
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

const NOUN_LIST = new Phrases(
  'nhiệm vụ, giải pháp, nội dung, việc, vấn đề, yêu cầu, công việc, biện pháp, định hướng, phương hướng, chỉ tiêu, mục tiêu, nhóm',
);
/** What a body that was asked for something does towards others. */
const OWN_ACTS = new Phrases('phân công, đôn đốc, nhắc nhở');
/** After a semicolon these are asks of the speaker before it; others are acts in a list. */
const GOES_ON = new Phrases('yêu cầu, đề nghị, lưu ý, nhấn mạnh');
/** With a modal before, these are acts like others; with a colon after, they give tasks. */
const AGREES = new Phrases('thống nhất, quyết định, phân công, phát động, chia sẻ, thông tin, phân tích');
const MUST = new Set(['phải', 'cần', 'sẽ']);
const LONGEST_FRAME = 60;
const LONGEST_OBJECT = 10;
const LISTERS = new Phrases(
  'đề ra, xác định, thống nhất, đặt ra, thực hiện, triển khai, tập trung vào, tập trung, quán triệt, đưa ra, nêu, gợi mở, quyết nghị, làm tốt, thông qua',
);

/** The first ask of a sentence; null without one. */
export function askIn(tokens: readonly Token[], from: number, to: number, setting: AskSetting): Ask | null {
  let report: Ask | null = null;
  let segment = from;
  for (let at = from; at < to; at += 1) {
    const key = tokens[at]?.key ?? '';
    if (key === ';') {
      // "… nhấn mạnh A; yêu cầu B làm …": the same speaker goes on.
      if (GOES_ON.lengthAt(tokens, at + 1) === 0) return report;
      segment = at + 1;
      continue;
    }
    if (key === '“') at += quotedLength(tokens, at, to);
    if (key === ',' || key === ':') segment = at + 1;
    const compound = words.COMPOUNDS.lengthAt(tokens, at);
    if (compound > 0) {
      at += compound - 1;
      continue;
    }
    const length = words.ASKS.lengthAt(tokens, at) || colonAskAt(tokens, at);
    if (length === 0 || (isNamePart(tokens, at) && at > from)) continue;
    const ask = askAt(tokens, { setting, from, segment, at, length, to });
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

function askAt(tokens: readonly Token[], place: Place): Ask | null {
  const { from, at, length, to } = place;
  const speaker = speakerBefore(tokens, place);
  if (speaker === null || (at === from && speaksLater(tokens, at + length, to))) return null;
  // "A phải thống nhất với B …": a duty of A's.
  if (at > from && MUST.has(tokens[at - 1]?.key ?? '') && AGREES.lengthAt(tokens, at) > 0) return null;
  // As an item of a list of tasks, to propose is one.
  if (place.setting.inList && at === place.from && words.PROPOSALS.lengthAt(tokens, at) === length)
    return null;
  // "Hội nghị thống nhất: A làm …".
  const isAgreed = tokens[at + length]?.key === ':' && AGREES.lengthAt(tokens, at) === length;
  const isReport = !isAgreed && (words.REPORTS.lengthAt(tokens, at) === length || tokens[at]?.key === 'cam');
  // What a writing asks for stands, though it was written: "đã có Công văn số 5 yêu cầu …".
  const isWritten = beforeWriting(tokens, speaker.to, at) < at;
  const isDone = !isWritten && ['đã', 'từng'].includes(tokens[speaker.to]?.key ?? '') && speaker.to < at;
  if (isDone && !isReport && words.ASKS.lengthAt(tokens, at) === 0) return null;
  const bare = { speaker, isProposal: words.PROPOSALS.lengthAt(tokens, at) === length, isDone };
  const key = tokens[at]?.key;
  const isOrder = key === 'chỉ' && tokens[at + 1]?.key === 'đạo';
  const isOwnAct = isOrder || OWN_ACTS.lengthAt(tokens, at) > 0;
  if (isOwnAct && place.setting.isGiven && isBodyThere(tokens, speaker.from, speaker.to)) return null;
  if (
    isOrder &&
    (isDone ||
      place.setting.inList ||
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
  // "… phân công rõ từng đầu mối:".
  if (tokens[to - 1]?.key === ':' && to - body <= LONGEST_OBJECT) return { ...bare, at: to, kind: 'frame' };
  return speaker.from === speaker.to || key === 'giao' ? null : { ...bare, at: body, kind: 'report' };
}

const LONGEST_OPENING = 20;
const LONGEST_SPEAKER = 14;

/** "Nhấn mạnh những việc cần làm ngay, ông A đề nghị …": who asks comes after a comma. */
function speaksLater(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + LONGEST_OPENING); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (/^[;:“"]$/u.test(key)) return false;
    if (key !== ',' || words.SPEAKERS.lengthAt(tokens, at + 1) === 0) continue;
    for (let verb = at + 2; verb < Math.min(to, at + LONGEST_SPEAKER); verb += 1) {
      if (tokens[verb]?.key === ';') return false;
      if (GOES_ON.lengthAt(tokens, verb) > 0 || /^(?:giao|chỉ)$/u.test(tokens[verb]?.key ?? '')) return true;
    }
    return false;
  }
  return false;
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
    const key = tokens[at]?.key;
    if (key === ';' || key === ':') return false;
    // "mọi đơn thư khiếu nại, tố cáo phải được …".
    if (key === ',') commas += 1;
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
