import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { faultyFs } from '../../main/store/faulty-fs';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openCard, openWindow, settle, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết';

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  await importText(library, 'Bài thứ hai');
  await addQuote(library, id, 'Chỉ thị số 03-CT/TW', { kind: 'directive', note: 'cũ', tags: ['Cải cách'] });
};

const noteField = () => screen.getByRole('textbox', { name: 'Viết ghi chú…' });
const tagField = () => screen.getByRole('combobox', { name: 'Thêm thẻ…' });
const noteOf = async ({ annotationsOf }: TestWindow) => sure((await annotationsOf(TITLE))[0]).note;
const tagsOf = async ({ annotationsOf }: TestWindow) => sure((await annotationsOf(TITLE))[0]).tags;
const updates = ({ calls }: TestWindow) => calls.filter((name) => name === 'annotations.update').length;

test('a note is saved once after a pause in the typing, without a step of its own', async () => {
  const opened = await openWindow({ prepare });
  await openCard(opened, TITLE);
  noteField().focus();
  for (const value of ['cũ m', 'cũ mớ', 'cũ mới']) fireEvent.input(noteField(), { target: { value } });
  expect(updates(opened)).toBe(0);
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ mới'));
  expect(updates(opened)).toBe(1);
  expect(noteField()).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
});

test('what was typed until the field was left is one undo step, which brings the old note back', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openCard(opened, TITLE);
  await user.type(noteField(), ' một');
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ một'));
  await user.type(noteField(), ' hai');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác: sửa ghi chú' }));
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ'));
  await waitFor(() => expect(noteField()).toHaveValue('cũ'));
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Làm lại: sửa ghi chú' }));
  await waitFor(() => expect(noteField()).toHaveValue('cũ một hai'));
  expect(await noteOf(opened)).toBe('cũ một hai');
});

test('a card that closes while its note is still being saved makes one undo step too', async () => {
  const opened = await openWindow({ prepare });
  const { user, carriers } = opened;
  await openCard(opened, TITLE);
  await user.type(noteField(), ' mới');
  let letGo: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (letGo = resolve));
  carriers.set('annotations.update', (send) => slow.then(send));
  await user.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Viết ghi chú…' })).toBeNull();
  letGo();
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác: sửa ghi chú' }));
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ'));
  await settle();
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
});

test('another article opened while a note is being typed loses nothing of it', async () => {
  const opened = await openWindow({ prepare });
  await openCard(opened, TITLE);
  await opened.user.type(noteField(), ', viết dở');
  await openArticle(opened, 'Bài thứ hai');
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ, viết dở'));
});

test('a note that cannot be saved stays in its field, the status bar says so, and the next try saves it', async () => {
  const fs = faultyFs();
  const opened = await openWindow({ prepare, parts: { fs } });
  const { user } = opened;
  await openCard(opened, TITLE);
  fs.fail('writeSynced', 'annotations', 'ENOSPC');
  await user.type(noteField(), ' quan trọng');
  const bar = within(screen.getByRole('contentinfo'));
  expect(await bar.findByRole('alert')).toHaveTextContent(/^Không lưu được “.*Thay đổi chưa được ghi/u);
  await user.keyboard('{Escape}');
  await settle();
  expect(noteField()).toHaveValue('cũ quan trọng');
  expect(await noteOf(opened)).toBe('cũ');
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();

  fs.heal();
  await user.type(noteField(), '!');
  await waitFor(async () => expect(await noteOf(opened)).toBe('cũ quan trọng!'));
  await waitFor(() => expect(bar.queryByRole('alert')).toBeNull());
  expect(bar.getByText(/^Đã lưu lúc/u)).toBeVisible();
});

test('words that could not be saved outlast another change of the same annotation', async () => {
  const fs = faultyFs();
  const opened = await openWindow({ prepare, parts: { fs } });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  fs.fail('writeSynced', 'annotations', 'ENOSPC');
  await user.type(noteField(), ' quan trọng');
  await user.keyboard('{Escape}');
  await within(screen.getByRole('contentinfo')).findByRole('alert');
  fs.heal();
  await user.click(within(card).getByRole('radio', { name: 'cam' }));
  await waitFor(() => expect(within(card).getByRole('radio', { name: 'cam' })).toBeChecked());
  expect(noteField()).toHaveValue('cũ quan trọng');
});

test('Enter and a comma add what is typed as a tag; leaving the field does too', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openCard(opened, TITLE);
  await user.type(tagField(), '  chuyển   đổi số {Enter}');
  await waitFor(async () => expect(await tagsOf(opened)).toEqual(['Cải cách', 'chuyển đổi số']));
  await user.type(tagField(), 'quý III,');
  await waitFor(async () => expect(await tagsOf(opened)).toHaveLength(3));
  await screen.findByRole('button', { name: 'Bỏ thẻ quý III' });
  expect(tagField()).toHaveValue('');
  await user.type(tagField(), 'rời ô');
  await user.tab();
  await waitFor(async () =>
    expect(await tagsOf(opened)).toEqual(['Cải cách', 'chuyển đổi số', 'quý III', 'rời ô']),
  );
  await user.click(await screen.findByRole('button', { name: 'Bỏ thẻ Cải cách' }));
  await waitFor(async () => expect(await tagsOf(opened)).not.toContain('Cải cách'));
});

test('a tag that is there already, in whatever case or spelling, is not added again', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openCard(opened, TITLE);
  await user.type(tagField(), `CẢI CÁCH,${'cải cách'.normalize('NFD')}{Enter}cải  cách{Enter}`);
  await settle();
  expect(updates(opened)).toBe(0);
  expect(tagField()).toHaveValue('');
  // Two at once that are the same are one.
  fireEvent.input(tagField(), { target: { value: 'Mới, mới, , MỚI' } });
  fireEvent.keyDown(tagField(), { key: 'Enter' });
  await waitFor(async () => expect(await tagsOf(opened)).toEqual(['Cải cách', 'Mới']));
});

test('Enter and a comma that an input method still works with add nothing', async () => {
  const opened = await openWindow({ prepare });
  await openCard(opened, TITLE);
  tagField().focus();
  fireEvent.input(tagField(), { target: { value: 'nhiêm vu' } });
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const key of ['Enter', ',']) {
      // Left alone, so that the input method gets it.
      expect(fireEvent.keyDown(tagField(), { key, ...composing })).toBe(true);
    }
  }
  await settle();
  expect(tagField()).toHaveValue('nhiêm vu');
  expect(updates(opened)).toBe(0);
  fireEvent.keyDown(tagField(), { key: 'Enter' });
  await waitFor(async () => expect(await tagsOf(opened)).toEqual(['Cải cách', 'nhiêm vu']));
});
