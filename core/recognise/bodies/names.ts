// How bodies and people are named in Vietnamese news: tables, and the patterns made from them.

/** Short forms and what they stand for, the same in every name. Keys as they are written. */
const SHORT_FORMS: readonly (readonly [short: RegExp, whole: string])[] = [
  [/(?<![\p{L}\p{N}])UBND(?![\p{L}\p{N}])/gu, 'Ủy ban nhân dân'],
  [/(?<![\p{L}\p{N}])HĐND(?![\p{L}\p{N}])/gu, 'Hội đồng nhân dân'],
  [/(?<![\p{L}\p{N}])(?:UB)?MTTQ(?![\p{L}\p{N}])/gu, 'Mặt trận Tổ quốc'],
  [/(?<![\p{L}\p{N}])UBKT(?![\p{L}\p{N}])/gu, 'Ủy ban Kiểm tra'],
  [/(?<![\p{L}\p{N}])LĐLĐ(?![\p{L}\p{N}])/gu, 'Liên đoàn Lao động'],
  [/(?<![\p{L}\p{N}])BCT(?![\p{L}\p{N}])/gu, 'Bộ Chính trị'],
  [/(?<![\p{L}\p{N}])BBT(?![\p{L}\p{N}])/gu, 'Ban Bí thư'],
  [/(?<![\p{L}\p{N}])BCĐ(?![\p{L}\p{N}])/gu, 'Ban Chỉ đạo'],
  [/(?<![\p{L}\p{N}])BTV(?![\p{L}\p{N}])/gu, 'Ban Thường vụ'],
  [/(?<![\p{L}\p{N}])BCH(?![\p{L}\p{N}])/gu, 'Ban Chấp hành'],
  [/(?<![\p{L}\p{N}])(?:TW|TƯ|T\.Ư\.?)(?![\p{L}\p{N}])/gu, 'Trung ương'],
  [/(?<![\p{L}\p{N}])TP\.? ?(?=\p{Lu})/gu, 'thành phố '],
];

/** The name without short forms. */
export function wholeName(written: string): string {
  return SHORT_FORMS.reduce((name, [short, whole]) => name.replace(short, whole), written)
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/** What a ministry, a department or a committee's board is for. The longer of two that begin alike comes first. */
const FIELDS =
  'Giáo dục và Đào tạo|Khoa học và Công nghệ|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|' +
  'Tài nguyên và Môi trường|Thông tin và Truyền thông|Kế hoạch và Đầu tư|Lao động - Thương binh và Xã hội|' +
  'Lao động, Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Dân tộc và Tôn giáo|Giao thông vận tải|' +
  'Quy hoạch - Kiến trúc|Công Thương|Công thương|Công an|Du lịch|Dân tộc|Ngoại giao|Ngoại vụ|Nội vụ|Quốc phòng|Tài chính|' +
  'Tư pháp|Xây dựng|Y tế';
const BOARDS =
  'Tuyên giáo và Dân vận|Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế|Đối ngoại|Chính sách, chiến lược|Thường vụ|Chấp hành';

const PLACE = String.raw`(?: (?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu))?(?: \p{Lu}\p{Ll}+){1,4}(?![\p{L}\p{N}])`;
const LEVEL = String.raw`(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))`;
const CENTRAL = String.raw` (?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?`;
const WHOLE_WORD = String.raw`(?![\p{L}\p{N}])`;

const BODIES = [
  String.raw`(?:Bộ|Sở) (?:${FIELDS})${WHOLE_WORD}(?:${PLACE})?`,
  String.raw`Ban (?:${BOARDS})(?:${CENTRAL}|,? (?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy)(?:${PLACE})?)`,
  String.raw`Văn phòng (?:Trung ương Đảng|Chính phủ|Quốc hội|Chủ tịch nước|Tỉnh ủy|Thành ủy)${WHOLE_WORD}(?:${PLACE})?`,
  String.raw`(?:Ủy ban Kiểm tra|UBKT)(?:${CENTRAL}| (?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy)(?:${PLACE})?)`,
  String.raw`(?:Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy)${PLACE}`,
  String.raw`Đảng (?:ủy|bộ)(?: Khối(?: các cơ quan Trung ương| Doanh nghiệp Trung ương)?|${LEVEL}${PLACE})${WHOLE_WORD}`,
  String.raw`(?:UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân)(?:${LEVEL}(?:${PLACE})?|${PLACE})`,
  String.raw`(?:Ủy ban (?:Trung ương )?|UB)?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?(?:${LEVEL}${PLACE})?`,
  String.raw`Công an(?:${LEVEL}(?:${PLACE})?|${PLACE})`,
  String.raw`(?:Bộ Chính trị|BCT|Ban Bí thư|BBT|Ban Chấp hành${CENTRAL}|BCH${CENTRAL})${WHOLE_WORD}`,
  String.raw`(?:Quốc hội|Chính phủ|Ủy ban Thường vụ Quốc hội|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Kiểm toán Nhà nước|Thanh tra Chính phủ|Ngân hàng Nhà nước|Tổng Liên đoàn Lao động Việt Nam)${WHOLE_WORD}`,
];

/** A name of a body. Each alternative begins with its own words, so that none is tried twice at a place. */
export const BODY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${BODIES.join('|')})`, 'gu');

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Trương|Đinh|Lâm|Phùng|Mai|Tô|Hà|Tạ|Cao|' +
  'Châu|Chu|Thái|Lương|Lưu|Quách|Tống|Từ|Tăng|Triệu|Nông|Hầu|Giàng|Sùng|Lò|Cầm|Quàng|Vi|Bế|Hứa|La|Thạch|Kim|Danh|Sơn|Điểu|Ksor|Doãn|' +
  'Khuất|Nghiêm|Phí|Thân|Ông|Âu|Bạch|Biện|Kiều|Mạc|Lại|Ninh|Khổng|Chử|Cù|Đồng|Giáp|Hàn|Lục|Mã|Nhâm|Tiêu|Tôn|Ung|Văn|Viên|Thiều|Trang';

/** Names of streets, places and schools are those of people too. */
const NO_PERSON = String.raw`(?<!(?:đường|phố|trường|quận|huyện|tỉnh|xã|phường|phố|TP\.?|Đường|Phố|Trường|Quận|THPT|THCS|học|cầu|tượng|tưởng|Chủ tịch) )`;

/** A person by surname and at least one given name after an address or an office, two otherwise. */
export const PERSON = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{Lu}\p{Ll}+ )${NO_PERSON}(?:${SURNAMES})(?: \p{Lu}\p{Ll}+){2,4}(?![\p{L}\p{N}])` +
    String.raw`|(?<=(?:đồng chí|Đồng chí|đ\/c|ông|bà|Ông|Bà) )(?:${SURNAMES})(?: \p{Lu}\p{Ll}+){1,4}(?![\p{L}\p{N}])`,
  'gu',
);

const OFFICES =
  'Tổng Bí thư|Thủ tướng|Phó Thủ tướng|Chủ tịch|Phó Chủ tịch|Bí thư|Phó Bí thư|Bộ trưởng|Thứ trưởng|Giám đốc|Phó Giám đốc|Trưởng ban|Trưởng Ban|' +
  'Phó Trưởng ban|Phó Trưởng Ban|Chủ nhiệm|Phó Chủ nhiệm|Ủy viên|Chánh Văn phòng|Tổng Giám đốc|Thống đốc|Chánh án|Viện trưởng|Chánh Thanh tra|Cục trưởng|Vụ trưởng|Hiệu trưởng';

/** "Bí thư Tỉnh ủy …" right before the name. */
export const ROLE_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${OFFICES})(?: [\p{L}-]+){0,12}),? (?:(?:đồng chí|ông|bà) )?$`,
  'u',
);
/** ", Bí thư Tỉnh ủy …" right after it, up to the next mark. */
export const ROLE_AFTER = new RegExp(String.raw`, ((?:${OFFICES})(?: [\p{L}-]+){0,12})(?=[,;.:()]|$)`, 'uy');
