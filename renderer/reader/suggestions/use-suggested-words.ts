import { useCallback, useLayoutEffect, useMemo } from 'react';
import type { Suggestion } from '#core/suggestions';
import { SuggestedWords } from '../../ui/text/suggested-words';
import './suggestions.css';

/**
 * Underlines the suggestions of an article in the texts that `onNear` and `onFilled` hear of. `rows`: what builds these
 * texts. `decorate` hears of what comes near, too.
 */
export function useSuggestedWords(
  rows: { decorate: (around: Element) => void },
  suggestions: readonly Suggestion[],
  chosen: string | null,
) {
  // Texts of other rows are other texts.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const words = useMemo(() => new SuggestedWords(), [rows]);
  const onNear = useCallback(
    (around: Element) => {
      rows.decorate(around);
      words.near(around);
    },
    [rows, words],
  );
  useLayoutEffect(() => () => words.clear(), [words]);
  useLayoutEffect(() => words.setSuggestions(suggestions), [words, suggestions]);
  useLayoutEffect(() => words.choose(chosen), [words, chosen]);
  return { onNear, onFilled: words.refresh };
}
