import { fromLatin } from '#core/text/legacy';
import { escapeHtml } from './xml';

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

/** Collects text with its fonts as mark-up; neighbours in one font are turned together. */
export class FontText {
  private parts: string[] = [];
  private font = '';
  private words: string[] = [];
  private readonly sizes = new Map<OldFont, number>();

  add(font: string, text: string): void {
    if (font !== this.font) this.endRun();
    this.font = font;
    this.words.push(text);
  }

  markup(html: string): void {
    this.endRun();
    this.parts.push(html);
  }

  /** What was collected since the last time. */
  take(): string {
    this.endRun();
    const html = this.parts.join('');
    this.parts = [];
    return html;
  }

  /** The encoding of most of the letters that were turned. */
  encoding(): OldFont | null {
    const [most] = [...this.sizes].sort((left, right) => right[1] - left[1]);
    return most?.[0] ?? null;
  }

  private endRun(): void {
    if (this.words.length === 0) return;
    const text = this.words.join('');
    this.words = [];
    const letters = lettersIn(this.font, text);
    const old = oldFontOf(this.font);
    if (old !== null && letters !== text) this.sizes.set(old, (this.sizes.get(old) ?? 0) + text.length);
    this.parts.push(escapeHtml(letters));
  }
}
