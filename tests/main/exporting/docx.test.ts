import { unzipSync, strFromU8 } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '#core/task';
import { notesDocx } from '../../../main/exporting/docx/notes';
import { readNote } from '../../../main/exporting/note-blocks';
import { annotation, article, notes, type Entry } from '../../core/export/material';

const conference = article(1, ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.\u0007'], {
  title: 'Rõ người, rõ việc',
  url: 'https://baolamkhe.example/ro-nguoi',
});
const older = article(2, ['Phấn đấu đạt 95% trở lên.'], { title: 'Năm trước', publishedOn: '2025-01-08' });

async function made(entries: Entry[], request: Parameters<typeof notes>[1] = {}) {
  const bytes = await notesDocx(notes(entries, request), 'vi', readNote);
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  // Another program's reader.
  const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  return { part, html };
}

const task = annotation(conference, 'Giao Sở Nội vụ rà soát.\u0007', {
  kind: 'task',
  tags: ['cải cách'],
  note: 'Hỏi **lại**: <gấp> & [đây](https://lamkhe.example).\n\n1. một\n2. hai\n   - ba',
  task: { ...NO_FACTS, responsible: 'Sở Nội vụ' },
});

describe('notes as a Word document', () => {
  it('hold the quotation, what is known of it and the source as a footnote', async () => {
    const { html, part } = await made([[conference, task]]);
    expect(html).toContain('Rõ người, rõ việc');
    expect(html).toContain('Giao Sở Nội vụ rà soát.\ufffd');
    expect(html).toContain('<strong>Chủ trì: </strong>Sở Nội vụ');
    expect(html).toContain(
      'Hỏi <strong>lại</strong>: &lt;gấp&gt; &amp; <a href="https://lamkhe.example">đây</a>.',
    );
    expect(html).toContain('<ol><li>một</li><li>hai<ul><li>ba</li></ul></li></ol>');
    expect(part('word/footnotes.xml')).toContain(
      'Theo Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026, đoạn 2.',
    );
    expect(part('word/document.xml').match(/<w:footnoteReference /gu)).toHaveLength(1);
  });

  it('have the page of an office: A4, a wide left margin, Times New Roman, the number of the page above', async () => {
    const { part } = await made([[conference, task]]);
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(part('word/document.xml')).toMatch(/w:left="170[01]"/u);
    expect(part('word/document.xml')).toContain('<w:titlePg/>');
    expect(part('word/styles.xml')).toContain('Times New Roman');
    expect(part('word/styles.xml')).toContain('w:val="vi-VN"');
    expect(part('word/header1.xml')).toContain('PAGE');
  });

  it('have headings for several articles, each mark in the colour and line of its kind', async () => {
    const { part, html } = await made([
      [conference, task],
      [older, annotation(older, '95%', { kind: 'deadline' })],
    ]);
    expect(html.match(/<h1>/gu)).toHaveLength(3);
    expect(part('word/document.xml')).toContain('<w:pStyle w:val="Title"/>');
    expect(part('word/document.xml')).toContain('w:fill="F7CBA6"');
    expect(part('word/document.xml')).toContain('<w:u w:val="wave"/>');
    const plain = await made([[conference, task]], { include: { colours: false } });
    expect(plain.part('word/document.xml')).not.toContain('w:fill=');
  });

  it('begin the figures of each list anew', async () => {
    const twice = [1, 2].map(() => annotation(conference, 'Mở đầu', { note: '1. một\n2. hai' }));
    const { part } = await made([[conference, ...twice]]);
    const used = [...part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(used.slice(0, 4)).size).toBe(2);
  });
});
