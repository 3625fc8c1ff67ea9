import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { AnyEvent } from '#core/contract';
import { createGateway, type Gateway, type Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Desktop } from './desktop';
import { annotationHandlers } from './handlers/annotations';
import { articleHandlers } from './handlers/articles';
import { compareHandlers } from './handlers/comparing';
import type { Context } from './handlers/context';
import { exportHandlers } from './handlers/exporting';
import { findingHandlers } from './handlers/finding';
import { ImportDesk } from './handlers/import-desk';
import { ImportJournal } from './handlers/import-journal';
import { importHandlers } from './handlers/importing';
import { libraryHandlers } from './handlers/library';
import { linkHandlers } from './handlers/links';
import { phraseHandlers } from './handlers/phrases';
import { pinHandlers } from './handlers/pins';
import { printHandlers } from './handlers/printing';
import { recogniseHandlers } from './handlers/recognising';
import { registerExportHandlers } from './handlers/register-export';
import { registerHandlers } from './handlers/registers';
import { reviewHandlers } from './handlers/review';
import { revisingHandlers } from './handlers/revising';
import { searchHandlers } from './handlers/searching';
import { settingsHandlers } from './handlers/settings';
import { shelvingHandlers } from './handlers/shelving';
import { taskEvidenceHandlers } from './handlers/task-evidence';
import { taskExportHandlers } from './handlers/task-export';
import { tagHandlers } from './handlers/tags';
import { workspaceHandlers } from './handlers/workspaces';
import type { ImportEngine } from './importing/engine';
import { FolderWatch } from './importing/watch';
import { createDirectPhraseFinder, type PhraseFinder } from './phrases/finder';
import { LibraryPhrases } from './phrases/library-phrases';
import { Findings } from './recognising/findings';
import { createLists } from './recognising/lists';
import { createDirectRecogniser, type Recogniser } from './recognising/recogniser';
import { createDirectExporter, type Exporter } from './exporting/exporter';
import { createDirectIndexer, type Indexer } from './search/indexer';
import { LibraryWords } from './search/library-words';
import { realFs, type StoreFs } from './store/files';
import type { Log } from './store/log';
import { openStore } from './store/open';
import type { MakeDraft } from './store/rescue';

export type { Log } from './store/log';

/** So long the files are not compared with the catalogue after a library was opened. */
const VERIFY_AFTER_MS = 1_500;

export interface LibraryParts {
  desktop: Desktop;
  log: Log;
  /** Reads the files that are imported; it is closed with the library. */
  engine: ImportEngine;
  /** Applies the rules to the articles; it is closed with the library. Default: one without a thread. */
  recogniser?: Recogniser;
  /** Finds what many articles say alike; it is closed with the library. Default: one without a thread. */
  phraseFinder?: PhraseFinder;
  /** Makes files of notes. Default: one without a thread. */
  exporter?: Exporter;
  /** Holds the index of all words; it is closed with the library. Default: one without a thread. */
  indexer?: Indexer;
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
  const { desktop, log, engine, mode, app = 'window', verify = 'later', fs = realFs } = parts;
  const now = parts.now ?? (() => new Date());
  const root = resolve(folder);
  const makeDraft = draftMaker(engine);
  const store = await openStore(root, { fs, log, mode, app, verify, now, makeDraft });

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
  const recogniser = parts.recogniser ?? createDirectRecogniser();
  const findings = new Findings({ store, recogniser, log, emit });
  const lists = createLists(store, findings);
  const context: Context = {
    store,
    desktop,
    engine,
    makeDraft,
    findings,
    lists,
    log,
    emit,
    now,
    newId,
    language,
  };
  const desk = new ImportDesk(context, new ImportJournal(store.folder, log));
  await desk.open();
  const watch = new FolderWatch({ log, onFiles: (paths) => void importArrived(desk, context, paths) });
  const phraseFinder = parts.phraseFinder ?? createDirectPhraseFinder();
  const phrases = new LibraryPhrases(store, phraseFinder);
  const words = new LibraryWords({ store, indexer: parts.indexer ?? createDirectIndexer(fs), log, emit });
  const exporter = parts.exporter ?? createDirectExporter();
  const handlers = handlersFor(context, { desk, watch, phrases, words, exporter });
  const logBug = (call: string, error: unknown): void => log.error(`call ${call}`, error);
  // It tells its own failures to the log. The window has its first questions answered before.
  const verifying = setTimeout(() => void store.verified(), VERIFY_AFTER_MS);
  if (app === 'window' && store.folder.readOnly === null)
    await watch.follow(store.library.settings.watchFolder);

  return {
    gateway: createGateway({ handlers, language, logBug }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    folder: root,
    async close() {
      clearTimeout(verifying);
      await watch.close();
      await desk.close();
      await engine.close();
      await findings.close();
      await phraseFinder.close();
      await words.close();
      await store.close();
    },
  };
}

/** Reads an original again in the way in which it was read first. */
function draftMaker(engine: ImportEngine): MakeDraft {
  return async (file, { encoding, part }) => {
    const chapters = part === null ? 'together' : 'apart';
    const { drafts } = await engine.read({ kind: 'given', file }, { encoding, chapters });
    const draft = drafts.find((one) => one.part === part) ?? drafts[0];
    if (draft === undefined) throw new Refusal('no-article', { name: file.name });
    return draft;
  };
}

/** Imports what came into the watched folder; what the library has already is no news. */
async function importArrived(desk: ImportDesk, { emit, log }: Context, paths: string[]): Promise<void> {
  try {
    const all = await desk.run(paths, { hold: true, restoreTrashed: false });
    const results = all.filter(({ status }) => status !== 'duplicate');
    if (results.length > 0) emit({ name: 'import.arrived', payload: { results } });
  } catch (error) {
    log.error('importing from the watched folder', error);
  }
}

interface Served {
  desk: ImportDesk;
  watch: FolderWatch;
  phrases: LibraryPhrases;
  words: LibraryWords;
  exporter: Exporter;
}

function handlersFor(context: Context, { desk, watch, phrases, words, exporter }: Served): Handlers {
  const registers = registerHandlers(context);
  return {
    ...libraryHandlers(context),
    ...articleHandlers(context),
    ...revisingHandlers(context),
    ...annotationHandlers(context),
    ...findingHandlers(context),
    ...importHandlers(context, desk, watch),
    ...reviewHandlers(context, desk),
    ...exportHandlers(context, exporter),
    ...printHandlers(context),
    ...compareHandlers(context),
    ...recogniseHandlers(context),
    ...registers,
    ...taskEvidenceHandlers(context),
    ...taskExportHandlers(context),
    ...registerExportHandlers(context, registers),
    ...phraseHandlers(context, phrases),
    ...searchHandlers(context, words),
    ...tagHandlers(context),
    ...linkHandlers(context),
    ...pinHandlers(context),
    ...settingsHandlers(context),
    ...shelvingHandlers(context),
    ...workspaceHandlers(context),
  };
}
