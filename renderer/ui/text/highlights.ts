/**
 * What `::highlight(name)` draws, without any element in the text; null where pages are not drawn. Of those that lie over
 * each other the one with the higher priority is on top.
 */
export function highlightOf(name: string, priority = 0): Highlight | null {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined') return null;
  const known = CSS.highlights.get(name) ?? new Highlight();
  known.priority = priority;
  CSS.highlights.set(name, known);
  return known;
}
