import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import { importText, openIn, temporaryFolder, type Opened } from '../store/support';

const PHRASE = 'nâng cao chất lượng sinh hoạt chi bộ';
const TEXTS = [
  [
    'Hội nghị tháng Ba',
    `Huyện ủy Tân Hòa họp. Bí thư Huyện ủy Lê Thị Mai yêu cầu ${PHRASE} ở mọi nơi.`,
    '2024-03-05',
  ],
  [
    'Hội nghị tháng Tư',
    `Bí thư Huyện ủy Lê Thị Mai nhắc lại: phải ${PHRASE}, học tập lẫn nhau.`,
    '2024-04-05',
  ],
  ['Hội nghị năm sau', `Chủ tịch UBND tỉnh Lê Thị Mai nói về việc ${PHRASE}.`, '2025-04-05'],
  ['Chuyện đồng ruộng', 'Bà con ra đồng từ sớm, trời mát và có gió nhẹ từ sông thổi vào bờ.', '2025-05-01'],
] as const;

async function library(): Promise<Opened> {
  const opened = await openIn(temporaryFolder());
  for (const [title, text, publishedOn] of TEXTS) {
    const { id } = await importText(opened, title, [text]);
    await opened.call('articles.update', {
      id,
      patch: { publishedOn, source: publishedOn < '2025' ? 'Báo A' : 'Báo B' },
    });
  }
  return opened;
}

/** The same when all that there is was looked through. */
async function looked(): Promise<Opened> {
  const opened = await library();
  await expect
    .poll(async () => {
      const { done, total } = await opened.call('bodies.list', {});
      return total - done;
    })
    .toBe(0);
  return opened;
}

describe('set phrases', () => {
  it('are listed with their counts by year, source and body, and narrowed', async () => {
    const { call } = await looked();
    const { rows, total, years, sources, bodies } = await call('phrases.list', {});
    expect(rows).toEqual([
      {
        key: PHRASE,
        text: PHRASE,
        syllables: 8,
        count: 3,
        articles: 3,
        years: [
          { year: 2024, count: 2 },
          { year: 2025, count: 1 },
        ],
        sources: [
          { source: 'Báo A', count: 2 },
          { source: 'Báo B', count: 1 },
        ],
        bodies: [
          { name: 'Huyện ủy', count: 1 },
          { name: 'Huyện ủy Tân Hòa', count: 1 },
          { name: 'Ủy ban nhân dân tỉnh', count: 1 },
        ],
      },
    ]);
    expect(bodies).toEqual(['Huyện ủy', 'Huyện ủy Tân Hòa', 'Ủy ban nhân dân tỉnh']);
    expect([total, years, sources]).toEqual([1, [2025, 2024], ['Báo A', 'Báo B']]);
    expect((await call('phrases.list', { year: 2025 })).rows[0]).toMatchObject({ count: 1, articles: 1 });
    expect((await call('phrases.list', { source: 'Báo C' })).rows).toEqual([]);
    const [ofBody] = (await call('phrases.list', { body: 'Ủy ban nhân dân tỉnh' })).rows;
    expect(ofBody).toMatchObject({ count: 1, years: [{ year: 2025, count: 1 }] });
    expect((await call('phrases.places', { key: PHRASE, body: 'Ủy ban nhân dân tỉnh' })).total).toBe(1);
    expect((await call('phrases.list', { words: 'SINH HOAT' })).total).toBe(1);
    expect((await call('phrases.list', { words: 'đồng ruộng' })).total).toBe(0);
  });

  it('show the words around each place, the oldest first', async () => {
    const { call } = await library();
    const { rows, total } = await call('phrases.places', { key: PHRASE });
    expect(total).toBe(3);
    for (const { articleId, start, end, before, text, after, block } of rows) {
      const { article } = await call('articles.get', { id: articleId });
      expect(textOf(article).slice(start, end)).toBe(text);
      expect(article.blocks[block]?.text).toContain(before + text + after);
    }
    expect(rows.map(({ after }) => after)).toEqual([' ở mọi nơi.', ', học tập lẫn nhau.', '.']);
  });

  it('are found anew when an article goes', async () => {
    const { call } = await library();
    const { rows } = await call('phrases.places', { key: PHRASE });
    await call('articles.remove', { ids: [rows[0]?.articleId ?? ''] });
    expect((await call('phrases.list', {})).total).toBe(0);
    expect((await call('phrases.list', { articles: 2 })).total).toBe(1);
  });

  it('become tables for spreadsheets', async () => {
    const { call } = await library();
    const list = await call('phrases.render', { key: null });
    expect(list.text).toBe(
      `\uFEFFCụm từ;Số tiếng;Số lần;Số bài;Theo năm;Nguồn;Cơ quan được nhắc\r\n${PHRASE};8;3;3;2024: 2, 2025: 1;Báo A: 2, Báo B: 1;Huyện ủy: 1, Huyện ủy Tân Hòa: 1, Ủy ban nhân dân tỉnh: 1\r\n`,
    );
    const places = await call('phrases.render', { key: PHRASE });
    expect(places.text.split('\r\n')).toHaveLength(5);
    expect(places.text).toContain(`${PHRASE};, học tập lẫn nhau.;Hội nghị tháng Tư;Báo A;2024-04-05;1`);
    expect(places.fileName).toBe('cum-tu-lap-lai-nang-cao-chat-luong-sinh-hoat-chi-bo.csv');
  });
});

it('people have their offices by the years, and the places where they are named', async () => {
  const { call } = await looked();
  const { rows, total, offices } = await call('bodies.places', { name: 'Lê Thị Mai' });
  expect([rows.length, total]).toEqual([3, 3]);
  expect(offices).toEqual([
    { role: 'Bí thư Huyện ủy', count: 2, years: [2024] },
    { role: 'Chủ tịch UBND tỉnh', count: 1, years: [2025] },
  ]);
});
