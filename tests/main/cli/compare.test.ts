import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../main/hosts/cli';
import { createDirectEngine } from '../../../main/importing/operations';
import { articleBytes, openIn, sure, temporaryFolder } from '../store/support';

const OPENING = 'Sáng 7/1, Tỉnh ủy Lam Khê tổ chức Hội nghị tổng kết công tác năm 2024 tại hội trường lớn.';
const TARGET = 'Phấn đấu trên 80% hồ sơ được giải quyết trực tuyến toàn trình theo Chỉ thị số 14-CT/TU.';
const INSPECTION = 'Ủy ban Kiểm tra giám sát chuyên đề việc thu, nộp và sử dụng đảng phí tại các chi bộ.';
const TASK = 'Giao Sở Nội vụ rà soát toàn bộ thủ tục nội bộ của các cơ quan đảng, báo cáo trong quý II.';
const FLAG = 'Cùng ngày, Ban Thường vụ Tỉnh ủy trao Cờ thi đua cho 12 tập thể xuất sắc.';
const CYBER = 'Công an tỉnh bảo đảm an toàn dữ liệu dùng chung, xử lý sự cố trong bốn giờ.';

/** Two articles in a library of their own, and the command line in its folder. */
async function library() {
  const cwd = temporaryFolder();
  const articles = [
    ['a.txt', 'Hội nghị năm trước', [OPENING, INSPECTION, TARGET, TASK, FLAG]],
    [
      'b.txt',
      'Hội nghị năm sau',
      [
        OPENING.replace('7/1', '8/1').replace('2024', '2025'),
        TARGET.replace('80%', '95%'),
        TASK,
        INSPECTION,
        CYBER,
      ],
    ],
  ] as const;
  for (const [name, title, paragraphs] of articles)
    writeFileSync(join(cwd, name), articleBytes(title, [...paragraphs]));
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
  const imported = await run('import', 'a.txt', 'b.txt', '--json');
  const [a = '', b = ''] = imported.out.map((line) => (JSON.parse(line) as { id: string }).id);
  return { run, a, b, folder: join(cwd, 'thư viện') };
}

describe('compare', () => {
  it('prints pairs and what stands alone, with paragraph numbers from 1', async () => {
    const { run, a, b } = await library();
    const { code, out } = await run('compare', a, b, '--json');
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    const printed = JSON.parse(sure(out[0])) as { pairs: { score: number }[] };
    expect(printed).toEqual({
      pairs: [
        { left: 1, right: 1, kind: 'reworded', score: expect.any(Number) as number },
        { left: 2, right: 4, kind: 'moved', score: 1 },
        { left: 3, right: 2, kind: 'reworded', score: expect.any(Number) as number },
        { left: 4, right: 3, kind: 'same', score: 1 },
      ],
      onlyLeft: [5],
      onlyRight: [5],
    });
    for (const { score } of printed.pairs) {
      expect(score).toBe(Number(score.toFixed(3)));
      expect(score).toBeGreaterThan(0.5);
    }
  });

  it('turns round with its sides, and an article is the same as itself', async () => {
    const { run, a, b } = await library();
    const turned = JSON.parse(sure((await run('compare', b, a, '--json')).out[0])) as {
      pairs: { left: number; right: number }[];
    };
    expect(turned.pairs.map(({ left, right }) => [left, right])).toEqual([
      [1, 1],
      [2, 3],
      [3, 4],
      [4, 2],
    ]);
    const same = await run('compare', a, a, '--json');
    expect(JSON.parse(sure(same.out[0]))).toEqual({
      pairs: [1, 2, 3, 4, 5].map((at) => ({ left: at, right: at, kind: 'same', score: 1 })),
      onlyLeft: [],
      onlyRight: [],
    });
  });

  it('tells people in words what changed', async () => {
    const { run, a, b } = await library();
    const { code, out } = await run('compare', a, b);
    expect(code).toBe(0);
    expect(out.slice(0, 2)).toEqual(['A: Hội nghị năm trước', 'B: Hội nghị năm sau']);
    expect(out[2]).toMatch(
      /^giống nhau \d+ % · 1 giữ nguyên · 2 diễn đạt lại · 1 chuyển chỗ · 1 chỉ có ở A · 1 chỉ có ở B$/,
    );
    const all = out.join('\n');
    expect(all).toContain('A3 ↔ B2  80% → 95%');
    expect(all).toContain('14-CT/TU  A 1 lần, B 1 lần');
  });

  it('holds to what the person pinned', async () => {
    const { run, a, b, folder } = await library();
    const { call, close } = await openIn(folder);
    await call('pins.add', {
      left: { articleId: b, revision: 1, block: 4 },
      right: { articleId: a, revision: 1, block: 4 },
      together: true,
    });
    await close();
    const { out } = await run('compare', a, b, '--json');
    const { pairs, onlyLeft } = JSON.parse(sure(out[0])) as {
      pairs: { left: number; right: number }[];
      onlyLeft: number[];
    };
    expect(pairs.at(-1)).toMatchObject({ left: 5, right: 5, kind: 'reworded' });
    expect(onlyLeft).toEqual([]);
  });

  it('needs two articles that are there', async () => {
    const { run, a } = await library();
    expect((await run('compare', a)).code).toBe(2);
    expect((await run('compare', a, a, a)).code).toBe(2);
    const missing = await run('compare', a, '0123456789abcdef');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('article-not-found');
  });
});
