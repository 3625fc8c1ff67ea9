import { type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import type { FoundCitation } from '#core/recognise/found';
import { belongings, resolvedAliases, type Belongings } from '#core/register/belonging';
import { describes } from '#core/register/entries';
import type { MentioningArticle } from '#core/register/mention';
import { Gathered, mergedEntry, type Relations } from '#core/register/rows';

export { withMarks, type DirectiveMark } from '#core/register/marks';
export type { Mention, MentioningArticle } from '#core/register/mention';

export interface Register {
  /** The most mentioned first. */
  rows: DirectiveRow[];
  /** The document of each mention of an article, in their order. */
  belongings: Belongings;
}

/**
 * The documents that `articles` cite, and those that people entered. Documents whose numbers come again are told apart by
 * what the text says of them (a term, a day of issue, a local body's place), else by the term in which the article appeared.
 */
export function registerOf(
  articles: readonly MentioningArticle[],
  entries: readonly DirectiveEntry[],
): Register {
  const belong = belongings(entries, articles);
  const gathered = new Map<DirectiveId, Gathered>();
  const at = (id: DirectiveId): Gathered => {
    const known = gathered.get(id) ?? new Gathered();
    gathered.set(id, known);
    return known;
  };
  for (const article of articles) {
    const owners = belong(article);
    for (const [index, mention] of article.mentions.entries()) {
      const owner = owners[index];
      if (owner !== undefined) at(owner.id).add(mention, article, owner.certain);
    }
  }
  const resolve = resolvedAliases(entries);
  const entered = new Map<DirectiveId, DirectiveEntry[]>();
  for (const entry of entries) {
    const id = resolve(entry.id);
    entered.set(id, [...(entered.get(id) ?? []), entry]);
  }
  for (const [id, own] of entered) if (own.some(describes)) at(id);
  const relations = relationsIn(entries, resolve);
  const rows = Array.from(gathered, ([id, one]) =>
    one.row(id, mergedEntry(id, entered.get(id) ?? []), relations(id)),
  );
  rows.sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  return { rows, belongings: belong };
}

/** The documents that the citations of an article belong to, in their order. */
export function documentsOf(
  article: Pick<MentioningArticle, 'id' | 'publishedOn'>,
  citations: readonly FoundCitation[],
  belong: Belongings,
): DirectiveId[] {
  const { id, publishedOn } = article;
  const mentions = citations.map((citation) => ({ ...citation, block: 0 }));
  return belong({ id, publishedOn, mentions }).map((belonging) => belonging.id);
}

/** What each document replaces and amends as it was entered, and the other way round. */
function relationsIn(
  entries: readonly DirectiveEntry[],
  resolve: (id: DirectiveId) => DirectiveId,
): (id: DirectiveId) => Relations {
  const links = {
    replaces: new Links(),
    replacedBy: new Links(),
    amends: new Links(),
    amendedBy: new Links(),
  };
  const aliases = new Links();
  for (const entry of entries) {
    const id = resolve(entry.id);
    aliases.add(id, entry.id);
    for (const other of entry.replaces.map(resolve)) {
      links.replaces.add(id, other);
      links.replacedBy.add(other, id);
    }
    for (const other of entry.amends.map(resolve)) {
      links.amends.add(id, other);
      links.amendedBy.add(other, id);
    }
  }
  return (id) => ({
    replaces: links.replaces.of(id),
    replacedBy: links.replacedBy.of(id),
    amends: links.amends.of(id),
    amendedBy: links.amendedBy.of(id),
    aliases: aliases.of(id),
  });
}

/** Which documents lead to which others; none to itself. */
class Links {
  readonly #to = new Map<DirectiveId, Set<DirectiveId>>();

  add(id: DirectiveId, other: DirectiveId): void {
    if (id === other) return;
    const known = this.#to.get(id) ?? new Set();
    this.#to.set(id, known.add(other));
  }

  of(id: DirectiveId): DirectiveId[] {
    return [...(this.#to.get(id) ?? [])];
  }
}
