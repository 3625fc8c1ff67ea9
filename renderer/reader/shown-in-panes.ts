import { useLibrary, viewOf } from '../state/library';
import { paneHandle } from '../state/panes';
import type { ShownText } from '../state/shown-texts';
import { setBlock, useView } from '../state/view';

/** The texts that the panes show. */
export function textsInPanes(): ShownText[] {
  const { panes, active, blocks } = useView.getState();
  return panes.flatMap((pane, index): ShownText[] => {
    const article = viewOf(useLibrary.getState(), pane)?.article;
    const handle = paneHandle(pane.key);
    if (article === undefined || handle === undefined) return [];
    return [
      {
        pane: index,
        article,
        // With its head: a selection that begins there belongs to this pane.
        root: handle.scroller.closest<HTMLElement>('[data-pane]') ?? handle.scroller,
        active: index === active,
        block: blocks.get(pane.key),
        setBlock: (block) => setBlock(pane.key, block),
        select: handle.select.bind(handle),
      },
    ];
  });
}
