import { KINDS, type Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Block, type Caption } from '#core/article';
import { captionName } from '../state/hits';
import { whenIdle } from '../ui/idle';
import { guessLines } from './guess-lines';
import { outward, portionAt, portionsOf, type Portion } from './portions';

/** Articles of this many portions are put on the page whole, at once. */
const AT_ONCE = 8;
/** How long the page may be kept busy by putting the rest of a long article on it. Milliseconds. */
const SLICE = 8;

/** A list item that brings its own marker: `- `, `1. `, `a) `, `•`. */
const OWN_MARKER = /^(?:[-–—+•*▪]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

/** What rows are made of and who hears of them. */
interface RowParts {
  /** A copy of a pattern: `.k-<kind>` is a kind's glyph, `.caption` a caption without words. */
  copyOf: (pattern: string) => HTMLElement | null;
  /** A text element came onto the page, empty; `around` is the portion that it is in. */
  onText: (element: HTMLElement, block: number, around: HTMLElement) => void;
}

/**
 * The rows of an article's blocks: number, glyphs, text. They are built without React, since thousands of them would
 * hold up the first screen: those around the reading position at once, the others on demand and in idle moments. A long
 * article's portions are laid out only near the window (`content-visibility`); far ones stand for themselves by a guess
 * of their height.
 */
export class ArticleRows {
  readonly starts: readonly number[];
  readonly portions: readonly Portion[];
  private readonly places: readonly HTMLElement[];
  private readonly rows = new Map<number, HTMLElement>();
  private readonly texts = new Map<number, HTMLElement>();
  private parts: RowParts | null = null;
  /** For each block a bit for each kind that begins in it. */
  private kinds = new Uint8Array();
  private current = -1;
  private numberTitle: string | null = null;
  private stopBuilding: () => void = () => undefined;

  constructor(
    readonly blocks: readonly Block[],
    private readonly captions: readonly Caption[],
    private readonly creditWords: (credit: string) => string,
  ) {
    this.starts = blockStarts(blocks);
    this.portions = portionsOf(blocks);
    this.places = this.portions.map(placeFor);
  }

  get long(): boolean {
    return this.portions.length > AT_ONCE;
  }

  /** Puts the article into `host`, beginning at block `at`. Returns the portions of the first screen. */
  mount(host: HTMLElement, at: number, parts: RowParts): HTMLElement[] {
    this.parts = parts;
    host.replaceChildren(...this.places);
    // While the portions are empty, so that few styles depend on it.
    if (this.long) guessLines(host);
    const middle = portionAt(this.portions, at);
    const left = outward(this.portions.length, middle);
    if (this.long) {
      this.stopBuilding = whenIdle(SLICE, () => {
        const next = left.next();
        if (next.done !== true) this.build(next.value);
        return next.done !== true;
      });
    }
    const first = [middle, middle + 1];
    for (const index of this.long ? first : left) this.build(index);
    return first.flatMap((index) => this.places[index] ?? []);
  }

  /** Takes everything off the page again. */
  unmount(): void {
    this.stopBuilding();
    this.parts = null;
    this.rows.clear();
    this.texts.clear();
    for (const place of this.places) place.replaceChildren();
  }

  /** The row of a block; null while the article is not on the page. */
  row(block: number): HTMLElement | null {
    this.build(portionAt(this.portions, block));
    return this.rows.get(block) ?? null;
  }

  /** The text element of a block; null while the article is not on the page. */
  readonly text = (block: number): HTMLElement | null => {
    this.build(portionAt(this.portions, block));
    return this.texts.get(block) ?? null;
  };

  textAt = (block: number): string => this.blocks[block]?.text ?? '';

  /** Offset of a block's first character; past the last block, what no offset reaches. */
  startOf = (block: number): number => this.starts[block] ?? Infinity;

  /** The element that holds the blocks of a portion. */
  place(portion: number): HTMLElement | null {
    return this.places[portion] ?? null;
  }

  /** Marks the block that the keyboard is at. */
  setCurrent(block: number): void {
    this.rows.get(this.current)?.classList.remove('current');
    this.rows.get(block)?.classList.add('current');
    this.current = block;
  }

  /** Shows in the margin which kinds of annotations begin in a block. */
  setAnnotations(annotations: readonly Annotation[]): void {
    const kinds = new Uint8Array(this.blocks.length);
    let block = 0;
    for (const { target, kind } of annotations) {
      // They come in the order of the text: most begin in the block of the one before or in the next.
      const { start } = target;
      if (start >= this.startOf(block + 1)) block += 1;
      if (start < this.startOf(block) || start >= this.startOf(block + 1))
        block = blockAt(this.starts, start);
      kinds[block] = (kinds[block] ?? 0) | (1 << KINDS.indexOf(kind));
    }
    const before = this.kinds;
    this.kinds = kinds;
    for (const [index, row] of this.rows) {
      if (before[index] !== kinds[index]) this.drawGlyphs(index, row);
    }
  }

  /** `title` says what a click on a number does; null where it does nothing. */
  setNumberTitle(title: string | null): void {
    if (title === this.numberTitle) return;
    this.numberTitle = title;
    for (const row of this.rows.values()) {
      const number = row.querySelector<HTMLElement>('.number');
      if (number !== null) this.entitle(number);
    }
  }

  private build(index: number): void {
    const portion = this.portions[index];
    const place = this.places[index];
    const { parts } = this;
    if (parts === null || portion === undefined || place === undefined || place.firstChild !== null) return;
    const nodes: Node[] = [];
    const captionsBefore = (block: number) => {
      for (const [at, caption] of this.captions.entries())
        if (caption.before === block) nodes.push(...this.makeCaption(caption, captionName(at)));
    };
    for (let block = portion.from; block < portion.to; block++) {
      captionsBefore(block);
      nodes.push(this.makeRow(block));
    }
    if (portion.to === this.blocks.length) captionsBefore(portion.to);
    place.replaceChildren(...nodes);
    for (let block = portion.from; block < portion.to; block++) {
      const text = this.texts.get(block);
      if (text !== undefined) parts.onText(text, block, place);
    }
  }

  private makeRow(block: number): HTMLElement {
    const kind = this.blocks[block]?.kind ?? 'paragraph';
    const row = document.createElement('div');
    row.className = `block ${kind}`;
    row.classList.toggle('numbered', OWN_MARKER.test(this.textAt(block)));
    row.classList.toggle('current', block === this.current);
    row.dataset['block'] = String(block);
    const number = document.createElement('span');
    number.className = 'number';
    number.setAttribute('aria-hidden', 'true');
    number.textContent = String(block + 1);
    this.entitle(number);
    const element = document.createElement(kind === 'heading' ? 'h3' : kind === 'quote' ? 'blockquote' : 'p');
    element.dataset['start'] = String(this.startOf(block));
    row.append(number, element);
    this.rows.set(block, row);
    this.texts.set(block, element);
    this.drawGlyphs(block, row);
    return row;
  }

  private makeCaption({ text, credit }: Caption, name: string): HTMLElement[] {
    const figure = this.parts?.copyOf('.caption') ?? null;
    if (figure === null) return [];
    const words = figure.querySelector('figcaption');
    words?.setAttribute('data-aside', name);
    words?.append(`${text} `);
    if (credit !== null) {
      const element = document.createElement('span');
      element.className = 'credit';
      element.textContent = this.creditWords(credit);
      words?.append(element);
    }
    return [figure];
  }

  private entitle(number: HTMLElement): void {
    number.classList.toggle('editable', this.numberTitle !== null);
    number.title = this.numberTitle ?? '';
  }

  private drawGlyphs(block: number, row: HTMLElement): void {
    row.querySelector('.glyphs')?.remove();
    const kinds = KINDS.filter((_, index) => ((this.kinds[block] ?? 0) & (1 << index)) !== 0);
    const { parts } = this;
    if (parts === null || kinds.length === 0) return;
    const glyphs = document.createElement('span');
    glyphs.className = 'glyphs';
    glyphs.append(...kinds.flatMap((kind) => parts.copyOf(`.k-${kind}`) ?? []));
    this.texts.get(block)?.before(glyphs);
  }
}

/** The element of a portion. reader.css guesses its height from what it is told here. */
function placeFor({ from, to, length }: Portion): HTMLElement {
  const place = document.createElement('div');
  place.className = 'portion';
  place.style.setProperty('--characters', String(length));
  place.style.setProperty('--blocks', String(to - from));
  return place;
}
