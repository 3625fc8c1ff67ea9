import type { Handlers } from '#core/gateway';
import type { SavedWorkspace } from '#core/library';
import { Refusal } from '#core/refusal';
import type { Context } from './context';

type WorkspaceCalls = 'workspaces.put' | 'workspaces.rename' | 'workspaces.remove';

/** Workspaces that are kept under names. Two spellings of one name are one name. */
export function workspaceHandlers({ store, now }: Context): Pick<Handlers, WorkspaceCalls> {
  return {
    'workspaces.put': ({ name, workspace }) =>
      store.change(async (transaction) => {
        const kept: SavedWorkspace = {
          name: name.normalize('NFC'),
          // Where every article was read last is not part of what was kept.
          workspace: { ...workspace, positions: [] },
          savedAt: now().toISOString(),
        };
        const before = store.library.workspaces.find(named(name)) ?? null;
        await transaction.library((library) => {
          const isKnown = library.workspaces.some(named(name));
          const workspaces = isKnown
            ? library.workspaces.map((other) => (named(name)(other) ? kept : other))
            : [...library.workspaces, kept];
          return { ...library, workspaces };
        });
        return { before };
      }),
    'workspaces.rename': ({ from, to }) =>
      store.change(async (transaction) => {
        await transaction.library((library) => {
          const renamed = only(library.workspaces, from);
          const namesake = library.workspaces.find(named(to));
          if (namesake !== undefined && namesake !== renamed)
            throw new Refusal('workspace-exists', { name: namesake.name });
          const workspaces = library.workspaces.map((other) =>
            other === renamed ? { ...other, name: to.normalize('NFC') } : other,
          );
          return { ...library, workspaces };
        });
        return {};
      }),
    'workspaces.remove': ({ name }) =>
      store.change(async (transaction) => {
        const removed = only(store.library.workspaces, name);
        await transaction.library((library) => ({
          ...library,
          workspaces: library.workspaces.filter((other) => !named(name)(other)),
        }));
        return removed;
      }),
  };
}

const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');

const named =
  (name: string) =>
  (workspace: SavedWorkspace): boolean =>
    folded(workspace.name) === folded(name);

function only(workspaces: readonly SavedWorkspace[], name: string): SavedWorkspace {
  const found = workspaces.find(named(name));
  if (found === undefined) throw new Refusal('workspace-not-found', { name });
  return found;
}
