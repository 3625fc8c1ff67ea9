import { SaxesParser } from 'saxes';
import { Refusal } from '#core/refusal';

/** Names carry their prefix as it is written: every office program writes the usual ones. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

export interface XmlHandlers {
  /** `at` is the place of the character after the tag. */
  open: (name: string, attributes: Readonly<Record<string, string>>, at: number) => void;
  close: (name: string, at: number) => void;
  text: (text: string) => void;
}

const DEEPEST = 250;
const MOST_ELEMENTS = 1_500_000;
/** Of one element; in all, twice as many as there may be elements. */
const MOST_ATTRIBUTES = 500;
const LONGEST = 32 * 1024 * 1024;
const MOST_COMMENTS = 10_000;
/** About 2,000 pages. */
const MOST_TEXT = 4_000_000;

/** Reads XML from one end to the other. Refuses what is not well-formed, entities of its own, and excess. */
export function scanXml(name: string, xml: string, handlers: XmlHandlers, most = MOST_ELEMENTS): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const tooMuch = () => new Refusal('file-too-complex', { name });
  if (xml.length > LONGEST) throw tooMuch();
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let allAttributes = 0;
  let comments = 0;
  let size = 0;
  const comment = () => {
    comments += 1;
    if (comments > MOST_COMMENTS) throw tooMuch();
  };
  parser.on('error', (error) => {
    throw new Refusal('file-damaged', { name, detail: error.message.slice(0, 80) });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Refusal('file-damaged', { name, detail: 'XML entities' });
  });
  parser.on('attribute', () => {
    attributes += 1;
    allAttributes += 1;
    if (attributes > MOST_ATTRIBUTES || allAttributes > most * 2) throw tooMuch();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    elements += 1;
    attributes = 0;
    if (depth > DEEPEST || elements > most) throw tooMuch();
    handlers.open(tag.name, tag.attributes, parser.position);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(tag.name, parser.position);
  });
  parser.on('comment', comment);
  parser.on('processinginstruction', comment);
  const text = (words: string) => {
    size += words.length;
    if (size > MOST_TEXT) throw tooMuch();
    handlers.text(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
}

/** The root element. */
export function parseXml(name: string, xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  scanXml(name, xml, {
    open: (tag, attributes) => {
      const element: XmlElement = { name: tag, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => open.pop(),
    text: (text) => open.at(-1)?.children.push(text),
  });
  const [first] = elementsOf(root);
  if (first === undefined) throw new Refusal('file-damaged', { name, detail: 'XML' });
  return first;
}

export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The first child of that name. */
export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent === undefined ? undefined : elementsOf(parent).find((child) => child.name === name);
}

/** Every element of that name inside `root`, in order. */
export function allNamed(root: XmlElement, name: string): XmlElement[] {
  return elementsOf(root).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allNamed(child, name),
  ]);
}

export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
