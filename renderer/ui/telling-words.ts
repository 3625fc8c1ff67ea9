import type { Suggestion } from '#core/suggestions';
import { isInferred, type Deadline } from '#core/task';
import { shortName } from './directive-name';
import { dayText } from './format';

/**
 * The fewest words that tell a suggestion from others: the document; or the figure or who is to do it, and until when. A
 * day that was worked out is given in the article's own words.
 */
export function tellingWords(suggestion: Suggestion): { words: string; until: string | null } {
  if (suggestion.kind === 'directive') return { words: shortName(suggestion.citation), until: null };
  const { text, task } = suggestion;
  const { responsible, deadline, figures } = task;
  const figure = suggestion.kind === 'target' ? figures[0]?.text : undefined;
  return {
    words: figure ?? responsible ?? text,
    until: deadline === null ? null : untilText(deadline),
  };
}

const untilText = (deadline: Deadline): string =>
  deadline.iso === null || isInferred(deadline) ? deadline.text : dayText(deadline.iso);
