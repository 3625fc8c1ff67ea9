import { create } from 'zustand';
import { i18next } from '../strings/i18n';
import { textsNear } from '../ui/text/in-view';
import { paneHandle } from './panes';
import { say } from './status';
import { setBlock, setView, useView } from './view';

interface FocusState {
  /** Only the panes are shown. */
  on: boolean;
  /** Paragraphs other than the current one are dimmed. */
  dim: boolean;
}

/** Reading without anything around the text. It is not kept: a new window shows everything. */
export const useFocus = create<FocusState>(() => ({ on: false, dim: true }));

/** Whether the frame around the panes is hidden now: other views keep it. */
export const useFocused = (): boolean => {
  const on = useFocus((state) => state.on);
  return useView((state) => state.view) === 'library' && on;
};

export function toggleFocus(): void {
  if (leaveFocus()) return;
  setView({ view: 'library' });
  useFocus.setState({ on: true });
  followReading();
  say(i18next.t('comfort.focus.told'));
}

/** Shows everything again. Returns whether anything was hidden. */
export function leaveFocus(): boolean {
  if (!useFocus.getState().on) return false;
  useFocus.setState({ on: false });
  return true;
}

export function toggleDim(): void {
  useFocus.setState({ dim: !useFocus.getState().dim });
}

/** Where the paragraph is looked for that is being read, as a part of the pane's height. */
const READING_LINE = 0.4;
/** How much of the current paragraph has to be in sight, in CSS pixels. */
const EDGE = 24;

/** Makes the paragraph at the reading line the current one when the current one has been scrolled out of sight. */
export function followReading(): void {
  const { panes, active, blocks } = useView.getState();
  const pane = panes[active];
  const scroller = paneHandle(pane?.key)?.scroller;
  if (pane === undefined || scroller === undefined) return;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  if (height === 0) return;
  const current = scroller.querySelector(`[data-block="${blocks.get(pane.key) ?? -1}"]`);
  const box = current?.getBoundingClientRect();
  if (box !== undefined && box.bottom > top + EDGE && box.top < bottom - EDGE) return;
  const line = top + height * READING_LINE;
  const read = textsNear(scroller, 0).find((text) => text.getBoundingClientRect().bottom >= line);
  const block = read?.closest<HTMLElement>('[data-block]');
  if (block != null) setBlock(pane.key, Number(block.dataset['block']));
}
