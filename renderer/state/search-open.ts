import { runQuery, takeField } from './search';
import { setView, useView } from './view';

const LONGEST_SELECTION = 200;

/** Opens the view; the words that are chosen in the reader are looked for at once. */
export function openSearch(): void {
  const { selection, view } = useView.getState();
  setView({ view: 'search', dialog: null });
  if (view === 'library' && selection !== null && selection.text.length <= LONGEST_SELECTION) {
    runQuery(asWords(selection.text));
  } else takeField();
}

/** Words out of a text: nothing in them is a sign of the query language. */
const asWords = (text: string): string =>
  text
    .replace(/[();+|:"“”„«»*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Opens the view with these words. */
export function searchFor(words: string): void {
  setView({ view: 'search', dialog: null });
  runQuery(words);
}
