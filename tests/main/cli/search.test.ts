import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../main/hosts/cli';
import { createDirectEngine } from '../../../main/importing/operations';
import { articleBytes, temporaryFolder } from '../store/support';

const PARAGRAPHS = ['Đảng bộ xã đang rà soát các chi bộ.', 'Chi bộ thôn Đoài rà soát trước.'];

/** Two articles in a library of their own, and the command line in its folder. */
async function library() {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.txt'), articleBytes('Họp chi bộ', PARAGRAPHS));
  writeFileSync(join(cwd, 'b.txt'), articleBytes('Trồng cây', ['Xã trồng cây bàng.', 'Hết.']));
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCli([...argv, '--library', join(cwd, 'thư viện')], {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      cwd,
      env: { HOME: cwd },
      engine: createDirectEngine,
    });
    return { code, out, err: err.join('\n') };
  };
  const json = async (...argv: string[]): Promise<Record<string, unknown>[]> => {
    const { code, out } = await run(...argv, '--json');
    expect(code).toBe(0);
    return out.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const [meeting, trees] = await json('import', 'a.txt', 'b.txt');
  return { run, json, meeting: String(meeting?.['id']), trees: String(trees?.['id']) };
}

describe('search', () => {
  it('prints a line for each place, with offsets into the text that show prints', async () => {
    const { json, meeting } = await library();
    const [shown] = await json('show', meeting);
    const rows = await json('search', 'rà soát');
    expect(rows).toEqual([
      {
        ...{ id: meeting, title: 'Họp chi bộ', start: 16, end: 23, exact: 'rà soát' },
        ...{ snippet: PARAGRAPHS[0], paragraph: 1 },
      },
      expect.objectContaining({ exact: 'rà soát', snippet: PARAGRAPHS[1], paragraph: 2 }),
    ]);
    for (const { start, end, exact } of rows)
      expect(String(shown?.['text']).slice(Number(start), Number(end))).toBe(exact);
  });

  it('says of a place that does not stand in the text where it does', async () => {
    const { json, run, meeting } = await library();
    await run('annotate', meeting, '--quote', 'thôn Đoài', '--kind', 'highlight', '--note', 'chi bộ điểm');
    const rows = await json('search', '"chi bộ"');
    expect(rows.map((row) => [row['in'], row['paragraph'], row['start']])).toEqual([
      ['title', null, 4],
      ['note', null, 0],
      [undefined, 1, 28],
      [undefined, 2, `${PARAGRAPHS[0]}\n`.length],
    ]);
    expect(rows[1]?.['annotation']).toEqual(expect.any(String));
  });

  it('prints no more than is asked for', async () => {
    const { json } = await library();
    expect(await json('search', 'chi bộ', '--limit', '2')).toHaveLength(2);
    expect(await json('search', 'chi bộ | cây')).toHaveLength(5);
  });

  it('prints lines for people', async () => {
    const { run, trees } = await library();
    const { out } = await run('search', 'cây', 'bàng');
    expect(out).toEqual([`${trees}  Trồng cây`, '  đoạn 1: Xã trồng cây bàng.']);
  });

  it('prints the articles that fit a query without words', async () => {
    const { json, meeting } = await library();
    expect(await json('search', 'NOT cây')).toEqual([
      expect.objectContaining({ id: meeting, in: 'article', paragraph: null }),
    ]);
  });

  it('says when the words stand there with other marks only, and finds these when asked', async () => {
    const { run } = await library();
    const strict = await run('search', 'cầy bằng');
    expect([strict.code, strict.out, strict.err]).toEqual([0, [], expect.stringContaining('1 bài')]);
    expect((await run('search', 'cầy bằng', '--any-marks')).out).toHaveLength(2);
  });

  it('refuses a query that it cannot answer, and says what is wrong with it', async () => {
    const { run } = await library();
    const open = await run('search', '"chi bộ', '--json');
    expect([open.code, open.out, open.err]).toEqual([1, [], expect.stringContaining('[open-quote]')]);
    const long = await run('search', 'a'.repeat(10_000));
    expect([long.code, long.err]).toEqual([1, expect.stringContaining('[too-long]')]);
    expect(long.err.length).toBeLessThan(200);
  });

  it.each([[[]], [['  ']], [['cây', '--limit', '0']], [['cây', '--limit', 'hai']]])(
    'wants a query: %j',
    async (argv) => {
      const { run } = await library();
      expect((await run('search', ...argv)).code).toBe(2);
    },
  );
});
