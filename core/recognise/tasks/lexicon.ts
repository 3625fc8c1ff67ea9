// The words by which clauses of policy news are read (domain/tasks.md 3.2). Tables only; the rules are beside them.
import { Phrases, PhraseTable } from '#core/recognise/tasks/tokens';

/** What a predicate begins with when somebody does or shall do something. */
const VERB_WORDS = `
  tiếp tục, tập trung, tập hợp, đẩy mạnh, đẩy nhanh, đẩy lùi, đẩy, tăng cường, tăng, tăng tốc, nâng cao, nâng, thực hiện, thực hành, thực thi,
  triển khai, tổ chức, hoàn thành, hoàn thiện, hoàn tất, xây dựng, ban hành, rà soát, chỉ đạo, lãnh đạo, phối hợp, chủ động, chủ trì,
  tham mưu, tham vấn, đề xuất, kiến nghị, bảo đảm, đảm bảo, phấn đấu, quán triệt, cụ thể hóa, kiểm tra, kiểm điểm, kiểm soát, kiểm kê, giám sát,
  theo dõi, đôn đốc, báo cáo, chuẩn bị, phát huy, phát triển, phát động, phát hiện, phát hành, nhân rộng, nhân lên, tuyên truyền, quan tâm,
  chú trọng, chú ý, coi trọng, giải quyết, giải ngân, giải phóng, giải trình, xử lý, xử phạt, khắc phục, bảo vệ, bảo trì, bảo dưỡng, bảo tồn,
  giữ vững, giữ gìn, giữ, đổi mới, đề cao, đề nghị, đề phòng, bám sát, bám, làm tốt, làm rõ, làm việc, làm, huy động, bố trí,
  hướng dẫn, hướng tới, hướng về, tháo gỡ, trình, gửi, giao, đưa, đánh giá, đánh bắt, kiên quyết, kiên trì, kiên định, khẩn trương, kịp thời, chịu trách nhiệm,
  không để, không, tuyệt đối, tránh, lấy, sớm, tích cực, luôn, trực tiếp, thường xuyên, thường trực, thúc đẩy, tạo, tạo điều kiện, khuyến khích, hỗ trợ,
  chăm lo, chăm sóc, đào tạo, bồi dưỡng, tập huấn, mở rộng, mở, thu hút, thu hồi, thu gom, thu, đầu tư, cải cách, cải thiện, cải tạo,
  đơn giản hóa, cắt giảm, giảm, siết chặt, quản lý, ngăn chặn, ngăn ngừa, phòng ngừa, phòng chống, phòng tránh, đấu tranh, thanh tra, thanh toán, kiện toàn,
  sắp xếp, tinh giản, tinh gọn, bổ sung, sửa đổi, sửa chữa, nghiên cứu, học tập, tổng kết, sơ kết, tổng hợp, phân tích, phân công, phân bổ, phân cấp, phân loại, công khai,
  công bố, thông báo, thông tin, thông qua, cung cấp, cung ứng, cập nhật, ứng dụng, chuyển đổi, chuyển, số hóa, hiện đại hóa, khai thác, vận hành, thi công,
  bàn giao, lập, thành lập, phê duyệt, xét duyệt, thẩm định, thẩm tra, ủy quyền, gắn, gắn kết, kết nối, kết hợp, kết nạp, liên kết, liên hệ, hợp tác, hội nhập, tham gia, vận động,
  phổ biến, giáo dục, nêu cao, nêu gương, gương mẫu, tự giác, tự phê bình, nghiêm túc, nghiêm cấm, chấp hành, tuân thủ, áp dụng, thiết lập, duy trì,
  củng cố, kế thừa, khơi dậy, khơi thông, vượt, vượt qua, đột phá, xác định, nhận diện, nhận thức, dự báo, ứng phó, phòng, chống, khống chế, bình ổn, điều hành, điều tra,
  điều chỉnh, điều tiết, truy tố, xét xử, tiếp nhận, tiếp thu, tiếp cận, tiếp xúc, lắng nghe, đối thoại, nắm, nắm chắc, nắm bắt, tìm, tìm hiểu, rút kinh nghiệm, lựa chọn, tuyển chọn,
  tuyển dụng, luân chuyển, nhắc nhở, biểu dương, khen thưởng, tôn vinh, kỷ luật, thay thế, xóa, chấm dứt, mua sắm, dự trữ, dự toán, tiết kiệm,
  tính toán, cân đối, trồng, thống nhất, thống kê, đăng ký, rút ngắn, khởi công, khánh thành, khởi động, lồng ghép, đa dạng hóa, chuẩn hóa, xã hội hóa, hình thành, nỗ lực, quyết tâm, quyết liệt,
  đồng hành, đồng bộ, đoàn kết, chung tay, góp phần, góp ý, xung kích, chia sẻ, trao đổi, truyền thông, quảng bá, xúc tiến, cam kết, sử dụng, vận dụng, tận dụng, tranh thủ, ưu tiên, dành,
  thể chế hóa, luật hóa, bãi bỏ, cấp phát, hạn chế, loại bỏ, xem xét, cho ý kiến, cho phép, quyết định, quy định, quy hoạch, đặt, đáp ứng, trang bị, trực, ứng trực, túc trực, sơ tán, di dời, tiêm, tiêm chủng, khoanh vùng, dập dịch, truy vết, khám, điều trị,
  thăm hỏi, ủng hộ, hưởng ứng, tiến hành, đi đầu, đi sâu, định hướng, định kỳ, nhanh chóng, chặt chẽ, hết sức, đặc biệt quan tâm, đặc biệt chú trọng, cùng nhau, căn cứ, đa dạng, siết, bứt phá, chịu, khảo sát, mời, thí điểm, công nhận, xét tặng, phục hồi, phục vụ, tái cơ cấu, cơ cấu lại, khai trương, niêm yết, chi trả, trả, nộp, truy thu, ký kết, ký,
  đón, tri ân, lan tỏa, nuôi dưỡng, hiến, vinh danh, bình xét, tư vấn, trợ giúp, cứu trợ, tìm kiếm, cứu nạn, cảnh báo, cảnh giác, truy quét, trấn áp, triệt phá, tuần tra, canh gác, huấn luyện, diễn tập, sẵn sàng, tạm dừng, dừng, đóng cửa, xử trí, vệ sinh, khử khuẩn, phun, gia cố, nạo vét, khơi dòng, tu bổ, tôn tạo, tích hợp, cải tiến, sáng tạo, tối ưu hóa, minh bạch hóa, rèn luyện, tu dưỡng, giúp, giúp đỡ, tố giác, phản ánh, cài đặt, khai báo, xác minh, đối chiếu, rà, chấn chỉnh, bồi thường, ổn định, nhận, chọn, cử, hoạch định, kéo giảm, thăm, tham quan, bảo quản, vay, mua, bán, sản xuất, xuất khẩu, nhập khẩu, tiêu thụ, canh tác, gieo trồng, gieo cấy, tái đàn, tiêu hủy, chia, tách, sáp nhập, hợp nhất, giải thể, quảng, chi, học, đọc, viết, nói, dạy, thi, nghiệm thu, quyết toán, đấu thầu, đấu giá, định giá, giám định, chốt, khoán, cho vay, thu xếp, dọn dẹp, nhập, ra quân, chỉnh trang, chỉnh lý, treo, đeo, hạ, làm theo, làm chủ, thi đua,
  hoàn trả, dự trù, thoái vốn, chi viện, thay, lắp đặt, lắp, nâng cấp, sửa, trích, cấp phép, phê bình, tịch thu, trưng dụng, phong tỏa, phủ sóng, phân luồng, kê khai, niêm phong, gia hạn, giãn, hoãn, đình chỉ, tạm đình chỉ, xin lỗi, bảo hành, soạn thảo, lấy ý kiến, tiếp dân, tiếp tế, cắm mốc, đo đạc, cấp đổi, hòa giải, truy cứu, khởi tố, phát quang, phòng trừ, giao khoán, làm sạch, mời thầu, phát sóng, coi, tách riêng, nối lại, bám nắm, hiệp thương, giới thiệu, bầu, bổ nhiệm, điều động, bảo hộ, chia tách, lên phương án, xếp loại, phân tuyến, giáo dưỡng, đấu nối, thử nghiệm, cơ cấu, phối kết hợp, tái thiết, cứu hộ, thay đổi, thắt chặt, nới lỏng, phân giao, giữ nguyên, tiếp sức, tuyên dương, ghi danh, thả, neo đậu, điều phối, kết thúc, tính, tính lại, tính đúng, thanh lý, hoàn chỉnh, dồn sức, dồn lực, theo sát, ra mắt, đến tận nơi, ghi chép, ghi lại, tạm ứng, gọi hỏi, răn đe, vô hiệu hóa, triệt xóa, bắt giữ, biên soạn, biên tập, xuất bản, in, in ấn, biệt phái, đi kiểm tra, đi thực tế, xuống cơ sở, về cơ sở, tập kết, tăng ca, tăng kíp, sưu tầm, tiếp quản, quy tập, chi viện, chiêu sinh, thuyết phục, nhận diện, hệ thống hóa, cá thể hóa, cơ giới hóa, tự động hóa, điện tử hóa, pháp điển hóa, bản địa hóa, lượng hóa, chi tiết hóa, hài hòa, dứt điểm, chuẩn hóa, gần gũi, sâu sát, gần dân, sát dân, trọng dân, tôn trọng, tin dùng, giữ nghiêm, giữ chặt, đóng điện, đấu tranh, phản bác, gỡ, gỡ bỏ, gỡ vướng, gỡ khó, làm quen, hòa nhập, hướng mạnh, hướng, hạ, nhường, tránh trú, neo, chằng chống, cắt tỉa, tỉa, khơi, thoát nước, tiêu úng, tiêu thoát, bít, vá, gia công, chế biến, chế tạo, lấy mẫu, xét nghiệm, giải mã, kê đơn, cho ăn, chuẩn y, kiện, khiếu nại, tố cáo, tố tụng, thi hành, thi hành án, kê biên, tuyên án, hòa nhập, phân định, phân luồng, phân khai, phân vùng, cắm, cắm biển, gắn biển, dựng, lắp đặt, tháo dỡ, phá dỡ, giải tỏa, dẹp, dọn, thu dọn, gìn giữ, nuôi, chăn nuôi, tái sinh, ươm, gặp, gặp gỡ, gặp mặt, khôi phục, hiệp đồng, hiệp tác, ra thông báo, ra văn bản, ra nghị quyết, ra quyết định, ra quân, chỉ định, hàn gắn, đối sánh, chấm, họp giao ban, giao ban, giám hộ, túc trực, sàng lọc, sát hạch, khơi gợi, chuyển giao, tìm nguồn, tái chế, tái định cư, tái tạo, làm chặt, làm nghiêm, làm hết, làm ngay, lo, lo ngay, giữ an toàn, bảo lãnh, ấn định, cưỡng chế, truy tìm, truy bắt, thông xe, thông tuyến, thông đường, cấp kinh phí, cấp vốn, cấp bù, cấp giấy, cấp thẻ, cấp sổ, cấp mã, cấp tài khoản, cấp nước, cấp điện, cấp thuốc, cấp gạo, cấp đủ, cấp ngay, ứng, tắt, lập danh sách, dồn điền, hợp long, thắp sáng, kẻ vẽ, lấp đầy, bù đắp, bù, tiêm bù, tiêm vét, tra soát, rà từng, gõ, bớt, sắp lại, mạnh dạn, dám, chủ trương, tổng vệ sinh, tổng rà soát, tổng kiểm tra, soi, kèm cặp, kèm, dìu dắt, đỡ đầu, nhận đỡ đầu, xin ý kiến, đăng tải, phát, phát thanh, tăng thời lượng, loan báo, bày tỏ, phấn, thuê, mượn, tuyển, ngừng, tiếp, kéo dài, rút, cắt, hủy, thẩm tra, phúc tra, phúc khảo, hậu kiểm, tiền kiểm, tái kiểm tra, trao, trao tặng, gây quỹ, quyên góp, hiến máu, cứu chữa, cấp cứu, cách ly, giám sát chặt, bao phủ, bao tiêu, ghép, sáng lập, đón tiếp, hòa mạng, nối mạng, kiểm đếm, đền bù, hỗ trợ, chấm điểm, chấm công, tự soi, tự kiểm tra, tự rà soát, tự đánh giá, quay vòng, xoay vòng, phân vai, rải, trải, nạo, vớt, bơm, tưới, bón, gặt, thu hoạch, gieo, xuống giống, chống hạn, chống úng, trữ, tích trữ, tích nước, xả, xả lũ, đóng, chặn, chặn đứng, lật tẩy, bóc gỡ, đánh sập, đánh, kiềm chế, giảm thiểu, giảm nghèo, xóa nhà tạm, lợp, xây, dựng, đưa vào, gửi về, gửi lên, nhắc, làm mới, miễn, miễn giảm
`;

/** What says that somebody is to do it; no part of what is to be done. */
const MODAL_WORDS =
  'sẽ, cần, phải, cam kết sẽ, cần phải, sẽ phải, nên, cần thiết phải, buộc phải, nhất thiết phải';
/** What says so and belongs to it. */
const DUTY_WORDS = 'có trách nhiệm, chịu trách nhiệm, có nhiệm vụ';
/** What says that it was done, is under way or is a state. */
const PAST_WORDS =
  'đã, đã và đang, vừa, từng, đang, chưa, vẫn, đều đã, cũng đã, tiếp tục phải, đang phải, đành phải, còn phải, đã phải, vẫn phải';
const PASSIVE_WORDS =
  'được, bị, tiếp tục được, luôn được, từng bước được, ngày càng được, cơ bản được, thường xuyên được';
const STATE_WORDS =
  'là, biểu quyết, không có, không còn, không phải, không chỉ, không ít, không gì, họp, nhận định, nhận thấy, nhận xét, nhìn nhận, thừa nhận, ước tính, hy vọng, mong, mong muốn, mong chờ, kỳ vọng, tin tưởng, tin, đồng tình, nhất trí, băn khoăn, lo ngại, lo lắng, đánh giá cao, cần nhất, cần thiết, cảm ơn, chúc, đề ra, có, gồm, bao gồm, trở thành, mang, thuộc diện, cho biết, cho rằng, nêu rõ, khẳng định, cho thấy, chiếm, diễn ra, đạt được, đạt, ước đạt, thảo luận, tham dự, bày tỏ, ghi nhận, chúc mừng, trao tặng, phát biểu';
export type Act = 'duty' | 'act' | 'done' | 'passive' | 'state';

/** Acts that are nouns before a word that says which one. */
const ACT_NOUNS =
  'quy định, quyết định, thông báo, hướng dẫn, báo cáo, đề xuất, kiến nghị, đề nghị, chỉ đạo, lãnh đạo, đánh giá, phản ánh, chi';
const ACT_NOUN_WORDS = ACT_NOUNS.split(', ').flatMap((noun) =>
  ['của', 'này', 'nêu trên'].map((after) => `${noun} ${after}`),
);

/** What a predicate begins with, by what it says of its subject. */
export const PREDICATES = new PhraseTable<Act>([
  ['state', `${ACT_NOUN_WORDS.join(',')},quy định về,quy định số,quyết định số,thông báo số,hướng dẫn số`],
  ['duty', MODAL_WORDS],
  ['duty', DUTY_WORDS],
  ['passive', PASSIVE_WORDS],
  ['done', PAST_WORDS],
  ['state', STATE_WORDS],
  ['act', VERB_WORDS],
]);
export const MODALS = new Phrases(MODAL_WORDS);
export const VERBS = new Phrases(VERB_WORDS);
export const PAST = new Phrases(PAST_WORDS);

/** What reports say of their topics after `được`. */
export const RAISED = new Phrases(
  'quan tâm, chú trọng, tăng cường, đẩy mạnh, triển khai, thực hiện, nâng cao, nâng lên, duy trì, đổi mới, coi trọng, giữ vững, củng cố, cải thiện, bảo đảm, đảm bảo',
);
/** How often: part of the predicate. */
export const FREQUENCIES = new Phrases(
  'hằng ngày, hằng tuần, hằng tháng, hằng quý, hằng năm, hàng ngày, hàng tuần, hàng tháng, hàng quý, hàng năm, mỗi ngày, mỗi tuần, mỗi tháng, mỗi quý, mỗi năm, định kỳ',
);
/** Between a subject and its modal or verb. */
export const BETWEEN = new Phrases(
  'cũng, đều, cùng, thì, trong thời gian tới, thời gian tới, từ nay đến cuối năm',
);

export const QUANTIFIERS = new Phrases(
  'các, những, mỗi, từng, toàn, toàn bộ các, toàn thể, tất cả, tất cả các, mọi, một số, riêng, riêng các, hai, ba, cả, đội ngũ',
);

/** What names somebody who can be given a task; the rest of the name follows. */
export const HEADS = new Phrases(`
  cấp, cấp ủy, đảng ủy, đảng bộ, chi bộ, chi ủy, thường vụ, tổ chức đảng, tổ chức cơ sở, tổ chức chính trị, tổ chức công đoàn, tổ chức đoàn, tổ chức hội, tổ chức xã hội, tổ chức, đảng đoàn, ban cán sự, ban chấp hành, ban thường vụ, ban chỉ đạo, ban, bộ, bộ ngành, sở, sở ngành, ubnd, hđnd, lđlđ, bhxh, tand, vksnd, evn, ubkt, bql, bđbp, htx, csgt, tổng liên đoàn, ủy ban,
  hội đồng, văn phòng, vụ, cục, chi cục, cơ quan, đơn vị, địa phương, ngành, tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, chính phủ, chính quyền, quốc hội, mặt trận, mttq, công đoàn, liên đoàn,
  đoàn, đoàn thể, hội, hiệp hội, liên hiệp, người đứng đầu, thủ trưởng, thanh tra tỉnh, thanh tra huyện, thanh tra thành phố, thanh tra sở, thanh tra bộ, thanh tra chính phủ, kiểm toán nhà nước, cán bộ, đảng viên, công chức, viên chức, bí thư, phó bí thư, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, trưởng ban, trưởng phòng, chánh văn phòng, chánh thanh tra, tổng giám đốc, bộ trưởng, thứ trưởng,
  mạng lưới, phân xưởng, bảo hiểm xã hội, chỉ huy, ngân hàng, kho bạc, tổng cục, viện, học viện, thanh tra, công an, quân đội, quân khu, bộ đội, biên phòng, tập đoàn, tổng công ty, công ty, doanh nghiệp, hợp tác xã, tỉnh, thành phố, tp, huyện, quận, thị xã, thị trấn, xã, phường, thôn, tổ dân phố, khu dân cư, thường trực,
  tổ, tổ đại biểu, tổ công tác, đoàn công tác, thủ tướng, phó thủ tướng, trường, nhà trường, cơ sở, trung tâm, phòng, khoa, đài, báo, cơ quan báo chí, tòa án, viện kiểm sát, kiểm toán, kiểm lâm, hải quan, thuế, lực lượng, nhân dân, người dân, hộ dân, hội viên, đoàn viên, thanh niên, phụ nữ, nông dân, công nhân, người lao động, giáo viên, học sinh, sinh viên, đại biểu, thành viên,
  chi nhánh, phòng giao dịch, điểm giao dịch, quỹ tín dụng, đặc khu, khách sạn, nhà nghỉ, nhà trọ, chủ trọ, cơ sở lưu trú, hãng, hãng hàng không, hãng tàu, chủ đầu tư, nhà thầu, nhà mạng, nhà máy, nhà xe, nhà văn hóa, ban chỉ huy, chi hội, chi đoàn, liên chi đoàn, phân hội, câu lạc bộ, nghiệp đoàn, điện lực, bưu điện, hạt kiểm lâm, vườn quốc gia, trạm, trại, hội đồng thi, giám thị, thí sinh, cảng vụ, bảo tàng, thư viện, nhà hát, chiến sĩ, nhân viên, cộng tác viên, tình nguyện viên, vùng, tỉnh hội, thành hội, tuyên truyền viên, báo cáo viên, hòa giải viên, bác sĩ, điều dưỡng, y tế, kế toán, thầy cô, cha mẹ, lái xe, chủ xe, chủ tàu, chủ cơ sở, chủ nhà trọ, chủ hồ, chủ hàng, người trực, người tham gia, người phụ trách, người được giao, người lãnh đạo, người chỉ huy, người sử dụng, người bán, người nuôi, người trồng, tiểu đoàn, đại đội, trung đội, hải đội, hải đoàn, lữ đoàn, binh đoàn, quân chủng, binh chủng, đồn, chi ủy viên, cấp ủy viên, đảng ủy viên, kiểm sát viên, thẩm phán, hội thẩm, chấp hành viên, điều tra viên, ban quản lý, bệnh viện, trạm y tế, cảnh sát, dân quân, khối, cụm, ủy viên, tập thể, cá nhân, nhà máy, đội, đảng, trung ương, trưởng, thống đốc, viện trưởng, chánh án, tổng thanh tra, tiểu ban, hiệu trưởng, đồng chí, bch, btv, bcđ, tập thể lãnh đạo, gia đình, khu công nghiệp, liên minh, hệ thống chính trị, nhà đầu tư, cơ sở giáo dục, cộng đồng, chủ phương tiện, chủ rừng, tổ chức tín dụng, văn nghệ sĩ, đồng bào, bà con, hộ gia đình, chủ hộ, nhà nước, du khách, tiểu thương, ngư dân, phụ huynh, nhà báo, trí thức, già làng, sư đoàn, trung đoàn, bộ chỉ huy, bộ tư lệnh
`);

/** Acronyms of what is measured or made, not of bodies. */
export const FIGURE_NAMES = new Set(
  'gdp grdp cpi iip fdi oda ocop cntt cchc pci par papi sipas usd vnd covid ncov gpmb ngân kcn cụm vneid adn hiv aids sms qr'.split(
    ' ',
  ),
);

/** Acts that are offices before the body whose they are. */
export const OFFICES = new Phrases('thường trực, thanh tra, kiểm toán, kiểm lâm, chỉ huy');

/** What only begins like an actor. */
export const NO_ACTORS = new Phrases(
  'toàn bộ, trạm biến áp, trại giam giữ, y tế dự phòng, đồn đại, trường hợp, tổ hợp tác, tổ quốc, bộ tiêu chí, bộ chỉ số, bộ máy, bộ luật, bộ quy tắc, bộ hồ sơ, bộ thủ tục, vụ việc, vụ án, vụ đông, vụ xuân, vụ mùa, vụ hè, vụ tranh chấp, vụ cháy, vụ tai nạn, vụ vi phạm, hội nghị, hội thảo, hội chợ, hội thi, hội diễn, hội trường, hội nhập, hội thao, ban ngày, ban đêm, ban đầu, tỉnh lộ, huyện lộ, thuế suất, thuế thu nhập, thuế giá trị, phòng chống, phòng ngừa, phòng dịch, đoàn kết, đội hình, cơ sở dữ liệu, cơ sở vật chất, cơ sở hạ tầng, cơ sở pháp lý, cơ sở để, khoa học, cục bộ, ngành nghề, viện trợ, viện phí, khối lượng, cụm công nghiệp, thành phần, thành tích, báo cáo, báo động, tỉnh táo, xã hội, trưởng thành, đài tưởng niệm',
);

/** Names and compounds that hold a word which elsewhere begins a predicate. */
export const COMPOUNDS = new Phrases(`
  cổ phần, tnhh, trách nhiệm hữu hạn, một thành viên, trường học, tiểu học, trung học, đại học, mầm non, xây lắp, lắp máy, cơ quan tiến hành tố tụng, tiến hành tố tụng, ban tổ chức, ban chỉ đạo, ban quản lý, ban kiểm tra, ủy ban kiểm tra, ban điều hành, ban lãnh đạo, ban giám sát, ban thanh tra, cơ quan chủ trì, cơ quan chủ quản, cơ quan quản lý, cơ quan kiểm tra, cơ quan điều tra, cơ quan thanh tra, cơ quan tham mưu, cơ quan soạn thảo, cơ quan thẩm định, cơ quan thường trực, đơn vị soạn thảo, tổ soạn thảo, ban soạn thảo, cơ quan chuyên môn, cơ quan thông tin, cơ quan thực hiện, cơ quan thông tin đại chúng,
  cán bộ quản lý, cán bộ lãnh đạo, đồng chí lãnh đạo, đội ngũ lãnh đạo, tập thể lãnh đạo, người lãnh đạo, công tác, tổ công tác, tổ chức đảng, tổ chức cơ sở, tổ chức chính trị, tổ chức đoàn, tổ chức đoàn thể, tổ chức công đoàn, tổ chức thành viên, tổ chức xã hội, tổ chức hội, tổ chức tín dụng, các tổ chức, và tổ chức, cơ quan tổ chức, đơn vị quản lý, đơn vị thực hiện, đơn vị thi công, đơn vị tổ chức, đơn vị tham mưu, đơn vị chủ trì, đơn vị vận hành, đơn vị cung cấp,
  chủ đầu tư, nhà đầu tư, nhà quản lý, doanh nghiệp đầu tư, cơ sở giáo dục, cơ sở đào tạo, cơ sở khám, cơ sở khám chữa bệnh, cơ sở điều trị, trung tâm giáo dục, công nghệ thông tin, an toàn vệ sinh viên, thông tin tuyên truyền, phòng giáo dục, phòng giáo dục và đào tạo, phòng giáo dục đào tạo, sở giáo dục và đào tạo, phòng văn hóa và thông tin, phòng văn hóa thông tin, phòng ban, phòng chuyên môn, phòng chức năng, có liên quan, liên quan, có thẩm quyền, có điều kiện, có chức năng, có đảng viên, đang làm việc, có trụ sở, hội đồng quản trị, hội đồng thẩm định, hội đồng xét xử, lực lượng thanh niên, lực lượng phòng, kế hoạch, chương trình, công trình,
  giao thông, truyền thông, an ninh, trình độ, quá trình, sáng kiến, đoàn kiểm tra, đoàn giám sát, tổ kiểm tra, đoàn thanh tra, lực lượng chức năng, lực lượng quản lý, đội quản lý, hệ thống chính trị, tiểu ban, khen, quản lý thị trường, quản lý nhà nước, trường dạy, đầu mối, chủ lực, đại biểu, phòng và, phòng cháy chữa cháy, phòng cháy, kinh tế, xã hội, công tác xã hội, chủ tịch, phát thanh, truyền hình, thông tin và truyền thông, thông tin cơ sở, thông tấn, giáo dục và đào tạo, khám chữa bệnh, bảo hiểm, dự bị, dự án, ban quản lý dự án, đặc khu, thường trực ban, thường trực hội đồng, thường trực ủy ban, thường trực tỉnh ủy, thường trực hđnd, thường trực đảng ủy, thường trực, trực thuộc, giám đốc, quản trị, chi nhánh, biên phòng, bộ đội biên phòng, quốc phòng, dự phòng, tạo hóa, lập pháp, chuyển tiếp, cấp trên, cấp dưới, cấp xã, cấp huyện, cấp tỉnh, cấp cơ sở, các cấp, cấp ủy, cấp, cấp trung ương, làm công tác, làm nhiệm vụ, làm báo, hai cấp, ba cấp
`);

/** What asks somebody to do something. */
export const ASKS = new Phrases(
  'yêu cầu, đề nghị, giao, nhắc, nhắc đi nhắc lại, nhắc đi nhắc lại một điều, nhắn, nhắn gửi, nhắn nhủ, dặn, dặn dò, căn dặn, gửi gắm, nói thêm, cho biết thêm, thông tin thêm, giao nhiệm vụ, giao nhiệm vụ cho, giao chỉ tiêu cho, giao trách nhiệm cho, giao cho, kêu gọi, phân công, lưu ý, nhấn mạnh, chỉ đạo, chỉ thị, mong muốn, nhắc nhở, đôn đốc, gợi ý, quyết nghị, thống nhất giao, thống nhất, đề xuất, kiến nghị, phát động, gợi mở, chỉ rõ, khẳng định, nêu rõ, cho biết, cho rằng, cho hay, bày tỏ, tin tưởng, hy vọng, cũng yêu cầu, phân tích, quyết định, thông tin, chia sẻ, đề cập',
);
/** Of these, those that only report: what follows is a task only with a modal. */
export const REPORTS = new Phrases(
  'nói thêm, cho biết thêm, thông tin thêm, khẳng định, nêu rõ, cho biết, cho rằng, cho hay, bày tỏ, tin tưởng, hy vọng, chỉ rõ, phân tích, thông tin, chia sẻ, đề cập, gợi mở, quyết định, thống nhất, phát động',
);
/** Of these, those that ask somebody above, or only the meeting: offered with a low rank. */
export const PROPOSALS = new Phrases('đề xuất, kiến nghị, gợi ý');

/** What people say of themselves in a feature ends with these. */
export const WITNESSES = new Phrases(
  'nói, kể, kể lại, nhớ lại, tâm sự, bộc bạch, trải lòng, thổ lộ, giãi bày, hồi tưởng, bảo, cười, nói thêm, nói vui',
);

/** What a leader says of others before asking something. */
export const PRAISES = new Phrases(
  'phê bình, biểu dương, ghi nhận, hoan nghênh, khen, khen ngợi, đồng ý, chúc mừng, cảm ơn, đánh giá cao, chia sẻ, động viên',
);

/** What asks only before a colon: "kết luận: A làm …". */
export const COLON_ASKS = new Phrases(
  'nhất trí, kết luận, chốt, chốt lại, quán triệt, dặn, căn dặn, chỉ đạo rõ',
);

/** Persons, and documents, that ask. */
export const SPEAKERS = new Phrases(
  'tham mưu trưởng, chỉ huy trưởng, chính trị viên, cục trưởng, vụ trưởng, chi cục trưởng, chủ nhiệm, phó chủ nhiệm, tổng thư ký, tổng biên tập, trưởng phòng, trưởng phái đoàn, trạm trưởng, hạt trưởng, đội trưởng, đại diện, đồng chí, đ/c, ông, bà, tổng bí thư, thủ tướng, phó thủ tướng, chủ tịch, phó chủ tịch, bí thư, phó bí thư, bộ trưởng, thứ trưởng, giám đốc, phó giám đốc, trưởng ban, phó trưởng ban, chủ tọa, đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá, thượng tá, ủy viên, hội nghị, đại hội, nghị quyết, chỉ thị, công điện, quyết định, kế hoạch, kết luận, văn bản, công văn, thông báo, kỳ họp, cuộc họp, người đứng đầu, tân, nguyên, phó, tổng, đại biểu, lãnh đạo, chánh, tư lệnh, chính ủy, viện trưởng, hiệu trưởng, thường trực, thay mặt, chủ trì, bác sĩ, pgs, gs, ts, thạc sĩ, anh, chị, cử tri, gs ts, pgs ts, trưởng đoàn, phó chánh, tổng giám đốc, thống đốc',
);
/** Single persons: they act in reports, they are not given tasks without a modal or an ask. */
export const PERSONS = new Phrases(
  'chánh, cục trưởng, vụ trưởng, chi cục trưởng, trưởng ban, trưởng phòng, tư lệnh, phó tư lệnh, chính ủy, tham mưu trưởng, đồng chí, đ/c, ông, bà, anh, chị, em, cô, chú, bí thư, phó bí thư, chủ tịch, phó chủ tịch, thủ tướng, phó thủ tướng, tổng bí thư, bộ trưởng, thứ trưởng, giám đốc, phó giám đốc, đại biểu, các đồng chí, quý, gia đình',
);

/** What begins a noun phrase and so no command. */
export const NOUNS = new Phrases(`
  xin,  công tác, việc, các, những, mọi, mỗi, một, một số, số, tỷ lệ, tỉ lệ, đây, đó, này, kết quả, chất lượng, hoạt động, phong trào, nhiều, hầu hết, tổng, tổng số, nội dung, vấn đề, nhiệm vụ, mục tiêu, chỉ tiêu, giải pháp, tình hình, đời sống, kinh tế, thu nhập, tốc độ, giá trị, sản lượng, hiện, hiện nay, nay, qua, nhờ, do, vì, bởi, khi, nếu, dù, mặc dù, tuy, tuy nhiên, song, nhưng, theo, như, cùng, cũng, rất, trên, với, trong, tại, ở, từ, về, cho, của, để, nhằm, bằng,
  ngày, tháng, năm, sáng, chiều, tối, quý, tuần, hội nghị, đại hội, hội thảo, buổi, lễ, phiên, kỳ họp, cuộc, chương trình, đề án, dự án, kế hoạch, nghị quyết, chỉ thị, quy chế, quy định, văn bản, ông, bà, ai, ngược lại, bất cứ, đơn vị nào, người nào, thế, vậy, đồng chí, chúng ta, chúng tôi, tôi, ảnh, video, nguồn, tin, bài, ai, gì, người, con, cái, chủ đề, trọng tâm, thành công, thành tích, niềm, sự, tinh thần, ý thức, trách nhiệm, vai trò, vị trí, ý nghĩa, đội ngũ, nguồn lực, nguồn vốn, tiến độ, hệ thống, cơ sở, cơ chế, chính sách, thể chế, thủ tục, tổng thu, tổng chi, thu ngân sách, gdp, grdp, cpi, thời gian, là, được, đã, sẽ, có, còn, bên cạnh, ngoài, trước, sau, đến, tính, riêng, nhất là, đặc biệt, cụ thể, quang cảnh, toàn cảnh, văn hóa, y tế, quốc phòng, quan hệ, môi trường, nông nghiệp, công nghiệp, du lịch, dịch vụ, xuất khẩu, bộ máy, tổ chức bộ máy, mô hình, thời điểm, lĩnh vực, diện tích, dân số, quy trình, cũng như, tất cả, nguyên nhân, hạn chế, tồn tại, ủy viên, đại diện, thành phần, danh sách, nhân dịp, dịp
`);
/** A piece after a semicolon that begins so goes on with the one before. */
export const CONTINUATIONS = new Phrases(
  'về, với, trong, theo, cho, của, để, nhằm, bằng, tại, từ, ở, các, những, một số, mọi, số, tỷ lệ, quy chế, quy trình, chương trình, kế hoạch, nghị quyết, đề án, quy định, chỉ thị, văn bản, công tác, việc, nội dung, mô hình, phong trào, cũng như, nhất là, và, hoặc, dự thảo, giữa, trên, qua, thông qua, do, khi, là, có, được, như, hệ thống, dự án, cơ chế, chính sách, thủ tục, vấn đề, tình trạng, người, hoạt động',
);
