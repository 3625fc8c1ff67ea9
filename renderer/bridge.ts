import type { AnyEvent } from '#core/contract';
import { createClient, type Reply } from '#core/gateway';

interface Bridge {
  call(name: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: AnyEvent) => void): () => void;
}

declare global {
  interface Window {
    bridge: Bridge;
  }
}

/** Makes a call of the contract; throws `CallFailed` with a message that is ready to be shown. */
export const call = createClient((name, input) => window.bridge.call(name, input));

export const subscribe = (listener: (event: AnyEvent) => void): (() => void) =>
  window.bridge.subscribe(listener);
