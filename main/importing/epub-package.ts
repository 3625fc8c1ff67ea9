import { posix } from 'node:path';
import { Refusal } from '#core/refusal';
import type { KnownFacts } from '#core/text/assemble';
import { writtenDay } from '#core/text/days';
import { normaliseText, oneLine } from '#core/text/normalise';
import { decodeEntities } from './entities';
import { tokenise } from './html-tokens';
import { elementsOf, parseXml, type XmlElement, xmlText } from './xml';
import { listZip, readZipEntry } from './zip';

/** A document of the book in reading order. */
export interface BookDocument {
  /** As the book's list of files writes it. */
  href: string;
  /** In the archive. */
  path: string;
  /** What the table of contents calls it. */
  label: string | null;
  /** What the book says that it is beside its text. */
  kind: 'text' | 'contents' | 'front';
}

export interface Book {
  facts: KnownFacts;
  documents: BookDocument[];
  read: (path: string) => Uint8Array;
}

const MEGABYTE = 1024 * 1024;
const LARGEST_DOCUMENT = 32 * MEGABYTE;
/** A thousand pages are about three. */
const LARGEST_BOOK = 16 * MEGABYTE;
/** Of a list of its files or chapters. */
const LARGEST_LIST = 4 * MEGABYTE;

export const damaged = (name: string, detail: string) =>
  new Refusal('file-damaged', { name, detail: `epub: ${detail}` });

/** The lists of an EPUB; none of its texts. */
export function openBook(name: string, bytes: Uint8Array): Book {
  const sizes = new Map(listZip(name, bytes).map((entry) => [entry.path, entry.size]));
  const read = (path: string) => readZipEntry(name, bytes, path, LARGEST_DOCUMENT);
  const list = (path: string) => {
    if ((sizes.get(path) ?? 0) > LARGEST_LIST) throw new Refusal('file-too-complex', { name });
    return xmlText(read(path));
  };
  const xml = (path: string) => parseXml(name, list(path));
  if (sizes.has('META-INF/encryption.xml')) refuseEncrypted(name, xml('META-INF/encryption.xml'));
  const opf = packagePath(sizes, xml);
  if (opf === null) throw damaged(name, 'no package');
  const root = xml(opf);
  const files = { find: finderOf([...sizes.keys()], opf), list };
  const items = itemsOf(root);
  const documents = documentsOf(root, items, files, labelsOf(name, root, items, files));
  if (documents.length === 0) throw damaged(name, 'no texts');
  const size = documents.reduce((sum, { path }) => sum + (sizes.get(path) ?? 0), 0);
  if (size > LARGEST_BOOK) throw new Refusal('file-too-complex', { name });
  return { facts: factsOf(root), documents, read };
}

/** What only makes fonts unusable elsewhere. */
const FONTS_ONLY: readonly string[] = [
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
];

function refuseEncrypted(name: string, root: XmlElement): void {
  const methods = allLocal(root, 'EncryptedData').map(
    (data) => allLocal(data, 'EncryptionMethod')[0]?.attributes['Algorithm'] ?? '',
  );
  if (methods.some((method) => !FONTS_ONLY.includes(method))) throw new Refusal('file-encrypted', { name });
}

function packagePath(sizes: ReadonlyMap<string, number>, xml: (path: string) => XmlElement): string | null {
  const container = 'META-INF/container.xml';
  const stated = sizes.has(container)
    ? allLocal(xml(container), 'rootfile').map((file) => file.attributes['full-path'])
    : [];
  const found = [...stated, ...[...sizes.keys()].filter((path) => /\.opf$/i.test(path))];
  return found.find((path): path is string => path !== undefined && sizes.has(path)) ?? null;
}

interface Files {
  /** What a link leads to, seen from a file; null where there is no such file. */
  find: (href: string, from?: string) => string | null;
  /** The text of a file that is a list of others. */
  list: (path: string) => string;
}

/** Links are escaped or not, and written on systems that do not tell `A` from `a`. */
function finderOf(paths: readonly string[], opf: string): Files['find'] {
  const keyOf = (path: string) => path.normalize('NFC').toLowerCase();
  const exact = new Set(paths);
  const byKey = new Map(paths.map((path) => [keyOf(path), path]));
  return (href, from = opf) => {
    const link = href.replace(/[#?].*$/s, '');
    for (const target of [link, unescaped(link)]) {
      const path = posix.join(posix.dirname(from), target);
      const found = exact.has(path) ? path : byKey.get(keyOf(path));
      if (link !== '' && found !== undefined) return found;
    }
    return null;
  };
}

function unescaped(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch (error) {
    if (error instanceof URIError) return link;
    throw error;
  }
}

interface Item {
  href: string;
  type: string;
  properties: string;
}

function itemsOf(root: XmlElement): Map<string, Item> {
  const entries = allLocal(root, 'item').map(({ attributes }): [string, Item] => [
    attributes['id'] ?? '',
    {
      href: attributes['href'] ?? '',
      type: attributes['media-type'] ?? '',
      properties: attributes['properties'] ?? '',
    },
  ]);
  return new Map(entries);
}

const isText = ({ type, href }: Item) =>
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/i.test(type) ||
  (type === '' && /\.x?html?$/i.test(href));

const CONTENTS = /(?:^|[/_.\s-])(?:toc|nav|contents|mục[\s_-]?lục|muc[\s_-]?luc)(?=[/_.\s\d-]|$)/iu;
const FRONT =
  /(?:^|[/_.\s-])(?:cover|bìa|bia|copyright|colophon|title[\s_-]?page|half[\s_-]?title|jacket)(?=[/_.\s\d-]|$)/iu;

function documentsOf(
  root: XmlElement,
  items: ReadonlyMap<string, Item>,
  files: Files,
  labels: ReadonlyMap<string, string>,
): BookDocument[] {
  const guide = new Map<string, string>();
  for (const { attributes } of allLocal(root, 'reference')) {
    const path = files.find(attributes['href'] ?? '');
    if (path !== null) guide.set(path, attributes['type'] ?? '');
  }
  const documents = new Map<string, BookDocument>();
  for (const { attributes } of allLocal(root, 'itemref')) {
    const id = attributes['idref'] ?? '';
    const item = items.get(id);
    const path = item === undefined || !isText(item) ? null : files.find(item.href);
    if (item === undefined || path === null || documents.has(path)) continue;
    const names = [guide.get(path) ?? '', id, item.href, item.properties];
    const isContents = names.some((words) => CONTENTS.test(words));
    const kind = isContents ? 'contents' : names.some((words) => FRONT.test(words)) ? 'front' : 'text';
    documents.set(path, { href: item.href, path, label: labels.get(path) ?? null, kind });
  }
  return [...documents.values()];
}

/** The name of each file in the table of contents; the first where parts of a file have names too. */
function labelsOf(
  name: string,
  root: XmlElement,
  items: ReadonlyMap<string, Item>,
  files: Files,
): Map<string, string> {
  const labels = new Map<string, string>();
  const add = (href: string, from: string, words: string) => {
    const path = files.find(href, from);
    const label = clean(words);
    if (path !== null && label !== null && !labels.has(path)) labels.set(path, label);
  };
  const all = [...items.entries()];
  const [, nav] = all.find(([, item]) => /(?:^|\s)nav(?:\s|$)/.test(item.properties)) ?? [];
  const ncxId = allLocal(root, 'spine')[0]?.attributes['toc'];
  const [, ncx] = all.find(([id, item]) => id === ncxId || item.type === 'application/x-dtbncx+xml') ?? [];
  for (const item of [nav, ncx]) {
    const path = item === undefined ? null : files.find(item.href);
    if (path === null) continue;
    try {
      const text = files.list(path);
      for (const { href, words } of item === nav ? linksIn(text) : pointsIn(parseXml(name, text)))
        add(href, path, words);
    } catch (error) {
      // The texts can be read without the names that a broken table of contents gives them.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return labels;
}

interface Link {
  href: string;
  words: string;
}

/** Of a table of contents that is itself a page of the book. */
function linksIn(html: string): Link[] {
  const links: Link[] = [];
  let open: Link | null = null;
  for (const token of tokenise(html).tokens) {
    if (token.kind === 'text' && open !== null) open.words += decodeEntities(token.raw);
    if (token.kind === 'open' && token.name === 'a')
      links.push((open = { href: token.attributes.get('href') ?? '', words: '' }));
    if (token.kind === 'close' && token.name === 'a') open = null;
  }
  return links;
}

function pointsIn(root: XmlElement): Link[] {
  return allLocal(root, 'navPoint').map((point) => {
    const own = elementsOf(point);
    const label = own.find((child) => localName(child) === 'navLabel');
    const target = own.find((child) => localName(child) === 'content');
    return { href: target?.attributes['src'] ?? '', words: label === undefined ? '' : textOf(label) };
  });
}

const NOBODY = /^(?:unknown|anonymous|không rõ|chưa rõ|khuyết danh|n\/a|calibre)$/iu;

function factsOf(root: XmlElement): KnownFacts {
  const metadata = elementsOf(root).find((child) => localName(child) === 'metadata');
  const all = (name: string) => (metadata === undefined ? [] : allLocal(metadata, name));
  const first = (name: string) =>
    all(name)
      .map((element) => clean(textOf(element)))
      .find((text) => text !== null && !NOBODY.test(text)) ?? null;
  const isWriter = ({ attributes }: XmlElement) =>
    /^(?:aut)?$/.test(attributes['opf:role'] ?? attributes['role'] ?? '');
  const writers = all('creator')
    .filter(isWriter)
    .map((element) => clean(textOf(element)))
    .filter((text) => text !== null && !NOBODY.test(text));
  return {
    title: first('title'),
    source: first('publisher'),
    url: null,
    byline: writers.length === 0 ? null : [...new Set(writers)].slice(0, 5).join(', '),
    explicit: dayOf(all('date')),
  };
}

/** Programs also write when they last touched the file. */
function dayOf(dates: readonly XmlElement[]): KnownFacts['explicit'] {
  const eventOf = ({ attributes }: XmlElement) => attributes['opf:event'] ?? attributes['event'] ?? '';
  const inOrder = ['publication', 'original-publication', ''].flatMap((event) =>
    dates.filter((date) => eventOf(date) === event),
  );
  for (const date of inOrder) {
    const words = clean(textOf(date).slice(0, 60));
    const day = words === null ? null : writtenDay(words);
    if (words !== null && day !== null) return { day: day.day, words };
  }
  return null;
}

const LONGEST_FACT = 500;

function clean(words: string): string | null {
  const text = oneLine(normaliseText(words.slice(0, LONGEST_FACT)));
  return text === '' ? null : text;
}

const localName = ({ name }: XmlElement) => name.slice(name.indexOf(':') + 1);

/** Every element of that name inside, whatever its prefix: each program has its own. */
function allLocal(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement) => {
    for (const child of elementsOf(parent)) {
      if (localName(child) === name) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
