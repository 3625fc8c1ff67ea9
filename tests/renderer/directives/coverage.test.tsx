import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { importText, type Opened } from '../../main/store/support';
import { openWindow, type TestWindow } from '../window';

const ARTICLES = [
  ['Tổng kết năm ngoái', '2023-12-20', 'Báo Lam Khê', 'Quán triệt Chỉ thị số 14-CT/TU và lại Chỉ thị số 14-CT/TU.'],
  ['Sơ kết năm nay', '2024-07-02', 'Tạp chí Suối Mơ', 'Thực hiện Chỉ thị số 14-CT/TU và Kế hoạch số 62-KH/TU ở mọi xã.'],
] as const; // prettier-ignore

async function prepare(library: Opened): Promise<void> {
  for (const [title, publishedOn, source, text] of ARTICLES) {
    const { id } = await importText(library, title, [text, 'Phải rà soát hồ sơ ở mọi xã trước ngày 30/9.']);
    await library.call('articles.update', { id, patch: { publishedOn, source } });
    const deadline = { text: 'trước ngày 30/9', iso: '2024-09-30', kind: 'before' as const };
    const task = {
      content: '',
      basis: [],
      responsible: 'Huyện ủy',
      cooperating: '',
      assignedBy: '',
      deadline,
    };
    await library.call('annotations.add', {
      articleId: id,
      target: { quote: 'rà soát hồ sơ' },
      kind: 'task',
      task: { ...task, product: '', progress: 'open', doneOn: null },
    });
  }
  const { rows } = await library.call('directives.list', { complete: true });
  const id = rows.find(({ canonical }) => canonical.includes('62-KH'))?.id ?? '';
  await library.call('directives.put', {
    entries: [
      {
        ...{
          id,
          title: '',
          issuerName: null,
          issuedOn: '2024-01-18',
          status: null,
          replaces: [],
          amends: [],
        },
        ...{ note: '', aliasOf: null, mentions: [] },
      },
    ],
  });
}

async function openTab(steps: number): Promise<TestWindow> {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
  const opened = await openWindow({ prepare });
  await opened.user.keyboard('{Control>}{Shift>}G{/Shift}{/Control}');
  await screen.findByRole('heading', { name: 'Văn bản chỉ đạo' });
  await opened.user.keyboard('v'.repeat(steps));
  return opened;
}

const grid = () => screen.findByRole('grid', { name: 'Bảng bao quát' });
const active = (part: HTMLElement) =>
  document.getElementById(part.getAttribute('aria-activedescendant') ?? '');

test('the matrix counts mentions by source; keys walk it and Enter lists the quotations', async () => {
  const { user } = await openTab(1);
  const matrix = await grid();
  const heads = within(matrix)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(heads).toEqual(['Văn bản', 'Báo Lam Khê2', 'Tạp chí Suối Mơ2']);
  const cells = within(matrix)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent);
  expect(cells).toEqual(['2', '1', '', '1']);

  matrix.focus();
  await user.keyboard('{ArrowRight}');
  expect(active(matrix)).toHaveAccessibleName('Chỉ thị số 14-CT/TU, Tạp chí Suối Mơ: 1 lần');
  await user.keyboard('{ArrowDown}{ArrowLeft}{Control>}{ArrowRight}{/Control}');
  expect(active(matrix)).toHaveAccessibleName('Kế hoạch số 62-KH/TU, Tạp chí Suối Mơ: 1 lần');
  await user.keyboard('{Home}{Control>}{ArrowRight}{/Control}');
  expect(active(matrix)).toHaveAccessibleName('Kế hoạch số 62-KH/TU, Tạp chí Suối Mơ: 1 lần');
  await user.keyboard('{Control>}{ArrowUp}{/Control}{Enter}');
  const quotes = await screen.findByRole('region', { name: /^Chỉ thị số 14-CT\/TU · Tạp chí Suối Mơ/u });
  await user.click(await within(quotes).findByRole('button', { name: /Chỉ thị số 14-CT/u }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Sơ kết năm nay' })).toBeVisible();
});

test('Enter on the cell that is open goes to its quotations; Escape comes back and takes them away, then leaves', async () => {
  const { user } = await openTab(1);
  const matrix = await grid();
  expect(matrix).toHaveFocus();
  await user.keyboard('{Enter}');
  const quotes = await screen.findByRole('region', { name: /^Chỉ thị số 14-CT\/TU · Báo Lam Khê/u });
  const [first] = await within(quotes).findAllByRole('button', { name: /Chỉ thị số 14-CT/u });
  await user.keyboard('{Enter}');
  expect(first).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(matrix).toHaveFocus();
  expect(quotes).toBeVisible();
  await user.keyboard('{Escape}');
  expect(quotes).not.toBeInTheDocument();
  expect(matrix).toHaveFocus();
});

test('columns may be years or articles; a name leads to the list', async () => {
  const { user } = await openTab(1);
  await grid();
  await user.click(screen.getByRole('button', { name: 'Năm' }));
  const heads = async () =>
    within(await grid())
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
  expect(await heads()).toEqual(['Văn bản', '20232', '20242']);
  await user.click(screen.getByRole('button', { name: 'Bài' }));
  expect((await heads())[1]).toContain('20/12/2023 Tổng kết năm ngoái');
  (await grid()).focus();
  await user.keyboard('{ArrowDown}{Home}{Enter}');
  expect(await screen.findByRole('complementary', { name: /^Kế hoạch số 62-KH\/TU/u })).toBeVisible();
});

test('the matrix is saved as it is shown', async () => {
  const asked: string[] = [];
  const { user, carriers } = await openTab(1);
  await grid();
  carriers.set('coverage.save', async (send) => {
    asked.push('coverage.save');
    return send();
  });
  await user.keyboard('{Control>}e{/Control}');
  await user.click(await screen.findByRole('menuitem', { name: 'Bảng tính (CSV)' }));
  await waitFor(() => expect(asked).toEqual(['coverage.save']));
});

test('articles, documents and deadlines stand on one axis that keys walk and bring nearer', async () => {
  const { user } = await openTab(2);
  const axis = await screen.findByRole('listbox', { name: 'Dòng thời gian' });
  const groups = within(axis).getAllByRole('group');
  await waitFor(() => expect(within(axis).getAllByRole('option').length).toBeGreaterThanOrEqual(4));
  expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
    'Bài viết',
    'Văn bản ban hành',
    'Thời hạn nhiệm vụ',
  ]);
  axis.focus();
  await user.keyboard('{ArrowRight}');
  expect(active(axis)).toHaveAccessibleName(/^20\/12\/2023/u);
  await user.keyboard('{ArrowDown}');
  expect(active(axis)).toHaveAccessibleName('18/01/2024: Kế hoạch số 62-KH/TU');
  await user.keyboard('{ArrowDown}');
  expect(active(axis)).toHaveAccessibleName('30/09/2024: 2 mục');
  const width = () => Number.parseFloat(axis.querySelector<HTMLElement>('.timeline-all')?.style.width ?? '');
  const before = width();
  await user.keyboard('+');
  expect(width()).toBeGreaterThan(before * 1.5);
  expect(active(axis)).toHaveAccessibleName('30/09/2024: 2 mục');
  await user.keyboard('{Enter}{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: /Tổng kết|Sơ kết/u })).toBeVisible();
});
