/**
 * The process that crash.test.ts kills: it works on a library without end and says on stdout what it begins and what was
 * acknowledged. Bundled by the test; arguments: library folder, seed.
 */
import { writeSync } from 'node:fs';
import { createClient } from '#core/gateway';
import { openLibrary } from '../../../main/app';
import { createDirectEngine } from '../../../main/importing/operations';
import { PARAGRAPHS, articleBytes, fakeDesktop, random } from './material';

const [folder = '', seed = '1'] = process.argv.slice(2);
const next = random(Number(seed));
const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;

const library = await openLibrary(folder, {
  desktop: fakeDesktop(),
  engine: createDirectEngine(),
  log: { info: () => undefined, error: (message, error) => say('bug', { message, error: String(error) }) },
  mode: 'write',
});
const call = createClient((name, input) => library.gateway(name, input, 'local'));

/** One line, gone from this process before anything else happens. */
function say(what: 'begin' | 'done' | 'bug', value: object): void {
  writeSync(1, `${JSON.stringify({ what, ...value })}\n`);
}

const { articles } = await call('library.snapshot', {});
const present = new Map<string, string[]>();
for (const { id } of articles) {
  const { annotations } = await call('articles.get', { id });
  present.set(
    id,
    annotations.map((annotation) => annotation.id),
  );
}

async function importOne(): Promise<void> {
  const title = `Bài ${String(Math.floor(next() * 1e9))}`;
  const paragraphs = [...PARAGRAPHS, `Đoạn riêng của ${title}, để bài nào cũng khác bài nào.`];
  say('begin', { op: 'import', title });
  const [result] = await call('import.items', {
    items: [{ name: `${title}.txt`, bytes: articleBytes(title, paragraphs) }],
  });
  say('done', { op: 'import', title, id: result?.id });
  if (result?.id !== undefined) present.set(result.id, []);
}

async function add(articleId: string): Promise<void> {
  const note = `ghi chú ${String(next())}`;
  say('begin', { op: 'add', articleId, note });
  const tags = [pick(['Đảng', 'Kinh tế', 'Xã hội', `nhãn ${String(Math.floor(next() * 50))}`])];
  const target = { quote: pick(['Hội nghị', 'Các đơn vị', 'Chỉ thị số 03-CT/TW', 'Đồng chí']) };
  const added = await call('annotations.add', { articleId, target, kind: 'task', note, tags });
  say('done', { op: 'add', articleId, id: added.id, note });
  present.get(articleId)?.push(added.id);
}

async function update(articleId: string, id: string): Promise<void> {
  const note = `sửa ${String(next())}`;
  say('begin', { op: 'update', articleId, id, note });
  await call('annotations.update', { articleId, id, patch: { note } });
  say('done', { op: 'update', articleId, id, note });
}

async function remove(articleId: string, id: string): Promise<void> {
  say('begin', { op: 'remove', articleId, id });
  await call('annotations.remove', { articleId, ids: [id] });
  say('done', { op: 'remove', articleId, id });
  present.set(
    articleId,
    (present.get(articleId) ?? []).filter((other) => other !== id),
  );
}

for (;;) {
  const articleId = present.size === 0 ? undefined : pick([...present.keys()]);
  const choice = next();
  if (articleId === undefined || choice < 0.1) {
    await importOne();
    continue;
  }
  const ids = present.get(articleId) ?? [];
  if (ids.length === 0 || choice < 0.6) await add(articleId);
  else if (choice < 0.85) await update(articleId, pick(ids));
  else await remove(articleId, pick(ids));
}
