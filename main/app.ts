import type { AnyEvent } from '#core/contract';
import type { Gateway } from '#core/gateway';
import type { Desktop } from './desktop';

/** Where the app tells what it did; never told the text of an article. */
export interface Log {
  info(message: string): void;
  error(message: string, error?: unknown): void;
}

export interface LibraryParts {
  desktop: Desktop;
  log: Log;
  /** `read` takes no lock and writes nothing. */
  mode: 'write' | 'read';
  /** Who holds the lock, for the message that another process gets. */
  app?: 'window' | 'cli';
  /** `first`: every file was compared with the catalogue before the library opens; `later` (default): in the background. */
  verify?: 'first' | 'later';
  now?: () => Date;
  newId?: () => string;
}

export interface OpenLibrary {
  gateway: Gateway;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AnyEvent) => void): () => void;
  /** Absolute path. */
  folder: string;
  /** Waits for the running change, writes the catalogue and gives the lock back. */
  close(): Promise<void>;
}

/** Opens the library in `folder` and joins its parts. Throws a `Refusal` when it cannot be opened. */
export async function openLibrary(folder: string, parts: LibraryParts): Promise<OpenLibrary> {
  throw new Error(`not joined yet: ${folder} ${parts.mode}`);
}
