import { describe, expect, test } from 'vitest';
import { typedDeadline } from '#core/typed-deadline';

const TODAY = '2026-05-14';
const deadlineOf = (typed: string) => {
  const read = typedDeadline(typed, TODAY);
  return read.is === 'wrong' ? 'wrong' : read.deadline;
};

describe('a deadline that is typed', () => {
  test.each([
    ['30/6/2026', '2026-06-30', 'by'],
    ['30-6-26', '2026-06-30', 'by'],
    [' 30.6.2026 ', '2026-06-30', 'by'],
    ['ngày 30/6', '2026-06-30', 'by'],
    ['trước ngày 30/6', '2026-06-30', 'before'],
    ['20/4', '2026-04-20', 'by'],
    ['15/1', '2027-01-15', 'by'],
    ['quý III/2026', '2026-09-30', 'period'],
    ['quý III', '2026-09-30', 'period'],
    ['q3/2026', '2026-09-30', 'period'],
    ['quý I', '2027-03-31', 'period'],
    ['tháng 9/2026', '2026-09-30', 'period'],
    ['9/2026', '2026-09-30', 'period'],
    ['tháng 2', '2027-02-28', 'period'],
    ['trước quý IV/2026', '2026-09-30', 'before'],
    ['năm 2027', '2027-12-31', 'period'],
    ['6 tháng cuối năm 2026', '2026-12-31', 'period'],
    ['hết năm 2026', '2026-12-31', 'period'],
  ])('%s is %s', (typed, iso, kind) => {
    expect(deadlineOf(typed)).toMatchObject({ iso, kind });
  });

  test('keeps the words where they say more than a day', () => {
    expect(deadlineOf('quý III/2026')).toMatchObject({ text: 'quý III/2026' });
    expect(deadlineOf('30/6/2026')).toMatchObject({ text: '' });
  });

  test('in February of a leap year ends on its last day', () => {
    expect(typedDeadline('tháng 2', '2027-05-14')).toMatchObject({ deadline: { iso: '2028-02-29' } });
  });

  test('may be words that name no day', () => {
    expect(deadlineOf('sau đại hội')).toEqual({ text: 'sau đại hội', iso: null, kind: 'event' });
    expect(deadlineOf('khi có kinh phí')).toEqual({ text: 'khi có kinh phí', iso: null, kind: 'event' });
  });

  test('is none when nothing is typed', () => {
    expect(deadlineOf('  ')).toBeNull();
  });

  test.each(['31/2/2026', '32/1', '12', '2026-99', '5/13/2026'])('%s is no day', (typed) => {
    expect(deadlineOf(typed)).toBe('wrong');
  });

  test('is the same typed in decomposed letters', () => {
    expect(deadlineOf('quý III/2026'.normalize('NFD'))).toEqual(deadlineOf('quý III/2026'));
  });
});
