import { parseHTML } from 'linkedom';

// The part of the DOM that the importer reads, typed here because main has no DOM library.

export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export const isElement = (node: DomNode | null): node is DomElement => node?.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3;

/** Takes HTML that `cleanHtml` wrote. Always has a body. */
export function documentOf(html: string): DomDocument {
  const hasBody = /<body[\s>]/i.test(html);
  const whole = hasBody ? html : `<html><head></head><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: DomDocument }).document;
}

export function textOf(node: DomNode | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function* childrenOf(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}

export function ancestorsOf(node: DomNode): DomNode[] {
  const path: DomNode[] = [];
  for (let current: DomNode | null = node; current !== null; current = current.parentNode) path.push(current);
  return path;
}
