import { type Day, FIRST_YEAR, isoDay, isRealDay, LAST_YEAR } from '#core/text/days';
import { oneLine } from '#core/text/normalise';

/** A year that the text gives away, and the words that do. */
export interface YearClue {
  year: number;
  words: string;
}

export interface YearSource {
  url: string | null;
  title: string;
  dek: string | null;
  paragraphs: readonly string[];
}

/** Years before the time of online papers are history, not the year of the event. */
const FIRST_NEWS_YEAR = 1990;
const LONGEST_TEXT = 200_000;

/** The year of a day that is written without one: `import.md` 1.4, the first rule that answers. */
export function yearOf(day: Day, source: YearSource): YearClue | null {
  const inAddress = yearOfAddress(source.url);
  if (inAddress !== null) return inAddress;
  const whole = [source.title, source.dek ?? '', ...source.paragraphs].join('. \n').slice(0, LONGEST_TEXT);
  const head = [source.title, source.dek ?? '', ...source.paragraphs.slice(0, 2)].join('. \n');
  const clue =
    clueIn(scrub(head.slice(0, LONGEST_TEXT)), day) ??
    clueIn(scrub(whole), day) ??
    beforeDeadline(whole, day) ??
    latestFullDate(scrub(whole));
  return clue === null ? null : notBeforeCited(clue, day, whole);
}

function yearOfAddress(url: string | null): YearClue | null {
  if (url === null) return null;
  const match =
    /\/(20\d{2})\/(?:\d{1,2}\/|(?=[^/]*\D))/u.exec(url) ??
    /\/(20\d{2})(?:0[1-9]|1[0-2])\//u.exec(url) ??
    /(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,9}(?=[./?#]|$)/u.exec(url) ??
    /(?<!\d)(20\d{2})-(?:0[1-9]|1[0-2])-(?:\d{2})(?!\d)/u.exec(url);
  return match === null ? null : { year: Number(match[1]), words: match[0] };
}

/** With no day of its own it is read as of the middle of a year, when a year's plan and its review are equally far. */
const MIDDLE: Day = { day: 30, month: 6, year: null };

/**
 * The day on which or after which a text without a day was written, by what it tells: the last day of its year (or of the half
 * year before) that does not lie ahead, else the first day of that year.
 */
export function notBefore(paragraphs: readonly string[]): string | null {
  const source = { url: null, title: '', dek: null, paragraphs };
  const clue = yearOf(MIDDLE, source);
  if (clue === null) return null;
  const last = latestFullDate(scrub(paragraphs.join('. \n').slice(0, LONGEST_TEXT)));
  // In the second half of a year the next one is planned.
  const isLate = last !== null && last.on >= `${clue.year - 1}-07-01`;
  return isLate ? last.on : `${clue.year}-01-01`;
}

const WHOLE_DATE = String.raw`(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(\d{4})(?!\d)`;
/** A day that lies ahead of the event. */
const AHEAD = String.raw`(?:trước|(?<!(?:tính|từ đầu năm|năm nay|tới nay)\s)đến(?:\s+hết)?|hết|chậm nhất(?:\s+là)?|muộn nhất(?:\s+là)?|kể từ|hiệu lực[^.;\n]{0,40}?từ)`;

const NOT_A_CLUE = [
  new RegExp(String.raw`(?<!\p{L})${AHEAD}\s+${WHOLE_DATE}`, 'giu'),
  /(?<![/.\d])\d{4}\s*[-–]\s*\d{4}(?![/.]?\d)/gu,
  /\d{1,4}\s*\/\s*\d{4}\s*\/\s*[\p{Lu}][\p{Lu}\d-]*/gu,
  /(?:nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|năm học)\s+(?:từ\s+)?(?:năm\s+)?\d{4}\s*(?:[-–]|đến)\s*(?:năm\s+)?\d{4}/giu,
  /(?:tầm nhìn|định hướng|đến|tới|trước|từ|sau)\s+(?:hết\s+|cuối\s+|đến\s+)*năm\s+\d{4}/giu,
];

/** Blanks out terms of office, periods, horizons and document numbers, keeping all offsets. */
function scrub(text: string): string {
  return NOT_A_CLUE.reduce(
    (rest, pattern) => rest.replace(pattern, (words) => ' '.repeat(words.length)),
    jubileesKept(text),
  );
}

/** `90 năm … (1930 - 2020)`: the second year is now. Written so that blanking the period leaves it standing. */
function jubileesKept(text: string): string {
  return text.replace(
    /(?<!\d)(\d{1,3})(\s+năm[^.;]{0,80}?)(?<![/.\d])(\d{4})(\s*[-–]\s*)(\d{4})(?![/.]?\d)/gu,
    (words, span: string, between: string, from: string, dash: string, to: string) =>
      Number(to) - Number(from) === Number(span)
        ? `${span}${between}${' '.repeat(from.length + dash.length - 4)}năm ${to}`.padEnd(words.length)
        : words,
  );
}

const PLAN = /(?:nhiệm vụ|phương hướng)[^.;:\n]{0,80}?năm\s+(\d{4})(?!\d)/giu;
const REVIEW = /tổng kết[^.;:\n]{0,80}?năm\s+(\d{4})(?!\d)/giu;
const PART_OF_YEAR = /\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?\s+năm\s+(\d{4})(?!\d)/giu;
const QUARTER = /quý\s+(?:[IV]{1,3}|[1-4]|\p{L}{2,4})\s*(?:\/|[-–]|,?\s*năm)\s*(\d{4})(?!\d)/giu;
const FULL_DATE =
  /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)/gu;
const YEAR = /(?<!\p{L})(?:năm|tháng\s+\d{1,2}\s*[/-])\s*(\d{4})(?!\d)/giu;

function clueIn(text: string, day: Day): YearClue | null {
  const plan = latest(text, PLAN);
  if (plan !== null) return planned(plan, text, day);
  const review = day.month <= 3 ? latest(text, REVIEW) : null;
  if (review !== null) return { ...review, year: review.year + 1 };
  // The day of a document that is cited only says what came before.
  const own = text.replace(CITED_DAY, (words) => ' '.repeat(words.length));
  return (
    latest(text, PART_OF_YEAR) ??
    quarterly(text, day) ??
    latestFullDate(own) ??
    yearsAfter(text) ??
    latest(text, YEAR)
  );
}

const COUNTS: Readonly<Record<string, number>> = {
  ...{ một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 },
};
const YEARS_AFTER = new RegExp(
  String.raw`(?<![\p{L}\d])(\d{1,2}|${Object.keys(COUNTS).join('|')})\s+năm\s+(?:thực hiện|triển khai|thi hành)[^.;\n]{0,80}?(?<!\p{L})ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(\d{4})(?!\d)`,
  'giu',
);

/** "sơ kết hai năm thực hiện Chỉ thị số 5 ngày 11/2/2021": now is two years after. */
function yearsAfter(text: string): YearClue | null {
  for (const [words, count = '', from] of text.matchAll(YEARS_AFTER)) {
    const year = Number(from) + (COUNTS[count.toLowerCase()] ?? Number(count));
    if (isNewsYear(year)) return { year, words: oneLine(words) };
  }
  return null;
}

/** Late in the year a quarter of the first half is one to come. */
function quarterly(text: string, day: Day): YearClue | null {
  const quarter = latest(text, QUARTER);
  const isToCome =
    quarter !== null && day.month >= 10 && /quý\s+(?:I{1,2}|[12]|một|hai)(?![\p{L}\d])/iu.test(quarter.words);
  return isToCome ? { ...quarter, year: quarter.year - 1 } : quarter;
}

/** A deadline that passed less than this many months before the event is told of as met. */
const JUST_PASSED = 3;

/** With nothing else to go by: the first day that lies ahead of the event, or that has just passed. */
function beforeDeadline(text: string, day: Day): YearClue | null {
  const [found, year] = new RegExp(String.raw`(?<!\p{L})${AHEAD}\s+${WHOLE_DATE}`, 'iu').exec(text) ?? [];
  const words = /\d{1,2}\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}$/u.exec(found ?? '');
  if (words === null || !isNewsYear(Number(year))) return null;
  const isSameYear = day.month - Number(words[1]) < JUST_PASSED;
  return { year: isSameYear ? Number(year) : Number(year) - 1, words: oneLine(words[0]) };
}

/** In November and December the tasks of the next year are set while this year is summed up. */
function planned(plan: YearClue, text: string, day: Day): YearClue {
  const isWithinYear = /tháng|quý/iu.test(plan.words);
  const looksBack = new RegExp(`tổng kết|năm\\s+${plan.year - 1}(?!\\d)`, 'iu').test(text);
  return day.month >= 11 && !isWithinYear && looksBack ? { ...plan, year: plan.year - 1 } : plan;
}

function latest(text: string, pattern: RegExp): YearClue | null {
  let best: YearClue | null = null;
  for (const match of text.matchAll(pattern)) {
    const year = Number(match[1]);
    if (isNewsYear(year) && (best === null || year > best.year)) best = { year, words: oneLine(match[0]) };
  }
  return best;
}

const isNewsYear = (year: number) => year >= Math.max(FIRST_NEWS_YEAR, FIRST_YEAR) && year <= LAST_YEAR;

function latestFullDate(text: string): (YearClue & { on: string }) | null {
  let best: (YearClue & { on: string }) | null = null;
  for (const match of text.matchAll(FULL_DATE)) {
    const [day = 0, month = 0, year = 0] = (match[1] === undefined ? match.slice(4) : match.slice(1)).map(
      Number,
    );
    const on = isRealDay({ day, month, year }) && isNewsYear(year) ? isoDay({ day, month, year }) : null;
    if (on !== null && (best === null || on > best.on)) best = { year, words: match[0], on };
  }
  return best;
}

/** A document with the day on which it was issued; a day after `trước`, `chậm nhất` and the like is a deadline. */
const CITED_DAY =
  /(?:số\s+\S{0,30}\d|\d[\p{L}\d]{0,12}\s?[-–/]\s?[\p{Lu}]{2,}|nghị quyết|chỉ thị|quyết định|nghị định|thông tư|kết luận|công văn)[^.;\n]{0,60}?(?<!(?:trước|từ|đến|tới|hết|sau|nhất|nhất\s+là)\s+)ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/giu;
const CITED_YEAR = /\d{1,4}\s?\/\s?(\d{4})\s?\/\s?\p{Lu}[\p{Lu}\d-]{0,20}/gu;

/** An event cannot be older than a document that its report cites. */
function notBeforeCited(clue: YearClue, day: Day, text: string): YearClue {
  let bound = '';
  let words = '';
  const consider = (on: string | null, cited: string) => {
    if (on !== null && on > bound) [bound, words] = [on, oneLine(cited)];
  };
  for (const match of text.matchAll(CITED_DAY)) {
    consider(isoDay({ day: Number(match[1]), month: Number(match[2]), year: Number(match[3]) }), match[0]);
  }
  for (const match of text.matchAll(CITED_YEAR)) {
    const year = Number(match[1]);
    consider(isNewsYear(year) ? `${year}-01-01` : null, match[0]);
  }
  const firstYear = bound === '' ? 0 : Number(bound.slice(0, 4));
  if (clue.year > firstYear) return clue;
  const inFirstYear = isoDay({ ...day, year: firstYear });
  const year = inFirstYear !== null && inFirstYear >= bound ? firstYear : firstYear + 1;
  return year === clue.year ? clue : { year, words };
}
