import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedFigures } from '#core/align/figures';
import type { Article } from '#core/article';
import { compareArticles, Comparison, sharedCitations } from '#core/comparison';
import { generated } from '../bench/material';

const { left, right } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/comparisons/year-end.json'), 'utf8'),
) as { left: string[]; right: string[] };

const articleOf = (seed: number, texts: readonly string[]): Article => ({
  ...generated(seed).article,
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
});

describe('two articles', () => {
  const comparison = compareArticles(articleOf(1, left), articleOf(2, right), []);

  it('are counted: every paragraph is in one of the counts', () => {
    const { counts } = comparison;
    expect(counts).toEqual({ same: 3, reworded: 7, moved: 0, onlyLeft: 5, onlyRight: 3 });
    expect(2 * (counts.same + counts.reworded + counts.moved) + counts.onlyLeft + counts.onlyRight).toBe(
      left.length + right.length,
    );
    expect(Comparison.safeParse(comparison).success).toBe(true);
  });

  it('are as like as what they share, all of it or nothing', () => {
    expect(comparison.likeness).toBeGreaterThan(0.3);
    expect(comparison.likeness).toBeLessThan(0.6);
    const one = articleOf(1, left);
    expect(compareArticles(one, one, []).likeness).toBe(1);
    expect(compareArticles(one, articleOf(2, ['Một chuyện khác.']), []).likeness).toBe(0);
  });

  it('tell the figures that changed, each with what took its place', () => {
    const told = comparison.changedFigures.map(({ left: at, before, after, kind }) => [
      at + 1,
      kind,
      before,
      after,
    ]);
    expect(told).toContainEqual([1, 'date', '7/1', '8/1']);
    expect(told).toContainEqual([1, 'number', '42', '57']);
    expect(told).toContainEqual([9, 'date', '30/6/2025', '30/4/2026']);
    expect(told).toContainEqual([10, 'percent', '80%', '95%']);
    expect(told).toContainEqual([9, 'code', '', '31-KL/TU']);
    // What stays is none of them.
    expect(told.flat()).not.toContain('100%');
    expect(told.flat()).not.toContain('14-CT/TU');
  });

  it('tell the phrases and the documents that both have', () => {
    expect(comparison.sharedPhrases.map(({ text }) => text)).toContain(
      'giao Sở Nội vụ chủ trì, phối hợp Văn phòng Tỉnh ủy',
    );
    expect(comparison.sharedCitations).toEqual([
      { code: '14-CT/TU', left: 1, right: 1 },
      { code: '09-NQ/TU', left: 1, right: 1 },
    ]);
  });
});

describe('figures', () => {
  const changed = (before: string, after: string) =>
    changedFigures([before], [after], [{ left: 0, right: 0, score: 0.5 }]).map((change) => [
      change.kind,
      change.before,
      change.after,
    ]);

  it.each([
    ['Hoàn thành trong quý III.', 'Hoàn thành trong quý II.', [['date', 'quý III', 'quý II']]],
    ['Nhiệm kỳ 2020-2025', 'Nhiệm kỳ 2025-2030', [['date', '2020-2025', '2025-2030']]],
    [
      'Đạt 1.204 đảng viên, 30%.',
      'Đạt 1.390 đảng viên, 32%.',
      [
        ['number', '1.204', '1.390'],
        ['percent', '30%', '32%'],
      ],
    ],
    ['Theo Chỉ thị 35 – CT/TW.', 'Theo Chỉ thị số 35-CT/TW.', []],
    ['1. Kiểm tra 4 chi bộ', '3. Kiểm tra 4 chi bộ', []],
    ['Giao 12 tập thể, 30 cá nhân', 'Giao 30 cá nhân, 12 tập thể', []],
  ])('%s → %s', (before, after, told) => {
    expect(changed(before, after)).toEqual(told);
  });
});

describe('documents', () => {
  it('are one however their codes are written', () => {
    expect(
      sharedCitations(
        ['Chỉ thị số 5 – CT/TƯ và Chỉ thị 05-CT/TW; Nghị định 30/2020/NĐ-CP.'],
        ['Chỉ thị số 05- ct/ tw, Quyết định 749/QĐ-TTg; Nghị định 30/2020/NĐ-CP, 30/2020/NĐ-CP.'],
      ),
    ).toEqual([
      { code: '5-CT/TƯ', left: 2, right: 1 },
      { code: '30/2020/NĐ-CP', left: 1, right: 2 },
    ]);
  });

  it('are no days, terms, ratios or words with a hyphen', () => {
    const text = [
      'Ngày 9/1/2023, nhiệm kỳ 2020-2025, 12/15 xã, kinh tế-xã hội, COVID-19, năm 2014 - Hội nghị.',
    ];
    expect(sharedCitations(text, text)).toEqual([]);
  });
});
