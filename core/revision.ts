// A text changed by hand: one line comes back, one block changes, one block goes. Each gives a new body.
import type { Article, Block, DoubtfulWord } from '#core/article';
import { Refusal } from '#core/refusal';
import { normaliseText, oneLine } from '#core/text/normalise';

/** What a revision is a version of. Everything in it counts blocks. */
export type Body = Pick<Article, 'blocks' | 'captions' | 'removed' | 'pages' | 'machineRead'>;

/** Puts the removed line with this index back into the text, as a paragraph where it stood. */
export function restoreRemoved(body: Body, index: number): Body {
  const line = at(body.removed, index, 'removed');
  const text = oneLine(normaliseText(line.text));
  if (text === '') throw new Refusal('bad-input', { detail: 'empty' });
  const place = Math.min(line.before, body.blocks.length);
  const { blocks, captions, pages, machineRead } = spliced(body, place, 0, [{ kind: 'paragraph', text }]);
  const removed = body.removed
    .map((other, position) =>
      // Of the lines that stood at the same place, those after this one now stand after its block.
      other.before > place || (other.before === place && position > index)
        ? { ...other, before: other.before + 1 }
        : other,
    )
    .filter((_, position) => position !== index);
  return { blocks, captions, pages, machineRead, removed };
}

/** Takes a block out of the text and keeps it as a removed line. Refused for the only block. */
export function setAside(body: Body, index: number): Body {
  const { text } = at(body.blocks, index, 'blocks');
  const rest = spliced(body, index, 1, []);
  const after = body.removed.findIndex((line) => line.before > index);
  const removed = rest.removed.toSpliced(after < 0 ? rest.removed.length : after, 0, {
    text,
    before: index,
    reason: 'by-hand',
  });
  return { ...rest, removed };
}

/**
 * Gives a block another text, normalised like that of an import. A line feed parts it into blocks of its kind; no text at
 * all takes it out for good, which is refused for the only block. Doubtful words stay doubtful up to the first difference.
 */
export function editBlock(body: Body, index: number, newText: string): Body {
  const block = at(body.blocks, index, 'blocks');
  const lines = normaliseText(newText)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const blocks = lines.map((text): Block => ({ kind: block.kind, text }));
  const changed = spliced(body, index, 1, blocks);
  const { machineRead } = body;
  if (machineRead === null || changed.machineRead === null) return changed;
  const kept = machineRead.doubtful.filter(
    (word) => word.block === index && stillThere(word, block.text, lines[0] ?? ''),
  );
  const doubtful = [...changed.machineRead.doubtful, ...kept].sort(
    (a, b) => a.block - b.block || a.start - b.start,
  );
  return { ...changed, machineRead: { ...machineRead, doubtful } };
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether the word stands where it stood, before anything that differs, and is no longer word now. */
function stillThere({ end }: DoubtfulWord, before: string, after: string): boolean {
  return before.slice(0, end) === after.slice(0, end) && end <= after.length && !WORD.test(after.charAt(end));
}

/** The body with `gone` blocks from `index` on replaced, and everything that counts blocks counted anew. */
function spliced(body: Body, index: number, gone: 0 | 1, come: readonly Block[]): Body {
  const blocks = body.blocks.toSpliced(index, gone, ...come);
  if (blocks.length === 0) throw new Refusal('bad-input', { detail: 'the only block' });
  const shift = come.length - gone;
  // What stood before the first of the blocks still does.
  const moved = <T extends { before: number }>(piece: T): T =>
    piece.before > index ? { ...piece, before: piece.before + shift } : piece;
  const { pages, machineRead } = body;
  const page = pages?.[gone === 1 ? index : index - 1] ?? pages?.[index] ?? 1;
  return {
    blocks,
    captions: body.captions.map(moved),
    removed: body.removed.map(moved),
    pages: pages?.toSpliced(index, gone, ...come.map(() => page)) ?? null,
    machineRead: machineRead && {
      ...machineRead,
      doubtful: machineRead.doubtful
        .filter((word) => gone === 0 || word.block !== index)
        .map((word) => (word.block >= index ? { ...word, block: word.block + shift } : word)),
    },
  };
}

function at<T>(list: readonly T[], index: number, name: string): T {
  const found = list[index];
  if (found === undefined) throw new Refusal('bad-input', { detail: `${name}[${index}]` });
  return found;
}
