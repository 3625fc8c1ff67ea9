import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEdit } from '../../../renderer/notes/note-format';
import type { NoteFormat } from '../../../renderer/state/note-writing';

/** Formats what stands between the bars of `text`; bars stand around what is selected after that. */
function format(text: string, how: NoteFormat): string {
  const [before = '', inside = '', after = ''] = text.split('|');
  const plain = before + inside + after;
  const edit = formatEdit(plain, before.length, before.length + inside.length, how);
  const next = plain.slice(0, edit.start) + edit.insert + plain.slice(edit.end);
  const { start, end } = edit.select;
  return `${next.slice(0, start)}|${next.slice(start, end)}|${next.slice(end)}`;
}

describe('formatting a note', () => {
  test.each<[string, NoteFormat, string]>([
    ['hỏi |lại| ngay', 'bold', 'hỏi **|lại|** ngay'],
    ['hỏi **|lại|** ngay', 'bold', 'hỏi |lại| ngay'],
    ['hỏi |**lại**| ngay', 'bold', 'hỏi |lại| ngay'],
    ['hỏi| lại |ngay', 'bold', 'hỏi **|lại|** ngay'],
    ['hỏi ||', 'bold', 'hỏi **||**'],
    ['hỏi |lại| ngay', 'italic', 'hỏi *|lại|* ngay'],
    ['hỏi *|lại|* ngay', 'italic', 'hỏi |lại| ngay'],
    // Two stars are no italics: both together are three.
    ['hỏi **|lại|** ngay', 'italic', 'hỏi ***|lại|*** ngay'],
    ['hỏi ***|lại|*** ngay', 'italic', 'hỏi **|lại|** ngay'],
    ['một\nh|ai\nb|a', 'bulletList', 'một\n|- hai\n- ba|'],
    ['- một\n|- hai\n- ba|', 'bulletList', '- một\n|hai\nba|'],
    ['một||', 'bulletList', '- một||'],
    ['xem |Công báo| nhé', 'noteLink', 'xem [Công báo](|https://|) nhé'],
    ['xem |https://a.example| nhé', 'noteLink', 'xem [||](https://a.example) nhé'],
  ])('makes of %s, %s, this: %s', (text, how, wanted) => {
    expect(format(text, how)).toBe(wanted);
  });

  test('in bold or italics twice leaves every text as it was', () => {
    const word = fc.stringMatching(/^[\p{L}]{1,6}$/u);
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.constantFrom('bold' as const, 'italic' as const),
        (a, b, c, how) => {
          const text = `${a} |${b}| ${c}`;
          expect(format(format(text, how), how)).toBe(text);
        },
      ),
    );
  });
});
