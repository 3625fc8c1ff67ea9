import { KINDS, type Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Block, type Caption } from '#core/article';
import { captionName } from '../state/hits';
import { whenIdle } from '../ui/idle';
import { guessOf, settingOf, type Setting } from './guess-height';
import { outward, portionAt, portionsOf, type Portion } from './portions';

/** Articles of this many portions are put on the page whole, at once. */
const AT_ONCE = 4;
/** How long the page may be kept busy by putting the rest of a long article on it. Milliseconds. */
const SLICE = 8;

/** A list item that brings its own marker: `- `, `1. `, `a) `, `•`. */
const OWN_MARKER = /^(?:[-–—+•*▪]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

/** How the text was set that was measured last: panes are mostly as wide as they were. */
let lastSetting: Setting = { characters: 70, lineHeight: 28, gap: 14 };

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
  /** An element for each portion, while the article is on the page. */
  private places: readonly HTMLElement[] = [];
  /** Those of the places that have come near the window: the others need no glyphs yet, which would be thousands. */
  private readonly decorated = new Set<Element>();
  private readonly rows = new Map<number, HTMLElement>();
  private readonly texts = new Map<number, HTMLElement>();
  private parts: RowParts | null = null;
  /** For each block a bit for each kind that begins in it. */
  private kinds = new Uint8Array();
  private current = -1;
  private numberTitle: string | null = null;
  private stopBuilding: () => void = () => undefined;
  /** What the heights of far portions are guessed by. */
  private guessedBy: Setting | null = null;
  /**
   * The portions of a long article's first screen, and what stands for all above and all below them until that is
   * painted: a thousand elements would hold it up, even empty.
   */
  private standIn: { from: number; to: number; above: HTMLElement; below: HTMLElement } | null = null;

  constructor(
    readonly blocks: readonly Block[],
    private readonly captions: readonly Caption[],
    private readonly creditWords: (credit: string) => string,
  ) {
    this.starts = blockStarts(blocks);
    this.portions = portionsOf(blocks);
  }

  get long(): boolean {
    return this.portions.length > AT_ONCE;
  }

  /** Puts the article into `host`, beginning at block `at`. Returns the portions of the first screen. */
  mount(host: HTMLElement, at: number, parts: RowParts): HTMLElement[] {
    this.parts = parts;
    this.places = this.portions.map(() => newPlace());
    const middle = portionAt(this.portions, at);
    const first = { from: middle, to: Math.min(middle + 2, this.portions.length) };
    if (this.long) {
      this.standIn = { ...first, above: newPlace(), below: newPlace() };
      const { above, below } = this.standIn;
      // As the last article's were: to measure the host would lay the page out twice before its first screen.
      this.guessHeights(lastSetting);
      host.replaceChildren(above, ...this.places.slice(first.from, first.to), below);
      this.buildLater(middle);
    } else host.replaceChildren(...this.places);
    const { from, to } = this.long ? first : { from: 0, to: this.portions.length };
    for (let index = from; index < to; index++) this.build(index);
    return this.places.slice(first.from, first.to);
  }

  private buildLater(middle: number): void {
    const left = outward(this.portions.length, middle);
    this.stopBuilding = whenIdle(SLICE, () => {
      this.bringAll();
      const next = left.next();
      if (next.done !== true) this.build(next.value);
      return next.done !== true;
    });
  }

  /** Brings the portions onto the page for which others stand in. */
  private bringAll(): void {
    const { standIn, guessedBy } = this;
    if (standIn === null || guessedBy === null) return;
    this.standIn = null;
    this.guessedBy = null;
    this.guessHeights(guessedBy);
    standIn.above.replaceWith(...this.places.slice(0, standIn.from));
    standIn.below.replaceWith(...this.places.slice(standIn.to));
  }

  /** Guesses anew how high far portions are, once the text is set as it is going to be. */
  measure(): void {
    const [row] = this.rows.values();
    const host = row?.parentElement?.parentElement;
    if (!this.long || host == null || row === undefined) return;
    lastSetting = settingOf(host, row);
    this.guessHeights(lastSetting);
  }

  /**
   * Not by custom properties of the portions: where an element has its own, the browser finds the styles of all of the
   * page's highlights for it, ten styles in the place of one.
   */
  private guessHeights(setting: Setting): void {
    const known = this.guessedBy;
    if (!this.long || (known !== null && sameSetting(known, setting))) return;
    this.guessedBy = setting;
    const guesses = this.portions.map((portion) => guessOf(portion, setting));
    if (this.standIn !== null) {
      const { from, to, above, below } = this.standIn;
      stretch(above, sum(guesses.slice(0, from)));
      stretch(below, sum(guesses.slice(to)));
      return;
    }
    for (const [index, place] of this.places.entries()) {
      const guess = guesses[index] ?? 0;
      place.style.setProperty('contain-intrinsic-block-size', `auto ${guess}px`);
      if (place.firstChild === null) stretch(place, guess);
    }
  }

  /** Takes everything off the page again. */
  unmount(): void {
    this.stopBuilding();
    this.parts = null;
    this.rows.clear();
    this.texts.clear();
    this.decorated.clear();
    // Not emptied: whoever takes the host away takes all of them at once.
    this.places = [];
    this.guessedBy = null;
    this.standIn = null;
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
    this.bringAll();
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

  /** Draws what belongs beside the texts of a place that comes near the window. */
  readonly decorate = (place: Element): void => {
    if (this.decorated.has(place)) return;
    this.decorated.add(place);
    for (const row of place.children) {
      const block = row instanceof HTMLElement ? row.dataset['block'] : undefined;
      if (block !== undefined) this.drawGlyphs(Number(block), row);
    }
  };

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
    if (place.parentElement === null) this.bringAll();
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
    place.style.removeProperty('block-size');
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

  private drawGlyphs(block: number, row: Element): void {
    if (row.parentElement === null || !this.decorated.has(row.parentElement)) return;
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

const sameSetting = (one: Setting, other: Setting): boolean =>
  one.characters === other.characters && one.lineHeight === other.lineHeight && one.gap === other.gap;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const stretch = (element: HTMLElement, height: number): void =>
  element.style.setProperty('block-size', `${height}px`);

function newPlace(): HTMLElement {
  const place = document.createElement('div');
  place.className = 'portion';
  return place;
}
