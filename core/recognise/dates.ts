// Days, months, quarters, halves, years, terms and other times as policy news writes them (domain/citations.md 2.7).
import { addDays, lastDayOf, monthOf, monthsOf, type Period, weekOf, yearOf } from '#core/recognise/calendar';
import type { DateKind, FoundDate } from '#core/recognise/found';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';
import { FIRST_YEAR, isoDay, isRealDay, LAST_YEAR } from '#core/text/days';

interface Reading extends Period {
  kind: DateKind;
  yearInferred: boolean;
}
type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  /** First letters of what it matches; `0` is any digit. */
  begins: string;
  pattern: RegExp;
  /** `today` is the day of the article. Null: the words are no date. */
  read: (groups: Groups, today: string | null) => Reading | null;
}

const NUMBERS: Readonly<Record<string, number>> = {
  i: 1, ii: 2, iii: 3, iv: 4, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, nhất: 1, nhì: 2, giêng: 1,
  năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10, chạp: 12, 'mười một': 11, 'mười hai': 12,
}; // prettier-ignore

const numberOf = (word: string | undefined): number =>
  word === undefined ? NaN : (NUMBERS[word] ?? Number(word));
/** Days of the year that papers call by their names, as day and month. */
const HOLIDAYS: Readonly<Record<string, readonly [day: number, month: number]>> = {
  'tết dương lịch': [1, 1], 'ngày giải phóng miền nam': [30, 4], 'quốc tế lao động': [1, 5], 'thương binh - liệt sĩ': [27, 7],
  'quốc khánh': [2, 9], 'phụ nữ việt nam': [20, 10], 'nhà giáo việt nam': [20, 11],
}; // prettier-ignore
const HOLIDAY = Object.keys(HOLIDAYS).join('|');

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

const START = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
/** After digits: no further part of a number, a ratio or a document's code. */
const NUMBER_END = '(?![\\p{L}\\p{N}%]|[.,/-]\\p{N}|/\\p{L}|-\\p{L}{2})';
const MOMENT = '(?:rạng sáng|sáng|trưa|chiều|tối|đêm)';
const DAY_LEAD = `(?:${MOMENT} (?:nay,? |qua,? )?(?:ngày )?\\(?|ngày (?:mùng |mồng )?|mùng |mồng )`;
const MONTH_WORD = '(?:mười một|mười hai|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|chạp)';
const OF_YEAR = '(?:(?: ?[/-] ?|,? (?:của )?năm | )(?<year>(?:19|20)\\d\\d))?';

const pattern = (source: string): RegExp => new RegExp(source, 'uy');

function yearIn(groups: Groups, today: string | null): { year: number | null; yearInferred: boolean } {
  if (groups['year'] !== undefined) return { year: Number(groups['year']), yearInferred: false };
  return { year: today === null ? null : yearOf(today), yearInferred: true };
}

function months(
  kind: DateKind,
  groups: Groups,
  today: string | null,
  first: number,
  last: number,
): Reading | null {
  if (!(first >= 1 && first <= last && last <= 12)) return null;
  const { year, yearInferred } = yearIn(groups, today);
  if (year === null) return { kind, from: null, to: null, yearInferred };
  return isYear(year) ? { kind, ...monthsOf(year, first, last), yearInferred } : null;
}

function day(groups: Groups, today: string | null): Reading | null {
  const { year, yearInferred } = yearIn(groups, today);
  const found = { day: Number(groups['day']), month: numberOf(groups['month']), year };
  if (!isRealDay(found)) return null;
  const iso = isoDay(found);
  return { kind: 'day', from: iso, to: iso, yearInferred };
}

/** `trước Quốc khánh`. */
function holiday(groups: Groups, today: string | null): Reading | null {
  const [on, month] = HOLIDAYS[groups['holiday'] ?? ''] ?? [];
  return day({ ...groups, day: String(on), month: String(month) }, today);
}

/** `từ ngày 1/3 đến ngày 15/3/2025`, `11/4/2007 - 11/4/2017`, `ngày 10-12/5`: what the first day leaves out, the last has. */
function dayRange(groups: Groups, today: string | null): Reading | null {
  const { year, yearInferred } = yearIn(groups, today);
  const last = { day: Number(groups['day']), month: Number(groups['month']), year };
  const first = {
    day: Number(groups['day1']),
    month: Number(groups['month1'] ?? groups['month']),
    year: groups['year1'] === undefined ? year : Number(groups['year1']),
  };
  if (!isRealDay(first) || !isRealDay(last)) return null;
  const [from, to] = [isoDay(first), isoDay(last)];
  return from !== null && to !== null && from > to ? null : { kind: 'range', from, to, yearInferred };
}

function years(groups: Groups): Reading | null {
  const [first, last] = [Number(groups['first']), Number(groups['last'])];
  if (!isYear(first) || !isYear(last) || last <= first || last - first > 60) return null;
  return { kind: 'term', from: `${first}-01-01`, to: `${last}-12-31`, yearInferred: false };
}

function quarter(groups: Groups, today: string | null): Reading | null {
  const number = numberOf(groups['quarter']);
  return months('quarter', groups, today, number * 3 - 2, number * 3);
}

function half(groups: Groups, today: string | null): Reading | null {
  return groups['half'] === 'đầu'
    ? months('half', groups, today, 1, 6)
    : months('half', groups, today, 7, 12);
}

/** `những tháng cuối năm`: a stretch of which only one end is known. */
function openMonths(groups: Groups, today: string | null): Reading | null {
  const whole = months('range', groups, today, 1, 12);
  if (whole === null) return null;
  return groups['part'] === 'đầu' ? { ...whole, to: null } : { ...whole, from: null };
}

function relativeYear(groups: Groups, today: string | null): Reading {
  const year =
    today === null
      ? null
      : yearOf(today) + ({ tới: 1, sau: 1, ngoái: -1, qua: -1 }[groups['which'] ?? ''] ?? 0);
  const period = year === null ? { from: null, to: null } : monthsOf(year, 1, 12);
  return { kind: 'year', ...period, yearInferred: true };
}

function relative(groups: Groups, today: string | null): Reading {
  const shift = { này: 0, nay: 0, tới: 1, sau: 1, qua: -1, trước: -1 }[groups['which'] ?? ''] ?? 0;
  const inferred = { kind: 'relative', yearInferred: true } as const;
  if (today === null) return { ...inferred, from: null, to: null };
  if (groups['unit'] === 'tuần') return { ...inferred, ...weekOf(today, shift) };
  const size = groups['unit'] === 'quý' ? 3 : 1;
  const first = (Math.ceil(monthOf(today) / size) - 1 + shift) * size;
  const year = yearOf(today) + Math.floor(first / 12);
  const month = (first + 12) % 12;
  return { ...inferred, ...monthsOf(year, month + 1, month + size) };
}

function nearDay(groups: Groups, today: string | null): Reading {
  const shift = { nay: 0, mai: 1, qua: -1 }[groups['which'] ?? ''] ?? 0;
  const on = today === null ? null : addDays(today, shift);
  return { kind: 'relative', from: on, to: on, yearInferred: true };
}

const untilEndOfYear = (groups: Groups, today: string | null): Reading => {
  const { year, yearInferred } = yearIn(groups, today);
  return { kind: 'relative', from: today, to: year === null ? null : lastDayOf(year, 12), yearInferred };
};

const nothingKnown = (kind: DateKind) => (): Reading => ({ kind, from: null, to: null, yearInferred: false });

/** The earlier rule wins where two readings begin at the same place and are as long. */
const RULES: readonly Rule[] = [
  { begins: '0tn', pattern: pattern(`${START}(?:từ )?(?:ngày )?(?<day1>\\d{1,2})/(?<month1>\\d{1,2})(?:/(?<year1>\\d{4}))?(?: ?- ?| (?:đến|tới) (?:hết )?)(?:ngày )?(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:/(?<year>\\d{4}))?${NUMBER_END}`), read: dayRange },
  { begins: 'rstcđnm', pattern: pattern(`${START}${DAY_LEAD}(?<day1>\\d{1,2})(?: ?- ?| và (?:ngày )?| đến (?:ngày )?)(?<day>\\d{1,2})(?:/| tháng )(?<month>\\d{1,2})(?:(?:/| năm )(?<year>\\d{4}))?${NUMBER_END}`), read: dayRange },
  { begins: 'rstcđnm', pattern: pattern(`${START}${DAY_LEAD}(?<day>\\d{1,2})(?<cut> ?[/.-] ?)(?<month>\\d{1,2})(?:\\k<cut>(?<year>(?:19|20)\\d\\d))?${NUMBER_END}`), read: day },
  { begins: '0', pattern: pattern(`${START}(?<day>\\d{1,2})(?<cut> ?[/-] ?)(?<month>\\d{1,2})\\k<cut>(?<year>(?:19|20)\\d\\d)${NUMBER_END}`), read: day },
  { begins: '0', pattern: pattern(`(?<=${START}(?:trước|đến|hết|từ|tới|nhất|nhất là|(?:muộn|chậm|trễ) hơn|hạn|hạn chót|hạn cuối) )(?<day>\\d{1,2})[/-](?<month>\\d{1,2})${NUMBER_END}`), read: day },
  { begins: '0', pattern: pattern(`(?<=${START}(?:trước|nhất|nhất là|dịp|hạn|hạn chót|hạn cuối) )(?<day>\\d{1,2})\\.(?<month>\\d{1,2})(?! ?(?:%|\\p{L}*(?:triệu|tỷ|nghìn|tấn|ha|km|m|điểm|lần|đồng|giờ)(?!\\p{L})))${NUMBER_END}`), read: day },
  { begins: '0rstcđnm', pattern: pattern(`${START}${DAY_LEAD}?(?<day>\\d{1,2}) tháng (?<month>\\d{1,2}|${MONTH_WORD})(?:,? năm (?<year>\\d{4}))?${NUMBER_END}`), read: day },
  { begins: 'qtnp', pattern: pattern(`(?<=${START}(?:trước|đến|tới|hết|nhất|hơn|dịp|mừng|kỷ niệm) (?:(?:dịp|lễ|ngày|tết|nghỉ) ){0,3})(?<holiday>${HOLIDAY})(?:(?: năm)? (?<year>(?:19|20)\\d\\d))?${END}`), read: holiday },
  { begins: 'q', pattern: pattern(`${START}quý (?<quarter>iv|i{1,3}|[1-4]|một|nhất|hai|nhì|ba|tư|bốn)${OF_YEAR}${NUMBER_END}`), read: quarter },
  { begins: '0s', pattern: pattern(`${START}(?:6|sáu) tháng (?<half>đầu|cuối) (?:của )?năm(?:,? (?<year>(?:19|20)\\d\\d))?${END}`), read: half },
  { begins: 'n', pattern: pattern(`${START}nửa (?<half>đầu|cuối) (?:của )?năm(?: (?<year>(?:19|20)\\d\\d))?${END}`), read: half },
  { begins: '0c', pattern: pattern(`${START}(?:9|chín) tháng(?: đầu)? (?:của )?năm(?: (?<year>(?:19|20)\\d\\d))?${END}`), read: (groups, today) => months('range', groups, today, 1, 9) },
  { begins: 'nc', pattern: pattern(`${START}(?:những|các) tháng (?<part>đầu|cuối|còn lại)(?: (?:của|trong))? năm(?: (?<year>(?:19|20)\\d\\d))?${END}`), read: openMonths },
  { begins: 'đc', pattern: pattern(`${START}(?<part>đầu|cuối) năm(?: (?<year>(?:19|20)\\d\\d)| nay)?${END}`), read: openMonths },
  { begins: 't', pattern: pattern(`${START}từ nay đến (?:hết |cuối )+năm(?: (?<year>(?:19|20)\\d\\d)| nay)?${END}`), read: untilEndOfYear },
  { begins: 't', pattern: pattern(`${START}tháng (?<month>\\d{1,2}|${MONTH_WORD})${OF_YEAR}${NUMBER_END}`), read: (groups, today) => months('month', groups, today, numberOf(groups['month']), numberOf(groups['month'])) },
  { begins: 'ntg0(', pattern: pattern(`${START}(?:(?:nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|năm học|\\d{1,2} năm) )?(?:\\()?(?<first>(?:19|20)\\d\\d) ?- ?(?<last>(?:19|20)\\d\\d)${NUMBER_END}`), read: years },
  { begins: 't', pattern: pattern(`${START}từ năm (?<first>(?:19|20)\\d\\d) đến (?:hết )?(?:năm )?(?<last>(?:19|20)\\d\\d)${NUMBER_END}`), read: years },
  { begins: 'c', pattern: pattern(`${START}cả năm(?: (?<year>(?:19|20)\\d\\d)| nay)?${END}`), read: (groups, today) => months('year', groups, today, 1, 12) },
  { begins: 'n', pattern: pattern(`${START}năm (?<year>(?:19|20)\\d\\d)${NUMBER_END}`), read: (groups, today) => months('year', groups, today, 1, 12) },
  { begins: 'n', pattern: pattern(`${START}năm (?<which>nay|này|tới|sau|ngoái|qua)${END}`), read: relativeYear },
  { begins: 'tq', pattern: pattern(`${START}(?<unit>tuần|tháng|quý) (?<which>này|tới|sau|qua|trước)${END}`), read: relative },
  { begins: 'hn', pattern: pattern(`${START}(?:hôm|ngày) (?<which>nay|mai|qua)${END}`), read: nearDay },
  { begins: 'tcđhs', pattern: pattern(`${START}(?:thời gian (?:qua|tới|vừa qua|sắp tới)|(?:cho )?đến nay|hiện nay|đầu nhiệm kỳ|cuối nhiệm kỳ|toàn khóa|(?:trước|sau) (?:đại hội|khai giảng|tết))${END}`), read: nothingKnown('relative') },
  { begins: 'đhm', pattern: pattern(`${START}(?:(?:định kỳ )?(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|định kỳ (?:(?:\\d|sáu|ba) tháng|tuần|tháng|quý|năm))${END}`), read: nothingKnown('recurring') },
  { begins: '0', pattern: pattern(`${START}\\d{1,3} (?:ngày|tuần|tháng|năm) (?:qua|gần đây|thành lập|đổi mới|làm việc|liên tiếp|tới)${END}`), read: nothingKnown('duration') },
  { begins: '0', pattern: pattern(`(?<=${START}(?:trong|vòng) )\\d{1,3} (?:ngày|tuần|tháng|năm|giờ)(?: làm việc)?${END}`), read: nothingKnown('duration') },
]; // prettier-ignore

const RULES_BY_LETTER = new Map<string, Rule[]>();
for (const rule of RULES) {
  for (const letter of rule.begins.replace('0', '0123456789'))
    RULES_BY_LETTER.set(letter, [...(RULES_BY_LETTER.get(letter) ?? []), rule]);
}

/** Where a date may begin: what the rules above begin with. */
const OPENING =
  /quốc (?=k|t)|tết d|thương binh -|phụ nữ v|nhà giáo v|ngày|mùng|mồng|quý|sáu tháng|ba tháng|chín tháng|nửa|những tháng|các tháng|đầu n|cuối n|tháng|cả năm|nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|tuần|hôm|thời gian|cho đến|đến nay|hiện nay|toàn khóa|định kỳ|năm(?= [\dnhtsq])|h[ằà]ng(?= [ntq])|mỗi|(?:rạng sáng|sáng|trưa|chiều|tối|đêm)(?= [nq\d(])|từ (?=n|\d)|trước (?=đ|k|t)|sau (?=đ|k|t)|\((?=\d{4})|\d+(?= ?[/-] ?\d|\.\d\d?(?!\d)| (?:tháng|ngày|tuần|năm|giờ))/gu;

/**
 * Dates and stretches of time in the text's order; none lies over another.
 * @param context.publishedOn day of the article: the year of a day without one.
 */
export const findDates = (text: string, { publishedOn }: { publishedOn: string | null }): FoundDate[] =>
  datesIn(matchCopy(text), publishedOn);

/** The dates of a text whose match copy is known. */
export function datesIn(copy: MatchCopy, publishedOn: string | null): FoundDate[] {
  const { lower } = copy;
  const dates: FoundDate[] = [];
  let last = 0;
  for (const { index } of lower.matchAll(OPENING)) {
    const one = index < last ? null : readingAt(lower, index, publishedOn);
    if (one === null) continue;
    last = one.end;
    const { start, end, text } = copy.wordsOf(index, last);
    const { kind, from, to, yearInferred } = one.reading;
    dates.push({ start, end, text, kind, from, to, yearInferred });
  }
  return dates;
}

/** The longest reading that begins at `start`. */
function readingAt(
  lower: string,
  start: number,
  today: string | null,
): { end: number; reading: Reading } | null {
  let best: { end: number; reading: Reading } | null = null;
  for (const { pattern, read } of RULES_BY_LETTER.get(lower[start] ?? '') ?? []) {
    pattern.lastIndex = start;
    const match = pattern.exec(lower);
    const end = start + (match?.[0].length ?? 0);
    if (match === null || end <= (best?.end ?? 0)) continue;
    const reading = read(match.groups ?? {}, today);
    if (reading !== null) best = { end, reading };
  }
  return best;
}
