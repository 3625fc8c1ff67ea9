import { textOf } from '#core/article';
import { foldedTag } from '#core/tag';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { addAnnotations, type Marking } from './changes';
import { collect, tidyName } from './collections';
import { useLibrary } from './library';
import { searchQuestion, setSearch, useSearch } from './search';
import { attempt, say } from './status';
import { setView } from './view';

const t = i18next.t.bind(i18next);

/** So many articles come in one answer. */
const AT_ONCE = 500;
/** More places than this nobody has looked through. */
const MOST_MARKS = 2_000;

const hasFound = (): boolean => (useSearch.getState().answer?.total ?? 0) > 0;

/** Opens the choice of what all that was found shall get. */
export function askAboutFound(choosing: 'tag' | 'collection'): void {
  if (hasFound() && !useLibrary.getState().readOnly) setSearch({ choosing });
}

/** The ids of all articles that were found, not only of those that the list has by now. */
async function foundIds(): Promise<string[]> {
  const ids = new Set<string>();
  const question = searchQuestion();
  for (let offset = 0; ; offset += AT_ONCE) {
    const page = await call('search.find', {
      ...{ ...question, order: useSearch.getState().order },
      ...{ offset, limit: AT_ONCE, hits: 1 },
    });
    for (const { articleId } of page.articles) ids.add(articleId);
    if (page.articles.length === 0 || offset + AT_ONCE >= page.total) return [...ids];
  }
}

/** Highlights every place in the texts found with a tag; those that have it already stay as they are. One undo step. */
export async function tagFound(tag: string): Promise<void> {
  setSearch({ choosing: null });
  await attempt(async () => {
    const { rows, total } = await call('search.concordance', {
      ...searchQuestion(),
      order: 'date',
      limit: MOST_MARKS,
    });
    if (total > rows.length) {
      say(t('search.act.tooMany', { count: MOST_MARKS }));
      return;
    }
    const spans = new Map<string, { start: number; end: number; exact: string }[]>();
    for (const { articleId, hit } of rows) {
      const { start, end, exact } = hit;
      spans.set(articleId, [...(spans.get(articleId) ?? []), { start, end, exact }]);
    }
    const marks: Marking[] = [];
    for (const [id, places] of spans) marks.push(...(await marksIn(id, places, tag)));
    if (marks.length > 0) await addAnnotations(marks);
    say(
      marks.length === 0
        ? t('search.act.allTagged', { tag })
        : t('search.act.tagged', { count: marks.length, tag }),
    );
  });
}

/** The marks that an article still lacks. A text that has changed since the answer is left alone. */
async function marksIn(
  id: string,
  places: readonly { start: number; end: number; exact: string }[],
  tag: string,
): Promise<Marking[]> {
  const { article, annotations } = await call('articles.get', { id });
  const text = textOf(article);
  const tagged = new Set(
    annotations
      .filter(
        ({ tags, anchor }) => anchor !== 'orphan' && tags.some((each) => foldedTag(each) === foldedTag(tag)),
      )
      .map(({ target }) => `${target.start} ${target.end}`),
  );
  return places
    .filter(({ start, end, exact }) => text.slice(start, end) === exact && !tagged.has(`${start} ${end}`))
    .map(({ start, end }) => ({ article, span: { start, end }, kind: 'highlight', tags: [tag] }));
}

/** Puts all articles found into a collection, or (null) into a new one that is named after the query; one undo step. */
export async function collectFound(id: string | null): Promise<void> {
  setSearch({ choosing: null });
  await attempt(async () => {
    const { count, name } = await collect(
      await foundIds(),
      id === null ? { name: newCollectionName() } : { id },
    );
    say(t('search.act.collected', { count, name }));
  });
}

/** The name of the collection that would be made. */
export const newCollectionName = (): string => tidyName(useSearch.getState().query);

/** Opens the export of notes with the articles found. */
export async function exportFound(): Promise<void> {
  if (!hasFound()) return;
  await attempt(async () => {
    const exportIds = await foundIds();
    setView({ view: 'export', exportIds, dialog: null });
  });
}
