import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import { Refusal } from '#core/refusal';
import { editBlock, restoreRemoved, setAside, type Body } from '#core/revision';

const line = fc
  .stringMatching(/^[a-zàáạảãăắâấđéèêếíìóòôốơớúùưứýỳ]{1,8}( [a-z0-9]{1,6}){0,4}$/u)
  .map((text) => text.normalize('NFC'));

/** Bodies as the importer makes them: captions and removed lines in the order of their places. */
const body: fc.Arbitrary<Body> = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .chain((texts) => {
    const before = fc
      .array(fc.nat(texts.length), { maxLength: 6 })
      .map((places) => places.sort((a, b) => a - b));
    return fc.record({ texts: fc.constant(texts), captions: before, removed: before, paged: fc.boolean() });
  })
  .map(({ texts, captions, removed, paged }) => ({
    blocks: texts.map((text) => ({ kind: 'paragraph' as const, text })),
    captions: captions.map((place) => ({ text: 'Ảnh', credit: null, before: place })),
    removed: removed.map((place, index) => ({
      text: `dòng ${index}`,
      before: place,
      reason: 'widget' as const,
    })),
    pages: paged ? texts.map((_, index) => 1 + Math.floor(index / 2)) : null,
    machineRead: {
      confidence: 80,
      doubtful: texts.map((text, block) => ({
        block,
        start: 0,
        end: text.split(' ')[0]?.length ?? 1,
        confidence: 30,
      })),
    },
  }));

function expectWhole(it: Body): void {
  const { blocks, captions, removed, pages, machineRead } = it;
  expect(blocks.length).toBeGreaterThan(0);
  for (const piece of [...captions, ...removed]) {
    expect(piece.before).toBeGreaterThanOrEqual(0);
    expect(piece.before).toBeLessThanOrEqual(blocks.length);
  }
  const places = removed.map((piece) => piece.before);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  if (pages !== null) {
    expect(pages).toHaveLength(blocks.length);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
  }
  for (const { block, start, end } of machineRead?.doubtful ?? []) {
    const word = blocks[block]?.text.slice(start, end);
    expect(word).toHaveLength(end - start);
  }
}

/** The source's lines in order: blocks (with their index gone) and removed lines. */
function inOrder({ blocks, removed }: Body): string[] {
  const out: string[] = [];
  for (let place = 0; place <= blocks.length; place++) {
    out.push(...removed.filter((piece) => piece.before === place).map((piece) => piece.text));
    out.push(...blocks.slice(place, place + 1).map((block) => block.text));
  }
  return out;
}

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.code : 'another error';
  }
  return 'none';
};

describe('a removed line', () => {
  it('comes back where it stood, and goes again without a trace in the text', () => {
    fc.assert(
      fc.property(body, fc.nat(), (given, pick) => {
        fc.pre(given.removed.length > 0);
        const index = pick % given.removed.length;
        const brought = restoreRemoved(given, index);
        expectWhole(brought);
        expect(inOrder(brought)).toEqual(inOrder(given));
        expect(textOf(brought)).toHaveLength(
          textOf(given).length + (given.removed[index]?.text.length ?? 0) + 1,
        );
        expect(brought.removed).toHaveLength(given.removed.length - 1);

        const at = given.removed[index]?.before ?? 0;
        const again = setAside(brought, at);
        expect(again).toEqual({
          ...given,
          removed: given.removed.map((piece, position) =>
            position === index ? { ...piece, reason: 'by-hand' } : piece,
          ),
        });
      }),
    );
  });

  it('may stand after the last block, or have had no place in an older library', () => {
    const given: Body = {
      blocks: [{ kind: 'heading', text: 'Một' }],
      captions: [{ text: 'Ảnh', credit: null, before: 1 }],
      removed: [
        { text: 'Đầu', before: 0, reason: 'tail' },
        { text: 'Cuối', before: 99, reason: 'tail' },
      ],
      pages: [3],
      machineRead: null,
    };
    expect(textOf(restoreRemoved(given, 0))).toBe('Đầu\nMột');
    expect(restoreRemoved(given, 0)).toMatchObject({ captions: [{ before: 2 }], pages: [3, 3] });
    expect(textOf(restoreRemoved(given, 1))).toBe('Một\nCuối');
    expect(refusal(() => restoreRemoved(given, 2))).toBe('bad-input');
  });
});

describe('a block', () => {
  it('is set aside and brought back in its place', () => {
    fc.assert(
      fc.property(body, fc.nat(), (given, pick) => {
        fc.pre(given.blocks.length > 1);
        const index = pick % given.blocks.length;
        const without = setAside(given, index);
        expectWhole(without);
        expect(inOrder(without)).toEqual(inOrder(given));
        expect(without.blocks).toHaveLength(given.blocks.length - 1);
        const place = without.removed.findIndex(({ reason }) => reason === 'by-hand');
        expect(without.removed[place]).toEqual({
          text: given.blocks[index]?.text,
          before: index,
          reason: 'by-hand',
        });
        expect(textOf(restoreRemoved(without, place))).toBe(textOf(given));
      }),
    );
  });

  it('takes any other text: as many blocks as it has lines, and none when it has no words', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.array(line, { maxLength: 3 }), (given, pick, lines) => {
        const index = pick % given.blocks.length;
        fc.pre(given.blocks.length > 1 || lines.length > 0);
        const changed = editBlock(given, index, lines.join('\r\n\n  '));
        expectWhole(changed);
        expect(textOf(changed)).toBe(
          given.blocks
            .map(({ text }) => text)
            .toSpliced(index, 1, ...lines)
            .join('\n'),
        );
        expect(changed.removed.map(({ text }) => text)).toEqual(given.removed.map(({ text }) => text));
      }),
    );
  });

  it('keeps its kind, its page and the doubt about words that stand where they stood', () => {
    const given: Body = {
      blocks: [
        { kind: 'list-item', text: 'Hội nghi thông quả nghị quyết' },
        { kind: 'paragraph', text: 'Cuối' },
      ],
      captions: [],
      removed: [],
      pages: [1, 2],
      machineRead: {
        confidence: 70,
        doubtful: [
          { block: 0, start: 4, end: 8, confidence: 20 },
          { block: 0, start: 15, end: 18, confidence: 20 },
          { block: 1, start: 0, end: 4, confidence: 20 },
        ],
      },
    };
    const changed = editBlock(given, 0, 'Hội nghi thông qua\nnghị quyết');
    expect(changed.blocks.map(({ kind }) => kind)).toEqual(['list-item', 'list-item', 'paragraph']);
    expect(changed.pages).toEqual([1, 1, 2]);
    expect(changed.machineRead?.doubtful.map(({ block, start }) => [block, start])).toEqual([
      [0, 4],
      [2, 0],
    ]);
    // "nghi" is no word any more when letters were put to its end.
    expect(editBlock(given, 0, 'Hội nghiêm').machineRead?.doubtful).toHaveLength(1);
    expect(editBlock(given, 0, 'Ho\u0323\u0302i').blocks[0]?.text).toBe('Hội');
  });

  it('is refused when it is the only one and would go, or is not there', () => {
    const given: Body = {
      blocks: [{ kind: 'quote', text: 'Một' }],
      captions: [],
      removed: [],
      pages: null,
      machineRead: null,
    };
    expect(refusal(() => setAside(given, 0))).toBe('bad-input');
    expect(refusal(() => editBlock(given, 0, ' \u200B\n '))).toBe('bad-input');
    expect(refusal(() => editBlock(given, 1, 'x'))).toBe('bad-input');
    expect(editBlock(given, 0, 'Hai').blocks).toEqual([{ kind: 'quote', text: 'Hai' }]);
  });
});
