import { OccurrencesBar } from './occurrences-bar';
import { SelectionBar } from './selection-bar';
import { useTextSelection } from './use-text-selection';
import './selected-words.css';

/**
 * Follows which words are chosen in the shown texts, and offers what can be done with them: marks, tags, notes, quotations,
 * and marks at all places of the same words. It stands beside the texts.
 */
export function SelectedWords() {
  useTextSelection();
  return (
    <>
      <SelectionBar />
      <OccurrencesBar />
    </>
  );
}
