import type { MatchCopy } from '#core/recognise/match-copy';

/** A text as the rules read it: one spelling, also in lower case with the same offsets. */
export interface Source {
  copy: MatchCopy;
  text: string;
  lower: string;
  /** Whether a line ends between two offsets. */
  breaks: (start: number, end: number) => boolean;
}

export function sourceOf(copy: MatchCopy): Source {
  const { original, text, lower } = copy;
  const breaks = (start: number, end: number): boolean => {
    const between = copy.spanOf(start, end);
    return original.slice(between.start, between.end).includes('\n');
  };
  return { copy, text, lower, breaks };
}

/** The match of a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const isCapital = (letter: string | undefined): boolean =>
  letter !== undefined && letter !== letter.toLowerCase();

/** The end of a stretch with the bracket that closes after it, when one opens in it. */
export function closedEnd(text: string, start: number, end: number): number {
  const stretch = text.slice(start, end);
  return text[end] === ')' && stretch.lastIndexOf('(') > stretch.lastIndexOf(')') ? end + 1 : end;
}
