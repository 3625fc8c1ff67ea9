import type { CallInput, CallOutput } from '#core/contract';
import { importText, openIn, temporaryFolder, type Opened } from '../store/support';

export type Answer = CallOutput<'search.find'>;

/** A new library with these articles, and their ids by their titles. */
export async function libraryOf(
  articles: Readonly<Record<string, readonly string[]>>,
): Promise<{ library: Opened; ids: Record<string, string> }> {
  const library = await openIn(temporaryFolder());
  const ids: Record<string, string> = {};
  for (const [title, paragraphs] of Object.entries(articles))
    ids[title] = (await importText(library, title, paragraphs)).id;
  return { library, ids };
}

export const find = (
  library: Pick<Opened, 'call'>,
  query: string,
  more: Partial<CallInput<'search.find'>> = {},
): Promise<Answer> => library.call('search.find', { query, complete: true, ...more });

/** The titles of the articles found, in order. */
export async function titlesOf(library: Pick<Opened, 'call'>, answer: Answer): Promise<string[]> {
  const { articles } = await library.call('library.snapshot', {});
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return answer.articles.map(({ articleId }) => titles.get(articleId) ?? '');
}
