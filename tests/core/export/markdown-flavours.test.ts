import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation';
import { renderNotes, type Notes } from '#core/export/index';
import { NO_FACTS } from '#core/task';
import { annotation, article, notes } from './material';

const render = (value: Notes) => renderNotes(value, 'obsidian', 'vi');

const conference = article(
  1,
  ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.', 'Báo cáo trước ngày 30/4/2026.'],
  { title: 'Rõ người, rõ việc' },
);

describe('a task in Markdown', () => {
  const task = annotation(conference, 'Giao Sở Nội vụ rà soát.', {
    kind: 'task',
    task: {
      ...NO_FACTS,
      content: 'Rà soát *quy hoạch*',
      responsible: 'Sở Nội vụ',
      deadline: { text: 'trước ngày 30/4/2026', iso: '2026-04-30', kind: 'before' },
    },
  });

  it('is a line of the Tasks plugin for Obsidian, once in the file', () => {
    const file = render(notes([[conference, { ...task, tags: ['a', 'b'] }]], { groupBy: 'tag' }));
    const line = `- [ ] Rà soát \\*quy hoạch\\* 🆔 ${task.id.slice(0, 8)} 📅 2026-04-30`;
    expect(file.split(line)).toHaveLength(2);
    expect(file).toContain('- Chủ trì: Sở Nội vụ');
  });

  it('that is done says when', () => {
    const done = { ...task, task: { ...task.task, progress: 'done', doneOn: '2026-04-20' } } as Annotation;
    expect(render(notes([[conference, done]]))).toMatch(/^- \[x\] .*📅 2026-04-30 ✅ 2026-04-20$/mu);
  });

  it('has neither front matter nor ids in plain Markdown, and the rest alike', () => {
    const value = notes([[conference, task]]);
    const plain = renderNotes(value, 'markdown', 'vi');
    expect(plain).not.toMatch(/^---$|\^hl-|🆔/mu);
    expect(plain).toContain('- Thời hạn: 30/04/2026 (trước ngày 30/4/2026)');
    expect(plain.startsWith('# Rõ người, rõ việc')).toBe(true);
  });

  it('shows the words around where they are asked for, the quotation in bold', () => {
    const value = notes([[conference, annotation(conference, 'Sở Nội vụ')]], {
      include: { context: true },
    });
    expect(renderNotes(value, 'markdown', 'vi')).toContain('> Giao **Sở Nội vụ** rà soát.');
  });
});
