import { random } from '../main/store/material';

const SYLLABLES = (
  'hội nghị ban thường vụ cấp ủy cơ sở triển khai kế hoạch công tác kiểm tra giám sát tổ chức thực hiện nhiệm vụ ' +
  'trọng tâm năm mới đơn vị báo cáo kết quả đánh giá chất lượng sinh hoạt chi bộ học tập phong trào thi đua xây dựng'
).split(' ');

/** Words of ours in no order, `count` of them; the same for the same seed. */
export function prose(seed: number, count: number): string {
  const next = random(seed);
  return Array.from({ length: count }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? '').join(
    ' ',
  );
}
