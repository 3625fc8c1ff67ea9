import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignBlocks, pinsBetween, type AlignPin, type Alignment } from '#core/align';
import { makeTarget } from '#core/anchor';
import { blockStarts, textOf, type Article } from '#core/article';
import type { Pin } from '#core/pin';
import { generated } from '../bench/material';
import { twoYears } from './align-material';

const told = ({ pairs }: Alignment) => pairs.map(({ left, right, kind }) => [left, right, kind]);

describe('paragraphs', () => {
  const opening = 'Sáng 7/1, Tỉnh ủy Lam Khê tổ chức hội nghị tổng kết công tác năm 2024.';
  const target = 'Phấn đấu trên 80% hồ sơ được giải quyết trực tuyến toàn trình.';
  const flag = 'Cùng ngày, Ban Thường vụ trao Cờ thi đua cho 12 tập thể.';

  it('are the same when only case, tone placement, dashes, quotes and spaces differ', () => {
    const left = ['Uỷ ban hoà giải “xã Nà Tâu”, 2020 – 2025', 'KẾT QUẢ NỔI BẬT'];
    const right = ['Ủy ban hòa giải "xã  Nà Tâu", 2020 - 2025'.normalize('NFD'), 'Kết quả nổi bật'];
    expect(alignBlocks(left, right).pairs).toEqual([
      { left: 0, right: 0, kind: 'same', score: 1, pinned: false },
      { left: 1, right: 1, kind: 'same', score: 1, pinned: false },
    ]);
  });

  it('are reworded when only numbers and days changed', () => {
    const right = [opening.replace('7/1', '8/1').replace('2024', '2025'), target.replace('80%', '95%')];
    const { pairs } = alignBlocks([opening, target], right);
    expect(pairs.map(({ kind }) => kind)).toEqual(['reworded', 'reworded']);
    for (const { score } of pairs) {
      expect(score).toBeGreaterThan(0.85);
      expect(score).toBeLessThan(1);
    }
  });

  it('are reworded, if only just, when nothing but a mark changed', () => {
    const [pair] = alignBlocks([opening], [opening.replace('.', '!')]).pairs;
    expect(pair).toMatchObject({ kind: 'reworded', score: 0.999 });
  });

  it('that changed places are found again, those that are gone or new stand alone', () => {
    const left = [opening, target, 'Công tác dân vận được quan tâm ở các thôn, bản vùng cao.'];
    const right = [flag, opening, 'Một đoạn mới về an toàn dữ liệu của tỉnh.', left[2] ?? ''];
    const alignment = alignBlocks([...left, flag], right);
    expect(told(alignment)).toEqual([
      [0, 1, 'same'],
      [2, 3, 'same'],
      [3, 0, 'moved'],
    ]);
    expect(alignment.onlyLeft).toEqual([1]);
    expect(alignment.onlyRight).toEqual([2]);
  });

  it('that cite one document belong together although little else is left', () => {
    const left = ['Mở đầu.', 'Kiểm tra 28 đơn vị về Chỉ thị số 05 – CT/TW.', 'Kết thúc hội nghị.'];
    const right = ['Sau hai năm có Chỉ thị 05-CT/TW, cán bộ xã đến sớm hơn.', 'Một việc khác hẳn.'];
    expect(told(alignBlocks(left, right))).toEqual([[1, 0, 'reworded']]);
  });

  it('split in two are paired with the larger half', () => {
    const [first, second] = [
      'Đoàn kiểm tra làm việc với các đơn vị sự nghiệp về quản lý tài sản công, mua sắm và đấu thầu;',
      'Kết quả gửi Huyện ủy.',
    ];
    const alignment = alignBlocks([`${first} ${second}`], [second, first]);
    expect(told(alignment)).toEqual([[0, 1, 'reworded']]);
    expect(alignment.onlyRight).toEqual([0]);
  });

  it('that no text has are aligned with nothing', () => {
    expect(alignBlocks([], ['một'])).toEqual({ pairs: [], onlyLeft: [], onlyRight: [0] });
    expect(alignBlocks([], [])).toEqual({ pairs: [], onlyLeft: [], onlyRight: [] });
  });
});

/** Paragraphs of few words: many are equal or nearly so. */
const paragraph = fc
  .array(
    fc.constantFrom('kiểm tra', 'giám sát', 'chi bộ', '80%', 'Hoà', 'hòa', '14-CT/TU', 'đảng phí', '.'),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));
const article = fc.array(paragraph, { maxLength: 9 });
const pins = fc.array(
  fc.record({ left: fc.nat({ max: 9 }), right: fc.nat({ max: 9 }), together: fc.boolean() }),
  { maxLength: 5 },
);

describe('any two articles', () => {
  it('have every paragraph in one pair or alone, and pairs in order of the left', () => {
    fc.assert(
      fc.property(article, article, pins, (left, right, said) => {
        const { pairs, onlyLeft, onlyRight } = alignBlocks(left, right, said);
        const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);
        expect(sorted([...pairs.map((pair) => pair.left), ...onlyLeft])).toEqual([...left.keys()]);
        expect(sorted([...pairs.map((pair) => pair.right), ...onlyRight])).toEqual([...right.keys()]);
        expect(pairs.map((pair) => pair.left)).toEqual(sorted(pairs.map((pair) => pair.left)));
        const inPlace = pairs.filter(({ kind }) => kind !== 'moved').map((pair) => pair.right);
        expect(inPlace).toEqual(sorted(inPlace));
        for (const { kind, score } of pairs) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          if (kind === 'same') expect(score).toBe(1);
          if (kind === 'reworded') expect(score).toBeLessThan(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('give the same result turned round when they are turned round', () => {
    fc.assert(
      fc.property(article, article, pins, (left, right, said) => {
        // A text against itself has no side that comes first; what a person said of it may be settled either way.
        fc.pre(left.join('\n') !== right.join('\n') || left.length !== right.length || said.length === 0);
        const turned = alignBlocks(
          right,
          left,
          said.map((pin) => ({ ...pin, left: pin.right, right: pin.left })),
        );
        const back = turned.pairs
          .map((pair) => ({ ...pair, left: pair.right, right: pair.left }))
          .sort((a, b) => a.left - b.left);
        expect({ pairs: back, onlyLeft: turned.onlyRight, onlyRight: turned.onlyLeft }).toEqual(
          alignBlocks(left, right, said),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('do as the person said: pinned together they are a pair, pinned apart they are none', () => {
    fc.assert(
      fc.property(article, article, pins, (left, right, said) => {
        // One word for each paragraph, so that none contradicts another.
        const once: AlignPin[] = [];
        for (const pin of said) {
          const isNew = once.every((other) => other.left !== pin.left && other.right !== pin.right);
          if (isNew && pin.left < left.length && pin.right < right.length) once.push(pin);
        }
        const { pairs } = alignBlocks(left, right, once);
        for (const pin of once) {
          const pair = pairs.find((each) => each.left === pin.left && each.right === pin.right);
          if (pin.together) expect(pair?.pinned).toBe(true);
          else expect(pair).toBeUndefined();
        }
        expect(pairs.filter(({ pinned }) => pinned)).toHaveLength(once.filter((pin) => pin.together).length);
      }),
      { numRuns: 400 },
    );
  });

  it('that are one and the same are the same paragraph by paragraph', () => {
    fc.assert(
      fc.property(article, (texts) => {
        expect(told(alignBlocks(texts, texts))).toEqual(texts.map((_, at) => [at, at, 'same']));
      }),
    );
  });
});

describe('pins', () => {
  const { article: left } = generated(1);
  const { article: right } = generated(2);
  const end = (of: Article, block: number) => {
    const start = blockStarts(of.blocks)[block] ?? 0;
    const span = { start, end: start + (of.blocks[block]?.text.length ?? 0) };
    return { articleId: of.id, revision: of.revision, target: makeTarget(textOf(of), span) };
  };
  const pin = (id: string, one: Pin['left'], other: Pin['right']): Pin => ({
    id,
    left: one,
    right: other,
    together: true,
    createdAt: '2026-01-05T01:15:00.000Z',
  });

  it('count whichever way round they were set, and those of other articles do not', () => {
    const set = [
      pin('1', end(left, 1), end(right, 2)),
      pin('2', end(right, 3), end(left, 0)),
      pin('3', end(left, 1), end(generated(3).article, 2)),
    ];
    expect(pinsBetween(set, left, right)).toEqual([
      { id: '1', left: 1, right: 2, together: true },
      { id: '2', left: 0, right: 3, together: true },
    ]);
  });

  it('follow their paragraph into a new revision, and end with it', () => {
    const set = [pin('1', end(left, 1), end(right, 2)), pin('2', end(left, 0), end(right, 0))];
    const revised: Article = {
      ...left,
      revision: 2,
      blocks: [{ kind: 'paragraph', text: 'Một đoạn mới ở đầu bài.' }, ...left.blocks.slice(1)],
    };
    expect(pinsBetween(set, revised, right)).toEqual([{ id: '1', left: 1, right: 2, together: true }]);
  });
});

interface Labelled {
  left: string[];
  right: string[];
  /** Numbers of paragraphs from 1. */
  pairs: [left: number, right: number, kind: string][];
}

/** Of conferences, plans and reports that a person labelled: how much is right of what is found, and found of what is right. */
function measured(cases: readonly Labelled[]) {
  let [right, found, wanted, kinds] = [0, 0, 0, 0];
  for (const labelled of cases) {
    const wantedKinds = new Map(labelled.pairs.map(([l, r, kind]) => [`${l}-${r}`, kind]));
    const { pairs } = alignBlocks(labelled.left, labelled.right);
    const hits = pairs.filter((pair) => wantedKinds.has(`${pair.left + 1}-${pair.right + 1}`));
    right += hits.length;
    kinds += hits.filter(
      (pair) => wantedKinds.get(`${pair.left + 1}-${pair.right + 1}`) === pair.kind,
    ).length;
    found += pairs.length;
    wanted += labelled.pairs.length;
  }
  return { precision: right / found, recall: right / wanted, kinds: kinds / right };
}

describe('two years of real work', () => {
  const folder = join(import.meta.dirname, '../fixtures/comparisons');
  const labelled = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Labelled,
  );

  it('are aligned as a person would: nine pairs in ten are right, and nineteen in twenty are found', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(5);
    const { precision, recall, kinds } = measured(labelled);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(kinds).toBeGreaterThanOrEqual(0.95);
  });

  it('are aligned without a mistake where words are rare, also when a third of them changed', () => {
    const { left, right, pairs } = twoYears(7, 120);
    const found = alignBlocks(left, right).pairs.map((pair) => `${pair.left}-${pair.right}`);
    expect(new Set(found)).toEqual(pairs);
  });
});
