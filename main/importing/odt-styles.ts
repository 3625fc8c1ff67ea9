import { type NumberFormat, written } from './doc-numbers';
import { allNamed, childNamed, elementsOf, type XmlElement } from './xml';

interface Style {
  name: string;
  parent: string | null;
  font: string | null;
  isHidden: boolean;
}

interface Level {
  start: number;
  format: NumberFormat;
  before: string;
  after: string;
  /** How many levels stand in the number: 2 = `1.2`. */
  shown: number;
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman',
}; // prettier-ignore
/** Tag and class by the name of a style or of one that it is based on. */
const ROLES: Readonly<Record<string, readonly [tag: string, className: string]>> = {
  title: ['h1', ''],
  subtitle: ['p', 'dek'],
  caption: ['p', 'caption'],
  illustration: ['p', 'caption'],
  figure: ['p', 'caption'],
  quotations: ['blockquote', ''],
};

export class OdtStyles {
  private readonly styles = new Map<string, Style>();
  private readonly faces = new Map<string, string>();
  private readonly lists = new Map<string, ReadonlyMap<number, Level>>();
  private defaultFont = '';

  /** The roots of the parts that define styles; a later one goes before. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const face of allNamed(root, 'style:font-face'))
        this.faces.set(face.attributes['style:name'] ?? '', face.attributes['svg:font-family'] ?? '');
    }
    for (const root of roots) {
      for (const part of elementsOf(root)) {
        if (/^office:(?:automatic-|master-)?styles$/.test(part.name))
          for (const style of elementsOf(part)) this.add(style);
      }
    }
  }

  fontOf(style: string, outer: string): string {
    return this.find(style, ({ font }) => font) ?? (outer === '' ? this.defaultFont : outer);
  }

  isHidden(style: string): boolean {
    return this.find(style, ({ isHidden }) => (isHidden ? true : null)) ?? false;
  }

  roleOf(style: string): readonly [tag: string, className: string] | null {
    return this.find(style, ({ name }) => {
      const key = name.toLowerCase();
      return Object.hasOwn(ROLES, key) ? (ROLES[key] ?? null) : null;
    });
  }

  /** What stands before an item, `counts` being the numbers of all levels down to it. Nothing for bullets. */
  labelOf(list: string, counts: readonly number[]): string {
    const levels = this.lists.get(list);
    const own = levels?.get(counts.length);
    if (own === undefined) return '';
    const from = Math.max(0, counts.length - own.shown);
    const numbers = counts.slice(from).map((count, index) => {
      const level = levels?.get(from + index + 1);
      return written(count, level?.format ?? 'decimal');
    });
    return `${own.before}${numbers.join('.')}${own.after}`.trim();
  }

  startOf(list: string, level: number): number {
    return this.lists.get(list)?.get(level)?.start ?? 1;
  }

  private add(element: XmlElement): void {
    const name = element.attributes['style:name'] ?? '';
    const properties = childNamed(element, 'style:text-properties');
    if (element.name === 'text:list-style') this.lists.set(name, levelsOf(element));
    const font = this.fontIn(properties);
    if (element.name === 'style:default-style' && element.attributes['style:family'] === 'paragraph')
      this.defaultFont = font ?? '';
    if (element.name !== 'style:style') return;
    this.styles.set(name, {
      name,
      parent: element.attributes['style:parent-style-name'] ?? null,
      font,
      isHidden: properties?.attributes['text:display'] === 'none',
    });
  }

  private fontIn(properties: XmlElement | undefined): string | null {
    const face = properties?.attributes['style:font-name'];
    const font = face === undefined ? undefined : (this.faces.get(face) ?? face);
    return (font ?? properties?.attributes['fo:font-family'])?.replace(/^['"]|['"]$/g, '') ?? null;
  }

  private find<T>(id: string, of: (style: Style) => T | null): T | null {
    let style = this.styles.get(id);
    // Styles may be based on each other in a circle.
    for (let step = 0; style !== undefined && step < 30; step += 1) {
      const found = of(style);
      if (found !== null) return found;
      style = style.parent === null ? undefined : this.styles.get(style.parent);
    }
    return null;
  }
}

function levelsOf(list: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of elementsOf(list)) {
    const format = FORMATS[attributes['style:num-format'] ?? ''];
    if (name !== 'text:list-level-style-number' || format === undefined) continue;
    levels.set(Number(attributes['text:level'] ?? 1), {
      start: Number(attributes['text:start-value'] ?? 1) || 1,
      format,
      before: attributes['style:num-prefix'] ?? '',
      after: attributes['style:num-suffix'] ?? '',
      shown: Number(attributes['text:display-levels'] ?? 1) || 1,
    });
  }
  return levels;
}
