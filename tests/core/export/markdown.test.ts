import fc from 'fast-check';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { renderNotes, type Notes } from '#core/export/index';
import { noteLines } from '#core/export/markdown-escape';
import { annotation, article, notes } from './material';

type Root = ReturnType<typeof parse>;
type Node = Root['children'][number];

/** The body of the file as a reader of Markdown understands it; the front matter is cut off first. */
function parse(markdown: string) {
  const body = /^---\n[\s\S]*?\n---\n([\s\S]*)$/u.exec(markdown)?.[1];
  if (body === undefined) throw new Error('no front matter');
  return unified().use(remarkParse).use(remarkGfm).parse(body);
}

const render = (value: Notes, language: 'vi' | 'en' = 'vi') => renderNotes(value, 'obsidian', language);

const nodesOf = (root: Root, type: Node['type']) => root.children.filter((node) => node.type === type);

function quotationsOf(root: Root): string[][] {
  return root.children.flatMap((node) =>
    node.type === 'blockquote' ? [node.children.map((child) => plainText(child))] : [],
  );
}

const conference = article(
  1,
  ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.', 'Báo cáo trước ngày 30/4/2026.'],
  {
    title: 'Rõ người, rõ việc',
    url: 'https://baolamkhe.example/ro-nguoi_ro-viec',
  },
);

describe('notes in Markdown', () => {
  it('show the quotation, its kind, place, tags, note and source', () => {
    const task = annotation(conference, 'Giao Sở Nội vụ rà soát.\nBáo cáo', {
      kind: 'task',
      tags: ['cải cách', 'so với 2025'],
      note: 'Hỏi lại thời hạn.',
    });
    expect(render(notes([[conference, task]]))).toBe(`---
title: "Rõ người, rõ việc"
source: "Báo Lam Khê"
url: "https://baolamkhe.example/ro-nguoi_ro-viec"
date: 2026-01-09
id: "1111111111111111"
tags: ["cải-cách", "so-với-2025"]
exported: 2026-11-22
---

# Rõ người, rõ việc

1 ghi chú · Xuất ngày 22/11/2026

Báo Lam Khê · ngày 09/01/2026 · <https://baolamkhe.example/ro-nguoi_ro-viec>

> Giao Sở Nội vụ rà soát.
>
> Báo cáo

- **Nhiệm vụ** · đoạn 2–3
- Thẻ: cải cách · so với 2025
- Ghi chú: Hỏi lại thời hạn.
- Theo Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026, đoạn 2–3. ^hl-${task.id.slice(0, 8)}

## Nguồn

1. Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026. <https://baolamkhe.example/ro-nguoi_ro-viec>
`);
  });

  it('are in English when the program is', () => {
    const text = render(
      notes([[conference, annotation(conference, 'rà soát.\nBáo cáo', { kind: 'deadline' })]]),
      'en',
    );
    expect(text).toContain('1 annotation · Exported on 22/11/2026');
    expect(text).toContain('- **Deadline** · paragraphs 2–3');
    expect(text).toContain('- From Báo Lam Khê, “Rõ người, rõ việc”, 09/01/2026, paragraphs 2–3.');
  });

  it('never pass an inferred year off as known', () => {
    const inferred = article(2, ['Chữ.'], { dateConfidence: 'inferred-year' });
    const value = notes([[inferred, annotation(inferred, 'Chữ')]]);
    expect(render(value)).toContain('ngày 09/01/2026 (năm suy luận), đoạn 1.');
    expect(render(value, 'en')).toContain('09/01/2026 (year inferred), paragraph 1.');
    expect(render(value)).toContain('date_inferred: true');
  });

  it('leave out what is not known', () => {
    const bare = article(3, ['Chữ.'], { source: null, publishedOn: null, dateConfidence: 'none' });
    expect(render(notes([[bare, annotation(bare, 'Chữ')]]))).toContain(
      '- “Bài 3”, không rõ ngày đăng, đoạn 1.',
    );
  });

  it('say of a passage without a place that it has none', () => {
    const text = render(notes([[conference, annotation(conference, 'Mở đầu', { anchor: 'orphan' })]]));
    expect(text).toContain('> Mở đầu');
    expect(text).toContain('**Mất vị trí**');
    expect(text).toContain('mất vị trí.');
  });

  it('name an annotation’s block once, also under several tags', () => {
    const twice = annotation(conference, 'Mở đầu', { tags: ['a', 'b'] });
    const text = render(notes([[conference, twice]], { groupBy: 'tag' }));
    expect(text.match(/\^hl-/gu)).toHaveLength(1);
    expect(quotationsOf(parse(text))).toEqual([['Mở đầu'], ['Mở đầu']]);
  });

  it('link an address only when it leads to a page', () => {
    const evil = article(4, ['Chữ.'], { url: 'javascript:alert(1)' });
    const root = parse(render(notes([[evil, annotation(evil, 'Chữ')]])));
    expect(JSON.stringify(root)).not.toContain('"type":"link"');
  });
});

const SIGNS = [
  '#',
  '-',
  '+',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '|',
  '~',
  '&',
  '\\',
  '!',
  '1.',
  '2)',
];
const RARE = [
  '=',
  '$',
  '^',
  '%',
  '@',
  ':',
  '//',
  'www.',
  'http://',
  'a_b',
  '&amp;',
  '<b>',
  '[^1]',
  '- [ ] ',
  '    ',
];
const WORDS = [' ', '  ', 'Chỉ thị', 'số 14-CT/TU', 'ộ', '\t', '“”', '😀', 'a@b.vn', 'https://x.vn/a_b*c'];
const anything = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS, ...RARE, ...WORDS), fc.string({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join('').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
  .filter((line) => line.trim() !== '');

describe('Markdown of hostile words', () => {
  it.each([
    '# a',
    '- a',
    '+ a',
    '1. a',
    '1) a',
    '> a',
    '***',
    '---',
    '===',
    '| a | b |',
    '<b>a</b>',
    '    a',
    '[a]: b',
    '`a`',
    '~~~',
    '[^1]: a',
    'a_b_c',
    '&amp;',
    '$a$',
    'https://a_b.vn/x_y_z',
    'a@b.vn',
    '\\',
  ])('shows %j as it is', (words) => {
    const of = article(1, [words]);
    expect(quotationsOf(parse(render(notes([[of, annotation(of, words)]]))))).toEqual([[words]]);
  });

  it('shows every quotation, title and tag unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { minLength: 1, maxLength: 3 }),
        anything,
        anything,
        (lines, title, tag) => {
          const of = article(1, lines, { title, source: title });
          const other = article(2, ['Chữ.'], { title: 'Khác' });
          const marked = annotation(of, lines.join('\n'), { tags: [tag], kind: 'task' });
          const root = parse(
            render(
              notes([
                [of, marked],
                [other, annotation(other, 'Chữ')],
              ]),
            ),
          );
          expect(quotationsOf(root)).toContainEqual(lines);
          expect(nodesOf(root, 'heading').map((node) => plainText(node))).toContain(title);
          const facts = nodesOf(root, 'list')
            .map((node) => plainText(node))
            .join('\n');
          expect(facts).toContain(`Thẻ: ${tag}`);
          expect(facts).toContain(`“${title}”`);
        },
      ),
      { numRuns: 150 },
    );
  }, 20_000);

  it('keeps the front matter one block of one-line strings', () => {
    const title = 'a: "b" \\ \n---\n# c\u2028d\u0085';
    const of = article(1, ['Chữ.'], { title });
    const text = render(notes([[of, annotation(of, 'Chữ')]]));
    const line = text.split('\n')[1] ?? '';
    expect(text.split('\n')[0]).toBe('---');
    expect(JSON.parse(line.replace('title: ', ''))).toBe(title);
    expect(line).not.toMatch(/[\u0085\u2028]/u);
  });
});

describe('a note in Markdown', () => {
  const first = annotation(conference, 'Mở đầu');
  const last = annotation(conference, 'Báo cáo');
  const rootWith = (note: string) =>
    parse(render(notes([[conference, first, { ...annotation(conference, 'Giao'), note }, last]])));

  it('keeps the person’s own Markdown', () => {
    const list = JSON.stringify(rootWith('**Đậm** và:\n\n- một\n- hai\n\n```\n# mã\n```'));
    expect(list).toContain('"type":"strong"');
    expect(list).toContain('"value":"# mã"');
  });

  it('has no headings, no tags of HTML, no definitions for the rest of the file', () => {
    const note =
      '# Đề mục\n\nChữ\n---\n\n<script>x</script> `<b>` <https://a.vn>\n\n[Chữ]: https://a.vn\n[^1]: chân trang\n%% ẩn';
    const root = JSON.stringify(rootWith(note));
    expect(root).not.toContain('"type":"html"');
    expect(root).not.toContain('efinition"');
    expect(root).toContain('"value":"<b>"');
    expect(nodesOf(rootWith(note), 'heading')).toHaveLength(2);
    expect(root.match(/"type":"heading"/gu)).toHaveLength(2);
  });

  it.each([
    '> # đề mục\n\nx',
    '> chữ\n> ---',
    '- một\n  ===',
    'chữ\n- ',
    'chữ\n\t# đề mục',
    '- một\n  ```\n# đề mục\n<script>',
    '```\nmã\n\t```\n# đề mục\n```\n# đề mục',
    '~~~\nmã\n```\n# mã\n~~~\n# đề mục',
    '``` <b>',
    'a ` b\n` <script> `',
    '\\` <b> `',
    '| a | b | c |\n|-|-|-|\n| ` | <b> | ` |',
    '\\\\<b>',
    'https://a.vn\\<b>',
    'https://a.vn/`b <c>`',
    '[a\nb]: https://a.vn',
    '> [a]: https://a.vn\n\nx',
    '- [^1]: chân trang\n\nx',
  ])('keeps %j to itself', (note) => {
    const root = rootWith(note);
    const text = JSON.stringify(root);
    expect(text.match(/"type":"heading"/gu)).toHaveLength(2);
    expect(text).not.toContain('"type":"html"');
    expect(text).not.toContain('efinition"');
    expect(quotationsOf(root)).toEqual([['Mở đầu'], ['Giao'], ['Báo cáo']]);
  });

  it('leaves fenced code and code in a line as they were typed', () => {
    const text = JSON.stringify(rootWith('```\n# mã\n[a]: b\n<b>\n```\n\nvà `<b> ]: x`'));
    expect(text).toContain(String.raw`"value":"# mã\n[a]: b\n<b>"`);
    expect(text).toContain('"value":"<b> ]: x"');
  });

  it('is read in no time, however it is made', () => {
    const started = performance.now();
    for (const part of ['` ', '- ', '> ', '1. ', '\\', '<b', ']:', '`\\', '- -']) {
      expect(noteLines(`x\n${part.repeat(10_000)}`)).toHaveLength(2);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('never breaks what stands around it', () => {
    const note = fc.array(
      fc.oneof(anything, fc.constantFrom('', '```', '~~~', '<!--', '<div>', '> a', '---', '$$')),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const outline = [
      'heading',
      'paragraph',
      'paragraph',
      'blockquote',
      'list',
      'blockquote',
      'list',
      'blockquote',
      'list',
      'heading',
      'list',
    ];
    fc.assert(
      fc.property(note, (lines) => {
        const root = rootWith(lines.join('\n'));
        expect(root.children.map(({ type }) => type)).toEqual(outline);
        expect(quotationsOf(root)).toEqual([['Mở đầu'], ['Giao'], ['Báo cáo']]);
        expect(JSON.stringify(root).match(/"type":"heading"/gu)).toHaveLength(2);
        expect(JSON.stringify(root)).not.toContain('"type":"html"');
      }),
      { numRuns: 150 },
    );
  }, 20_000);
});
