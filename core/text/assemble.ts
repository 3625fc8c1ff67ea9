import type { ArticleDraft, Block, Caption, RemovedLine } from '#core/article';
import { sourceOfAddress } from '#core/text/agencies';
import { takeFrame, takeWidgets } from '#core/text/boilerplate';
import { type Piece, takeCaptions, takeRepeated } from '#core/text/captions';
import type { Day } from '#core/text/days';
import { leadOf } from '#core/text/dek';
import { type Edges, sameLine, takeBreadcrumbs, takeEdges, takeTitle, titleFrom } from '#core/text/edges';
import type { Removal, SourceLine } from '#core/text/lines';
import { takeOfficeHead } from '#core/text/office-head';
import { joinWrapped, kindOf, withoutEndMark } from '#core/text/paragraphs';
import { publicationOf } from '#core/text/publication';
import { takeStamp } from '#core/text/secrecy';

/** What the source says about itself outside its text: front matter, meta tags. */
export interface KnownFacts {
  title: string | null;
  source: string | null;
  url: string | null;
  byline: string | null;
  explicit: { day: Day; words: string } | null;
}

export const NOTHING_KNOWN: KnownFacts = {
  title: null,
  source: null,
  url: null,
  byline: null,
  explicit: null,
};

/** An article without the facts about its file. */
export interface AssembledArticle extends Omit<
  ArticleDraft,
  'format' | 'encoding' | 'part' | 'pages' | 'machineRead'
> {
  /** Of each block: the `at` of the source line that it begins with. */
  origins: number[];
}

/** A file with more lines is a log or a table, not an article; the rules below look at each line many times. */
const MOST_LINES = 300_000;

/**
 * Lines of a source → article, by the rules of `import.md` 1.3 in their order. Whatever is left out of
 * the article is in `removed`. Null when no body remains.
 */
export function assembleArticle(lines: readonly SourceLine[], known: KnownFacts): AssembledArticle | null {
  if (lines.length > MOST_LINES) return null;
  const frame = takeFrame(lines);
  const stamp = takeStamp(frame.kept);
  const office = takeOfficeHead(stamp.kept);
  const widgets = takeWidgets(office.kept);
  const statedTitle = known.title ?? office.title;
  const edges = takeEdges(widgets.kept, statedTitle);
  const head = takeHeadline(edges.kept, statedTitle);
  const repeated = takeRepeated(head.kept);
  const joined = joinWrapped(repeated.kept);
  const captions = takeCaptions(joined, head.title ?? '');
  const body = bodyOf(captions.pieces);
  if (body.blocks.length === 0) return null;

  const title = head.title ?? titleFrom(body.dek ?? body.blocks[0]?.text ?? '');
  const url = known.url ?? frame.url;
  const removals = [frame, stamp, office, widgets, edges, head, repeated, captions].flatMap(
    (stage) => stage.removed,
  );
  const paragraphs = body.blocks.map((block) => block.text);
  return {
    title,
    dek: body.dek,
    source: known.source ?? office.source ?? edges.source ?? body.source ?? sourceOfAddress(url),
    url,
    byline: known.byline ?? edges.byline,
    ...publicationOf({
      explicit: known.explicit ?? office.explicit ?? edges.explicit,
      url,
      title,
      dek: body.dek,
      paragraphs,
      captions: body.captions.map((caption) => caption.text),
    }),
    captions: body.captions,
    blocks: body.blocks,
    removed: inOrder([...removals, ...body.removed], body.origins),
    origins: body.origins,
  };
}

/** In the order of the source, each with the index of the block that it stood before. */
function inOrder(removals: readonly Removal[], origins: readonly number[]): RemovedLine[] {
  let before = 0;
  return removals
    .toSorted((left, right) => left.at - right.at)
    .map(({ text, reason, at }) => {
      while (before < origins.length && (origins[before] ?? at) < at) before += 1;
      return { text, reason, before };
    });
}

function takeHeadline(lines: Edges['kept'], known: string | null): ReturnType<typeof takeTitle> {
  const marked = known ?? lines.find((line) => line.role === 'title')?.text ?? null;
  if (marked === null) return takeTitle(lines);
  let isFirst = true;
  const rest = lines.filter((line) => {
    const repeats =
      isFirst &&
      (line.role === 'title' || line.role === null || line.role === 'paragraph' || line.role === 'heading');
    if (!repeats || !sameLine(line.text, marked)) return true;
    isFirst = false;
    return false;
  });
  const headings = rest.map((line): SourceLine =>
    line.role === 'title' ? { ...line, role: 'heading' } : line,
  );
  return { title: marked, ...takeBreadcrumbs(headings) };
}

interface Body {
  dek: string | null;
  source: string | null;
  captions: Caption[];
  blocks: Block[];
  origins: number[];
  removed: Removal[];
}

/** Parts the lead from the body, gives every unit its kind and every caption its place. */
function bodyOf(pieces: readonly Piece[]): Body {
  const units = pieces.filter((piece) => piece.caption === null);
  const marked = units.find((piece) => piece.line.role === 'dek') ?? null;
  const bodyUnits = units.filter((piece) => piece !== marked || units.length === 1);
  const lead = leadOf(
    bodyUnits.map((piece) => piece.line.text),
    marked === null || units.length === 1 ? null : marked.line.text,
  );
  const dekPiece = lead.dek === null ? null : (marked ?? bodyUnits[0] ?? null);
  const kept = bodyUnits.filter((piece) => piece !== dekPiece);
  const texts = lead.body.map(withoutEndMark);
  const blocks = kept.map((piece, index): Block => {
    const text = texts[index] ?? piece.line.text;
    return { kind: blockKind(piece.line, text, texts[index + 1]), text };
  });
  const removed = lead.prefixes.map((prefix): Removal => ({
    text: prefix,
    reason: 'source-line',
    at: units[0]?.line.at ?? 0,
  }));
  const origins = kept.map((piece) => piece.line.at);
  return { dek: lead.dek, source: lead.source, blocks, origins, removed, captions: placed(pieces, kept) };
}

function blockKind(line: SourceLine, text: string, next: string | undefined): Block['kind'] {
  const { role } = line;
  if (role === null || role === 'paragraph' || role === 'dek') return kindOf(text, next);
  return role === 'caption' || role === 'title' || role === 'outside' ? 'paragraph' : role;
}

function placed(pieces: readonly Piece[], blocks: readonly Piece[]): Caption[] {
  const isBlock = new Set(blocks);
  const captions: Caption[] = [];
  let before = 0;
  for (const piece of pieces) {
    if (isBlock.has(piece)) before += 1;
    else if (piece.caption !== null) captions.push({ ...piece.caption, before });
  }
  return captions;
}
