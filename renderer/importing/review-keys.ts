import { useEffect, useRef } from 'react';
import { readerWidth } from '../state/panes';
import { chooseRow, useReview } from '../state/review';
import { acceptChecked, isOpenable } from '../state/reviewing';
import { openTogether, useView } from '../state/view';
import { isComposing, isField } from '../ui/fields';
import { step, toggle } from './file-list';
import { nextLook, type FileRow } from './rows';

/** Keys of the view. They come before those of the keymap, and never while something is typed or a dialog is open. */
export function useReviewKeys(rows: readonly FileRow[], chosen: string | null): void {
  const latest = useRef({ rows, chosen });
  useEffect(() => {
    latest.current = { rows, chosen };
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isComposing(event) || event.altKey || useView.getState().dialog !== null) return;
      const { rows: shown, chosen: current } = latest.current;
      if (run(event, shown, current)) event.preventDefault();
    };
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

/** Whether the key did something. */
function run(event: KeyboardEvent, rows: readonly FileRow[], chosen: string | null): boolean {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'Enter') return false;
    accept();
    return true;
  }
  if (isField(target)) return false;
  switch (key.toLowerCase()) {
    case 'n': {
      const next = nextLook(rows, chosen);
      if (next !== null) chooseRow(next);
      return true;
    }
    case 'r':
      return restoreFocused();
    // Letters of the reader mean nothing here.
    case 'o':
      return true;
  }
  // With the focus nowhere, the keys of the list are the list's.
  if (target !== document.body) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') step(rows, chosen, key === 'ArrowDown' ? 1 : -1);
  else if (key === ' ') toggle(rows.find((row) => row.key === chosen));
  else return false;
  return true;
}

function accept(): void {
  const { items, results } = useReview.getState();
  if (items.length > 0) void acceptChecked();
  else {
    const ids = results.flatMap(({ id }) => (id !== undefined && isOpenable(id) ? [id] : []));
    openTogether([...new Set(ids)].slice(-2), readerWidth());
  }
}

const BUTTON = '.review-removed [data-act]';

/** Restores the removed line that has the focus or lies under the pointer; else goes to the first one. */
function restoreFocused(): boolean {
  const line =
    document.activeElement?.closest('.review-removed') ?? document.querySelector('.review-removed:hover');
  const button = line?.querySelector<HTMLElement>('[data-act]');
  if (button == null) {
    const first = document.querySelector<HTMLElement>(BUTTON);
    first?.focus();
    return first !== null;
  }
  const at = [...document.querySelectorAll(BUTTON)].indexOf(button);
  button.click();
  // The line is gone: the focus goes to the one that follows.
  requestAnimationFrame(() => {
    const left = [...document.querySelectorAll<HTMLElement>(BUTTON)];
    (left[at] ?? left.at(-1) ?? document.querySelector<HTMLElement>('.review-list'))?.focus();
  });
  return true;
}
