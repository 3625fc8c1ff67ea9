import { describe, expect, it } from 'vitest';
import { figuresIn } from '#core/recognise/figures';

const read = (text: string) =>
  figuresIn(text, { start: 0, end: text.length }).map(({ modifier, value, unit }) => [modifier, value, unit]);

describe('figures', () => {
  it.each([
    ['kết nạp 6.000 đảng viên', [null, 6000, 'đảng viên']],
    ['đạt 12,5%', [null, 12.5, '%']],
    ['có gần 7 vạn đảng viên', ['gần', 70_000, 'đảng viên']],
    ['chi trên 1,2 nghìn tỷ đồng', ['trên', 1.2e12, 'đồng']],
    ['trồng ít nhất 500 triệu cây xanh', ['ít nhất', 5e8, 'cây xanh']],
    ['không quá 3 thủ tục', ['không quá', 3, 'thủ tục']],
    ['mở 40 lớp trong năm', [null, 40, 'lớp']],
  ] as const)('reads "%s"', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it.each([
    'ngày 5/3',
    'năm 2025',
    'nghị quyết 18',
    'quý 3',
    '10 năm qua',
    'nhiệm kỳ 2020-2025',
    'quốc lộ 1',
  ])('finds none in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });
});
