import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleBytes, openIn, sure } from '../store/support';
import { Terminal } from './terminal';

describe('import', () => {
  it('prints a line per file and exits 1 when one was refused, after the others went in', async () => {
    const terminal = new Terminal();
    terminal.write('a.txt', articleBytes('Bài một'));
    terminal.write('trống.txt', '');
    terminal.write('b.txt', articleBytes('Bài hai', ['Đoạn của bài hai, khác hẳn với bài kia.']));
    const { code, values, err } = await terminal.json('import', 'a.txt', 'trống.txt', 'b.txt', 'a.txt');
    expect(code).toBe(1);
    expect(values.map(({ path, status, title, code: refusal }) => [path, status, title, refusal])).toEqual([
      ['a.txt', 'imported', 'Bài một', undefined],
      ['trống.txt', 'refused', undefined, 'file-empty'],
      ['b.txt', 'imported', 'Bài hai', undefined],
      ['a.txt', 'duplicate', 'Bài một', undefined],
    ]);
    expect(values[0]?.['id']).toBe(values[3]?.['id']);
    expect(values[1]?.['message']).toMatch(/trống/);
    expect(err).toContain('trống.txt');
    expect((await terminal.json('import', 'a.txt')).code).toBe(0);
  });
});

describe('list and show', () => {
  it('print exactly what was agreed', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    await terminal.json('annotate', id, '--quote', 'Đồng chí Bí thư', '--kind', 'task');
    const list = await terminal.json('list');
    expect(list.code).toBe(0);
    expect(Object.keys(sure(list.values[0]))).toEqual([
      'id',
      'title',
      'dek',
      'source',
      'url',
      'publishedOn',
      'importedAt',
      'paragraphs',
      'annotations',
    ]);
    expect(list.values).toMatchObject([{ id, title: 'Bài một', annotations: 1 }]);

    const { code, values } = await terminal.json('show', id);
    expect(code).toBe(0);
    const [article] = values as [
      Record<string, unknown> & { blocks: { kind: string; text: string }[]; text: string },
    ];
    expect(Object.keys(article)).toEqual([
      'id',
      'title',
      'dek',
      'source',
      'url',
      'publishedOn',
      'dateConfidence',
      'byline',
      'captions',
      'blocks',
      'text',
      'removed',
      'annotations',
    ]);
    expect(article.text).toBe(article.blocks.map(({ text }) => text).join('\n'));
    expect(list.values[0]?.['paragraphs']).toBe(article.blocks.length);
    expect(article['annotations']).toMatchObject([{ kind: 'task', paragraph: article.blocks.length }]);
  });

  it('put the newest publication first and leave out the trash', async () => {
    const terminal = new Terminal();
    const days = ['2020-05-01', '2023-01-09', '2014-07-18'];
    const ids: string[] = [];
    for (const [index] of days.entries()) {
      terminal.write(
        `${index}.txt`,
        articleBytes(`Bài số ${index}`, [`Đoạn riêng của bài số ${index} trong thư viện.`]),
      );
      ids.push(String((await terminal.json('import', `${index}.txt`)).values[0]?.['id']));
    }
    terminal.write('x.txt', articleBytes('Bài bỏ', ['Đoạn của bài sẽ nằm trong thùng rác.']));
    const removed = String((await terminal.json('import', 'x.txt')).values[0]?.['id']);
    const library = await openIn(terminal.library);
    for (const [index, publishedOn] of days.entries()) {
      await library.call('articles.update', { id: sure(ids[index]), patch: { publishedOn } });
    }
    await library.call('articles.remove', { ids: [removed] });
    await library.close();
    const { values } = await terminal.json('list');
    expect(values.map(({ publishedOn }) => publishedOn)).toEqual(['2023-01-09', '2020-05-01', '2014-07-18']);
  });

  it('refuse a library or an article that is not there, and make none', async () => {
    const terminal = new Terminal();
    const list = await terminal.run('list', '--library', 'không có', '--json');
    expect(list).toMatchObject({ code: 1, out: [] });
    expect(list.err).toContain('library-not-found');
    expect(existsSync(join(terminal.cwd, 'không có'))).toBe(false);
    mkdirSync(terminal.library);
    expect(await terminal.json('list')).toMatchObject({ code: 0, values: [] });
    expect(readdirSync(terminal.library)).toEqual([]);
    await terminal.importOne();
    expect(await terminal.json('show', '0123456789abcdef')).toMatchObject({ code: 1 });
    expect((await terminal.json('show', 'nonsense')).err).toContain('article-not-found');
  });

  it('read while a window holds the library', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    const window = await openIn(terminal.library);
    expect((await terminal.json('list')).values).toHaveLength(1);
    expect((await terminal.json('show', id)).code).toBe(0);
    const refused = await terminal.json('annotate', id, '--quote', 'Hội nghị', '--kind', 'task');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`pid ${process.pid}`);
    await window.close();
  });
});

describe('annotate', () => {
  it('prints the annotation and keeps it', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    const { code, values } = await terminal.json(
      ...[
        'annotate',
        id,
        '--quote',
        'các cấp ủy',
        '--kind',
        'directive',
        '--tag',
        'Đảng',
        '--tag',
        'Học tập',
      ],
      ...['--note', 'xem kỹ'],
    );
    expect(code).toBe(0);
    expect(values).toMatchObject([
      {
        kind: 'directive',
        colour: 'blue',
        tags: ['Đảng', 'Học tập'],
        note: 'xem kỹ',
        anchor: 'exact',
        paragraph: 1,
        target: { quote: { exact: 'các cấp ủy' } },
      },
    ]);
    const [article] = (await terminal.json('show', id)).values;
    expect(article?.['annotations']).toEqual(values);
  });

  it('says how often the words were found', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    const { code, err, values } = await terminal.json(
      ...['annotate', id, '--quote', 'Hội nghị', '--nth', '5', '--kind', 'task'],
    );
    expect([code, values]).toEqual([1, []]);
    expect(err).toMatch(/1 lần.*quote-not-found/);
  });
});

describe('check', () => {
  it('find no problem in a sound library and exit 1 in a broken one', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    await terminal.json('annotate', id, '--quote', 'Hội nghị', '--kind', 'task');
    expect(await terminal.json('check')).toMatchObject({
      code: 0,
      values: [{ articles: 1, annotations: 1, problems: [] }],
    });
    writeFileSync(join(terminal.library, 'annotations', `${id}.json`), '{');
    const { code, values } = await terminal.json('check');
    expect(code).toBe(1);
    expect(values).toMatchObject([{ problems: [{ file: `annotations/${id}.json`, code: 'broken' }] }]);
  });
});

describe('usage', () => {
  it.each([
    [[]],
    [['nonsense']],
    [['import']],
    [['list', 'x']],
    [['list', '--nonsense']],
    [['show']],
    [['annotate', '0123456789abcdef', '--kind', 'task']],
    [['annotate', '0123456789abcdef', '--quote', 'x', '--kind', 'nonsense']],
    [['annotate', '0123456789abcdef', '--quote', 'x', '--kind', 'task', '--nth', '0']],
    [['export', '--format', 'nonsense', '--out', 'x']],
    [['export', '--format', 'html']],
  ])('that is wrong is answered by help on stderr and exit code 2: %j', async (argv) => {
    const terminal = new Terminal();
    const { code, out, err } = await terminal.run(...argv);
    expect([code, out]).toEqual([2, []]);
    expect(err).toContain('--library');
    expect(readdirSync(terminal.cwd)).toEqual([]);
  });

  it('is printed for --help', async () => {
    const { code, out } = await new Terminal().run('--help');
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/nhập bài[\s\S]*imports/);
  });

  it('without --library takes the folder in the documents', async () => {
    const terminal = new Terminal();
    terminal.write('a.txt', articleBytes('Bài một'));
    mkdirSync(join(terminal.cwd, '.config'));
    writeFileSync(join(terminal.cwd, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Tài liệu"\n');
    expect((await terminal.run('import', 'a.txt')).code).toBe(0);
    expect(existsSync(join(terminal.cwd, 'Tài liệu', 'Đối Chiếu', 'library.json'))).toBe(true);
    const { out } = await terminal.run('list');
    expect(out.join('\n')).toContain('Bài một');
  });
});
