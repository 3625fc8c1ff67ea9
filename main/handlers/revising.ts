import type { Article } from '#core/article';
import { applyEdits } from '#core/body-edits';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Leaf } from '../importing/sources';
import { originalFile } from '../store/layout';
import { placeRevision } from '../store/place';
import { revertTo, reviseBody, revisionOf } from '../store/place-edit';
import type { Context } from './context';
import { originalView } from './original-view';

type RevisingCalls =
  | 'articles.revise'
  | 'articles.reread'
  | 'articles.revert'
  | 'articles.revision'
  | 'articles.original'
  | 'articles.showOriginal';

/** The texts that an article has had, and the file that it came from. */
export function revisingHandlers({
  store,
  engine,
  desktop,
  makeDraft,
}: Context): Pick<Handlers, RevisingCalls> {
  const leafOf = ({ original }: Article): Leaf => ({
    kind: 'file',
    path: store.folder.path(originalFile(original)),
  });
  return {
    'articles.revise': ({ id, revision, edits }) =>
      store.change((transaction) => reviseBody(transaction, id, revision, (body) => applyEdits(body, edits))),
    'articles.reread': async ({ id, how }) => {
      const { article } = await store.view(id);
      const { drafts } = await engine.read(leafOf(article), how);
      const draft = drafts.find(({ part }) => part === article.part) ?? drafts[0];
      if (draft === undefined) throw new Refusal('no-article', { name: article.original.name });
      return store.change((transaction) => placeRevision(transaction, id, draft, makeDraft));
    },
    'articles.revert': ({ id, to }) => store.change((transaction) => revertTo(transaction, id, to)),
    'articles.revision': ({ id, revision }) => revisionOf(store, id, revision),
    'articles.original': async ({ id }) => {
      const { article } = await store.view(id);
      const view = await originalView(engine, leafOf(article), article);
      return { ...view, name: article.original.name };
    },
    'articles.showOriginal': async ({ id, as }) => {
      const { article } = await store.view(id);
      const path = store.folder.path(originalFile(article.original));
      await (as === 'open' ? desktop.openFile(path) : desktop.revealFile(path));
      return {};
    },
  };
}
