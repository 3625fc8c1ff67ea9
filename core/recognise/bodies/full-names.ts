// Short names of bodies, completed where one article names the body in full: "Đảng ủy Khối".
import type { BodyName } from './body-names';

/**
 * What completes a name: the longest one in the article that begins with it. Where two go on differently nothing is
 * completed, because nobody can say which of them is meant.
 */
export function fullNames(bodies: readonly BodyName[]): (body: BodyName) => string {
  const all = new Set(bodies.flatMap(({ name, owners }) => [name, ...owners]));
  const longest = new Map<string, string | null>();
  for (const name of all) {
    for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      const short = name.slice(0, at);
      if (all.has(short)) longest.set(short, longerOf(longest.get(short), name));
    }
  }
  return ({ name, isClosed, owners }) => {
    for (const short of isClosed ? owners : [name, ...owners]) {
      const full = longest.get(short) ?? null;
      if (full !== null) return name.slice(0, name.length - short.length) + full;
    }
    return name;
  };
}

/** Null where neither begins with the other. */
function longerOf(known: string | null | undefined, name: string): string | null {
  if (known === undefined) return name;
  if (known === null) return null;
  const [short, long] = known.length < name.length ? [known, name] : [name, known];
  return long === short || long.startsWith(`${short} `) ? long : null;
}
