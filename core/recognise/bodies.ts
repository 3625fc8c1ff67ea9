import type { Block } from '#core/article';
import { BODY, PERSON, ROLE_AFTER, ROLE_BEFORE, wholeName } from '#core/recognise/bodies/names';
import { matchCopy } from '#core/recognise/match-copy';

/** A body (cơ quan, tổ chức) or a person that an article names. */
export interface FoundBody {
  /** Written out: "Ủy ban nhân dân tỉnh Lào Cai" for "UBND tỉnh Lào Cai". */
  name: string;
  is: 'body' | 'person';
  /** A person's office, as it stands beside the name first. */
  role: string | null;
  /** How often the article names it. */
  count: number;
}

/** Bodies and people of an article by the structure of their names, in the order in which they first occur. */
export function findBodies(blocks: readonly Block[]): FoundBody[] {
  const found = new Map<string, FoundBody>();
  const add = (is: FoundBody['is'], name: string, role: string | null): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, { name, is, role, count: 1 });
    else {
      known.count += 1;
      known.role ??= role;
    }
  };
  for (const block of blocks) {
    const { text } = matchCopy(block.text);
    for (const [written] of text.matchAll(BODY)) add('body', wholeName(written), null);
    for (const match of text.matchAll(PERSON)) {
      const { index, 0: name } = match;
      add('person', name, roleBeside(text, index, index + name.length));
    }
  }
  return [...found.values()];
}

/** Characters before a name in which an office may stand. */
const LONGEST_ROLE = 120;

function roleBeside(text: string, start: number, end: number): string | null {
  const before = ROLE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_ROLE), start));
  if (before !== null) return before[1] ?? null;
  ROLE_AFTER.lastIndex = end;
  return ROLE_AFTER.exec(text)?.[1] ?? null;
}
