import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOf } from '#core/search/leaf';
import { LONGEST_QUERY, parseQuery, type ProblemCode, type QueryNode } from '#core/search/query';
import { scannedText } from '#core/search/scan';

const PLAIN = { marks: 'auto', isTyping: false } as const;

/** A query as its parts: words in brackets of their fields. */
function shown(node: QueryNode): string {
  switch (node.is) {
    case 'words':
      return node.leaf.kind === 'near'
        ? `near${String(node.leaf.within)}(${node.text})`
        : `${node.fields.length === 3 ? '' : `${node.fields.join()}:`}“${node.text}”`;
    case 'filter':
      return JSON.stringify(node.filter);
    case 'without':
      return `not ${shown(node.part)}`;
    case 'all':
    case 'any':
      return `${node.is}(${node.parts.map(shown).join(' ')})`;
  }
}

function read(query: string): string {
  const parsed = parseQuery(query, PLAIN);
  if (!parsed.ok) return parsed.problem.code;
  return parsed.query === null ? '' : shown(parsed.query);
}

function found(query: string, text: string): string[] {
  const parsed = parseQuery(query, PLAIN);
  if (!parsed.ok || parsed.query?.is !== 'words') throw new Error(query);
  return spansOf(parsed.query.leaf, scannedText(text)).map(({ start, end }) => text.slice(start, end));
}

describe('a query', () => {
  it.each([
    ['', ''],
    ['chỉ thị 05', '“chỉ thị 05”'],
    ['"chỉ thị" đảng ủy', 'all(“chỉ thị” “đảng ủy”)'],
    ['a; b + c AND d', 'all(“a” “b” “c” “d”)'],
    ['a | b c OR d', 'any(“a” “b c” “d”)'],
    ['a; b | c; d', 'any(all(“a” “b”) all(“c” “d”))'],
    ['a; (b | c)', 'all(“a” any(“b” “c”))'],
    ['a -b', 'all(“a” not “b”)'],
    ['NOT a', 'not “a”'],
    ['Hà Nội-Huế - Đà Nẵng', '“Hà Nội-Huế - Đà Nẵng”'],
    ['a NEAR/5 b c', 'near5(a … b c)'],
    ['“đảng ủy” NEAR “chỉ thị”', 'near10(đảng ủy … chỉ thị)'],
    ['tiêu-đề:hội nghị', 'title:“hội nghị”'],
    ['ghi-chu:"xem lại" x', 'all(note:“xem lại” “x”)'],
    ['nguồn:"Báo Ví dụ"', '{"by":"source","text":"Báo Ví dụ"}'],
    ['NĂM:2023..2025', '{"by":"year","from":2023,"to":2025}'],
    ['year:..2025', '{"by":"year","from":0,"to":2025}'],
    ['loại:nhiệm-vụ', '{"by":"kind","kind":"task"}'],
    ['kind:note', '{"by":"kind","kind":"note"}'],
    ['văn-bản:"03-CT/TW"', '{"by":"document","text":"03-CT/TW"}'],
    ['Điều 5:nội dung', '“Điều 5:nội dung”'],
  ])('“%s” is understood', (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  it.each<[string, ProblemCode]>([
    ['"chỉ thị', 'open-quote'],
    ['(a', 'open-bracket'],
    ['a)', 'stray-bracket'],
    ['a OR', 'nothing-beside'],
    ['NOT', 'nothing-beside'],
    ['""', 'nothing-beside'],
    ['nhãn:(a)', 'nothing-in-field'],
    ['năm:20', 'bad-year'],
    ['năm:2025..2023', 'bad-year'],
    ['loại:gì-đó', 'bad-kind'],
    ['a NEAR năm:2023', 'near-needs-words'],
    ['a NEAR/51 b', 'near-too-far'],
    ['a '.repeat(65), 'too-many-words'],
    ['a'.repeat(LONGEST_QUERY + 1), 'too-long'],
  ])('“%.20s” is refused with a reason', (query, code) => {
    expect(read(query)).toBe(code);
  });

  it('is answered or refused for any text at all, and soon', () => {
    const piece = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      ';',
      'OR',
      'NEAR/3',
      'năm:',
      'a',
      '*',
      ' ',
      'NOT ',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (query) => {
          const parsed = parseQuery(query, { marks: 'auto', isTyping: true });
          if (!parsed.ok) {
            expect(parsed.problem.start).toBeGreaterThanOrEqual(0);
            expect(parsed.problem.end).toBeLessThanOrEqual(query.length);
          }
        },
      ),
    );
  });

  it('finds a number with and without its zero, and with “số” before it', () => {
    const text = 'Chỉ thị 05, Chỉ thị số 5, Chỉ thị số 05-CT/TW, Chỉ thị 15';
    expect(found('chi thi 5', text)).toEqual(['Chỉ thị 05', 'Chỉ thị số 5', 'Chỉ thị số 05']);
    expect(found('05 ct tw', text)).toEqual(['05-CT/TW']);
  });

  it('finds what is also written in another way, unless it is quoted, and tells which', () => {
    const text = 'UBND tỉnh và Ủy ban nhân dân tỉnh';
    expect(found('UBND tỉnh', text)).toEqual(['UBND tỉnh', 'Ủy ban nhân dân tỉnh']);
    expect(found('uy ban nhan dan tinh', text)).toEqual(['UBND tỉnh', 'Ủy ban nhân dân tỉnh']);
    expect(found('"UBND tỉnh"', text)).toEqual(['UBND tỉnh']);
    const parsed = parseQuery('UBND tỉnh', PLAIN);
    expect(parsed).toMatchObject({ ok: true, query: { otherWays: ['Ủy ban nhân dân'] } });
  });

  it('takes a star for any end of a word', () => {
    expect(found('nghi* quyết', 'Nghị quyết, nghiêm quyết')).toEqual(['Nghị quyết', 'nghiêm quyết']);
  });
});
