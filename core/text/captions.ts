import { eventDays } from '#core/text/days';
import { isUrl, type Removal, type SourceLine } from '#core/text/lines';
import { lineKey, toneOnFirstVowel } from '#core/text/normalise';
import { cutPrefix } from '#core/text/sources';

export interface CaptionText {
  text: string;
  credit: string | null;
}

/** A line of the body, or a caption between two of them. */
export type Piece = { line: SourceLine; caption: null } | { line: SourceLine; caption: CaptionText };

const LONGEST_CAPTION = 400;
const LONGEST_REPEATED = 300;

const CREDIT_WORD = '(?:ảnh|nguồn ảnh|ảnh tư liệu|ảnh minh họa|ảnh chụp màn hình|photo)';
const CREDIT_IN_BRACKETS = new RegExp(
  `[([]\\s?${CREDIT_WORD}\\s?:\\s?([^()[\\]]{1,80})\\s?[)\\]]\\.?$`,
  'iu',
);
const NAME_IN_BRACKETS =
  /[([]\s?(?:Ảnh|Photo)\s+(?!minh|tư liệu|chụp|internet)([\p{Lu}][^()[\]:]{1,50})\s?[)\]]\.?$/u;
const CREDIT_AFTER_MARK = new RegExp(
  `\\s?[-–—/|.;!?…”"]\\s?(?:${CREDIT_WORD})\\s?:\\s?([^:!?()]{1,70})$`,
  'iu',
);
const CREDIT_AFTER_SPACE = /\s(?:Ảnh|ẢNH|Nguồn ảnh)\s?:\s?([^:!?()]{1,60})$/u;
const ILLUSTRATION =
  /(?:[([]\s?ảnh (?:minh họa|tư liệu|internet)[^()[\]]{0,40}[)\]]|[-–.]\s?ảnh (?:minh họa|tư liệu))\.?$/iu;
const ONLY_CREDIT = new RegExp(`^[([]?\\s?${CREDIT_WORD}\\s?:\\s?([^:()[\\]]{1,60}?)\\s?[)\\]]?\\.?$`, 'iu');

/** `Bài, ảnh: Minh Hà` names a writer. */
const BYLINE_LABEL = /^(?:tin|bài|tin,? bài|tin và bài|bài viết|nội dung|thực hiện|video)$/iu;

/** Parts `… (Ảnh: Minh Hà)`, `… - Ảnh: TTXVN`, `… . Ảnh: VGP/Nhật Bắc`; null when no credit stands at the end. */
export function splitCredit(text: string): CaptionText | null {
  if (text.length > LONGEST_CAPTION) return null;
  for (const pattern of [CREDIT_IN_BRACKETS, NAME_IN_BRACKETS, CREDIT_AFTER_MARK, CREDIT_AFTER_SPACE]) {
    const match = pattern.exec(text);
    const credit = match?.[1]?.trim().replace(/\.$/u, '') ?? '';
    if (match === null || credit === '' || credit.split(' ').length > 10) continue;
    const stop = /^\s?([.!?…”"])/u.exec(match[0])?.[1] ?? '';
    const words = (text.slice(0, match.index) + stop).replace(/[\s\-–—/|,;]{1,10}$/u, '');
    if (words !== '' && !BYLINE_LABEL.test(words)) return { text: words, credit };
  }
  return ILLUSTRATION.test(text) ? { text, credit: null } : null;
}

const INSTITUTION = /^(?:báo|cổng|trang|tạp chí|đài|trung tâm|văn phòng|ban|sở|internet|tư liệu)(?!\p{L})/iu;

/** `Ảnh: Minh Hà` names the photographer, `Ảnh: Bộ trưởng thăm nhà máy ở khu công nghiệp` says what is to be seen. */
function afterLabel(words: string): CaptionText {
  const parts = words.split(' ');
  const small = parts.filter((part) => /^\p{Ll}/u.test(part)).length;
  const isSentence = parts.length >= 6 && small >= parts.length * 0.6 && !INSTITUTION.test(words);
  return isSentence ? { text: words, credit: null } : { text: '', credit: words };
}

/** A caption given as such by the mark-up. */
export function captionOf(text: string): CaptionText {
  const only = ONLY_CREDIT.exec(text);
  if (only !== null) return afterLabel(only[1]?.trim() ?? '');
  const bracketed = /^(.{3,}?)\s*[([]\s?nguồn\s?:\s?([^()[\]]{1,60})[)\]]\.?$/iu.exec(text);
  if (bracketed !== null) return { text: bracketed[1] ?? text, credit: bracketed[2]?.trim() ?? null };
  return splitCredit(text) ?? { text, credit: null };
}

/** A short line that stands twice in a row is a photo's caption: once as alternative text, once below the photo. */
export function takeRepeated(lines: readonly SourceLine[]): { kept: SourceLine[]; removed: Removal[] } {
  const kept: SourceLine[] = [];
  const removed: Removal[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    if (before === undefined || !isSameCaption(before, line)) {
      kept.push(line);
      continue;
    }
    const [stays, goes] = line.text.length > before.text.length ? [line, before] : [before, line];
    kept[kept.length - 1] = { ...stays, role: before.role === 'dek' ? 'dek' : 'caption', gap: before.gap };
    removed.push({ text: goes.text, reason: 'duplicate-caption', at: goes.at });
  }
  return { kept, removed };
}

function isSameCaption(before: SourceLine, line: SourceLine): boolean {
  if (line.text.length > LONGEST_REPEATED || before.text.length > LONGEST_REPEATED) return false;
  if (before.role === 'table' || line.role === 'table' || isUrl(line.text)) return false;
  if (startOf(before.text) !== startOf(line.text)) return false;
  const [key, keyBefore] = [lineKey(line.text), lineKey(before.text)];
  if (key === '' || keyBefore === '') return false;
  if (key === keyBefore) return true;
  if (ONLY_CREDIT.test(line.text)) return false;
  const withoutCredit = (text: string, whole: string) => {
    const parts = splitCredit(text);
    return parts === null ? whole : lineKey(parts.text);
  };
  return withoutCredit(line.text, key) === withoutCredit(before.text, keyBefore);
}

const startOf = (text: string) =>
  text
    .slice(0, 2)
    .toLowerCase()
    .replace(/[“”"‘’']/g, '"');

const ALT_NUMBER = /^[\s\-–—_:.,|(]*(?:(?:ảnh|hình(?: ảnh)?|photo|image|anh)(?:\s*số)?\s*\d{0,3})?\s*\)?$/u;
const ENDS_IN_NUMBER = /\s*[-–—_|]?\s*\(?(?:Ảnh|ảnh|Hình|hình)\s\d{1,2}\)?\.?$/u;

/** The title, alone or with `ảnh 1`: what a page says in place of a photo. */
export function isAltLine(text: string, title: string): boolean {
  if (title === '' || text.length > title.length + 24) return false;
  const [key, titleKey] = [lineKey(text), lineKey(title)];
  return key.startsWith(titleKey) && ALT_NUMBER.test(key.slice(titleKey.length));
}

const VIEW = /^(?:quang cảnh|toàn cảnh|ảnh minh họa|hình ảnh|một góc|khung cảnh)(?!\p{L})/u;
const GROUP =
  /^(?:các |đoàn )?(?:đại biểu|đồng chí lãnh đạo|vị đại biểu)(?: và [^,.]{2,40}?)? (?:tham dự|dự|chụp ảnh)(?!\p{L})/u;
const TELLS =
  /(?<!\p{L})(?:đã|sẽ|đang|được|bị|cho rằng|thảo luận|thống nhất|cho ý kiến|nhất trí|biểu quyết|tập trung|bày tỏ|đánh giá|đóng góp|nghe|kiến nghị|đề nghị|thông qua|cùng|cũng|cho thấy|là|gồm|phải|cần)(?!\p{L})/u;
const SPEAKS =
  /(?:phát biểu (?:tại|khai mạc|kết luận|chỉ đạo|bế mạc|ý kiến|trong|trước)|chụp ảnh lưu niệm|phát biểu$|chủ trì (?:hội nghị|buổi|cuộc|phiên)\p{L}*(?: \p{L}+){0,6}$)/u;

/** `Quang cảnh hội nghị.`, `Các đại biểu dự hội nghị`, `Đồng chí … phát biểu tại hội nghị`. */
function looksLikeCaption(text: string): boolean {
  if (text.length > 160) return false;
  const key = toneOnFirstVowel(text.toLowerCase());
  const hasStop = /[.!?…:;]$/u.test(text);
  if (text.length <= 140 && VIEW.test(key) && !/(?<!\p{L})(?:đã|sẽ|là|cho thấy)(?!\p{L})/u.test(key))
    return true;
  if (text.length <= 140 && GROUP.test(key) && !TELLS.test(key)) return true;
  return (
    !hasStop &&
    SPEAKS.test(key) &&
    /^(?:đồng chí|đ\/c|ông|bà|các|chủ tịch|phó|bí thư|thủ tướng|bộ trưởng|đại biểu|lãnh đạo|tổng bí thư|thứ trưởng|trưởng ban|thượng tướng|đại tướng|trung tướng|thiếu tướng|giám đốc)(?!\p{L})/u.test(
      key,
    )
  );
}

const FIRST_WORD_OF_REPORT =
  /^(?:sáng|chiều|tối|trưa|ngày|hôm nay|hôm qua|vừa qua|trong|theo|tại)(?!\p{L})/iu;
const GLUED =
  /^(.{15,260}?)\s?[([]\s?(?:ảnh|nguồn ảnh)\s?:\s?([^()[\]]{1,60}?)\s?[)\]]\.?\s+(?=[\p{Lu}“"(])/iu;
const GLUED_BARE =
  /^(.{15,260}?)(?:\s?[-–|]\s?|(?<=[.!?…])\s?|\s)Ảnh\s?:\s?((?:[\p{Lu}][\p{L}.]*[\s/–-]{1,3}){1,5})(?=(?:[\p{Lu}]{2,6}\s?[-–]\s?)?(?:Sáng|Chiều|Tối|Trưa|Ngày)\s+(?:ngày\s+)?\d)/u;

/** A caption that was run together with the paragraph after it. */
function unglue(text: string): { caption: CaptionText; rest: string } | null {
  const match = GLUED.exec(text) ?? GLUED_BARE.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length).trim();
  const words = (match[1] ?? '').trim();
  const startsReport = FIRST_WORD_OF_REPORT.test(cutPrefix(rest).rest);
  const isOneSentence = !/\p{Ll}[.!?…]\s+\p{Lu}/u.test(words);
  if (rest.length < 40 || !(startsReport || isOneSentence)) return null;
  const credit = (match[2] ?? '').replace(/[\s/–-]+$/u, '');
  return { caption: { text: words.replace(/\s?[-–|]$/u, ''), credit }, rest };
}

/** Tells captions from the lines of the body. */
export function takeCaptions(
  lines: readonly SourceLine[],
  title: string,
): { pieces: Piece[]; removed: Removal[] } {
  const pieces: Piece[] = [];
  const removed: Removal[] = [];
  let afterAlt = false;
  for (const [index, line] of lines.entries()) {
    if (isAlt(line, title, lines[index - 1], lines[index + 1])) {
      removed.push({ text: line.text, reason: 'alt-line', at: line.at });
      afterAlt = true;
      continue;
    }
    const only = line.role === null || line.role === 'paragraph' ? ONLY_CREDIT.exec(line.text) : null;
    const label = only === null ? null : afterLabel(only[1]?.trim() ?? '');
    if (label !== null && label.text !== '') pieces.push({ line, caption: label });
    else if (label !== null) credit(pieces, line, label.credit ?? '');
    else pieces.push(...piecesOf(line, afterAlt ? lines[index + 1] : undefined));
    afterAlt = false;
  }
  return { pieces, removed };
}

function isAlt(
  line: SourceLine,
  title: string,
  before: SourceLine | undefined,
  after: SourceLine | undefined,
): boolean {
  if (line.role === 'table' || line.role === 'dek') return false;
  if (isAltLine(line.text, title)) return true;
  if (line.text.length > LONGEST_REPEATED || !ENDS_IN_NUMBER.test(line.text)) return false;
  const stem = lineKey(line.text.replace(ENDS_IN_NUMBER, ''));
  return [before, after].some((other) => other !== undefined && captionKey(other.text) === stem);
}

const captionKey = (text: string) => lineKey(splitCredit(text)?.text ?? text.slice(0, LONGEST_CAPTION));

/** `line` as a caption, as body, or as a caption and the body that was run together with it. */
function piecesOf(line: SourceLine, nextAfterAlt: SourceLine | undefined): Piece[] {
  const asCaption = (caption: CaptionText): Piece[] => [{ line, caption }];
  if (line.role === 'caption') return asCaption(captionOf(line.text));
  if (line.role !== null && line.role !== 'paragraph' && line.role !== 'heading')
    return [{ line, caption: null }];
  const credited = splitCredit(line.text);
  if (credited !== null) return asCaption(credited);
  const isBelowPhoto =
    nextAfterAlt !== undefined && line.text.length <= 140 && nextAfterAlt.text.length > line.text.length;
  const mayBeCaption = isBelowPhoto && !eventDays(line.text).some((event) => event.at === 0);
  if (mayBeCaption || looksLikeCaption(line.text)) return asCaption({ text: line.text, credit: null });
  const parts = unglue(line.text.slice(0, 4000));
  if (parts === null) return [{ line, caption: null }];
  const rest = parts.rest + line.text.slice(4000);
  return [
    { line, caption: parts.caption },
    { line: { ...line, text: rest.trim() }, caption: null },
  ];
}

/** `Ảnh: X` alone belongs to the caption before it, or makes the short line before it one. */
function credit(pieces: Piece[], line: SourceLine, name: string): void {
  const before = pieces.at(-1);
  if (before !== undefined && before.caption?.credit === null) {
    pieces[pieces.length - 1] = { line: before.line, caption: { ...before.caption, credit: name } };
  } else if (before?.caption === null && isShortLine(before.line, line)) {
    pieces[pieces.length - 1] = { line: before.line, caption: { text: before.line.text, credit: name } };
  } else {
    pieces.push({ line, caption: { text: '', credit: name } });
  }
}

function isShortLine(before: SourceLine, line: SourceLine): boolean {
  if (before.role !== null && before.role !== 'paragraph') return false;
  return before.text.length <= (line.gap ? 160 : 260) && (!line.gap || !/[.!?…:;]$/u.test(before.text));
}
