import { article, type ReadArticle } from './task-article';

/** Ways in which articles say that tasks follow, and whose they are; all names are invented. */
export const FRAMED_ARTICLES: readonly ReadArticle[] = [
  article('a dispatch that asks after what it is based on', '2026-05-12', [
    'Sở Nội vụ tỉnh Hải Vân vừa có Công văn số 812/SNV-CCHC, căn cứ kết luận của Chủ tịch UBND tỉnh, yêu cầu một số việc sau:',
    '- Các xã, phường: niêm yết quy trình tại bộ phận một cửa; gửi danh sách cán bộ trước ngày 25/5.',
    '- Trung tâm Phục vụ hành chính công: trực thêm sáng thứ bảy.',
  ], [
    ['niêm yết quy trình tại bộ phận một cửa', 'Các xã, phường'],
    ['gửi danh sách cán bộ trước ngày 25/5', 'Các xã, phường', '2026-05-25'],
    ['trực thêm sáng thứ bảy', 'Trung tâm Phục vụ hành chính công'],
  ]),
  article('duties under headings', '2026-01-08', [
    'Trách nhiệm của chi bộ được giám sát',
    'Chi ủy các chi bộ có tên trong danh sách có trách nhiệm:',
    '(a) chuẩn bị báo cáo theo mẫu;',
    '(b) bố trí người làm việc với Đoàn.',
    'Trách nhiệm của Đoàn giám sát',
    'Trưởng đoàn báo cáo kết quả trước ngày 20/2. Ban Xây dựng Đảng theo dõi việc khắc phục.',
  ], [
    ['chuẩn bị báo cáo theo mẫu', 'Chi ủy các chi bộ có tên trong danh sách'],
    ['bố trí người làm việc với Đoàn', 'Chi ủy các chi bộ có tên trong danh sách'],
    ['báo cáo kết quả trước ngày 20/2', 'Trưởng đoàn', '2026-02-20'],
    ['theo dõi việc khắc phục', 'Ban Xây dựng Đảng'],
  ]),
  article('a speaker who goes on after a semicolon', '2025-09-03', [
    'Bí thư Đảng ủy xã Lê Thị Mận nhấn mạnh tinh thần chủ động; yêu cầu các chi bộ rà soát hộ nghèo. Công an xã, Ban Chỉ huy Quân sự xã phối hợp tuần tra ban đêm.',
  ], [
    ['rà soát hộ nghèo', 'các chi bộ'],
    ['phối hợp tuần tra ban đêm', 'Công an xã, Ban Chỉ huy Quân sự xã'],
  ]),
  article('those who are asked before the one who asks', '2025-07-02', [
    'Các khách sạn, nhà nghỉ ven biển, ông đề nghị giảm nửa công suất bơm nước.',
    'Chủ tịch UBND phường yêu cầu các tổ dân phố mở nhà văn hóa buổi tối. Các kiến nghị của tổ, Văn phòng UBND phường tổng hợp, trình trước ngày 15/7.',
  ], [
    ['giảm nửa công suất bơm nước', 'Các khách sạn, nhà nghỉ ven biển'],
    ['mở nhà văn hóa buổi tối', 'các tổ dân phố'],
    ['tổng hợp, trình trước ngày 15/7', 'Văn phòng UBND phường', '2025-07-15'],
  ]),
  article('an agreement before a colon and a duty to agree', '2025-10-06', [
    'Hội nghị thống nhất: Đảng ủy xã lãnh đạo thu hoạch lúa mùa; chỉ đạo nhân dân gieo cây vụ đông.',
    'Ban Quản lý dự án phải thống nhất với Điện lực huyện vị trí dời cột.',
  ], [
    ['lãnh đạo thu hoạch lúa mùa', 'Đảng ủy xã'],
    ['chỉ đạo nhân dân gieo cây vụ đông', 'Đảng ủy xã'],
    ['thống nhất với Điện lực huyện vị trí dời cột', 'Ban Quản lý dự án'],
  ]),
  article('a writing that asked, and who signed the article', '2026-03-18', [
    'Sở đã có Thông báo số 55/TB-SXD ngày 12/3 yêu cầu Công ty cổ phần Xây lắp Đông Hà thảm lại mặt hẻm; trong thời gian thi công, làm lối đi tạm cho người già.',
    'Ghi chép của Hoàng Lan',
  ], [
    ['thảm lại mặt hẻm', 'Công ty cổ phần Xây lắp Đông Hà'],
    ['làm lối đi tạm cho người già', 'Công ty cổ phần Xây lắp Đông Hà'],
  ]),
  article('money that a ministry gives', '2026-02-02', [
    'Đối với các bộ: Bộ Y tế ban hành chuẩn bếp ăn trước 31/5/2026; Bộ Tài chính cấp kinh phí một lần, không chia nhỏ theo tháng.',
  ], [
    ['ban hành chuẩn bếp ăn trước 31/5/2026', 'Bộ Y tế', '2026-05-31'],
    ['cấp kinh phí một lần, không chia nhỏ theo tháng', 'Bộ Tài chính'],
  ]),
]; // prettier-ignore
