import { flushSync } from 'react-dom';
import { blockAt, blockStarts } from '#core/article';
import type { Span } from '#core/span';
import type { Compared } from '../state/alignment';
import { goTo, useComparing } from '../state/comparing';
import { rowAt, SIDES, type Side } from '../state/comparing-rows';
import { useLibrary } from '../state/library';
import type { ShownText } from '../state/shown-texts';
import { rangeOfSpan, type TextRoot } from '../ui/text/offsets';
import { portionAt } from './portions';

/** The texts of both columns. One that is being compared anew, since it has changed, is not among them meanwhile. */
export function textsInColumns(
  compared: Compared,
  scroller: HTMLElement,
  build: (portion: number) => void,
): ShownText[] {
  const { at } = useComparing.getState();
  const { views } = useLibrary.getState();
  return SIDES.flatMap((side): ShownText[] => {
    const article = compared[side];
    if (views.get(article.id)?.article.revision !== article.revision) return [];
    const root = columnRoot(scroller, side);
    const starts = blockStarts(article.blocks);
    const show = (offset: number) =>
      build(portionAt(rowAt(compared.rows, { side, block: blockAt(starts, offset) })));
    return [
      {
        pane: null,
        article,
        root,
        active: side === (at?.side ?? 'left'),
        block: at?.side === side ? at.block : undefined,
        setBlock: (block) => goTo({ side, block }),
        select(span) {
          flushSync(() => {
            show(span.start);
            show(span.end - 1);
          });
          choose(root, span);
        },
      },
    ];
  });
}

/** The paragraphs of one column: those of both stand among each other on the page. */
const columnRoot = (scroller: HTMLElement, side: Side): TextRoot => ({
  querySelectorAll: (selectors) => scroller.querySelectorAll(`.cmp-cell.${side} ${selectors}`),
  contains(node) {
    const element = node instanceof Element ? node : node?.parentElement;
    return scroller.contains(node) && element?.closest(`.cmp-cell.${side}`) != null;
  },
});

function choose(root: TextRoot, span: Span): void {
  const range = rangeOfSpan(root, span);
  if (range === null) return;
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
