import { describe, expect, it } from 'vitest';
import { hasOnlyName, likelyDocuments, typedDocument, type DocumentClues } from '#core/document-choice';
import { registerOf } from '#core/register';
import { findCitations } from '#core/recognise/citations';
import { ARTICLE_IDS, entry } from './register-material';

const [A = ''] = ARTICLE_IDS;
const ARTICLE = { id: A, publishedOn: '2022-05-01' };
const NO_CLUES: DocumentClues = { read: [], cited: new Map() };

const WORDS = [
  'Chỉ thị số 03-CT/TW của Bộ Chính trị (khóa XI)',
  'Chỉ thị số 103-CT/TW (khóa XII)',
  'Nghị định số 30/2020/NĐ-CP của Chính phủ',
  'Nghị quyết Trung ương 4 khóa XII',
];
const citations = findCitations(WORDS.join('.\n'), { publishedOn: null });
const { rows } = registerOf(
  [{ ...ARTICLE, mentions: citations.map((citation) => ({ ...citation, block: 0 })) }],
  [entry('de-an:Đề án 6', { title: 'Về trật tự đô thị' })],
);
const found = (typed: string, clues = NO_CLUES) => likelyDocuments(rows, clues, typed).map(({ id }) => id);

describe('the documents that may be meant', () => {
  it.each([
    ['ct 03', 'chi-thi:03-CT/TW#XI'],
    ['chi thi 03', 'chi-thi:03-CT/TW#XI'],
    ['CHỈ THỊ SỐ 03', 'chi-thi:03-CT/TW#XI'],
    ['03 bct', 'chi-thi:03-CT/TW#XI'],
    ['nd 30', 'nghi-dinh:30/2020/NĐ-CP'],
    ['nq trung uong', 'nghi-quyet:HNTW4-K12'],
    ['trat tu do thi', 'de-an:Đề án 6'],
  ])('are found by what people type: %s', (typed, id) => {
    expect(found(typed)[0]).toBe(id);
  });

  it('come with what is read in the words first, then by how often the article cites them, then the rest', () => {
    const read = ['nghi-quyet:HNTW4-K12'];
    const cited = new Map([['nghi-dinh:30/2020/NĐ-CP', 1], ['chi-thi:103-CT/TW#XII', 2]]); // prettier-ignore
    expect(found('', { read, cited }).slice(0, 3)).toEqual([
      'nghi-quyet:HNTW4-K12',
      'chi-thi:103-CT/TW#XII',
      'nghi-dinh:30/2020/NĐ-CP',
    ]);
    expect(found('luật')).toEqual([]);
  });

  it('have the number that is typed before those that only hold its figures', () => {
    const cited = new Map([['chi-thi:103-CT/TW#XII', 5]]);
    expect(found('ct 03', { read: [], cited })).toEqual(['chi-thi:03-CT/TW#XI', 'chi-thi:103-CT/TW#XII']);
  });
});

describe('a document that is typed', () => {
  const typed = (words: string, entries = [] as Parameters<typeof typedDocument>[2]) =>
    typedDocument(words, ARTICLE, entries);

  it('goes by its key, of the term that is said, else of that in which the article appeared', () => {
    expect(typed('chỉ thị 03-ct/tw khóa XI').id).toBe('chi-thi:03-CT/TW#XI');
    expect(typed('CT 03-CT/TW').id).toBe('chi-thi:03-CT/TW#XIII');
    expect(typed('Nghị định 30/2020/NĐ-CP')).toEqual(entry('nghi-dinh:30/2020/NĐ-CP', {}));
  });

  it('keeps the day, the issuer and the subject that stand there', () => {
    expect(typed('Chỉ thị số 07-CT/HU ngày 12/3/2025 của Huyện ủy Suối Mơ về trật tự đô thị')).toMatchObject({
      ...{ id: 'chi-thi:07-CT/HU#XIII.suoi-mo', issuerName: 'Huyện ủy Suối Mơ', issuedOn: '2025-03-12' },
      title: 'Về trật tự đô thị',
    });
    expect(typed('Luật Đất đai 2024').title).toBe('Luật Đất đai 2024');
  });

  it('is the one that it was merged into', () => {
    const merged = entry('chi-thi:03-CT/TW#XIII', { aliasOf: 'chi-thi:03-CT/TW#XI' });
    expect(typed('Chỉ thị 03-CT/TW', [merged]).id).toBe('chi-thi:03-CT/TW#XI');
  });

  it('has only a name where no number can be read, or several', () => {
    for (const words of ['Đề án sắp xếp  chợ #2', 'chi thi 03', 'Chỉ thị 03-CT/TW và Nghị quyết 57-NQ/TW']) {
      const document = typed(words);
      expect(hasOnlyName(document)).toBe(true);
      expect(document.title).toBe(words.replace(/ +/gu, ' '));
    }
    expect(typed('Đề án sắp xếp  chợ #2').id).toBe('de-an:Đề án sắp xếp chợ 2');
    expect(hasOnlyName(typed('Chỉ thị 03-CT/TW về chợ'))).toBe(false);
  });
});
