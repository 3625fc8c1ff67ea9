import type { AnyEvent } from '#core/contract';
import type { Reply } from '#core/gateway';

/** All that a page can reach outside itself: `window.bridge`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply>;
  /** Returns the function that ends the subscription. Events from before the first subscription are kept for it. */
  subscribe(listener: (event: AnyEvent) => void): () => void;
}
