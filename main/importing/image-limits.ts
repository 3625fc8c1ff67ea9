import { Refusal } from '#core/refusal';

const MOST_PIXELS = 60_000_000;
export const MOST_PAGES = 500;

/** Refuses a picture that would not fit into memory, before it is unpacked. */
export function refuseSize(name: string, width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw damaged(name, 'no size');
  if (width * height > MOST_PIXELS) throw new Refusal('file-too-complex', { name });
}

export function damaged(name: string, detail: string): Refusal {
  return new Refusal('file-damaged', { name, detail });
}
