import type { ArticleSummary } from '#core/library';
import type { Span } from '#core/span';
import { COMMAND_NAMES, type CommandName } from '../keymap';
import { collator } from '../ui/format';
import { en } from '../strings/en';
import { vi } from '../strings/vi';
import { rankBy, type Fit } from './palette-rank';

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

/** The articles whose title or source fits, newest first among those that fit equally well. */
export function foundArticles(
  articles: Iterable<ArticleSummary>,
  typed: string,
): { article: ArticleSummary; spans: Fit['spans'] }[] {
  const rank = rankBy(typed);
  return [...articles]
    .filter((article) => article.removedAt === null)
    .flatMap((article) => {
      const title = rank(article.title);
      const fit = title ?? rank(`${article.title} ${article.source ?? ''}`);
      return fit === null ? [] : [{ article, rank: fit.rank, spans: title?.spans ?? [] }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (b.article.publishedOn ?? '').localeCompare(a.article.publishedOn ?? '') ||
        collator.compare(a.article.title, b.article.title),
    )
    .slice(0, MOST_ARTICLES);
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
