import { alignBlocks } from '#core/align';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { PlaceLink } from '#core/place-link';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { allArticles, loadArticle, useLibrary, viewOf } from './library';
import { paneHandle, readerWidth } from './panes';
import { leavePlace, panePosition, setPosition, stepTrail } from './places';
import { say } from './status';
import {
  isReadable,
  openBeside,
  openHere,
  setBlock,
  setView,
  showInPane,
  useView,
  type PaneState,
} from './view';

/** Back to where the active pane was (or forward again). */
export function goAlong(step: 1 | -1, index = useView.getState().active): void {
  const pane = useView.getState().panes[index];
  if (pane === undefined) return;
  const { articles } = useLibrary.getState();
  const next = stepTrail(pane, step, (articleId) => isReadable(articles.get(articleId)));
  if (next === null) {
    say(i18next.t(step === -1 ? 'panes.noBack' : 'panes.noForward'));
    return;
  }
  next.go();
  const { articleId, position } = next.place;
  if (articleId === pane.articleId) {
    if (position !== null) paneHandle(pane.key)?.goTo(position);
    return;
  }
  showInPane(articleId, index);
  const shown = useView.getState().panes[index];
  if (shown !== undefined && position !== null) setPosition(shown.key, position);
}

/** Goes to a paragraph of the article that a pane shows, from where one can go back. */
export function goToBlock(pane: PaneState, block: number): void {
  const view = viewOf(useLibrary.getState(), pane);
  if (view === undefined) return;
  leavePlace(pane);
  setBlock(pane.key, block);
  paneHandle(pane.key)?.reveal(blockStarts(view.article.blocks)[block] ?? 0);
}

/** Shows a paragraph that a link names, in the pane that has its article, else in the active one. */
export async function openPlace({ articleId, revision, block }: PlaceLink): Promise<void> {
  await allArticles();
  const { articles } = useLibrary.getState();
  if (!isReadable(articles.get(articleId))) {
    say(i18next.t('panes.unknownArticle'));
    return;
  }
  await loadArticle(articleId);
  const article = useLibrary.getState().views.get(articleId)?.article;
  if (article === undefined) return;
  const present = await presentBlock(article, revision, block);
  openHere(articleId);
  const { panes, active } = useView.getState();
  const pane = panes[active];
  if (pane === undefined) return;
  setView({ dialog: null });
  // The pane draws its article first.
  await drawn(pane);
  if (present !== null) goToBlock(pane, present);
  say(
    present === null
      ? i18next.t('panes.paragraphGone', { number: block + 1 })
      : present === block
        ? null
        : i18next.t('panes.paragraphMoved', { before: block + 1, number: present + 1 }),
  );
}

/** Shows a place of an article's present text: beside what is open, or in the pane that has the article, else in the active one. */
export async function showOffset(articleId: string, offset: number, beside = false): Promise<void> {
  if (!isReadable(useLibrary.getState().articles.get(articleId))) {
    say(i18next.t('panes.unknownArticle'));
    return;
  }
  await loadArticle(articleId);
  const article = useLibrary.getState().views.get(articleId)?.article;
  if (beside) openBeside(articleId, readerWidth());
  else openHere(articleId);
  const { panes, active } = useView.getState();
  const pane = panes[active];
  if (article === undefined || pane === undefined) return;
  await drawn(pane);
  goToBlock(pane, blockAt(blockStarts(article.blocks), offset));
}

/** Where a paragraph of a revision stands in the present text; null when it is in it no more. */
async function presentBlock(article: Article, revision: number, block: number): Promise<number | null> {
  const isThere = (index: number) => (index < article.blocks.length ? index : null);
  if (revision === article.revision) return isThere(block);
  if (revision > article.revision) return null;
  const before = await call('articles.revision', { id: article.id, revision });
  const wanted = before.blocks[block];
  if (wanted === undefined) return null;
  if (textOf(before) === textOf(article)) return isThere(block);
  const texts = ({ blocks }: Article) => blocks.map(({ text }) => text);
  const { pairs } = alignBlocks(texts(before), texts(article));
  return pairs.find(({ left }) => left === block)?.right ?? null;
}

const LONGEST_WAIT = 3000;

/** Settles when the pane shows its article, or after three seconds. */
function drawn(pane: PaneState): Promise<void> {
  return new Promise((resolve) => {
    const asked = performance.now();
    const look = () => {
      const shown = paneHandle(pane.key) !== undefined && panePosition(pane.key) !== null;
      // Within its first frame the pane brings itself back to where it was read.
      if (shown) requestAnimationFrame(() => resolve());
      else if (performance.now() - asked > LONGEST_WAIT) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
