import type { ArticleId } from '#core/article';
import type { BodyEntry, BodyRow } from '#core/body';
import { findBodies } from '#core/recognise/bodies';
import { bareText } from '#core/text/fold';
import { Tally } from '#core/register/tally';

/** A body or person as one article names it. */
export interface Named {
  name: string;
  is: BodyRow['is'];
  /** A person's office, as it stands beside the name most often. */
  role: string | null;
  count: number;
}

/** The bodies and people that a text names, in the order in which they first occur. */
export function namedIn(text: string, entries: readonly BodyEntry[]): Named[] {
  const found = new Map<string, { is: BodyRow['is']; roles: Tally; count: number }>();
  for (const { name, is, role } of findBodies(text, entries)) {
    const one = found.get(name) ?? { is, roles: new Tally(), count: 0 };
    found.set(name, one);
    one.count += 1;
    one.roles.add(role);
  }
  return Array.from(found, ([name, { is, roles, count }]) => ({ name, is, role: roles.most(), count }));
}

interface NamingArticle {
  id: ArticleId;
  bodies: readonly Named[];
}

interface Gathered {
  is: BodyRow['is'];
  roles: Tally;
  mentions: number;
  articles: ArticleId[];
}

/** The bodies and people that articles name, by the names that `entries` give them; the most mentioned first. */
export function bodyRows(articles: Iterable<NamingArticle>, entries: readonly BodyEntry[]): BodyRow[] {
  const byName = new Map(
    entries.flatMap((entry) =>
      [entry.name, ...entry.aliases].map((name) => [bareText(name), entry] as const),
    ),
  );
  // Each name is folded once: the same few come again in all articles.
  const entryOf = new Map<string, BodyEntry | undefined>();
  const entryNamed = (name: string): BodyEntry | undefined => {
    if (!entryOf.has(name)) entryOf.set(name, byName.get(bareText(name)));
    return entryOf.get(name);
  };
  const gathered = new Map<string, Gathered>();
  const at = (name: string, is: BodyRow['is']): Gathered => {
    const known = gathered.get(name) ?? { is, roles: new Tally(), mentions: 0, articles: [] };
    gathered.set(name, known);
    return known;
  };
  for (const { id, bodies } of articles) {
    for (const { name, is, role, count } of bodies) {
      const entry = entryNamed(name);
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
