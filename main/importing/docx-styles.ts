import { childNamed, elementsOf, parseXml, type XmlElement } from './xml';

/** Where a paragraph stands in a list of Word's. */
export interface ListPlace {
  list: string;
  level: number;
}

interface Style {
  basedOn: string | null;
  font: string | null;
  place: ListPlace | null;
}

/** What the styles of a document say about fonts and numbers; a style has what its base has. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>();
  private usual: string | null = null;
  private defaultFont: string | null = null;

  constructor(name: string, xml: string | null) {
    if (xml === null) return;
    const root = parseXml(name, xml);
    const defaults = childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault');
    this.defaultFont = fontOf(childNamed(defaults, 'w:rPr'));
    for (const element of elementsOf(root)) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined || this.styles.has(id)) continue;
      this.styles.set(id, {
        basedOn: valueOf(element, 'w:basedOn'),
        font: fontOf(childNamed(element, 'w:rPr')),
        place: placeOf(childNamed(childNamed(element, 'w:pPr'), 'w:numPr')),
      });
      if (element.attributes['w:type'] === 'paragraph' && isOn(element.attributes['w:default'] ?? '0'))
        this.usual ??= id;
    }
  }

  /** The font of a run that names none itself. */
  fontOf(paragraph: string | null, run: string | null): string {
    return (
      this.find(run, (style) => style.font) ??
      this.find(paragraph ?? this.usual, (style) => style.font) ??
      this.defaultFont ??
      ''
    );
  }

  placeOf(paragraph: string | null): ListPlace | null {
    return this.find(paragraph ?? this.usual, (style) => style.place);
  }

  private find<T>(id: string | null, of: (style: Style) => T | null): T | null {
    let style = id === null ? undefined : this.styles.get(id);
    // Styles may be based on each other in a circle.
    for (let step = 0; style !== undefined && step < 30; step += 1) {
      const found = of(style);
      if (found !== null) return found;
      style = style.basedOn === null ? undefined : this.styles.get(style.basedOn);
    }
    return null;
  }
}

export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';

export function valueOf(parent: XmlElement | undefined, name: string): string | null {
  return childNamed(parent, name)?.attributes['w:val'] ?? null;
}

function fontOf(properties: XmlElement | undefined): string | null {
  const fonts = childNamed(properties, 'w:rFonts')?.attributes;
  return fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'] ?? null;
}

function placeOf(properties: XmlElement | undefined): ListPlace | null {
  const list = valueOf(properties, 'w:numId');
  return list === null ? null : { list, level: Number(valueOf(properties, 'w:ilvl') ?? 0) || 0 };
}
