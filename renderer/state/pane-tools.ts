import { linkForms } from '#core/place-link';
import { i18next } from '../strings/i18n';
import { copyRich } from '../ui/clipboard';
import { useLibrary, viewOf } from './library';
import { panePosition } from './places';
import { say } from './status';
import { setView, useView, type PaneState } from './view';

const t = i18next.t.bind(i18next);

/** The paragraph that is read in a pane: the current one, else the one at its top. */
export const blockOf = (pane: PaneState): number =>
  useView.getState().blocks.get(pane.key) ?? panePosition(pane.key)?.block ?? 0;

/** Puts a link to a paragraph on the clipboard, with words that say where it leads. */
export async function copyLink(pane: PaneState, block: number): Promise<void> {
  const article = viewOf(useLibrary.getState(), pane)?.article;
  if (article === undefined) return;
  const { id: articleId, revision, title } = article;
  await copyRich(
    linkForms({ articleId, revision, block }, t('panes.paragraph.words', { number: block + 1, title })),
  );
  say(t('panes.paragraph.copied', { number: block + 1 }));
}

export async function copyCurrentLink(): Promise<void> {
  const { panes, active } = useView.getState();
  const pane = panes[active];
  if (pane !== undefined) await copyLink(pane, blockOf(pane));
}

export function toggleLinked(): void {
  const linked = !useView.getState().linked;
  setView({ linked });
  say(t(linked ? 'panes.linkedOn' : 'panes.linkedOff'));
}

/** Opens the outline of a pane (by default the active one), or puts it away. */
export function toggleOutline(): void {
  const { panes, active, outline } = useView.getState();
  const pane = panes[active];
  if (pane === undefined || pane.articleId === null) return;
  setView({ outline: outline === pane.key ? null : pane.key });
}
