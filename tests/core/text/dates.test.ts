import { describe, expect, test } from 'vitest';
import { dateLine, eventDays, isoDay, writtenDay } from '#core/text/days';
import { publicationOf } from '#core/text/publication';

describe('a line that is nothing but a date', () => {
  test.each([
    ["Thứ Sáu, 15/8/2014 9:40'(GMT+7)", '2014-08-15'],
    ['Thứ sáu 24/10/2025 13:52', '2025-10-24'],
    ['Thứ năm, 30/05/2024 11:24 (GMT+7)', '2024-05-30'],
    ['08/08/2022 10:11 SA', '2022-08-08'],
    ['Thứ tư, 24 Tháng 7 2013 14:55', '2013-07-24'],
    ['Ngày đăng: 07/08/2017 - 09:08', '2017-08-07'],
    ['Ngày cập nhật: 20/01/2021', '2021-01-20'],
    ['Ngày phát hành: 19/01/2020', '2020-01-19'],
    ['08:21, ngày 16-04-2021', '2021-04-16'],
    ['09:03 29/01/2025', '2025-01-29'],
    ['18 thg 11, 2025', '2025-11-18'],
    ['07/12/2024, 15:18', '2024-12-07'],
    ['Chủ nhật, ngày 3 tháng Mười hai năm 2023, 20 giờ 15 phút', '2023-12-03'],
    ['2019-03-01 08:00', '2019-03-01'],
    ['Cập nhật lúc 9h30 | 01.02.2018 | 1.204 lượt xem', '2018-02-01'],
  ])('%s', (line, day) => {
    const found = dateLine(line);
    expect(found?.rest).toBe('');
    expect(found === null ? null : isoDay(found.day)).toBe(day);
  });

  test.each([
    'Ngày 15/8/2014, xã họp bàn',
    '15/8/2014: khởi công',
    'Giai đoạn 2015 - 2020',
    '31/2/2020',
    'Năm 2020',
  ])('%s is not one', (line) => {
    expect(dateLine(line)?.rest ?? null).not.toBe('');
  });
});

test('days in the text: every way of writing them, the last day of a range', () => {
  const days = (text: string) => eventDays(text).map(({ day }) => [day.day, day.month, day.year]);
  expect(days('Sáng 24-9, tại xã')).toEqual([[24, 9, null]]);
  expect(days('Chiều 9.8, tại xã')).toEqual([[9, 8, null]]);
  expect(days('Ngày 24-1-2025, tại xã')).toEqual([[24, 1, 2025]]);
  expect(days('Tối ngày 28-6, tại xã')).toEqual([[28, 6, null]]);
  expect(days('Trong hai ngày 5-6/1, tại xã')).toEqual([[6, 1, null]]);
  expect(days('Sáng nay (10.10), tại xã')).toEqual([[10, 10, null]]);
  expect(days('Ngày 5 tháng 3 năm 2020, tại xã')).toEqual([[5, 3, 2020]]);
  expect(days('Ngày 9,5 triệu đồng; ngày 1.500 lượt; ngày 40/5')).toEqual([]);
  expect(writtenDay('họp ngày 29/2/2023')).toBeNull();
});

describe('the year of a day that is written without one', () => {
  const NOTHING = { explicit: null, url: null, title: 'Xã họp', dek: null, captions: [] };
  const on = (paragraphs: string[], more: object = {}) =>
    publicationOf({ ...NOTHING, ...more, paragraphs }).publishedOn;

  test('no older than a document it cites; a deadline in the same breath is not the day of the document', () => {
    const event = 'Sáng 8/1, xã tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026.';
    const cited = 'Đảng ủy quán triệt Chỉ thị số 14-CT/TU, ngày 5/3/2028 của Tỉnh ủy.';
    const due =
      'Các chi bộ tự kiểm tra Chỉ thị số 14-CT/TU, gửi kết quả trước ngày 15/7/2026, chậm nhất ngày 20/7/2026.';
    expect(on([event, cited])).toBe('2029-01-08');
    expect(on([event, due])).toBe('2026-01-08');
  });

  test('the address of the page comes first', () => {
    const text = ['Ngày 5/3, xã bàn nhiệm vụ năm 2019.'];
    expect(on(text, { url: 'https://a.vn/2021/03/bai.html' })).toBe('2021-03-05');
    expect(on(text, { url: 'https://a.vn/202003/bai.html' })).toBe('2020-03-05');
    expect(on(text, { url: 'https://a.vn/bai-20180305101112.htm' })).toBe('2018-03-05');
    expect(on(text, { url: 'https://a.vn/bai-364564.vnp' })).toBe('2019-03-05');
  });

  test('tasks of a year, half years, quarters, full dates, then any year', () => {
    expect(on(['Ngày 5/1, xã tổng kết năm 2021, bàn nhiệm vụ năm 2022.'])).toBe('2022-01-05');
    expect(on(['Ngày 9/7, xã sơ kết 6 tháng đầu năm 2021, nhắc lại việc của năm 2022.'])).toBe('2021-07-09');
    expect(on(['Ngày 9/4, xã bàn kế hoạch quý II/2021.'])).toBe('2021-04-09');
    expect(on(['Ngày 9/4, xã kỷ niệm 10 năm thành lập (11/4/2007 – 11/4/2017).'])).toBe('2017-04-09');
    expect(on(['Ngày 9/4, xã bàn việc trồng rừng năm 2018.'])).toBe('2018-04-09');
    expect(on(['Ngày 9/4, xã họp.', 'Đông đủ.', 'Chưa rõ.', 'Vụ xuân năm 2016 được mùa.'])).toBe(
      '2016-04-09',
    );
  });

  test('the day of a document that is cited is not the day of the event; years since then are counted', () => {
    expect(
      on(['Ngày 19.4, Vụ họp đánh giá hai năm thực hiện Quyết định số 206/QĐ-TTg ngày 11.2.2021.']),
    ).toBe('2023-04-19');
    expect(on(['Sáng 5/3, huyện tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW ngày 22/11/2014.'])).toBe(
      '2024-03-05',
    );
    expect(
      on([
        'Ngày 3/4, Sở họp quán triệt Quyết định số 12/QĐ-UBND ngày 20/1/2020.',
        'Các phòng hoàn thành trước ngày 30/6/2023.',
      ]),
    ).toBe('2023-04-03');
  });

  test('the year before, when it is summed up in December; the year after, when it is in January', () => {
    expect(on(['Ngày 20/12, xã tổng kết năm 2021, bàn nhiệm vụ năm 2022.'])).toBe('2021-12-20');
    expect(on(['Sáng 9/1, xã tổng kết công tác năm 2021.'])).toBe('2022-01-09');
  });

  test('terms, periods, horizons and document numbers are no years', () => {
    const terms = 'nhiệm kỳ 2020-2025, giai đoạn 2021 - 2030, tầm nhìn đến năm 2045, Nghị định 30/2018/NĐ-CP';
    expect(on([`Ngày 9/4, xã bàn ${terms}, vụ xuân năm 2019.`])).toBe('2019-04-09');
    expect(on(['Ngày 9/4, xã họp bàn việc nhiệm kỳ 2020-2025.'])).toBeNull();
  });

  test('no earlier than a document that is cited', () => {
    expect(
      on(['Ngày 18/7, xã bàn việc năm 2013.', 'Xã thực hiện Chỉ thị số 36-CT/TW, ngày 30/5/2014.']),
    ).toBe('2014-07-18');
    expect(
      on(['Ngày 18/4, xã bàn việc năm 2013.', 'Xã thực hiện Chỉ thị số 36-CT/TW, ngày 30/5/2014.']),
    ).toBe('2015-04-18');
  });

  test('the dateline is neither a deadline nor the day of a document', () => {
    const text =
      'Thực hiện Chỉ thị số 36-CT/TW, ngày 30/5/2014, xã phải làm xong trước ngày 1/9. Sáng 18/7/2014, xã họp.';
    expect(publicationOf({ ...NOTHING, paragraphs: [text] })).toEqual({
      publishedOn: '2014-07-18',
      dateConfidence: 'dateline-full',
      dateEvidence: 'Sáng 18/7/2014',
    });
  });

  test('without a year the words of the dateline are kept and no day is made up', () => {
    expect(publicationOf({ ...NOTHING, paragraphs: ['Ngày 5/3, xã họp.'] })).toEqual({
      publishedOn: null,
      dateConfidence: 'none',
      dateEvidence: 'Ngày 5/3',
    });
  });
});
