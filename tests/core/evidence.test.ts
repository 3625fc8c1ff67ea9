import { describe, expect, test } from 'vitest';
import { EvidenceSearch, type Awaited, type LaterArticle } from '#core/evidence';

const TASK: Awaited = {
  id: 'wards',
  text: 'hoàn thành việc số hóa hồ sơ hộ tịch ở các phường trước ngày 30/6/2026',
  since: '2026-01-09',
  articleId: 'aaaaaaaaaaaaaaaa',
  units: null,
};
const FILLER = [
  'Hội nghị thảo luận về công tác cán bộ và phát triển kinh tế của tỉnh.',
  'Các đại biểu góp ý kiến vào dự thảo báo cáo về tình hình thực hiện nhiệm vụ.',
  'Đoàn công tác thăm một số cơ sở sản xuất tại khu vực miền núi.',
];
const NONE = new Map<string, ReadonlySet<number>>();

const article = (id: string, publishedOn: string | null, ...texts: string[]): LaterArticle => ({
  id: id.repeat(16),
  publishedOn,
  blocks: texts.map((text) => ({ text })),
});

function candidatesFor(awaited: Awaited, articles: readonly LaterArticle[], citing = NONE) {
  const search = new EvidenceSearch([awaited]);
  for (const one of articles) search.add(one, citing);
  return search.found(5).get(awaited.id) ?? [];
}

describe('evidence for a task', () => {
  const report = 'Đến nay 12 phường đã số hóa xong hồ sơ hộ tịch.';

  test('is looked for in the sentence of a later article that says its rare words again', () => {
    const later = article(
      'b',
      '2026-06-20',
      ...FILLER,
      `Sở Tư pháp họp giao ban. ${report} Tỉnh khen thưởng.`,
    );
    const [first, ...others] = candidatesFor(TASK, [later]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ articleId: later.id, block: 3, text: report, cites: false });
    expect(first?.shared.map(({ start, end }) => report.slice(start, end))).toEqual(['hồ sơ hộ tịch']);
    expect(later.blocks[3]?.text.slice(first?.start, first?.end)).toBe(report);
  });

  test.each([
    ['an earlier article', article('b', '2025-12-01', report)],
    ['an article of the same day', article('b', '2026-01-09', report)],
    ['an article without a date', article('b', null, report)],
    ['its own article', { ...article('a', '2026-06-20', report) }],
  ])('is none in %s', (_, other) => {
    expect(candidatesFor(TASK, [other, article('c', '2026-06-20', ...FILLER)])).toEqual([]);
  });

  test('is none where only words are shared that fill any text', () => {
    expect(candidatesFor(TASK, [article('b', '2026-06-20', ...FILLER)])).toEqual([]);
  });

  test('counts a passage that cites the document of the task with fewer shared words, and before others', () => {
    const cited = 'Thực hiện Kế hoạch 12-KH/TU, các phường báo cáo kết quả số hóa hồ sơ.';
    const other = 'Các phường lưu giữ hồ sơ hộ tịch tại kho chung.';
    const later = article('b', '2026-06-20', ...FILLER, other, cited);
    const found = candidatesFor(TASK, [later], new Map([['wards', new Set([4])]]));
    expect(found.map(({ text, cites }) => [text, cites])[0]).toEqual([cited, true]);
    expect(
      candidatesFor(TASK, [article('b', '2026-06-20', cited, ...FILLER)]).map(({ cites }) => cites),
    ).not.toContain(true);
  });

  test('shares words however their tones are placed and composed', () => {
    const later = article('b', '2026-06-20', ...FILLER, 'Đã số hoá hồ sơ hộ tịch.'.normalize('NFD'));
    expect(candidatesFor(TASK, [later])).toHaveLength(1);
  });

  test('is the likeliest first, and no more than asked for', () => {
    const weak = 'Hồ sơ hộ tịch của công dân được cấp lại.';
    const later = article('b', '2026-06-20', ...FILLER, weak, report);
    const search = new EvidenceSearch([TASK]);
    search.add(later, NONE);
    expect(
      search
        .found(1)
        .get('wards')
        ?.map(({ text }) => text),
    ).toEqual([report]);
  });

  test('is looked for in one pass for many tasks', () => {
    const roads: Awaited = { ...TASK, id: 'roads', text: 'khởi công tuyến đường ven hồ Thác Trắng' };
    const search = new EvidenceSearch([TASK, roads]);
    const built = 'Tuyến đường ven hồ Thác Trắng khởi công ngày 2/9.';
    search.add(article('b', '2026-09-03', ...FILLER, report, built), NONE);
    const found = search.found(3);
    expect(found.get('wards')?.map(({ text }) => text)).toEqual([report]);
    expect(found.get('roads')?.map(({ text }) => text)).toEqual([built]);
  });
});

describe('what is reported of a target', () => {
  const target: Awaited = {
    ...TASK,
    text: 'Phấn đấu kết nạp từ 6.000 đảng viên mới trong khối doanh nghiệp tư nhân',
    units: ['đảng viên mới'],
  };

  test('has a figure of what the target counts', () => {
    const report = 'Toàn tỉnh kết nạp được 4.200 đảng viên, trong đó có 300 người của doanh nghiệp tư nhân.';
    const without = 'Việc kết nạp đảng viên ở khối doanh nghiệp tư nhân còn chậm.';
    const [first, ...others] = candidatesFor(target, [
      article('b', '2026-12-20', ...FILLER, without, report),
    ]);
    expect(others).toEqual([]);
    expect(first?.text).toBe(report);
    expect(first?.figures.map(({ text, value }) => [text, value])).toEqual([['4.200 đảng viên', 4200]]);
  });

  test('is none where the figure counts something else', () => {
    const other = 'Toàn tỉnh có 4.200 doanh nghiệp tư nhân kết nạp đảng viên mới.';
    expect(candidatesFor(target, [article('b', '2026-12-20', ...FILLER, other)])).toEqual([]);
  });
});
