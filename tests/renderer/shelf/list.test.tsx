import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { articleBytes, importText, type Opened } from '../../main/store/support';
import { chooseFor, chooseList, itemOf, listed, openWindow, shelf } from '../window';

const titled =
  (...titles: string[]) =>
  async (library: Opened) => {
    for (const title of titles) await importText(library, title);
  };

test('an empty library shows the ways in; the samples bring a list in groups with two articles side by side', async () => {
  const { user } = await openWindow();
  expect(screen.getByRole('heading', { name: 'Mang bài đầu tiên vào thư viện' })).toBeVisible();
  expect(screen.queryByRole('complementary')).toBeNull();

  await user.click(screen.getByRole('button', { name: /^Xem thư viện mẫu/u }));
  await waitFor(() => {
    expect(listed()).toEqual([
      '# Đang mở 2',
      'Triển khai nhiệm vụ năm 2025: Lấy kỷ cương làm gốc',
      'Tỉnh ủy Lam Khê: Rõ người, rõ việc, rõ thời hạn trong năm 2026',
      '# Tháng 1/2026 1',
      'Ủy ban Kiểm tra Tỉnh ủy Lam Khê công bố chương trình giám sát năm 2026',
      '# Tháng 11/2025 1',
      'Ban Tổ chức Tỉnh ủy hướng dẫn kiểm điểm, xếp loại cuối năm 2025',
      '# Tháng 10/2025 1',
      'Lam Khê phát động phong trào “Mỗi chi bộ một việc dân vận khéo”',
    ]);
  });
  for (const [pane, title] of [
    ['Ngăn A', 'Triển khai nhiệm vụ năm 2025: Lấy kỷ cương làm gốc'],
    ['Ngăn B', 'Tỉnh ủy Lam Khê: Rõ người, rõ việc, rõ thời hạn trong năm 2026'],
  ] as const) {
    const region = screen.getByRole('region', { name: pane });
    expect(await within(region).findByRole('heading', { name: title })).toBeVisible();
  }
  expect(within(shelf()).getByRole('status')).toHaveTextContent('5 bài đã nhập');
});

test('the list is filtered without diacritics, and shows everything again when the filter is taken away', async () => {
  const { user } = await openWindow({
    prepare: titled('Đảng ủy xã', 'Dân vận khéo', 'Chi bộ và công tác Đảng'),
  });
  await user.keyboard('/');
  expect(screen.getByRole('searchbox', { name: 'Lọc theo tên bài, nguồn, thẻ' })).toHaveFocus();
  await user.keyboard('dang');
  await waitFor(() =>
    expect(listed()).toEqual(['# Chưa rõ ngày 2', 'Chi bộ và công tác Đảng', 'Đảng ủy xã']),
  );
  await user.keyboard(' zz');
  expect(await screen.findByText('Không có bài nào khớp với bộ lọc.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  expect(listed()).toHaveLength(4);
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('the list is sorted by title in Vietnamese order, and remembers it', async () => {
  const titles = ['Ân nghĩa', 'Đất đai', 'Ăn ở', 'An cư', 'Dân số'];
  const opened = await openWindow({ prepare: titled(...titles) });
  await chooseList(opened, 'Tên bài');
  expect(listed()).toEqual(['An cư', 'Ăn ở', 'Ân nghĩa', 'Dân số', 'Đất đai']);
  await waitFor(async () => {
    const { workspace } = await opened.library.call('library.snapshot', {});
    expect(workspace.sort).toBe('title');
  });
});

test('an article goes into the trash and comes back from there, and undo does the same', async () => {
  const opened = await openWindow({ prepare: titled('Bài một', 'Bài hai') });
  const { user, articleOf } = opened;
  await chooseFor(opened, 'Bài một', 'Chuyển vào thùng rác');
  await waitFor(() => expect(listed()).toEqual(['# Chưa rõ ngày 1', 'Bài hai']));
  expect((await articleOf('Bài một')).removedAt).not.toBeNull();

  await chooseList(opened, 'Thùng rác');
  expect(listed()).toEqual(['# Thùng rác 1', 'Bài một']);
  // What lies in the trash is not opened by a click.
  await user.click(itemOf('Bài một'));
  expect(screen.queryByRole('heading', { level: 2, name: 'Bài một' })).toBeNull();
  await chooseFor(opened, 'Bài một', 'Khôi phục');
  expect(await screen.findByText('Thùng rác trống.')).toBeVisible();
  expect((await articleOf('Bài một')).removedAt).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Hoàn tác: khôi phục 1 bài' }));
  await waitFor(() => expect(listed()).toEqual(['# Thùng rác 1', 'Bài một']));
  await user.click(screen.getByRole('button', { name: 'Hoàn tác: chuyển 1 bài vào thùng rác' }));
  await waitFor(() => expect(listed()).toEqual([]));
  expect((await articleOf('Bài một')).removedAt).toBeNull();
});

test('the pane lets go of an article that goes into the trash; a library with nothing else is welcomed again', async () => {
  const opened = await openWindow({ prepare: titled('Bài duy nhất') });
  await opened.user.click(itemOf('Bài duy nhất'));
  await screen.findByRole('heading', { level: 2, name: 'Bài duy nhất' });
  itemOf('Bài duy nhất').focus();
  await opened.user.keyboard('{Delete}');
  expect(await screen.findByRole('heading', { name: 'Mang bài đầu tiên vào thư viện' })).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: /^Hoàn tác: chuyển/u }));
  await waitFor(() => expect(listed()).toEqual(['# Chưa rõ ngày 1', 'Bài duy nhất']));
  expect(screen.queryByRole('heading', { level: 2, name: 'Bài duy nhất' })).toBeNull();
});

test('the report of an import counts what came in and names what was refused, until it is closed', async () => {
  const opened = await openWindow({ prepare: titled('Bài cũ') });
  const items = [
    { name: 'bai-moi.txt', bytes: articleBytes('Bài mới', ['Bài mới nói chuyện khác hẳn bài cũ.']) },
    { name: 'bai-cu.txt', bytes: articleBytes('Bài cũ') },
    { name: 'hong.gif', bytes: new TextEncoder().encode('GIF89a') },
    { name: 'trong.txt', bytes: new Uint8Array() },
  ];
  const dropped = new Event('drop', { bubbles: true, cancelable: true });
  const files = items.map(({ name, bytes }) => new File([bytes], name));
  Object.assign(dropped, { dataTransfer: { files, types: ['Files'] } });
  document.body.dispatchEvent(dropped);

  const report = await within(shelf()).findByText('2 tệp không nhập được');
  const region = within(shelf()).getByRole('status');
  expect(region).toContainElement(report);
  expect(region).toHaveTextContent('1 bài đã nhập');
  expect(region).toHaveTextContent('1 bài đã có sẵn');
  const refused = within(region)
    .getAllByRole('listitem')
    .map((line) => line.textContent);
  expect(refused).toHaveLength(2);
  expect(refused[0]).toContain('hong.gif');
  expect(refused[1]).toBe('Tệp “trong.txt” trống, không có chữ nào.');

  await opened.user.click(screen.getByRole('button', { name: 'Đóng kết quả nhập' }));
  expect(within(shelf()).queryByRole('status')).toBeNull();
});
