import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { AnyEvent } from '#core/contract';
import { createGateway, type Gateway, type Handlers } from '#core/gateway';
import type { Desktop } from './desktop';
import { annotationHandlers } from './handlers/annotations';
import { articleHandlers } from './handlers/articles';
import type { Context } from './handlers/context';
import { exportHandlers } from './handlers/exporting';
import { importHandlers } from './handlers/importing';
import { libraryHandlers } from './handlers/library';
import { settingsHandlers } from './handlers/settings';
import { importArticle } from './importing';
import { realFs, type StoreFs } from './store/files';
import type { Log } from './store/log';
import { openStore } from './store/open';

export type { Log } from './store/log';

export interface LibraryParts {
  desktop: Desktop;
  log: Log;
  /** `read` takes no lock and writes nothing. */
  mode: 'write' | 'read';
  /** Who holds the lock, for the message that another process gets. Default: the window. */
  app?: 'window' | 'cli';
  /** `first`: every file was compared with the catalogue before this returns; `later` (default): in the background. */
  verify?: 'first' | 'later';
  now?: () => Date;
  newId?: () => string;
  fs?: StoreFs;
}

export interface OpenLibrary {
  gateway: Gateway;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AnyEvent) => void): () => void;
  /** Absolute path. */
  folder: string;
  /** Waits for the changes under way, writes the catalogue and gives the lock back. */
  close(): Promise<void>;
}

/** Opens the library in `folder` and joins its parts. Throws a `Refusal` when it cannot be opened. */
export async function openLibrary(folder: string, parts: LibraryParts): Promise<OpenLibrary> {
  const { desktop, log, mode, app = 'window', verify = 'later', fs = realFs } = parts;
  const now = parts.now ?? (() => new Date());
  const root = resolve(folder);
  const store = await openStore(root, { fs, log, mode, app, verify, now, makeDraft: importArticle });

  const listeners = new Set<(event: AnyEvent) => void>();
  const emit = (event: AnyEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // What the event tells of is done and saved; a listener's bug must not make it look refused.
        log.error(`listener of ${event.name}`, error);
      }
    }
  };
  store.onChange((payload) => emit({ name: 'library.changed', payload }));
  const language = () => store.library.settings.language;
  const newId = parts.newId ?? (() => randomUUID());
  const handlers = handlersFor({ store, desktop, log, emit, now, newId, language });
  const logBug = (call: string, error: unknown): void => log.error(`call ${call}`, error);
  // It tells its own failures to the log.
  void store.verified();

  return {
    gateway: createGateway({ handlers, language, logBug }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    folder: root,
    close: () => store.close(),
  };
}

function handlersFor(context: Context): Handlers {
  return {
    ...libraryHandlers(context),
    ...articleHandlers(context),
    ...annotationHandlers(context),
    ...importHandlers(context),
    ...exportHandlers(context),
    ...settingsHandlers(context),
  };
}
