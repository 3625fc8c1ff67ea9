import type { ArticleSummary } from '#core/library';
import type { Span } from '#core/span';
import { COMMAND_NAMES, type CommandName } from '../keymap';
import { en } from '../strings/en';
import { vi } from '../strings/vi';
import { bareWordsOf, nameOf } from '../state/bare-words';
import { bestRankBy, rankBy, RANKS, type Fit } from './palette-rank';

const MOST_ARTICLES = 30;
/** Commands that make no sense from here. */
const HIDDEN: ReadonlySet<CommandName> = new Set(['palette', 'escape']);

/** What is not offered where nothing may be changed. */
const DECISIONS: ReadonlySet<CommandName> = new Set([
  'acceptSuggestion',
  'editSuggestion',
  'dismissSuggestion',
  'acceptAlike',
  'acceptEverywhere',
]);

export interface FoundCommand {
  command: CommandName;
  spans: readonly Span[];
  /** The command's name in the other language, where that is what was typed. */
  other: { name: string; spans: readonly Span[] } | null;
}

interface FoundArticle {
  article: ArticleSummary;
  spans: Fit['spans'];
}

/** The articles whose title or source fits, those first that fit best. Of equals the first of `articles` come first. */
export function foundArticles(articles: readonly ArticleSummary[], typed: string): FoundArticle[] {
  const rank = rankBy(typed);
  const bestRank = bestRankBy(typed);
  const found: FoundArticle[][] = Object.values(RANKS).map(() => []);
  const isFull = (best: number): boolean =>
    found.slice(0, best + 1).reduce((sum, { length }) => sum + length, 0) >= MOST_ARTICLES;
  for (const article of articles) {
    if (isFull(RANKS.exact)) break;
    if (article.removedAt !== null) continue;
    const best = typed.trim() === '' ? RANKS.exact : bestRank(bareWordsOf(article).name);
    if (best === null || isFull(best)) continue;
    const title = rank(article.title);
    const fit = title ?? rank(nameOf(article));
    if (fit !== null) found[fit.rank]?.push({ article, spans: title?.spans ?? [] });
  }
  return found.flat().slice(0, MOST_ARTICLES);
}

/** The commands whose name fits in either language, best first; the language of the window comes first. */
export function foundCommands(typed: string, language: string, readOnly = false): FoundCommand[] {
  const [own, other] = language === 'en' ? [en, vi] : [vi, en];
  const rank = rankBy(typed);
  return COMMAND_NAMES.filter((command) => !HIDDEN.has(command) && !(readOnly && DECISIONS.has(command)))
    .flatMap((command) => {
      const here = rank(own.command[command]);
      const name = other.command[command];
      const there = rank(name);
      if (here === null && there === null) return [];
      const isOther = there !== null && (here === null || there.rank < here.rank);
      const place = isOther ? 2 * there.rank + 1 : 2 * (here?.rank ?? 0);
      return [
        { command, place, spans: here?.spans ?? [], other: isOther ? { name, spans: there.spans } : null },
      ];
    })
    .sort((a, b) => a.place - b.place);
}
