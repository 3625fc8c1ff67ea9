import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from './material';
import { openIn, temporaryFolder } from './support';

const KILLS = 24;

interface Line {
  what: 'begin' | 'done' | 'bug';
  op: 'import' | 'add' | 'update' | 'remove';
  articleId: string;
  id: string;
  note: string;
  title: string;
}

let child = '';

beforeAll(async () => {
  const root = join(import.meta.dirname, '../../..');
  // Inside the project, so that packages that are left out of the bundle are found.
  const outDir = join(root, 'dist/tests/crash-child');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'crash-child.ts'),
      outDir,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.js' } },
    },
  });
  child = join(outDir, 'child.js');
}, 60_000);

/** Lets a child work, kills it `after` milliseconds after its third change, and returns what it said. */
async function workAndDie(folder: string, seed: number, after: number): Promise<Line[]> {
  const worker = spawn(process.execPath, [child, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let timer: NodeJS.Timeout | null = null;
  worker.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (timer === null && output.split('"done"').length > 3) {
      timer = setTimeout(() => worker.kill('SIGKILL'), after);
    }
  });
  await new Promise((resolve) => worker.once('close', resolve));
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe('a process killed in the middle of its work', () => {
  it('loses no change that was acknowledged and leaves none half done', async () => {
    const folder = temporaryFolder();
    const notes = new Map<string, { articleId: string; note: string } | 'removed'>();
    const titles = new Set<string>();
    const next = random(20260105);
    let acknowledged = 0;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await workAndDie(folder, kill + 1, next() * 60);
      expect(lines.filter(({ what }) => what === 'bug')).toEqual([]);
      for (const { what, op, articleId, id, note, title } of lines) {
        if (what !== 'done') continue;
        acknowledged += 1;
        if (op === 'import') titles.add(title);
        else notes.set(id, op === 'remove' ? 'removed' : { articleId, note });
      }
      const last = lines.at(-1);
      const unanswered = last?.what === 'begin' ? last : null;

      const library = await openIn(folder);
      const { articles, notices } = await library.call('library.snapshot', {});
      expect(notices).toEqual([]);
      expect((await library.call('library.check', {})).problems).toEqual([]);
      expect(articles.map(({ title }) => title)).toEqual(expect.arrayContaining([...titles]));
      const found = new Map<string, { articleId: string; note: string }>();
      for (const { id: articleId } of articles) {
        const view = await library.call('articles.get', { id: articleId });
        for (const { id, note } of view.annotations) found.set(id, { articleId, note });
      }
      for (const [id, expected] of notes) {
        // The change that was under way may have been done or not; both are whole.
        if (unanswered?.id === id) continue;
        expect(found.get(id) ?? 'removed').toEqual(expected);
      }
      const unknown = [...found].filter(([id]) => !notes.has(id));
      expect(unknown.length).toBeLessThanOrEqual(unanswered?.op === 'add' ? 1 : 0);
      for (const [id, { articleId, note }] of found) notes.set(id, { articleId, note });
      if (unanswered?.op === 'remove' && !found.has(unanswered.id)) notes.set(unanswered.id, 'removed');
      await library.close();
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  }, 120_000);
});
