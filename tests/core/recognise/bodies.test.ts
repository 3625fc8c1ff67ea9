import { describe, expect, it } from 'vitest';
import { findBodies } from '#core/recognise/bodies';

const names = (text: string) => findBodies(text, []).map(({ name }) => name);
const person = (text: string) =>
  findBodies(text, [])
    .filter(({ is }) => is === 'person')
    .map(({ name, role }) => [name, role]);

describe('bodies', () => {
  it('are as long as their names are, with what they are for and whose they are', () => {
    expect(
      names('Bộ Văn hóa, Thể thao và Du lịch phối hợp Sở Y tế tỉnh An Định và Ban Tổ chức Trung ương.'),
    ).toEqual(['Bộ Văn hóa, Thể thao và Du lịch', 'Sở Y tế tỉnh An Định', 'Ban Tổ chức Trung ương']);
    expect(names('Giao Bộ Nội vụ, Bộ Tài chính và Ngân hàng Nhà nước Việt Nam.')).toEqual([
      'Bộ Nội vụ',
      'Bộ Tài chính',
      'Ngân hàng Nhà nước Việt Nam',
    ]);
    expect(names('Ban Chỉ đạo Phòng, chống tham nhũng họp; Quân khu 4 dự.')).toEqual([
      'Ban Chỉ đạo Phòng chống tham nhũng',
      'Quân khu 4',
    ]);
  });

  it('have one name however they are written', () => {
    for (const written of [
      'BCH Đảng bộ tỉnh An Định',
      'Ban chấp hành Đảng bộ tỉnh An Định',
      'BAN CHẤP HÀNH ĐẢNG BỘ TỈNH AN ĐỊNH',
    ])
      expect(names(`${written} họp.`)).toEqual(['Ban Chấp hành Đảng bộ tỉnh An Định']);
    for (const written of [
      'Ủy ban Kiểm tra TW',
      'Uỷ ban Kiểm tra T.Ư',
      'UBKT Trung ương',
      'Ủy ban Kiểm tra TƯ',
    ])
      expect(names(`${written} họp.`)).toEqual(['Ủy ban Kiểm tra Trung ương']);
    expect(names('Sở GD&ĐT và Sở Giáo dục và Đào tạo')).toEqual([
      'Sở Giáo dục và Đào tạo',
      'Sở Giáo dục và Đào tạo',
    ]);
    expect(names('Ban Thường vụ Huyện ủy'.normalize('NFD'))).toEqual(['Ban Thường vụ Huyện ủy']);
  });

  it('are completed where the article names them in full, and left where two go on differently', () => {
    const [, short, within] = findBodies('Huyện ủy Tân Hòa họp. Huyện ủy giao Ban Tổ chức Huyện ủy.', []);
    expect(short).toMatchObject({ text: 'Huyện ủy', name: 'Huyện ủy Tân Hòa' });
    expect(within?.name).toBe('Ban Tổ chức Huyện ủy Tân Hòa');
    expect(names('Huyện ủy Tân Hòa, Huyện ủy Phước Sơn. Huyện ủy họp.').at(-1)).toBe('Huyện ủy');
  });

  it('are no codes in numbers, no words of the language and no names over the end of a paragraph', () => {
    expect(names('Hướng dẫn số 26-HD/BTCTW nêu: các bộ, ngành, ban chấp hành chi hội, đảng bộ.')).toEqual([]);
    expect(names('Đảng bộ đoàn kết. Văn phòng họp. Công an đến.')).toEqual([]);
    expect(names('dự họp tại Tỉnh ủy\nAn Định đón bão')).toEqual(['Tỉnh ủy']);
  });

  it('give back the exact words of the text', () => {
    const text = 'Sáng 3/5, UBND  tỉnh An Định – đơn vị chủ trì.'.normalize('NFD');
    const [found] = findBodies(text, []);
    expect(found?.text).toBe('UBND  tỉnh An Định'.normalize('NFD'));
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });
});

describe('people', () => {
  it('have the offices before their names', () => {
    expect(person('Phát biểu, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Nguyễn Văn An yêu cầu.')).toEqual([
      ['Nguyễn Văn An', 'Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy'],
    ]);
    expect(person('nguyên Giám đốc Sở Y tế tỉnh Phú Giang, đồng chí Sơn Minh Hà')).toEqual([
      ['Sơn Minh Hà', 'nguyên Giám đốc Sở Y tế tỉnh Phú Giang'],
    ]);
    expect(person('Chủ tịch UBND tỉnh Nghệ An Thái Thanh Bình dự')).toEqual([
      ['Thái Thanh Bình', 'Chủ tịch UBND tỉnh Nghệ An'],
    ]);
    expect(person('Bộ trưởng Nội vụ Lê Thị Mai trả lời')).toEqual([['Lê Thị Mai', 'Bộ trưởng Nội vụ']]);
  });

  it('have the offices behind their names, which are not those of the next person', () => {
    expect(
      person(
        'Dự có các đồng chí: Trần Văn Bình, Bí thư Huyện ủy, Chủ tịch HĐND huyện; Lê Thị Mai, Phó Bí thư Huyện ủy.',
      ),
    ).toEqual([
      ['Trần Văn Bình', 'Bí thư Huyện ủy, Chủ tịch HĐND huyện'],
      ['Lê Thị Mai', 'Phó Bí thư Huyện ủy'],
    ]);
  });

  it('are known again by their given names', () => {
    expect(person('Ông Trần Văn Bình nói. Theo ông Bình, cần làm sớm. Ông Cường không nói.')).toEqual([
      ['Trần Văn Bình', null],
      ['Trần Văn Bình', null],
    ]);
  });

  it('are no places, schools or streets', () => {
    expect(
      person('Trường THPT Trần Quốc Tuấn trên đường Nguyễn Văn Linh, TP Hồ Chí Minh, tỉnh Lâm Đồng.'),
    ).toEqual([]);
    expect(person('Học tập tư tưởng Hồ Chí Minh.')).toEqual([['Hồ Chí Minh', null]]);
  });
});

describe('the dictionary', () => {
  const entry = { name: 'Đảng ủy Khối các trường', is: 'body', aliases: ['ĐUK', 'Đảng uỷ khối'] } as const;

  it('wins over the rules, by name and by alias, whatever the case and the place of the tone', () => {
    const found = findBodies('Đảng ủy Khối họp, ĐUK kết luận; khối đảng ủy.', [
      { ...entry, aliases: [...entry.aliases] },
    ]);
    expect(found.map(({ text, name }) => [text, name])).toEqual([
      ['Đảng ủy Khối', entry.name],
      ['ĐUK', entry.name],
    ]);
  });

  it('gives way to a longer name', () => {
    const [found] = findBodies('Ban Thường vụ Đảng ủy Khối họp.', [
      { ...entry, aliases: [...entry.aliases] },
    ]);
    expect(found?.text).toBe('Ban Thường vụ Đảng ủy Khối');
  });

  it('names people, and says what is a person', () => {
    const found = findBodies('Bí thư Tỉnh ủy Y Krông nói; Y Krông đồng ý.', [
      { name: 'Y Krông Niê', is: 'person', aliases: ['Y Krông'] },
    ]);
    expect(found.filter(({ is }) => is === 'person')).toEqual([
      expect.objectContaining({ name: 'Y Krông Niê', text: 'Y Krông', role: 'Bí thư Tỉnh ủy' }),
      expect.objectContaining({ name: 'Y Krông Niê', role: null }),
    ]);
  });

  it('joins what the rules name in full with an entry that has it as an alias', () => {
    const [found] = findBodies('UBND tỉnh An Định', [
      { name: 'Tỉnh An Định', is: 'body', aliases: ['Ủy ban nhân dân tỉnh An Định'] },
    ]);
    expect(found?.name).toBe('Tỉnh An Định');
  });
});

it('takes time that grows with the text only', () => {
  const text = 'Bí thư Tỉnh ủy An Định Nguyễn Văn An, Ban Thường vụ, Ban Chấp hành Đảng bộ '.repeat(4000);
  const timeOf = (part: string): number => {
    const begin = performance.now();
    findBodies(part, []);
    return performance.now() - begin;
  };
  timeOf(text);
  expect(timeOf(text)).toBeLessThan(40 * Math.max(4, timeOf(text.slice(0, text.length / 10))));
  expect(timeOf('Nguyễn '.repeat(40_000))).toBeLessThan(4000);
  expect(timeOf('Ban Thường vụ '.repeat(20_000))).toBeLessThan(4000);
});
