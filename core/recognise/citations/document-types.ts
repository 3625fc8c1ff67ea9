// The kinds of documents that Party and State issue, with the words and codes they are cited by.

export interface DocumentType {
  /** Beginning of the key: "chi-thi". */
  slug: string;
  /** As a heading writes it: "Chỉ thị". */
  name: string;
  /** The code in its number, the usual one first. */
  codes: readonly string[];
  /** `law`: by name and year too, its number with a year; `act`: number with a year too; `plain`: neither. */
  family: 'law' | 'act' | 'plain';
  /** Whether "Nghị quyết 57" alone is a citation. "Kế hoạch 5" is not, but "Kế hoạch số 5" is. */
  byNumberAlone: boolean;
  /** A verb too: "Quyết định 3 nội dung" may begin a sentence. */
  isVerb: boolean;
}

type Row = readonly [
  slug: string,
  words: readonly string[],
  codes: readonly string[],
  family: DocumentType['family'],
  byNumberAlone: boolean,
];

const ROWS: readonly Row[] = [
  ['chi-thi', ['Chỉ thị'], ['CT'], 'act', true],
  ['nghi-quyet-lien-tich', ['Nghị quyết liên tịch'], ['NQLT'], 'act', true],
  ['nghi-quyet', ['Nghị quyết'], ['NQ'], 'act', true],
  ['ket-luan', ['Kết luận'], ['KL'], 'plain', true],
  ['quy-dinh', ['Quy định'], ['QĐ', 'QĐi', 'QyĐ'], 'plain', true],
  ['quyet-dinh', ['Quyết định'], ['QĐ'], 'act', true],
  ['quy-che', ['Quy chế'], ['QC'], 'plain', false],
  ['huong-dan', ['Hướng dẫn'], ['HD'], 'plain', true],
  ['ke-hoach', ['Kế hoạch'], ['KH'], 'plain', false],
  ['chuong-trinh', ['Chương trình', 'Chương trình hành động'], ['CTr', 'CTHĐ', 'CTrHĐ'], 'plain', false],
  ['thong-bao', ['Thông báo', 'Thông báo kết luận', 'Thông báo nội dung kết luận'], ['TB', 'TBKL'], 'plain', false],
  ['thong-tri', ['Thông tri'], ['TT'], 'plain', true],
  ['thong-tu-lien-tich', ['Thông tư liên tịch'], ['TTLT'], 'act', true],
  ['thong-tu', ['Thông tư'], ['TT'], 'act', true],
  ['thong-cao', ['Thông cáo'], ['TC'], 'plain', false],
  ['cong-van', ['Công văn'], ['CV'], 'plain', true],
  ['cong-dien', ['Công điện'], ['CĐ'], 'plain', true],
  ['to-trinh', ['Tờ trình'], ['TTr'], 'plain', false],
  ['bao-cao', ['Báo cáo'], ['BC'], 'plain', false],
  ['de-an', ['Đề án'], ['ĐA'], 'plain', true],
  ['phuong-an', ['Phương án'], ['PA'], 'plain', false],
  ['nghi-dinh', ['Nghị định'], ['NĐ'], 'act', true],
  ['bo-luat', ['Bộ luật'], [], 'law', false],
  ['luat', ['Luật'], [], 'law', false],
  ['phap-lenh', ['Pháp lệnh'], [], 'law', false],
  ['lenh', ['Lệnh'], ['L'], 'plain', false],
  ['sac-lenh', ['Sắc lệnh'], ['SL'], 'plain', false],
  ['van-ban', ['Văn bản'], [], 'plain', false],
]; // prettier-ignore

/** Where a type's word is written short. */
const SHORT_WORDS = [
  'NQ',
  'CT',
  'KL',
  'QĐ',
  'NĐ',
  'TT',
  'TTLT',
  'KH',
  'HD',
  'TB',
  'CV',
  'CĐ',
  'BC',
  'TTr',
  'CTr',
];
/** Written short, these are still citations with no more than a number: "NQ 57". */
const SHORT_WITH_NUMBER = new Set(['NQ', 'NĐ']);

/** `QĐ` is both a decision and a rule, `TT` a circular and a notice: what the code alone means. */
const MEANT_BY_CODE: Readonly<Record<string, string>> = { QĐ: 'quyet-dinh', TT: 'thong-tu' };

export interface TypeWord {
  type: DocumentType;
  /** The word in lower case; a code in lower case where it is written short. */
  word: string;
  isCode: boolean;
}

const byWord = new Map<string, TypeWord>();
const byCode = new Map<string, DocumentType>();
const bySlug = new Map<string, DocumentType>();

const VERBS = new Set(['ket-luan', 'quy-dinh', 'quyet-dinh', 'huong-dan']);

for (const [slug, words, codes, family, byNumberAlone] of ROWS) {
  const isVerb = VERBS.has(slug);
  for (const name of words) {
    const type = { slug, name, codes, family, byNumberAlone, isVerb };
    byWord.set(name.toLowerCase(), { type, word: name.toLowerCase(), isCode: false });
    if (!bySlug.has(slug)) bySlug.set(slug, type);
  }
  const [name = ''] = words;
  for (const code of codes) {
    const isMeant = (MEANT_BY_CODE[code] ?? slug) === slug;
    if (isMeant) byCode.set(code, { slug, name, codes, family, byNumberAlone, isVerb });
  }
}
for (const code of SHORT_WORDS) {
  const type = byCode.get(code);
  if (type === undefined) continue;
  const byNumberAlone = SHORT_WITH_NUMBER.has(code);
  byWord.set(code.toLowerCase(), {
    type: { ...type, byNumberAlone },
    word: code.toLowerCase(),
    isCode: true,
  });
}

/** By what stands in the text, in lower case and with single spaces. */
export const typeOfWord = (word: string): TypeWord | null => byWord.get(word) ?? null;

/** The kind of document that a code stands for where no word says it. */
export const typeOfCode = (code: string): DocumentType | null => byCode.get(code) ?? null;

export const typeOfSlug = (slug: string): DocumentType | null => bySlug.get(slug) ?? null;

/** Longest first, so that the longer of two words that begin alike is found. */
export const TYPE_WORDS: readonly string[] = [...byWord.keys()].sort((a, b) => b.length - a.length);

/** Codes that are known to name a kind of document, as they are written. */
export const TYPE_CODES: readonly string[] = [...byCode.keys()].sort((a, b) => b.length - a.length);

/** Whether a document of this type may carry this code; a type without codes may carry any. */
export const carries = (type: DocumentType, code: string): boolean =>
  typeOfCode(code) === null || type.codes.includes(code) || type.codes.length === 0;
