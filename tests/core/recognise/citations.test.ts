import { describe, expect, test } from 'vitest';
import { findCitations } from '#core/recognise/citations';

const NO_DAY = { publishedOn: null };
const found = (text: string): [string, string][] =>
  findCitations(text, NO_DAY).map((citation) => [citation.text, citation.canonical]);

type Row = [sentence: string, ...citations: [text: string, canonical: string][]];
const rows = (table: readonly Row[]) =>
  test.each(table.map(([sentence, ...citations]) => ({ sentence, citations })))('$sentence', (row) => {
    expect(found(row.sentence)).toEqual(row.citations);
  });

describe('a number with codes', () => {
  rows([
    ['Quán triệt Chỉ thị số 12-CT/TW về báo chí.', ['Chỉ thị số 12-CT/TW', 'chi-thi:12-CT/TW']],
    ['Ra Quyết định số 301/QĐ-TTg hôm qua.', ['Quyết định số 301/QĐ-TTg', 'quyet-dinh:301/QĐ-TTg']],
    ['theo Nghị định 45/2019/NĐ-CP', ['Nghị định 45/2019/NĐ-CP', 'nghi-dinh:45/2019/NĐ-CP']],
    ['Thông tư liên tịch số 7/2012/TTLT-BTC-BYT', ['Thông tư liên tịch số 7/2012/TTLT-BTC-BYT', 'thong-tu-lien-tich:07/2012/TTLT-BTC-BYT']],
    ['Luật số 11/2022/QH15 có hiệu lực', ['Luật số 11/2022/QH15', 'luat:11/2022/QH15']],
    ['Nghị quyết 930/2023/UBTVQH15', ['Nghị quyết 930/2023/UBTVQH15', 'nghi-quyet:930/2023/UBTVQH15']],
    ['Công văn số 4102/BNV-CCHC gửi các sở', ['Công văn số 4102/BNV-CCHC', 'cong-van:4102/BNV-CCHC']],
    ['Công điện khẩn số 9/CĐ-UBND', ['Công điện khẩn số 9/CĐ-UBND', 'cong-dien:09/CĐ-UBND']],
    ['Nghị quyết chuyên đề số 6-NQ/TU', ['Nghị quyết chuyên đề số 6-NQ/TU', 'nghi-quyet:06-NQ/TU']],
    ['Chương trình hành động số 8-CTr/TU', ['Chương trình hành động số 8-CTr/TU', 'chuong-trinh:08-CTr/TU']],
    ['Nghị quyết số 70.1/2024/NQ-CP', ['Nghị quyết số 70.1/2024/NQ-CP', 'nghi-quyet:70.1/2024/NQ-CP']],
    ['Kế hoạch số 14b-KH/ĐUK', ['Kế hoạch số 14b-KH/ĐUK', 'ke-hoach:14b-KH/ĐUK']],
    ['Nghị quyết (số 44-NQ/TW) mới', ['Nghị quyết (số 44-NQ/TW)', 'nghi-quyet:44-NQ/TW']],
    ['Luật Kế toán số 88/2015/QH13', ['Luật Kế toán số 88/2015/QH13', 'luat:88/2015/QH13']],
    ['Luật Ban hành văn bản pháp luật 9/2030/QH19', ['Luật Ban hành văn bản pháp luật 9/2030/QH19', 'luat:09/2030/QH19']],
  ]); // prettier-ignore
});

describe('all ways to write one number', () => {
  test.each([
    'Chỉ thị số 07-CT/TW',
    'Chỉ thị số 7-CT/TW',
    'Chỉ thị số 07- CT/ TW',
    'Chỉ thị số 07 – CT/TW',
    'Chỉ thị số: 07 — CT / TW',
    'chỉ thị số 07-ct/tw',
    'CHỈ THỊ SỐ 07-CT/TW',
    'Chỉ thị 07-CT/TƯ',
    'Chỉ thị 07-CT/T.Ư',
    'Chỉ thị 07-CT/Trung ương',
    'Chỉ thị 07/CT-TW',
    'Chỉ thị 07 CT/TW',
    'CT 07-CT/TW',
    'Chỉ\nthị số\n07-CT/TW',
    'Chỉ thị\u00a0số\u00a007\u2011CT/TW',
    'Chỉ thị số 07\u2212CT/TW'.normalize('NFD'),
    'Chỉ thị 07 của Bộ Chính trị',
    'Chỉ thị số 07 ngày 3/2/2015 của Ban Bí thư',
  ])('%j', (written) => {
    expect(found(`Về ${written}.`)).toEqual([[written, 'chi-thi:07-CT/TW']]);
  });

  test('a rule and a decision are two documents, and a rule has one code', () => {
    expect(found('Quy định 30-QĐ/TW, Quy định 30-QĐi/TW, Quyết định 30-QĐ/TW').map(([, key]) => key)).toEqual(
      ['quy-dinh:30-QĐ/TW', 'quy-dinh:30-QĐ/TW', 'quyet-dinh:30-QĐ/TW'],
    );
  });

  test('Icelandic letters are Vietnamese ones', () => {
    expect(found('Quy\u1ebft định 5/Q\u00d0-TTg')).toEqual([['Quyết định 5/QÐ-TTg', 'quyet-dinh:05/QĐ-TTg']]);
  });
});

describe('a symbol without its type word', () => {
  rows([
    ['Thực hiện 09-CT/TW, cả nước', ['09-CT/TW', 'chi-thi:09-CT/TW']],
    ['Quy định về những điều mà đảng viên phải nêu gương (số 51-QĐ/TW)', ['51-QĐ/TW', 'quy-dinh:51-QĐ/TW']],
    ['Ban hành 812/QĐ-TTg', ['812/QĐ-TTg', 'quyet-dinh:812/QĐ-TTg']],
    ['văn bản số 77-KL/TW', ['văn bản số 77-KL/TW', 'ket-luan:77-KL/TW']],
    ['văn bản số 2204/UBND-NC', ['văn bản số 2204/UBND-NC', 'van-ban:2204/UBND-NC']],
  ]);
});

describe('lists', () => {
  rows([
    [
      'các Nghị quyết số 31-NQ/TW, 32-NQ/TW và số 33-NQ/TW',
      ['Nghị quyết số 31-NQ/TW', 'nghi-quyet:31-NQ/TW'],
      ['32-NQ/TW', 'nghi-quyet:32-NQ/TW'],
      ['số 33-NQ/TW', 'nghi-quyet:33-NQ/TW'],
    ],
    [
      'các Chỉ thị 13, 15 của Bộ Chính trị',
      ['Chỉ thị 13', 'chi-thi:13-CT/TW'],
      ['15 của Bộ Chính trị', 'chi-thi:15-CT/TW'],
    ],
    [
      'Nghị quyết 21, 22-NQ/TW',
      ['Nghị quyết 21', 'nghi-quyet:21-NQ/TW'],
      ['22-NQ/TW', 'nghi-quyet:22-NQ/TW'],
    ],
    [
      'Nghị quyết số 41-NQ/TW, 42-KL/TW',
      ['Nghị quyết số 41-NQ/TW', 'nghi-quyet:41-NQ/TW'],
      ['42-KL/TW', 'ket-luan:42-KL/TW'],
    ],
    [
      'Nghị quyết 61, Nghị quyết 62 và Nghị quyết 63 của Bộ Chính trị',
      ['Nghị quyết 61', 'nghi-quyet:61-NQ/TW'],
      ['Nghị quyết 62', 'nghi-quyet:62-NQ/TW'],
      ['Nghị quyết 63 của Bộ Chính trị', 'nghi-quyet:63-NQ/TW'],
    ],
    [
      'Chỉ thị số 20-CT/TW, Kết luận 70-KL/TW và Nghị định 9/2021/NĐ-CP',
      ['Chỉ thị số 20-CT/TW', 'chi-thi:20-CT/TW'],
      ['Kết luận 70-KL/TW', 'ket-luan:70-KL/TW'],
      ['Nghị định 9/2021/NĐ-CP', 'nghi-dinh:09/2021/NĐ-CP'],
    ],
  ]);
});

describe('a number completed by who issued it', () => {
  rows([
    ['nghị quyết 33 của Trung ương', ['nghị quyết 33 của Trung ương', 'nghi-quyet:33-NQ/TW']],
    ['Nghị quyết 8 của Tỉnh ủy Lào Cai về', ['Nghị quyết 8 của Tỉnh ủy Lào Cai', 'nghi-quyet:08-NQ/TU']],
    ['Hướng dẫn 3 của Ban Tổ chức Trung ương', ['Hướng dẫn 3 của Ban Tổ chức Trung ương', 'huong-dan:03-HD/BTCTW']],
    ['Kế hoạch 66 của Đảng ủy Khối', ['Kế hoạch 66 của Đảng ủy Khối', 'ke-hoach:66-KH/ĐUK']],
    ['Chỉ thị 24 của Thủ tướng Chính phủ', ['Chỉ thị 24 của Thủ tướng Chính phủ', 'chi-thi:24/CT-TTg']],
    ['Nghị quyết 19 của Chính phủ', ['Nghị quyết 19 của Chính phủ', 'nghi-quyet:19/NQ-CP']],
    ['Nghị định 15/2018', ['Nghị định 15/2018', 'nghi-dinh:15/2018/NĐ-CP']],
    ['Thông báo kết luận số 88-TB của Ban Bí thư', ['Thông báo kết luận số 88-TB của Ban Bí thư', 'thong-bao:88-TB/TW']],
    ['Kế hoạch số 71 của UBND tỉnh', ['Kế hoạch số 71', 'ke-hoach:71']],
    ['(Nghị quyết 35) và NQ 36', ['Nghị quyết 35', 'nghi-quyet:35'], ['NQ 36', 'nghi-quyet:36']],
  ]); // prettier-ignore
});

describe('plenums', () => {
  test.each([
    'Nghị quyết Trung ương 7 khóa X',
    'Nghị quyết Trung ương 7( khoá X)',
    'Nghị quyết T.Ư 7, khóa X',
    'Nghị quyết TW7 khóa 10',
    'NQ TƯ 7 (khóa X)',
    'Nghị quyết Trung ương bảy khóa X',
    'nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa X',
    'Nghị quyết Hội nghị Trung ương lần thứ 7 khóa X',
    'NGHỊ QUYẾT TRUNG ƯƠNG 7 (KHÓA X)',
  ])('%s', (written) => {
    expect(found(`Học ${written}.`)).toEqual([[written, 'nghi-quyet:HNTW7-K10']]);
  });

  rows([
    [
      'Kết luận Hội nghị Trung ương 5 khóa XI',
      ['Kết luận Hội nghị Trung ương 5 khóa XI', 'ket-luan:HNTW5-K11'],
    ],
    [
      'Nghị quyết Trung ương 3 (khóa X, XI)',
      ['Nghị quyết Trung ương 3 (khóa X', 'nghi-quyet:HNTW3-K10'],
      ['XI)', 'nghi-quyet:HNTW3-K11'],
    ],
    [
      'Nghị quyết Trung ương 2 các khóa X, XI',
      ['Nghị quyết Trung ương 2 các khóa X', 'nghi-quyet:HNTW2-K10'],
      ['XI', 'nghi-quyet:HNTW2-K11'],
    ],
    [
      'Nghị quyết Trung ương 7, 8 khóa XII',
      ['Nghị quyết Trung ương 7', 'nghi-quyet:HNTW7-K12'],
      ['8 khóa XII', 'nghi-quyet:HNTW8-K12'],
    ],
    [
      'Nghị quyết Trung ương 9 khóa XI, Trung ương 9 khóa XII',
      ['Nghị quyết Trung ương 9 khóa XI', 'nghi-quyet:HNTW9-K11'],
      ['Trung ương 9 khóa XII', 'nghi-quyet:HNTW9-K12'],
    ],
    ['NQ TW 2.', ['NQ TW 2', 'nghi-quyet:HNTW2']],
  ]);
});

describe('congresses', () => {
  rows([
    ['Nghị quyết Đại hội XI của Đảng', ['Nghị quyết Đại hội XI của Đảng', 'nghi-quyet:DH11']],
    ['Nghị quyết Đại hội Đảng lần thứ 11 nêu', ['Nghị quyết Đại hội Đảng lần thứ 11', 'nghi-quyet:DH11']],
    ['Nghị quyết Đại hội đại biểu toàn quốc lần thứ XI.', ['Nghị quyết Đại hội đại biểu toàn quốc lần thứ XI', 'nghi-quyet:DH11']],
    ['Nghị quyết Đại hội Đảng khóa mười một', ['Nghị quyết Đại hội Đảng khóa mười một', 'nghi-quyet:DH11']],
    ['NGHỊ QUYẾT ĐẠI HỘI XI CỦA ĐẢNG VÀO CUỘC SỐNG', ['NGHỊ QUYẾT ĐẠI HỘI XI CỦA ĐẢNG', 'nghi-quyet:DH11']],
    ['Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII', ['Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII', 'nghi-quyet:DH18@dang-bo-tinh']],
    ['Nghị quyết Đảng bộ Khối khóa X', ['Nghị quyết Đảng bộ Khối khóa X', 'nghi-quyet:DH10@dang-bo-khoi']],
    ['Nghị quyết Đại hội đại biểu Đảng bộ Khối các cơ quan Trung ương lần thứ X', ['Nghị quyết Đại hội đại biểu Đảng bộ Khối các cơ quan Trung ương lần thứ X', 'nghi-quyet:DH10@dang-bo-khoi']],
    ['Nghị quyết Đại hội XX Đảng bộ thành phố Cần Thơ đề ra', ['Nghị quyết Đại hội XX Đảng bộ thành phố Cần Thơ', 'nghi-quyet:DH20@dang-bo-thanh-pho-can-tho']],
    ['Nghị quyết Đại hội X Công đoàn Việt Nam đi vào đời sống', ['Nghị quyết Đại hội X Công đoàn Việt Nam', 'nghi-quyet:DH10@cong-doan-viet-nam']],
    [
      'Nghị quyết Đại hội X của Đảng và Đại hội Đảng bộ huyện lần thứ XV',
      ['Nghị quyết Đại hội X của Đảng', 'nghi-quyet:DH10'],
      ['Đại hội Đảng bộ huyện lần thứ XV', 'nghi-quyet:DH15@dang-bo-huyen'],
    ],
    [
      'Nghị quyết Đại hội X của Đảng và Nghị quyết Đại hội Đảng bộ xã lần thứ II',
      ['Nghị quyết Đại hội X của Đảng', 'nghi-quyet:DH10'],
      ['Nghị quyết Đại hội Đảng bộ xã lần thứ II', 'nghi-quyet:DH2@dang-bo-xa'],
    ],
  ]); // prettier-ignore
});

describe('laws by name', () => {
  rows([
    ['Luật Xây dựng năm 2014', ['Luật Xây dựng năm 2014', 'luat:xay-dung-2014']],
    ['Bộ luật Dân sự 2015 quy định', ['Bộ luật Dân sự 2015', 'bo-luat:dan-su-2015']],
    ['Luật Cư trú (sửa đổi) năm 2020', ['Luật Cư trú (sửa đổi) năm 2020', 'luat:cu-tru-2020']],
    ['Luật Phòng, chống ma túy năm 2021', ['Luật Phòng, chống ma túy năm 2021', 'luat:phong-chong-ma-tuy-2021']],
    ['Luật Hôn nhân và gia đình (năm 2000)', ['Luật Hôn nhân và gia đình (năm 2000)', 'luat:hon-nhan-va-gia-dinh-2000']],
    ['Luật Nhà ở, Luật Giá năm 2023', ['Luật Giá năm 2023', 'luat:gia-2023']],
    ['Luật bảo hiểm y tế năm 2008', ['Luật bảo hiểm y tế năm 2008', 'luat:bao-hiem-y-te-2008']],
  ]); // prettier-ignore
});

describe('what is no citation', () => {
  test.each([
    'Gọi 0912-345-678, 024/3845.6789 hay 1900 6789.',
    'Ngày 15/10, tỷ số 12/15, trực 24/7, phòng dịch COVID-19, 3/4 chỉ tiêu.',
    'https://bao.vn/chi-thi/05-CT/TW?so=18-NQ/TW',
    'kế hoạch 5 năm, Kế hoạch 5 năm 2021-2025, Kế hoạch 100 ngày',
    'Quyết định 3 nội dung quan trọng. Quy định 4 nhóm đối tượng. Hướng dẫn 2 bước.',
    'Chương trình 135, Báo cáo 6 tháng, Kế hoạch 12/15 chỉ tiêu, Quyết định 15/10',
    'các nghị quyết của Đảng, kế hoạch, hướng dẫn của Đảng ủy',
    'Hội nghị Trung ương 13 (khóa XI), Đại hội XII của Đảng, Đại hội Đảng bộ tỉnh lần thứ X',
    'triển khai nghị quyết đại hội; Nghị quyết Đại hội Đảng các cấp và tiến tới Đại hội XIV của Đảng',
    'Nghị quyết 2025, Luật 2024, Kế hoạch 2021-2025, Kế hoạch số lượng',
    'thực hiện nghị quyết 17 hôm nay, Thông báo 3 trường hợp',
    'Luật sư Lê Văn A năm 2020, Đại học Luật Hà Nội năm 2021, Ngày Pháp luật Việt Nam 2023, Luật quy định năm 2025',
    'Luật Đất đai, Nghị quyết về giáo dục, nghị quyết này, Nghị quyết trên địa bàn',
    'Nghị quyết\n2. Tổ chức thực hiện',
    'TT 5, CT 3, KL 4, TB 6, ct 05, nq 57',
    'thi hành kỷ luật Đảng năm 2023, kỷ luật số 5, mệnh lệnh số 1, quy luật 3/2020/NĐ',
    'biển số 29A-123.45, số nhà 12/34-NQ',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a dash after a citation begins other words', () => {
    expect(found('Chỉ thị số 05-CT/TW - Bước tiến mới')).toEqual([
      ['Chỉ thị số 05-CT/TW', 'chi-thi:05-CT/TW'],
    ]);
  });
});
