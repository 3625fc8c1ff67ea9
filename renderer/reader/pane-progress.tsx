import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onPanesChanged, paneHandle, type PaneHandle } from '../state/panes';
import { onPosition } from '../state/places';
import type { PaneState } from '../state/view';
import { afterPaint } from '../ui/after-paint';

interface Progress {
  block: number;
  percent: number;
}

/**
 * How far an article is read. The line that is read moves from the top of the pane to its bottom on the way through the
 * article, so that the last paragraph counts as read at its end.
 */
function progressIn({ scroller, boxOf }: PaneHandle, blocks: number): Progress {
  const way = scroller.scrollHeight - scroller.clientHeight;
  const share = way < 1 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / way));
  const line = scroller.scrollTop + share * scroller.clientHeight;
  let low = 0;
  let high = blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((boxOf(middle)?.top ?? Infinity) <= line) low = middle;
    else high = middle - 1;
  }
  return { block: low + 1, percent: Math.round(share * 100) };
}

/** A thin bar at the lower edge of the head, and the paragraph in words. */
export function PaneProgress({ pane, blocks }: { pane: PaneState; blocks: number }) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const measure = () => {
      const handle = paneHandle(pane.key);
      if (handle === undefined || blocks === 0) return;
      const next = progressIn(handle, blocks);
      setProgress((before) =>
        before?.block === next.block && before.percent === next.percent ? before : next,
      );
    };
    // It lays the page out: once a frame, after the text is there.
    let callOff: (() => void) | null = null;
    const later = () => {
      callOff ??= afterPaint(() => {
        callOff = null;
        measure();
      });
    };
    later();
    const forgetPanes = onPanesChanged(later);
    const forgetPositions = onPosition((key) => key === pane.key && later());
    return () => {
      callOff?.();
      forgetPanes();
      forgetPositions();
    };
  }, [pane.key, blocks]);
  if (progress === null) return null;
  return (
    <>
      <span className="pane-progress xs t3 num nb">{t('panes.progress', { ...progress, blocks })}</span>
      <span
        className="progress-line"
        role="progressbar"
        aria-label={t('panes.progressLabel', { block: progress.block, blocks })}
        aria-valuenow={progress.percent}
        style={{ scale: `${progress.percent / 100} 1` }}
      />
    </>
  );
}
