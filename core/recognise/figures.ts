// Numbers with what they count, as targets name them (domain/citations.md 2.8).
import type { FoundFigure } from '#core/recognise/found';
import type { Span } from '#core/span';

const MODIFIER =
  'gần|hơn|trên|khoảng|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|từ|đạt từ|không thấp hơn|cao hơn|xấp xỉ';
const SCALES: Readonly<Record<string, number>> = {
  nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9,
}; // prettier-ignore
const SCALE = '(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (?:tỷ|tỉ))?';
const UNIT_END = '(?![\\p{L}\\p{M}\\p{N}])';

/** A number that is no part of a date, a document's number, a ratio or a year. */
const FIGURE = new RegExp(
  `(?=[\\dghtkdíđcx])(?<![\\p{L}\\p{M}\\p{N}./-])(?:(?<modifier>${MODIFIER}) )?(?<![\\p{L}\\p{N}./,-])(?<number>\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)` +
    `(?: ?(?<percent>%)|(?: (?<scale>${SCALE})${UNIT_END})?(?: (?<unit>\\p{L}+(?: \\p{L}+){0,2}))?)(?![\\p{L}\\p{N}/]|[.,-]\\p{N})`,
  'gu',
);
/** Before a number: it counts time, names a document or a congress, or is a day. */
const NOT_BEFORE =
  /(?<!\p{L})(?:ngày|tháng|năm|quý|số|khóa|lần thứ|thứ|điều|khoản|điểm|nghị quyết|chỉ thị|kết luận|trung ương|tw|quốc lộ|đường|nhóm|kỳ|lớp|sáng|chiều|tối|giờ|mùng|lần)\s*$/u;
const NOT_UNIT =
  /^(?:năm|tháng|ngày|tuần|giờ|phút|tuổi|và|đến|của|trong|với|cho|để|thì|là|trở lên|tại|ở|so|vào)(?!\p{L})/u;
/** Where a unit ends before its third word. */
const AFTER_UNIT =
  / (?:được|đạt|trở|so|trong|vào|có|và|với|cho|của|tại|ở|để|là|đã|sẽ|về|theo|từ|đến|hoàn thành|tham gia|bị|thuộc|do|hoặc|cả|mỗi|trên).*$/u;

/** With the space after it. */
const LONGEST_MODIFIER = 16;

/**
 * Figures of a stretch of text, in order. Numbers that only count time are none.
 * @param lower the text in lower case; offsets refer to it
 */
export function figuresIn(lower: string, { start, end }: Span): FoundFigure[] {
  const text = lower.slice(start, end);
  const figures: FoundFigure[] = [];
  const first = text.search(/\d/);
  if (first < 0) return figures;
  FIGURE.lastIndex = Math.max(0, first - LONGEST_MODIFIER);
  for (let match = FIGURE.exec(text); match !== null; match = FIGURE.exec(text)) {
    const { modifier, number = '', percent, scale, unit = '' } = match.groups ?? {};
    if (NOT_BEFORE.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    if (percent === undefined && scale === undefined && NOT_UNIT.test(unit)) continue;
    const words = percent ?? (NOT_UNIT.test(unit) ? '' : ` ${unit}`.replace(AFTER_UNIT, '').trim());
    const length = match[0].length - (percent === undefined ? unit.length - words.length : 0);
    const span = match[0].slice(0, length).trimEnd();
    figures.push({
      start: start + match.index,
      end: start + match.index + span.length,
      text: span,
      modifier: modifier ?? null,
      value: valueOf(number, scale),
      unit: words === '' ? null : words,
    });
  }
  return figures;
}

function valueOf(number: string, scale: string | undefined): number {
  const value = Number(number.replace(/\./g, '').replace(',', '.'));
  if (scale === undefined) return value;
  const factor = scale.split(' ').reduce((product, word) => product * (SCALES[word] ?? 1), 1);
  return Math.round(value * factor * 1e6) / 1e6;
}
