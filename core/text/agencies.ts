// Names of Vietnamese papers, agencies and portals, by the sign they put before a lead and by their host.

/** Key: upper case, without `.VN` and `Online`. */
const BY_SIGN: Readonly<Record<string, string>> = {
  NDO: 'Báo Nhân Dân điện tử',
  NDĐT: 'Báo Nhân Dân điện tử',
  'NHÂN DÂN': 'Báo Nhân Dân',
  TPO: 'Tiền Phong Online',
  TTXVN: 'TTXVN',
  VNA: 'TTXVN',
  'VIETNAM+': 'VietnamPlus',
  VIETNAMPLUS: 'VietnamPlus',
  VOV: 'VOV',
  VTV: 'VTV',
  VTC: 'VTC News',
  VOH: 'VOH',
  TTO: 'Tuổi Trẻ Online',
  TNO: 'Thanh Niên Online',
  NLĐO: 'Người Lao Động Online',
  NLDO: 'Người Lao Động Online',
  SGGPO: 'Sài Gòn Giải Phóng Online',
  SGGP: 'Sài Gòn Giải Phóng',
  HNM: 'Hànộimới',
  HNMO: 'Hànộimới Online',
  ĐCSVN: 'Báo điện tử Đảng Cộng sản Việt Nam',
  DCSVN: 'Báo điện tử Đảng Cộng sản Việt Nam',
  QĐND: 'Quân đội nhân dân',
  QDND: 'Quân đội nhân dân',
  CAND: 'Công an nhân dân',
  CANDO: 'Công an nhân dân Online',
  TCCS: 'Tạp chí Cộng sản',
  TCCSĐT: 'Tạp chí Cộng sản điện tử',
  XDĐ: 'Tạp chí Xây dựng Đảng',
  'XÂY DỰNG ĐẢNG': 'Tạp chí Xây dựng Đảng',
  PLVN: 'Pháp luật Việt Nam',
  PLO: 'Pháp luật TP Hồ Chí Minh Online',
  BVPL: 'Bảo vệ pháp luật',
  ĐBND: 'Đại biểu Nhân dân',
  ĐĐK: 'Đại Đoàn Kết',
  LĐO: 'Lao Động Online',
  LĐTĐ: 'Lao động Thủ đô',
  'GD&TĐ': 'Giáo dục và Thời đại',
  KTĐT: 'Kinh tế & Đô thị',
  KINHTEDOTHI: 'Kinh tế & Đô thị',
  CHINHPHU: 'Báo Điện tử Chính phủ',
  VGP: 'Báo Điện tử Chính phủ',
  CTTĐT: 'Cổng thông tin điện tử',
  CTTĐTCP: 'Cổng Thông tin điện tử Chính phủ',
  VNE: 'VnExpress',
  VNN: 'VietNamNet',
  'MẶT TRẬN': 'Tạp chí Mặt trận',
  'NGÀY NAY': 'Ngày Nay',
  TLU: 'TLU',
  BIENPHONG: 'Biên phòng',
  BTG: 'Tạp chí Tuyên giáo',
};

/** Abbreviations that stand before a dash without being the sign of a paper. */
const NO_SIGN =
  /^(?:UBND|HĐND|MTTQ|BCH|BTV|BCĐ|TW|TƯ|ĐBQH|TP|UBKT|CNXH|XHCN|COVID|LĐLĐ|CSVN|KT|ANTT|QP|PCTN|GDP|FDI|ODA|ASEAN|WHO|WTO|AI|PV|BT|QUANG NINH)$/u;

const BY_HOST: Readonly<Record<string, string>> = {
  'vietnamplus.vn': 'VietnamPlus',
  'nhandan.vn': 'Báo Nhân Dân điện tử',
  'nhandan.com.vn': 'Báo Nhân Dân điện tử',
  'nhandan.org.vn': 'Báo Nhân Dân điện tử',
  'tienphong.vn': 'Tiền Phong Online',
  'baochinhphu.vn': 'Báo Điện tử Chính phủ',
  'chinhphu.vn': 'Cổng Thông tin điện tử Chính phủ',
  'xaydungchinhsach.chinhphu.vn': 'Xây dựng chính sách, pháp luật (chinhphu.vn)',
  'dangcongsan.vn': 'Báo điện tử Đảng Cộng sản Việt Nam',
  'dangcongsan.org.vn': 'Báo điện tử Đảng Cộng sản Việt Nam',
  'cpv.org.vn': 'Báo điện tử Đảng Cộng sản Việt Nam',
  'tapchicongsan.org.vn': 'Tạp chí Cộng sản',
  'xaydungdang.org.vn': 'Tạp chí Xây dựng Đảng',
  'tuyengiao.vn': 'Tạp chí Tuyên giáo',
  'lyluanchinhtri.vn': 'Lý luận chính trị',
  'mattran.org.vn': 'Tạp chí Mặt trận',
  'tapchimattran.vn': 'Tạp chí Mặt trận',
  'daidoanket.vn': 'Đại Đoàn Kết',
  'daibieunhandan.vn': 'Đại biểu Nhân dân',
  'quochoi.vn': 'Cổng thông tin điện tử Quốc hội',
  'noichinh.vn': 'Ban Nội chính Trung ương',
  'qdnd.vn': 'Quân đội nhân dân',
  'cand.com.vn': 'Công an nhân dân',
  'bienphong.com.vn': 'Biên phòng',
  'baovephapluat.vn': 'Bảo vệ pháp luật',
  'baophapluat.vn': 'Pháp luật Việt Nam',
  'plo.vn': 'Pháp luật TP Hồ Chí Minh Online',
  'tuoitre.vn': 'Tuổi Trẻ Online',
  'thanhnien.vn': 'Thanh Niên',
  'nld.com.vn': 'Người Lao Động',
  'laodong.vn': 'Lao Động',
  'laodongthudo.vn': 'Lao động Thủ đô',
  'sggp.org.vn': 'Sài Gòn Giải Phóng',
  'hanoimoi.vn': 'Hànộimới',
  'hanoimoi.com.vn': 'Hànộimới',
  'kinhtedothi.vn': 'Kinh tế & Đô thị',
  'anninhthudo.vn': 'An ninh Thủ đô',
  'vov.vn': 'VOV',
  'vtv.vn': 'VTV',
  'vtc.vn': 'VTC News',
  'vtcnews.vn': 'VTC News',
  'voh.com.vn': 'VOH',
  'baotintuc.vn': 'Báo Tin tức',
  'vnanet.vn': 'TTXVN',
  'vnexpress.net': 'VnExpress',
  'vietnamnet.vn': 'VietNamNet',
  'dantri.com.vn': 'Dân trí',
  'zingnews.vn': 'Znews',
  'znews.vn': 'Znews',
  'giaoducthoidai.vn': 'Giáo dục và Thời đại',
  'suckhoedoisong.vn': 'Sức khỏe và Đời sống',
  'baoquocte.vn': 'Thế giới và Việt Nam',
  'congthuong.vn': 'Công Thương',
  'baodautu.vn': 'Đầu tư',
  'vneconomy.vn': 'VnEconomy',
  'thoibaotaichinhvietnam.vn': 'Thời báo Tài chính Việt Nam',
  'baoxaydung.com.vn': 'Báo Xây dựng',
  'monre.gov.vn': 'Bộ Tài nguyên và Môi trường',
  'moha.gov.vn': 'Bộ Nội vụ',
  'thuvienphapluat.vn': 'Thư viện Pháp luật',
  'vanban.chinhphu.vn': 'Hệ thống văn bản Chính phủ',
};

/** The name behind `NDO`, `VOV.VN`, `QĐND Online`, `chinhphu.vn`; null when the sign is not known. */
export function agencyOf(sign: string): string | null {
  const key = sign
    .toUpperCase()
    .replace(/^BÁO\s+/u, '')
    .replace(/\s+(?:ONLINE|ĐIỆN TỬ)$/u, '');
  const plain = key.replace(/\.VN$/u, '');
  return ownValue(BY_SIGN, key) ?? ownValue(BY_SIGN, plain) ?? ownValue(BY_HOST, sign.toLowerCase());
}

export function isNoSign(sign: string): boolean {
  return NO_SIGN.test(sign);
}

/** The paper that a web address belongs to; the bare host when it is not a known one. */
export function sourceOfAddress(url: string | null): string | null {
  const host = /^https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
  if (host === undefined) return null;
  const bare = host.replace(/^(?:www|m|amp|mobile|wap)\./, '');
  const parent = bare.replace(/^[^.]+\./, '');
  return ownValue(BY_HOST, bare) ?? (parent === 'chinhphu.vn' ? null : ownValue(BY_HOST, parent)) ?? bare;
}

function ownValue(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
