import { clearBulk } from './state/bulk';
import { unchoosePlaces } from './state/comparing';
import { cancelCodebook } from './state/codebook';
import { closeFind, useFinding } from './state/finding';
import { leaveFocus } from './state/focus';
import { cancelLink } from './state/linking';
import { forgetOccurrences, useOccurrences } from './state/occurrences';
import { closePicker, useOverlaps } from './state/overlaps';
import { cancelArticles } from './state/articles';
import { cancelBodyAsk } from './state/phrases';
import { focusActivePane } from './state/reading';
import { cancelRegister } from './state/registers';
import { backToField } from './state/search-steps';
import { unchooseSuggestion } from './state/suggestions';
import { stopPeeking } from './state/tasks';
import { setView, unchoose, useView } from './state/view';

/** Closes what stands over the text. Returns whether anything did. */
function closeOver(): boolean {
  const { view } = useView.getState();
  if (useOccurrences.getState().asked !== null) forgetOccurrences();
  else if (view !== 'library') return false;
  else if (useOverlaps.getState().picker !== null) closePicker();
  else if (useFinding.getState().open) closeFind();
  else return false;
  return true;
}

/** Closes what is on top: dialog, card, selection, another view. */
export function escape(): void {
  const { dialog, chosen, view } = useView.getState();
  if (dialog !== null) setView({ dialog: null });
  else if (closeOver()) return;
  else if (view === 'library' && (cancelLink() || clearBulk())) return;
  else if (chosen !== null) {
    unchoose();
    focusActivePane();
  } else if (view === 'library' && unchooseSuggestion()) focusActivePane();
  else if (getSelection()?.isCollapsed === false) getSelection()?.removeAllRanges();
  else if (view === 'library' && leaveFocus()) return;
  else if (view === 'compare' && unchoosePlaces()) return;
  else if (view === 'articles' && cancelArticles()) return;
  else if (view === 'codebook' && cancelCodebook()) return;
  else if (view === 'directives' && cancelRegister()) return;
  else if (view === 'tasks' && stopPeeking()) return;
  else if (view === 'phrases' && cancelBodyAsk()) return;
  else if (view === 'search' && backToField()) return;
  else if (view !== 'library') setView({ view: 'library' });
}
