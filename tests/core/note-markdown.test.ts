import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteBlock, NoteInline } from '#core/note-markdown';
import { renderNotes } from '#core/export/index';
import { readNote } from '../../main/exporting/note-blocks';
import { annotation, article, notes } from './export/material';

const text = (value: string): NoteInline => ({ is: 'text', text: value });
const paragraph = (...children: NoteInline[]): NoteBlock => ({ is: 'paragraph', children });

/** All words of a note as they are shown. */
const shown = (blocks: readonly NoteBlock[]): string => blocks.map(shownBlock).join('\n');
function shownBlock(block: NoteBlock): string {
  switch (block.is) {
    case 'paragraph':
    case 'heading':
      return block.children.map(shownPart).join('');
    case 'quote':
      return shown(block.children);
    case 'list':
      return block.items.map(({ children }) => shown(children)).join('\n');
    case 'code':
      return block.text;
    case 'rule':
      return '';
  }
}
function shownPart(part: NoteInline): string {
  if ('children' in part) return part.children.map(shownPart).join('');
  return part.is === 'break' ? '\n' : part.text;
}

describe('the Markdown of a note', () => {
  it('is read as emphasis, code, headings, quotations and lists', () => {
    expect(readNote('**đậm** *nghiêng* ~~bỏ~~ `mã`')).toEqual([
      paragraph(
        { is: 'strong', children: [text('đậm')] },
        text(' '),
        { is: 'emphasis', children: [text('nghiêng')] },
        text(' '),
        { is: 'delete', children: [text('bỏ')] },
        text(' '),
        { is: 'code', text: 'mã' },
      ),
    ]);
    expect(readNote('# Việc\n\n> Trích\n\n- một\n- [x] hai\n\n3. ba\n\n---\n\n    mã')).toEqual([
      { is: 'heading', children: [text('Việc')] },
      { is: 'quote', children: [paragraph(text('Trích'))] },
      {
        is: 'list',
        ordered: false,
        start: 1,
        items: [
          { checked: null, children: [paragraph(text('một'))] },
          { checked: true, children: [paragraph(text('hai'))] },
        ],
      },
      { is: 'list', ordered: true, start: 3, items: [{ checked: null, children: [paragraph(text('ba'))] }] },
      { is: 'rule' },
      { is: 'code', text: 'mã' },
    ]);
  });

  it('keeps a single line feed as a new line, with Markdown and without', () => {
    const lines = [text('Hỏi lại'), { is: 'break' } as const, text('thời hạn')];
    expect(readNote('Hỏi lại\nthời hạn')).toEqual([paragraph(...lines)]);
    expect(readNote('Hỏi lại\nthời hạn\n\n**gấp**')).toEqual([
      paragraph(...lines),
      paragraph({ is: 'strong', children: [text('gấp')] }),
    ]);
  });

  it.each([
    ['<b onclick="x()">chữ</b>'],
    ['<script>alert(1)</script>'],
    ['![ảnh](https://ví-dụ.example/a.png)'],
    ['| a | b |\n|---|---|\n| 1 | 2 |'],
    ['[bấm](javascript:alert(1))'],
    ['[thư](mailto:a@b.example)'],
  ])('shows %s as it was typed', (note) => {
    expect(shown(readNote(note))).toBe(note);
    expect(JSON.stringify(readNote(note))).not.toContain('"address"');
  });

  it('links pages of the web, and places in this library also where they stand bare', () => {
    const place = 'doi-chieu://0123456789abcdef/doan/4?r=2';
    expect(readNote(`Xem ${place}, rồi [báo](https://bao.example/a).`)).toEqual([
      paragraph(
        text('Xem '),
        { is: 'link', address: place, children: [text(place)] },
        text(', rồi '),
        { is: 'link', address: 'https://bao.example/a', children: [text('báo')] },
        text('.'),
      ),
    ]);
  });

  it('shows a fence with words beside it as it was typed', () => {
    expect(readNote('~~~~rà')).toEqual([paragraph(text('~~~~rà'))]);
  });

  it('never loses a word, whatever signs stand around it', () => {
    const sign = fc.constantFrom(
      '*',
      '**',
      '_',
      '~~',
      '# ',
      '> ',
      '- ',
      '1. ',
      '`',
      '|',
      '<',
      '[',
      '!',
      '\n',
      '\n\n',
      '  ',
    );
    const piece = fc.oneof(sign, fc.constantFrom('rà', 'soát', 'thủ', 'tục', 'đến'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const note = pieces.join('');
        const letters = (value: string) => value.match(/\p{L}/gu) ?? [];
        expect(letters(shown(readNote(note)))).toEqual(letters(note));
      }),
    );
  });

  it('is left alone where a parser would need seconds or the nesting has no end', () => {
    for (const note of ['>'.repeat(15_000), '*'.repeat(19_000), '- '.repeat(9_000), '[x'.repeat(9_000)]) {
      const began = performance.now();
      expect(shown(readNote(note)).length).toBeGreaterThan(0);
      expect(performance.now() - began).toBeLessThan(1500);
    }
  });
});

describe('notes in an HTML export', () => {
  it('show their Markdown, and nothing of HTML that was typed', () => {
    const of = article(1, ['Giao Sở Nội vụ rà soát.']);
    const note = '**Gấp** <img src=x onerror=y>\n\n- [một](https://bao.example/?a=1&b="2")';
    const html = renderNotes(notes([[of, annotation(of, 'rà soát', { note })]]), 'html', 'vi', readNote);
    expect(html).toContain('<strong>Gấp</strong> &lt;img src=x onerror=y&gt;');
    expect(html).toContain(
      '<ul><li><p><a href="https://bao.example/?a=1&amp;b=&quot;2&quot;" rel="noreferrer">một</a>',
    );
  });
});
