import type { Annotation, AnnotationKind, Dismissal, Quote } from '#core/annotation';
import { makeTarget } from '#core/anchor';
import { blockAt } from '#core/article';
import type { FoundCitation, FoundTask, Recognised } from '#core/recognise/found';
import type { Span } from '#core/span';
import { SpanIndex } from '#core/span-index';
import { NO_FACTS, type TaskFacts } from '#core/task';

export const SUGGESTED_KINDS = ['directive', 'task', 'target'] as const;
export type SuggestedKind = (typeof SUGGESTED_KINDS)[number];

interface SuggestionBase extends Span {
  /** Names it among those of one revision. */
  id: string;
  text: string;
  /** The rules are far from sure: shown only to those who ask for it. */
  weak: boolean;
}
export interface DirectiveSuggestion extends SuggestionBase {
  kind: 'directive';
  citation: FoundCitation;
}
export interface TaskSuggestion extends SuggestionBase {
  kind: 'task' | 'target';
  task: FoundTask;
}
/** A mark that the rules propose. */
export type Suggestion = DirectiveSuggestion | TaskSuggestion;

/** A citation at most this sure is a weak suggestion. */
const WEAK = 0.5;
/** From here on a citation is about as sure as one that gives its whole key. */
const SURE = 0.9;

/** What may be proposed of what the rules found, in the order of reading, the longer first. */
export function suggestionsOf({ citations, tasks }: Recognised): Suggestion[] {
  const directives = citations.map((citation): Suggestion => ({
    ...baseOf('directive', citation),
    kind: 'directive',
    weak: citation.confidence <= WEAK,
    citation,
  }));
  const others = tasks.map((task): Suggestion => ({
    ...baseOf('task', task),
    kind: task.kind,
    weak: task.rank === 1,
    task,
  }));
  return [...directives, ...others].sort((a, b) => a.start - b.start || b.end - a.end);
}

const baseOf = (group: Group, { start, end, text }: Span & { text: string }) => ({
  ...{ id: `${group}:${start}-${end}`, start, end, text },
});

export type Confidence = 'high' | 'medium' | 'low';

export function confidenceOf(suggestion: Suggestion): Confidence {
  if (suggestion.weak) return 'low';
  const isSure =
    suggestion.kind === 'directive' ? suggestion.citation.confidence >= SURE : suggestion.task.rank === 3;
  return isSure ? 'high' : 'medium';
}

/** Suggestions as a person sees them: those to decide on, and those turned down with what they are remembered by. */
export interface PartedSuggestions {
  open: Suggestion[];
  dismissed: { suggestion: Suggestion; dismissal: Dismissal }[];
}

/** What is marked already is in neither part. `dismissalOf`: see `matchDismissals`. */
export function partSuggestions(
  suggestions: readonly Suggestion[],
  dismissalOf: ReadonlyMap<Suggestion, Dismissal>,
  annotations: readonly Annotation[],
): PartedSuggestions {
  const isMarked = markedIn(annotations);
  const parted: PartedSuggestions = { open: [], dismissed: [] };
  for (const suggestion of suggestions) {
    if (isMarked(suggestion)) continue;
    const dismissal = dismissalOf.get(suggestion);
    if (dismissal === undefined) parted.open.push(suggestion);
    else parted.dismissed.push({ suggestion, dismissal });
  }
  return parted;
}

/** A target is a task with a figure: what was suggested as one may be kept as the other. */
type Group = 'directive' | 'task';
const groupOf = (kind: AnnotationKind): Group | null =>
  kind === 'directive' ? 'directive' : kind === 'task' || kind === 'target' ? 'task' : null;

/** Tells whether an annotation of its kind shares at least half of the shorter of the two. */
function markedIn(annotations: readonly Annotation[]): (suggestion: Suggestion) => boolean {
  const spansOf = (group: Group, isMore: (annotation: Annotation) => boolean) =>
    annotations
      .filter((each) => each.anchor !== 'orphan' && (groupOf(each.kind) === group || isMore(each)))
      .map(({ target: { start, end } }) => ({ start, end }));
  // One that was taken over and is of another kind by now still stands for its suggestion.
  const marks = {
    directive: new SpanIndex(spansOf('directive', ({ directive }) => directive !== undefined)),
    task: new SpanIndex(spansOf('task', ({ task }) => task !== undefined)),
  };
  return ({ kind, start, end }) =>
    marks[kind === 'directive' ? 'directive' : 'task'].within(start, end).some((mark) => {
      const shared = Math.min(end, mark.end) - Math.max(start, mark.start);
      return shared * 2 >= Math.min(end - start, mark.end - mark.start);
    });
}

/** At most this many places of the same words are compared with what is remembered, the nearest ones. */
const MOST_COMPARED = 50;
/** The least part of the remembered surroundings that has to stand there still: that of one side. */
const LEAST_AROUND = 0.5;

/**
 * Which suggestion each dismissal is of: one of that kind with the same words and, at least on one side, the same words
 * around them; the nearest of those that agree best. No two dismissals are of one suggestion. Suggestions come in the
 * order of reading.
 */
export function matchDismissals(
  suggestions: readonly Suggestion[],
  text: string,
  dismissed: readonly Dismissal[],
): ReadonlyMap<Suggestion, Dismissal> {
  const matched = new Map<Suggestion, Dismissal>();
  const take = (dismissal: Dismissal, place: Place | undefined): boolean => {
    if (place !== undefined) matched.set(place.suggestion, dismissal);
    return place !== undefined;
  };
  // Mostly nothing was changed, and what one of thousands of suggestions reads like is not asked of the others.
  const moved = dismissed.filter((dismissal) => !take(dismissal, unmoved(suggestions, text, dismissal)));
  if (moved.length === 0) return matched;
  const places = placesOf(suggestions, text, moved);
  const free = (key: string) => (places.get(key) ?? []).filter(({ suggestion }) => !matched.has(suggestion));
  // First those around which nothing was changed, so that no other one takes their place.
  const changed = moved.filter(
    (dismissal) => !take(dismissal, nearestOf(free(wholeKey(dismissal.kind, dismissal.quote)), dismissal)),
  );
  for (const dismissal of changed)
    take(dismissal, likestOf(free(wordsKey(dismissal.kind, dismissal.quote.exact)), dismissal));
  return matched;
}

/** The suggestion that stands where it was dismissed, with all that stood around it. */
function unmoved(
  suggestions: readonly Suggestion[],
  text: string,
  { kind, quote, at }: Dismissal,
): Place | undefined {
  const whole = wholeKey(kind, quote);
  for (let i = firstFrom(suggestions, at); suggestions[i]?.start === at; i++) {
    const suggestion = suggestions[i];
    if (suggestion === undefined) break;
    const place = { suggestion, quote: makeTarget(text, suggestion).quote };
    if (wholeKey(suggestion.kind, place.quote) === whole) return place;
  }
  return undefined;
}

/** Where suggestions stand that read like one of the dismissed, by their words and by these with all around them. */
function placesOf(
  suggestions: readonly Suggestion[],
  text: string,
  dismissed: readonly Dismissal[],
): ReadonlyMap<string, Place[]> {
  const asked = new Set(dismissed.map(({ kind, quote }) => wordsKey(kind, quote.exact)));
  const places = new Map<string, Place[]>();
  for (const suggestion of suggestions) {
    const key = wordsKey(suggestion.kind, suggestion.text);
    if (!asked.has(key)) continue;
    const place = { suggestion, quote: makeTarget(text, suggestion).quote };
    for (const each of [key, wholeKey(suggestion.kind, place.quote)]) {
      const known = places.get(each);
      if (known === undefined) places.set(each, [place]);
      else known.push(place);
    }
  }
  return places;
}

interface Place {
  suggestion: Suggestion;
  quote: Quote;
}

const wordsKey = (kind: AnnotationKind, words: string): string =>
  `${groupOf(kind) ?? kind} ${words.normalize('NFC').replace(/\s+/gu, ' ')}`;
// No white space stands between the parts in any text.
const wholeKey = (kind: AnnotationKind, { prefix, exact, suffix }: Quote): string =>
  `${groupOf(kind) ?? kind}\u0000${prefix}\u0000${exact}\u0000${suffix}`;

const distance = ({ suggestion }: Place, { at }: Dismissal): number => Math.abs(suggestion.start - at);

function nearestOf(places: readonly Place[], dismissal: Dismissal): Place | undefined {
  let nearest: Place | undefined;
  for (const place of places) {
    if (nearest === undefined || distance(place, dismissal) < distance(nearest, dismissal)) nearest = place;
  }
  return nearest;
}

function likestOf(places: readonly Place[], dismissal: Dismissal): Place | undefined {
  const [best] = places
    .toSorted((a, b) => distance(a, dismissal) - distance(b, dismissal))
    .slice(0, MOST_COMPARED)
    .map((place) => ({ place, around: sharedAround(place.quote, dismissal.quote) }))
    .filter(({ around }) => around >= LEAST_AROUND)
    .sort((a, b) => b.around - a.around);
  return best?.place;
}

/** How much of what stood around the words stands there still, counted from the words outwards: 0 to 1. */
function sharedAround(now: Quote, before: Quote): number {
  const around = before.prefix.length + before.suffix.length;
  if (around === 0) return now.prefix === '' && now.suffix === '' ? 1 : 0;
  let left = 0;
  while (left < before.prefix.length && now.prefix.at(-1 - left) === before.prefix.at(-1 - left)) left++;
  let right = 0;
  while (right < before.suffix.length && now.suffix[right] === before.suffix[right]) right++;
  return (left + right) / around;
}

/**
 * What is known of a suggested task. It rests on the documents that its paragraph cites, else on those of the paragraph
 * before; they are named by their canonical keys. `starts`: where the blocks begin.
 */
export function factsOf(
  { task }: Pick<TaskSuggestion, 'task'>,
  citations: readonly FoundCitation[],
  starts: readonly number[],
): TaskFacts {
  const block = blockAt(starts, task.start);
  const citedIn = (index: number) =>
    citationsBetween(citations, starts[index] ?? 0, starts[index + 1] ?? Infinity);
  const own = citedIn(block);
  const basis = own.length > 0 || block === 0 ? own : citedIn(block - 1);
  const { responsible, cooperating, assignedBy, deadline } = task;
  return {
    ...NO_FACTS,
    basis: [...new Set(basis.map(({ canonical }) => canonical))],
    responsible: responsible ?? '',
    cooperating: cooperating ?? '',
    assignedBy: assignedBy ?? '',
    deadline: deadline === null ? null : { text: deadline.text, iso: deadline.iso, kind: deadline.kind },
  };
}

function citationsBetween(citations: readonly FoundCitation[], start: number, end: number): FoundCitation[] {
  const found: FoundCitation[] = [];
  for (let index = firstFrom(citations, start); index < citations.length; index++) {
    const citation = citations[index];
    if (citation === undefined || citation.start >= end) break;
    found.push(citation);
  }
  return found;
}

/** Index of the first that begins at `start` or after it, of spans in the order of the text. */
function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
