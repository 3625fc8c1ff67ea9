import { setImmediate as pause } from 'node:timers/promises';
import type { Article } from '#core/article';
import type { Recognised } from '#core/recognise/found';
import { recognise } from '#core/recognise/recognise';
import { lookThroughFile, type Dictionary, type Looked } from './look';

export type Text = Pick<Article, 'blocks' | 'publishedOn' | 'dek'>;

/** Applies the rules to articles, in this thread or another. */
export interface Recogniser {
  /** All that is found in one article. Goes before files that wait. */
  article(text: Text): Promise<Recognised>;
  /** What lists need of articles, from the bytes of their files; null where there is no article in them. */
  files(files: readonly Uint8Array[], dictionary: Dictionary): Promise<(Looked | null)[]>;
  close(): Promise<void>;
}

/** For hosts without a window: between two files others get their turn. */
export function createDirectRecogniser(): Recogniser {
  return {
    article: (text) => Promise.resolve(recognise(text)),
    files: async (files, dictionary) => {
      const looked: (Looked | null)[] = [];
      for (const bytes of files) {
        looked.push(lookThroughFile(bytes, dictionary));
        await pause();
      }
      return looked;
    },
    close: () => Promise.resolve(),
  };
}
