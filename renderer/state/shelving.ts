import type { ArticleSummary } from '#core/library';
import type { Reading, Shelving } from '#core/shelving';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { attempt, saved } from './status';
import { remember } from './undo';
import { useView } from './view';

const t = i18next.t.bind(i18next);

interface Patch {
  reading?: Reading;
  starred?: boolean;
  archived?: boolean;
}

/** Changes how articles are kept; one undo step, none when nothing changed. */
async function shelve(ids: readonly string[], patch: Patch, what: (count: number) => string): Promise<void> {
  const { before } = await call('shelving.update', { ids: [...ids], patch });
  if (before.length === 0) return;
  saved();
  let items: { id: string; shelving: Shelving }[] = before;
  const turn = async () => {
    items = (await call('shelving.put', { items })).before;
  };
  remember({
    get what() {
      return what(before.length);
    },
    undo: turn,
    redo: turn,
  });
}

export const setReading = (ids: readonly string[], reading: Reading): Promise<void> =>
  shelve(ids, { reading }, (count) =>
    t('shelving.undo.reading', { reading: t(`shelving.${reading}`), count }),
  );

export const setStarred = (ids: readonly string[], starred: boolean): Promise<void> =>
  shelve(ids, { starred }, (count) => t(starred ? 'shelving.undo.star' : 'shelving.undo.unstar', { count }));

export const setArchived = (ids: readonly string[], archived: boolean): Promise<void> =>
  shelve(ids, { archived }, (count) =>
    t(archived ? 'shelving.undo.archive' : 'shelving.undo.unarchive', { count }),
  );

/** What is done to an article by one key, and back by the same. */
export const toggleStar = ({ id, shelving }: ArticleSummary): Promise<void> =>
  setStarred([id], !shelving.starred);
export const toggleRead = ({ id, shelving }: ArticleSummary): Promise<void> =>
  setReading([id], shelving.reading === 'read' ? 'unread' : 'read');
export const toggleArchived = ({ id, shelving }: ArticleSummary): Promise<void> =>
  setArchived([id], shelving.archivedAt === null);

/**
 * What a letter does to articles of a list: star, read, archive, or back where all of them are so. Null when it does nothing,
 * or nothing may be done.
 */
export function letterAct(letter: string, articles: readonly ArticleSummary[]): (() => Promise<void>) | null {
  const present = articles.filter(({ removedAt }) => removedAt === null);
  if (present.length === 0 || useLibrary.getState().readOnly) return null;
  const ids = present.map(({ id }) => id);
  switch (letter.toLowerCase()) {
    case 's':
      return () => setStarred(ids, !present.every(({ shelving }) => shelving.starred));
    case 'r':
      return () =>
        setReading(ids, present.every(({ shelving }) => shelving.reading === 'read') ? 'unread' : 'read');
    case 'e':
      return () => setArchived(ids, !present.every(({ shelving }) => shelving.archivedAt !== null));
    default:
      return null;
  }
}

/** An article that stands open so long is being read. Milliseconds. */
const BEING_READ_AFTER = 8_000;
const timers = new Map<string, number>();

/** What was unread and stays open in a pane becomes one that is being read: no step of its own, for nobody asked. */
export function followOpenArticles(): () => void {
  const look = (): void => {
    const { panes, view } = useView.getState();
    const open = new Set(view === 'library' ? panes.flatMap(({ articleId }) => articleId ?? []) : []);
    for (const [id, timer] of timers) {
      if (open.has(id)) continue;
      clearTimeout(timer);
      timers.delete(id);
    }
    for (const id of open) {
      if (!timers.has(id))
        timers.set(
          id,
          window.setTimeout(() => void beingRead(id), BEING_READ_AFTER),
        );
    }
  };
  look();
  return useView.subscribe((state, before) => {
    if (state.panes !== before.panes || state.view !== before.view) look();
  });
}

async function beingRead(id: string): Promise<void> {
  const { articles, readOnly } = useLibrary.getState();
  if (readOnly || articles.get(id)?.shelving.reading !== 'unread') return;
  await attempt(() => call('shelving.update', { ids: [id], patch: { reading: 'reading' } }));
}
