import { Refusal } from '#core/refusal';
import type { OldFont } from './doc-fonts';
import { lettersOfBytes, type RtfFont } from './rtf-fonts';
import type { RtfHandlers } from './rtf-tokens';
import { RtfWriter } from './rtf-writer';

/** What a group takes over from the one around it and gives back at its end. */
interface State {
  /** What the text of the group is. */
  place: 'text' | 'fonts' | 'styles' | 'shape' | 'nothing';
  font: number;
  /** How many characters stand after a `\u` for programs that do not know it. */
  fallback: number;
  isHidden: boolean;
  isDeleted: boolean;
  style: number;
  inTable: boolean;
  /** The first group inside is the older way to say what the second one says. */
  isChoice: boolean;
  note: boolean;
}

const DEEPEST = 1000;
/** Groups, words and pieces of text: several thousand pages. */
const MOST_TOKENS = 5_000_000;
const MOST_LETTERS = 4_000_000;

/** Everything in these is about the document, or is drawn elsewhere. */
const SKIPPED = new Set([
  'colortbl', 'info', 'pict', 'object', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf',
  'annotation', 'atnid', 'atnauthor', 'atrfstart', 'atrfend', 'fldinst', 'nonshppict', 'shprslt', 'ftnsep', 'ftnsepc', 'ftncn', 'xe',
  'tc', 'tcn', 'private', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'themedata', 'datafield',
  'pntxta', 'pntxtb', 'bkmkstart', 'bkmkend', 'objdata', 'template', 'userprops', 'panose', 'falt', 'fontemb', 'sp', 'latentstyles',
]); // prettier-ignore
const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', enspace: ' ',
  emspace: ' ', '~': '\u00A0', _: '\u2011', '\\': '\\', '{': '{', '}': '}',
}; // prettier-ignore
/** Styles by name, with the tags of their paragraphs. */
const STYLES: Readonly<Record<string, readonly [string, string]>> = {
  title: ['<h1>', '</h1>'],
  subtitle: ['<p class="dek">', '</p>'],
  caption: ['<p class="caption">', '</p>'],
  quote: ['<blockquote>', '</blockquote>'],
};

export class RtfReader implements RtfHandlers {
  private readonly main: RtfWriter;
  private readonly notes: RtfWriter;
  private readonly outer: State[] = [];
  private state: State = {
    place: 'text', font: 0, fallback: 1, isHidden: false, isDeleted: false, style: 0, inTable: false, isChoice: false, note: false,
  }; // prettier-ignore
  private readonly fonts = new Map<number, RtfFont>();
  private readonly styles = new Map<number, readonly [string, string]>();
  private codePage = 1252;
  private defaultFont = 0;
  private isStarred = false;
  /** Characters still to be passed over after a `\u`. */
  private pending = 0;
  /** Bytes that wait for their neighbours: some encodings have two a letter. */
  private bytes = '';
  private tokens = 0;
  private size = 0;
  private entry = { number: 0, name: '', charset: null as number | null };

  constructor(private readonly name: string) {
    this.main = new RtfWriter(name);
    this.notes = new RtfWriter(name);
  }

  readonly open = (): void => {
    this.countToken();
    this.endBytes();
    this.pending = 0;
    if (this.outer.length >= DEEPEST) throw this.tooMuch();
    this.outer.push(this.state);
    const isOlderWay = this.state.isChoice;
    this.state = { ...this.state, isChoice: false };
    if (isOlderWay) {
      this.outer[this.outer.length - 1] = { ...this.state };
      this.state.place = 'nothing';
    }
    this.isStarred = false;
  };

  readonly close = (): void => {
    this.endBytes();
    this.pending = 0;
    this.isStarred = false;
    if (this.state.place === 'fonts' || this.state.place === 'styles') this.endEntry();
    const outer = this.outer.pop();
    if (outer === undefined) return;
    if (this.state.note && !outer.note) this.notes.endParagraph(false, '<p>', '</p>');
    else if (this.state.place === 'text' && outer.place === 'shape') this.endParagraph();
    this.state = outer;
    // Whatever follows the document is no part of it.
    if (this.outer.length === 0) this.state.place = 'nothing';
  };

  readonly word = (word: string, number: number | null): void => {
    this.countToken();
    if (word === '*') {
      this.isStarred = true;
      return;
    }
    const isStarred = this.isStarred;
    this.isStarred = false;
    const isFallback = this.pending > 0 && Object.hasOwn(SIGNS, word);
    this.pending = isFallback ? this.pending - 1 : 0;
    if (isFallback) return;
    if (this.destination(word, isStarred)) return;
    if (this.state.place === 'fonts' || this.state.place === 'styles') this.entryWord(word, number);
    else this.property(word, number);
  };

  readonly text = (bytes: string): void => {
    this.countToken();
    const passed = Math.min(this.pending, bytes.length);
    this.pending -= passed;
    const shown = passed === 0 ? bytes : bytes.slice(passed);
    if (shown === '') return;
    if (this.state.place === 'fonts' || this.state.place === 'styles') this.entryText(shown);
    else if (this.isSeen()) {
      this.size += shown.length;
      this.bytes += shown;
    }
  };

  end(): { html: string; encoding: OldFont | null } {
    this.endBytes();
    // A whole file closes every group that it opens.
    if (this.outer.length > 0) throw new Refusal('file-damaged', { name: this.name, detail: 'RTF' });
    const notes = this.notes.end().split('\n').filter((note) => note !== ''); // prettier-ignore
    const below = notes.map((note, index) => `<li id="footnote-${index + 1}">${note}</li>`);
    return { html: this.main.end() + below.join('\n'), encoding: this.main.text.encoding() };
  }

  private countToken(): void {
    this.tokens += 1;
    if (this.tokens > MOST_TOKENS || this.size > MOST_LETTERS) throw this.tooMuch();
  }

  private tooMuch(): Refusal {
    return new Refusal('file-too-complex', { name: this.name });
  }

  private get writer(): RtfWriter {
    return this.state.note ? this.notes : this.main;
  }

  private isSeen(): boolean {
    return this.state.place === 'text' && !this.state.isHidden && !this.state.isDeleted;
  }

  /** Whether the word says what the group is for. */
  private destination(word: string, isStarred: boolean): boolean {
    const { state } = this;
    if (word === 'fonttbl' || word === 'stylesheet') state.place = word === 'fonttbl' ? 'fonts' : 'styles';
    else if (word === 'footnote' && state.place === 'text') state.note = true;
    else if (word === 'shpinst' && state.place === 'text') state.place = 'shape';
    else if (word === 'shptxt' && state.place === 'shape') this.startBox();
    else if (word === 'upr') state.isChoice = true;
    else if (word === 'cs' && state.place === 'styles') state.place = 'nothing';
    else if (SKIPPED.has(word) || (isStarred && word !== 'footnote' && word !== 'ud'))
      state.place = 'nothing';
    else return false;
    return true;
  }

  /** Text that stands in a frame of its own. */
  private startBox(): void {
    this.endParagraph();
    this.state.place = 'text';
    this.state.inTable = false;
  }

  private property(word: string, number: number | null): void {
    const { state } = this;
    const isOn = number !== 0;
    switch (word) {
      case 'ansicpg':
        this.codePage = number ?? 1252;
        return;
      case 'deff':
        this.defaultFont = number ?? 0;
        state.font = this.defaultFont;
        return;
      case 'uc':
        state.fallback = Math.min(20, Math.max(0, number ?? 1));
        return;
      case 'u':
        this.unicode(number ?? 0);
        return;
      case 'plain':
        this.endBytes();
        state.font = this.defaultFont;
        state.isHidden = false;
        return;
      case 'f':
        this.endBytes();
        state.font = number ?? 0;
        return;
      case 'v':
        this.endBytes();
        state.isHidden = isOn;
        return;
      case 'deleted':
        this.endBytes();
        state.isDeleted = isOn;
        return;
      default:
        this.layout(word, number);
    }
  }

  private layout(word: string, number: number | null): void {
    const { state } = this;
    if (word === 'pard') {
      state.style = 0;
      state.inTable = false;
    } else if (word === 's') state.style = number ?? 0;
    else if (word === 'intbl') state.inTable = true;
    else if (state.place === 'text') this.shown(word);
  }

  private shown(word: string): void {
    if (/^(?:par|sect|page|column|softpage|\r|\n)$/.test(word)) this.endParagraph();
    else if (word === 'line' || word === 'lbr') this.mark('<br>');
    else if (word === 'cell' || word === 'nestcell') this.endCell(word);
    else if (word === 'row') {
      this.endBytes();
      this.writer.endRow();
    } else if (this.isSeen() && Object.hasOwn(SIGNS, word)) this.letters(SIGNS[word] ?? '');
  }

  private endParagraph(): void {
    this.endBytes();
    const [open, close] = this.styles.get(this.state.style) ?? ['<p>', '</p>'];
    this.writer.endParagraph(this.state.inTable, open, close);
  }

  private endCell(word: string): void {
    this.endBytes();
    if (word === 'cell') this.writer.endCell();
    else this.writer.endParagraph(true, '<p>', '</p>');
  }

  private mark(html: string): void {
    this.endBytes();
    if (this.isSeen()) this.writer.text.markup(html);
  }

  private unicode(number: number): void {
    this.pending = this.state.fallback;
    if (this.isSeen()) this.letters(String.fromCharCode(number & 0xffff));
  }

  private letters(letters: string): void {
    this.endBytes();
    this.size += letters.length;
    this.writer.text.add(this.fonts.get(this.state.font)?.name ?? '', letters);
  }

  private endBytes(): void {
    if (this.bytes === '') return;
    const font = this.fonts.get(this.state.font);
    this.writer.text.add(font?.name ?? '', lettersOfBytes(this.bytes, font, this.codePage));
    this.bytes = '';
  }

  private entryWord(word: string, number: number | null): void {
    if (word === (this.state.place === 'fonts' ? 'f' : 's')) this.entry.number = number ?? 0;
    else if (word === 'fcharset') this.entry.charset = number;
  }

  private entryText(bytes: string): void {
    for (const [index, name] of bytes.split(';').entries()) {
      if (index > 0) this.endEntry();
      if (this.entry.name.length < 200) this.entry.name += name;
    }
  }

  private endEntry(): void {
    const { number, charset } = this.entry;
    const name = this.entry.name.trim();
    this.entry = { number: 0, name: '', charset: null };
    if (name === '') return;
    if (this.state.place === 'fonts') {
      this.fonts.set(number, { name, charset });
      return;
    }
    const key = name.toLowerCase();
    const level = /^heading ([1-6])$/.exec(key)?.[1];
    const tags = level === undefined ? undefined : ([`<h${level}>`, `</h${level}>`] as const);
    const named = tags ?? (Object.hasOwn(STYLES, key) ? STYLES[key] : undefined);
    if (named !== undefined) this.styles.set(number, named);
  }
}
