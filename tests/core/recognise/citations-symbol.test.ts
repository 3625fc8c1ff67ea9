import { describe, expect, test } from 'vitest';
import { findCitations } from '#core/recognise/citations';
import { displayForm } from '#core/recognise/citations/display';
import { parseSymbol } from '#core/recognise/citations/symbol';

describe('a typed number', () => {
  test.each([
    ['03-ct/tw', { id: '03-CT/TW', number: '03', year: null, typeCode: 'CT', issuer: 'TW' }],
    [' 3 – CT / TƯ ', { id: '03-CT/TW', number: '03', year: null, typeCode: 'CT', issuer: 'TW' }],
    ['749/qđ-ttg', { id: '749/QĐ-TTg', number: '749', year: null, typeCode: 'QĐ', issuer: 'TTg' }],
    ['30/2020/nđ-cp', { id: '30/2020/NĐ-CP', number: '30', year: '2020', typeCode: 'NĐ', issuer: 'CP' }],
    ['31/2024/QH15', { id: '31/2024/QH15', number: '31', year: '2024', typeCode: null, issuer: 'QH15' }],
    ['2390/BTTTT-THH', { id: '2390/BTTTT-THH', number: '2390', year: null, typeCode: null, issuer: 'BTTTT' }],
    ['08-QĐi/TW', { id: '08-QĐ/TW', number: '08', year: null, typeCode: 'QĐi', issuer: 'TW' }],
  ])('%j', (typed, symbol) => {
    expect(parseSymbol(typed)).toEqual(symbol);
  });

  test.each([
    '',
    '03',
    '15/10',
    '12/15',
    '2021-2025',
    'COVID-19',
    '03-CT/TW và',
    'chỉ thị 03-CT/TW',
    '5-xyz/tw',
  ])('%j is none', (typed) => {
    expect(parseSymbol(typed)).toBeNull();
  });
});

describe('as official writing cites it', () => {
  test.each([
    [
      'Chỉ thị số 9- CT/TW, ngày 02/03/2014 của Bộ Chính trị',
      'Chỉ thị số 09-CT/TW ngày 2/3/2014 của Bộ Chính trị',
    ],
    ['chỉ thị 9-ct/tw', 'Chỉ thị số 09-CT/TW'],
    ['NQ TW4 khóa 11', 'Nghị quyết Trung ương 4 (khóa XI)'],
    ['NQ TW 4', 'Nghị quyết Trung ương 4'],
    ['Nghị quyết Đại hội 12 của Đảng', 'Nghị quyết Đại hội lần thứ XII của Đảng'],
    ['Nghị quyết Đảng bộ Khối khóa 12', 'Nghị quyết Đại hội Đảng bộ Khối lần thứ XII'],
    ['Luật Đất đai 2024', 'Luật Đất đai 2024'],
  ])('%s', (written, shown) => {
    expect(findCitations(written, { publishedOn: null }).map(displayForm)).toEqual([shown]);
  });
});
