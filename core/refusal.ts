import type { Language } from '#core/library';

type Params = Readonly<Record<string, string | number>>;

/**
 * Every expected failure, with its sentence in both languages: what happened, then what to do.
 * `{name}` stands for a parameter.
 */
const MESSAGES = {
  'bad-input': { vi: 'Yêu cầu không hợp lệ: {detail}', en: 'The request is not valid: {detail}' },
  'unknown-call': { vi: 'Không có lệnh “{name}”.', en: 'There is no call “{name}”.' },
  'not-allowed-here': {
    vi: 'Lệnh “{name}” không dùng được từ cửa sổ.',
    en: 'The call “{name}” cannot be used from the window.',
  },
  internal: {
    vi: 'Có lỗi trong chương trình. Dữ liệu đã lưu không bị ảnh hưởng; chi tiết nằm trong tệp nhật ký.',
    en: 'The program made an error. Saved data is not affected; the log file has the details.',
  },
  'file-not-found': { vi: 'Không tìm thấy tệp “{name}”.', en: 'The file “{name}” was not found.' },
  'file-unreadable': {
    vi: 'Không mở được tệp “{name}”: {detail}. Hãy kiểm tra quyền đọc tệp.',
    en: 'The file “{name}” cannot be opened: {detail}. Check that you may read it.',
  },
  'file-empty': { vi: 'Tệp “{name}” trống, không có chữ nào.', en: 'The file “{name}” is empty.' },
  'file-too-large': {
    vi: 'Tệp “{name}” quá lớn ({size} MB; giới hạn là {limit} MB). Hãy tách thành các bài riêng.',
    en: 'The file “{name}” is too large ({size} MB; the limit is {limit} MB). Split it into single articles.',
  },
  'file-is-folder': {
    vi: '“{name}” là thư mục. Hãy chọn các tệp bên trong.',
    en: '“{name}” is a folder. Choose the files in it.',
  },
  'file-binary': {
    vi: 'Tệp “{name}” không phải văn bản (có dữ liệu nhị phân).',
    en: 'The file “{name}” is not text (it holds binary data).',
  },
  'format-unsupported': {
    vi: 'Chưa đọc được định dạng “{extension}” của tệp “{name}”. Hãy lưu thành .docx, .pdf, .html hoặc .txt rồi nhập lại.',
    en: 'The format “{extension}” of the file “{name}” is not supported. Save it as .docx, .pdf, .html or .txt and import it again.',
  },
  'encoding-unknown': {
    vi: 'Không nhận ra bảng mã của tệp “{name}”. Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại với bảng mã UTF-8.',
    en: 'The encoding of the file “{name}” is not known. Open it in the program that made it and save it as UTF-8.',
  },
  'file-encrypted': {
    vi: 'Tệp “{name}” được bảo vệ bằng mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập.',
    en: 'The file “{name}” is protected by a password. Open it, take the password off, save it and import it again.',
  },
  'file-damaged': {
    vi: 'Tệp “{name}” bị hỏng hoặc bị cắt cụt nên không đọc được ({detail}). Hãy lấy lại bản đầy đủ của tệp.',
    en: 'The file “{name}” is damaged or cut off and cannot be read ({detail}). Get a whole copy of it.',
  },
  'file-too-complex': {
    vi: 'Tệp “{name}” đọc quá lâu hoặc cần quá nhiều bộ nhớ nên đã dừng lại. Hãy tách tệp thành các phần nhỏ hơn.',
    en: 'Reading the file “{name}” took too long or too much memory and was stopped. Split it into smaller parts.',
  },
  'archive-too-large': {
    vi: 'Tệp nén “{name}” bung ra quá lớn (giới hạn là {limit} MB). Hãy giải nén rồi nhập từng tệp.',
    en: 'The archive “{name}” unpacks to more than {limit} MB. Unpack it and import its files.',
  },
  'archive-nested': {
    vi: '“{name}” là tệp nén nằm trong tệp nén. Hãy giải nén ra rồi nhập.',
    en: '“{name}” is an archive inside an archive. Unpack it and import its files.',
  },
  'folder-empty': {
    vi: 'Thư mục hoặc tệp nén “{name}” không có tệp nào đọc được.',
    en: 'The folder or archive “{name}” holds no file that can be read.',
  },
  'scan-not-read': {
    vi: 'Tệp “{name}” là ảnh quét, không có lớp chữ. Hãy bật nhận dạng chữ rồi nhập lại.',
    en: 'The file “{name}” is a scan without a text layer. Turn text recognition on and import it again.',
  },
  'scan-without-words': {
    vi: 'Không nhận dạng được chữ nào trong “{name}”. Hãy quét lại rõ hơn, thẳng trang, từ 200 dpi trở lên.',
    en: 'No words could be recognised in “{name}”. Scan it again, straight and sharp, at 200 dpi or more.',
  },
  'import-cancelled': {
    vi: 'Đã hủy trước khi nhập “{name}”.',
    en: 'Cancelled before “{name}” was imported.',
  },
  'url-invalid': {
    vi: '“{url}” không phải địa chỉ trang web (http hoặc https).',
    en: '“{url}” is not the address of a web page (http or https).',
  },
  'url-off': {
    vi: 'Tải bài từ địa chỉ web đang tắt. Có thể bật trong Cài đặt.',
    en: 'Fetching articles from the web is off. You can turn it on in Settings.',
  },
  'url-offline': {
    vi: 'Không tải được “{url}”: máy không có mạng hoặc không tìm thấy trang ({detail}).',
    en: '“{url}” cannot be fetched: this machine is offline or the site was not found ({detail}).',
  },
  'url-refused': {
    vi: 'Trang “{url}” trả lời mã {status}, không có bài để tải.',
    en: 'The site answered {status} for “{url}”; there is no article to fetch.',
  },
  'no-article': {
    vi: 'Tệp “{name}” không có phần nội dung nào của bài viết.',
    en: 'The file “{name}” holds no article text.',
  },
  'article-not-found': {
    vi: 'Không có bài viết “{id}” trong thư viện.',
    en: 'There is no article “{id}” in the library.',
  },
  'not-in-trash': {
    vi: 'Bài “{id}” không nằm trong thùng rác nên không xóa hẳn.',
    en: 'The article “{id}” is not in the trash and was not deleted for good.',
  },
  'annotation-not-found': {
    vi: 'Không có ghi chú “{id}” trong bài này.',
    en: 'There is no annotation “{id}” in this article.',
  },
  'quote-not-found': {
    vi: 'Không tìm thấy đoạn “{quote}” trong bài ({found} lần xuất hiện, cần lần thứ {nth}).',
    en: 'The passage “{quote}” was not found in the article ({found} occurrences, number {nth} was asked for).',
  },
  'span-outside': {
    vi: 'Đoạn được chọn nằm ngoài nội dung bài viết.',
    en: 'The selected passage lies outside the article’s text.',
  },
  'revision-changed': {
    vi: 'Bài viết vừa được cập nhật. Hãy chọn lại đoạn cần đánh dấu.',
    en: 'The article has just been updated. Select the passage again.',
  },
  'tag-not-found': {
    vi: 'Không có thẻ “{name}” trong thư viện.',
    en: 'There is no tag “{name}” in the library.',
  },
  'tag-exists': {
    vi: 'Đã có thẻ “{name}”. Hãy chọn tên khác, hoặc gộp hai thẻ làm một.',
    en: 'There is a tag “{name}” already. Choose another name, or merge the two.',
  },
  'tag-into-itself': {
    vi: 'Không thể chuyển thẻ “{name}” vào bên dưới chính nó.',
    en: 'The tag “{name}” cannot be moved under itself.',
  },
  'tag-too-long': {
    vi: 'Tên thẻ “{name}” quá dài (nhiều nhất 120 ký tự, tính cả các cấp trên).',
    en: 'The tag name “{name}” is too long (120 characters at most, with the levels above it).',
  },
  'link-to-itself': {
    vi: 'Không thể liên kết một ghi chú với chính nó.',
    en: 'An annotation cannot be linked to itself.',
  },
  'link-exists': {
    vi: 'Hai ghi chú này đã có liên kết như vậy.',
    en: 'These two annotations have this link already.',
  },
  'link-not-found': { vi: 'Không còn liên kết này.', en: 'This link is not there any more.' },
  'pin-same-article': {
    vi: 'Hãy ghim hai đoạn của hai bài khác nhau.',
    en: 'Pin two paragraphs of two different articles.',
  },
  'pin-not-found': { vi: 'Không còn ghim này.', en: 'This pin is not there any more.' },
  'directive-into-itself': {
    vi: 'Không thể gộp văn bản “{id}” vào chính nó.',
    en: 'The document “{id}” cannot be merged into itself.',
  },
  'workspace-exists': {
    vi: 'Đã có không gian làm việc tên “{name}”. Hãy chọn tên khác.',
    en: 'There is a workspace “{name}” already. Choose another name.',
  },
  'workspace-not-found': {
    vi: 'Không có không gian làm việc tên “{name}”.',
    en: 'There is no workspace “{name}”.',
  },
  'library-locked': {
    vi: 'Thư viện đang được mở bởi {holder}. Hãy đóng cửa sổ đó rồi thử lại.',
    en: 'The library is open in {holder}. Close it there and try again.',
  },
  'library-not-found': {
    vi: 'Không có thư viện nào ở “{folder}”.',
    en: 'There is no library in “{folder}”.',
  },
  'library-not-writable': {
    vi: 'Không ghi được vào thư mục “{folder}”: {detail}. Hãy chọn thư mục khác hoặc kiểm tra quyền ghi.',
    en: 'The folder “{folder}” cannot be written to: {detail}. Choose another folder or check your rights.',
  },
  'library-read-only': {
    vi: 'Thư viện đang mở ở chế độ chỉ đọc: {detail}',
    en: 'The library is open read-only: {detail}',
  },
  'library-newer': {
    vi: 'Thư viện được tạo bởi phiên bản mới hơn (định dạng {version}). Hãy cập nhật Đối Chiếu để sửa.',
    en: 'The library was made by a newer version (format {version}). Update Đối Chiếu to change it.',
  },
  'library-broken': {
    vi: 'Tệp “{file}” của thư viện bị hỏng và không có bản dự phòng đọc được. Tệp hỏng đã được chép sang “{copy}”; không có gì bị xóa.',
    en: 'The library’s file “{file}” is broken and has no readable backup. The broken file was copied to “{copy}”; nothing was deleted.',
  },
  'library-not-a-folder': { vi: '“{folder}” không phải thư mục.', en: '“{folder}” is not a folder.' },
  'write-failed': {
    vi: 'Không lưu được “{file}”: {detail}. Thay đổi chưa được ghi; bản trước vẫn nguyên vẹn.',
    en: '“{file}” could not be saved: {detail}. The change was not written; the version before it is intact.',
  },
  'search-failed': {
    vi: 'Phần tìm kiếm của chương trình gặp lỗi và đang được mở lại. Hãy tìm lại sau ít phút.',
    en: 'The search of the program made an error and is being opened again. Search again in a few minutes.',
  },
  'search-overtaken': {
    vi: 'Câu hỏi này đã được thay bằng một câu hỏi mới hơn.',
    en: 'A newer question took the place of this one.',
  },
  'export-empty': {
    vi: 'Không có ghi chú nào để xuất với lựa chọn này.',
    en: 'There is no annotation to export with this choice.',
  },
  'no-printer': {
    vi: 'Máy này chưa có máy in nào. Hãy thêm máy in trong cài đặt của hệ thống, hoặc lưu thành tệp PDF.',
    en: 'This machine has no printer. Add one in the system’s settings, or save a PDF file.',
  },
  'print-failed': {
    vi: 'Không in được: {detail}. Hãy kiểm tra máy in rồi thử lại, hoặc lưu thành tệp PDF.',
    en: 'Printing failed: {detail}. Check the printer and try again, or save a PDF file.',
  },
  'pages-failed': {
    vi: 'Không dựng được trang in của bài này: {detail}. Hãy thử lại với cỡ chữ khác hoặc không in ghi chú.',
    en: 'The pages of this article cannot be laid out: {detail}. Try another size of letters, or without notes.',
  },
  'no-window': { vi: 'Lệnh này cần cửa sổ của ứng dụng.', en: 'This call needs the application’s window.' },
} as const satisfies Record<string, Record<Language, string>>;

export type RefusalCode = keyof typeof MESSAGES;

/** An expected failure. Thrown inside, turned into a reply at the gateway. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
  ) {
    super(refusalMessage(code, params, 'en'));
    this.name = 'Refusal';
  }
}

/** The sentence for a code in the person's language. */
export function refusalMessage(code: RefusalCode, params: Params, language: Language): string {
  return MESSAGES[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
