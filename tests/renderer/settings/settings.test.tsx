import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addQuote, articleBytes, importText, type Opened } from '../../main/store/support';
import { chooseFor, itemOf, openCard, openWindow, type TestWindow } from '../window';
import { en } from '../../../renderer/strings/en';
import { vi } from '../../../renderer/strings/vi';

const TITLE = 'Plain words of a meeting';
const WORDS = [
  'The council asks every unit to report before June.',
  'Units report in writing to the office.',
];

/** A library without a Vietnamese letter of its own: those that are seen are the window's. */
const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE, WORDS);
  await addQuote(library, id, 'report before June', { kind: 'task', note: 'ask again', tags: ['june'] });
  await library.call('articles.update', { id, patch: { publishedOn: '2026-01-09' } });
};

/** What is the same in every language: the app's name and the languages' own. */
const NAMES = new Set(['Đối Chiếu', 'Tiếng Việt']);

/** Every word on the page and behind its icons, but those of texts that are Vietnamese by their nature. */
function wordsInSight(): string[] {
  const words: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('body [lang="vi"], script, style') !== null) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      words.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) words.push(node.nodeValue ?? '');
  }
  return words.map((word) => word.trim()).filter((word) => word !== '' && !NAMES.has(word));
}

const stringsOf = (words: object): string[] =>
  Object.values(words).flatMap((value: string | object) =>
    typeof value === 'string' ? [value] : stringsOf(value),
  );
const onlyVietnamese = new Set(stringsOf(vi).filter((words) => !stringsOf(en).includes(words)));

const vietnameseInSight = () =>
  wordsInSight().filter((words) => /[^\P{L}a-z]/iu.test(words) || onlyVietnamese.has(words));

async function speakEnglish({ user }: Pick<TestWindow, 'user'>): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Cài đặt' }));
  await user.click(screen.getByRole('button', { name: 'English' }));
  await screen.findByRole('heading', { name: 'Settings' });
}

describe('the language', () => {
  test('is Vietnamese until another one is chosen, and is remembered', async () => {
    const opened = await openWindow({ prepare });
    expect(document.documentElement.lang).toBe('vi');
    expect(vietnameseInSight().length).toBeGreaterThan(20);
    await speakEnglish(opened);
    expect(document.documentElement.lang).toBe('en');
    const { settings } = await opened.library.call('library.snapshot', {});
    expect(settings.language).toBe('en');
  });

  test('switches every word of every view and dialog', async () => {
    const opened = await openWindow({ prepare });
    const { user } = opened;
    await speakEnglish(opened);
    expect(vietnameseInSight()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Export' }));
    await waitFor(() => expect(screen.getByRole('region', { name: 'Preview' })).toHaveTextContent('1 note'));
    expect(vietnameseInSight()).toEqual([]);
    for (const box of screen.getAllByRole('checkbox')) await user.click(box);
    await screen.findByText('There is no annotation to export with this choice.');
    expect(vietnameseInSight()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Library' }));
    await openCard(opened, TITLE);
    await screen.findByRole('textbox', { name: 'Write a note…' });
    expect(vietnameseInSight()).toEqual([]);
    // What the painter says of a mark to a screen reader is switched too.
    expect(document.querySelector('mark[aria-label]')).toHaveAttribute(
      'aria-label',
      'Task: report before June',
    );
    await user.keyboard('{Escape}');
    for (const [keys, name] of [
      ['{F2}', 'Article details'],
      ['?', 'Keyboard shortcuts'],
      ['{Control>}{Shift>}v{/Shift}{/Control}', 'Paste text'],
      ['{Control>}k{/Control}', 'Find an article or type a command'],
    ] as const) {
      await user.keyboard(keys);
      await screen.findByRole('dialog', { name });
      expect([name, ...vietnameseInSight()]).toEqual([name]);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
  });

  test('switches the words of the list, its menus, the trash, the report and an empty library', async () => {
    const opened = await openWindow({ prepare });
    const { user, library, articleOf } = opened;
    await speakEnglish(opened);
    await user.click(screen.getByRole('button', { name: 'Library' }));
    screen.getByRole('button', { name: 'Filter and sort' }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menuitemradio', { name: 'With notes' });
    expect(vietnameseInSight()).toEqual([]);
    await user.click(screen.getByRole('menuitemradio', { name: 'Trash' }));
    await screen.findByText('The trash is empty.');
    expect(vietnameseInSight()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));

    const dropped = new Event('drop', { bubbles: true, cancelable: true });
    const files = [new File([articleBytes(TITLE, WORDS)], 'again.txt'), new File([], 'empty.txt')];
    Object.assign(dropped, { dataTransfer: { files, types: ['Files'] } });
    document.body.dispatchEvent(dropped);
    await screen.findByText('The file “empty.txt” is empty.');
    expect(vietnameseInSight()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Close the import result' }));

    itemOf(TITLE).focus();
    await user.keyboard('{Delete}');
    await screen.findByRole('heading', { name: 'Bring your first article in' });
    await user.click(screen.getByRole('button', { name: 'Undo: move 1 article to trash' }));
    await screen.findByText('Undone: move 1 article to trash');
    expect(vietnameseInSight()).toEqual([]);
    expect((await articleOf(TITLE)).removedAt).toBeNull();
    expect(library.logged).toEqual([]);
  });

  test('switches the words for what can be undone', async () => {
    const opened = await openWindow({ prepare });
    await chooseFor(opened, TITLE, 'Chuyển vào thùng rác');
    await screen.findByRole('button', { name: 'Hoàn tác: chuyển 1 bài vào thùng rác' });
    await speakEnglish(opened);
    expect(screen.getByRole('button', { name: /^Undo: / })).toHaveAccessibleName(
      'Undo: move 1 article to trash',
    );
  });
});

describe('the theme', () => {
  test('is what the person chooses, on the page and in the library', async () => {
    const { user, library } = await openWindow({ prepare });
    const shown = () => document.documentElement.dataset['theme'];
    expect(shown()).toBe('light');
    await user.click(screen.getByRole('button', { name: 'Cài đặt' }));
    const themes = within(screen.getByRole('group', { name: 'Giao diện' }));
    for (const [name, theme] of [
      ['Tối', 'dark'],
      ['Nâu giấy', 'sepia'],
      ['Tương phản cao', 'contrast'],
      ['Sáng', 'light'],
      ['Theo hệ thống', 'system'],
    ] as const) {
      await user.click(themes.getByRole('button', { name }));
      await waitFor(() =>
        expect(themes.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true'),
      );
      expect(shown()).toBe(theme === 'system' ? 'light' : theme);
      expect((await library.call('library.snapshot', {})).settings.theme).toBe(theme);
    }
  });

  test('is switched between light and dark from the title bar', async () => {
    const { user } = await openWindow({ prepare });
    const button = screen.getByRole('button', { name: 'Giao diện sáng hoặc tối' });
    for (const theme of ['dark', 'light']) {
      await user.click(button);
      await waitFor(() => expect(document.documentElement.dataset['theme']).toBe(theme));
    }
  });
});

test('the size of the text is one step larger or smaller, or left to the window again', async () => {
  const { user, library } = await openWindow({ prepare });
  const size = () => document.documentElement.style.getPropertyValue('--read-size');
  const kept = async () => (await library.call('library.snapshot', {})).settings.readSize;
  await user.keyboard('{Control>},{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Lớn hơn' }));
  await waitFor(() => expect(size()).toBe('18px'));
  await user.click(screen.getByRole('button', { name: 'Nhỏ hơn' }));
  await waitFor(() => expect(size()).toBe('17px'));
  expect(await kept()).toBe(17);
});
