import { CALLS, type AnyEvent } from '#core/contract';
import { createGateway, type Gateway, type Handlers } from '#core/gateway';
import { DEFAULT_SETTINGS, type LibrarySnapshot } from '#core/library';
import { Refusal } from '#core/refusal';
import type { OpenLibrary } from './app';
import type { Desktop } from './desktop';

interface SessionParts {
  open: (folder: string) => Promise<OpenLibrary>;
  /** Gets every event of the library that is open. */
  emit: (event: AnyEvent) => void;
  /** Told which folder to open next time. */
  remember: (folder: string) => Promise<void>;
  desktop: Pick<Desktop, 'host' | 'chooseFolder' | 'controlWindow'>;
  logBug: (what: string, error: unknown) => void;
}

export interface Session {
  /** Waits for the library to be open, then answers. Without a library: refuses with the reason. */
  call: Gateway;
  /** Opens another library in place of this one; throws a `Refusal` and keeps this one when that fails. */
  replace(folder: string): Promise<void>;
  /** Waits for all calls that are under way, then closes the library. */
  close(): Promise<void>;
}

/** The library behind the window: it can be replaced, and the window lives even when it cannot be opened. */
export function createSession(firstFolder: string, parts: SessionParts): Session {
  const { open, emit, remember, desktop, logBug } = parts;
  let folder = firstFolder;
  let library: OpenLibrary | undefined;
  /** Why there is no library. */
  let refusal = new Refusal('internal');
  let gateway: Promise<Gateway>;
  const underWay = new Set<Promise<unknown>>();

  async function use(next: OpenLibrary): Promise<void> {
    const previous = library;
    library = next;
    folder = next.folder;
    next.subscribe((event) => {
      if (library === next) emit(event);
    });
    gateway = Promise.resolve(next.gateway);
    if (previous !== undefined) await previous.close();
  }

  /** Opens the library, or answers every call with the reason why not. */
  async function attempt(): Promise<Gateway> {
    try {
      const opened = await open(folder);
      await use(opened);
      return opened.gateway;
    } catch (error) {
      if (!(error instanceof Refusal)) logBug('library.open', error);
      refusal = error instanceof Refusal ? error : new Refusal('internal');
      return closedGateway;
    }
  }

  const closedGateway = createClosedGateway({
    refusal: () => refusal,
    async retry() {
      gateway = attempt();
      const answer = await gateway;
      return library === undefined ? undefined : answer;
    },
    async chooseFolder() {
      const chosen = await desktop.chooseFolder(folder);
      if (chosen !== null) await replace(chosen);
      return chosen;
    },
    controlWindow: (action) => {
      desktop.controlWindow(action);
    },
    logBug,
  });

  async function replace(next: string): Promise<void> {
    if (library !== undefined && next === folder) return;
    await use(await open(next));
    await remember(next);
    emit({ name: 'library.replaced', payload: { folder: next } });
  }

  gateway = attempt();
  return {
    call(name, input, from) {
      const reply = gateway.then((answer) => answer(name, input, from));
      underWay.add(reply);
      return reply.finally(() => underWay.delete(reply));
    },
    replace,
    async close() {
      while (underWay.size > 0) await Promise.all(underWay);
      await gateway;
      await library?.close();
    },
  };
}

interface ClosedParts {
  /** Why there is no library. */
  refusal: () => Refusal;
  /** Tries to open the library again: its gateway, or undefined when it still cannot be opened. */
  retry: () => Promise<Gateway | undefined>;
  chooseFolder: () => Promise<string | null>;
  controlWindow: Desktop['controlWindow'];
  logBug: SessionParts['logBug'];
}

/** Answers while there is no library: with the reason, and with what can lead out of that. */
function createClosedGateway({ refusal, retry, chooseFolder, controlWindow, logBug }: ClosedParts): Gateway {
  const refuse = () => Promise.reject(refusal());
  const refusals = Object.fromEntries(Object.keys(CALLS).map((name) => [name, refuse]));
  const handlers: Handlers = {
    ...(refusals as unknown as Handlers),
    // Asking again is trying again: the other window may have been closed by now.
    'library.snapshot': async (input) => {
      const gateway = await retry();
      if (gateway === undefined) throw refusal();
      const reply = await gateway('library.snapshot', input, 'window');
      if (!reply.ok) throw new Error(reply.message);
      return reply.value as LibrarySnapshot;
    },
    'library.chooseFolder': async () => ({ folder: await chooseFolder() }),
    'window.control': ({ action }) => {
      controlWindow(action);
      return Promise.resolve({});
    },
  };
  return createGateway({ handlers, language: () => DEFAULT_SETTINGS.language, logBug });
}
