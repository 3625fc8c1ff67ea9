import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation';
import { NO_FACTS } from '#core/task';
import type { TaskRow } from '#core/task-list';
import { patchOf, typedForm } from '../../../renderer/tasks/cell-values';

const NAMES = new Map([
  ['luat:a', 'Luật Đất đai'],
  ['luat:b', 'Luật Đất đai'],
  ['chi-thi:07', 'Chỉ thị số 07'],
]);
const nameOf = (id: string) => NAMES.get(id) ?? id;

const row: TaskRow = {
  annotation: {} as Annotation,
  facts: { ...NO_FACTS, basis: [...NAMES.keys()] },
  state: 'notDue',
  block: 0,
};
const basisFrom = (typed: string) => patchOf(row, 'basis', typed, { today: '2026-05-14', nameOf })?.basis;

test('two documents of one name both stay when a third is typed', () => {
  const typed = `${typedForm(row, 'basis', nameOf)}; Kế hoạch số 12`;
  expect(basisFrom(typed)).toEqual([...NAMES.keys(), 'Kế hoạch số 12']);
});

test('a name that is taken out takes one of them, and typed once more it is no other document', () => {
  expect(basisFrom('Luật Đất đai; Chỉ thị số 07')).toEqual(['luat:a', 'chi-thi:07']);
  expect(basisFrom('Chỉ thị số 07; Chỉ thị số 07')).toEqual(['chi-thi:07']);
});
