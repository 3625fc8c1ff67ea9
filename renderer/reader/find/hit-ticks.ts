import { offsetOf, type Hit } from '../../state/hits';

const WIDTH = 10;
const TICK = 2;

/** Small lines along a pane's scroll bar where its hits are. A canvas: there may be thousands. */
export class HitTicks {
  private readonly canvas = document.createElement('canvas');
  private spans: readonly Hit[] = [];
  private current: Hit | null = null;
  private length = 1;
  private asked = 0;
  private readonly sizes = new ResizeObserver(() => this.later());

  constructor(private readonly scroller: HTMLElement) {
    this.canvas.className = 'find-ticks';
    this.canvas.ariaHidden = 'true';
    scroller.after(this.canvas);
    this.sizes.observe(scroller);
    const rows = scroller.querySelector('.rows');
    if (rows !== null) this.sizes.observe(rows);
  }

  /** `length`: of the whole text. */
  setHits(spans: readonly Hit[], current: Hit | null, length: number): void {
    this.spans = spans;
    this.current = current;
    this.length = length;
    this.later();
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.sizes.disconnect();
    this.canvas.remove();
  }

  private later(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { canvas, scroller } = this;
    const scale = devicePixelRatio;
    canvas.style.top = `${scroller.offsetTop}px`;
    canvas.style.left = `${scroller.offsetLeft + scroller.offsetWidth - WIDTH}px`;
    canvas.style.height = `${scroller.clientHeight}px`;
    canvas.width = WIDTH * scale;
    canvas.height = Math.max(1, scroller.clientHeight * scale);
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    const style = getComputedStyle(canvas);
    const placeOf = this.placesOf();
    const tick = (y: number): void => pen.fillRect(2 * scale, y, canvas.width - 4 * scale, TICK * scale);
    const lineOf = (span: Hit): number => Math.floor(placeOf(Math.max(0, offsetOf(span))) * canvas.height);
    pen.fillStyle = style.getPropertyValue('--mark-plain-line');
    for (const y of new Set(this.spans.map(lineOf))) tick(y);
    pen.fillStyle = style.getPropertyValue('--ink');
    if (this.current !== null) tick(lineOf(this.current));
  }

  /** How far down the scrolled content an offset of the text stands, from 0 to 1: lines are about equally long. */
  private placesOf(): (offset: number) => number {
    const { scroller, length } = this;
    const rows = scroller.querySelector<HTMLElement>('.rows');
    const box = rows?.getBoundingClientRect();
    const top = (box?.top ?? 0) - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const height = box?.height ?? 0;
    return (offset) => (top + (offset / length) * height) / Math.max(1, scroller.scrollHeight);
  }
}
