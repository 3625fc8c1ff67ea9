import type { ArticleId } from '#core/article';
import type { DirectiveEntry, DirectiveId } from '#core/directive';
import type { Mention, MentioningArticle } from '#core/register/mention';
import { termOn } from '#core/register/congresses';
import { placeOf } from '#core/register/places';
import { directiveId, partsOf, seriesOf } from '#core/register/series';

/** The document that a mention belongs to; `certain`: the text or a person says so, not only the article's date. */
export interface Belonging {
  id: DirectiveId;
  certain: boolean;
}

/** Tells the document of each mention of an article, in their order. */
export type Belongings = (article: MentioningArticle) => Belonging[];

/**
 * What people said counts first, then what the text says, then what the article's date makes likely. A local body's
 * document whose place is not said is of the only place that `articles` name for it.
 */
export function belongings(
  entries: readonly DirectiveEntry[],
  articles: readonly MentioningArticle[] = [],
): Belongings {
  const places = onlyPlaces(articles);
  const aliases = resolvedAliases(entries);
  const said = new Map(
    entries.flatMap(({ id, mentions }) =>
      mentions.map(({ articleId, canonical }) => [place(articleId, canonical), id] as const),
    ),
  );
  const known = new WeakMap<MentioningArticle, Belonging[]>();
  const belong: Belongings = (article) => {
    const byKey = new Map<string, (mention: Mention) => Belonging>();
    for (const [canonical, same] of groupedByKey(article.mentions)) {
      const split = said.get(place(article.id, canonical));
      const words = byWords(canonical, same, article, places);
      byKey.set(canonical, (mention) => {
        if (split !== undefined) return { id: split, certain: true };
        const own = words(mention);
        const { directive } = mention;
        return directive === undefined || isOf(own.id, directive) ? own : { id: directive, certain: true };
      });
    }
    return article.mentions.map((mention) => {
      const own = byKey.get(mention.canonical)?.(mention);
      if (own === undefined) throw new Error('a mention without its key');
      return { id: aliases(own.id), certain: own.certain };
    });
  };
  return (article) => {
    const owners = known.get(article) ?? belong(article);
    known.set(article, owners);
    return owners;
  };
}

/** Whether an id says all that `less` says of the same document, and perhaps more: its place too, and not only its term. */
function isOf(id: DirectiveId, less: DirectiveId): boolean {
  const [own, given] = [id, less].map(partsOf);
  const parts = new Set(own?.mark.split('.'));
  return (
    own?.canonical === given?.canonical && given?.mark.split('.').every((part) => parts.has(part)) === true
  );
}

const place = (articleId: ArticleId, canonical: string): string => `${articleId} ${canonical}`;

/** Follows aliases to their end. Those that lead into a circle are nobody's. */
export function resolvedAliases(entries: readonly DirectiveEntry[]): (id: DirectiveId) => DirectiveId {
  const next = new Map(entries.map(({ id, aliasOf }) => [id, aliasOf]));
  const ends = new Map<DirectiveId, DirectiveId>();
  for (const { id } of entries) {
    const way = new Set<DirectiveId>();
    let at: DirectiveId | null = id;
    let last = id;
    while (at !== null && !way.has(at) && !ends.has(at)) {
      way.add(at);
      last = at;
      at = next.get(at) ?? null;
    }
    const inCircle = at !== null && way.has(at);
    const end = at === null ? last : (ends.get(at) ?? at);
    for (const step of way) ends.set(step, inCircle ? step : end);
  }
  return (id) => ends.get(id) ?? id;
}

function groupedByKey(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.canonical);
    if (group === undefined) groups.set(mention.canonical, [mention]);
    else group.push(mention);
  }
  return groups;
}

/** `same`: all mentions of the key in the article. */
function byWords(
  canonical: string,
  same: readonly Mention[],
  article: MentioningArticle,
  places: Places,
): (mention: Mention) => Belonging {
  const runOf = runs(canonical, same, article);
  const placeOnce = onlyOne(same.map(placeOf));
  return (mention) => {
    const { run, certain } = runOf(mention);
    const place = placeOf(mention) ?? placeOnce ?? places.get(directiveId(canonical, run)) ?? null;
    return { id: directiveId(canonical, run, place), certain };
  };
}

/** The term or year in which the number was given. A mention that says it speaks for those of the article that do not. */
function runs(
  canonical: string,
  same: readonly Mention[],
  { publishedOn }: MentioningArticle,
): (mention: Mention) => { run: string | null; certain: boolean } {
  const series = seriesOf(canonical);
  if (series === 'never') return () => ({ run: null, certain: true });
  const saidBy = series === 'term' ? termSaid : yearSaid;
  const saidOnce = onlyOne(same.map(saidBy));
  const likely = series === 'term' && publishedOn !== null ? termOn(publishedOn) : null;
  return (mention) => {
    const said = saidBy(mention) ?? saidOnce;
    return { run: said ?? likely, certain: said !== null };
  };
}

/** The only place that is named for a document, by its id without a place. */
type Places = ReadonlyMap<DirectiveId, string>;

function onlyPlaces(articles: readonly MentioningArticle[]): Places {
  const places = new Map<DirectiveId, Set<string>>();
  for (const article of articles) {
    if (article.mentions.every((mention) => placeOf(mention) === null)) continue;
    for (const [canonical, same] of groupedByKey(article.mentions)) {
      const runOf = runs(canonical, same, article);
      for (const mention of same) {
        const place = placeOf(mention);
        if (place === null) continue;
        const id = directiveId(canonical, runOf(mention).run);
        places.set(id, (places.get(id) ?? new Set()).add(place));
      }
    }
  }
  return new Map(
    [...places].flatMap(([id, named]) =>
      named.size > 1 ? [] : Array.from(named, (place) => [id, place] as const),
    ),
  );
}

const termSaid = ({ term, date }: Mention): string | null => term ?? (date === null ? null : termOn(date));
const yearSaid = ({ date }: Mention): string | null => date?.slice(0, 4) ?? null;

function onlyOne(values: readonly (string | null)[]): string | null {
  const different = new Set(values.filter((value) => value !== null));
  const [value = null] = different.size === 1 ? different : [];
  return value;
}
