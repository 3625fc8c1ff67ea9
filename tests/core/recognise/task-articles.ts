import { article, type ReadArticle } from './task-article';
import { MORE_ARTICLES } from './task-articles-more';

/** Articles of our own, each in another manner of writing; all names are invented. */
export const READ_ARTICLES: readonly ReadArticle[] = [
  article('a provincial committee conference', '2025-07-10', [
    'Sáng 10/7, Ban Chấp hành Đảng bộ tỉnh Phú Sơn tổ chức hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm.',
    '6 tháng đầu năm, các cấp ủy tập trung lãnh đạo phát triển kinh tế; tăng cường kiểm tra, giám sát; kết nạp 820 đảng viên.',
    'Công tác dân vận được đổi mới. Nhiều địa phương duy trì tốt nền nếp sinh hoạt chi bộ.',
    'Kết luận hội nghị, Bí thư Tỉnh ủy Trần Văn Hòa biểu dương những kết quả đạt được, đồng thời yêu cầu các cấp ủy, chính quyền địa phương tập trung tháo gỡ khó khăn cho doanh nghiệp; đẩy nhanh giải ngân vốn đầu tư công, phấn đấu đến hết quý III đạt trên 75% kế hoạch.',
    'Ban Tổ chức Tỉnh ủy tham mưu sắp xếp cán bộ cấp xã sau sáp nhập.',
    'Hội nghị kết thúc trong buổi sáng.',
  ], [
    ['tập trung tháo gỡ khó khăn cho doanh nghiệp', 'các cấp ủy, chính quyền địa phương'],
    ['đẩy nhanh giải ngân vốn đầu tư công, phấn đấu đến hết quý III đạt trên 75% kế hoạch', 'các cấp ủy, chính quyền địa phương', '2025-09-30'],
    ['tham mưu sắp xếp cán bộ cấp xã sau sáp nhập', 'Ban Tổ chức Tỉnh ủy'],
  ]),
  article('a telegram with numbered items', '2025-09-03', [
    'Thủ tướng Chính phủ vừa ký Công điện về ứng phó bão số 6. Từ đầu năm đến nay, thiên tai làm 40 người chết, thiệt hại khoảng 1.500 tỷ đồng.',
    'Thủ tướng Chính phủ yêu cầu:',
    '1. Bộ trưởng Bộ Nông nghiệp và Môi trường chỉ đạo các địa phương kiểm tra hồ đập, hoàn thành trước ngày 6/9.',
    '2. Bộ Công Thương:',
    'a) Bảo đảm đủ điện cho sản xuất và tiêu dùng;',
    'b) Chủ trì, phối hợp với Tập đoàn Điện lực rà soát phương án vận hành hồ chứa.',
    '3. Chủ tịch UBND các tỉnh, thành phố ven biển:',
    '- Tổ chức kêu gọi tàu thuyền vào nơi tránh trú; sơ tán dân khỏi vùng nguy hiểm.',
    '4. Giao Phó Thủ tướng Lê Văn Minh chỉ đạo, đôn đốc việc thực hiện Công điện này.',
  ], [
    ['chỉ đạo các địa phương kiểm tra hồ đập, hoàn thành trước ngày 6/9', 'Bộ trưởng Bộ Nông nghiệp và Môi trường', '2025-09-06'],
    ['Bảo đảm đủ điện cho sản xuất và tiêu dùng', 'Bộ Công Thương'],
    ['Chủ trì, phối hợp với Tập đoàn Điện lực rà soát phương án vận hành hồ chứa', 'Bộ Công Thương'],
    ['Tổ chức kêu gọi tàu thuyền vào nơi tránh trú', 'Chủ tịch UBND các tỉnh, thành phố ven biển'],
    ['sơ tán dân khỏi vùng nguy hiểm', 'Chủ tịch UBND các tỉnh, thành phố ven biển'],
    ['chỉ đạo, đôn đốc việc thực hiện Công điện này', 'Phó Thủ tướng Lê Văn Minh'],
  ]),
  article('conclusions of a meeting', '2025-03-12', [
    'Văn phòng Chính phủ vừa có thông báo kết luận của Phó Thủ tướng Hoàng Anh Sơn tại cuộc họp về dự án đường sắt.',
    'Dự án có tổng chiều dài 390 km, đi qua 9 tỉnh, tổng mức đầu tư khoảng 8 tỷ USD.',
    'Theo thông báo, Phó Thủ tướng giao Bộ Xây dựng chủ trì, phối hợp với các địa phương hoàn thiện báo cáo khả thi, gửi Hội đồng thẩm định chậm nhất ngày 10/4/2025; giao Ngân hàng Nhà nước hướng dẫn gói tín dụng.',
    'Bộ Tài chính rà soát nguồn vốn, báo cáo cấp có thẩm quyền trước 31/3.',
  ], [
    ['chủ trì, phối hợp với các địa phương hoàn thiện báo cáo khả thi, gửi Hội đồng thẩm định chậm nhất ngày 10/4/2025', 'Bộ Xây dựng', '2025-04-10'],
    ['hướng dẫn gói tín dụng', 'Ngân hàng Nhà nước'],
    ['rà soát nguồn vốn, báo cáo cấp có thẩm quyền trước 31/3', 'Bộ Tài chính', '2025-03-31'],
  ]),
  article('a resolution in summary', '2025-01-20', [
    'Chính phủ ban hành Nghị quyết về các giải pháp chủ yếu thực hiện kế hoạch năm 2025.',
    'Nghị quyết yêu cầu các bộ, ngành, địa phương khẩn trương xây dựng kịch bản tăng trưởng từng quý, báo cáo Thủ tướng trước ngày 15/3; Bộ Công an triệt phá các đường dây buôn lậu.',
    'Mục tiêu năm 2025 của cả nước: tăng trưởng GDP đạt từ 8% trở lên; thu ngân sách tăng ít nhất 10%; tỷ lệ hộ nghèo giảm còn dưới 2%.',
  ], [
    ['khẩn trương xây dựng kịch bản tăng trưởng từng quý, báo cáo Thủ tướng trước ngày 15/3', 'các bộ, ngành, địa phương', '2025-03-15'],
    ['triệt phá các đường dây buôn lậu', 'Bộ Công an'],
    ['tăng trưởng GDP đạt từ 8% trở lên', null, '2025-12-31'],
    ['thu ngân sách tăng ít nhất 10%', null, '2025-12-31'],
    ['tỷ lệ hộ nghèo giảm còn dưới 2%', null, '2025-12-31'],
  ]),
  article('a ministry to the provinces', '2025-02-20', [
    'Cục Phòng bệnh cho biết, từ đầu năm đến nay cả nước ghi nhận hơn 3.000 ca nghi sởi. Số mắc tăng nhanh tại các tỉnh miền núi.',
    'Nhằm chủ động phòng, chống dịch, Bộ Y tế đề nghị UBND các tỉnh, thành phố chỉ đạo Sở Y tế tổ chức tiêm bù vaccine cho trẻ từ 1-10 tuổi, hoàn thành trong tháng 3/2025; các bệnh viện bố trí khu cách ly, hạn chế lây nhiễm chéo.',
    'Người dân cần đưa trẻ đi tiêm chủng đầy đủ, đúng lịch.',
  ], [
    ['chỉ đạo Sở Y tế tổ chức tiêm bù vaccine cho trẻ từ 1-10 tuổi, hoàn thành trong tháng 3/2025', 'UBND các tỉnh, thành phố', '2025-03-31'],
    ['bố trí khu cách ly, hạn chế lây nhiễm chéo', 'các bệnh viện'],
    ['đưa trẻ đi tiêm chủng đầy đủ, đúng lịch', 'Người dân'],
  ]),
  article('a review of the year with its directions', '2024-12-20', [
    '# Kết quả nổi bật',
    'Năm 2024, các cấp công đoàn trong tỉnh chủ động đổi mới nội dung hoạt động, chăm lo tốt hơn đời sống người lao động; 100% doanh nghiệp có công đoàn ký thỏa ước lao động tập thể.',
    'Liên đoàn Lao động tỉnh tổ chức 300 lớp tập huấn, tặng quà cho hơn 12.000 đoàn viên.',
    '# Phương hướng, nhiệm vụ năm 2025',
    'Bước sang năm 2025, Liên đoàn Lao động tỉnh tiếp tục nâng cao chất lượng thương lượng tập thể; phấn đấu kết nạp mới ít nhất 5.000 đoàn viên; đẩy mạnh xây nhà Mái ấm công đoàn.',
    'Để hoàn thành các mục tiêu trên, công đoàn các cấp cần bám sát cơ sở, kịp thời phản ánh với chủ doanh nghiệp.',
  ], [
    ['tiếp tục nâng cao chất lượng thương lượng tập thể', 'Liên đoàn Lao động tỉnh', '2025-12-31'],
    ['phấn đấu kết nạp mới ít nhất 5.000 đoàn viên', 'Liên đoàn Lao động tỉnh', '2025-12-31'],
    ['đẩy mạnh xây nhà Mái ấm công đoàn', 'Liên đoàn Lao động tỉnh', '2025-12-31'],
    ['bám sát cơ sở, kịp thời phản ánh với chủ doanh nghiệp', 'công đoàn các cấp'],
  ]),
  article('a communiqué of an inspection committee', '2025-02-14', [
    'Từ ngày 10 đến ngày 12/2/2025, Ủy ban Kiểm tra Tỉnh ủy họp Kỳ thứ 30. Tại kỳ họp này, Ủy ban xem xét, kết luận các nội dung sau:',
    'Ban Thường vụ Huyện ủy Bình An thiếu trách nhiệm, buông lỏng lãnh đạo, để xảy ra sai phạm trong quản lý đất đai.',
    'Ủy ban Kiểm tra Tỉnh ủy quyết định thi hành kỷ luật khiển trách Ban Thường vụ Huyện ủy Bình An.',
    'Ủy ban Kiểm tra Tỉnh ủy yêu cầu các tổ chức đảng vi phạm nghiêm túc rút kinh nghiệm; khẩn trương khắc phục hậu quả, báo cáo kết quả trước ngày 30/6/2025.',
  ], [
    ['nghiêm túc rút kinh nghiệm', 'các tổ chức đảng vi phạm'],
    ['khẩn trương khắc phục hậu quả, báo cáo kết quả trước ngày 30/6/2025', 'các tổ chức đảng vi phạm', '2025-06-30'],
  ]),
  article('a youth union', '2025-03-02', [
    'Tháng 2 vừa qua, tuổi trẻ toàn tỉnh đã ra quân trồng 20.000 cây xanh. Các cơ sở đoàn tổ chức thăm hỏi 120 gia đình chính sách.',
    '# Về nhiệm vụ, giải pháp trong thời gian tới',
    'Đoàn Thanh niên các cấp tổ chức ra quân làm sạch bãi biển, trồng 50.000 cây xanh trong tháng 3; vận động đoàn viên hiến máu.',
    'Công tác phát triển đảng viên trẻ phải được coi trọng hơn nữa.',
    'Một là, tiếp tục quán triệt sâu sắc các nghị quyết của Đảng; hai là, đổi mới công tác tuyên truyền.',
  ], [
    ['tổ chức ra quân làm sạch bãi biển, trồng 50.000 cây xanh trong tháng 3', 'Đoàn Thanh niên các cấp', '2025-03-31'],
    ['vận động đoàn viên hiến máu', 'Đoàn Thanh niên các cấp'],
    ['Công tác phát triển đảng viên trẻ phải được coi trọng hơn nữa', 'Đoàn Thanh niên các cấp'],
    ['tiếp tục quán triệt sâu sắc các nghị quyết của Đảng', 'Đoàn Thanh niên các cấp'],
    ['đổi mới công tác tuyên truyền', 'Đoàn Thanh niên các cấp'],
  ]),
  article('an interview', '2025-01-06', [
    'PV: Thưa Bộ trưởng, năm 2025 Bộ sẽ tập trung vào những việc gì?',
    'Bộ trưởng: Năm 2025, Bộ sẽ tập trung hoàn thiện thể chế, cắt giảm 30% thủ tục hành chính. Chúng tôi cũng sẽ lắng nghe doanh nghiệp.',
    'Bộ trưởng: Thời gian qua, Bộ đã cắt giảm hơn 1.000 thủ tục, được người dân đánh giá cao.',
  ], [
    ['tập trung hoàn thiện thể chế, cắt giảm 30% thủ tục hành chính', 'Bộ', '2025-12-31'],
  ]),
  article('a list that a meeting agreed on', '2025-02-28', [
    'Trong năm 2024, các đơn vị đã hoàn thành 15/15 chỉ tiêu; tăng cường phối hợp, xử lý dứt điểm đơn thư.',
    'Hội nghị thống nhất một số nhiệm vụ trọng tâm năm 2025: (1) Sắp xếp tổ chức bộ máy tinh gọn; (2) Phát triển 1.500 đảng viên mới; (3) Hoàn thành đại hội cấp cơ sở trước ngày 30/6.',
    'Bộ Nội vụ được giao xây dựng đề án tinh giản biên chế, hoàn thành trong quý III.',
    'Dịp này, Ban Tổ chức trao 30 suất quà cho gia đình chính sách.',
  ], [
    ['Sắp xếp tổ chức bộ máy tinh gọn', null],
    ['Phát triển 1.500 đảng viên mới', null],
    ['Hoàn thành đại hội cấp cơ sở trước ngày 30/6', null, '2025-06-30'],
    ['xây dựng đề án tinh giản biên chế, hoàn thành trong quý III', 'Bộ Nội vụ', '2025-09-30'],
  ]),
  article('a press conference', '2025-02-26', [
    'Theo báo cáo, tháng 2, sản xuất công nghiệp tăng 9,2% so với cùng kỳ; giải quyết việc làm cho 2.300 lao động.',
    'Lực lượng chức năng kiểm tra 320 cơ sở kinh doanh. Công an tỉnh tăng cường tuần tra, kiểm soát các tuyến đường trọng điểm.',
    'Tuy nhiên, tiến độ giải ngân còn chậm, một số chủ đầu tư chưa quyết liệt.',
    'Ông Nguyễn Văn Nam, Giám đốc Sở Tài chính cho biết, thời gian tới, Sở sẽ tiếp tục số hóa hồ sơ, hoàn thành trong năm 2025.',
    '"Các địa phương không được chủ quan, phải kiểm tra từng tuyến đê", Chủ tịch UBND tỉnh Lê Minh nhấn mạnh.',
    'Buổi họp báo đã giải đáp nhiều câu hỏi của phóng viên.',
  ], [
    ['tiếp tục số hóa hồ sơ, hoàn thành trong năm 2025', 'Sở', '2025-12-31'],
    ['không được chủ quan, phải kiểm tra từng tuyến đê', 'Các địa phương'],
  ]),
  article('a working visit', '2025-04-02', [
    'Phát biểu tại buổi làm việc, đồng chí Lê Thị Hoa, Trưởng Ban Dân vận Tỉnh ủy ghi nhận kết quả mà huyện đạt được. Đồng chí lưu ý huyện cần quan tâm công tác dân vận chính quyền; tăng cường đối thoại với người dân.',
    'Bên cạnh đó, Mặt trận Tổ quốc và các đoàn thể đổi mới phương thức hoạt động, hướng về cơ sở.',
    'Trước đó, đoàn công tác đã đến thăm mô hình trồng dưa lưới tại xã Tân Lập.',
  ], [
    ['quan tâm công tác dân vận chính quyền', 'huyện'],
    ['tăng cường đối thoại với người dân', 'huyện'],
    ['đổi mới phương thức hoạt động, hướng về cơ sở', 'Mặt trận Tổ quốc và các đoàn thể'],
  ]),
  ...MORE_ARTICLES,
]; // prettier-ignore
