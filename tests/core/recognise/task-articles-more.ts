import { article, type ReadArticle } from './task-article';

/** Further articles of our own, written before the rules were tried on them; all names are invented. */
export const MORE_ARTICLES: readonly ReadArticle[] = [
  article('a hospital that sets targets', '2024-01-18', [
    'Bệnh viện Đa khoa Tân Phúc vừa tổng kết công tác năm 2023. Năm 2023, bệnh viện khám cho 214.000 lượt người; triển khai 12 kỹ thuật mới; tập huấn 40 lớp cho tuyến dưới.',
    'Năm 2024, bệnh viện đề ra các chỉ tiêu:',
    '- Công suất sử dụng giường bệnh đạt 95%',
    '- Có ít nhất 3 kỹ thuật cao được chuyển giao',
    '- Trên 90% người bệnh hài lòng',
    'Bạn đọc cần tư vấn xin gọi số 1900 0000 để được giải đáp.',
  ], [
    ['Công suất sử dụng giường bệnh đạt 95%', null, '2024-12-31'],
    ['Có ít nhất 3 kỹ thuật cao được chuyển giao', null, '2024-12-31'],
    ['Trên 90% người bệnh hài lòng', null, '2024-12-31'],
  ]),
  article('a district plan by body', '2023-03-09', [
    'Chủ tịch UBND huyện Hòa Lâm vừa ký kế hoạch phòng, chống hạn. Kế hoạch phân công nhiệm vụ cụ thể như sau:',
    'Đối với Phòng Nông nghiệp:',
    '- Thống kê diện tích có nguy cơ thiếu nước trước ngày 20/3.',
    '- Dự trù kinh phí mua máy bơm.',
    'UBND các xã:',
    '- Nạo vét kênh mương; bố trí 15 điểm bơm dã chiến.',
    'Văn phòng HĐND và UBND huyện thông báo để các đơn vị biết, thực hiện.',
  ], [
    ['Thống kê diện tích có nguy cơ thiếu nước trước ngày 20/3', 'Phòng Nông nghiệp', '2023-03-20'],
    ['Dự trù kinh phí mua máy bơm', 'Phòng Nông nghiệp'],
    ['Nạo vét kênh mương', 'UBND các xã'],
    ['bố trí 15 điểm bơm dã chiến', 'UBND các xã'],
  ]),
  article('an interview about a bridge', '2022-05-16', [
    '- Thưa ông, vì sao cầu Vạn Lộc chậm tiến độ?',
    '- Mặt bằng vướng nhiều năm. Từ đầu năm đến nay nhà thầu chỉ thi công được 3 trụ.',
    '- Vậy tỉnh sẽ làm gì?',
    '- Tôi đã giao Ban Quản lý dự án lập lại tiến độ từng hạng mục, trình trước ngày 5/6. UBND huyện Vạn Lộc phải bàn giao mặt bằng trước ngày 30/6.',
    '- Cảm ơn ông!',
  ], [
    ['lập lại tiến độ từng hạng mục, trình trước ngày 5/6', 'Ban Quản lý dự án', '2022-06-05'],
    ['bàn giao mặt bằng trước ngày 30/6', 'UBND huyện Vạn Lộc', '2022-06-30'],
  ]),
  article('a farmers association late in the year', '2019-12-12', [
    'Năm 2019, các chi hội nông dân tập trung xây dựng tổ hợp tác; mở 20 lớp dạy nghề; hỗ trợ 900 hộ vay vốn.',
    'Thực hiện Nghị quyết của Hội Nông dân tỉnh, Hội Nông dân huyện chủ động phối hợp với ngân hàng giải ngân 30 tỷ đồng; tích cực tham gia góp ý dự thảo luật.',
    'Tại hội nghị, đồng chí Phó Chủ tịch Hội Nông dân tỉnh chúc mừng kết quả đạt được, đồng thời đề nghị năm 2020, các cấp Hội tiếp tục vận động hội viên tham gia bảo hiểm y tế.',
  ], [
    ['tiếp tục vận động hội viên tham gia bảo hiểm y tế', 'các cấp Hội', '2020-12-31'],
  ]),
  article('three points of a speaker', '2021-02-03', [
    'Phát biểu giao nhiệm vụ, Tư lệnh Quân khu nhấn mạnh ba việc:',
    'Một là, duy trì nghiêm chế độ trực sẵn sàng chiến đấu trong dịp Tết.',
    'Hai là, các đơn vị hoàn thành giao quân trước ngày 5-3-2021.',
    'Ba là, hằng tháng kiểm tra kho vũ khí.',
    'Sau hội nghị, Tư lệnh thăm, tặng quà 20 gia đình chính sách.',
  ], [
    ['duy trì nghiêm chế độ trực sẵn sàng chiến đấu trong dịp Tết', null],
    ['hoàn thành giao quân trước ngày 5-3-2021', 'các đơn vị', '2021-03-05'],
    ['hằng tháng kiểm tra kho vũ khí', 'các đơn vị'],
  ]),
  article('findings of an inspection', '2020-08-21', [
    'Qua kiểm tra, Thanh tra huyện nhận thấy: Ban Quản lý chợ thiếu trách nhiệm, buông lỏng quản lý; vi phạm quy định về thu phí.',
    'Trả lời kiến nghị của tiểu thương, ông Lê Bá Cường, Trưởng Ban Quản lý chợ nhận trách nhiệm, nêu nguyên nhân: thiếu người, thiếu kinh phí.',
    'Thanh tra huyện yêu cầu Ban Quản lý chợ hoàn trả số tiền thu sai xong trước 15 / 9 / 2020; đến hết tháng 10 công khai danh sách hộ kinh doanh.',
    'Thông báo này thay thế Thông báo số 12/TB-TTr.',
  ], [
    ['hoàn trả số tiền thu sai xong trước 15 / 9 / 2020', 'Ban Quản lý chợ', '2020-09-15'],
    ['đến hết tháng 10 công khai danh sách hộ kinh doanh', 'Ban Quản lý chợ', '2020-10-31'],
  ]),
  article('a school year', '2022-08-25', [
    'Năm học 2021-2022, toàn tỉnh mở 12 lớp dạy tiếng dân tộc; xây dựng 40 phòng học; trao 300 suất quà.',
    'Phát biểu chỉ đạo, Giám đốc Sở Giáo dục và Đào tạo nhấn mạnh hiệu trưởng các trường phải coi trọng an toàn trường học; không để xảy ra lạm thu.',
    'Trước mắt, Thường trực Huyện ủy Nam Khê sẽ làm việc với từng trường.',
    'Chi tiết xem tại Phụ lục đính kèm.',
  ], [
    ['coi trọng an toàn trường học', 'hiệu trưởng các trường'],
    ['không để xảy ra lạm thu', 'hiệu trưởng các trường'],
    ['làm việc với từng trường', 'Thường trực Huyện ủy Nam Khê'],
  ]),
  article('a corporation and its aims', '2025-01-14', [
    'Về kế hoạch năm 2025, Tổng Giám đốc Đỗ Hữu Nghĩa cho biết: Công ty đặt mục tiêu sản lượng điện đạt 4,2 tỷ kWh; tỷ lệ tổn thất dưới 5%; thu nhập bình quân tăng 6%.',
    'Để đạt mục tiêu đó, các nhà máy rà soát kế hoạch sửa chữa trong quý I/2025; từ nay đến cuối năm thay toàn bộ công tơ cơ.',
  ], [
    ['sản lượng điện đạt 4,2 tỷ kWh', 'Công ty', '2025-12-31'],
    ['tỷ lệ tổn thất dưới 5%', 'Công ty', '2025-12-31'],
    ['thu nhập bình quân tăng 6%', 'Công ty', '2025-12-31'],
    ['rà soát kế hoạch sửa chữa trong quý I/2025', 'các nhà máy', '2025-03-31'],
    ['từ nay đến cuối năm thay toàn bộ công tơ cơ', 'các nhà máy', '2025-12-31'],
  ]),
  article('tone marks as they are written', '2024-04-02', [
    'Chủ tịch UBND tỉnh yêu cầu Toà án nhân dân tỉnh, Uỷ ban Mặt trận Tổ quốc tỉnh phối hợp tuyên truyền Luật Hoà giải, đối thoại tại Toà án.',
    'Đối với Công an xã, Chủ tịch UBND tỉnh đề nghị rà soát nhân khẩu; lập danh sách hộ tạm trú trong tháng 4.',
    'Trường hợp vượt thẩm quyền, các xã phải báo cáo UBND tỉnh.',
  ], [
    ['phối hợp tuyên truyền Luật Hoà giải, đối thoại tại Toà án', 'Toà án nhân dân tỉnh, Uỷ ban Mặt trận Tổ quốc tỉnh'],
    ['rà soát nhân khẩu', 'Công an xã'],
    ['lập danh sách hộ tạm trú trong tháng 4', 'Công an xã', '2024-04-30'],
    ['báo cáo UBND tỉnh', 'các xã'],
  ]),
  article('fields and their bodies', '2025-07-03', [
    'Trong 6 tháng cuối năm 2025, UBND tỉnh xác định 3 nhiệm vụ trọng tâm:',
    'Một là, về lĩnh vực giao thông: Sở Xây dựng rà soát điểm đen; Công an tỉnh xử lý xe quá tải.',
    'Hai là, về lĩnh vực đất đai: Sở Nông nghiệp và Môi trường hoàn thành bản đồ giá đất trước 30/9.',
    '3. Giao Thanh tra tỉnh thanh tra các dự án chậm tiến độ.',
    '"Không ai được đứng ngoài cuộc", ông nói.',
  ], [
    ['rà soát điểm đen', 'Sở Xây dựng', '2025-12-31'],
    ['xử lý xe quá tải', 'Công an tỉnh', '2025-12-31'],
    ['hoàn thành bản đồ giá đất trước 30/9', 'Sở Nông nghiệp và Môi trường', '2025-09-30'],
    ['thanh tra các dự án chậm tiến độ', 'Thanh tra tỉnh', '2025-12-31'],
  ]),
]; // prettier-ignore
