import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '#core/contract';
import type { Reply } from '#core/gateway';
import type {} from '../../renderer/bridge';
import { LAST_YEAR, THIS_YEAR } from './files';
import { snapshotOf } from './reader';

export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const reply: Reply = await page.evaluate(([n, i]) => window.bridge.call(n, i), [name, input] as const);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as CallOutput<N>;
}

const idOf = async (page: Page, { title }: { title: string }): Promise<string> =>
  (await snapshotOf(page)).articles.find((article) => article.title === title)?.id ?? '';

/** `hold`: what needs a look waits for it. */
export async function importText(
  page: Page,
  name: string,
  text: string | Uint8Array,
  hold = false,
): Promise<void> {
  const bytes = [...(typeof text === 'string' ? new TextEncoder().encode(text) : text)];
  await page.evaluate(
    ([file, content, holds]) =>
      window.bridge.call('import.items', {
        items: [{ name: file, bytes: new Uint8Array(content) }],
        hold: holds,
      }),
    [name, bytes, hold] as const,
  );
}

/** Two articles side by side, with notes of every kind, a link between two of them, a tag and a note that lost its place. */
export async function furnish(page: Page): Promise<void> {
  await page.locator('.welcome').waitFor();
  // Twice the same words at the end, so that something was moved.
  const moved = 'Hội Nông dân trồng mới ba nghìn héc ta rừng phòng hộ ở đầu nguồn hai con suối lớn.';
  await importText(page, LAST_YEAR.name, `${LAST_YEAR.text}\n${moved}\n`);
  await importText(page, THIS_YEAR.name, THIS_YEAR.text.replace('\n\nBan', `\n\n${moved}\n\nBan`));
  const [articleId, other] = [await idOf(page, LAST_YEAR), await idOf(page, THIS_YEAR)];
  const tag = { key: 1, colour: null, definition: 'Việc phải làm ngay.' };
  await call(page, 'tags.put', {
    tags: [
      { ...tag, name: 'Gấp' },
      { ...tag, name: 'Gấp/Trong tuần', key: null },
    ],
  });
  const add = (article: string, quote: string, kind: CallInput<'annotations.add'>['kind'], note = '') =>
    call(page, 'annotations.add', { articleId: article, target: { quote }, kind, note, tags: ['Gấp'] });
  await add(articleId, '07-CT/HU', 'directive');
  await add(articleId, 'trước ngày 30/6/2025', 'deadline');
  const from = await add(
    articleId,
    'rà soát thủ tục',
    'task',
    '# Việc\n\n**gấp**, `mã`\n\n- [x] xong\n\n> trích',
  );
  await add(articleId, 'trên 80% hồ sơ', 'target');
  const to = await add(other, 'trên 95% hồ sơ', 'highlight');
  await add(other, 'triển khai nhiệm vụ năm 2026', 'highlight');
  const end = ({ articleId: article, id }: typeof from) => ({ articleId: article, annotationId: id });
  await call(page, 'links.add', { from: end(from), to: end(to), relation: 'answers' });
  const { article } = await call(page, 'articles.get', { id: other });
  const edit = { do: 'edit', index: 0, text: 'Sáng 9/1, Huyện ủy Suối Mơ họp.' } as const;
  await call(page, 'articles.revise', { id: other, revision: article.revision, edits: [edit] });
}
