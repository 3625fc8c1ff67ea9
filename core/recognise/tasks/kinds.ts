// What a sentence is by its words alone: a meeting's agenda, words to the reader, a finding, a heading of targets.
import { matchesOf } from '#core/recognise/matches';
import { Cue, hasNumber, Phrases, type Token } from '#core/recognise/tasks/tokens';
import type { Sentence } from '#core/recognise/tasks/writer';
import type { Span } from '#core/span';

/** What a meeting did. */
export const AGENDA =
  /^(?:(?:sáng|chiều|tối|trưa|ngày) (?:nay|\d+|cùng)|(?:cũng |ngay )?tại|(?:các )?đại biểu|hội nghị|đại hội|buổi|lễ|phiên|kỳ họp|cuộc họp|hội thảo|ghi nhận|thảo luận|chủ trì hội|chủ trì buổi|chủ trì cuộc|chủ trì phiên|cũng trong|dịp này|nhân dịp|trước đó|(?:nằm )?trong khuôn khổ|kết thúc|(?:tham|cùng|tới|đến)? ?dự(?! trù| phòng| trữ)|phát biểu|sau khi|theo chương trình|cùng ngày|được biết|thay mặt|trao đổi với|khai mạc|bế mạc|quang cảnh|ảnh|trong chương trình|(?:trả lời|giải trình)(?! kịp thời| đầy đủ| các kiến nghị| kiến nghị)|tiếp đó|mở đầu)(?![\p{L}\p{M}])/u;

/** A heading, or a sentence that ends with a colon, before targets. */
export const GOAL_HEADING = /^(?:\P{L}|[ivx]+\P{L})*(?:các |một số |về )?(?:mục tiêu|chỉ tiêu)(?!\p{L})/u;

export const GOAL_FRAME = /(?<!\p{L})(?:mục tiêu|chỉ tiêu)(?!\p{L})[^,;]*(?:, [^,;]{1,24})?:$/u;

const MUST = new Cue('phải cần');
const ENDS_WITH_DUTY = /(?:phải|cần)[^.;:,]{0,24}\.?$/u;
const ANNOUNCES =
  /(?<!\p{L})(?:một số|hai|ba|bốn|năm|sáu|\d+) (?:nhóm )?(?:việc|nhiệm vụ|giải pháp|vấn đề|nội dung|yêu cầu)(?!\p{L})[^.;:,]{0,30}(?<!\p{L})(?:phải|cần)(?!\p{L})[^.;:,]{0,24}\.?$/u;

/** "… chỉ ra ba việc xã phải làm ngay.": they follow in sentences of their own. */
export const announces = (lower: string, { start, end, cues }: Sentence): boolean =>
  MUST.isIn(cues) &&
  ENDS_WITH_DUTY.test(lower.slice(Math.max(start, end - 32), end)) &&
  ANNOUNCES.test(lower.slice(Math.max(start, end - 120), end));

const SERVICE_BEGINS =
  /^(?:(?:mọi )?(?:thông tin|chi tiết)(?: chi tiết| liên hệ| thêm|,| có| xem| xin| được| đề nghị liên hệ)|xem (?:thêm|chi tiết)|bạn đọc|quý (?:độc giả|khách|vị)|(?:xin )?(?:mời|vui lòng|liên hệ)|điện thoại|đường dây nóng)(?!\p{L})/u;
const SIGNED =
  /^(?:ghi chép|bài|ảnh|bài(?: và|,) ảnh|thực hiện|đồ họa|biên tập|trình bày|tổng hợp)(?: của|:)(?!\p{L}).{0,60}$/u;
const BRACKET = new Cue('(');
const BYLINE = /\((?:thực hiện|ghi|lược ghi|tổng hợp)\)/u;
const CALL = new Cue('gọi');
const CALLS = /(?<!\p{L})gọi (?:điện|số|đường dây nóng)/u;
/** "xin", "vui lòng", "có thể", "thông báo" before what the reader is to do. */
const POLITE = new Cue('xin lòng thể báo');
const CONTACT = new Cue('gọi hệ gửi truy xem biết');
const CONTACTS =
  /(?<!\p{L})(?:xin|vui lòng|có thể) (?:gọi|liên hệ|gửi về|truy cập|xem)(?!\p{L})|thông báo (?:để|đến|tới|cho)(?!\p{L}).{0,90}(?<!\p{L})(?:biết|được biết)(?!\p{L})/u;

/** Words to the reader, and the closing words of an office: nobody's task. */
export const isService = (lower: string, cues: number): boolean =>
  SERVICE_BEGINS.test(lower) ||
  SIGNED.test(lower) ||
  (BRACKET.isIn(cues) && BYLINE.test(lower)) ||
  (CALL.isIn(cues) && CALLS.test(lower)) ||
  (POLITE.isIn(cues) && CONTACT.isIn(cues) && CONTACTS.test(lower));

/** A document that does something is nobody. */
export const ABOUT_DOCUMENT =
  /^(?:các |những |một vài |một số )?(?:thông báo|quyết định|công điện|chỉ thị|kế hoạch|quy định|nghị quyết|văn bản|nghị định|thông tư|hướng dẫn|kết luận|luật|đề án|quy chế)(?: này| số| trên| \d| mới| nêu trên| về)(?!\p{L})/u;

/** Exact counts, which reports have and plans have not. */
const COUNT =
  /(?=\d)(?<![\p{L}\d/.,-])(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)? ?%|\d{2,3}(?= \p{L}))(?! (?:giờ|ngày|tháng|năm|phút))/gu;
const AIMS =
  /(?<!\p{L})(?:phấn đấu|ít nhất|tối thiểu|tối đa|trở lên|không quá|không dưới|(?:trên|dưới|từ|đạt) \d|mục tiêu|chỉ tiêu|sẽ|cần|phải|trước|chậm nhất|muộn nhất|đến hết|kế hoạch|yêu cầu|còn lại|dự kiến)(?!\p{L})/u;

const TWO_DIGITS = /\d\D*\d/;
/** "ban hành 12 nghị quyết; tiếp nhận 9.870 hồ sơ": told as done, though no word says so. */
export const countsResults = (lower: string, cues: number): boolean =>
  hasNumber(cues) && TWO_DIGITS.test(lower) && (lower.match(COUNT)?.length ?? 0) >= 2 && !AIMS.test(lower);

const FOUND = new Phrases('nhận thấy, cho thấy, nhận định, phát hiện');
/** Not "100% ổ dịch được phát hiện, xử lý". */
const FINDING =
  /(?<!\p{L})(?:nhận thấy|cho thấy|nhận định|(?<!(?:được|thời|sớm|chủ động) )phát hiện)(?: rằng)?[,:](?! (?:trong )?thời gian tới)/u;

/** Whether it tells what an inspection found. */
export const tellsFinding = (tokens: readonly Token[], lower: string): boolean =>
  FOUND.isIn(tokens) && FINDING.test(lower);

const TOLD =
  '(?:rủ rỉ|thủ thỉ|khoe|than|đùa|quả quyết|kể|kể lại|nhớ lại|tâm sự|bộc bạch|trải lòng|thổ lộ|giãi bày|hồi tưởng|cười)';
const WITNESSED = [
  new RegExp(`[“"][^“”"]{1,1500}[”"][,.]? [^.;:“”"]{1,80}?${TOLD}(?: thêm)?(?=[.…!]|,|$| và)`, 'gu'),
  new RegExp(`${TOLD}[^“".:]{0,24}: ?[“"][^“”"]{1,1500}[”"]`, 'gu'),
];

/** Stretches of speech, in order, in which somebody tells of life: nothing in them is asked of anybody. */
export function witnessed(text: string): Span[] {
  if (!/[”"]/u.test(text)) return [];
  const spans = WITNESSED.flatMap((pattern) =>
    matchesOf(pattern, text).map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  );
  return spans.sort((a, b) => a.start - b.start);
}

const LONG_AGO = new Phrases(
  'hồi ấy, hồi đó, hồi trước, hồi tháng, hồi năm, hồi đầu năm, ngày ấy, lúc ấy, lúc đó, khi ấy, khi đó, thuở',
);

/** What people remember; not "thu hồi trước 15/8". */
export const isLongAgo = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (_, at) => LONG_AGO.lengthAt(tokens, at) > 0 && !/^(?:thu|phục|khứ)$/u.test(tokens[at - 1]?.key ?? ''),
  );

export const FIRST_PERSON = /^["“]?(?:chúng tôi|tôi|em|thưa)(?!\p{L})/u;

export const FIRST_PERSON_ASKS = /^(?:chúng )?tôi (?:đã |cũng )?(?:yêu cầu|đề nghị|giao|chỉ đạo)(?!\p{L})/u;

/** Names nobody anew. */
export const BARE_SPEAKER = /^(?:đồng chí|ông|bà)$/iu;

/** Goes on with what the paragraph before asked for. */
export const CONNECTED = /^(?:cùng với đó|đồng thời|bên cạnh đó|ngoài ra|về phía|đối với|trong đó)(?!\p{L})/u;
