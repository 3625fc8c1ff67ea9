// Passages of later articles that may tell what became of a task. They are suggestions: a person says which are evidence.
import { isFunctionSyllable } from '#core/align/function-syllables';
import { wordsOf } from '#core/align/tokens';
import type { ArticleId } from '#core/article';
import { figuresOf } from '#core/figures';
import type { FoundFigure } from '#core/recognise/found';
import type { Span } from '#core/span';
import { sentencesOf } from '#core/text/sentences';
import { isCommonSyllable } from '#core/text/syllables';

/** A task or target of which later articles may report. */
export interface Awaited {
  id: string;
  /** The words of the task. */
  text: string;
  /** Only what an article of a later day says counts; null = of any day. */
  since: string | null;
  /** Its own article. */
  articleId: ArticleId;
  /** Only passages with a figure that counts one of these; null = also those without a figure. */
  units: readonly string[] | null;
}

export interface LaterArticle {
  id: ArticleId;
  publishedOn: string | null;
  blocks: readonly { text: string }[];
}

export interface EvidenceCandidate {
  articleId: ArticleId;
  block: number;
  /** A sentence: offsets into the block's text. */
  start: number;
  end: number;
  text: string;
  /** It stands in a paragraph that cites a document of the task. */
  cites: boolean;
  /** Where it has the task's words: offsets into `text`. */
  shared: Span[];
  /** Figures that count what the target counts; offsets into `text`. */
  figures: FoundFigure[];
  /** 0 to 1: how much of the task's words by weight it says again. */
  likeness: number;
}

/** A paragraph says this much of the task's words again, or cites its document and says a little of it. */
const LEAST = { words: 0.28, cited: 0.08, figure: 0.14 };
/** Fewer pairs of words are chance. */
const FEWEST = 2;
/** What a pair of words weighs that fill any text of this kind. */
const COMMON = 0.3;
const CITES = 0.35;
const REPORTS = 0.08;
/** What news say when they tell of something done. */
const REPORT = /(?<!\p{L})(?:đã|đến nay|hoàn thành|đạt|kết quả|cơ bản|xong)(?!\p{L})/iu;

/** Two neighbouring words: in Vietnamese about one word of the dictionary. */
interface Pair {
  key: string;
  start: number;
  end: number;
  common: boolean;
}

interface Kept {
  article: ArticleId;
  block: number;
  text: string;
  cites: boolean;
  keys: ReadonlySet<string>;
}

/**
 * Looks through later articles for many tasks at once, each article a single time. Articles are added one by one; how rare
 * words are is known from all of them, so the candidates are asked for at the end.
 */
export class EvidenceSearch {
  readonly #awaited: readonly Awaited[];
  readonly #pairsOf: ReadonlyMap<string, ReadonlyMap<string, Pair>>;
  /** By pair: the tasks that have it. */
  readonly #wanting = new Map<string, string[]>();
  /** By pair: in how many paragraphs it stands. */
  readonly #spread = new Map<string, number>();
  readonly #kept = new Map<string, Kept[]>();
  #paragraphs = 0;

  constructor(awaited: readonly Awaited[]) {
    this.#awaited = awaited;
    this.#pairsOf = new Map(
      awaited.map(({ id, text }) => [id, new Map(pairsOf(text).map((pair) => [pair.key, pair]))]),
    );
    for (const [id, pairs] of this.#pairsOf) {
      for (const key of pairs.keys()) this.#wanting.set(key, [...(this.#wanting.get(key) ?? []), id]);
    }
  }

  /** `citing`: by task, the blocks of this article that cite one of its documents. */
  add(article: LaterArticle, citing: ReadonlyMap<string, ReadonlySet<number>>): void {
    const waiting = this.#awaited.filter((one) => isLater(article, one));
    if (waiting.length === 0) return;
    for (const [block, { text }] of article.blocks.entries()) {
      this.#paragraphs += 1;
      const found = this.#wantedIn(text);
      for (const { id } of waiting) {
        const cites = citing.get(id)?.has(block) === true;
        const keys = found.get(id) ?? new Set<string>();
        if (keys.size < FEWEST && !cites) continue;
        const kept = this.#kept.get(id) ?? [];
        kept.push({ article: article.id, block, text, cites, keys });
        this.#kept.set(id, kept);
      }
    }
  }

  /** By task, at most `most` candidates, the likeliest first. Tasks without any are left out. */
  found(most: number): Map<string, EvidenceCandidate[]> {
    const found = new Map<string, EvidenceCandidate[]>();
    for (const awaited of this.#awaited) {
      const ranked = (this.#kept.get(awaited.id) ?? [])
        .map((kept) => ({ kept, likeness: this.#likeness(awaited.id, kept) }))
        .filter(({ kept, likeness }) => isEnough(awaited, kept, likeness))
        .sort((a, b) => scoreOf(b) - scoreOf(a));
      const candidates = firstOf(ranked, most, ({ kept, likeness }) =>
        this.#candidate(awaited, kept, likeness),
      );
      if (candidates.length > 0) found.set(awaited.id, candidates);
    }
    return found;
  }

  #wantedIn(text: string): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const seen = new Set<string>();
    for (const { key } of pairsOf(text)) {
      const ids = this.#wanting.get(key);
      if (ids === undefined || seen.has(key)) continue;
      seen.add(key);
      this.#spread.set(key, (this.#spread.get(key) ?? 0) + 1);
      for (const id of ids) {
        const keys = found.get(id);
        if (keys === undefined) found.set(id, new Set([key]));
        else keys.add(key);
      }
    }
    return found;
  }

  #weight({ key, common }: Pair): number {
    const rarity = Math.log1p(this.#paragraphs / ((this.#spread.get(key) ?? 0) + 1));
    return rarity * (common ? COMMON : 1);
  }

  #likeness(id: string, { keys }: Kept): number {
    let [all, shared] = [0, 0];
    for (const pair of this.#pairsOf.get(id)?.values() ?? []) {
      const weight = this.#weight(pair);
      all += weight;
      if (keys.has(pair.key)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }

  /** The sentence that says most; null where it has no figure that is wanted. */
  #candidate(awaited: Awaited, kept: Kept, likeness: number): EvidenceCandidate | null {
    const wanted = this.#pairsOf.get(awaited.id);
    let best: { weight: number; candidate: EvidenceCandidate } | null = null;
    for (const { start, end } of sentencesOf(kept.text)) {
      const text = kept.text.slice(start, end);
      const figures =
        awaited.units === null ? [] : figuresOf(text).filter((one) => countsOne(one, awaited.units ?? []));
      if (awaited.units !== null && figures.length === 0) continue;
      const pairs = pairsOf(text).filter(({ key }) => wanted?.has(key) === true);
      const weight = pairs.reduce((sum, pair) => sum + this.#weight(pair), 0);
      if (best !== null && weight <= best.weight) continue;
      const place = { articleId: kept.article, block: kept.block, start, end, text };
      const candidate = { ...place, figures, likeness, cites: kept.cites, shared: runsOf(pairs) };
      best = { weight, candidate };
    }
    return best?.candidate ?? null;
  }
}

function isLater(article: LaterArticle, { articleId, since }: Awaited): boolean {
  if (article.id === articleId) return false;
  return since === null || (article.publishedOn !== null && article.publishedOn > since);
}

function isEnough({ units }: Awaited, { cites, keys }: Kept, likeness: number): boolean {
  if (cites && likeness >= LEAST.cited) return true;
  return keys.size >= FEWEST && likeness >= (units === null ? LEAST.words : LEAST.figure);
}

const scoreOf = ({ kept, likeness }: { kept: Kept; likeness: number }): number =>
  likeness + (kept.cites ? CITES : 0) + (REPORT.test(kept.text) ? REPORTS : 0);

function firstOf<T, R>(items: readonly T[], most: number, make: (item: T) => R | null): R[] {
  const made: R[] = [];
  for (const item of items) {
    if (made.length === most) break;
    const one = make(item);
    if (one !== null) made.push(one);
  }
  return made;
}

function pairsOf(text: string): Pair[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (word.is === 'code') {
      return [{ key: word.key, start: word.start, end: word.end, common: false }];
    }
    if (next?.is !== 'word' || word.is !== 'word') return [];
    // A pair does not go over a full stop or a comma.
    if (!/^\s*$/u.test(text.slice(word.end, next.start))) return [];
    const [joins, nextJoins] = [isFunctionSyllable(word.key), isFunctionSyllable(next.key)];
    if (joins && nextJoins) return [];
    const common = joins || nextJoins || (isCommonSyllable(word.key) && isCommonSyllable(next.key));
    return [{ key: `${word.key} ${next.key}`, start: word.start, end: next.end, common }];
  });
}

/** Pairs that hang together, as one stretch each; not those that fill any text. `pairs` in the order of the text. */
function runsOf(pairs: readonly Pair[]): Span[] {
  const runs: (Span & { common: boolean })[] = [];
  for (const { start, end, common } of pairs) {
    const last = runs.at(-1);
    if (last === undefined || start > last.end) runs.push({ start, end, common });
    else Object.assign(last, { end, common: last.common && common });
  }
  return runs.filter(({ common }) => !common).map(({ start, end }) => ({ start, end }));
}

/** Whether a figure counts one of `units`; "đảng viên mới" also counts "đảng viên". */
export function countsOne({ unit }: FoundFigure, units: readonly string[]): boolean {
  return unit !== null && units.some((one) => one === unit || begins(one, unit) || begins(unit, one));
}

const begins = (longer: string, shorter: string): boolean => longer.startsWith(`${shorter} `);
