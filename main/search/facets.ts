import { KINDS } from '#core/annotation';
import { KEPT_AS, type Narrowing, type SearchFacets } from '#core/calls/searching';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import { READING, withThoseUnder } from '#core/shelving';
import { foldedTag, levelsOf } from '#core/tag';
import type { ArticleFacts } from './article-facts';
import { countBoth, type Column } from './columns';

const GROUPS = [
  ...(['fields', 'years', 'sources', 'tags', 'kinds'] as const),
  ...(['bodies', 'reading', 'kept', 'collections'] as const),
] as const;
type Group = (typeof GROUPS)[number];
export type Ticked = Partial<Record<Group, Bits>>;

/** A body or person, and the articles that name it by their numbers. */
export interface NamedBody {
  name: string;
  articles: Uint32Array;
}

/** The articles that have what is ticked, by group; groups in which nothing is ticked are missing. */
export function tickedIn(
  narrowing: Narrowing,
  facts: ArticleFacts,
  hits: Readonly<Record<Field, Bits>> | null,
  bodies: readonly NamedBody[],
): Ticked {
  const { fields, years, sources, tags, kinds, reading, collections } = narrowing;
  const { size } = facts;
  const anyOf = (sets: readonly Bits[]): Bits => {
    const any = new Bits(size);
    for (const set of sets) any.addAll(set.sized(size));
    return any;
  };
  const ticked: Ticked = {};
  if (fields.length > 0 && hits !== null) ticked.fields = anyOf(fields.map((field) => hits[field]));
  if (years.length > 0) ticked.years = facts.years.where((year) => years.includes(year), size);
  if (sources.length > 0) ticked.sources = facts.sources.where((source) => sources.includes(source), size);
  if (tags.length > 0) {
    const folded = new Set(tags.map(foldedTag));
    ticked.tags = facts.tags.where((own) => own.some((tag) => folded.has(tag)), size);
  }
  if (kinds.length > 0) ticked.kinds = anyOf(kinds.map((kind) => facts.ofKind(kind)));
  if (narrowing.bodies.length > 0) {
    ticked.bodies = new Bits(size);
    for (const { name, articles } of bodies)
      if (narrowing.bodies.includes(name)) for (const number of articles) ticked.bodies.add(number);
  }
  if (reading.length > 0) ticked.reading = facts.reading.where((own) => reading.includes(own), size);
  if (narrowing.kept.length > 0) ticked.kept = anyOf(narrowing.kept.map((as) => facts[as].below(size)));
  if (collections.length > 0) ticked.collections = facts.inCollections(collections);
  return ticked;
}

/** Of `found`, the articles that have what is ticked in every group but one. */
export function narrowed(found: Bits, ticked: Ticked, except?: Group): Bits {
  const left = found.sized(found.size);
  for (const group of GROUPS) {
    const wanted = ticked[group];
    if (wanted !== undefined && group !== except) left.keepAll(wanted);
  }
  return left;
}

interface Counted<T> {
  value: T;
  count: number;
}

/** Counts the articles found by what they have: each group as if nothing were ticked in it. */
export function facetsOf(
  found: Bits,
  ticked: Ticked,
  facts: ArticleFacts,
  hits: Readonly<Record<Field, Bits>> | null,
  bodies: readonly NamedBody[],
): SearchFacets {
  const all = narrowed(found, ticked);
  const of = (group: Group): Bits => (ticked[group] === undefined ? all : narrowed(found, ticked, group));
  const [ofFields, ofKinds, ofKept] = [of('fields'), of('kinds'), of('kept')];
  return {
    fields:
      hits === null ? [] : some(FIELDS.map((value) => ({ value, count: countBoth(ofFields, hits[value]) }))),
    years: counted(of('years'), facts.years).sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity)),
    sources: counted(of('sources'), facts.sources).sort(
      (a, b) => b.count - a.count || collator.compare(a.value ?? '', b.value ?? ''),
    ),
    tags: tagCounts(of('tags'), facts),
    kinds: some(
      KINDS.map((value, index) => ({ value, count: facts.kinds[index]?.count(ofKinds) ?? 0 })),
    ).sort((a, b) => b.count - a.count),
    bodies: bodyCounts(of('bodies'), bodies),
    reading: counted(of('reading'), facts.reading).sort(
      (a, b) => READING.indexOf(a.value) - READING.indexOf(b.value),
    ),
    kept: some(KEPT_AS.map((value) => ({ value, count: facts[value].count(ofKept) }))),
    collections: collectionCounts(of('collections'), facts),
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

const some = <T>(counts: Counted<T>[]): Counted<T>[] => counts.filter(({ count }) => count > 0);

function counted<T>(found: Bits, column: Column<T>): Counted<T>[] {
  const counts = column.counts(found);
  return some(column.values.map((value, code) => ({ value, count: counts[code] ?? 0 })));
}

/** More bodies than this nobody looks through. */
const MOST_BODIES = 60;

function bodyCounts(found: Bits, bodies: readonly NamedBody[]): SearchFacets['bodies'] {
  const all = some(
    bodies.map(({ name, articles }) => ({ value: name, count: countIn(found, articles) })),
  ).sort((a, b) => b.count - a.count);
  // Thousands of names are not compared letter by letter for the sake of a few.
  const least = all[MOST_BODIES - 1]?.count ?? 0;
  return all
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value))
    .slice(0, MOST_BODIES);
}

function countIn({ words }: Bits, numbers: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    count += ((words[number >>> 5] ?? 0) >>> (number & 31)) & 1;
  }
  return count;
}

/** Each collection with those under it. */
function collectionCounts(found: Bits, facts: ArticleFacts): SearchFacets['collections'] {
  const { collections } = facts.store.library;
  if (collections.length === 0) return [];
  const own = counted(found, facts.collections);
  return collections
    .map(({ id, name }) => {
      const under = withThoseUnder(id, collections);
      const within = own.filter(({ value }) => value.some((each) => under.has(each)));
      return { value: id, name, count: within.reduce((sum, { count }) => sum + count, 0) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || collator.compare(a.name, b.name))
    .map(({ value, count }) => ({ value, count }));
}

function tagCounts(found: Bits, facts: ArticleFacts): SearchFacets['tags'] {
  const counts = new Map<string, number>();
  for (const { value: tags, count } of counted(found, facts.tags))
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + count);
  const spelled = new Map(
    facts.store.library.tags.flatMap(({ name }) => levelsOf(name)).map((name) => [foldedTag(name), name]),
  );
  return Array.from(counts, ([tag, count]) => ({ value: spelled.get(tag) ?? tag, count })).sort(
    (a, b) => b.count - a.count || collator.compare(a.value, b.value),
  );
}
