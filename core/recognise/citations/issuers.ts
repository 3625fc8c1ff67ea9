// Who issues documents, as the text names them after "của", and the code that completes a number without one.

export interface Issuer {
  /** As the text names it: "Bộ Chính trị". */
  name: string;
  /** Its code in a number: "TW", "TTg"; null when it is not known. */
  code: string | null;
  /** How it numbers: `party`: `03-CT/TW`; `state`: `749/QĐ-TTg`; `open`: the type and this body do not give the whole number. */
  world: 'party' | 'state' | 'open';
  end: number;
}

const TW = '(?:trung ương|t\\.?[ưw]\\.?)(?![\\p{L}\\p{N}])';
const COMMITTEE = '(?:ban thường vụ |btv |thường trực |ban chấp hành |bch )?';

/** The longer of two names that begin alike comes first. In lower case. */
const BODIES: readonly (readonly [name: string, code: string, world: Issuer['world']])[] = [
  ['bộ chính trị|bct', 'TW', 'party'],
  [`ban bí thư(?: ${TW}(?: đảng)?)?|bbt`, 'TW', 'party'],
  [`ban tổ chức ${TW}`, 'BTCTW', 'party'],
  [`ban tuyên giáo và dân vận ${TW}`, 'BTGDVTW', 'party'],
  [`ban tuyên giáo ${TW}`, 'BTGTW', 'party'],
  [`ban dân vận ${TW}`, 'BDVTW', 'party'],
  [`ban nội chính ${TW}`, 'BNCTW', 'party'],
  [`ban kinh tế ${TW}`, 'BKTTW', 'party'],
  [`ban đối ngoại ${TW}`, 'BĐNTW', 'party'],
  [`văn phòng ${TW}(?: đảng)?`, 'VPTW', 'party'],
  [`(?:ủy ban kiểm tra|ubkt) ${TW}`, 'UBKTTW', 'party'],
  [`quân ủy ${TW}`, 'QUTW', 'party'],
  [
    `(?:hội nghị(?: lần thứ [\\p{L}\\d]{1,5})? )?(?:ban chấp hành |bch )?${TW}(?: đảng(?: cộng sản việt nam)?)?(?: lần thứ [\\p{L}\\d]{1,5}| \\d{1,2}(?!\\d))?`,
    'TW',
    'party',
  ],
  [`${COMMITTEE}(?:tỉnh ủy|thành ủy)`, 'TU', 'party'],
  [`${COMMITTEE}đảng bộ (?:tỉnh|thành phố)`, 'TU', 'party'],
  [`${COMMITTEE}huyện ủy`, 'HU', 'party'],
  [`${COMMITTEE}quận ủy`, 'QU', 'party'],
  [`${COMMITTEE}đảng ủy khối(?: các cơ quan ${TW}| doanh nghiệp ${TW})?`, 'ĐUK', 'party'],
  ['thủ tướng(?: chính phủ)?|ttg', 'TTg', 'state'],
  ['chính phủ', 'CP', 'state'],
  ['ủy ban thường vụ quốc hội|ubtvqh', 'UBTVQH', 'open'],
  ['quốc hội', 'QH', 'open'],
  ['(?:ủy ban nhân dân|ubnd)(?: (?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường))?', 'UBND', 'open'],
  ['(?:hội đồng nhân dân|hđnd)(?: (?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường))?', 'HĐND', 'open'],
];

const KNOWN = BODIES.map(([name, code, world]) => ({
  pattern: new RegExp(`(?:${name})(?![\\p{L}\\p{N}])`, 'uy'),
  code,
  world,
}));

/** Capitalised words of a place after a committee: "Tỉnh ủy Nghệ An". */
const PLACE = /(?: (?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã))?(?: \p{Lu}\p{Ll}*(?![\p{L}\p{N}])){1,4}/uy;
const TAKES_PLACE = new Set(['TU', 'HU', 'QU', 'UBND', 'HĐND']);

/** Another body: it begins with a capital and goes on until a mark or a word that ends a name. */
const OTHER =
  /\p{Lu}[\p{L}.]*(?: (?:-|[\p{L}.]+)){0,9}?(?= (?:về|quy định|hướng dẫn|ban hành|ngày|năm|và các|đã|được|là|có|để|nhằm|trong|với|tại|khóa|do|sẽ|cho)(?![\p{L}])| ?[,;:()"”\n]|\.(?: |$)| ?$)/uy;

/** The body whose name begins at `at`; null when none does. `lower` is `text` in lower case. */
export function issuerAt(text: string, lower: string, at: number): Issuer | null {
  for (const { pattern, code, world } of KNOWN) {
    pattern.lastIndex = at;
    const match = pattern.exec(lower);
    if (match === null) continue;
    let end = at + match[0].length;
    PLACE.lastIndex = end;
    if (TAKES_PLACE.has(code)) end += PLACE.exec(text)?.[0].length ?? 0;
    return { name: text.slice(at, end), code, world, end };
  }
  OTHER.lastIndex = at;
  const other = OTHER.exec(text);
  if (other === null) return null;
  return { name: other[0], code: null, world: 'open', end: at + other[0].length };
}
