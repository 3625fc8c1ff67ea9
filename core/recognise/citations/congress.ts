// Resolutions of congresses: "Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX".
import { COUNTED } from '#core/recognise/citations/counted';
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { matchAt, type Source } from '#core/recognise/citations/source';
import { ORDINAL, ordinalOf, ROMAN_ONLY, romanOf } from '#core/recognise/citations/terms';
import { bareText } from '#core/text/fold';

const CONGRESS = / (?:của )?(?:đại hội(?: đại biểu)?(?![\p{L}])|(?=đảng bộ ))/uy;
/** Words that no name of an organisation holds: the citation would go on into the next one or into a new clause. */
const NO_NAME =
  'đại hội|hội nghị|nghị quyết|kết luận|chỉ thị|kế hoạch|chương trình|thực hiện|triển khai|tiến tới|chuẩn bị|chào mừng|các cấp|trong|tại|này|đã|' +
  'được|là|có|vào|với|về|cho|những|nhiệm kỳ|giai đoạn|sẽ|đề ra|năm|thành công|vừa|gắn|đến';
/** The organisation, as short as it can be, before the ordinal. Digits alone are only an ordinal right after "Đại hội". */
const ORGANISED = new RegExp(
  `((?: (?!(?:${NO_NAME})(?![\\p{L}]))(?:-|[\\p{L}.]+)){0,13}?)(?:,? (?:lần thứ|khóa|lần) (${ORDINAL})| (${ROMAN_ONLY}))`,
  'uy',
);
const COUNTED_CONGRESS = new RegExp(`( đảng)? (\\d{1,2})(?![\\d%/.-])`, 'uy');
/** Words in small letters that belong to a name after the ordinal. */
const IN_NAME =
  'tỉnh|thành phố|thành|phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|bộ|khối|cơ quan|các|và|doanh nghiệp|nghiệp|trung ương|ương|dân|nữ|' +
  'binh|niên|hiệp|quốc|trường|đại học|học|cao đẳng|đẳng|quân đội|đội|công an|an|chính phủ|phủ|hội|vụ|chức|đoàn|động|viên|sản|thao';
const NAMED_AFTER = new RegExp(
  ` (?:(?:của|CỦA) )?((?:Đảng|ĐẢNG)(?: Cộng sản Việt Nam)?(?! (?:bộ|ủy|viên|đoàn|BỘ|ỦY|VIÊN|ĐOÀN))(?![\\p{L}])|` +
    `(?:Đảng bộ|ĐẢNG BỘ|đảng bộ|Chi bộ|Công đoàn|Đoàn|Hội|Liên đoàn|Liên minh|Liên hiệp|Mặt trận|MTTQ)(?![\\p{L}])` +
    `(?: (?!(?:và )?(?:Nghị quyết|NGHỊ QUYẾT|Đại hội|ĐẠI HỘI|Chỉ thị|Kết luận|Kế hoạch|Chương trình))(?:\\p{Lu}[\\p{L}.]*|(?:${IN_NAME})(?![\\p{L}]))){0,10})`,
  'uy',
);
const LOOSE_END = /(?: (?:và|các|của|hội|-))+$/u;
const AND = / và (?=đại hội )/uy;

/** The resolutions of congresses that follow their type word; null when none do. */
export function congressAt(source: Source, anchor: Anchor): Parsed | null {
  const drafts: Draft[] = [];
  let { start, end: at } = anchor;
  for (;;) {
    const draft = oneCongressAt(source, start, at, anchor);
    if (draft === null) break;
    drafts.push(draft);
    const and = matchAt(AND, source.lower, draft.end);
    if (and === null) break;
    start = draft.end + and[0].length;
    at = start - 1;
  }
  const last = drafts.at(-1);
  return last === undefined ? null : { drafts, end: last.end };
}

function oneCongressAt(source: Source, start: number, from: number, { type }: Anchor): Draft | null {
  const { text, lower } = source;
  const head = matchAt(CONGRESS, lower, from);
  if (head === null) return null;
  const saysCongress = head[0].includes('đại hội');
  const at = from + head[0].length - (saysCongress ? 0 : 1);
  const ordinal = ordinalAfter(source, at, saysCongress);
  if (ordinal === null) return null;
  const mayBeNamed = ordinal.name === '' && !source.breaks(ordinal.end, ordinal.end + 1);
  const named = mayBeNamed ? matchAt(NAMED_AFTER, text, ordinal.end) : null;
  const after = (named?.[0] ?? '').replace(LOOSE_END, '');
  const name = ordinal.name || (named?.[1] ?? '').replace(LOOSE_END, '');
  const organisation = slugOf(name);
  return {
    start,
    end: ordinal.end + after.length,
    class: 'named',
    type,
    id: `DH${ordinal.value}${organisation === '' ? '' : `@${organisation}`}`,
    stems: [`DH${ordinal.value}`],
    number: null,
    issuer: organisation === '' ? 'Đại hội Đảng' : `Đại hội ${name}`,
    issuerName: null,
    date: null,
    term: romanOf(ordinal.value),
    confidence: 1,
  };
}

interface CongressOrdinal {
  value: number;
  /** The organisation that stands before the ordinal; empty for none and for the Party as a whole. */
  name: string;
  end: number;
}

function ordinalAfter({ text, lower }: Source, at: number, saysCongress: boolean): CongressOrdinal | null {
  const counted = saysCongress ? matchAt(COUNTED_CONGRESS, lower, at) : null;
  if (counted !== null) {
    const end = at + counted[0].length;
    const value = ordinalOf(counted[2] ?? '');
    return value === null || matchAt(COUNTED, lower, end) !== null ? null : { value, name: '', end };
  }
  const match = matchAt(ORGANISED, lower, at);
  if (match === null) return null;
  const [all, words = '', ordinal, roman] = match;
  const end = at + all.length;
  const value = ordinalOf(ordinal ?? roman ?? '');
  // Small letters alone are words: "đại hội v".
  const isWritten = roman === undefined || /[IVX]$/u.test(text.slice(at, end));
  if (value === null || !isWritten) return null;
  const name = text
    .slice(at, at + words.length)
    .replace(/(?: (?:đại biểu|toàn quốc|của)(?=$| ))+/giu, '')
    .trim();
  return { value, name: slugOf(name) === '' ? '' : name, end };
}

/** "dang-bo-khoi" of "Đảng bộ Khối các cơ quan Trung ương"; empty for the Party. */
function slugOf(name: string): string {
  const bare = bareText(name)
    .replace(/ cac co quan (?:trung uong|tw|t\.?u\.?)$/u, '')
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return bare === 'dang' || bare.startsWith('dang-cong-san') ? '' : bare;
}
