import { z } from 'zod';
import { ArticleId } from '#core/article';
import { ArticleSummary, LibrarySnapshot, Problem, SavedWorkspace, Settings, Workspace } from '#core/library';
import { call, Nothing } from './call';

export const libraryCalls = {
  /** `first`: only so many of the newest articles, and those that stand open; all when it is left out. */
  'library.snapshot': call(z.object({ first: z.int().positive().optional() }), LibrarySnapshot),
  /** Rows of the list. Those of articles that the library has not, or no longer, are left out. */
  'library.rows': call(
    z.object({ ids: z.array(ArticleId).max(5_000) }),
    z.object({ articles: z.array(ArticleSummary) }),
  ),
  'library.check': call(
    Nothing,
    z.object({ articles: z.int(), annotations: z.int(), problems: z.array(Problem) }),
  ),
  /** Asks for another folder and opens the library in it; null when the person cancelled. */
  'library.chooseFolder': call(Nothing, z.object({ folder: z.string().nullable() })),
  'library.showFolder': call(Nothing, Nothing),

  'settings.update': call(Settings.partial(), Settings),
  'workspace.save': call(Workspace, Nothing),
  /** Keeps a workspace under a name; `before` is the one that had it. */
  'workspaces.put': call(
    z.object({ name: SavedWorkspace.shape.name, workspace: Workspace }),
    z.object({ before: SavedWorkspace.nullable() }),
  ),
  'workspaces.rename': call(
    z.object({ from: SavedWorkspace.shape.name, to: SavedWorkspace.shape.name }),
    Nothing,
  ),
  'workspaces.remove': call(z.object({ name: SavedWorkspace.shape.name }), SavedWorkspace),
  'window.control': call(z.object({ action: z.enum(['minimize', 'maximize', 'close']) }), Nothing),
} as const;
