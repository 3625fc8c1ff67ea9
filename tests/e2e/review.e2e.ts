import { expect, test } from 'vitest';
import { encodeAs } from '../fixtures/encoders';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { snapshotOf } from './reader';

const place = usePlace();

const LEGACY = {
  name: 'hop-to-cong-tac.txt',
  title: 'Họp tổ công tác xã Suối Mơ',
  text: `Họp tổ công tác xã Suối Mơ

Sáng 5/3/2008, tổ công tác xã Suối Mơ kiểm điểm tiến độ trồng rừng phòng hộ đầu nguồn.

Đã trồng được 42 héc-ta, đạt 70% kế hoạch năm.
`,
};

test('a file in an old encoding waits for a look, the others come in; Ctrl+Enter takes it in too', async () => {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(LEGACY.name, encodeAs(LEGACY.text, 'tcvn3')),
  ];
  const { window: page } = await place.launch({ files });
  const waiting = page.getByRole('option', { name: `${LEGACY.name} Bảng mã suy đoán: TCVN3 (ABC)` });
  await waiting.waitFor();
  await expect.poll(() => page.locator('.review-text').textContent()).toContain('trồng rừng phòng hộ');
  const titles = async () => (await snapshotOf(page)).articles.map(({ title }) => title).sort();
  expect(await titles()).toEqual([LAST_YEAR.title]);
  expect(
    await page.getByRole('option', { name: new RegExp(`^${LAST_YEAR.name} Đã nhập`, 'u') }).count(),
  ).toBe(1);

  await page.keyboard.press('Control+Enter');
  await expect.poll(titles).toEqual([LAST_YEAR.title, LEGACY.title].sort());
  await page.getByRole('option', { name: new RegExp(`^${LEGACY.name} Đã nhập`, 'u') }).waitFor();

  await page.getByRole('button', { name: 'Mở bài' }).click();
  await expect.poll(() => page.locator('.pane h2').allTextContents()).toContain(LEGACY.title);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await snapshotOf(page)).articles.filter(({ removedAt }) => removedAt === null).length)
    .toBe(1);
});

test('the text to be saved is compared with the saved one, and lines come back by their key', async () => {
  const changed = THIS_YEAR.text.replace('trên 95% hồ sơ', 'trên 97% hồ sơ');
  const files = [
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
    await place.write('ban-sua.txt', changed.replace('\n\nBan', '\n\nChia sẻ\n\nBan')),
  ];
  const { window: page } = await place.launch({ files });
  await page.getByRole('option', { name: /^ban-sua\.txt Trùng \d+%/u }).waitFor();
  await page.getByRole('button', { name: 'So với bản đang có' }).click();
  await expect.poll(() => page.locator('.review-text.compare ins').allTextContents()).toContain('97%');
  expect(await page.locator('.review-text.compare p del').allTextContents()).toContain('95%');

  await page.getByRole('button', { name: 'Đã làm sạch' }).click();
  const removed = page.locator('.review-removed');
  await expect.poll(() => removed.count()).toBe(1);
  await page.keyboard.press('r');
  await page.keyboard.press('r');
  await expect.poll(() => removed.count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => removed.count()).toBe(1);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('option', { name: /^ban-sua\.txt Đã thành bản mới/u }).waitFor();
  expect((await snapshotOf(page)).articles).toHaveLength(1);
});
