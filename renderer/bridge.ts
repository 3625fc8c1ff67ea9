import type { AnyEvent, CallName } from '#core/contract';
import { createClient, type Reply } from '#core/gateway';
import type { Bridge } from '../preload/bridge';

declare global {
  interface Window {
    bridge: Bridge;
  }
}

/** Calls whose values may be large. They hold no bytes. */
const LARGE: ReadonlySet<string> = new Set<CallName>([
  'library.snapshot',
  'library.rows',
  'articles.get',
  'articles.revision',
  'annotations.find',
  'recognise.article',
]);

/** Calls that change the library at once. Those that may wait for a person or for many files are not among them. */
const CHANGES =
  /\.(?:add|bringBack|dismiss|move|put|remove|rename|restore|revert|revise|set|update)(?:Back|Many|Story)?$/u;

const changing = new Set<Promise<Reply>>();

async function sent(name: string, input: unknown): Promise<Reply> {
  return LARGE.has(name)
    ? (JSON.parse(await window.bridge.callForText(name, input)) as Reply)
    : window.bridge.call(name, input);
}

/** Makes a call of the contract; throws `CallFailed` with a message that is ready to be shown. */
export const call = createClient(async (name, input) => {
  const reply = sent(name, input);
  if (!CHANGES.test(name)) return reply;
  changing.add(reply);
  return reply.finally(() => changing.delete(reply));
});

/** Waits until the changes that are on their way have been made, and whoever asked for them has noted them. */
export async function changesMade(): Promise<void> {
  while (changing.size > 0) {
    await Promise.allSettled(changing);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export const subscribe = (listener: (event: AnyEvent) => void | Promise<void>): (() => void) =>
  window.bridge.subscribe(listener);

/** Imports files and folders that were dropped; null when one of them lies nowhere on the disk. */
export const drop = (files: readonly File[]): Promise<Reply | null> => window.bridge.drop([...files]);
