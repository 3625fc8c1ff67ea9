import { agencyOf, isNoSign } from '#core/text/agencies';
import { oneLine } from '#core/text/normalise';

/** A lead without the sign of the agency before it. */
export interface Prefixed {
  rest: string;
  /** The sign as written, with its dash; null when there is none. */
  prefix: string | null;
  source: string | null;
}

/** Before a lead: `NDO - `, `(Chinhphu.vn) – `, `VOV.VN - `, `(TTXVN) `, `GD&TĐ - `, `QĐND Online – `. */
const CAPITALS =
  /^([\p{Lu}][\p{Lu}\d&+]{1,9}(?:\.VN)?(?:\s(?:Online|online|điện tử))?)\s?(?:[-–—]|:(?=\s))\s?(?=\S)/u;
const IN_BRACKETS = /^[([]\s?([\p{L}\d][\p{L}\d .&+-]{1,29})\s?[)\]]\s?([-–—:]?)\s?(?=\S)/u;
const HOST = /^([\p{L}\d-]{2,30}(?:\.[\p{L}\d-]{2,20}){1,3})\s[-–—]\s?(?=\S)/u;
const KNOWN_NAME = /^((?:Báo\s)?[\p{L}+]{3,14}(?:\s[\p{L}+]{2,6})?)\s[-–—]\s?(?=\S)/u;

/** Cuts the agency's sign off a lead. `HĐND - UBND tỉnh` and the like stay. */
export function cutPrefix(text: string): Prefixed {
  const none: Prefixed = { rest: text, prefix: null, source: null };
  return inBrackets(text) ?? inCapitals(text) ?? byName(text) ?? none;
}

function inBrackets(text: string): Prefixed | null {
  const match = IN_BRACKETS.exec(text);
  const [prefix = '', sign = '', dash = ''] = match ?? [];
  const known = agencyOf(sign);
  if (match === null || (known === null && (dash === '' || /^\d+$/.test(sign)))) return null;
  return cut(text, prefix, known ?? sign.trim());
}

function inCapitals(text: string): Prefixed | null {
  const match = CAPITALS.exec(text);
  const [prefix = '', sign = ''] = match ?? [];
  if (match === null || isNoSign(sign) || /\d{2}$/.test(sign)) return null;
  const known = agencyOf(sign);
  // `NDO-Sáng`: only a known sign may stand without spaces; a word in capitals may begin a name.
  const isSpaced =
    /\s[-–—]\s?$|[-–—]\s$|:\s?$/u.test(prefix) &&
    !/^[\p{Lu}]{2,}(?![\p{L}])/u.test(text.slice(prefix.length));
  if (known === null && (!isSpaced || prefix.trim().endsWith(':'))) return null;
  return cut(text, prefix, known ?? sign);
}

function byName(text: string): Prefixed | null {
  const host = HOST.exec(text);
  if (host !== null) {
    const sign = host[1] ?? '';
    return /\.[a-z]{2,4}$/i.test(sign) ? cut(text, host[0], agencyOf(sign) ?? sign) : null;
  }
  const name = KNOWN_NAME.exec(text);
  const known = agencyOf(name?.[1] ?? '');
  return name === null || known === null ? null : cut(text, name[0], known);
}

function cut(text: string, prefix: string, source: string): Prefixed | null {
  const rest = text.slice(prefix.length).trim();
  return /\p{L}/u.test(rest) ? { rest, prefix: prefix.trim(), source } : null;
}

const SOURCE_LINE =
  /^[(\[]?\s?(?:(?:theo|(?:nguồn|nguồn tin|source|dẫn nguồn)\s?:?)\s?:?)\s+(.{2,60}?)\s?[)\]]?$/iu;
const NOT_A_SOURCE =
  /^(?:đó|ông|bà|anh|chị|kế hoạch|báo cáo|quy định|chương trình|thống kê|số liệu|dự kiến|như|các|những|một|tinh thần|phân công|đề nghị|đánh giá|nghị quyết|chỉ thị)(?!\p{L})/iu;

/** `Theo Báo …`, `Nguồn: …`, `(Theo TTXVN)` as a whole line: the source's name. */
export function sourceLine(line: string): string | null {
  if (line.length > 90) return null;
  const match = SOURCE_LINE.exec(line);
  const name = match?.[1]?.trim() ?? '';
  if (name === '' || /[.!?…:;]$/u.test(name)) return bareAgency(line);
  const labelled = /^[(\[]?\s?(?:nguồn|source|dẫn nguồn)/iu.test(line);
  const isName =
    /^[\p{Lu}\d“"]/u.test(name) ||
    /^(?:báo|tạp chí|trang|cổng|đài|website)\s/iu.test(name) ||
    /^[\w-]+(?:\.[\w-]+)+$/.test(name);
  if (NOT_A_SOURCE.test(name) || (!labelled && !isName)) return null;
  return agencyOf(name) ?? name;
}

function bareAgency(line: string): string | null {
  const sign = line.replace(/^[([]\s?|\s?[)\]]$/g, '');
  return sign.length <= 20 && sign === sign.trim() ? agencyOf(sign) : null;
}

const LABELLED_BYLINE =
  /^((?:(?:tin|bài|ảnh|video|đồ họa)(?:\s?(?:,|và|-|&|\/)\s?(?:tin|bài|ảnh|video|đồ họa)){0,2}|tin ảnh|bài viết|pv|phóng viên|nhóm pv|nhóm phóng viên|tác giả|thực hiện|người viết|biên tập|author))\s?:\s?(.{2,80})$/iu;
const NAME_WORD = /^[\p{Lu}][\p{L}\p{M}'’.]{0,14}$/u;

/** `Bài, ảnh: Minh Hà` or a bare name: who wrote it. */
export function bylineOf(line: string): string | null {
  if (line.length > 100) return null;
  const labelled = LABELLED_BYLINE.exec(line);
  if (labelled !== null) {
    const name = (labelled[2] ?? '').trim();
    if (/[!?…:;]$/u.test(name) || name.split(/\s+/).length > 12) return null;
    return /^ảnh$/iu.test(labelled[1] ?? '') ? oneLine(line) : name.replace(/\.$/, '');
  }
  return isNames(line) ? line : null;
}

/** One to five capitalised words: `PV`, `Minh Hà`, `Lan Anh – Thu Hà`, `Minh Hà/TTXVN`. */
export function isNames(line: string): boolean {
  if (line.length > 60 || /[.!?…:;,]$/u.test(line.replace(/(?:^|\s)\p{Lu}\.(?:\p{Lu}\.?)?$/u, '')))
    return false;
  const words = line.split(/[\s/]+/).filter((word) => !/^(?:[-–—&,]|và)$/u.test(word));
  return (
    words.length >= 1 && words.length <= 5 && words.every((word) => NAME_WORD.test(word.replace(/,$/, '')))
  );
}

const NAME_AND_SOURCE =
  /^(.{2,40}?)\s*(?:[(\[]\s?(?:theo|nguồn:?|tổng hợp từ|dẫn từ)?\s*([^()[\]]{2,50}?)\s?[)\]]|\s[-–]\s(?:theo|nguồn:)\s(.{2,50}))$/iu;

/** `Minh Hà (Theo TTXVN)`: writer and source in one line. */
export function bylineAndSource(line: string): { byline: string; source: string } | null {
  if (line.length > 100) return null;
  const match = NAME_AND_SOURCE.exec(line);
  const byline = match?.[1]?.trim() ?? '';
  const name = (match?.[2] ?? match?.[3] ?? '').trim();
  if (byline === '' || name === '' || !isNames(byline)) return null;
  const stated = /theo|nguồn|dẫn từ/iu.test(line);
  const known = agencyOf(name);
  return known === null && !stated ? null : { byline, source: known ?? name };
}
