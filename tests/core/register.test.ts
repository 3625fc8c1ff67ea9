import { describe, expect, it } from 'vitest';
import { emptyEntry } from '#core/directive';
import { registerOf, withMarks, type DirectiveMark } from '#core/register';
import { refuseCircles, saysNothing } from '#core/register/entries';
import { ARTICLE_IDS, PARTY, article, entry, ids, mention, row } from './register-material';

const [A = '', B = '', C = ''] = ARTICLE_IDS;

describe('documents whose numbers come again', () => {
  it('are told apart by the term in which the article appeared, which is not certain', () => {
    const register = registerOf(
      [article(A, '2020-07-09', mention(PARTY)), article(B, '2025-03-01', mention(PARTY))],
      [],
    );
    expect(ids(register)).toEqual([`${PARTY}#XII`, `${PARTY}#XIII`]);
    expect(register.rows.map(({ term }) => term?.certain)).toEqual([false, false]);
  });

  it('have the term of the congress before, up to its last day', () => {
    const on = (day: string) => registerOf([article(A, day, mention('chi-thi:03-CT/TW'))], []).rows[0]?.term;
    expect(on('2016-01-05')).toEqual({ roman: 'XI', certain: false });
    expect(on('2016-01-27')?.roman).toBe('XI');
    expect(on('2016-01-28')?.roman).toBe('XII');
    expect(on('2026-01-22')?.roman).toBe('XIII');
    expect(on('2026-01-23')?.roman).toBe('XIV');
  });

  it('have the term that the text says, by name or by the day of issue, whenever the article appeared', () => {
    const register = registerOf(
      [
        article(A, '2023-01-01', mention(PARTY, { date: '2019-05-30' })),
        article(B, '2024-01-01', mention(PARTY, { term: 'XII' })),
        article(C, '2024-01-01', mention(PARTY)),
      ],
      [],
    );
    expect(ids(register)).toEqual([`${PARTY}#XII`, `${PARTY}#XIII`]);
    expect(row(register, `${PARTY}#XII`)).toMatchObject({
      ...{ term: { roman: 'XII', certain: true }, issuedOn: '2019-05-30', mentions: 2, articles: [A, B] },
      ...{ from: '2023-01-01', to: '2024-01-01' },
    });
    expect(row(register, `${PARTY}#XIII`).term).toEqual({ roman: 'XIII', certain: false });
  });

  it('have in one article the term that one of its mentions says, unless two say different ones', () => {
    const dated = mention(PARTY, { date: '2019-05-30' });
    const one = registerOf([article(A, '2022-01-01', mention(PARTY), dated)], []);
    expect(ids(one)).toEqual([`${PARTY}#XII`]);
    const two = registerOf(
      [article(A, '2025-02-01', mention(PARTY), dated, mention(PARTY, { term: 'XIII' }))],
      [],
    );
    expect(two.rows.map(({ id, mentions }) => [id, mentions])).toEqual([
      [`${PARTY}#XIII`, 2],
      [`${PARTY}#XII`, 1],
    ]);
  });

  it('have no term where nothing says when the article appeared', () => {
    const register = registerOf([article(A, null, mention(PARTY))], []);
    expect(register.rows).toMatchObject([{ id: PARTY, term: null, from: null, to: null }]);
  });

  it('of the State are told apart by the year of issue', () => {
    const key = 'chi-thi:16/CT-TTg';
    const register = registerOf(
      [
        article(A, '2020-04-01', mention(key, { date: '2020-03-31' })),
        article(B, '2023-05-30', mention(key, { date: '2023-05-27' }), mention(key)),
        article(C, '2023-06-01', mention(key)),
      ],
      [],
    );
    expect(ids(register)).toEqual([key, `${key}#2020`, `${key}#2023`]);
    expect(row(register, `${key}#2023`).mentions).toBe(2);
    expect(register.rows.map(({ term }) => term)).toEqual([null, null, null]);
  });

  it('of local bodies are told apart by the place; where none is said, they are of the only one', () => {
    const key = 'chi-thi:05-CT/TU';
    const of = (issuerName: string | null) => mention(key, { issuer: 'TU', issuerName });
    const [one, bare] = [
      article(A, '2022-01-01', of('Tỉnh ủy Lam Khê')),
      article(B, '2022-02-01', of('Tỉnh ủy')),
    ];
    expect(ids(registerOf([one, bare], []))).toEqual([`${key}#XIII.lam-khe`]);
    const other = article(C, '2022-03-01', of(null), of('Ban Thường vụ Tỉnh ủy Đông Hải'));
    const register = registerOf([one, bare, other], []);
    expect(register.rows.map(({ id, mentions }) => [id, mentions])).toEqual([
      [`${key}#XIII.dong-hai`, 2],
      [`${key}#XIII`, 1],
      [`${key}#XIII.lam-khe`, 1],
    ]);
    expect(row(register, `${key}#XIII.lam-khe`).term).toEqual({ roman: 'XIII', certain: false });
    const decision = mention('quyet-dinh:10/2021/QĐ-UBND', {
      issuer: 'UBND',
      issuerName: 'UBND TP Đông Hải',
    });
    expect(ids(registerOf([article(A, null, decision)], []))).toEqual([
      'quyet-dinh:10/2021/QĐ-UBND#dong-hai',
    ]);
    const central = mention(PARTY, { issuerName: 'Ban Bí thư Trung Ương' });
    expect(ids(registerOf([article(A, null, central)], []))).toEqual([PARTY]);
  });

  it('do not come again where the key holds a year or a name', () => {
    const keys = [
      'nghi-dinh:30/2020/NĐ-CP',
      'luat:to-chuc-quoc-hoi-2014',
      'nghi-quyet:HNTW4-K11',
      'nghi-dinh:100',
    ];
    for (const key of keys) {
      const register = registerOf(
        [article(A, '2015-01-01', mention(key)), article(B, '2024-01-01', mention(key))],
        [],
      );
      expect(ids(register)).toEqual([key]);
    }
  });

  it('are told apart too where the number is all that is known', () => {
    const register = registerOf(
      [
        article(A, '2015-01-01', mention('nghi-quyet:HNTW4')),
        article(B, '2024-01-01', mention('chi-thi:35')),
      ],
      [],
    );
    expect(ids(register)).toEqual(['chi-thi:35#XIII', 'nghi-quyet:HNTW4#XI']);
  });
});

describe('a row', () => {
  it('tells the most frequent of what the articles say, and all spellings', () => {
    const register = registerOf(
      [
        article(
          A,
          '2014-06-01',
          mention('chi-thi:36-CT/TW', { text: 'Chỉ thị số 36 –\u00a0CT/TW', issuerName: 'Bộ Chính trị' }),
          mention('chi-thi:36-CT/TW', { text: 'Chỉ thị 36' }),
          mention('chi-thi:36-CT/TW', { text: 'Chỉ thị 36'.normalize('NFD'), issuerName: 'Bộ Chính trị' }),
          mention('chi-thi:36-CT/TW', { text: 'Chỉ thị này', class: 'relative', issuerName: 'Trung ương' }),
        ),
      ],
      [],
    );
    expect(register.rows).toMatchObject([
      {
        ...{ mentions: 4, spellings: ['Chỉ thị 36', 'Chỉ thị số 36 – CT/TW'], issuerName: 'Bộ Chính trị' },
        ...{ type: 'Chỉ thị', number: '35', issuer: 'TW', articles: [A] },
      },
    ]);
  });

  it('shows what people entered before what the articles say', () => {
    const id = `${PARTY}#XIII`;
    const entered = entry(id, {
      title: 'Về đại hội',
      issuedOn: '2024-06-14',
      issuerName: 'BCT',
      status: 'in-force',
    });
    const register = registerOf(
      [article(A, '2025-01-01', mention(PARTY, { issuerName: 'Bộ Chính trị' }))],
      [entered],
    );
    expect(row(register, id)).toMatchObject({
      ...{ title: 'Về đại hội', issuedOn: '2024-06-14', issuerName: 'BCT', status: 'in-force', mentions: 1 },
      term: { roman: 'XIII', certain: true },
    });
  });

  it('is there for a document that was entered and no article mentions', () => {
    const register = registerOf([], [entry('nghi-dinh:30/2020/NĐ-CP', { title: 'Về công tác văn thư' })]);
    expect(register.rows).toMatchObject([
      { type: 'Nghị định', number: '30', mentions: 0, articles: [], title: 'Về công tác văn thư' },
    ]);
  });

  it('names what replaces and amends it', () => {
    const [old, newer, third] = ['luat:a-2010', 'luat:a-2020', 'luat:b-2021'];
    const register = registerOf(
      [],
      [
        entry(newer, { replaces: [old, newer] }),
        entry(third, { amends: [newer] }),
        entry(old, { title: 'Cũ' }),
      ],
    );
    expect(row(register, old)).toMatchObject({ replacedBy: [newer], replaces: [] });
    expect(row(register, newer)).toMatchObject({ replaces: [old], replacedBy: [], amendedBy: [third] });
  });
});

describe('what people merge and split', () => {
  const articles = [article(A, '2020-07-09', mention(PARTY)), article(B, '2025-03-01', mention(PARTY))];

  it('merges a document, and all that is merged into it, with another one', () => {
    const [xii, xiii, x] = [`${PARTY}#XII`, `${PARTY}#XIII`, 'chi-thi:99-CT/TW'];
    const register = registerOf(articles, [
      entry(xii, { aliasOf: xiii, title: 'Tên của văn bản gộp vào' }),
      entry(xiii, { aliasOf: x }),
      entry('luat:c-2000', { replaces: [xii] }),
    ]);
    expect(row(register, x)).toMatchObject({
      ...{ mentions: 2, articles: [A, B], aliases: [xii, xiii], title: 'Tên của văn bản gộp vào' },
      replacedBy: ['luat:c-2000'],
    });
    expect(register.rows.map(({ id }) => id)).toEqual([x, 'luat:c-2000']);
  });

  it('splits the mentions of some articles off', () => {
    const other = `${PARTY}#khac`;
    const register = registerOf(articles, [entry(other, { mentions: [{ articleId: A, canonical: PARTY }] })]);
    expect(ids(register)).toEqual([`${PARTY}#XIII`, other]);
    expect(row(register, other)).toMatchObject({ canonical: PARTY, mentions: 1, articles: [A] });
  });

  it('leaves documents alone that are merged in a circle', () => {
    const circle = [entry('luat:a-1', { aliasOf: 'luat:b-1' }), entry('luat:b-1', { aliasOf: 'luat:a-1' })];
    const register = registerOf([article(A, null, mention('luat:a-1'), mention('luat:b-1'))], circle);
    expect(ids(register)).toEqual(['luat:a-1', 'luat:b-1']);
    expect(() => refuseCircles(circle)).toThrow('cannot be merged into itself');
    expect(() => refuseCircles([entry('luat:a-1', { aliasOf: 'luat:a-1' })])).toThrow();
    expect(() => refuseCircles(circle.slice(1))).not.toThrow();
  });

  it('makes no row that nothing is known of', () => {
    const register = registerOf(
      [],
      [
        entry(`${PARTY}#khac`, { mentions: [{ articleId: A, canonical: PARTY }] }),
        entry('luat:a-2000', { aliasOf: 'luat:b-2000' }),
      ],
    );
    expect(register.rows).toEqual([]);
  });

  it('is kept only while it says something', () => {
    expect(saysNothing(emptyEntry(PARTY))).toBe(true);
    expect(saysNothing(entry(PARTY, { note: 'x' }))).toBe(false);
    expect(saysNothing(entry(PARTY, { mentions: [{ articleId: A, canonical: PARTY }] }))).toBe(false);
  });
});

describe('what people mark as a citation', () => {
  const NAMED = 'nghi-dinh:30/2020/NĐ-CP';
  const cited = article(A, '2022-01-01', mention(PARTY, { start: 10, end: 30 }));
  const mark = (start: number, directive: string): DirectiveMark => ({
    ...{ start, end: start + 5, text: 'chữ', block: 0, directive },
  });
  const counts = (...marks: DirectiveMark[]) =>
    registerOf([withMarks(cited, marks)], []).rows.map(({ id, mentions }) => [id, mentions]);

  it('counts where the rules found nothing, in the order of reading', () => {
    expect(counts(mark(40, PARTY))).toEqual([[`${PARTY}#XIII`, 2]]);
    const { mentions } = withMarks(cited, [mark(40, NAMED), mark(2, NAMED)]);
    expect(mentions.map(({ start }) => start)).toEqual([2, 10, 40]);
  });

  it('counts once together with the citation that it lies over', () => {
    expect(counts(mark(12, PARTY), mark(28, `${PARTY}#XIII`))).toEqual([[`${PARTY}#XIII`, 1]]);
  });

  it('is right where the rules took the words for another document, or for one of another term', () => {
    expect(counts(mark(12, NAMED))).toEqual([[NAMED, 1]]);
    expect(counts(mark(12, `${PARTY}#XII`))).toEqual([[`${PARTY}#XII`, 1]]);
  });

  it('goes with the rules where these come to know more of the same document, and makes nothing certain', () => {
    const local = 'chi-thi:07-CT/HU';
    const by = { issuer: 'HU', issuerName: 'Huyện ủy Suối Mơ' };
    const citing = article(A, '2022-01-01', mention(local, { start: 10, end: 30, ...by }));
    const marked = withMarks(citing, [{ ...mark(12, `${local}#XIII`), end: 30 }]);
    const [row] = registerOf([marked], []).rows;
    expect(row).toMatchObject({ id: `${local}#XIII.suoi-mo`, mentions: 1, term: { certain: false } });
  });

  it('is of the very document that it names, also where numbers come again, until it is split off or merged', () => {
    const old = `${PARTY}#XII`;
    expect(counts(mark(40, old))).toEqual([[old, 1], [`${PARTY}#XIII`, 1]]); // prettier-ignore
    const marked = [withMarks(cited, [mark(40, old)])];
    const split = entry(`${PARTY}#Lam Khê`, { mentions: [{ articleId: A, canonical: PARTY }] });
    expect(ids(registerOf(marked, [split]))).toEqual([`${PARTY}#Lam Khê`]);
    expect(ids(registerOf(marked, [entry(old, { aliasOf: `${PARTY}#XIII` })]))).toEqual([`${PARTY}#XIII`]);
  });
});
