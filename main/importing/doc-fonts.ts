import { fromLatin } from '#core/text/legacy';

// Fonts of the time before Unicode draw Vietnamese letters in the places of Latin ones: `.VnTime` (TCVN3),
// `VNI-Times` (VNI). Those of TCVN3 whose name ends in H draw small letters as capitals.

export type OldFont = 'tcvn3' | 'vni-windows';

export function oldFontOf(font: string | null | undefined): OldFont | null {
  if (font === null || font === undefined) return null;
  if (/^\s*\.Vn/i.test(font)) return 'tcvn3';
  return /^\s*VNI[-\s]/i.test(font) ? 'vni-windows' : null;
}

/** Somebody typed Unicode without leaving the old font: nothing is to be done then. */
const UNICODE = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0-\u01B0\u1EA0-\u1EF9]/u;

/** What a reader sees of text in this font. */
export function lettersIn(font: string, text: string): string {
  const old = oldFontOf(font);
  if (old === null || UNICODE.test(text)) return text;
  const letters = fromLatin(old, text);
  return old === 'tcvn3' && /^\s*\.Vn\S*H\s*$/.test(font) ? letters.toUpperCase() : letters;
}

export interface FontRun {
  font: string;
  text: string;
}

/** Collects the text of a document with its fonts; neighbours in one font are turned together. */
export class FontText {
  private readonly parts: string[] = [];
  private run: FontRun = { font: '', text: '' };
  private readonly seen = new Map<OldFont, number>();

  add(font: string, text: string): void {
    if (font !== this.run.font) this.endRun();
    this.run = { font, text: this.run.text + text };
  }

  /** What is written as it is: mark-up. */
  raw(text: string): void {
    this.endRun();
    this.parts.push(text);
  }

  end(): { text: string; encoding: OldFont | null } {
    this.endRun();
    const [most] = [...this.seen].sort((left, right) => right[1] - left[1]);
    return { text: this.parts.join(''), encoding: most?.[0] ?? null };
  }

  private endRun(): void {
    const { font, text } = this.run;
    this.run = { font, text: '' };
    if (text === '') return;
    const letters = lettersIn(font, text);
    const old = oldFontOf(font);
    if (old !== null && letters !== text) this.seen.set(old, (this.seen.get(old) ?? 0) + text.length);
    this.parts.push(letters);
  }
}
