import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '#core/task';
import { runCli } from '../../../main/hosts/cli';
import { createDirectEngine } from '../../../main/importing/operations';
import { articleBytes, openIn, temporaryFolder } from '../store/support';

const BASIS =
  'Ngày 9/7/2020, Tỉnh ủy Lam Khê quán triệt Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.';
const ASKED = 'Hội nghị yêu cầu Sở Y tế hoàn thành việc rà soát các trạm y tế trước ngày 31/10/2020.';
const TARGET = 'Phấn đấu đến năm 2099 có 100% trạm y tế đạt chuẩn quốc gia.';

/** An article in a library of its own, and the command line in its folder. */
async function library() {
  const cwd = temporaryFolder();
  const folder = join(cwd, 'thư viện');
  writeFileSync(join(cwd, 'a.txt'), articleBytes('Hội nghị của tỉnh', [BASIS, ASKED, TARGET]));
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCli([...argv, '--library', folder], {
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
  const [imported] = await json('import', 'a.txt');
  return { run, json, folder, id: String(imported?.['id']) };
}

describe('detect', () => {
  it('prints what is found, with offsets into the text that show prints', async () => {
    const { json, id } = await library();
    const [shown] = await json('show', id);
    const [found] = await json('detect', id);
    expect(Object.keys(found ?? {})).toEqual(['citations', 'tasks', 'dates']);
    for (const list of Object.values(found ?? {}) as { start: number; end: number; text: string }[][]) {
      expect(list.length).toBeGreaterThan(0);
      for (const { start, end, text } of list) expect(String(shown?.['text']).slice(start, end)).toBe(text);
    }
    expect(found).toMatchObject({
      citations: [
        {
          ...{ text: 'Chỉ thị số 35-CT/TW', canonical: 'chi-thi:35-CT/TW', class: 'numbered', number: '35' },
          ...{ type: 'Chỉ thị', issuer: 'TW', issuerName: 'Bộ Chính trị', date: '2019-05-30', term: null },
        },
      ],
      tasks: [
        {
          ...{ kind: 'task', responsible: 'Sở Y tế', cooperating: null, rank: 3 },
          deadline: { text: 'trước ngày 31/10/2020', iso: '2020-10-31', kind: 'before' },
        },
        { kind: 'target' },
      ],
    });
  });

  it('prints lines for people', async () => {
    const { run, id } = await library();
    const { out } = await run('detect', id);
    expect(out[0]).toBe('Văn bản được viện dẫn: 1');
    expect(out[1]).toBe('  Chỉ thị số 35-CT/TW  [chi-thi:35-CT/TW]');
    expect(out.join('\n')).toContain(' · chủ trì: Sở Y tế');
    expect(out.join('\n')).toContain('thời hạn: trước ngày 31/10/2020 = 2020-10-31');
  });

  it('refuses an article that is not there, and wants one id', async () => {
    const { run } = await library();
    const missing = await run('detect', '0123456789abcdef');
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('[article-not-found]')]);
    expect((await run('detect')).code).toBe(2);
  });
});

describe('register', () => {
  it('prints one line for each document, after all articles have been looked through', async () => {
    const { json, run, id } = await library();
    expect(await json('register')).toMatchObject([
      {
        ...{ canonical: 'chi-thi:35-CT/TW', type: 'Chỉ thị', number: '35', issuer: 'TW' },
        ...{ mentions: 1, articles: [id], term: { roman: 'XII', certain: true } },
      },
    ]);
    expect((await run('register')).out).toEqual([
      'Chỉ thị số 35-CT/TW  [chi-thi:35-CT/TW]',
      '  khóa XII · 2019-05-30 · 1 lần, 1 bài',
    ]);
    expect((await run('register', 'x')).code).toBe(2);
  });
});

describe('tasks', () => {
  it('prints the accepted tasks and targets, the nearest deadline first', async () => {
    const { json, run, folder, id } = await library();
    expect(await json('tasks')).toEqual([]);
    const opened = await openIn(folder);
    const add = (quote: string, kind: 'task' | 'target', iso: string | null) =>
      opened.call('annotations.add', {
        ...{ articleId: id, target: { quote }, kind },
        ...(iso !== null && {
          task: { ...NO_FACTS, responsible: 'Sở Y tế', deadline: { text: '', iso, kind: 'by' as const } },
        }),
      });
    await add('quán triệt Chỉ thị số 35-CT/TW', 'task', null);
    await add('100% trạm y tế đạt chuẩn quốc gia', 'target', '2099-12-31');
    await add('hoàn thành việc rà soát các trạm y tế', 'task', '2020-10-31');
    await opened.close();

    const rows = await json('tasks');
    expect(rows.map(({ kind, state, paragraph }) => [kind, state, paragraph])).toEqual([
      ['task', 'overdue', 2],
      ['target', 'notDue', 3],
      ['task', 'notDue', 1],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ quote: 'hoàn thành việc rà soát các trạm y tế', responsible: 'Sở Y tế', article: id },
      deadline: { text: '', iso: '2020-10-31', kind: 'by' },
    });
    expect((await run('tasks')).out.slice(0, 2)).toEqual([
      '[task] hoàn thành việc rà soát các trạm y tế',
      `  quá hạn · chủ trì: Sở Y tế · thời hạn: 2020-10-31 · ${id}, đoạn 2`,
    ]);
  });
});
