import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#core/export/csv';

/** What RFC 4180 says that a file holds, with our separator: written after its grammar, not after our code. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/uy;
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    records.push(record);
    record = [];
  }
  return records;
}

const MARK = '\uFEFF';

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and ends each row with a carriage return and a line feed', () => {
    expect(
      csvOf([
        ['TT', 'Nội dung'],
        ['1', 'a'],
      ]),
    ).toBe(`${MARK}TT;Nội dung\r\n1;a\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u00a0@x', '＝1+1', '－1'])(
    'keeps %j from running',
    (cell) => {
      const [[read] = []] = recordsOf(csvOf([[cell]]).slice(1));
      expect(read).toBe(`'${cell}`);
    },
  );

  it.each(['a=b', 'trang 3 - 5', 'x@y.vn', "'=1", ' a', '95%'])('leaves %j as it is', (cell) => {
    expect(recordsOf(csvOf([[cell]]).slice(1))).toEqual([[cell]]);
  });

  it('is read back whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'";,\r\n\'=-+@ \tộđ😀a1') }).map((text) => `x${text}`);
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(recordsOf(csvOf(rows).slice(1))).toEqual(rows);
      }),
    );
  });
});
