import type { RefObject } from 'react';
import { EndHandles } from './end-handles';
import { OverlapPicker } from './overlap-picker';
import { useMarkPicker } from './use-mark-picker';
import './marks.css';

/** What stands over the text of the panes for annotating in it. */
export function MarkTools({ panes }: { panes: RefObject<HTMLElement | null> }) {
  useMarkPicker(panes);
  return (
    <>
      <EndHandles />
      <OverlapPicker />
    </>
  );
}
