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
  'articles.get',
  'articles.revision',
  'annotations.find',
  'recognise.article',
]);

/** Makes a call of the contract; throws `CallFailed` with a message that is ready to be shown. */
export const call = createClient(async (name, input) =>
  LARGE.has(name)
    ? (JSON.parse(await window.bridge.callForText(name, input)) as Reply)
    : window.bridge.call(name, input),
);

export const subscribe = (listener: (event: AnyEvent) => void | Promise<void>): (() => void) =>
  window.bridge.subscribe(listener);

/** Imports files and folders that were dropped; null when one of them lies nowhere on the disk. */
export const drop = (files: readonly File[]): Promise<Reply | null> => window.bridge.drop([...files]);
