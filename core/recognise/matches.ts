/**
 * The matches of a global pattern, in order. Unlike `matchAll` it makes no copy of the pattern, which takes longer than most
 * short texts; the pattern must not be used for anything else meanwhile.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
