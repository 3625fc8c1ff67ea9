import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation';
import { asksForNothing, fits, type AnnotationFilter } from '#core/annotation-filter';

const ANNOTATION: Annotation = {
  id: '00000000-0000-4000-8000-000000000001',
  articleId: '0123456789abcdef',
  revision: 1,
  kind: 'task',
  colour: 'mauve',
  tags: ['Đảng/Chỉ thị', 'Kinh tế'],
  note: 'xem lại',
  target: { start: 0, end: 8, quote: { exact: 'Hội nghị', prefix: '', suffix: '' } },
  anchor: 'moved',
  // Noon of the person's own 1 May, whatever the time zone is.
  createdAt: new Date(2016, 4, 1, 12).toISOString(),
  updatedAt: new Date(2016, 4, 1, 12).toISOString(),
};

const PASSING: AnnotationFilter = {
  articleIds: ['0123456789abcdef'],
  tags: ['đảng'],
  kinds: ['task', 'target'],
  colours: ['mauve'],
  anchors: ['moved'],
  withNote: true,
  from: '2016-05-01',
  to: '2016-05-01',
};

const FAILING: AnnotationFilter = {
  articleIds: ['fedcba9876543210'],
  tags: ['Đảng/Chỉ thị/Số 3', 'Kinh'],
  kinds: ['target'],
  colours: ['blue'],
  anchors: ['exact', 'orphan'],
  withNote: false,
  from: '2016-05-02',
  to: '2016-04-30',
};

describe('a filter of annotations', () => {
  it('lets through that for which everything holds', () => {
    expect(fits(ANNOTATION, PASSING)).toBe(true);
  });

  it.each(Object.entries(FAILING))('keeps back that for which %s alone does not hold', (name, value) => {
    expect(fits(ANNOTATION, { ...PASSING, [name]: value })).toBe(false);
  });

  it('asks for nothing with an empty list', () => {
    const nothing = { articleIds: [], tags: [], kinds: [], colours: [], anchors: [] };
    expect(fits(ANNOTATION, nothing)).toBe(true);
    expect(asksForNothing(nothing)).toBe(true);
    expect(asksForNothing({ ...nothing, withNote: false })).toBe(false);
  });

  it('counts a moment to the day that the person’s clock showed', () => {
    const at = (hour: number, minute: number) => ({
      ...ANNOTATION,
      createdAt: new Date(2016, 4, 1, hour, minute).toISOString(),
    });
    const day = { from: '2016-05-01', to: '2016-05-01' };
    expect([fits(at(0, 0), day), fits(at(23, 59), day), fits(at(24, 0), day)]).toEqual([true, true, false]);
  });
});
