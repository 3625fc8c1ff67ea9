import type { AnyEvent } from '#core/contract';
import type { Language } from '#core/library';
import type { Desktop } from '../desktop';
import type { Log } from '../store/log';
import type { LibraryStore } from '../store/store';

/** What the handlers work with. */
export interface Context {
  store: LibraryStore;
  desktop: Desktop;
  log: Log;
  emit: (event: AnyEvent) => void;
  now: () => Date;
  newId: () => string;
  language: () => Language;
}
