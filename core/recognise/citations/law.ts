// Laws by name and year: "Luật Đất đai năm 2024", "Bộ luật Hình sự 2015".
import type { Anchor, Parsed } from '#core/recognise/citations/draft';
import { isCapital, matchAt, type Source } from '#core/recognise/citations/source';
import { matchesOf } from '#core/recognise/matches';
import { TYPE_WORD } from '#core/recognise/citations/words';
import { bareText } from '#core/text/fold';

/** Words that end a name: the year after them is not the law's. */
const NO_NAME =
  'này|theo(?! hợp đồng)|được|đã|sẽ|từ|đến|trong|ngày|tháng|quý|kỳ|giai đoạn|nhiệm kỳ|khi|có hiệu lực|hoàn thành|thực hiện|triển khai|phấn đấu|dự kiến|' +
  'thông qua|sau|trước|cuối|đầu|tại|những|là|do|ban hành|quy định|hoặc|gồm|nêu|yêu cầu|cấm|(?<!tác hại )của';
const NAME = new RegExp(
  ` ([\\p{L}]+(?:,? (?!(?:${NO_NAME})(?![\\p{L}]))[\\p{L}]+){0,17}?)(?: \\(?(?:sửa đổi|bổ sung|số|,| )+\\)?)?,? \\(?(?:năm )?((?:19|20)\\d\\d)\\)?(?![\\d\\p{L}]| ?[-/] ?\\d)`,
  'uy',
);
const ENDS_NAME = new RegExp(`^(?:${NO_NAME})(?![\\p{L}])`, 'u');
/** Before these the word is no law: "Đại học Luật", "Công ty Luật". */
const NO_LAW =
  /(?:đại học|học viện|khoa|công ty|văn phòng|trường|viện|hội|ngành|cử nhân|thạc sĩ|tiến sĩ|thạc sỹ|tiến sỹ) $/u;
const NO_LAW_LENGTH = 12;

/** The law with its year that a type word begins; null when it begins none. */
export function lawAt({ text, lower }: Source, { start, end, type }: Anchor): Parsed | null {
  const isName = isCapital(text[end + 1]);
  if (
    (!isName && !isCapital(text[start])) ||
    NO_LAW.test(lower.slice(Math.max(0, start - NO_LAW_LENGTH), start))
  )
    return null;
  const match = matchAt(NAME, lower, end);
  if (match === null) return null;
  const [all, name = '', year = ''] = match;
  const speaksOfOther = matchesOf(TYPE_WORD, all).some(
    ({ index, 0: word }) => all[index - 1] === ' ' && word.length > 2 && isCapital(text[end + index]),
  );
  // "Luật giao thông đường bộ năm 2008": without a capital, the year has to be called one, and no verb may begin.
  if (!isName && (!/năm \d{4}\)?$/u.test(all) || ENDS_NAME.test(name))) return null;
  if (speaksOfOther || /^(?:sư|gia|pháp|học|năm)(?![\p{L}])/u.test(name)) return null;
  const slug = bareText(name).replace(/[^a-z\d]+/gu, '-');
  const draft = {
    start,
    end: end + all.length,
    class: 'named' as const,
    type,
    id: `${slug}-${year}`,
    stems: [],
    number: null,
    issuer: null,
    issuerName: null,
    date: null,
    term: null,
    confidence: 1,
  };
  return { drafts: [draft], end: draft.end };
}
