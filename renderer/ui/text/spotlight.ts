import type { Span } from '#core/span';
import { rangesOfSpans, type TextRoot } from './offsets';

/** Names of `::highlight()` in marks.css, comfort.css and passage.css: passages that are shown for a moment, without any element in the text. */
export type SpotlightName = 'peek' | 'occurrence' | 'speaking' | 'found' | 'found-now';

/** A passage on the page: `root` holds the text of its article. */
export interface Lit {
  root: TextRoot;
  spans: readonly Span[];
}

/** Shows these passages and no others under that name. Nothing happens where pages are not drawn. */
export function spotlight(name: SpotlightName, lit: readonly Lit[]): void {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined') return;
  const ranges = lit.flatMap(({ root, spans }) => rangesOfSpans(root, spans));
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
