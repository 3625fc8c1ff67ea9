import { ArticleId } from '#core/article';
import { RULES_VERSION, type Looked } from './look';

// How what was found in an article is written in one line. Lists instead of objects: half as long, twice as fast to read.

type Mention = Looked['mentions'][number];
type Body = Looked['bodies'][number];

const MENTION = [
  ...(['start', 'end', 'block', 'text', 'canonical', 'class', 'type'] as const),
  ...(['number', 'issuer', 'issuerName', 'date', 'term', 'confidence'] as const),
] satisfies (keyof Mention)[];
const BODY = ['name', 'is', 'role', 'count'] as const satisfies (keyof Body)[];

export function lineOf({ id, contentHash, publishedOn, dictionary, mentions, bodies }: Looked): string {
  const listed = {
    mentions: mentions.map((mention) => MENTION.map((name) => mention[name])),
    bodies: bodies.map((body) => BODY.map((name) => body[name])),
  };
  return JSON.stringify({ rules: RULES_VERSION, id, contentHash, publishedOn, dictionary, ...listed });
}

/** Null when the line is broken or of other rules. */
export function lookedIn(line: string): Looked | null {
  try {
    const json: unknown = JSON.parse(line);
    if (!isListed(json)) return null;
    const { id, contentHash, publishedOn, dictionary } = json;
    const mentions = json.mentions.map((values) => named(MENTION, values) as unknown as Mention);
    const bodies = json.bodies.map((values) => named(BODY, values) as unknown as Body);
    return { id, contentHash, publishedOn, dictionary, mentions, bodies };
  } catch {
    // Half a line, after a crash of the disk or of a synchroniser.
    return null;
  }
}

function named(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) object[name] = values[index];
  return object;
}

type Listed = Omit<Looked, 'mentions' | 'bodies'> & { mentions: unknown[][]; bodies: unknown[][] };

/** At a glance, as only this program writes the file: a full look would take longer than finding it all anew. */
function isListed(json: unknown): json is Listed {
  if (typeof json !== 'object' || json === null) return false;
  const { rules, id, contentHash, mentions, bodies } = json as Record<string, unknown>;
  return (
    rules === RULES_VERSION &&
    ArticleId.safeParse(id).success &&
    typeof contentHash === 'string' &&
    areLists(mentions, MENTION.length) &&
    areLists(bodies, BODY.length)
  );
}

const areLists = (json: unknown, length: number): boolean =>
  Array.isArray(json) && json.every((values) => Array.isArray(values) && values.length === length);
