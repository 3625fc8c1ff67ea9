export const USAGE = `Đối Chiếu: đọc song song, đánh dấu và xuất ghi chú.

  import TỆP|THƯ MỤC...               nhập bài: txt md html mht docx doc odt rtf epub pdf,
                                      ảnh quét (png jpg tif webp), tệp nén zip, cả thư mục
      [--revise ID]                   tệp là bản mới của bài ID
      [--chapters]                    sách epub: mỗi chương một bài
  list                                danh sách bài viết, mới nhất trước
  show ID                             nội dung và ghi chú của một bài
  annotate ID --quote CHỮ --kind LOẠI đánh dấu một đoạn
      [--nth N]                       lần xuất hiện thứ mấy (từ 1)
      [--tag NHÃN]... [--note GHI CHÚ]
      LOẠI: highlight, directive (văn bản chỉ đạo), task (nhiệm vụ), target, deadline
  compare ID1 ID2                     so sánh hai bài: đoạn giữ nguyên, diễn đạt lại, chuyển chỗ,
                                      chỉ có ở một bài
  detect ID                           văn bản được viện dẫn, nhiệm vụ, ngày tháng tìm thấy trong một bài
  register                            các văn bản được viện dẫn trong cả thư viện, số lần và số bài
  tasks                               các nhiệm vụ, chỉ tiêu đã chấp nhận, thời hạn gần nhất trước
  search CÂU TÌM                      tìm trong cả thư viện, mỗi chỗ một dòng: "cụm từ" a;b a|b -a nghi*
      [--limit N] [--any-marks]       "a NEAR/5 b" tiêu-đề: ghi-chú: nguồn: năm:2021..2023 nhãn: loại:
                                      văn-bản:; --any-marks: không phân biệt dấu
  export --format markdown|obsidian|html|docx|text --out TỆP
      [--ids ID,ID] [--group article|kind|tag] [--order oldest|newest|title]
  export --what tasks|documents|coverage --format xlsx|docx|csv|html|markdown --out TỆP
      [--by source|body|year|article]  bảng theo dõi nhiệm vụ, danh mục văn bản, bảng bao quát;
                                      nhiệm vụ còn có --format ics (lịch các thời hạn)
  check                               kiểm tra mọi tệp và mọi ghi chú

  --library THƯ MỤC   thư viện (mặc định: “Đối Chiếu” trong thư mục tài liệu)
  --json              in JSON, mỗi dòng một giá trị
  --help              in phần này

Mã thoát: 0 xong; 1 bị từ chối, hoặc có tệp bị từ chối; 2 sai cách dùng.

In English: read side by side, mark passages, export annotated notes.

  import FILE|FOLDER...               imports txt md html mht docx doc odt rtf epub pdf,
                                      scans (png jpg tif webp), zip archives, whole folders
      [--revise ID]                   the file is a new version of article ID
      [--chapters]                    EPUB: one article per chapter
  list                                the articles, newest first
  show ID                             text and annotations of an article
  annotate ID --quote TEXT --kind KIND  marks a passage
      [--nth N] [--tag TAG]... [--note NOTE]
  compare ID1 ID2                     aligns two articles: paragraphs that are the same, reworded,
                                      moved, only in one
  detect ID                           documents cited, tasks and dates that the rules find in an article
  register                            every document that the library cites, with its mentions and articles
  tasks                               the accepted tasks and targets, the nearest deadline first
  search QUERY                        searches the whole library, one line for each place
      [--limit N] [--any-marks]       --any-marks: whatever the marks of the letters
  export --format markdown|obsidian|html|docx|text --out FILE
      [--ids ID,ID] [--group article|kind|tag] [--order oldest|newest|title]
  export --what tasks|documents|coverage --format xlsx|docx|csv|html|markdown --out FILE
      [--by source|body|year|article]  the tables of tasks and of documents, the coverage matrix;
                                      tasks also as --format ics (a calendar of deadlines)
  check                               verifies every file and every annotation

  --library DIR       the library (default: "Đối Chiếu" in the documents folder)
  --json              prints JSON, one value a line

Exit code: 0 done; 1 refused, or a file was refused; 2 wrong usage.`;
