// The head of an office's document: names of the bodies, motto, number, place and day. Below it stand its kind and subject.

import type { Day } from '#core/text/days';
import { writtenDay } from '#core/text/days';
import type { Removal, SourceLine } from '#core/text/lines';

/** In capitals, or it is a part of a sentence. */
const MOTTO =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|(?:Độc lập|ĐỘC LẬP)\s*[-–—]+\s*(?:Tự do|TỰ DO)\s*[-–—]+\s*(?:Hạnh phúc|HẠNH PHÚC)/gu;
const PLACE_AND_DAY =
  /^\p{Lu}[\p{L}\s.-]{1,40},\s*ngày\s+\d{1,2}\s*(?:tháng|\/)\s*\d{1,2}\s*(?:năm|\/)\s*\d{4}\.?$/u;
const NUMBER = /^Số\s*[:.]?\s*[\d.…\s]{0,12}[-–/]?\s*[\p{Lu}\d][\p{L}\d\s/–.-]{0,40}$/u;
const SUBJECT = /^(?:V\/v|Về việc|Về)\s*:?\s+\p{L}/u;
const KIND =
  /^(?:KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|TỜ TRÌNH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|KẾT LUẬN|HƯỚNG DẪN|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|QUY ĐỊNH|QUY CHẾ|ĐỀ ÁN|BIÊN BẢN|GIẤY MỜI|THÔNG TRI|CÔNG ĐIỆN|ĐỀ CƯƠNG|LỜI KÊU GỌI|NGHỊ ĐỊNH|THÔNG TƯ|CÔNG VĂN)$/u;

/** Between the two halves of a head that stand side by side. */
const HALVES = /\s*\|\s*|\t+|\s{3,}/u;
const LOOKED_AT = 14;
/** Words of a head that nothing names: a place, a half of a name that was broken. */
const LONGEST_OTHER = 60;
const LONGEST_SUBJECT = 250;
const MOST_SUBJECT_LINES = 3;

type Cell = 'motto' | 'day' | 'number' | 'subject' | 'body' | 'other';

export interface OfficeHead {
  /** The document's kind and subject: `KẾ HOẠCH Triển khai …`. */
  title: string | null;
  /** The body that issued it, with the one above it. */
  source: string | null;
  explicit: { day: Day; words: string } | null;
  kept: SourceLine[];
  removed: Removal[];
}

/** Takes the head off a document that has one; anything else is left as it is. */
export function takeOfficeHead(lines: readonly SourceLine[]): OfficeHead {
  const none = { title: null, source: null, explicit: null, kept: [...lines], removed: [] };
  const rows = lines.slice(0, LOOKED_AT).map((line) => cellsOf(line.text));
  const marked = rows.findLastIndex((cells) => cells.some(({ is }) => MARKS.has(is))) + 1;
  const end = marked > 0 ? marked : bodiesAbove(lines, rows);
  const cells = rows.slice(0, end).flat();
  const has = (wanted: Cell) => cells.some(({ is }) => is === wanted);
  const isHead =
    marked === 0 ? end > 0 : has('motto') ? has('number') || has('day') : has('number') && has('day');
  const others = cells.filter(({ is }) => is === 'other');
  if (!isHead || others.length > 2 || others.some(({ text }) => text.length > LONGEST_OTHER)) return none;

  const bodies = bodiesOf(cells.filter(({ is }) => is === 'body').map(({ text }) => text));
  const written = writtenDay(cells.find(({ is }) => is === 'day')?.text ?? '');
  const head = lines.slice(0, end);
  const { title, used } = titleBelow(lines.slice(end));
  const subject = cells.find(({ is }) => is === 'subject')?.text ?? null;
  return {
    title: title ?? subject,
    source: bodies.length === 0 ? null : bodies.slice(0, 3).reverse().join(', '),
    explicit: written,
    kept: lines.slice(end + used),
    removed: head.map(({ text, at }): Removal => ({ text, reason: 'office-head', at })),
  };
}

const MARKS: ReadonlySet<Cell> = new Set(['motto', 'day', 'number']);

/** A short head: nothing but names of bodies right above the document's kind. */
function bodiesAbove(lines: readonly SourceLine[], rows: readonly { is: Cell }[][]): number {
  const kindAt = lines.slice(0, LOOKED_AT).findIndex((line) => isKind(line.text));
  const isAllBodies = rows
    .slice(0, Math.max(0, kindAt))
    .every((cells) => cells.every(({ is }) => is === 'body'));
  return isAllBodies ? Math.max(0, kindAt) : 0;
}

const isKind = (line: string) => KIND.test(line.replace(/[.:]$/u, '').trim());

const PLACE = /^(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TP\.?|TỈNH|ĐẶC KHU)\s/u;

/** A body above its parts; `ỦY BAN NHÂN DÂN` over `XÃ TÂN LŨNG` is one name. */
function bodiesOf(lines: readonly string[]): string[] {
  const bodies: string[] = [];
  for (const line of lines) {
    const above = bodies.at(-1);
    if (above !== undefined && PLACE.test(line)) bodies[bodies.length - 1] = `${above} ${line}`;
    else bodies.push(line);
  }
  return bodies;
}

function cellsOf(line: string): { text: string; is: Cell }[] {
  const mottos = line.match(MOTTO) ?? [];
  const rest = line.replace(MOTTO, ' | ').split(HALVES);
  return [
    ...mottos.map((text) => ({ text, is: 'motto' as const })),
    ...rest
      .map((text) => text.trim())
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => ({ text, is: kindOf(text) })),
  ];
}

function kindOf(text: string): Cell {
  if (PLACE_AND_DAY.test(text)) return 'day';
  if (text.length <= LONGEST_OTHER && NUMBER.test(text)) return 'number';
  if (SUBJECT.test(text) && text.length <= LONGEST_SUBJECT) return 'subject';
  if (text.length <= LONGEST_OTHER * 2 && text === text.toUpperCase() && /\p{Lu}{2}\s+\p{Lu}/u.test(text))
    return 'body';
  return 'other';
}

const BEGINS_TEXT =
  /^(?:Căn cứ|Kính gửi|Thực hiện|Nhằm|Để|Theo|Trên cơ sở|Ngày|Sáng|Chiều|Thời gian|Trong|Xét|Hôm nay|[IVX]+\.|\d+[.)]|[-+•–])/u;

/** The kind of the document and what it is about, in the lines below its head. */
function titleBelow(lines: readonly SourceLine[]): { title: string | null; used: number } {
  const [first] = lines;
  if (first === undefined || !KIND.test(first.text.replace(/[.:]$/u, '').trim()))
    return { title: null, used: 0 };
  const parts = [first.text];
  for (const { text, role } of lines.slice(1, 1 + MOST_SUBJECT_LINES)) {
    if (BEGINS_TEXT.test(text) || /[.;:]$/u.test(text) || text.length > LONGEST_SUBJECT || role === 'table')
      break;
    parts.push(text);
  }
  // A document is more than its title.
  if (parts.length >= lines.length) return { title: first.text, used: 1 };
  return { title: parts.join(' '), used: parts.length };
}
