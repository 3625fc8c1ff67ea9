import type { Portion } from './portions';

/** Mean width of a letter of Vietnamese text, as a share of the type's size. */
const LETTER = 0.47;

/** What the height of a text depends on. Lengths in CSS pixels. */
export interface Setting {
  /** How many characters fit into a line. */
  characters: number;
  lineHeight: number;
  /** Between two blocks. */
  gap: number;
}

/** How the text in `host` is set; `row` is one of its blocks. Lays the page out. */
export function settingOf(host: HTMLElement, row: HTMLElement): Setting {
  const { fontSize, lineHeight } = getComputedStyle(host);
  return {
    characters: Math.max(1, Math.round(host.clientWidth / (parseFloat(fontSize) * LETTER))),
    lineHeight: parseFloat(lineHeight),
    gap: parseFloat(getComputedStyle(row).marginBottom),
  };
}

/** A portion's height in CSS pixels. */
export function guessOf({ from, to, length }: Portion, { characters, lineHeight, gap }: Setting): number {
  const blocks = to - from;
  return Math.round((length / characters + blocks / 2) * lineHeight + blocks * gap);
}
