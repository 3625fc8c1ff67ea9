// When a task is due: a date and the words before it that make it a deadline.
import { addDays, monthOf, yearLater, yearOf } from '#core/recognise/calendar';
import type { DeadlineKind, FoundDate } from '#core/recognise/found';
import { matchesOf } from '#core/recognise/matches';
import type { Today } from '#core/recognise/today';
import type { Span } from '#core/span';

const CLOCK = '(?:\\d{1,2} ?(?:giờ|g|h)(?: ?\\d{2})?(?: phút)?,? )?';
const TO_DAY = `(?:(?:là|vào|đến|trong|hết|cuối|khoảng) )*${CLOCK}(?:ngày )?`;

/** The words that end where a date begins, by what they make of it. The first that fits wins. */
const LEADS: readonly { kind: DeadlineKind; pattern: RegExp }[] = [
  { kind: 'before', pattern: new RegExp(`(?<!\\p{L})(?:xong )?trước (?:thời điểm |hết )?${CLOCK}(?:ngày )?$`, 'u') },
  { kind: 'by', pattern: new RegExp(`(?<!\\p{L})(?:chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn|hạn)(?: là)?:? ${TO_DAY}$`, 'u') },
  { kind: 'by', pattern: new RegExp(`(?<!\\p{L})không (?:được |thể |để )?(?:(?:muộn|chậm|trễ) hơn|(?:vượt )?quá) ${TO_DAY}$`, 'u') },
  { kind: 'by', pattern: new RegExp(`(?<!\\p{L})(?:từ nay )?(?:đến|tới) ${TO_DAY}$`, 'u') },
  { kind: 'by', pattern: /(?<!\p{L})(?:hết|(?:nhân |vào |đúng )?dịp(?: lễ| kỷ niệm)?) (?:ngày )?$/u },
  { kind: 'after', pattern: /(?<!\p{L})sau (?:ngày )?$/u },
  { kind: 'period', pattern: /(?<!\p{L})(?:ngay )?(?:trong|vào)(?: cả| suốt| vòng| đầu| giữa| cuối| các| những| hai| ba)? $/u },
  { kind: 'period', pattern: /(?<!\p{L})(?:hoàn thành|xong|kết thúc|báo cáo|ngay|(?:bước |ngay )?sang)(?: vào| trong)? $/u },
]; // prettier-ignore
const LONGEST_LEAD = 48;

/** Events before or after which something is due: no day is known of them. */
const EVENT =
  /(?:trước|sau|ngay sau|ngay trước)(?<=(?<!\p{L})(?:ngay )?\p{L}+)(?: khi| thềm| dịp| ngày| mùa)? (?:đại hội|hội nghị|kỳ họp|phiên họp|tết|khai giảng|năm học mới|mưa bão|mưa lũ|bầu cử|bế mạc|kết thúc)(?: đảng bộ| các cấp| nguyên đán| đại biểu| năm học)*(?!\p{L})/u;

const EVENTS = new RegExp(EVENT, 'gu');

const RANK: Readonly<Record<DeadlineKind, number>> = {
  before: 3,
  by: 3,
  period: 2,
  event: 1,
  recurring: 1,
  after: 0,
};

/** A deadline without its words. */
export interface Candidate extends Span {
  iso: string | null;
  kind: DeadlineKind;
}

export interface DeadlineContext {
  today: Today;
  /** Lower-case text that the dates' offsets refer to. */
  lower: string;
  dates: readonly FoundDate[];
}

/** The deadlines that stretches of one text set. */
export class Deadlines {
  private found: readonly Span[] | undefined;
  /** The lead-in that was read last, up to which date, and the best of its dates: the next one may go on from it. */
  private lead: { start: number; next: number; best: Candidate | null } = { start: -1, next: 0, best: null };

  constructor(private readonly context: DeadlineContext) {}

  private get events(): readonly Span[] {
    return (this.found ??= matchesOf(EVENTS, this.context.lower).map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    })));
  }

  /**
   * The deadline that a stretch of text sets. Of several the strictest kind, of these the first.
   * @param bare whether a period without `trong`, `đến` … sets one too, as in a target or at a sentence's beginning.
   */
  within({ start, end }: Span, bare: boolean): Candidate | null {
    const next = firstAt(this.context.dates, start);
    return this.stricter(start, end, this.bestDate(start, end, bare, { next, best: null }));
  }

  /** The deadline of what stands before a clause. */
  before({ start, end }: Span): Candidate | null {
    const { dates } = this.context;
    const isLonger = this.lead.start === start && (dates[this.lead.next - 1]?.end ?? -1) <= end;
    if (!isLonger) this.lead = { start, next: firstAt(dates, start), best: null };
    this.lead.best = this.bestDate(start, end, true, this.lead);
    return this.stricter(start, end, this.lead.best);
  }

  private bestDate(
    start: number,
    end: number,
    bare: boolean,
    from: { next: number; best: Candidate | null },
  ): Candidate | null {
    const { dates } = this.context;
    let { best } = from;
    for (; (dates[from.next]?.end ?? Infinity) <= end; from.next += 1) {
      const date = dates[from.next];
      const candidate = date === undefined ? null : candidateOf(date, this.context, start, bare);
      if (candidate !== null && (best === null || RANK[candidate.kind] > RANK[best.kind])) best = candidate;
    }
    return best;
  }

  private stricter(start: number, end: number, dated: Candidate | null): Candidate | null {
    if (dated !== null && RANK[dated.kind] > RANK.event) return dated;
    return this.eventIn(start, end) ?? dated;
  }

  private eventIn(start: number, end: number): Candidate | null {
    const { events } = this;
    const event = events[firstEndAfter(events, start)];
    if (event === undefined || event.start >= end) return null;
    if (event.start >= start && event.end <= end) return { ...event, iso: null, kind: 'event' };
    // Where the words of an event are cut, fewer of them may do.
    const match = EVENT.exec(this.context.lower.slice(start, end));
    if (match === null) return null;
    const at = start + match.index;
    return { start: at, end: at + match[0].length, iso: null, kind: 'event' };
  }
}

/** Of spans in order the first for which something holds that holds for all after it. */
function firstWhere(spans: readonly Span[], holds: (span: Span) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined || holds(span)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const firstAt = (spans: readonly Span[], at: number): number => firstWhere(spans, ({ start }) => start >= at);

/** The number of the first span that ends behind a place. */
export const firstEndAfter = (spans: readonly Span[], at: number): number =>
  firstWhere(spans, ({ end }) => end > at);

/** The dates of a stretch of text, in order. */
export function* datesWithin(dates: readonly FoundDate[], start: number, end: number): Generator<FoundDate> {
  for (let index = firstAt(dates, start); index < dates.length; index += 1) {
    const date = dates[index];
    if (date === undefined || date.end > end) return;
    yield date;
  }
}

function candidateOf(
  date: FoundDate,
  context: DeadlineContext,
  from: number,
  bare: boolean,
): Candidate | null {
  if (date.kind === 'recurring') return { start: date.start, end: date.end, iso: null, kind: 'recurring' };
  const head = context.lower.slice(Math.max(from, date.start - LONGEST_LEAD), date.start);
  const last = lastDay(date, context.today.day);
  for (const { kind, pattern } of LEADS) {
    const words = pattern.exec(head)?.[0];
    if (words !== undefined) return led(date, kind, date.start - words.length, last, context.today.day);
  }
  const isPeriod = last !== null && date.kind !== 'term' && date.kind !== 'day' && date.kind !== 'relative';
  // "từ ngày 1/3 đến ngày 15/3" says when without further words.
  const isNamed =
    last !== null && (date.kind === 'relative' || (date.kind === 'range' && /^từ .*\d/u.test(date.text)));
  if (!isNamed && !(bare && isPeriod)) return null;
  return isOver(last, context.today.day)
    ? null
    : { start: date.start, end: date.end, iso: last, kind: 'period' };
}

function led(
  date: FoundDate,
  kind: DeadlineKind,
  start: number,
  last: string | null,
  today: string | null,
): Candidate | null {
  const span = { start, end: date.end };
  if (date.kind === 'duration') return kind === 'after' ? null : { ...span, kind: 'period', iso: null };
  if (kind === 'after') return { ...span, kind, iso: null };
  // A term names who sits; a stretch of years when something is done.
  if (last === null || (date.kind === 'term' && !/^giai đoạn/iu.test(date.text))) return null;
  // Before a month is before its first day; "trước ngày 31/10" names the day itself.
  const isDay = date.kind === 'day' || date.from === null || date.from === date.to;
  const iso =
    kind === 'before' && !isDay && date.from !== null ? addDays(shifted(date.from, date, today), -1) : last;
  return isOver(iso, today) ? null : { ...span, kind, iso };
}

const isOver = (day: string, today: string | null): boolean => today !== null && day < today;

const lastDay = (date: FoundDate, today: string | null): string | null =>
  date.to === null ? null : shifted(date.to, date, today);

/** A day without its year that lies more than two months back is one of the next year. */
function shifted(day: string, date: FoundDate, today: string | null): string {
  const isWritten =
    date.kind === 'day' || date.kind === 'month' || date.kind === 'quarter' || date.kind === 'range';
  if (!date.yearInferred || today === null || !isWritten || date.to === null) return day;
  const monthsBack = (yearOf(today) - yearOf(date.to)) * 12 + monthOf(today) - monthOf(date.to);
  const isFarBack = monthsBack > 2 || (monthsBack === 2 && today.slice(8) > date.to.slice(8));
  return isFarBack ? yearLater(day) : day;
}
