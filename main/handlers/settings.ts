import type { Handlers } from '#core/gateway';
import type { Settings, Workspace } from '#core/library';
import type { Context } from './context';

const POSITIONS_KEPT = 2000;

type SettingsCalls = 'settings.update' | 'workspace.save';

export function settingsHandlers({ store }: Context): Pick<Handlers, SettingsCalls> {
  return {
    'settings.update': (patch) =>
      store.change(async (transaction) => {
        const given = Object.fromEntries(
          Object.entries(patch).filter(([, value]) => value !== undefined),
        ) as Partial<Settings>;
        const { settings } = await transaction.library((library) => ({
          ...library,
          settings: { ...library.settings, ...given },
        }));
        return settings;
      }),
    'workspace.save': async (workspace) => {
      await store.saveWorkspace(bounded(workspace));
      return {};
    },
  };
}

/** One place for each article, the newest ones only. */
function bounded(workspace: Workspace): Workspace {
  const newest = new Map<string, Workspace['positions'][number]>();
  for (const entry of workspace.positions) {
    newest.delete(entry[0]);
    newest.set(entry[0], entry);
  }
  return { ...workspace, positions: [...newest.values()].slice(-POSITIONS_KEPT) };
}
