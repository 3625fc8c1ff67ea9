import { expect, it } from 'vitest';
import type { BodyEntry } from '#core/body';
import {
  addAlias,
  mergeBodies,
  removeAlias,
  removeBody,
  renameBody,
  setBodyKind,
} from '#core/body-dictionary';

const KHOI: BodyEntry = { name: 'Đảng ủy Khối', is: 'body', aliases: ['ĐUK'] };
const MAI: BodyEntry = { name: 'Lê Thị Mai', is: 'person', aliases: [] };

it('a name that is changed stays as a way to write it', () => {
  expect(renameBody([KHOI], KHOI, 'Đảng ủy Khối các trường')).toEqual([
    { name: 'Đảng ủy Khối các trường', is: 'body', aliases: ['ĐUK', 'Đảng ủy Khối'] },
  ]);
  expect(renameBody([], { name: 'UBND', is: 'body' }, 'Ủy ban')).toEqual([
    { name: 'Ủy ban', is: 'body', aliases: ['UBND'] },
  ]);
  expect(renameBody([KHOI], KHOI, 'Đảng uỷ khối')).toEqual([{ ...KHOI, name: 'Đảng uỷ khối' }]);
});

it('a name that another entry has joins the two, in the place of the first', () => {
  const other: BodyEntry = { name: 'Khối', is: 'body', aliases: ['K'] };
  expect(renameBody([KHOI, MAI, other], other, 'Đảng uỷ Khối')).toEqual([
    { ...KHOI, aliases: ['ĐUK', 'Khối', 'K'] },
    MAI,
  ]);
  expect(mergeBodies([MAI, KHOI], { name: 'Bà Mai', is: 'person' }, MAI)).toEqual([
    { ...MAI, aliases: ['Bà Mai'] },
    KHOI,
  ]);
});

it('each way to write a name belongs to one entry, once', () => {
  expect(addAlias([KHOI, MAI], MAI, 'đuk')).toEqual([
    { ...KHOI, aliases: [] },
    { ...MAI, aliases: ['đuk'] },
  ]);
  expect(addAlias([KHOI], KHOI, 'đuk')).toEqual([KHOI]);
  expect(removeAlias([KHOI], KHOI, 'ĐUK')).toEqual([{ ...KHOI, aliases: [] }]);
});

it('the kind changes, and an entry goes', () => {
  expect(setBodyKind([KHOI], { name: 'Y Krông', is: 'body' }, 'person')).toEqual([
    KHOI,
    { name: 'Y Krông', is: 'person', aliases: [] },
  ]);
  expect(removeBody([KHOI, MAI], KHOI.name)).toEqual([MAI]);
});
