/** What follows a number that counts, so that it is no document's: "Kế hoạch 5 năm", "Quyết định 3 nội dung". */
const NOUNS =
  'tháng giờ phút giây tuần quý lần kỳ người hộ ca cặp nhóm điểm nội|dung nhiệm|vụ giải|pháp đồng|chí trường|hợp tỷ tỉ triệu ' +
  'nghìn ngàn trăm vạn đồng mục|tiêu chỉ|tiêu đại|biểu bước cấp chương điều khoản mục phần mức loại dạng đơn|vị tỉnh huyện xã ' +
  'phường quận thành|phố dự|án công|trình tiêu|chí vấn|đề việc văn|bản nghị|quyết chỉ|thị kết|luận kế|hoạch chương|trình đề|án ' +
  'chức|danh lĩnh|vực kênh hình|thức phương|án nguyên|tắc trụ|cột đột|phá chính|sách thủ|tục cơ|quan bộ ban ngành sở vị|trí suất ' +
  'cán|bộ đảng|viên công|chức viên|chức học|sinh sinh|viên thí|sinh doanh|nghiệp cơ|sở địa|phương km m ha tấn kg usd tầng buổi ' +
  'cuộc đợt vòng chỗ lượt hồ|sơ đối|tượng yêu|cầu quy|định tập|thể cá|nhân ủy|viên thành|viên nước quốc|gia tổ thôn nhân|sự luật ' +
  'bài trang câu chi|bộ đảng|bộ tổ|chức khu|vực vùng tuyến công|ty báo|cáo ý|kiến kiến|nghị giai|đoạn hành|vi quyền nghĩa|vụ ' +
  'tiếng ngôi căn chiếc con cây lớp trường bệnh|viện giải huy|chương bằng danh|hiệu phiếu cử|tri vụ|án vụ|việc bị|can thứ thế|hệ';

/** Sticky. A year or a day of issue after the number is no count: "Nghị quyết 29 năm 2013", "Chỉ thị 35 ngày 30/5/2019". */
export const COUNTED = new RegExp(
  ` ?(?:%|(?:${NOUNS.replaceAll('|', '_').replaceAll(' ', '|').replaceAll('_', ' ')}|năm(?! (?:19|20)\\d\\d)|ngày(?! \\d))(?![\\p{L}\\p{M}]))`,
  'uy',
);
