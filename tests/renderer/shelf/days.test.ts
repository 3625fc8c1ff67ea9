import { afterEach, describe, expect, test } from 'vitest';
import { daysText, parseDays } from '../../../renderer/shelf/days';
import { i18next, speak } from '../../../renderer/strings/i18n';

afterEach(() => speak('vi'));

describe('days of a filter', () => {
  test.each([
    ['1/7/24', '2024-07-01', '2024-07-01'],
    ['01-07-2024', '2024-07-01', '2024-07-01'],
    ['2/2024', '2024-02-01', '2024-02-29'],
    [' 12/2023 ', '2023-12-01', '2023-12-31'],
    ['2023', '2023-01-01', '2023-12-31'],
  ])('“%s” is from %s to %s', (typed, from, to) => {
    expect(parseDays(typed)).toEqual({ from, to });
  });

  test.each(['', '31/6/2024', '13/2024', '0/2024', '24', 'hôm qua', '1/7/2024/5'])(
    '“%s” is none',
    (typed) => {
      expect(parseDays(typed)).toBeNull();
    },
  );

  test.each([
    ['2023-01-01', '2023-12-31', '2023', '2023'],
    ['2024-02-01', '2024-02-29', '02/2024', '02/2024'],
    ['2024-07-01', '2024-07-01', '01/07/2024', '01/07/2024'],
    ['2024-07-01', '2025-01-02', '01/07/2024–02/01/2025', '01/07/2024–02/01/2025'],
    ['2024-07-01', null, 'từ 01/07/2024', 'since 01/07/2024'],
    [null, '2024-07-01', 'đến 01/07/2024', 'until 01/07/2024'],
  ])('from %s to %s is said in few words', (from, to, vietnamese, english) => {
    const t = i18next.t.bind(i18next);
    expect(daysText({ from, to }, t)).toBe(vietnamese);
    speak('en');
    expect(daysText({ from, to }, t)).toBe(english);
  });
});
