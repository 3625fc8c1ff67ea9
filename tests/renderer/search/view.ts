import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { importText, type Opened } from '../../main/store/support';
import { openWindow, type TestWindow } from '../window';

export const ARTICLES = [
  {
    title: 'Ra quân làm đường ở xã Thượng Lâm',
    publishedOn: '2024-03-05',
    source: 'Báo Lam Khê',
    text: [
      'Sáng nay xã mở đầu việc làm đường.',
      'Nhờ dân vận khéo mà hai mươi hộ lùi hàng rào.',
      'Tổ dân vận khéo của thôn đi từng nhà.',
    ],
  },
  {
    title: 'Hội nghị giao ban quý ba',
    publishedOn: '2025-09-12',
    source: 'Cổng thông tin huyện',
    text: ['Phong trào Dân vận khéo có thêm ba mô hình.', 'UBND huyện giao các xã báo cáo.'],
  },
  {
    title: 'Dân vận khéo ở vùng cao',
    publishedOn: '2025-11-20',
    source: 'Báo Lam Khê',
    text: ['Bài viết về cách làm của một chi bộ.', 'Kho thóc của hợp tác xã đã đầy.'],
  },
] as const;

export async function prepare(library: Opened): Promise<void> {
  for (const { title, publishedOn, source, text } of ARTICLES) {
    const { id } = await importText(library, title, text);
    await library.call('articles.update', { id, patch: { publishedOn, source } });
  }
}

export async function openSearch(
  options: Parameters<typeof openWindow>[0] = { prepare },
): Promise<TestWindow> {
  const opened = await openWindow(options);
  await opened.user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  return opened;
}

export const field = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Tìm trong thư viện' });
export const list = () => screen.findByRole('listbox', { name: 'Các bài tìm được' });
export const titles = () =>
  [...document.querySelectorAll('.found')].map((group) => group.getAttribute('aria-label'));
export const chosen = () => document.querySelector('[role="option"][aria-selected="true"]')?.textContent;
export const passage = () => screen.findByRole('region', { name: 'Xem trước' });
export const tick = (name: RegExp) => screen.findByRole('checkbox', { name });

/** Types as a person does, letter by letter. */
export async function type({ user }: TestWindow, words: string): Promise<void> {
  await user.type(field(), words.replaceAll(/[{[]/gu, '$&$&'));
}
