import type { RemovedLine } from '#core/article';
import { isUrl, type Removal, type SourceLine } from '#core/text/lines';
import { lineKey } from '#core/text/normalise';

// All patterns are matched against `lineKey(line)`: lower case, tone on the first vowel, no end punctuation.

/** Headings after which a page lists other articles, or lets its readers speak: nothing of the article follows. */
const TAIL = anyOf([
  'video (đang )?được xem nhiều( nhất)?',
  '(các )?(tin|bài|bài viết|tin bài|tin tức|video|chủ đề|nội dung)( viết| khác)? (cùng chuyên mục|liên quan|cùng chủ đề|cùng tác giả|tiếp theo|đọc nhiều|xem nhiều|nổi bật|mới nhất|mới hơn|cũ hơn|khác|đã đưa|đã đăng|tài trợ|mới cập nhật|hot)( nhất)?',
  '(cùng|trong) (chuyên mục|chủ đề)',
  '(bài|tin) mới',
  '(tin|bài) cùng loại',
  'liên quan',
  'xem thêm( tại)? (thời sự|chính trị|xã hội|kinh tế|pháp luật|thế giới|văn hóa|giáo dục|sức khỏe|đời sống|thể thao|giải trí|du lịch|công nghệ|xây dựng đảng|.{2,24} khác)',
  '(xem|đọc) thêm',
  'mới - nóng',
  'đọc (nhiều|nhiều nhất)|xem nhiều( nhất)?|được quan tâm( nhất)?|nổi bật|tin nóng|tin tài trợ',
  '(có thể )?bạn (có thể )?quan tâm|có thể bạn muốn xem|dành cho bạn|gợi ý cho bạn',
  'bình luận( \\(\\d+\\))?|\\d+ bình luận|ý kiến( bạn đọc| độc giả)?( \\(\\d+\\))?|gửi (bình luận|ý kiến|phản hồi)( của bạn)?|(ý kiến )?phản hồi|viết bình luận',
  '(hủy )?trả lời( hủy)?|để lại (một )?(bình luận|trả lời|phản hồi)',
  'email của bạn sẽ không được hiển thị công khai.{0,80}',
  'hãy nhập thông tin để gửi bình luận( nhé)?|vui lòng (nhập|đăng nhập).{0,60}bình luận.{0,40}',
  'nhập mã xác nhận|mã xác nhận',
  'các tin khác|tin khác',
]);

/** Lines of a page's frame that stand alone: what comes after them may be the article again. */
const WIDGET = anyOf([
  '\\d[\\d.,]{0,9} lượt (xem|đọc|truy cập)|(lượt|số lần) (xem|đọc)( ?[:-])? ?\\d[\\d.,]{0,9}',
  '(bản )?in( trang| bài| bài viết| tin| ấn)?( này)?|print|gửi email|gửi bài viết|email|facebook|twitter|zalo|tweet|like|share|copy link|sao chép (liên kết|link)',
  '(chia sẻ|lưu|theo dõi|nghe|tải)( bài viết| bài| tin| tin bài)?( này)?( (qua|trên|lên|về)( facebook| zalo| twitter| máy)?)?|chia sẻ:.{0,40}',
  'nghe (đọc )?bài( viết)?( này)?|đọc bài|nghe|00:00.{0,20}',
  'theo dõi .{2,60} trên (google news|facebook|zalo|youtube|tiktok).{0,30}',
  'mời (quý )?(độc giả|bạn đọc|khán giả) .{2,120}',
  '(từ khóa|tags?|thẻ)( ?:.{0,300})?|chủ đề',
  '(>> ?|» ?|>>> ?)?(xem thêm|đọc thêm|đọc tiếp|tham khảo|xem tiếp) ?:.{0,200}|đọc tiếp|xem tiếp|(>> ?|» ?|>>> ?).{2,200}',
  'ticker|header ads widget|advertisement|quảng cáo|ads?|top|home|menu|video|sự kiện hot',
  'đọc ngay|xem ngay|tin mới nhất',
  'về trang chủ|trang chủ|quay lại|(lên|về) đầu trang|trở về|trở lại|đầu trang|trang trước|trang sau',
  'tặng sao|đánh giá bài viết.{0,60}|click để đánh giá.{0,40}',
  '[®©] ?ghi rõ nguồn.{0,120}|ghi rõ nguồn .{0,120}|giấy phép số.{0,160}|tổng biên tập ?:.{0,80}|bản quyền thuộc .{0,120}',
  'văn bản chỉ đạo điều hành',
  'cỡ chữ.{0,20}|(a-|a\\+|a) (a-|a\\+|a)( (a-|a\\+|a))?|aa',
  'hết|\\(hết\\)',
]);

const SEPARATOR = /^(?:[-_=*~–—•·.#+]\s?){3,}$/u;

/** Names of newspaper sections, as they stand in breadcrumbs. */
const SECTION = anyOf([
  'trang chủ|trang nhất|home|trang tin',
  'thời sự|chính trị|xã hội|kinh tế|pháp luật|thế giới|quốc tế|văn hóa|giáo dục|y tế|sức khỏe|đời sống|thể thao|giải trí|du lịch|công nghệ|khoa học|môi trường|quốc phòng|an ninh|đối ngoại|nội chính|tư pháp|dân vận|tuyên giáo|đô thị|nông nghiệp|tài chính|đầu tư|bạn đọc|dân tộc|tôn giáo|lao động|việc làm|giao thông|doanh nghiệp|thị trường|chính sách|địa phương|trong nước|tin tức|tin nổi bật|tin trong nước|sự kiện|tin hoạt động|hoạt động|tin địa phương|tin trung ương|tin mới|tiêu điểm|nghị quyết và cuộc sống|diễn đàn|nghiên cứu|văn bản',
  '(tin|công tác)? ?xây dựng đảng(,? chính quyền)?|công tác đảng|tổ chức xây dựng đảng|tin tức sự kiện|thời sự chính trị|chính trị xã hội|kinh tế xã hội|văn hóa xã hội|an ninh trật tự|quốc phòng an ninh|văn hóa nghệ thuật|giáo dục đào tạo|khoa học công nghệ|tin tức và sự kiện|chỉ đạo điều hành|đoàn thể|mặt trận|tin (?:chính trị|kinh tế|xã hội)|(?:tin|hoạt động) (?:đảng bộ|lãnh đạo)',
]);

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

export function isSeparator(line: string): boolean {
  return line.length <= 400 && SEPARATOR.test(line);
}

/** `Thời sự`, `Trang chủ > Chính trị > Xây dựng Đảng`. */
export function isBreadcrumb(line: string): boolean {
  if (line.length > 160) return false;
  const key = lineKey(line);
  const steps = key
    .split(/\s*[|>»›/→]\s*|\s+-\s+|\s*,\s+/)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  if (steps.length === 0) return false;
  const parted = /[|>»›→]/.test(key);
  if (parted && /^(?:trang chủ|home|trang nhất)$/.test(steps[0] ?? '')) return true;
  return steps.every((step) => SECTION.test(step));
}

interface Sieve {
  kept: SourceLine[];
  removed: Removal[];
}

const removal = (line: SourceLine, reason: RemovedLine['reason']): Removal => ({
  text: line.text,
  reason,
  at: line.at,
});

/** Takes the web address out of the first three lines, and every separator. */
export function takeFrame(lines: readonly SourceLine[]): Sieve & { url: string | null } {
  const kept: SourceLine[] = [];
  const removed: Removal[] = [];
  let url: string | null = null;
  let gap = false;
  for (const [index, line] of lines.entries()) {
    const address = urlOf(line.text, index < 3 || index >= lines.length - 3);
    if (line.role === 'outside') {
      removed.push(removal(line, 'widget'));
    } else if (address !== null) {
      url ??= address;
      removed.push(removal(line, 'url-line'));
    } else if (isSeparator(line.text)) {
      removed.push(removal(line, 'separator'));
    } else {
      kept.push(gap ? { ...line, gap } : line);
      gap = false;
      continue;
    }
    gap = true;
  }
  return { kept, removed, url };
}

function urlOf(text: string, atEdge: boolean): string | null {
  if (!atEdge || text.length > 2100) return null;
  const address = text.replace(/^(?:url|link|liên kết|đường dẫn|nguồn|địa chỉ|link gốc)\s*:\s*/iu, '');
  return isUrl(address) ? address : null;
}

/** A paragraph that long, with a full stop, belongs to an article and not to a list of headlines. */
const LONG_PARAGRAPH = 280;
const MIN_SHARE_KEPT = 0.4;

const isProse = (text: string) => text.length >= LONG_PARAGRAPH && /[.!?…”"]$/u.test(text);
const isHeadline = (text: string) => text.length <= 160 && !/[.!?…:;]$/u.test(text);

/** What a page puts around and after an article: list headings with what follows them, buttons, counters. */
export function takeWidgets(lines: readonly SourceLine[]): Sieve {
  const cut = tailStart(lines);
  const kept: SourceLine[] = [];
  const removed: Removal[] = [];
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const key = line.text.length <= 400 ? lineKey(line.text) : '';
    const isTail = isListHeading(line, key);
    if (isTail || isWidget(line, key)) {
      removed.push(removal(line, 'widget'));
      inList = isTail && index > 1;
    } else if (index > cut || (inList && isListed(lines, index))) {
      removed.push(removal(line, 'tail'));
    } else {
      kept.push(line);
      inList = false;
    }
  }
  return kept.some((line) => /\p{L}/u.test(line.text))
    ? { kept, removed }
    : { kept: [...lines], removed: [] };
}

/** Titles, tables and what the page itself calls a caption or a lead are never part of its frame. */
function isFree(line: SourceLine): boolean {
  return (
    line.role === null || line.role === 'paragraph' || line.role === 'heading' || line.role === 'list-item'
  );
}

const isListHeading = (line: SourceLine, key: string) => isFree(line) && TAIL.test(key);
const isWidget = (line: SourceLine, key: string) => isFree(line) && WIDGET.test(key);

/** Inside the article a box of headlines ends where prose goes on: only short lines before more short lines are taken. */
function isListed(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !isHeadline(line.text) || !isFree(line)) return false;
  return lines
    .slice(Math.max(0, index - 6), index)
    .some((before) => TAIL.test(lineKey(before.text.slice(0, 200))));
}

/** Index of the line from which all is foreign, or infinity. */
function tailStart(lines: readonly SourceLine[]): number {
  const lengths = lines.map((line) => line.text.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const proseFrom = lines.map((line) => isProse(line.text)).lastIndexOf(true);
  let before = 0;
  for (const [index, line] of lines.entries()) {
    const inSecondHalf = before >= total / 2 || index >= lines.length / 2;
    const enoughKept = before >= total * MIN_SHARE_KEPT;
    if (inSecondHalf && enoughKept && line.text.length <= 200 && isListHeading(line, lineKey(line.text))) {
      if (proseFrom < index || before >= total * 0.75) return index;
    }
    before += lengths[index] ?? 0;
  }
  return Number.POSITIVE_INFINITY;
}
