// Which part of an article speaks of what was done, and which of what is to be done (domain/tasks.md 3.2, cues A and B).
import { monthOf, yearOf } from '#core/recognise/calendar';
import type { FoundDate } from '#core/recognise/found';
import type { Today } from '#core/recognise/today';

export type Mode = 'neutral' | 'past' | 'future';

export interface Cue {
  mode: Mode;
  /** It names a time, not a topic. */
  isTime: boolean;
  /** Where what follows the cue begins, when the cue itself ends without a comma. */
  end: number;
}

const AFTER = '(?![\\p{L}\\p{M}\\p{N}])';
const OPENERS =
  /(?:(?:cũng|ngay|riêng|bước|sang|vào|và|về|đặc biệt|theo đó|cùng với đó|bên cạnh đó|tuy nhiên|do đó|vì vậy|tính|trong|từ|đến|tại|(?:đầu|giữa|cuối)(?= (?:tháng|tuần|quý))|trên cơ sở đó|theo (?:kế hoạch|chương trình(?: công tác)?|lộ trình|dự kiến|phân công)),? )*/uy;

const FUTURE = new RegExp(
  `(?:(?:những |các |ba |3 |6 |sáu )?(?:tháng|quý|tuần|năm|ngày|giai đoạn|nhiệm kỳ|chặng đường|giờ) (?:cuối năm|cuối nhiệm kỳ|còn lại|tới|sắp tới|tiếp theo|mới)` +
    `|(?:khoảng |những )?thời gian (?:tới|sắp tới|còn lại|tiếp theo)|(?<!cũng trong )thời gian này|từ nay|nay (?:cho )?đến|tới đây|sắp tới|trước mắt|nửa cuối (?:năm|nhiệm kỳ)` +
    `|sau (?:đại hội|hội nghị này|kỳ họp này))${AFTER}`,
  'uy',
);
const PAST = new RegExp(
  `(?:(?:những |các |gần |hơn |qua |sau )?(?:\\d{1,3} |nhiều |mấy |một |hai |ba )?(?:thời gian|năm học|năm|tháng|nhiệm kỳ|quý|tuần|ngày|giai đoạn|chặng đường) (?:thực hiện|triển khai|qua|vừa qua|gần đây|trước|hoạt động)` +
    `|(?:cho )?(?:đến nay|tới nay)|tính đến|hiện nay|trước đó|trước đây)${AFTER}`,
  'uy',
);
/** What reports begin with. */
const REPORT = new RegExp(
  `(?:kết quả|những kết quả|một số kết quả|theo báo cáo|báo cáo|tờ trình|hạn chế|tồn tại|khó khăn|nguyên nhân|những hạn chế|một số hạn chế|những tồn tại|bên cạnh (?:những |các )?kết quả|nhìn chung|nổi bật|điển hình|nhờ|với (?:những|sự)|dưới sự|qua (?:kiểm tra|giám sát|rà soát|đó|công tác))${AFTER}`,
  'uy',
);
/** A heading or a lead-in that names what follows; not what was reached of it. */
const HEADING =
  /(?:(?:một số|các|những|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|về) )?(?:nhóm )?(?:nhiệm vụ|phương hướng|giải pháp|mục tiêu|chỉ tiêu|định hướng|trọng tâm|kiến nghị|tổ chức thực hiện)(?![\p{L}])/uy;
const PURPOSE =
  /(?:để|nhằm) (?:thực hiện|triển khai|đạt|hoàn thành|phấn đấu|khắc phục|nâng cao|tiếp tục|tạo|đảm bảo|bảo đảm|góp phần|phát huy|chủ động|giải quyết|kịp thời|tăng cường|đẩy)/uy;
const LOOKS_AHEAD =
  /là năm (?:đầu|thứ|cuối|bản lề|có ý nghĩa|tăng tốc|diễn ra|tiếp tục|bứt phá)|(?<!\p{L})(?:sẽ|cần|phải|phấn đấu|nhiệm vụ|mục tiêu|giải pháp)(?!\p{L})/u;
const MUST =
  /là năm (?:đầu|thứ|cuối|bản lề|có ý nghĩa|tăng tốc|diễn ra|tiếp tục|bứt phá)|(?<!\p{L})(?:sẽ|cần|phải|phấn đấu)(?!\p{L})/u;
const DONE = /(?<!\p{L})đã(?!\p{L})/u;

/**
 * What a sentence's beginning says about the time it speaks of; null when it says nothing.
 * @param lower text in lower case, of which the sentence is a part
 * @param dates dates of the same text, in order, the sentence's first one at `firstDate`
 */
export function cueAt(
  lower: string,
  sentence: { start: number; end: number },
  firstDate: FoundDate | undefined,
  today: Today,
): Cue | null {
  const start = skip(OPENERS, lower, sentence.start);
  const whole = lower.slice(sentence.start, sentence.end);
  if (sentence.start === start && endOf(PURPOSE, lower, start) > 0)
    return DONE.test(whole) ? null : { mode: 'future', isTime: false, end: -1 };
  const heading = endOf(HEADING, lower, start);
  if (heading > 0)
    return /^.{0,120}(?:đã được|được (?:thực hiện|triển khai)|hoàn thành vượt|đạt được)/u.test(whole)
      ? { mode: 'past', isTime: false, end: -1 }
      : { mode: 'future', isTime: false, end: -1 };
  const future = endOf(FUTURE, lower, start);
  if (future > 0 && !DONE.test(lower.slice(sentence.start, future + 60)))
    return { mode: 'future', isTime: true, end: future };
  if (firstDate !== undefined && firstDate.start <= start + 2 && firstDate.end > start) {
    const mode = modeOfDate(firstDate, whole, today);
    if (mode !== null) return { mode, isTime: true, end: firstDate.end };
  }
  const past = Math.max(endOf(PAST, lower, start), endOf(PAST, lower, sentence.start));
  if (past > 0) return { mode: 'past', isTime: true, end: past };
  return endOf(REPORT, lower, start) > 0 ? { mode: 'past', isTime: false, end: -1 } : null;
}

function skip(pattern: RegExp, text: string, at: number): number {
  const end = endOf(pattern, text, at);
  return end < 0 ? at : end;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function modeOfDate(date: FoundDate, sentence: string, { day, isAssumed }: Today): Mode | null {
  if (date.kind === 'recurring' || date.kind === 'duration') return null;
  if (date.kind === 'relative' && date.to === null) return null;
  if (day === null) return date.kind === 'range' && /cuối|còn lại/u.test(date.text) ? 'future' : null;
  const first = date.from ?? date.to;
  const last = date.to ?? date.from;
  if (first === null || last === null) return null;
  if (date.kind === 'day')
    return last > day && LOOKS_AHEAD.test(sentence) && !DONE.test(sentence) ? 'future' : 'neutral';
  if (last < day) return 'past';
  if (first > day) return DONE.test(sentence) ? null : 'future';
  if (date.kind === 'half' || date.kind === 'range')
    return date.from === null || /cuối/u.test(date.text) ? 'future' : 'past';
  if (/năm học/iu.test(date.text)) return schoolYear(first, day, MUST.test(sentence) && !DONE.test(sentence));
  if (date.kind === 'term')
    return yearOf(first) + 1 >= yearOf(day) && !DONE.test(sentence) ? 'future' : 'past';
  if (DONE.test(sentence)) return 'past';
  const isEarly = date.kind !== 'year' || (monthOf(day) <= 3 && !isAssumed);
  if (isEarly) return 'future';
  // From spring on a report tells what was done of the year, unless it says that something must be.
  return (monthOf(day) < 6 ? LOOKS_AHEAD : MUST).test(sentence) ? 'future' : 'past';
}

/** From August to next May; in its first months articles still speak of what is planned. */
function schoolYear(firstDay: string, publishedOn: string, looksAhead: boolean): Mode {
  const months = (yearOf(publishedOn) - yearOf(firstDay)) * 12 + monthOf(publishedOn) - 8;
  return months <= 2 || (months <= 9 && looksAhead) ? 'future' : 'past';
}
