import { describe, expect, it } from 'vitest';
import { addQuote } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

const ARTICLES = {
  'Học tập và làm theo': ['Sau năm năm thực hiện Chỉ thị số 05- CT/ TW, các chi bộ đã có chuyển biến rõ.'],
  'Chi bộ sinh hoạt': [
    'Nội dung Chỉ thị số 05-CT/TW được đưa vào sinh hoạt. Chỉ thị này nêu rõ ba việc phải làm ngay.',
  ],
  'Việc khác': ['Hội nghị bàn về Nghị quyết số 35-NQ/TW của Bộ Chính trị.'],
  'Mùa vụ': ['Cả xã có 35 hộ tham gia, thu được 05 tấn.'],
} as const;

describe('a document that is looked for by its number', () => {
  it.each(['05-CT/TW', '05 ct tw', '5 CT TW', 'chi thi 05', 'chỉ thị 5', 'Chỉ thị số 05- CT/ TW'])(
    'is found where it is cited, however it is typed: %s',
    async (query) => {
      const { library } = await libraryOf(ARTICLES);
      const answer = await find(library, query);
      expect(new Set(await titlesOf(library, answer))).toEqual(
        new Set(['Học tập và làm theo', 'Chi bộ sinh hoạt']),
      );
      for (const { hits } of answer.articles) expect(hits[0]?.exact).toMatch(/^Chỉ thị số 05/u);
    },
  );

  it('is found where it is cited without its number, too', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    const answer = await find(library, '05 ct tw');
    const article = answer.articles.find(({ articleId }) => articleId === ids['Chi bộ sinh hoạt']);
    expect(article?.hits.map(({ exact }) => exact)).toEqual(['Chỉ thị số 05-CT/TW', 'Chỉ thị này']);
  });

  it('is looked for only as it is written in quotes', async () => {
    const { library } = await libraryOf(ARTICLES);
    expect((await find(library, '"05 ct tw 1"')).total).toBe(0);
    const [first] = (await find(library, '"chỉ thị số 05"')).articles;
    expect(first?.hits.map(({ exact }) => exact)).toEqual(['Chỉ thị số 05']);
  });

  it('is left out with the articles that cite it', async () => {
    const { library } = await libraryOf(ARTICLES);
    const answer = await find(library, 'nội dung -"nghị quyết" -(05 ct tw)');
    expect(answer.total).toBe(0);
  });
});

describe('the order of what is found', () => {
  it('has citations first when figures stand alone', async () => {
    const { library } = await libraryOf({ 'Kết quả 35 hộ': ['Cả xã tham gia.'], ...ARTICLES });
    expect(await titlesOf(library, await find(library, '35'))).toEqual([
      'Việc khác',
      'Kết quả 35 hộ',
      'Mùa vụ',
    ]);
  });

  it('has citations after titles and before notes', async () => {
    const { library, ids } = await libraryOf({
      'Quán triệt Nghị quyết số 35-NQ/TW': ['Cả xã tham gia.'],
      ...ARTICLES,
    });
    await addQuote(library, String(ids['Mùa vụ']), 'Cả xã', { note: 'Đối chiếu nghị quyết 35' });
    expect(await titlesOf(library, await find(library, 'nghị quyết 35'))).toEqual([
      'Quán triệt Nghị quyết số 35-NQ/TW',
      'Việc khác',
      'Mùa vụ',
    ]);
  });
});
