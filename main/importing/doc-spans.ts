/** Bytes of the main stream of a Word document. */
export interface Span {
  from: number;
  to: number;
}

const PAGE = 512;
/** Properties of letters: taken out by a revision; hidden. */
const UNSEEN = new Set([0x0800, 0x083c]);

/** Text that a reader does not see, in order, without overlaps. */
export function unseenSpans(main: Buffer, table: Buffer): Span[] {
  const list = table.subarray(main.readUInt32LE(0xfa)).subarray(0, main.readUInt32LE(0xfe));
  const count = Math.floor((list.length - 4) / 8);
  const pages = new Set<number>();
  for (let index = 0; index < count; index += 1)
    pages.add(list.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff);
  return merged([...pages].flatMap((page) => spansOn(main.subarray(page * PAGE, (page + 1) * PAGE))));
}

/** A page lists runs of letters, and for each where on the page its properties are. */
function spansOn(page: Buffer): Span[] {
  if (page.length < PAGE) return [];
  const spans: Span[] = [];
  const count = Math.min(page.readUInt8(PAGE - 1), 101);
  for (let index = 0; index < count; index += 1) {
    const at = page.readUInt8((count + 1) * 4 + index) * 2;
    if (at === 0) continue;
    const properties = page.subarray(at + 1, Math.min(at + 1 + page.readUInt8(at), PAGE));
    if (isUnseen(properties))
      spans.push({ from: page.readUInt32LE(index * 4), to: page.readUInt32LE(index * 4 + 4) });
  }
  return spans;
}

function isUnseen(properties: Buffer): boolean {
  let at = 0;
  while (at + 3 <= properties.length) {
    const name = properties.readUInt16LE(at);
    if (UNSEEN.has(name) && (properties.readUInt8(at + 2) & 1) === 1) return true;
    const kind = name >> 13;
    at += 2 + ([1, 1, 2, 4, 2, 2, 1 + properties.readUInt8(at + 2), 3][kind] ?? 1);
  }
  return false;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (span.to <= span.from) continue;
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}
