import { decodeEntities } from './entities';

// A linear reading of hostile HTML: only what can be text or tells about text comes through.

export interface OpenTag {
  kind: 'open';
  name: string;
  attributes: ReadonlyMap<string, string>;
}
export type Token = OpenTag | { kind: 'close'; name: string } | { kind: 'text'; raw: string };

export interface TokenisedHtml {
  tokens: Token[];
  /** Contents of `application/ld+json` scripts. */
  data: string[];
  tags: number;
  /** At most so many characters are written by name or number, or are a stray `<`. */
  entities: number;
  /** Characters of text, as written. */
  size: number;
  /** Deepest nesting, with tags that close themselves left out. */
  depth: number;
}

/** Their content is never text of the article. */
const SKIPPED = new Set([
  'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'embed', 'canvas', 'video', 'audio',
  'textarea', 'select', 'xmp', 'noembed', 'noframes', 'plaintext',
]); // prettier-ignore
const VOID = new Set([
  'br',
  'img',
  'hr',
  'meta',
  'link',
  'input',
  'area',
  'base',
  'col',
  'source',
  'track',
  'wbr',
  'embed',
]);
const SELF_CLOSING = new Set(['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option', 'thead', 'tbody']);
const KEPT_ATTRIBUTES = new Set([
  'class', 'id', 'alt', 'content', 'property', 'name', 'rel', 'href', 'datetime', 'itemprop', 'hidden', 'style', 'align',
  'aria-hidden', 'lang', 'start', 'charset', 'title',
]); // prettier-ignore
const LONGEST_ATTRIBUTE = 2000;
const LONGEST_TAG = 100_000;
const LONGEST_DATA = 200_000;
/** Beyond these nothing is read: no page of the real world has them. */
const TOO_MANY_TAGS = 400_000;

/** Remembers where a needle was found last, so that a needle that is missing is not looked for again and again. */
class Finder {
  private readonly found = new Map<string, { from: number; at: number }>();
  constructor(private readonly html: string) {}

  indexOf(needle: string, from: number): number {
    const last = this.found.get(needle);
    if (last !== undefined && last.from <= from && (last.at === -1 || last.at >= from)) return last.at;
    const at = needle.startsWith('</') ? this.closing(needle, from) : this.html.indexOf(needle, from);
    this.found.set(needle, { from, at });
    return at;
  }

  private closing(needle: string, from: number): number {
    const pattern = new RegExp(needle, 'gi');
    pattern.lastIndex = from;
    return pattern.exec(this.html)?.index ?? -1;
  }
}

/** The elements that are open, as a tree of them would have it: an end without a beginning ends nothing. */
class Nesting {
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  get depth(): number {
    return this.names.length;
  }

  open(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if ((this.counts.get(name) ?? 0) === 0) return;
    let last: string | undefined;
    while (last !== name) {
      last = this.names.pop() ?? name;
      this.counts.set(last, (this.counts.get(last) ?? 1) - 1);
    }
  }
}

export function tokenise(html: string): TokenisedHtml {
  const result: TokenisedHtml = {
    tokens: [],
    data: [],
    tags: 0,
    entities: countOf(html, '&') + countOf(html, '<'),
    size: 0,
    depth: 0,
  };
  const finder = new Finder(html);
  const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/y;
  let position = 0;
  const nesting = new Nesting();
  const text = (end: number) => {
    if (end <= position) return;
    result.tokens.push({ kind: 'text', raw: html.slice(position, end) });
    result.size += end - position;
  };
  for (let at = finder.indexOf('<', 0); at !== -1; at = finder.indexOf('<', at)) {
    tagName.lastIndex = at;
    const match = tagName.exec(html);
    if (match === null) {
      const end = html[at + 1] === '!' || html[at + 1] === '?' ? declarationEnd(html, at, finder) : -1;
      if (end !== -1) {
        text(at);
        position = end;
      }
      at = end === -1 ? at + 1 : end;
      continue;
    }
    text(at);
    const name = (match[2] ?? '').toLowerCase();
    const end = tagEnd(html, tagName.lastIndex, finder);
    const isClosing = match[1] === '/';
    const attributes = isClosing
      ? NO_ATTRIBUTES
      : attributesOf(html.slice(tagName.lastIndex, Math.min(end, at + LONGEST_TAG)));
    position = SKIPPED.has(name) && !isClosing ? skip(name, attributes, html, end, finder, result.data) : end;
    at = position;
    if (SKIPPED.has(name)) continue;
    result.tags += 1;
    if (result.tags > TOO_MANY_TAGS) return { ...result, tokens: [] };
    result.tokens.push(isClosing ? { kind: 'close', name } : { kind: 'open', name, attributes });
    if (VOID.has(name) || SELF_CLOSING.has(name)) continue;
    if (isClosing) nesting.close(name);
    else nesting.open(name);
    result.depth = Math.max(result.depth, nesting.depth);
  }
  text(html.length);
  result.entities -= result.tags;
  return result;
}

function countOf(html: string, needle: string): number {
  let count = 0;
  for (let at = html.indexOf(needle); at !== -1; at = html.indexOf(needle, at + 1)) count += 1;
  return count;
}

function declarationEnd(html: string, at: number, finder: Finder): number {
  const isComment = html.startsWith('<!--', at);
  const end = finder.indexOf(isComment ? '-->' : '>', at + (isComment ? 4 : 2));
  return end === -1 ? html.length : end + (isComment ? 3 : 1);
}

/** Index after the `>` that ends a tag; a `>` inside a quoted value does not. */
function tagEnd(html: string, from: number, finder: Finder): number {
  let at = from;
  for (let step = 0; step < 1000; step += 1) {
    const end = finder.indexOf('>', at);
    if (end === -1) return html.length;
    const quote = /["']/.exec(html.slice(at, Math.min(end, at + LONGEST_TAG)));
    if (quote === null || !/=\s*$/.test(html.slice(Math.max(from, at + quote.index - 20), at + quote.index)))
      return end + 1;
    const close = finder.indexOf(quote[0], at + quote.index + 1);
    if (close === -1) return end + 1;
    at = close + 1;
  }
  return at;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(raw: string): ReadonlyMap<string, string> {
  if (raw === '>' || raw === '') return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  const pattern = /([^\s"'<>/=]{1,60})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  let count = 0;
  for (const match of raw.matchAll(pattern)) {
    if ((count += 1) > 60) break;
    const name = (match[1] ?? '').toLowerCase();
    if (!KEPT_ATTRIBUTES.has(name) && name !== 'type') continue;
    if (!attributes.has(name))
      attributes.set(name, (match[2] ?? match[3] ?? match[4] ?? '').slice(0, LONGEST_ATTRIBUTE));
  }
  return attributes;
}

function skip(
  name: string,
  attributes: ReadonlyMap<string, string>,
  html: string,
  from: number,
  finder: Finder,
  data: string[],
): number {
  if (VOID.has(name)) return from;
  const close = finder.indexOf(`</${name}`, from);
  const end = close === -1 ? html.length : close;
  if (
    name === 'script' &&
    /ld\+json/i.test(attributes.get('type') ?? '') &&
    end - from <= LONGEST_DATA &&
    data.length < 20
  ) {
    data.push(html.slice(from, end));
  }
  return end;
}

const escaped = (value: string) => value.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The tokens as HTML again, each element with its number in `data-n`. */
export function cleanHtml(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => {
      if (token.kind === 'text') return token.raw.replace(/</g, '&lt;');
      if (token.kind === 'close') return `</${token.name}>`;
      const attributes = [...token.attributes].filter(([name]) => name !== 'type');
      return `<${token.name} data-n="${index}"${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
    })
    .join('');
}

const INLINE = new Set([
  'a', 'b', 'i', 'u', 's', 'em', 'strong', 'span', 'font', 'small', 'big', 'sub', 'sup', 'mark', 'abbr', 'cite', 'code',
  'q', 'time', 'label', 'ins', 'del', 'wbr', 'o:p',
]); // prettier-ignore

/** For pages too large or too deep for a document tree: the bare text, a line for every block. */
export function flattened(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.kind === 'text') return decodeEntities(token.raw).replace(/\s+/g, ' ');
      return INLINE.has(token.name) ? '' : '\n\n';
    })
    .join('');
}
