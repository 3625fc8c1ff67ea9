import type { ArticleId } from '#core/article';
import type { BodyEntry, BodyRow } from '#core/body';
import type { FoundBody } from '#core/recognise/bodies';
import { bareText } from '#core/text/fold';
import { Tally } from '#core/register/tally';

interface NamingArticle {
  id: ArticleId;
  bodies: readonly FoundBody[];
}

interface Gathered {
  is: BodyRow['is'];
  roles: Tally;
  mentions: number;
  articles: ArticleId[];
}

/** The bodies and people that articles name, by the names that `entries` give them; the most mentioned first. */
export function bodyRows(articles: Iterable<NamingArticle>, entries: readonly BodyEntry[]): BodyRow[] {
  const entryOf = new Map(
    entries.flatMap((entry) =>
      [entry.name, ...entry.aliases].map((name) => [bareText(name), entry] as const),
    ),
  );
  const gathered = new Map<string, Gathered>();
  const at = (name: string, is: BodyRow['is']): Gathered => {
    const known = gathered.get(name) ?? { is, roles: new Tally(), mentions: 0, articles: [] };
    gathered.set(name, known);
    return known;
  };
  for (const { id, bodies } of articles) {
    for (const { name, is, role, count } of bodies) {
      const entry = entryOf.get(bareText(name));
      const one = at(entry?.name ?? name, entry?.is ?? is);
      one.mentions += count;
      one.roles.add(role);
      if (one.articles.at(-1) !== id) one.articles.push(id);
    }
  }
  for (const { name, is } of entries) at(name, is);
  const aliases = new Map(entries.map((entry) => [entry.name, entry.aliases]));
  return Array.from(gathered, ([name, { is, roles, mentions, articles: named }]) => ({
    ...{ name, is, mentions, articles: named },
    aliases: aliases.get(name) ?? [],
    role: is === 'person' ? roles.most() : null,
  })).sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name, 'vi'));
}
