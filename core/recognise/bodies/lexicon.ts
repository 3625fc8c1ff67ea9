// The words of which names of bodies and people are made. Tables only; the rules are beside them.

/**
 * What may follow what a body's name begins with. `closed`: nothing; `open`: whose or where it is, if it is said;
 * `field`: what it is for has to follow (Bộ Y tế); `named`: a name or a field has to follow (Công ty Sông Hồng);
 * `numbered`: a number or a name has to follow (Quân khu 4).
 */
export type Tail = 'closed' | 'open' | 'field' | 'named' | 'numbered';

const list = (words: string): string[] => words.split(',').map((word) => word.trim());

/** As a heading writes them. */
export const HEADS: Readonly<Record<Tail, readonly string[]>> = {
  closed: list(`
    Bộ Chính trị, Ban Bí thư, Ban Bí thư Trung ương, Ban Bí thư Trung ương Đảng, Quốc hội, Ủy ban Thường vụ Quốc hội, Chính phủ, Đảng Cộng sản Việt Nam,
    Trung ương Đảng, Quân ủy Trung ương, Đảng ủy Công an Trung ương, Hội đồng Lý luận Trung ương, Hội đồng Bầu cử quốc gia, Ủy ban Dân tộc, Hội đồng Dân tộc, Tổng cục Chính trị,
    Văn phòng Chính phủ, Văn phòng Quốc hội, Văn phòng Chủ tịch nước, Thanh tra Chính phủ, Kiểm toán Nhà nước, Thông tấn xã Việt Nam, Đài Tiếng nói Việt Nam, Đài Truyền hình Việt Nam,
    Báo điện tử Đảng Cộng sản Việt Nam, Báo Nhân Dân, Tạp chí Cộng sản, Quân đội nhân dân Việt Nam, Công an nhân dân, Bộ Tổng Tham mưu, Liên hợp quốc`),
  open: list(`
    Ban Chấp hành, Ban Thường vụ, Thường trực, Thường vụ, Ban Tổ chức, Ban Tuyên giáo, Ban Tuyên giáo và Dân vận, Ban Dân vận, Ban Nội chính, Ban Kinh tế, Ban Đối ngoại, Ban Chính sách chiến lược, Ban cán sự đảng, Ban Bảo vệ chăm sóc sức khỏe,
    Đảng bộ, Đảng ủy, Đảng đoàn, Đảng ủy Quân sự, Đảng ủy Công an, Chi bộ, Chi ủy, Tỉnh ủy, Thành ủy, Huyện ủy, Quận ủy, Thị ủy, Ủy ban Kiểm tra, Ủy ban nhân dân, Hội đồng nhân dân, Thường trực Hội đồng nhân dân, Văn phòng Ủy ban nhân dân,
    Văn phòng, Ủy ban Mặt trận Tổ quốc, Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam, Mặt trận Tổ quốc, Mặt trận Tổ quốc Việt Nam, Ủy ban Mặt trận Tổ quốc Việt Nam, Liên đoàn Lao động, Tổng Liên đoàn Lao động Việt Nam, Công đoàn, Đoàn Thanh niên, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Đoàn TNCS Hồ Chí Minh,
    Tỉnh đoàn, Thành đoàn, Huyện đoàn, Trung ương Đoàn, Hội Nông dân, Hội Cựu chiến binh, Hội Liên hiệp Phụ nữ, Hội Liên hiệp Thanh niên, Hội Chữ thập đỏ, Hội Người cao tuổi, Hội Khuyến học, Hội Nhà báo, Hội Luật gia, Hội đồng Đội,
    Tòa án nhân dân, Tòa án nhân dân tối cao, Viện kiểm sát nhân dân, Viện kiểm sát nhân dân tối cao, Cục Thi hành án dân sự, Bộ Chỉ huy quân sự, Ban Chỉ huy quân sự, Bộ Tư lệnh, Bộ đội Biên phòng, Bộ Chỉ huy Bộ đội Biên phòng, Công an, Cảnh sát biển,
    Đoàn đại biểu Quốc hội, Kho bạc Nhà nước, Ngân hàng Nhà nước, Ngân hàng Chính sách xã hội, Bảo hiểm xã hội, Thanh tra, Trường Chính trị, Trung tâm Chính trị, Trung tâm Bồi dưỡng chính trị, Đài Phát thanh và Truyền hình, Ban Quản lý, Ủy ban Kiểm tra Trung ương, Học viện Chính trị quốc gia Hồ Chí Minh`),
  field: list(`
    Bộ, Sở, Vụ, Cục, Tổng cục, Chi cục, Phòng, Ban, Viện, Học viện, Ủy ban, Hội đồng, Liên đoàn, Hiệp hội, Liên minh, Ban Chỉ đạo, Ban Quản lý dự án, Trung tâm, Đảng ủy Bộ, Đảng ủy Sở`),
  named: list(`
    Trường Đại học, Đại học, Trường Cao đẳng, Trường Trung học phổ thông, Bệnh viện, Tập đoàn, Tổng công ty, Công ty, Công ty cổ phần, Công ty TNHH, Ngân hàng, Hội, Báo, Tạp chí, Đài, Nhà xuất bản, Hợp tác xã, Quỹ`),
  numbered: list('Quân khu, Quân đoàn, Sư đoàn, Lữ đoàn, Trung đoàn, Binh đoàn'),
};

/** By themselves they name no body; only where the article says whose they are. */
export const NOTHING_ALONE = new Set(
  list(
    'Đảng bộ, Đảng ủy, Đảng đoàn, Chi bộ, Chi ủy, Thường trực, Thường vụ, Văn phòng, Công an, Công đoàn, Thanh tra, Khối, Ban Quản lý, Trường Chính trị, Bộ Tư lệnh, Ban cán sự đảng, Mặt trận',
  ),
);

/** How bodies are written for short, and what that stands for. Codes that mean several bodies are left out. */
export const SHORT_HEADS: Readonly<Record<string, string>> = {
  BCT: 'Bộ Chính trị',
  BBT: 'Ban Bí thư',
  BCH: 'Ban Chấp hành',
  BCHTW: 'Ban Chấp hành Trung ương',
  BTV: 'Ban Thường vụ',
  BTCTW: 'Ban Tổ chức Trung ương',
  BTGTW: 'Ban Tuyên giáo Trung ương',
  BDVTW: 'Ban Dân vận Trung ương',
  BNCTW: 'Ban Nội chính Trung ương',
  BCĐ: 'Ban Chỉ đạo',
  UBKT: 'Ủy ban Kiểm tra',
  UBKTTW: 'Ủy ban Kiểm tra Trung ương',
  VPTW: 'Văn phòng Trung ương',
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  ĐUK: 'Đảng ủy Khối',
  MTTQ: 'Mặt trận Tổ quốc',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  LĐLĐ: 'Liên đoàn Lao động',
  TLĐLĐ: 'Tổng Liên đoàn Lao động Việt Nam',
  LHPN: 'Hội Liên hiệp Phụ nữ',
  TAND: 'Tòa án nhân dân',
  TANDTC: 'Tòa án nhân dân tối cao',
  VKSND: 'Viện kiểm sát nhân dân',
  VKSNDTC: 'Viện kiểm sát nhân dân tối cao',
  VPCP: 'Văn phòng Chính phủ',
  TTCP: 'Thanh tra Chính phủ',
  KTNN: 'Kiểm toán Nhà nước',
  NHNN: 'Ngân hàng Nhà nước',
  KBNN: 'Kho bạc Nhà nước',
  BHXH: 'Bảo hiểm xã hội',
  TTXVN: 'Thông tấn xã Việt Nam',
  VOV: 'Đài Tiếng nói Việt Nam',
  VTV: 'Đài Truyền hình Việt Nam',
};

/** What ministries, departments and schools are for. */
export const FIELDS = list(`
  Quốc phòng, Công an, Ngoại giao, Nội vụ, Tư pháp, Tài chính, Kế hoạch, Đầu tư, Công Thương, Công nghiệp, Thương mại, Nông nghiệp, Phát triển nông thôn, Giao thông vận tải, Giao thông, Vận tải, Xây dựng, Thông tin, Truyền thông, Bưu chính, Viễn thông,
  Giáo dục, Đào tạo, Khoa học, Công nghệ, Lao động, Thương binh, Xã hội, Văn hóa, Thể thao, Thể dục, Du lịch, Gia đình, Trẻ em, Tài nguyên, Môi trường, Y tế, Dân số, Nội chính, Dân tộc, Tôn giáo, Dân vận, Tuyên giáo, Tổ chức, Kiểm tra, Kinh tế, Đối ngoại, Tuyên truyền, Thanh tra,
  Hải quan, Thuế, Quản lý thị trường, Thống kê, Kiểm lâm, Thủy lợi, Thủy sản, Chăn nuôi, Thú y, Trồng trọt, Bảo vệ thực vật, Lâm nghiệp, Đường bộ, Đường sắt, Hàng không, Hàng hải, Đăng kiểm, Báo chí, Xuất bản, Chuyển đổi số, An toàn thông tin, An toàn thực phẩm, Phòng chống thiên tai, Cứu hộ, Cứu nạn,
  Tư tưởng, Lý luận, Chính trị, Hành chính, Pháp luật, Pháp chế, Dân nguyện, Công tác đại biểu, Tài chính ngân sách, Ngân sách, Thi đua, Khen thưởng, Cải cách hành chính, Cán bộ, Tổ chức cán bộ, Hợp tác quốc tế, Kế toán, Quản trị, Tổng hợp, Nghiệp vụ, Chuyên môn, Kiểm soát bệnh tật, Dự phòng, Năng lượng, Điện lực, Dầu khí, Hóa chất, Vật tư,
  Chứng khoán, Cạnh tranh, Hợp tác xã, Doanh nghiệp, Doanh nghiệp nhỏ và vừa, Vốn nhà nước, Luật gia, Luật sư, Bóng đá, Phật giáo, Văn học Nghệ thuật, Văn học, Nghệ thuật, Kỹ thuật, Sinh viên, Phụ nữ, Thanh niên, Nông dân, Khuyến nông, Khuyến công, Xúc tiến, Kiến trúc, Quy hoạch, Đô thị, Nông thôn mới, Xây dựng nông thôn mới, Bảo trợ xã hội, Việc làm, Quản lý đất đai, Biển, Hải đảo, Khí tượng thủy văn, Bồi dưỡng,
  Phòng chống tham nhũng, Phòng chống tham nhũng tiêu cực, Phòng thủ dân sự, Phòng chống tội phạm, Phòng chống dịch, Phòng cháy chữa cháy, Cảnh sát, Cảnh sát giao thông, An ninh, Quân sự, Hậu cần, Tham mưu, Tác chiến, Cứu trợ, Từ thiện, Bảo hiểm, Ngân hàng, Đầu tư công, Quản lý giá, Công sản, Tin học, Dân sự, Thi hành án dân sự, Thi hành án, Quốc hội, Mặt trận`);

export const SHORT_FIELDS: Readonly<Record<string, string>> = {
  'GD&ĐT': 'Giáo dục và Đào tạo',
  'GD-ĐT': 'Giáo dục và Đào tạo',
  GDĐT: 'Giáo dục và Đào tạo',
  'TN&MT': 'Tài nguyên và Môi trường',
  TNMT: 'Tài nguyên và Môi trường',
  'NN&PTNT': 'Nông nghiệp và Phát triển nông thôn',
  NNPTNT: 'Nông nghiệp và Phát triển nông thôn',
  'NN&MT': 'Nông nghiệp và Môi trường',
  'KH&ĐT': 'Kế hoạch và Đầu tư',
  'KH-ĐT': 'Kế hoạch và Đầu tư',
  'KH&CN': 'Khoa học và Công nghệ',
  'TT&TT': 'Thông tin và Truyền thông',
  TTTT: 'Thông tin và Truyền thông',
  'VH-TT&DL': 'Văn hóa, Thể thao và Du lịch',
  'VH,TT&DL': 'Văn hóa, Thể thao và Du lịch',
  VHTTDL: 'Văn hóa, Thể thao và Du lịch',
  'VHTT&DL': 'Văn hóa, Thể thao và Du lịch',
  'LĐ-TB&XH': 'Lao động - Thương binh và Xã hội',
  'LĐTB&XH': 'Lao động - Thương binh và Xã hội',
  'LĐ,TB&XH': 'Lao động - Thương binh và Xã hội',
  GTVT: 'Giao thông vận tải',
  QP: 'Quốc phòng',
};

export const LEVELS = list(
  'tỉnh, thành phố, tp, huyện, quận, thị xã, thị trấn, xã, phường, đặc khu, cấp tỉnh, cấp huyện, cấp xã, các cấp, quốc gia, Việt Nam, Nhà nước, khu vực, liên ngành, cơ sở',
);

/** Provinces, old and new: a name of a person may stand right behind them. */
export const PLACES = list(`
  Hà Nội, Hồ Chí Minh, Hải Phòng, Đà Nẵng, Cần Thơ, Huế, Thừa Thiên Huế, An Giang, Bà Rịa Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình Dương, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Việt Nam`);

/** What stands before a name that is not a person's. */
export const BEFORE_PLACES = new Set(
  list(
    'tỉnh, phố, tp, huyện, quận, xã, phường, thôn, ấp, bản, đường, sông, núi, cầu, đảo, chợ, trường, viện, giải, thưởng, quỹ, danh, hiệu, khu, lăng, đài, tượng, công viên, vườn, đèo, hồ, thpt, thcs, tiểu học, học, chuyên, mang tên, trấn, cảng, ga, đền, chùa, nhà',
  ),
);

export const SURNAMES = new Set(
  list(
    `nguyễn, trần, lê, phạm, hoàng, huỳnh, vũ, võ, phan, trương, bùi, đặng, đỗ, ngô, hồ, dương, đinh, đào, đoàn, lâm, mai, trịnh, lý, lương, cao, châu, chu, tô, tạ, thái, hà, phùng, vương, quách, la, lưu, tống, kiều, nông, triệu, bế, ma, lò, lường, cầm, vi, sơn, thạch, kim, danh, hứa, khuất, nghiêm, mạc, ninh, sầm, giàng, sùng, thào, điểu, doãn, đàm, khổng, lục, lữ, lã, mã, nhâm, ngụy, phí, thiều, tiêu, tôn, vưu, âu, cù, đậu, biện, ngọ, siu, rơ, rmah, ksor, ydă, lù, chẩu, chảo, phàn, tẩn, tráng, hạng, quàng, tòng, ưng, uông`,
  ),
);

/** Offices, with and without what they belong to. */
export const TITLES = list(`
  tổng bí thư, tổng bí thư ban chấp hành trung ương đảng, bí thư, phó bí thư, phó bí thư thường trực, bí thư thứ nhất, bí thư thường trực, thường trực ban bí thư, chủ tịch nước, phó chủ tịch nước,
  thủ tướng, thủ tướng chính phủ, phó thủ tướng, phó thủ tướng chính phủ, phó thủ tướng thường trực, phó thủ tướng thường trực chính phủ, chủ tịch, phó chủ tịch, phó chủ tịch thường trực, bộ trưởng, thứ trưởng, thứ trưởng thường trực, trưởng ban, phó trưởng ban, phó trưởng ban thường trực, chủ nhiệm, phó chủ nhiệm, phó chủ nhiệm thường trực,
  giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, cục trưởng, phó cục trưởng, tổng cục trưởng, phó tổng cục trưởng, vụ trưởng, phó vụ trưởng, chi cục trưởng, viện trưởng, phó viện trưởng, chánh án, phó chánh án, chánh văn phòng, phó chánh văn phòng, chánh thanh tra, phó chánh thanh tra, tổng thanh tra, tổng thanh tra chính phủ, phó tổng thanh tra, thống đốc, phó thống đốc, tổng kiểm toán nhà nước, phó tổng kiểm toán nhà nước,
  ủy viên, ủy viên trung ương đảng, ủy viên ban chấp hành trung ương đảng, ủy viên dự khuyết trung ương đảng, ủy viên ban thường vụ, ủy viên thường trực, tỉnh ủy viên, thành ủy viên, huyện ủy viên, đảng ủy viên, hiệu trưởng, phó hiệu trưởng, tư lệnh, phó tư lệnh, chính ủy, phó chính ủy, chỉ huy trưởng, phó chỉ huy trưởng, tham mưu trưởng, tổng tham mưu trưởng, trưởng phòng, phó trưởng phòng, trưởng đoàn, phó trưởng đoàn, trưởng công an, phó trưởng công an, trưởng khoa, tổng biên tập, phó tổng biên tập, tổng thư ký, đội trưởng, tổ trưởng, trưởng thôn, đại biểu,
  đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá, đại úy, đô đốc, phó đô đốc, chuẩn đô đốc, giáo sư, phó giáo sư, tiến sĩ, thạc sĩ, bác sĩ, gs, pgs, ts, ths, bs, luật sư, nhà báo, nhà thơ, nhà văn, nghệ sĩ`);

/** They stand before a name and are no part of it or of an office. */
export const HONORIFICS = list('đồng chí, đ c, ông, bà');
/** Before an office that somebody has no more, or has for the time being. */
export const BEFORE_TITLES = new Set(list('nguyên, cựu, quyền, q, tân, cố'));
