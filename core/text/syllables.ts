// What a Vietnamese syllable can look like. Everything that guesses an encoding rests on this.

const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?';
const RHYME =
  '(?:a(?:ch|nh|ng|c|i|m|n|o|p|t|u|y)?|ă(?:ng|c|m|n|p|t)|â(?:ng|c|m|n|p|t|u|y)|e(?:ng|c|m|n|o|p|t)?|ê(?:ch|nh|m|n|p|t|u)?|' +
  'i(?:ch|nh|m|n|p|t|u|a)?|iê(?:ng|c|m|n|p|t|u)|o(?:ng|c|i|m|n|p|t)?|oo(?:ng|c)|oa(?:ch|nh|ng|c|i|m|n|o|p|t|y)?|oă(?:ng|c|m|n|t)|oe(?:n|o|t)?|' +
  'ô(?:ng|c|i|m|n|p|t)?|ơ(?:i|m|n|p|t)?|u(?:ng|c|i|m|n|p|t|a|y)?|uâ(?:ng|n|t|y)|uê(?:ch|nh|n)?|uơ|uô(?:ng|c|i|m|n|t)|uy(?:ch|nh|a|n|t|u|p)?|uyê(?:n|t)|' +
  'ư(?:ng|c|i|m|n|t|u|a)?|ươ(?:ng|c|i|m|n|p|t|u)|y(?:nh|ch|t|m|n)?|yê(?:ng|m|n|t|u))';
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`, 'u');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word of one syllable: its letters, at most one tone, and after p, t, c, ch only the two tones that go there. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = parts.replace(TONES, '').normalize('NFC');
  if (!SYLLABLE.test(toneless)) return false;
  return !/(?:[cpt]|ch)$/.test(toneless) || tones[0] === '\u0301' || tones[0] === '\u0323';
}

/** The syllables that fill about half of any Vietnamese text, of those that are written with marks. */
const COMMON = new Set(
  (
    'và của là được các có đã người những không một tại này về ở để với đến từ khi như đó năm đồng ngày cũng phải nhà ' +
    'trên số nước việc đảng bộ xã huyện tỉnh phố thành ủy uỷ ban bí thư chủ tịch hội nghị hà nội việt phó trưởng viên bằng ' +
    'tổ chức đồ kế hoạch phát triển kinh tế chính trị xây dựng nông thôn mới đầu tư đường trường học bản lý quản ' +
    'thực hiện công tác cán đại biểu quốc đất nghiệp sản xuất phương pháp luật quyết định lãnh đạo chỉ thể dân nhân ' +
    'quyền bảo vệ an giáo dục văn hóa hoá y tế giá trị đề án dự mục tiêu nhiệm vụ giải điều kiện cơ cấu ' +
    'lượng lớn nhỏ nhiều ít cả mọi mỗi sẽ đang rất hơn nhất nhưng mà thì vì nếu bởi do qua sau trước trong ngoài giữa dưới ' +
    'lên xuống vào lại đi cùng nhau mình họ tôi chúng ông bà anh chị em cháu con gái tuổi tháng tuần giờ phút sáng chiều tối đêm ' +
    'hai bốn bảy tám chín mười trăm nghìn triệu tỷ tỉ đô đợt lần thứ cấp bậc sở phòng đơn vị khu vực địa bàn thị trấn ' +
    'phường ấp bản thôn làng cầu sông biển núi rừng nguồn hộ nghèo hỗ trợ đời sống tiền vốn hàng bán mua thủy sự kỳ khóa nguyễn trần ' +
    'lê phạm hồ chí đức đặc biệt kết quả kiểm tra xử vấn đổi cải cách tăng giảm cao thấp tốt đẹp mạnh còn hết đều chưa đủ ' +
    'báo cáo ý kiến thảo luận nghiên cứu khoa kỹ thuật doanh thương mại xuất nhập khẩu lao động việc làm bệnh viện bác sĩ học sinh sư ' +
    'giám đốc tổng bí thanh niên phụ nữ cựu chiến quân đội bộ đội lực lượng lịch sử truyền thống hòa bình độc lập tự hạnh phúc ' +
    'tiếng nói biết thấy nghĩ muốn cần nên vẫn đây kia ấy nào gì sao thế vậy rồi nữa mở lễ hành trình cuộc sau chuyển hướng dẫn ' +
    'nâng chất mức phần tham gia tiếp tục góp khắc phục khó khăn hạn chế nguy gây thiệt hại bão lũ lụt mưa nắng tại liên kết ' +
    'trẻ cụ thử tử tin theo nguồn ảnh bài phóng tỏ yêu thương quê hương đình bố mẹ cây lúa gạo ruộng vườn chợ đèn điện nước sạch môi'
  )
    .split(' ')
    .filter((word) => /[^a-z]/.test(word)),
);

/** `word` in NFC, lower case. */
export function isCommonSyllable(word: string): boolean {
  return COMMON.has(word);
}
