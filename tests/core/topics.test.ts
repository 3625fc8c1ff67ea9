import { describe, expect, it } from 'vitest';
import { alignBlocks } from '#core/align';
import { topicRows } from '#core/topics';

const PARTY_FEES = 'Kiểm tra việc thu, nộp và sử dụng đảng phí tại 12 đảng bộ cơ sở.';
const DIGITAL = 'Phấn đấu 80% hồ sơ được giải quyết trực tuyến toàn trình.';
const FLAG = 'Trao Cờ thi đua cho các tập thể hoàn thành xuất sắc nhiệm vụ.';
const CYBER = 'Công an tỉnh bảo đảm an toàn dữ liệu dùng chung.';

const rowsOf = (...articles: string[][]) =>
  topicRows(articles, (i, j) => alignBlocks(articles[i] ?? [], articles[j] ?? []));

describe('topics of several years', () => {
  it('are rows in the order of the first, with what later years added where it stands there', () => {
    const rows = rowsOf(
      [PARTY_FEES, DIGITAL],
      [PARTY_FEES.replace('12', '15'), CYBER, DIGITAL.replace('80', '95')],
      [FLAG, CYBER, PARTY_FEES],
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      [[], [], [0]],
      [[0], [0], [2]],
      [[], [1], [1]],
      [[1], [2], []],
    ]);
  });

  it('have a name in the words that their paragraphs share', () => {
    const [row] = rowsOf([PARTY_FEES], [PARTY_FEES.replace('12', '15').replace('Kiểm tra', 'Giám sát')]);
    expect(row?.label).toBe('Thu, nộp và sử dụng đảng phí');
    expect(rowsOf([FLAG], [])[0]?.label).toBe(FLAG);
    const long = 'Một đoạn dài hơn mức mà một cái tên có thể dài, vì thế nó bị cắt ở một chỗ giữa hai tiếng.';
    expect(rowsOf([long], [])[0]?.label).toMatch(/^Một đoạn .{20,64}…$/u);
  });

  it('hold every paragraph once, and one of an article that is no pair of the same stays apart', () => {
    const articles = [
      [PARTY_FEES, FLAG, PARTY_FEES.replace('đảng phí', 'đoàn phí')],
      [PARTY_FEES.replace('đảng phí', 'đoàn phí'), PARTY_FEES],
      [CYBER, PARTY_FEES, FLAG],
      [FLAG],
    ];
    const rows = rowsOf(...articles);
    articles.forEach((blocks, at) => {
      expect(rows.flatMap(({ cells }) => cells[at] ?? []).toSorted()).toEqual([...blocks.keys()]);
      for (const { cells } of rows) expect(cells[at]?.length ?? 0).toBeLessThanOrEqual(1);
    });
    expect(rows.find(({ cells }) => cells[0]?.includes(1))?.cells).toEqual([[1], [], [2], [0]]);
  });
});
