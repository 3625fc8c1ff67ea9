// Days as they are written in Vietnamese news, always day before month.

export interface Day {
  day: number;
  month: number;
  /** Null where the writer left it out, as datelines do. */
  year: number | null;
}

export const FIRST_YEAR = 1945;
export const LAST_YEAR = 2099;

export function isRealDay({ day, month, year }: Day): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return false;
  return day <= daysInMonth(month, year ?? 2000);
}

/** The month counts from 1. */
export function daysInMonth(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `YYYY-MM-DD`, or null when there is no such day or no year. */
export function isoDay(day: Day): string | null {
  if (day.year === null || !isRealDay(day)) return null;
  return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}

const MONTH_WORDS: Readonly<Record<string, number>> = {
  một: 1, giêng: 1, hai: 2, ba: 3, tư: 4, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10,
  'mười một': 11, 'mười hai': 12, chạp: 12,
}; // prettier-ignore
const MONTH = '(\\d{1,2}|mười một|mười hai|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)';

/** A day with its year, anywhere in a line. */
const WRITTEN_DAYS: readonly { pattern: RegExp; order: 'dmy' | 'ymd' }[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)(?:t(?=\d))?/iu, order: 'ymd' },
  { pattern: /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/u, order: 'dmy' },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s*[,-]?\\s*(?:tháng|thg|th)\\.?\\s*${MONTH}\\s*[,/-]?\\s*(?:năm\\s*)?(\\d{4})(?!\\d)`, 'iu'),
    order: 'dmy',
  },
  { pattern: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})(?![\d:])/u, order: 'dmy' },
]; // prettier-ignore

/** The first full date in a line and the words that it is written with. */
export function writtenDay(text: string): { day: Day; words: string } | null {
  for (const { pattern, order } of WRITTEN_DAYS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const numbers = match.slice(1).map(numberOf);
    const [day = 0, month = 0, year = 0] = order === 'dmy' ? numbers : numbers.reverse();
    const found = { day, month, year: year < 100 ? 2000 + year : year };
    if (isRealDay(found)) return { day: found, words: match[0] };
  }
  return null;
}

function numberOf(word: string): number {
  return MONTH_WORDS[word.toLowerCase()] ?? Number(word);
}

/** Words that a date line may hold beside its date. */
const DATE_WORDS =
  /(?<![\p{L}\p{M}])(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|cn|t[2-7]|(?:ngày\s+)?(?:giờ\s+)?(?:đăng(?:\s+(?:tải|tin|bài))?|cập\s+nhật(?:\s+(?:lần\s+cuối|mới\s+nhất))?|phát\s+hành|xuất\s+bản|tạo|viết|gửi|ban\s+hành)|thời\s+gian|ngày|lúc|vào|hồi|tháng|năm|date|posted|published|updated|on|at|sa|ch|am|pm|sáng|trưa|chiều|tối|gmt|utc|giờ\s+việt\s+nam)(?![\p{L}\p{M}])/giu;
const CLOCK =
  /(?<!\d)\d{1,2}\s*(?:(?:giờ|h|g)(?:\s*\d{1,2}(?:\s*(?:phút|p|ph|['’"”′]))?)?|:\s*\d{2}(?::\d{2}(?:\.\d{1,3})?)?\s*['’"”′]?)(?![\p{L}\p{N}])/giu;
const ZONE = /[+-]\s?0?7(?::?00)?(?!\d)/g;
const VIEWS =
  /\d[\d.,]{0,9}\s*(?:lượt\s+(?:xem|đọc)|views?)|(?:lượt\s+(?:xem|đọc)|views?)\s*:?\s*\d[\d.,]{0,9}/giu;
const LONGEST_DATE_LINE = 120;

/** What is left of a line when its date, clock, weekday and labels are taken out; null when it has no full date. */
export function dateLine(text: string): { day: Day; rest: string } | null {
  if (text.length > LONGEST_DATE_LINE || !/\d/.test(text)) return null;
  const found = writtenDay(text);
  if (found === null) return null;
  const rest = text
    .replace(found.words, ' ')
    .replace(VIEWS, ' ')
    .replace(CLOCK, ' ')
    .replace(DATE_WORDS, ' ')
    .replace(ZONE, ' ')
    .replace(/[\s|:,;.()[\]'’"”•·–—\-/@+]{1,40}$/u, '')
    .replace(/^[\s|:,;.()[\]'’"”•·–—\-/@+]{1,40}/u, '');
  return { day: found.day, rest };
}

/** `Hà Nội, ngày 5 tháng 3 năm 2020`: the head of a letter or a decision. */
const PLACE_AND_DAY = /^\p{Lu}[\p{L}\s.-]{1,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?$/u;
export function isPlaceAndDay(text: string): boolean {
  return text.length <= 100 && PLACE_AND_DAY.test(text);
}

const AGO = /^(?:cách đây\s+)?\d{1,3}\s+(?:giây|phút|giờ|ngày|tuần|tháng|năm)\s+trước$/iu;
/** `3 giờ trước`: says nothing without knowing when the page was kept. */
export function isAgo(text: string): boolean {
  return text.length <= 40 && AGO.test(text);
}

const MOMENT = '(?:rạng\\s+sáng|sáng|trưa|chiều\\s+tối|chiều|tối|đêm|ngày|hôm\\s+nay|hôm\\s+qua)';
const EVENT_DAY = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${MOMENT}(?:\\s+(?:nay|qua|mai))?[\\s,(]{0,3}(?:thứ\\s+\\p{L}{2,4}[\\s,(]{0,3})?(?:ngày\\s+)?(?:mùng\\s+|mồng\\s+)?` +
    `(\\d{1,2})(?:\\s*(?:-|–|và|đến|,|&)\\s*(?:ngày\\s+)?(\\d{1,2}))?` +
    `(?:\\s?[/.-]\\s?(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{4}))?|\\s+tháng\\s+(\\d{1,2})(?:\\s*,?\\s*(?:năm\\s+)?(\\d{4}))?)(?![\\d%]|[.,]\\d)`,
  'giu',
);

export interface EventDay {
  day: Day;
  words: string;
  /** Where in the text it stands. */
  at: number;
}

/** Days written with `sáng`, `ngày` … before them, in order. Of a range, the last day. */
export function eventDays(text: string): EventDay[] {
  const found: EventDay[] = [];
  for (const match of text.matchAll(EVENT_DAY)) {
    const [words, first, last, month, year, monthInWords, yearInWords] = match;
    const written = year ?? yearInWords;
    const day: Day = {
      day: Number(last ?? first),
      month: Number(month ?? monthInWords),
      year: written === undefined ? null : Number(written),
    };
    if (isRealDay(day)) found.push({ day, words: words.replace(/\s+/g, ' '), at: match.index });
  }
  return found;
}
