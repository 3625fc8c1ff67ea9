import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, settle } from '../window';

const TITLE = 'Suối Mơ họp cuối năm';
const prepare = (library: Opened) => importText(library, TITLE);

const root = document.documentElement;
const variable = (name: string) => root.style.getPropertyValue(name);

describe('letters and lines', () => {
  test('are chosen in the settings, seen at once and kept', async () => {
    const { user, library } = await openWindow({ prepare });
    const kept = async () => (await library.call('library.snapshot', {})).settings;
    expect([root.dataset['font'], root.dataset['justify'], variable('--read-measure')]).toEqual([
      'serif',
      'off',
      '66ch',
    ]);
    await user.keyboard('{Control>},{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Không chân' }));
    await waitFor(() => expect(root.dataset['font']).toBe('sans'));
    await user.click(screen.getByRole('button', { name: 'Đều hai bên' }));
    await waitFor(() => expect(root.dataset['justify']).toBe('on'));
    await user.click(screen.getByRole('button', { name: 'Dòng dài hơn' }));
    await waitFor(() => expect(variable('--read-measure')).toBe('70ch'));
    await user.click(screen.getByRole('button', { name: 'Giãn dòng rộng hơn' }));
    await waitFor(() => expect(variable('--read-lh')).toBe('1.8'));
    await user.click(screen.getByRole('button', { name: 'Giãn dòng hẹp hơn' }));
    await waitFor(() => expect(variable('--read-lh')).toBe('1.7'));
    expect(await kept()).toMatchObject({
      readFont: 'sans',
      readJustify: true,
      readMeasure: 70,
      readLineHeight: 1.7,
    });
    expect(screen.getByText('1,7')).toBeVisible();
  });

  test('go no further than they may', async () => {
    const { user, library } = await openWindow({
      prepare: async (opened) => {
        await prepare(opened);
        await opened.call('settings.update', { readMeasure: 95, readLineHeight: 1.6, readSize: 16 });
      },
    });
    await user.keyboard('{Control>},{/Control}');
    for (const [name, count] of [
      ['Dòng dài hơn', 2],
      ['Giãn dòng hẹp hơn', 2],
      ['Nhỏ hơn', 2],
    ] as const) {
      for (let i = 0; i < count; i++) {
        await user.click(await screen.findByRole('button', { name }));
        await settle();
      }
      expect(screen.getByRole('button', { name })).toBeDisabled();
    }
    expect((await library.call('library.snapshot', {})).settings).toMatchObject({
      readMeasure: 100,
      readLineHeight: 1.5,
      readSize: 15,
    });
  });

  test('are chosen beside the text too, with the theme', async () => {
    const opened = await openWindow({ prepare });
    const { user } = opened;
    await openArticle(opened, TITLE);
    await user.click(screen.getByRole('button', { name: 'Cỡ chữ, giãn dòng' }));
    const popover = within(await screen.findByRole('dialog', { name: 'Cỡ chữ, giãn dòng' }));
    await user.click(popover.getByRole('button', { name: 'Không chân' }));
    await waitFor(() => expect(root.dataset['font']).toBe('sans'));
    for (const [name, theme] of [
      ['Nâu giấy', 'sepia'],
      ['Tương phản cao', 'contrast'],
      ['Tối', 'dark'],
      ['Sáng', 'light'],
    ] as const) {
      const tile = popover.getByRole('button', { name });
      await user.click(tile);
      await waitFor(() => expect(tile).toHaveAttribute('aria-pressed', 'true'));
      expect([tile.dataset['theme'], root.dataset['theme']]).toEqual([theme, theme]);
    }
  });

  test('every theme is chosen from the palette by key', async () => {
    const { user } = await openWindow({ prepare });
    for (const [typed, theme] of [
      ['giao diện nâu giấy', 'sepia'],
      ['giao dien tuong phan', 'contrast'],
      ['dark theme', 'dark'],
      ['giao diện sáng', 'light'],
    ] as const) {
      await user.keyboard('{Control>}k{/Control}');
      await screen.findByRole('dialog');
      await user.keyboard(`${typed}{Enter}`);
      await waitFor(() => expect(root.dataset['theme']).toBe(theme));
    }
  });
});

describe('focus', () => {
  const app = () => sure(document.querySelector<HTMLElement>('.app'));

  test('hides all but the panes by key and by mouse, and Escape brings it back', async () => {
    const opened = await openWindow({ prepare });
    const { user } = opened;
    await openArticle(opened, TITLE);
    await user.keyboard('{F9}');
    expect(app()).toHaveClass('focused', 'dimmed');
    expect(await screen.findByText('Đọc tập trung: bấm Esc để trở lại')).toBeVisible();
    expect(document.querySelector('.reader > .notes')).toBeNull();
    await user.keyboard('{Shift>}{F9}{/Shift}');
    expect(app()).not.toHaveClass('dimmed');
    await user.keyboard('{Escape}');
    expect(app()).not.toHaveClass('focused');
    await user.click(screen.getByRole('button', { name: 'Đọc tập trung' }));
    expect(app()).toHaveClass('focused');
    await user.click(screen.getByRole('button', { name: 'Làm mờ các đoạn khác' }));
    expect(app()).toHaveClass('dimmed');
    await user.click(screen.getByRole('button', { name: 'Thôi đọc tập trung' }));
    expect(app()).not.toHaveClass('focused');
  });

  test('shows an open card over the text; Escape closes the card first', async () => {
    const opened = await openWindow({ prepare });
    const { user } = opened;
    await openArticle(opened, TITLE);
    await user.click(sure(document.querySelector<HTMLElement>('[data-block="1"] [data-start]')));
    await user.keyboard('{F9}');
    await user.keyboard('g');
    await screen.findByRole('textbox', { name: 'Viết ghi chú…' });
    expect(app()).toHaveClass('focused');
    await user.keyboard('{Escape}');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.querySelector('.reader > .notes')).toBeNull());
  });

  test('keeps the frame of other views, and is not kept itself', async () => {
    const opened = await openWindow({ prepare });
    const { user } = opened;
    await openArticle(opened, TITLE);
    await user.keyboard('{F9}');
    await user.keyboard('{Control>},{/Control}');
    expect(app()).not.toHaveClass('focused');
    await user.keyboard('{Escape}');
    expect(app()).toHaveClass('focused');
    expect(JSON.stringify((await opened.library.call('library.snapshot', {})).workspace)).not.toContain(
      'focus',
    );
  });
});
