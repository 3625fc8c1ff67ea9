import { describe, expect, it } from 'vitest';
import { TagChange, foldedTag, isWithin, leafOf, parentOf, tidyTag } from '#core/tag';

describe('the name of a tag', () => {
  it('parts levels with a stroke', () => {
    expect([parentOf('Đảng/Chỉ thị/Số 3'), leafOf('Đảng/Chỉ thị/Số 3')]).toEqual(['Đảng/Chỉ thị', 'Số 3']);
    expect([parentOf('Đảng'), leafOf('Đảng')]).toEqual([null, 'Đảng']);
    expect(isWithin('Đảng/Chỉ thị', 'Đảng')).toBe(true);
    expect(isWithin('Đảng viên', 'Đảng')).toBe(false);
  });

  it('has no empty levels and no spaces at the ends of them', () => {
    expect(tidyTag(' / Đảng // Chỉ thị /')).toBe('Đảng/Chỉ thị');
    expect(tidyTag(' / ')).toBe('');
  });

  it('is one in any spelling, but not without its marks', () => {
    expect(foldedTag('KINH TẾ / Lúa'.normalize('NFD'))).toBe(foldedTag('kinh tế/lúa'));
    expect(foldedTag('Đ')).not.toBe(foldedTag('D'));
    expect(foldedTag('kinh tế')).not.toBe(foldedTag('kinh te'));
  });
});

describe('a change of tags', () => {
  it('keeps the order of the codebook when it names none', () => {
    expect(TagChange.parse({ put: [], drop: [], annotations: [] }).order).toEqual([]);
  });
});
