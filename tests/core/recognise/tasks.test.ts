import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import { findDates } from '#core/recognise/dates';
import { recognise } from '#core/recognise/recognise';
import { findTasks } from '#core/recognise/tasks';
import { blocksOf } from './task-article';
import { READ_ARTICLES as PLAIN_ARTICLES } from './task-articles';
import { FRAMED_ARTICLES } from './task-articles-frames';

const READ_ARTICLES = [...PLAIN_ARTICLES, ...FRAMED_ARTICLES];

describe('tasks', () => {
  it.each(READ_ARTICLES)('of $name', (article) => {
    const found = findTasks(article).map(({ text, responsible, deadline }) => [
      text,
      responsible,
      deadline?.iso ?? null,
    ]);
    expect(found).toEqual(article.tasks.map(([text, responsible, iso]) => [text, responsible, iso ?? null]));
  });

  it('are the same in decomposed text, and with everything else that is found', () => {
    for (const { blocks, publishedOn, tasks } of READ_ARTICLES) {
      const apart = blocks.map((block) => ({ ...block, text: block.text.normalize('NFD') }));
      const found = findTasks({ blocks: apart, publishedOn });
      expect(found.map(({ text }) => text.normalize('NFC'))).toEqual(tasks.map(([text]) => text));
      const whole = recognise({ blocks, publishedOn, dek: null });
      expect(whole.tasks).toEqual(findTasks({ blocks, publishedOn }));
    }
  });

  it('name who asks, who helps and the figures', () => {
    const text =
      'Phó Thủ tướng Hoàng Anh Sơn giao Bộ Xây dựng chủ trì, phối hợp với Bộ Tài chính, các địa phương xây ít nhất 100.000 căn nhà.';
    expect(findTasks({ blocks: [{ kind: 'paragraph', text }], publishedOn: null })).toMatchObject([
      {
        assignedBy: 'Phó Thủ tướng Hoàng Anh Sơn',
        responsible: 'Bộ Xây dựng',
        kind: 'target',
        rank: 3,
        figures: [{ text: 'ít nhất 100.000 căn nhà', value: 100_000, modifier: 'ít nhất', unit: 'căn nhà' }],
      },
    ]);
  });

  it.each([
    'Năm 2023, các cấp ủy tiếp tục đổi mới phương thức lãnh đạo; tăng cường kiểm tra, giám sát.',
    'Các cấp ủy đã chủ động triển khai quy hoạch cán bộ.',
    'Việc học tập nghị quyết tiếp tục được triển khai nghiêm túc.',
    'Tại hội nghị, các đại biểu tập trung phân tích hạn chế, triển khai nhiệm vụ 6 tháng cuối năm.',
    'Sở Y tế tổ chức 45 đoàn kiểm tra an toàn thực phẩm.',
    'Đội ngũ cán bộ đáp ứng yêu cầu nhiệm vụ trong tình hình mới.',
    'Chúng tôi sẽ tiếp tục nâng cao chất lượng phục vụ.',
    'Các địa phương cần làm gì trong thời gian tới?',
    'Văn phòng UBND huyện thông báo để các đơn vị biết, thực hiện.',
    'Bạn đọc cần hỗ trợ xin gọi tổng đài của Sở.',
    'Xem thêm tại Phụ lục đính kèm.',
    'Thông báo này thay thế Thông báo số 201/TB-VPUBND.',
    'Đoàn kiểm tra nhận thấy: Ban Quản lý thiếu trách nhiệm, phải rút kinh nghiệm.',
    'Trả lời cử tri, giám đốc công ty phải nhận trách nhiệm về sự chậm trễ.',
    '“Không chạy theo số lượng, phải làm thật”, ông nói.',
    'Năm học 2023-2024, toàn huyện mở 12 lớp; xây dựng 40 phòng học.',
  ])('are none in "%s"', (text) => {
    expect(findTasks({ blocks: [{ kind: 'paragraph', text }], publishedOn: '2025-06-01' })).toEqual([]);
  });
});

describe('a sentence of many clauses', () => {
  const clauses = (count: number) => ({
    blocks: blocksOf([
      Array.from({ length: count }, (_, n) => `Sở Y tế yêu cầu các đơn vị hoàn thành việc ${n + 1}`).join(
        '; ',
      ),
    ]),
    publishedOn: '2025-01-05',
  });

  it('costs as much a clause as a short one', () => {
    const [few, many] = [clauses(400), clauses(8000)];
    const perClause = (article: typeof few, count: number): number => {
      const start = performance.now();
      expect(findTasks(article)).toHaveLength(count);
      return (performance.now() - start) / count;
    };
    perClause(few, 400);
    // Quadratic would be twenty times as much.
    expect(perClause(many, 8000)).toBeLessThan(8 * perClause(few, 400));
  });
});

describe('labels behind labels', () => {
  it('may be thousands', () => {
    const text = `Sở Y tế yêu cầu ${'Sở A: '.repeat(20_000)}khẩn trương rà soát các cơ sở.`;
    const found = findTasks({ blocks: blocksOf([text]), publishedOn: null });
    expect(found.map((task) => task.text)).toEqual(['khẩn trương rà soát các cơ sở']);
  });
});

const WORDS =
  'Thủ tướng|yêu cầu|các bộ|,|;|:|.|…|Năm 2025|thời gian tới|đã|sẽ|cần|Bộ Y tế|giao|phối hợp với|trước ngày 30/6|100%|' +
  'nhiệm vụ|phấn đấu đạt|(1)|“|”|"|-|Một là|tăng cường|công tác|được|\u0301|\u00a0|hòa|hoà|İ|🙂|\ud83d|1.|tại|để|?';

describe('whatever the text', () => {
  const line = fc.array(fc.oneof(fc.constantFrom(...WORDS.split('|')), fc.string({ maxLength: 4 })), {
    maxLength: 25,
  });
  const day = fc.constantFrom(null, '2025-02-28', '2024-02-29');

  it('spans are the text, in order and within the article', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        day,
        fc.boolean(),
        (lines, publishedOn, isApart) => {
          const written = lines.map((words) => words.join(' ').replace(/\n/g, ' ') || ' ');
          const blocks = blocksOf(isApart ? written.map((text) => text.normalize('NFD')) : written);
          const text = textOf({ blocks });
          const tasks = findTasks({ blocks, publishedOn });
          const dates = findDates(text, { publishedOn });
          for (const found of [tasks, dates]) {
            found.forEach((one, index) => {
              expect(text.slice(one.start, one.end)).toBe(one.text);
              expect(one.start).toBeLessThan(one.end);
              expect(one.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
            });
          }
          for (const { deadline, figures } of tasks) {
            for (const part of deadline === null ? figures : [deadline, ...figures]) {
              expect(text.slice(part.start, part.end)).toBe(part.text);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
