import type { ArticleId } from '#core/article';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import { checkLibrary } from '../store/check';
import type { Context } from './context';

type LibraryCalls =
  | 'library.snapshot'
  | 'library.rows'
  | 'library.check'
  | 'library.chooseFolder'
  | 'library.showFolder'
  | 'window.control';

export function libraryHandlers({ store, desktop, language }: Context): Pick<Handlers, LibraryCalls> {
  const rows = (ids: Iterable<ArticleId>): ArticleSummary[] =>
    Array.from(ids, (id) => store.catalogue.summary(id) ?? []).flat();
  /** The articles that are seen first, and the others. */
  const parted = (first: number): { articles: ArticleSummary[]; others: ArticleId[] } => {
    const all = store.catalogue.newest();
    const open = store.workspace.panes.flatMap(({ articleId }) => articleId ?? []);
    const seen = new Set([...all.slice(0, first), ...open]);
    return { articles: rows(seen), others: all.filter((id) => !seen.has(id)) };
  };

  return {
    'library.snapshot': ({ first }) =>
      Promise.resolve({
        ...(first === undefined ? { articles: store.catalogue.summaries(), others: [] } : parted(first)),
        revision: store.revision,
        folder: store.folder.root,
        readOnly: store.folder.readOnly !== null,
        tags: store.library.tags,
        links: store.library.links,
        pins: store.library.pins,
        workspaces: store.library.workspaces,
        directives: store.library.directives,
        bodies: store.library.bodies,
        searches: store.library.searches,
        collections: store.library.collections,
        settings: store.library.settings,
        workspace: store.workspace,
        notices: store.notices,
        host: desktop.host,
      }),
    'library.rows': ({ ids }) => Promise.resolve({ articles: rows(ids) }),
    'library.check': () => checkLibrary(store, language()),
    'library.chooseFolder': async () => {
      const folder = await desktop.chooseFolder(store.folder.root);
      if (folder !== null) await desktop.replaceLibrary(folder);
      return { folder };
    },
    'library.showFolder': async () => {
      await desktop.showFolder(store.folder.root);
      return {};
    },
    'window.control': ({ action }) => {
      desktop.controlWindow(action);
      return Promise.resolve({});
    },
  };
}
