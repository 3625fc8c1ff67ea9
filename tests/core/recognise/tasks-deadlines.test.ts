import { describe, expect, it, test } from 'vitest';
import { findTasks } from '#core/recognise/tasks';

const deadlineOf = (words: string, publishedOn: string | null) => {
  const text = `Chủ tịch UBND tỉnh yêu cầu Sở Y tế hoàn thiện đề án ${words}.`;
  const deadline = findTasks({ blocks: [{ kind: 'paragraph', text }], publishedOn })[0]?.deadline;
  return deadline === undefined || deadline === null ? null : [deadline.text, deadline.iso, deadline.kind];
};

describe('deadlines', () => {
  it.each([
    ['trước ngày 31/10/2025', 'trước ngày 31/10/2025', '2025-10-31', 'before'],
    ['trước 15-9', 'trước 15-9', '2025-09-15', 'before'],
    ['trước 17 giờ ngày 25/8', 'trước 17 giờ ngày 25/8', '2025-08-25', 'before'],
    ['xong trước tháng 11', 'xong trước tháng 11', '2025-10-31', 'before'],
    ['chậm nhất là ngày 5 tháng 9 năm 2025', 'chậm nhất là ngày 5 tháng 9 năm 2025', '2025-09-05', 'by'],
    ['không muộn hơn 31/10/2025', 'không muộn hơn 31/10/2025', '2025-10-31', 'by'],
    ['không được chậm hơn tháng 11', 'không được chậm hơn tháng 11', '2025-11-30', 'by'],
    ['từ nay đến Quốc khánh', 'từ nay đến Quốc khánh', '2025-09-02', 'by'],
    ['trước ngày Nhà giáo Việt Nam', 'trước ngày Nhà giáo Việt Nam', '2025-11-20', 'before'],
    ['trong các ngày 9 và 10/9', 'trong các ngày 9 và 10/9', '2025-09-10', 'period'],
    ['đến hết quý III', 'đến hết quý III', '2025-09-30', 'by'],
    ['đến năm 2030', 'đến năm 2030', '2030-12-31', 'by'],
    ['trong quý I/2026', 'trong quý I/2026', '2026-03-31', 'period'],
    ['ngay trong tháng này', 'ngay trong tháng này', '2025-08-31', 'period'],
    ['trong tháng 1', 'trong tháng 1', '2026-01-31', 'period'],
    ['từ nay đến cuối năm', 'từ nay đến cuối năm', '2025-12-31', 'period'],
    ['trước khai giảng', 'trước khai giảng', null, 'event'],
    ['định kỳ hằng tháng', 'định kỳ hằng tháng', null, 'recurring'],
    ['sau ngày 1/10/2025', 'sau ngày 1/10/2025', null, 'after'],
  ])('reads "%s"', (words, text, iso, kind) => {
    expect(deadlineOf(words, '2025-08-20')).toEqual([text, iso, kind]);
  });

  it.each([
    'giai đoạn 2025-2030',
    'theo kết quả đạt được trong 6 tháng đầu năm',
    'theo Luật năm 2024',
    'cho 3/4 số xã',
  ])('finds none in "%s"', (words) => {
    expect(deadlineOf(words, '2025-08-20')).toBeNull();
  });

  it('names no day where the year is not known', () => {
    expect(deadlineOf('trước ngày 31/10', null)).toBeNull();
    expect(deadlineOf('trước ngày 31/10/2025', null)?.[1]).toBe('2025-10-31');
  });
});

test('a time is one with no-break spaces in it too', () => {
  const words = 'trong giai đoạn 2026-2030'.replaceAll(' ', '\u00a0');
  expect(deadlineOf(words, '2025-08-20')).toEqual([words, '2030-12-31', 'period']);
});

test('the heading of a list says when its items are due; a rate by the year does not', () => {
  const blocks = [
    { kind: 'heading' as const, text: 'Chỉ tiêu đến năm 2030' },
    { kind: 'paragraph' as const, text: 'Đại hội thông qua: sản lượng tăng 8% mỗi năm; 90% hộ dân dùng nước sạch; chờ không quá 10 phút.' },
  ]; // prettier-ignore
  const tasks = findTasks({ blocks, publishedOn: '2025-08-20' });
  expect(tasks.map(({ deadline }) => deadline?.iso)).toEqual(['2030-12-31', '2030-12-31', '2030-12-31']);
});

test('figures that are named for a coming year are targets of that year', () => {
  const text = 'Giám đốc Sở chốt ba con số cho năm tới: trồng 500 ha rừng; tối thiểu 60% trạm y tế có bác sĩ; 100% hồ sơ nộp qua mạng.';
  const tasks = findTasks({ blocks: [{ kind: 'paragraph', text }], publishedOn: '2025-12-20' });
  expect(tasks.map(({ kind, deadline }) => [kind, deadline?.iso])).toEqual(Array(3).fill(['target', '2026-12-31']));
}); // prettier-ignore
