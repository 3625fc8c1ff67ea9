import { useEffect } from 'react';
import { useFinding } from '../../state/finding';
import { hitAt } from '../../state/hits';
import { useLibrary, viewOf } from '../../state/library';
import { onPanesChanged, paneHandle } from '../../state/panes';
import { useView } from '../../state/view';
import { HitPainter } from './hit-painter';
import { HitTicks } from './hit-ticks';

interface Drawn {
  scroller: HTMLElement;
  painter: HitPainter;
  ticks: HitTicks;
}

/** Colours the hits in all panes that have any, and shows along their scroll bars where they are. */
export function useHits(): void {
  useEffect(() => {
    const drawn = new Map<number, Drawn>();
    const stop = (key: number): void => {
      drawn.get(key)?.painter.stop();
      drawn.get(key)?.ticks.stop();
      drawn.delete(key);
    };
    const drawnIn = (key: number, scroller: HTMLElement): Drawn => {
      const known = drawn.get(key);
      if (known?.scroller === scroller) return known;
      stop(key);
      const made = { scroller, painter: new HitPainter(scroller), ticks: new HitTicks(scroller) };
      drawn.set(key, made);
      return made;
    };
    const draw = (): void => {
      const { hits, current } = useFinding.getState();
      const now = hitAt(hits, current);
      const left = new Set(drawn.keys());
      for (const { paneKey, spans } of hits ?? []) {
        const scroller = paneHandle(paneKey)?.scroller;
        if (scroller === undefined) continue;
        left.delete(paneKey);
        const { painter, ticks } = drawnIn(paneKey, scroller);
        const current = now?.paneKey === paneKey ? now.span : null;
        painter.setHits(spans, current);
        ticks.setHits(spans, current, lengthOf(paneKey));
      }
      for (const key of left) stop(key);
    };
    draw();
    const stopFollowing = [useFinding.subscribe(draw), onPanesChanged(draw)];
    return () => {
      for (const each of stopFollowing) each();
      for (const key of [...drawn.keys()]) stop(key);
    };
  }, []);
}

function lengthOf(paneKey: number): number {
  const pane = useView.getState().panes.find(({ key }) => key === paneKey);
  const blocks = viewOf(useLibrary.getState(), pane)?.article.blocks ?? [];
  return blocks.reduce((sum, { text }) => sum + text.length + 1, 1);
}
