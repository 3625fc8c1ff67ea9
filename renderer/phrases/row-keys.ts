import type { KeyboardEvent } from 'react';

/** Arrows, Home and End walk the rows within `[data-rows]`; of each row that with `[data-row]` takes the focus. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [
    ...(event.currentTarget.closest('[data-rows]')?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  rows[next]?.focus();
}
