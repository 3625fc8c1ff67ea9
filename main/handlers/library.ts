import type { Handlers } from '#core/gateway';
import { checkLibrary } from '../store/check';
import type { Context } from './context';

type LibraryCalls =
  'library.snapshot' | 'library.check' | 'library.chooseFolder' | 'library.showFolder' | 'window.control';

export function libraryHandlers({ store, desktop, language }: Context): Pick<Handlers, LibraryCalls> {
  return {
    'library.snapshot': () =>
      Promise.resolve({
        revision: store.revision,
        folder: store.folder.root,
        readOnly: store.folder.readOnly !== null,
        articles: store.catalogue.summaries(),
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
