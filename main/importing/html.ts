import { Readability } from '@mozilla/readability';
import { type AssembledArticle, assembleArticle, type KnownFacts } from '#core/text/assemble';
import { takeEdges } from '#core/text/edges';
import { linesOfText, type SourceLine } from '#core/text/lines';
import { lineKey, normaliseText, oneLine } from '#core/text/normalise';
import { ancestorsOf, documentOf, type DomDocument, type DomElement, isElement, textOf } from './html-dom';
import { decode } from './decode';
import { DEK, linesOfPage } from './html-lines';
import { factsOfPage, type PageFacts } from './html-meta';
import { cleanHtml, flattened, tokenise, type TokenisedHtml } from './html-tokens';
import { type Reader, wholePart } from './reading';

/** Beyond these a page is read as bare text: no tree is built of it. */
const MOST_TAGS = 60_000;
const DEEPEST = 300;
const MOST_ENTITIES = 50_000;
const MOST_TEXT = 1_000_000;
/** Readability looks at every element several times, and at all that is inside it. */
const MOST_TAGS_FOR_READABILITY = 20_000;
const DEEPEST_FOR_READABILITY = 80;

export const readHtml: Reader = ({ name, bytes }, { encoding: wanted }) => {
  const { text, encoding } = decode(name, bytes, { encoding: wanted, declared: declaredCharset(bytes) });
  return Promise.resolve(wholePart(articleOfHtml(text), encoding));
};

/** The charset in a page's meta tag. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:-]{2,40})/i.exec(head)?.[1] ?? null;
}

export function articleOfHtml(html: string): AssembledArticle | null {
  const page = tokenise(html);
  if (isTooMuch(page)) return articleOfFlatHtml(page);
  const markup = cleanHtml(page.tokens);
  const document = documentOf(markup);
  const facts = factsOfPage(document, page.data);
  const container = containerOf(document, markup, page);
  const lines = linesOfPage(document.body, container);
  const { head, known } = factsAbove(lines, facts);
  return assembleArticle(arranged(head, facts), known) ?? assembleArticle(everything(head), known);
}

function isTooMuch(page: TokenisedHtml): boolean {
  return (
    page.tags > MOST_TAGS || page.depth > DEEPEST || page.entities > MOST_ENTITIES || page.size > MOST_TEXT
  );
}

function articleOfFlatHtml(page: TokenisedHtml): AssembledArticle | null {
  const text = normaliseText(flattened(page.tokens));
  const known: KnownFacts = { title: null, source: null, url: null, byline: null, explicit: null };
  return assembleArticle(linesOfText(text), known);
}

/** A page without anything that looks like an article: all that can be read of it. */
function everything(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line) =>
    line.role === 'outside' || line.role === 'dek' ? { ...line, role: 'paragraph' } : line,
  );
}

const LONGEST_FACT_LINE = 120;

/** `Tên bài - Tên trang` → `Tên bài`, when the page shows a line that is just that. */
function shownTitle(title: string, lines: readonly SourceLine[]): string {
  const key = lineKey(title);
  const isHead = (line: SourceLine) => {
    const lineAsKey = line.text.length < 10 || line.text.length > title.length ? '' : lineKey(line.text);
    return (
      lineAsKey !== '' &&
      key.startsWith(lineAsKey) &&
      /^\s*(?:$|[|–—-]|::|»)/u.test(key.slice(lineAsKey.length))
    );
  };
  return lines.find(isHead)?.text ?? title;
}

/** Between a page's title and its text stand the date and the writer. */
function factsAbove(
  lines: readonly SourceLine[],
  facts: PageFacts,
): { head: SourceLine[]; known: KnownFacts } {
  const title = facts.title === null ? null : shownTitle(oneLine(normaliseText(facts.title)), lines);
  const from = lines.findIndex(
    (line) => line.role === 'title' || (title !== null && lineKey(line.text) === lineKey(title)),
  );
  const to = lines.findIndex((line, index) => index > from && line.role !== 'outside' && line.role !== 'dek');
  const isAbove = (line: SourceLine, index: number) =>
    index > from && index < to && line.role === 'outside' && line.text.length <= LONGEST_FACT_LINE;
  const above = from === -1 || to === -1 ? [] : lines.filter(isAbove).slice(0, 8);
  const edges = takeEdges(
    above.map((line) => ({ ...line, role: null })),
    title ?? '',
  );
  const taken = new Set(edges.removed.map((removal) => removal.at));
  const head = lines.map((line): SourceLine => (taken.has(line.at) ? { ...line, role: 'outside' } : line));
  const known: KnownFacts = {
    title,
    source: facts.source ?? edges.source,
    url: facts.url,
    byline: facts.byline ?? edges.byline,
    explicit: facts.explicit ?? edges.explicit,
  };
  return { head, known };
}

/** The lead goes before the body; a shown paragraph that repeats the page's description is the lead. */
function arranged(lines: readonly SourceLine[], facts: PageFacts): SourceLine[] {
  const marked = lines.find((line) => line.role === 'dek');
  const description = lineKey(facts.description ?? '').slice(0, 120);
  const first = lines.find((line) => line.role === 'paragraph');
  const isDescribed =
    marked === undefined &&
    first !== undefined &&
    description.length >= 40 &&
    first.text.length <= 600 &&
    lineKey(first.text).startsWith(description);
  const dek =
    marked ??
    (isDescribed && lines.filter((line) => line.role === 'paragraph').length > 1 ? first : undefined);
  return lines.map((line): SourceLine => {
    if (line === dek) return { ...line, role: 'dek' };
    return line.role === 'dek' ? { ...line, role: 'paragraph' } : line;
  });
}

const STATED_CONTAINERS = ['[itemprop="articleBody"]', 'article', 'main'];
const LEAST_BODY = 200;

function containerOf(document: DomDocument, markup: string, page: TokenisedHtml): DomElement {
  const stated = document.querySelector('[itemprop="articleBody"]');
  if (stated !== null && textOf(stated).length >= LEAST_BODY) return stated;
  const isReadable = page.tags <= MOST_TAGS_FOR_READABILITY && page.depth <= DEEPEST_FOR_READABILITY;
  const found = isReadable ? readableContainer(document, markup) : null;
  if (found !== null) return found;
  for (const selector of STATED_CONTAINERS) {
    const [longest] = [...document.querySelectorAll(selector)].sort(
      (left, right) => textOf(right).length - textOf(left).length,
    );
    if (longest !== undefined && textOf(longest).length > 0) return longest;
  }
  return document.body;
}

/** The smallest element that holds everything that Readability keeps of a copy of the page. */
function readableContainer(document: DomDocument, markup: string): DomElement | null {
  const kept = keptByReadability(markup);
  const blocks = kept
    .map((number) => document.querySelector(`[data-n="${number}"]`))
    .filter((element) => element !== null)
    .filter((element) => !DEK.test(element.getAttribute('class') ?? '') && element.localName !== 'h1');
  const [first, ...others] = blocks;
  if (first === undefined) return null;
  let common = ancestorsOf(first).filter(isElement);
  for (const block of others) {
    const path = new Set(ancestorsOf(block));
    common = common.filter((element) => path.has(element));
  }
  // A lone paragraph is not a container.
  const [smallest, parent] = common;
  const container = smallest === first && /^(?:p|li|h[2-6])$/.test(first.localName) ? parent : smallest;
  return container === undefined || container.localName === 'html' ? document.body : container;
}

function keptByReadability(markup: string): string[] {
  try {
    const copy = documentOf(markup) as unknown as ConstructorParameters<typeof Readability>[0];
    const options = { charThreshold: 140, serializer: (node: unknown) => node as DomElement };
    const content: DomElement | null | undefined = new Readability<DomElement>(copy, options).parse()
      ?.content;
    if (content === null || content === undefined) return [];
    const blocks = [
      ...content.querySelectorAll(
        'p[data-n], h2[data-n], h3[data-n], li[data-n], blockquote[data-n], td[data-n]',
      ),
    ];
    return blocks
      .filter((block) => textOf(block).length >= 25)
      .map((block) => block.getAttribute('data-n') ?? '');
  } catch {
    // Readability was made for a browser's tree and gives up on some pages; the page's own marks are used then.
    return [];
  }
}
