import type { AnyEvent } from '#core/contract';
import type { Language } from '#core/library';
import type { Desktop } from '../desktop';
import type { ImportEngine } from '../importing/engine';
import type { Findings } from '../recognising/findings';
import type { Lists } from '../recognising/lists';
import type { Log } from '../store/log';
import type { MakeDraft } from '../store/rescue';
import type { LibraryStore } from '../store/store';

/** What the handlers work with. */
export interface Context {
  store: LibraryStore;
  desktop: Desktop;
  engine: ImportEngine;
  /** Reads an original again, as it was read first. */
  makeDraft: MakeDraft;
  /** What the rules find in the library's articles. */
  findings: Findings;
  lists: Lists;
  log: Log;
  emit: (event: AnyEvent) => void;
  now: () => Date;
  newId: () => string;
  language: () => Language;
}
