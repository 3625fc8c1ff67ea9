import { KINDS } from '#core/annotation';
import { KEPT_AS, type Narrowing, type SearchFacets } from '#core/calls/searching';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import { READING, withThoseUnder } from '#core/shelving';
import { foldedTag, levelsOf } from '#core/tag';
import type { ArticleFacts } from './article-facts';

const GROUPS = [
  ...(['fields', 'years', 'sources', 'tags', 'kinds'] as const),
  ...(['bodies', 'reading', 'kept', 'collections'] as const),
] as const;
type Group = (typeof GROUPS)[number];
export type Ticked = Partial<Record<Group, Bits>>;

/** A body or person, and the articles that name it by their numbers. */
export interface NamedBody {
  name: string;
  articles: readonly number[];
}

/** The articles that have what is ticked, by group; groups in which nothing is ticked are missing. */
export function tickedIn(
  narrowing: Narrowing,
  facts: ArticleFacts,
  hits: Readonly<Record<Field, Bits>> | null,
  bodies: readonly NamedBody[],
): Ticked {
  const { fields, years, sources, tags, kinds } = narrowing;
  const ticked: Ticked = {};
  if (fields.length > 0 && hits !== null) {
    const any = new Bits(facts.summaries.length);
    for (const field of fields) any.addAll(hits[field].sized(any.size));
    ticked.fields = any;
  }
  if (years.length > 0) {
    const isWanted = facts.yearNumbers.values.map((year) => years.includes(year));
    ticked.years = facts.where((number) => isWanted[facts.years[number] ?? 0] === true);
  }
  if (sources.length > 0) {
    const isWanted = facts.sourceNames.values.map((source) => sources.includes(source));
    ticked.sources = facts.where((number) => isWanted[facts.sources[number] ?? 0] === true);
  }
  if (tags.length > 0) {
    const folded = new Set(tags.map(foldedTag));
    const isWanted = facts.tagNames.values.map((tag) => folded.has(tag));
    ticked.tags = facts.where((number) => facts.tags[number]?.some((tag) => isWanted[tag] === true) === true);
  }
  if (kinds.length > 0)
    ticked.kinds = facts.where((number) => kinds.some((kind) => facts.hasKind(number, kind)));
  if (narrowing.bodies.length > 0) {
    ticked.bodies = new Bits(facts.summaries.length);
    for (const { name, articles } of bodies)
      if (narrowing.bodies.includes(name)) for (const number of articles) ticked.bodies.add(number);
  }
  if (narrowing.reading.length > 0) {
    const wanted = narrowing.reading.map((reading) => READING.indexOf(reading));
    ticked.reading = facts.where((number) => wanted.includes(facts.reading[number] ?? 0));
  }
  if (narrowing.kept.length > 0) {
    ticked.kept = new Bits(facts.summaries.length);
    for (const as of narrowing.kept) ticked.kept.addAll(facts.keptAs(as));
  }
  if (narrowing.collections.length > 0) ticked.collections = facts.inCollections(narrowing.collections);
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
  return {
    fields: hits === null ? [] : fieldCounts(of('fields'), hits),
    years: counted(of('years'), facts.years, facts.yearNumbers.values).sort(
      (a, b) => (a.value ?? Infinity) - (b.value ?? Infinity),
    ),
    sources: counted(of('sources'), facts.sources, facts.sourceNames.values).sort(
      (a, b) => b.count - a.count || collator.compare(a.value ?? '', b.value ?? ''),
    ),
    tags: tagCounts(of('tags'), facts),
    kinds: kindCounts(of('kinds'), facts),
    bodies: bodyCounts(of('bodies'), bodies),
    reading: counted(of('reading'), facts.reading, READING),
    kept: KEPT_AS.map((value) => ({ value, count: common(of('kept'), facts.keptAs(value)) })).filter(
      ({ count }) => count > 0,
    ),
    collections: collectionCounts(of('collections'), facts),
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

function fieldCounts(found: Bits, hits: Readonly<Record<Field, Bits>>): SearchFacets['fields'] {
  return FIELDS.map((value) => ({ value, count: common(found, hits[value]) })).filter(
    ({ count }) => count > 0,
  );
}

/** How many articles are in both. */
function common(found: Bits, other: Bits): number {
  const both = found.sized(found.size);
  both.keepAll(other.sized(found.size));
  return both.count();
}

/** More bodies than this nobody looks through. */
const MOST_BODIES = 60;

function bodyCounts(found: Bits, bodies: readonly NamedBody[]): SearchFacets['bodies'] {
  return bodies
    .map(({ name, articles }) => ({
      value: name,
      count: articles.reduce((sum, number) => sum + Number(found.has(number)), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value))
    .slice(0, MOST_BODIES);
}

/** Each collection with those under it. */
function collectionCounts(found: Bits, facts: ArticleFacts): SearchFacets['collections'] {
  const { collections } = facts.store.library;
  if (collections.length === 0) return [];
  const own = new Map<string, number[]>();
  found.each((number) => {
    for (const id of facts.summaries[number]?.shelving.collections ?? [])
      if (own.get(id)?.push(number) === undefined) own.set(id, [number]);
  });
  return collections
    .map(({ id, name }) => {
      const articles = [...withThoseUnder(id, collections)].flatMap((each) => own.get(each) ?? []);
      return { value: id, name, count: new Set(articles).size };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || collator.compare(a.name, b.name))
    .map(({ value, count }) => ({ value, count }));
}

function counted<T>(found: Bits, codes: readonly number[], values: readonly T[]) {
  const counts = new Uint32Array(values.length);
  found.each((number) => {
    const code = codes[number] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  });
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 })).filter(({ count }) => count > 0);
}

function tagCounts(found: Bits, facts: ArticleFacts): SearchFacets['tags'] {
  const counts = new Uint32Array(facts.tagNames.values.length);
  found.each((number) => {
    for (const tag of facts.tags[number] ?? []) counts[tag] = (counts[tag] ?? 0) + 1;
  });
  const spelled = new Map(
    facts.store.library.tags.flatMap(({ name }) => levelsOf(name)).map((name) => [foldedTag(name), name]),
  );
  return facts.tagNames.values
    .map((tag, code) => ({ value: spelled.get(tag) ?? tag, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
}

function kindCounts(found: Bits, facts: ArticleFacts): SearchFacets['kinds'] {
  const counts = KINDS.map(() => 0);
  found.each((number) => {
    const kinds = facts.kinds[number] ?? 0;
    for (let at = 0; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) + ((kinds >> at) & 1);
  });
  return KINDS.map((value, at) => ({ value, count: counts[at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
