import { written } from './doc-numbers';
import { isOn, type ListPlace, valueOf } from './docx-styles';
import { elementsOf, parseXml, type XmlElement } from './xml';

// The numbers that Word writes before paragraphs are nowhere in their text: they are counted here as Word does.

interface Level {
  start: number;
  format: string;
  /** `%1.%2`: the numbers of the levels, and what stands around them. */
  text: string;
  isLegal: boolean;
}

interface List {
  /** Lists that share this go on counting each other's items. */
  counter: string;
  levels: ReadonlyMap<number, Level>;
}

export class DocxNumbering {
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, (number | undefined)[]>();

  constructor(name: string, xml: string | null) {
    if (xml === null) return;
    const children = elementsOf(parseXml(name, xml));
    const abstract = new Map<string, ReadonlyMap<number, Level>>();
    for (const element of children) {
      if (element.name === 'w:abstractNum')
        abstract.set(element.attributes['w:abstractNumId'] ?? '', levelsOf(element));
    }
    for (const element of children) {
      const id = element.attributes['w:numId'];
      const base = valueOf(element, 'w:abstractNumId');
      if (element.name !== 'w:num' || id === undefined || base === null) continue;
      this.lists.set(id, listOf(element, id, base, abstract.get(base) ?? new Map<number, Level>()));
    }
  }

  /** Counts a paragraph; what stands before it, or nothing for bullets and outside lists. */
  labelOf({ list: id, level }: ListPlace): string {
    const list = this.lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined || level > 8) return '';
    const counts = this.counts.get(list.counter) ?? [];
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    this.counts.set(list.counter, counts);
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text
      .slice(0, 60)
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = list.levels.get(at);
        const format = own.isLegal ? 'decimal' : (shown?.format ?? 'decimal');
        return written(counts[at] ?? shown?.start ?? 1, format);
      })
      .trim();
  }
}

function listOf(element: XmlElement, id: string, base: string, levels: ReadonlyMap<number, Level>): List {
  const own = new Map(levels);
  let isOwn = false;
  for (const override of elementsOf(element).filter((child) => child.name === 'w:lvlOverride')) {
    const at = Number(override.attributes['w:ilvl']);
    const start = valueOf(override, 'w:startOverride');
    const level = levelsOf(override).get(at) ?? own.get(at);
    if (level === undefined) continue;
    own.set(at, start === null ? level : { ...level, start: Number(start) || 0 });
    isOwn ||= start !== null;
  }
  return { counter: isOwn ? `own ${id}` : base, levels: own };
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of elementsOf(element).filter((child) => child.name === 'w:lvl')) {
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
      start: Number(valueOf(level, 'w:start') ?? 1) || 0,
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
      isLegal: elementsOf(level).some((child) => child.name === 'w:isLgl' && isOn(child.attributes['w:val'])),
    });
  }
  return levels;
}
