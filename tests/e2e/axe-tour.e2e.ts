import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeAs } from '../fixtures/encoders';
import { tour, type Stop } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { call, furnish, importText } from './furnish';
import { openFromList, selectWords, snapshotOf } from './reader';

const place = usePlace();

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Presses a key that opens something, and waits for it. */
const opens =
  (key: string, selector: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator(selector).first().waitFor();
  };
const closed = async (page: Page, selector: string): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(selector).count()).toBe(0);
};

const pane = (page: Page, index: number) => page.locator(`[data-pane="${String(index)}"]`);

const READER: readonly Stop[] = [
  ['empty library', (page) => page.locator('.welcome').waitFor()],
  [
    'list without a text',
    async (page) => {
      await furnish(page);
      await page.locator('.shelf-item').nth(1).waitFor();
    },
  ],
  [
    'two linked panes with marks',
    async (page) => {
      await openFromList(page, LAST_YEAR.title);
      await openFromList(page, THIS_YEAR.title, true);
      await pane(page, 0).locator('h2').click();
      await press(page, 'l');
      await page.locator('.connectors').waitFor();
      await pane(page, 0).locator('mark').nth(3).waitFor();
    },
  ],
  [
    'panes under each other',
    async (page) => {
      await press(page, 'Control+Shift+Backslash');
      await expect.poll(() => page.locator('.pane').count()).toBe(3);
    },
  ],
  [
    'open card',
    async (page) => {
      await press(page, 'Control+w');
      await pane(page, 0).locator('mark', { hasText: 'rà soát' }).click();
      await page.locator('.note.chosen').waitFor();
    },
  ],
  ['note being written', opens('g', '.note.chosen textarea')],
  [
    'link being made',
    async (page) => {
      await press(page, 'Escape');
      await page.getByRole('button', { name: /^Liên kết…/u }).click();
      await page.getByRole('option').first().waitFor();
    },
  ],
  [
    'filter of the notes',
    async (page) => {
      await press(page, 'Escape', 'Escape');
      await pane(page, 0).locator('.pane-scroll').focus();
      await opens('f', '.notes .filter-bar')(page);
    },
  ],
  ...(['Nhập bài', 'Lọc và sắp xếp'] as const).map((name): Stop => [
    `menu of the list: ${name}`,
    async (page) => {
      await press(page, 'Escape');
      await page.locator('.shelf').getByRole('button', { name }).click();
      await page.getByRole('menu').waitFor();
    },
  ]),
  [
    'menu of an article',
    async (page) => {
      await closed(page, '[role="menu"]');
      await page.locator('.shelf-item').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'several notes chosen',
    async (page) => {
      await press(page, 'Escape');
      await opens('Control+Shift+a', '.bulk-bar')(page);
    },
  ],
  [
    'selected words',
    async (page) => {
      await closed(page, '.bulk-bar');
      await selectWords(page, 0, 'hội nghị tổng kết');
      await page.locator('.selection-bar').waitFor();
    },
  ],
  ...(['Gắn thẻ 1–9', 'Thêm việc với vùng chọn'] as const).map((name): Stop => [
    `menu of the selected words: ${name}`,
    async (page) => {
      await press(page, 'Escape');
      await selectWords(page, 0, 'hội nghị tổng kết');
      await page.locator('.selection-bar').getByRole('button', { name }).click();
      await page.getByRole('menu').waitFor();
    },
  ]),
  [
    'all occurrences',
    async (page) => {
      await closed(page, '[role="menu"]');
      await selectWords(page, 0, 'hội nghị tổng kết');
      await opens('Shift+A', '.occurrences-bar')(page);
    },
  ],
  [
    'find bar',
    async (page) => {
      await closed(page, '.occurrences-bar');
      await opens('Control+f', '.find-bar')(page);
      await page.keyboard.type('năm');
      await press(page, 'Alt+p');
      await page.locator('.find-hints').waitFor();
    },
  ],
  [
    'outline',
    async (page) => {
      await closed(page, '.find-bar');
      await opens('m', '[role="listbox"]')(page);
    },
  ],
  [
    'paragraph menu',
    async (page) => {
      await closed(page, '[role="listbox"]');
      await pane(page, 0).locator('[data-block="1"] .number').click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'pane menu',
    async (page) => {
      await closed(page, '[role="menu"]');
      await pane(page, 0).getByRole('button', { name: 'Lệnh cho ngăn này' }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'lost notes',
    async (page) => {
      await closed(page, '[role="menu"]');
      await pane(page, 1).locator('h2').click();
      await opens('Shift+R', '.lost-head')(page);
    },
  ],
  [
    'filter of the list',
    async (page) => {
      await press(page, 'Escape');
      await opens('Alt+l', '.shelf-filter')(page);
    },
  ],
  [
    'original beside the text',
    async (page) => {
      await press(page, 'Escape', 'Escape');
      await pane(page, 0).locator('h2').click();
      await opens('o', '.original')(page);
    },
  ],
  [
    'paragraph being corrected',
    async (page) => {
      await press(page, 'o');
      await pane(page, 0).locator('[data-block="1"] [data-start]').click();
      await opens('e', '.pane textarea')(page);
    },
  ],
  [
    'focus',
    async (page) => {
      await closed(page, '.pane textarea');
      await press(page, 'F9');
      await expect.poll(() => page.locator('.shelf').isVisible()).toBe(false);
    },
  ],
  [
    'no articles but in the trash',
    async (page) => {
      await press(page, 'F9');
      const { articles } = await snapshotOf(page);
      await call(page, 'articles.remove', { ids: articles.map(({ id }) => id) });
      await page.locator('.welcome').waitFor();
    },
  ],
];

test('the reader has no fault that axe knows, whatever is open, in any theme', async () => {
  const { window: page } = await place.launch();
  page.setDefaultTimeout(8000);
  expect(await tour(page, READER)).toEqual([]);
}, 300_000);

const DIALOGS: readonly Stop[] = [
  [
    'workspaces',
    async (page) => {
      await press(page, 'Control+Shift+s');
      await page.getByRole('textbox', { name: 'Tên không gian' }).fill('Hai bài');
      await press(page, 'Enter');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await opens('Control+Shift+w', '[role="dialog"]')(page);
    },
  ],
  ...(
    [
      ['facts', 'F2'],
      ['versions', 'Control+Shift+h'],
      ['paste', 'Control+Shift+v'],
      ['address', 'Control+Shift+u'],
      ['palette', 'Control+k'],
      ['keys', '?'],
    ] as const
  ).map(([name, key]): Stop => [
    name,
    async (page) => {
      await closed(page, '[role="dialog"]');
      await pane(page, 1).locator('.pane-scroll').focus();
      await opens(key, '[role="dialog"]')(page);
    },
  ]),
];

const tab = async (page: Page, shown: string): Promise<void> => {
  await press(page, 'v');
  await page.locator(shown).waitFor();
};

const VIEWS: readonly Stop[] = [
  [
    'comparison, by paragraphs',
    async (page) => {
      await closed(page, '[role="dialog"]');
      await opens('Control+Shift+d', '.cmp-row')(page);
      await press(page, 'n', 'u');
    },
  ],
  [
    'pins',
    async (page) => {
      await page.getByRole('button', { name: '1 điểm neo' }).click();
      await page.locator('.cmp-pins').waitFor();
    },
  ],
  [
    'export of the comparison',
    async (page) => {
      await closed(page, '.cmp-pins');
      await opens('Control+e', '[role="menu"]')(page);
    },
  ],
  [
    'comparison, by topics',
    async (page) => {
      await closed(page, '[role="menu"]');
      await tab(page, '.cmp-topics');
    },
  ],
  ['comparison, by phrases', (page) => tab(page, '.cmp-phrases')],
  ['codebook', opens('Control+Shift+b', '[role="tree"]')],
  [
    'tag in the codebook',
    async (page) => {
      await page.getByRole('treeitem').first().click();
    },
  ],
  [
    'file that waits for a look',
    async (page) => {
      const legacy =
        'Họp tổ công tác xã Suối Mơ\n\nSáng 5/3/2008, tổ công tác kiểm điểm việc trồng rừng phòng hộ.\n';
      await importText(page, 'hop-to-cong-tac.txt', encodeAs(legacy, 'tcvn3'), true);
      await opens('Control+Shift+i', '.review-text')(page);
    },
  ],
  ['settings', opens('Control+,', 'h1, h2')],
  [
    'export',
    async (page) => {
      await press(page, 'Escape');
      await opens('Control+e', 'h1')(page);
    },
  ],
  [
    'print',
    async (page) => {
      await press(page, 'Escape');
      await pane(page, 0).locator('h2').click();
      await opens('Control+p', '.print-preview .sheet canvas')(page);
    },
  ],
];

test('dialogs and the other views have no fault that axe knows, in any theme', async () => {
  const { window: page } = await place.launch();
  page.setDefaultTimeout(8000);
  await furnish(page);
  await openFromList(page, LAST_YEAR.title);
  await openFromList(page, THIS_YEAR.title, true);
  expect(await tour(page, [...DIALOGS, ...VIEWS])).toEqual([]);
}, 300_000);
