import type { Narrowing, SavedSearch } from '#core/calls/searching';
import { parseQuery } from '#core/search/query';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { runQuery, setSearch, useSearch } from './search';
import { attempt, saved, say } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

const quoted = (text: string): string => `"${text.replace(/["“”„«»]/gu, ' ')}"`;

const READING_WORDS = { unread: 'chưa', reading: 'đang', read: 'rồi' } as const;

/** The query with what is ticked written into it, as far as the query language can say it. */
export function wholeQuery(
  query: string,
  { years, sources, tags, kinds, reading, kept, collections }: Narrowing,
): string {
  const named = new Map(useLibrary.getState().collections.map(({ id, name }) => [id, name]));
  const groups = [
    years.filter((year) => year !== null).map((year) => `năm:${year}`),
    sources.filter((source) => source !== null).map((source) => `nguồn:${quoted(source)}`),
    tags.map((tag) => `nhãn:${quoted(tag)}`),
    kinds.map((kind) => `loại:${kind}`),
    reading.map((each) => `đọc:${READING_WORDS[each]}`),
    kept.map((each) => (each === 'starred' ? 'sao:có' : 'lưu-trữ:có')),
    collections.flatMap((id) => `bộ:${quoted(named.get(id) ?? '')}`),
  ].filter((group) => group.length > 0);
  if (groups.length === 0) return query.trim();
  const parsed = parseQuery(query, { marks: 'auto', isTyping: false });
  const isChoice = parsed.ok && parsed.query?.is === 'any';
  const conditions = groups.map((group) => (group.length === 1 ? group.join('') : `(${group.join(' OR ')})`));
  return [isChoice ? `(${query.trim()})` : query.trim(), ...conditions].join(' ');
}

/** Changes the saved searches as one step that can be undone. Returns whether it went well. */
async function change(
  make: (searches: readonly SavedSearch[]) => SavedSearch[],
  what: () => string,
): Promise<boolean> {
  if (useLibrary.getState().readOnly) return false;
  return attempt(async () => {
    const after = make(useLibrary.getState().searches);
    const before = await call('searches.set', { searches: after });
    saved();
    remember({
      get what() {
        return what();
      },
      undo: () => call('searches.set', { searches: before }),
      redo: () => call('searches.set', { searches: after }),
    });
  });
}

const tidied = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 120);

/** Keeps the query under a name, in the place of another one of that name. */
export async function saveSearchAs(typed: string): Promise<void> {
  const name = tidied(typed);
  const { query, marks, syllables, otherWays, matchCase, narrowing } = useSearch.getState();
  setSearch({ naming: false });
  if (name === '' || query.trim() === '') return;
  const search: SavedSearch = {
    name,
    query: wholeQuery(query, narrowing),
    ...{ marks, syllables, otherWays, matchCase },
    bodies: narrowing.bodies,
    savedAt: new Date().toISOString(),
  };
  const good = await change(
    (searches) => [...searches.filter((each) => each.name !== name), search],
    () => t('search.undo.save', { name }),
  );
  if (good) say(t('search.saved.done', { name }));
}

/** Gives a saved search another name; one that has this name already goes. */
export async function renameSearch(from: string, typed: string): Promise<void> {
  const to = tidied(typed);
  if (to === '' || to === from) return;
  await change(
    (searches) =>
      searches
        .filter(({ name }) => name !== to)
        .map((each) => (each.name === from ? { ...each, name: to } : each)),
    () => t('search.undo.rename', { from, to }),
  );
}

export async function removeSearch(name: string): Promise<void> {
  await change(
    (searches) => searches.filter((each) => each.name !== name),
    () => t('search.undo.remove', { name }),
  );
}

export const runSaved = ({ query, marks, syllables, otherWays, matchCase, bodies }: SavedSearch): void =>
  runQuery(query, { marks, syllables, otherWays, matchCase }, { bodies });
