// Changes to the dictionary of bodies and people. Each gives the whole dictionary as it is then.
import type { BodyEntry } from '#core/body';
import { matchCopy } from '#core/recognise/match-copy';

type Entries = readonly BodyEntry[];
type Named = Pick<BodyEntry, 'name' | 'is'>;

/** Case, the place of the tone and how letters are composed make no other name. */
const folded = (name: string): string => matchCopy(name.normalize('NFC')).text.toLowerCase().trim();
const isSame = (one: string, other: string): boolean => folded(one) === folded(other);

/** Each way to write a name once, and none that is the name itself. */
function tidy({ name, is, aliases }: BodyEntry): BodyEntry {
  const seen = new Set([folded(name)]);
  const others = aliases.filter((alias) => {
    const key = folded(alias);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { name, is, aliases: others };
}

const entryOf = (entries: Entries, { name, is }: Named): BodyEntry =>
  entries.find((entry) => entry.name === name) ?? { name, is, aliases: [] };

/** `entry` in the place of those that have one of these names. */
function withEntry(entries: Entries, names: readonly string[], entry: BodyEntry): BodyEntry[] {
  const at = entries.findIndex(({ name }) => names.includes(name));
  const others = entries.filter(({ name }) => !names.includes(name));
  return others.toSpliced(at < 0 ? others.length : Math.min(at, others.length), 0, tidy(entry));
}

/** Two bodies are one from now on: all names of `from` are ways to write `into`. */
export function mergeBodies(entries: Entries, from: Named, into: Named): BodyEntry[] {
  const [mine, theirs] = [entryOf(entries, from), entryOf(entries, into)];
  const aliases = [...theirs.aliases, mine.name, ...mine.aliases];
  return withEntry(entries, [from.name, into.name], { ...theirs, aliases });
}

/** The old name stays as a way to write it. */
export function renameBody(entries: Entries, body: Named, name: string): BodyEntry[] {
  const entry = entryOf(entries, body);
  const taken = entries.find((other) => other.name !== body.name && isSame(other.name, name));
  if (taken !== undefined) return mergeBodies(entries, body, taken);
  return withEntry(entries, [body.name], { ...entry, name, aliases: [...entry.aliases, body.name] });
}

/** Another way to write it, which no other entry has any more. */
export function addAlias(entries: Entries, body: Named, alias: string): BodyEntry[] {
  const entry = entryOf(entries, body);
  const others = entries.map((other) =>
    other.name === body.name
      ? other
      : { ...other, aliases: other.aliases.filter((one) => !isSame(one, alias)) },
  );
  return withEntry(others, [body.name], { ...entry, aliases: [...entry.aliases, alias] });
}

export function removeAlias(entries: Entries, body: Named, alias: string): BodyEntry[] {
  const entry = entryOf(entries, body);
  return withEntry(entries, [body.name], { ...entry, aliases: entry.aliases.filter((one) => one !== alias) });
}

export const setBodyKind = (entries: Entries, body: Named, is: BodyEntry['is']): BodyEntry[] =>
  withEntry(entries, [body.name], { ...entryOf(entries, body), is });

/** What the rules find keeps its own name again. */
export const removeBody = (entries: Entries, name: string): BodyEntry[] =>
  entries.filter((entry) => entry.name !== name);
