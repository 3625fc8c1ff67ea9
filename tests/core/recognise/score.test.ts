import { describe, expect, test } from 'vitest';
import { rates, score, total, type GoldRows, type Predicted } from '../../bench/recognise-score';

type GoldCitation = GoldRows['citations'][number];
type GoldTask = GoldRows['tasks'][number];

const citation = (canonical: string, text: string, more: Partial<GoldCitation> = {}): GoldCitation => ({
  ...{ start: 0, end: 1, text, canonical, class: 'numbered', borderline: false },
  ...more,
});
const task = (text: string, more: Partial<GoldTask> = {}): GoldTask => ({
  ...{ start: 0, end: 1, text, responsible: null, deadline: null, borderline: false },
  ...more,
});
const found = (
  text: string,
  responsible: string | null = null,
  iso: string | null = null,
): Predicted['tasks'][number] => ({ text, responsible, deadline: iso === null ? null : { iso } });

const citations = (gold: GoldCitation[], predicted: [canonical: string, text: string][]) =>
  score(
    { citations: gold, tasks: [] },
    { citations: predicted.map(([canonical, text]) => ({ canonical, text })), tasks: [] },
  ).citations;
const tasks = (gold: GoldTask[], predicted: Predicted['tasks']) =>
  score({ citations: [], tasks: gold }, { citations: [], tasks: predicted });

describe('citations', () => {
  test('count by key, as often as they occur', () => {
    const gold = [citation('chi-thi:05-CT/TW', 'a'), citation('chi-thi:05-CT/TW', 'b')];
    expect(citations(gold, [['chi-thi:05-CT/TW', 'x']])).toEqual({ tp: 1, fp: 0, fn: 1 });
    const three: [string, string][] = [
      ['chi-thi:05-CT/TW', 'x'],
      ['chi-thi:05-CT/TW', 'y'],
      ['chi-thi:05-CT/TW', 'z'],
    ];
    expect(citations(gold, three)).toEqual({ tp: 2, fp: 1, fn: 0 });
  });

  test('dashes, case, spaces and Unicode forms of a key do not matter', () => {
    const gold = [citation('ke-hoach:155-KH/ĐUK', 'a')];
    expect(citations(gold, [['ke-hoach:155\u2013kh/đuk'.normalize('NFD'), 'a']]).tp).toBe(1);
  });

  test('titled and borderline rows are neither missed nor wrong', () => {
    const gold = [
      citation('de-an:x', 'Đề án vị trí việc làm', { class: 'titled' }),
      citation('de-an:06', 'Đề án 06', { borderline: true }),
    ];
    expect(citations(gold, [])).toEqual({ tp: 0, fp: 0, fn: 0 });
    const pieces: [string, string][] = [
      ['de-an:y', 'Đề án vị trí'],
      ['de-an:06', 'bất kỳ'],
    ];
    expect(citations(gold, pieces)).toEqual({ tp: 0, fp: 0, fn: 0 });
    expect(citations(gold, [['luat:x-2020', 'Luật X năm 2020']]).fp).toBe(1);
  });
});

describe('tasks', () => {
  test('match from half of their words on', () => {
    // 3 words of 6 are common, then 2 of 6.
    expect(tasks([task('a b c d e f')], [found('a b c')]).tasks).toEqual({ tp: 1, fp: 0, fn: 0 });
    expect(tasks([task('a b c d e f')], [found('a b')]).tasks).toEqual({ tp: 0, fp: 1, fn: 1 });
  });

  test('the likest pair wins; a second prediction of the same row is wrong', () => {
    const result = tasks(
      [task('a b c d', { responsible: 'Sở Y tế' })],
      [found('a b c', 'Sở Nội vụ'), found('a b c d', 'Sở Y tế')],
    );
    expect(result.tasks).toEqual({ tp: 1, fp: 1, fn: 0 });
    expect(result.responsible).toEqual({ right: 1, all: 1 });
  });

  test('pieces of a borderline row are free', () => {
    const gold = [task('a b c d e f g h', { borderline: true })];
    expect(tasks(gold, [found('b c')]).tasks).toEqual({ tp: 0, fp: 0, fn: 0 });
    expect(tasks(gold, []).tasks).toEqual({ tp: 0, fp: 0, fn: 0 });
    expect(tasks(gold, [found('x y')]).tasks.fp).toBe(1);
  });

  test('responsible: one name may be within the other; rows without one are not counted', () => {
    const gold = [task('a b', { responsible: 'Các Đảng ủy trực thuộc' }), task('c d')];
    const name = (responsible: string | null) =>
      tasks(gold, [found('a b', responsible), found('c d', 'ai đó')]).responsible;
    expect(name('đảng ủy trực thuộc')).toEqual({ right: 1, all: 1 });
    expect(name('Ban Tổ chức')).toEqual({ right: 0, all: 1 });
    expect(name(null)).toEqual({ right: 0, all: 1 });
  });

  test('deadline: the day counts; rows without a day are not counted', () => {
    const due = (iso: string | null) => ({ deadline: { text: 't', iso } });
    const gold = [task('a b', due('2025-06-30')), task('c d', due(null)), task('e f', due('2025-12-31'))];
    const predicted = [
      found('a b', null, '2025-06-30'),
      found('c d', null, '2025-01-01'),
      found('e f', null, '2025-12-30'),
    ];
    expect(tasks(gold, predicted).deadline).toEqual({ right: 1, all: 2 });
  });
});

test('totals sum the counts, not the rates', () => {
  const one = tasks([task('a b')], [found('a b')]);
  const two = tasks([task('a b'), task('c d'), task('e f')], [found('x y')]);
  const sum = total([one, two]);
  expect(sum.tasks).toEqual({ tp: 1, fp: 1, fn: 3 });
  expect(rates(sum.tasks)).toEqual({ P: 0.5, R: 0.25, F1: 1 / 3 });
  expect(rates({ tp: 0, fp: 0, fn: 0 })).toEqual({ P: 0, R: 0, F1: 0 });
});
