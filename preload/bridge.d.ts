import type { AnyEvent } from '#core/contract';
import type { Reply } from '#core/gateway';

/** All that a page can reach outside itself: `window.bridge`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply>;
  /**
   * The same, with the reply as JSON. The bridge copies every object of a value one by one, which takes longer than to
   * write and to parse it where an article has thousands of notes. Not for replies that hold bytes.
   */
  callForText(name: string, input: unknown): Promise<string>;
  /** Imports files and folders that were dropped on the window; null when one of them does not lie on the disk. */
  drop(files: File[]): Promise<Reply | null>;
  /**
   * Returns the function that ends the subscription. Events from before the first subscription are kept for it.
   * The window stays open until the promise of a listener that got the command `flush` settles, two seconds at most.
   */
  subscribe(listener: (event: AnyEvent) => void | Promise<void>): () => void;
}
