import '@testing-library/jest-dom/vitest';
import { vi } from 'vitest';

// A slow machine is no failure: these tests draw whole windows and write real files.
vi.setConfig({ testTimeout: 30_000 });

/**
 * What jsdom lacks and the page needs. jsdom lays nothing out, so these fakes say what a page without any layout
 * would: everything that is watched is in sight, nothing changes its size, no media query fits.
 */

class InSight implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '0px';
  readonly scrollMargin = '0px';
  readonly thresholds = [0];
  private readonly watched = new Set<Element>();

  constructor(private readonly callback: IntersectionObserverCallback) {}

  /** Tells of the element before the next frame, as a browser does. */
  observe(target: Element): void {
    this.watched.add(target);
    queueMicrotask(() => {
      if (!this.watched.has(target)) return;
      this.callback([{ target, isIntersecting: true } as IntersectionObserverEntry], this);
    });
  }
  unobserve(target: Element): void {
    this.watched.delete(target);
  }
  disconnect(): void {
    this.watched.clear();
  }
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}

class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const fitsNever = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as MediaQueryList;

const noBoxes = (): DOMRectList => Object.assign([], { item: () => null });

// In a browser bytes are of one kind; here those of Node's TextEncoder are not jsdom's.
globalThis.Uint8Array = new TextEncoder().encode('').constructor as Uint8ArrayConstructor;
globalThis.IntersectionObserver = InSight;
globalThis.ResizeObserver = NoResize;
window.matchMedia = fitsNever;
Object.assign(document, { fonts: { ready: Promise.resolve() } });
Object.assign(Range.prototype, { getClientRects: noBoxes, getBoundingClientRect: () => new DOMRect() });
Object.assign(Element.prototype, {
  scrollTo: () => undefined,
  scrollBy: () => undefined,
  scrollIntoView: () => undefined,
});
