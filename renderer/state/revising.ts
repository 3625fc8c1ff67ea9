import type { Article } from '#core/article';
import type { Revised } from '#core/contract';
import type { BodyEdit } from '#core/review';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { say, saved } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

/** One undo step for a text that took the place of another. What changed nothing is no step. */
function rememberRevision({ before, after }: Revised, what: () => string): void {
  if (before.revision === after.revision) return;
  const { id } = after;
  remember({
    get what() {
      return what();
    },
    undo: () => call('articles.revert', { id, to: before.revision }),
    redo: () => call('articles.revert', { id, to: after.revision }),
  });
}

/** Says in the status bar what was done and what became of the notes; resolves when the window shows the new text. */
async function settled(revised: Revised, what: () => string, done: string): Promise<Revised> {
  saved();
  rememberRevision(revised, what);
  await shown(revised.after);
  const notes = anchorWords(revised.anchors);
  say(notes === '' ? done : `${done} · ${notes}`);
  return revised;
}

/** How many notes kept their place, moved, or lost it; empty when the article has none. */
function anchorWords({ exact, moved, orphan }: Revised['anchors']): string {
  const words = [
    exact > 0 ? t('original.kept', { count: exact }) : '',
    moved > 0 ? t('original.moved', { count: moved }) : '',
    orphan > 0 ? t('original.lost', { count: orphan }) : '',
  ];
  return words.filter((part) => part !== '').join(', ');
}

/** The change reaches the window as an event of its own; it is not waited for longer than it ever takes. */
function shown({ id, revision }: Article): Promise<void> {
  const isShown = () => (useLibrary.getState().views.get(id)?.article.revision ?? revision) >= revision;
  if (isShown()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, 2000);
    const forget = useLibrary.subscribe(() => {
      if (isShown()) end();
    });
  });
}

/** Changes one paragraph; no text at all takes it out of the article and keeps it as a removed line. */
export async function reviseBlock(
  { id, revision }: Pick<Article, 'id' | 'revision'>,
  index: number,
  text: string,
): Promise<Revised> {
  const emptied = text.trim() === '';
  const edit: BodyEdit = emptied ? { do: 'setAside', index } : { do: 'edit', index, text };
  const revised = await call('articles.revise', { id, revision, edits: [edit] });
  const number = index + 1;
  return settled(
    revised,
    () => t(emptied ? 'original.undoSetAside' : 'original.undoEdit', { number }),
    t(emptied ? 'original.didSetAside' : 'original.didEdit', { number }),
  );
}

/** Brings a line back into the text that the import, or a person, took out. */
export async function restoreLine({ id, revision }: Article, index: number): Promise<Revised> {
  const revised = await call('articles.revise', { id, revision, edits: [{ do: 'restore', index }] });
  return settled(revised, () => t('original.undoRestore'), t('original.didRestore'));
}

/** Reads the original again, its letters in another encoding. */
export async function rereadAs(id: string, encoding: string): Promise<Revised> {
  const revised = await call('articles.reread', { id, how: { encoding } });
  return settled(revised, () => t('original.undoReread'), t('original.didReread'));
}

/** Brings an earlier text back, as a new revision. */
export async function revertTo(id: string, to: number): Promise<Revised> {
  const revised = await call('articles.revert', { id, to });
  const words = { number: to };
  return settled(revised, () => t('original.undoRevert', words), t('original.didRevert', words));
}

/** The text that an article had, or has. */
export const loadRevision = (id: string, revision: number): Promise<Article> =>
  call('articles.revision', { id, revision });

/** Says that an article is no copy of another one's story. */
export async function leaveStory(id: string, story: string): Promise<void> {
  await call('articles.setStory', { id, story: null });
  saved();
  remember({
    get what() {
      return t('original.undoStory');
    },
    undo: () => call('articles.setStory', { id, story }),
    redo: () => call('articles.setStory', { id, story: null }),
  });
}
