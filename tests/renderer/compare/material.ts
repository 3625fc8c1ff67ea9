import { importText, type Opened } from '../../main/store/support';

/** Two years of one conference: the fourth paragraph of the first one stands second in the other. */
export const YEAR_ONE = [
  'Sáng 7/1, Huyện ủy Vĩnh Lạc tổ chức hội nghị tổng kết công tác năm 2024, có 42 điểm cầu.',
  'Nhiệm vụ trọng tâm của toàn Đảng bộ trong năm tới',
  'Giao Phòng Nội vụ chủ trì, phối hợp Văn phòng Huyện ủy rà soát thủ tục, báo cáo trước ngày 30/6/2025.',
  'Hội Nông dân trồng mới ba nghìn héc ta rừng.',
  'Các xã nhân rộng mô hình dân vận khéo ở từng thôn bản.',
  'Cuối buổi, hội nghị trao cờ thi đua cho mười hai tập thể xuất sắc.',
];
export const YEAR_TWO = [
  'Sáng 8/1, Huyện ủy Vĩnh Lạc tổ chức hội nghị tổng kết công tác năm 2025, có 57 điểm cầu.',
  'Hội Nông dân trồng mới ba nghìn héc ta rừng.',
  'Nhiệm vụ trọng tâm của toàn Đảng bộ trong năm tới',
  'Giao Phòng Nội vụ chủ trì, phối hợp Văn phòng Huyện ủy cắt giảm thủ tục, báo cáo trước ngày 30/4/2026.',
  'Công an huyện bảo đảm an toàn dữ liệu dùng chung cho mọi cơ quan.',
  'Cuối buổi, hội nghị trao cờ thi đua cho mười hai tập thể xuất sắc.',
];
export const YEAR_THREE = [
  'Sáng 9/1, Huyện ủy Vĩnh Lạc tổ chức hội nghị tổng kết công tác năm 2026, có 60 điểm cầu.',
  'Giao Phòng Nội vụ chủ trì, phối hợp Văn phòng Huyện ủy bỏ hẳn thủ tục, báo cáo trước ngày 30/3/2027.',
];

export const FIRST = 'Hội nghị tổng kết năm 2024';
export const SECOND = 'Hội nghị tổng kết năm 2025';
export const THIRD = 'Hội nghị tổng kết năm 2026';

export const prepare = async (library: Opened): Promise<void> => {
  const years = [
    [FIRST, YEAR_ONE, '2025-01-08'],
    [SECOND, YEAR_TWO, '2026-01-09'],
    [THIRD, YEAR_THREE, '2027-01-10'],
  ] as const;
  for (const [title, paragraphs, publishedOn] of years) {
    const { id } = await importText(library, title, paragraphs);
    await library.call('articles.update', { id, patch: { publishedOn } });
  }
};
