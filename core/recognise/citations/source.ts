import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';

/** A text as the rules read it: one spelling, also in lower case with the same offsets. */
export interface Source {
  copy: MatchCopy;
  text: string;
  lower: string;
}

export function sourceOf(original: string): Source {
  const copy = matchCopy(original);
  // The one letter that grows when it is made small.
  const lower = copy.text.replace(/\u0130/g, 'I').toLowerCase();
  return { copy, text: copy.text, lower };
}

/** The match of a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const isCapital = (letter: string | undefined): boolean =>
  letter !== undefined && letter !== letter.toLowerCase();
