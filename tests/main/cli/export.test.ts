import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal';

describe('export', () => {
  it('write the notes to a file and say how many', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    await terminal.json('annotate', id, '--quote', 'Hội nghị', '--kind', 'task', '--note', 'ghi chú của tôi');
    for (const format of ['markdown', 'obsidian', 'html', 'text']) {
      const out = join(terminal.cwd, `ra.${format}`);
      const { code, values } = await terminal.json(
        'export',
        '--format',
        format,
        '--ids',
        id,
        '--out',
        `ra.${format}`,
      );
      expect([code, values]).toEqual([0, [{ path: out, annotations: 1 }]]);
      expect(readFileSync(out, 'utf8')).toContain('ghi chú của tôi');
    }
    const grouped = await terminal.json('export', '--format', 'html', '--group', 'tag', '--out', 'x.html');
    expect(grouped.code).toBe(0);
  });

  it('write the tables of tasks and documents, and the deadlines as a calendar', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    await terminal.json('annotate', id, '--quote', 'Hội nghị', '--kind', 'task');
    for (const [format, magic] of [
      ['xlsx', 'PK'],
      ['docx', 'PK'],
      ['csv', '\u{FEFF}TT;'],
    ] as const) {
      const out = join(terminal.cwd, `ra.${format}`);
      const made = await terminal.json(
        'export',
        '--what',
        'tasks',
        '--format',
        format,
        '--out',
        `ra.${format}`,
      );
      expect([made.code, made.values]).toEqual([0, [{ path: out }]]);
      expect(readFileSync(out, 'utf8').startsWith(magic)).toBe(true);
    }
    // The task has no day.
    const calendar = await terminal.json('export', '--format', 'ics', '--out', 'ra.ics');
    expect([calendar.code, existsSync(join(terminal.cwd, 'ra.ics'))]).toEqual([1, false]);
    const documents = await terminal.json(
      'export',
      '--what',
      'documents',
      '--format',
      'xlsx',
      '--out',
      'vb.xlsx',
    );
    expect([documents.code, existsSync(join(terminal.cwd, 'vb.xlsx'))]).toEqual([0, true]);
    const coverage = await terminal.json(
      'export',
      '--what',
      'coverage',
      '--format',
      'csv',
      '--out',
      'bq.csv',
    );
    expect([coverage.code, existsSync(join(terminal.cwd, 'bq.csv'))]).toEqual([0, true]);
    expect((await terminal.run('export', '--what', 'documents', '--format', 'ics', '--out', 'x')).code).toBe(
      2,
    );
  });

  it('refuse an empty export and an unwritable place, leaving no file', async () => {
    const terminal = new Terminal();
    const id = await terminal.importOne();
    const empty = await terminal.json('export', '--format', 'markdown', '--out', 'ra.md');
    expect([empty.code, existsSync(join(terminal.cwd, 'ra.md'))]).toEqual([1, false]);
    await terminal.json('annotate', id, '--quote', 'Hội nghị', '--kind', 'task');
    const nowhere = await terminal.json('export', '--format', 'markdown', '--out', 'không/có/ra.md');
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('write-failed');
    const pages = await terminal.json('export', '--format', 'pdf', '--out', 'ra.pdf');
    expect([pages.code, existsSync(join(terminal.cwd, 'ra.pdf'))]).toEqual([1, false]);
    expect(pages.err).toContain('no-window');
  });
});
