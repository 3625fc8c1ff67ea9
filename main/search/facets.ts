import { KINDS } from '#core/annotation';
import type { Narrowing, SearchFacets } from '#core/calls/searching';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import { foldedTag, levelsOf } from '#core/tag';
import type { ArticleFacts } from './article-facts';

const GROUPS = ['fields', 'years', 'sources', 'tags', 'kinds'] as const;
type Group = (typeof GROUPS)[number];
export type Ticked = Partial<Record<Group, Bits>>;

/** The articles that have what is ticked, by group; groups in which nothing is ticked are missing. */
export function tickedIn(
  narrowing: Narrowing,
  facts: ArticleFacts,
  hits: Readonly<Record<Field, Bits>> | null,
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
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

function fieldCounts(found: Bits, hits: Readonly<Record<Field, Bits>>): SearchFacets['fields'] {
  return FIELDS.map((value) => {
    const own = found.sized(found.size);
    own.keepAll(hits[value].sized(found.size));
    return { value, count: own.count() };
  }).filter(({ count }) => count > 0);
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
