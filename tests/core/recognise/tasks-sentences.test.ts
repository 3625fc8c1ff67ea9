import { describe, expect, it } from 'vitest';
import { findTasks } from '#core/recognise/tasks';

/** A sentence of an article of 5 March 2025; of each task its words, whose it is, and the day it is due. */
const SENTENCES: readonly [
  sentence: string,
  tasks: readonly (readonly [string, string | null, string?])[],
][] = [
  [
    'Nhấn mạnh những việc cần làm ngay, ông Hạc đề nghị Hội Nông dân các tỉnh rà soát vốn vay, báo cáo kết quả thu hồi trước 15/8; hướng dẫn mẫu hợp đồng.',
    [
      ['rà soát vốn vay, báo cáo kết quả thu hồi trước 15/8', 'Hội Nông dân các tỉnh', '2025-08-15'],
      ['hướng dẫn mẫu hợp đồng', 'Hội Nông dân các tỉnh'],
    ],
  ],
  [
    'Trưởng ban đề nghị Bộ Chỉ huy Bộ đội Biên phòng tỉnh bố trí tàu chậm nhất ngày 23/6.',
    [['bố trí tàu chậm nhất ngày 23/6', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh', '2025-06-23']],
  ],
  [
    'Bước sang quý IV, các xã đẩy mạnh tuyên truyền. Cùng với đó, tập trung chuẩn bị các điều kiện tổng kết.',
    [
      ['đẩy mạnh tuyên truyền', 'các xã', '2025-12-31'],
      ['tập trung chuẩn bị các điều kiện tổng kết', 'các xã', '2025-12-31'],
    ],
  ],
  [
    'Về phía Bảo hiểm xã hội tỉnh, trong tháng 8 phải rà soát xong danh sách đơn vị nợ đóng.',
    [['trong tháng 8 phải rà soát xong danh sách đơn vị nợ đóng', 'Bảo hiểm xã hội tỉnh', '2025-08-31']],
  ],
  [
    'Đồng chí Nguyễn Thị Hoa, Chủ tịch Hội, nhắc các cơ sở hội không chạy theo số lượng, xong trong quý III.',
    [['không chạy theo số lượng, xong trong quý III', 'các cơ sở hội', '2025-09-30']],
  ],
  [
    'Ngân hàng Chính sách xã hội chi nhánh tỉnh được giao giải ngân hết vốn bổ sung đến 30/9/2025.',
    [['giải ngân hết vốn bổ sung đến 30/9/2025', 'Ngân hàng Chính sách xã hội chi nhánh tỉnh', '2025-09-30']],
  ],
  [
    'UBND tỉnh giao chỉ tiêu cho các huyện vận động 3.500 người tham gia trong năm 2025.',
    [['vận động 3.500 người tham gia trong năm 2025', 'các huyện', '2025-12-31']],
  ],
  [
    'Nhiệm vụ cấp bách hiện nay là cung cấp nước sạch cho vùng hạn, hoàn thành trước 20/4.',
    [['cung cấp nước sạch cho vùng hạn, hoàn thành trước 20/4', null, '2025-04-20']],
  ],
  [
    'Cuối tháng 9, Chi cục Thủy lợi bàn giao hồ cho địa phương quản lý.',
    [['bàn giao hồ cho địa phương quản lý', 'Chi cục Thủy lợi', '2025-09-30']],
  ],
  [
    'Ngành ngân hàng tỉnh mở đợt cao điểm thu hồi nợ từ 1/10 đến hết 31/12.',
    [['mở đợt cao điểm thu hồi nợ từ 1/10 đến hết 31/12', 'Ngành ngân hàng tỉnh', '2025-12-31']],
  ],
  [
    'Trong 5 ngày làm việc, bộ phận kiểm đếm phải công bố kết quả.',
    [['công bố kết quả', 'bộ phận kiểm đếm']],
  ],
  [
    'Chậm nhất ngày 10/7, các trường báo cáo kết quả về Sở.',
    [['báo cáo kết quả về Sở', 'các trường', '2025-07-10']],
  ],
  [
    'Sở Tài nguyên cùng cơ quan quân sự hoàn thành đo đạc trước 30.9; khởi công 20 nhà nhân dịp 27.7.',
    [
      ['hoàn thành đo đạc trước 30.9', 'Sở Tài nguyên cùng cơ quan quân sự', '2025-09-30'],
      ['khởi công 20 nhà nhân dịp 27.7', 'Sở Tài nguyên cùng cơ quan quân sự', '2025-07-27'],
    ],
  ],
  [
    'Sở Xây dựng phải tăng cường cán bộ cho các xã; chậm nhất ngày 15/9, xét duyệt xong số hồ sơ đã kê khai.',
    [
      ['tăng cường cán bộ cho các xã', 'Sở Xây dựng'],
      ['xét duyệt xong số hồ sơ đã kê khai', 'Sở Xây dựng', '2025-09-15'],
    ],
  ],
  [
    'Sở giao Phòng Nhà ở giải quyết 38 hồ sơ đến hết quý I. Bước vào mùa mưa, các phường cần khơi thông cống.',
    [
      ['giải quyết 38 hồ sơ đến hết quý I', 'Phòng Nhà ở', '2025-03-31'],
      ['khơi thông cống', 'các phường'],
    ],
  ],
  [
    'Năm 2025, ngành thú y đặt mục tiêu: giảm 10% số vụ vi phạm; 100% ổ dịch được phát hiện, xử lý kịp thời.',
    [
      ['giảm 10% số vụ vi phạm', 'ngành thú y', '2025-12-31'],
      ['100% ổ dịch được phát hiện, xử lý kịp thời', 'ngành thú y', '2025-12-31'],
    ],
  ],
  ['Cũng trong thời gian này, Cục tổ chức 4 hội nghị đối thoại, giải quyết 63 vướng mắc.', []],
  ['Chỉ đạo tại hội nghị, Phó Tổng cục trưởng đánh giá tỉnh là điểm sáng của toàn ngành.', []],
  ['Ngành ngân hàng tỉnh mở đợt cao điểm thu hồi nợ từ 1/10/2024 đến hết 31/12/2024.', []],
  ['Bà con kể: “Nông dân chúng tôi cần vốn lúc xuống giống, chứ không phải lúc gặt”.', []],
  ['Hồi trước, các xã phải tự rà soát danh sách.', []],
];

describe('tasks of a sentence', () => {
  it.each(SENTENCES)('%s', (sentence, tasks) => {
    const blocks = [{ kind: 'paragraph' as const, text: sentence }];
    const found = findTasks({ blocks, publishedOn: '2025-03-05' });
    expect(
      found.map(({ text, responsible, deadline }) => [text, responsible, deadline?.iso ?? null]),
    ).toEqual(tasks.map(([text, responsible, iso]) => [text, responsible, iso ?? null]));
  });
});
