import { describe, expect, test } from 'vitest';
import { sourceOfAddress } from '#core/text/agencies';
import { type AssembledArticle, assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import { isAltLine, splitCredit } from '#core/text/captions';
import { linesOfText } from '#core/text/lines';
import { normaliseText, toneOnFirstVowel } from '#core/text/normalise';
import { withoutEndMark } from '#core/text/paragraphs';
import { bylineOf, cutPrefix, sourceLine } from '#core/text/sources';

function articleOf(text: string): AssembledArticle {
  const article = assembleArticle(linesOfText(normaliseText(text)), NOTHING_KNOWN);
  if (article === null) throw new Error('no article');
  return article;
}
const bodyOf = (article: AssembledArticle) => article.blocks.map((block) => block.text);

const FIRST =
  'Xã Tân Phú vừa hoàn thành tuyến đường dài 4,2 km nối hai thôn vùng cao với trung tâm huyện lỵ.';
const SECOND =
  'Tuyến đường do nhân dân góp công, Nhà nước hỗ trợ xi măng; mỗi hộ góp trung bình 12 ngày công lao động.';

test('normalising changes no spelling and leaves no invisible letters', () => {
  expect(normaliseText('\uFEFFÐảng\u200B bộ\u00A0xã\r\nUỷ ban\u00AD')).toBe('Đảng bộ xã\nUỷ ban');
  expect(normaliseText('a\uD800b\u202Ec')).toBe('a\uFFFDbc');
  expect(toneOnFirstVowel('Uỷ ban, khoá, hoà, quý, toàn, thuỷ, khoẻ')).toBe(
    'Ủy ban, khóa, hòa, quý, toàn, thủy, khỏe',
  );
});

test('only the end mark is cut', () => {
  expect(withoutEndMark('quốc tế.../.')).toBe('quốc tế...');
  expect(withoutEndMark('quốc tế…/.')).toBe('quốc tế…');
  expect(withoutEndMark('trong Đảng./.')).toBe('trong Đảng.');
  expect(withoutEndMark('trong Đảng/.')).toBe('trong Đảng.');
  expect(withoutEndMark('xem tại https://bao.example/.')).toBe('xem tại https://bao.example/.');
  expect(withoutEndMark('các. dự án')).toBe('các. dự án');
});

describe('sources', () => {
  test.each([
    ['NDO - Ngày 9/1, xã họp.', 'Báo Nhân Dân điện tử'],
    ['TPO – Sáng 9/4, xã họp.', 'Tiền Phong Online'],
    ['(Chinhphu.vn) – Sáng 9/4, xã họp.', 'Báo Điện tử Chính phủ'],
    ['VOV.VN - Sáng 9/4, xã họp.', 'VOV'],
    ['(TTXVN) Sáng 9/4, xã họp.', 'TTXVN'],
    ['QĐND Online – Sáng 9/4, xã họp.', 'Quân đội nhân dân'],
    ['GD&TĐ - Sáng 9/4, xã họp.', 'Giáo dục và Thời đại'],
    ['Kinhtedothi - Sáng 9/4, xã họp.', 'Kinh tế & Đô thị'],
    ['(Mặt trận) - Sáng 9/4, xã họp.', 'Tạp chí Mặt trận'],
    ['BXYZ - Sáng 9/4, xã họp.', 'BXYZ'],
  ])('%s', (lead, source) => {
    expect(cutPrefix(lead)).toMatchObject({ source, rest: lead.slice(lead.search(/Ngày|Sáng/)) });
  });

  test.each([
    'HĐND - UBND xã họp.',
    'UBND - cơ quan chấp hành',
    'TW - địa phương',
    'Kinh tế - xã hội phát triển.',
    '(1) - việc thứ nhất',
    'Hà Nội - Sáng 9/4, xã họp.',
    'COVID-19 đã lùi xa.',
  ])('%s carries no sign', (lead) => {
    expect(cutPrefix(lead)).toEqual({ rest: lead, prefix: null, source: null });
  });

  test('a source line names a source; a sentence does not', () => {
    expect(sourceLine('Theo Báo điện tử Tân Phú')).toBe('Báo điện tử Tân Phú');
    expect(sourceLine('Nguồn: tanphu.gov.vn')).toBe('tanphu.gov.vn');
    expect(sourceLine('(Theo TTXVN)')).toBe('TTXVN');
    expect(sourceLine('Theo đó, xã đã họp')).toBeNull();
    expect(sourceLine('Theo ông Nguyễn Văn A')).toBeNull();
    expect(sourceLine('Theo Nghị quyết này, xã đã họp.')).toBeNull();
  });

  test('a writer is named by a label or stands alone', () => {
    expect(bylineOf('Bài, ảnh: Minh Hà')).toBe('Minh Hà');
    expect(bylineOf('Tin và ảnh: Lan Anh - Thu Hà')).toBe('Lan Anh - Thu Hà');
    expect(bylineOf('PV')).toBe('PV');
    expect(bylineOf('Ủy ban nhân dân xã')).toBeNull();
  });

  test('a host is a paper that is known, or itself', () => {
    expect(sourceOfAddress('http://www.vietnamplus.vn/a.vnp')).toBe('VietnamPlus');
    expect(sourceOfAddress('https://m.tuoitre.vn/a.htm')).toBe('Tuổi Trẻ Online');
    expect(sourceOfAddress('https://xa-tan-phu.example/a')).toBe('xa-tan-phu.example');
    expect(sourceOfAddress('https://constructor/a')).toBe('constructor');
  });
});

describe('captions', () => {
  test.each([
    ['Lễ khánh thành (Ảnh: HM)', 'Lễ khánh thành', 'HM'],
    ['Lễ khánh thành. (Ảnh: Lê Bắc/TTXVN)', 'Lễ khánh thành.', 'Lê Bắc/TTXVN'],
    ['Lễ khánh thành - Ảnh: VGP/Nhật Bắc', 'Lễ khánh thành', 'VGP/Nhật Bắc'],
    ['Lễ khánh thành. Ảnh: Minh Hà', 'Lễ khánh thành.', 'Minh Hà'],
    ['Lễ khánh thành | Nguồn ảnh: tanphu.vn', 'Lễ khánh thành', 'tanphu.vn'],
    ['Lễ khánh thành (Ảnh TTXVN)', 'Lễ khánh thành', 'TTXVN'],
    ['Lễ khánh thành (Ảnh minh họa)', 'Lễ khánh thành (Ảnh minh họa)', null],
  ])('%s', (line, text, credit) => {
    expect(splitCredit(line)).toEqual({ text, credit });
  });

  test('a sentence of the body is none', () => {
    expect(splitCredit('Bài, ảnh: Minh Hà')).toBeNull();
    expect(splitCredit('Hình ảnh: điều cần suy nghĩ của mỗi người dân.')).toBeNull();
    const text = `Tên bài\n\n${FIRST}\n\nĐồng chí Nguyễn Văn A, Bí thư Đảng ủy xã, chủ trì hội nghị.\n\nCác đại biểu dự hội nghị đã thảo luận.\n\nDự hội nghị có các đồng chí: Trần Văn B, Lê Thị C.\n\n${SECOND}`;
    expect(articleOf(text).captions).toEqual([]);
  });

  test('below its photo a credit belongs to the line before it', () => {
    const article = articleOf(`Tên bài\n\n${FIRST}\n\nNgười dân làm đường\nẢnh: Minh Hà\n\n${SECOND}`);
    expect(article.captions).toEqual([{ text: 'Người dân làm đường', credit: 'Minh Hà', before: 1 }]);
  });

  test('a label may stand before what is to be seen', () => {
    const article = articleOf(
      `Tên bài\n\n${FIRST}\n\nẢnh: Chủ tịch xã trao đổi với người dân thôn Hạ\n\n${SECOND}`,
    );
    expect(article.captions).toMatchObject([
      { text: 'Chủ tịch xã trao đổi với người dân thôn Hạ', credit: null },
    ]);
  });

  test('alternative text is the title with or without a number', () => {
    expect(isAltLine('Tên của bài viết này ảnh 1', 'Tên của bài viết này')).toBe(true);
    expect(isAltLine('Tên của bài viết này - Ảnh 2.', 'Tên của bài viết này')).toBe(true);
    expect(isAltLine('Tên của bài viết này được đọc', 'Tên của bài viết này')).toBe(false);
  });
});

describe('boilerplate', () => {
  test('a box of headlines inside the article goes, the article goes on', () => {
    const text = `Tên bài\n\n${FIRST}\n\nTin liên quan\n\nXã bên làm cầu\n\nHuyện khen thưởng 12 hộ\n\n${`${SECOND} `.repeat(4)}\n\n${FIRST}`;
    const article = articleOf(text);
    expect(bodyOf(article)).toHaveLength(3);
    expect(article.removed.map((line) => line.text)).toEqual([
      'Tin liên quan',
      'Xã bên làm cầu',
      'Huyện khen thưởng 12 hộ',
    ]);
  });

  test('never so much is cut that less than 40 % of the text remains', () => {
    const others = Array.from(
      { length: 12 },
      (_, index) => `Bản tin dài số ${index} của tuần này. ${SECOND}`,
    );
    const article = articleOf(['Tên bài', FIRST, 'Tin liên quan', ...others].join('\n\n'));
    expect(bodyOf(article).length).toBeGreaterThan(10);
  });

  test('old and new tone placement are the same word', () => {
    const article = articleOf(`Tên bài\n\n${FIRST}\n\n${SECOND}\n\nTừ khoá: đường, xã`);
    expect(article.removed).toEqual([{ before: 2, text: 'Từ khoá: đường, xã', reason: 'widget' }]);
  });
});

describe('paragraphs', () => {
  test('without blank lines every line is one', () => {
    expect(
      bodyOf(articleOf(`Tên bài\n${FIRST}\n${SECOND}\nMùa mưa năm nay đường đã thông suốt.`)),
    ).toHaveLength(3);
  });

  test('two spaces part them in a single line, a slip of the typist does not', () => {
    expect(bodyOf(articleOf(`Tên bài\n${FIRST}  ${SECOND}  Mỗi thôn  một đội.`))).toEqual([
      FIRST,
      SECOND,
      'Mỗi thôn một đội.',
    ]);
  });

  test('a lead is told by the dateline of the paragraph after it', () => {
    const article = articleOf(`Tên bài\n\n${FIRST}\n\nSáng 5/1/2020, xã họp.\n\n${SECOND}`);
    expect(article.dek).toBe(FIRST);
    expect(bodyOf(article)).toEqual(['Sáng 5/1/2020, xã họp.', SECOND]);
  });
});
