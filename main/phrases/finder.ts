import { readFileSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Block, textOf, type ArticleId } from '#core/article';
import { setPhrases, type PhraseArticle, type PhraseLimits, type SetPhrase } from '#core/set-phrases';

/** What to look through: paths of articles' files. */
export interface PhraseJob {
  articles: readonly { id: ArticleId; story: ArticleId | null; path: string }[];
  limits: PhraseLimits;
}

/** Finds the phrases of a library, in this thread or another. The places' indexes are those of `job.articles`. */
export interface PhraseFinder {
  find(job: PhraseJob): Promise<SetPhrase[]>;
  close(): Promise<void>;
}

/** As much of an article's file as is needed here. */
const ArticleFile = z.object({ blocks: z.array(Block) });

/** An article that cannot be read has no phrases: whoever shows it tells of that. */
export function phrasesOfFiles({ articles, limits }: PhraseJob): SetPhrase[] {
  return setPhrases(
    articles.map(({ id, story, path }): PhraseArticle => ({ id, story, text: textOfFile(path) })),
    limits,
  );
}

function textOfFile(path: string): string {
  try {
    const { blocks } = ArticleFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    return textOf({ blocks });
  } catch {
    return '';
  }
}

/** For hosts without a window. */
export const createDirectPhraseFinder = (): PhraseFinder => ({
  find: async (job) => {
    await pause();
    return phrasesOfFiles(job);
  },
  close: () => Promise.resolve(),
});
