import { makeTarget } from '#core/anchor';
import type { Annotation } from '#core/annotation';
import { textOf, type ArticleDraft, type ArticleId, type Block } from '#core/article';
import { realFs } from '../../../main/store/files';
import { sha256 } from '../../../main/store/identity';
import { openStore } from '../../../main/store/open';
import { placeArticle, type Decision, type Placed, type PlaceParts } from '../../../main/store/place';
import { previewPlace, type Preview } from '../../../main/store/place-preview';
import type { HowRead } from '../../../main/store/rescue';
import type { LibraryStore } from '../../../main/store/store';

export const NOW = '2026-11-22T05:00:00.000Z';

/** What a reader makes of a text; its facts are those given. */
export function draftOf(
  title: string,
  paragraphs: readonly string[],
  facts: Partial<ArticleDraft> = {},
): ArticleDraft {
  return {
    ...{ title, dek: null, source: null, url: null, byline: null },
    ...{ publishedOn: null, dateConfidence: 'none', dateEvidence: null },
    ...{
      captions: [],
      removed: [],
      format: 'text',
      encoding: 'utf-8',
      part: null,
      pages: null,
      machineRead: null,
    },
    blocks: paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    ...facts,
  };
}

/** A file that holds drafts; its reader below gives them back. `salt` makes other bytes of the same drafts. */
export function fileOf(drafts: readonly ArticleDraft[], salt = ''): PlaceParts['file'] {
  const bytes = new TextEncoder().encode(JSON.stringify({ drafts, salt }));
  return { name: 'bài.txt', bytes, sha256: sha256(bytes) };
}

export interface Placing {
  store: LibraryStore;
  /** How originals were read again. */
  reread: HowRead[];
  place(
    draft: ArticleDraft,
    decision?: Decision['as'],
    more?: Partial<PlaceParts> & { of?: ArticleId },
  ): Promise<Placed>;
  preview(draft: ArticleDraft, file?: PlaceParts['file']): Promise<Preview>;
}

const open = new Set<LibraryStore>();

/** A library that is opened without the importers. */
export async function openPlain(folder: string): Promise<Placing> {
  const reread: HowRead[] = [];
  const makeDraft: PlaceParts['makeDraft'] = ({ bytes }, how) => {
    reread.push(how);
    const { drafts } = JSON.parse(new TextDecoder().decode(bytes)) as { drafts: ArticleDraft[] };
    const found = drafts.find(({ part }) => part === how.part);
    return found === undefined ? Promise.reject(new Error('no such part')) : Promise.resolve(found);
  };
  const log = { info: () => undefined, error: () => undefined };
  const now = () => new Date(NOW);
  const store = await openStore(folder, {
    fs: realFs,
    log,
    mode: 'write',
    app: 'cli',
    verify: 'first',
    now,
    makeDraft,
  });
  open.add(store);
  return {
    store,
    reread,
    place: (draft, as = 'found', { of = '', ...more } = {}) =>
      store.change((transaction) =>
        placeArticle(transaction, {
          file: fileOf([draft]),
          draft,
          decision: as === 'found' || as === 'new' ? { as } : { as, of },
          importedAt: NOW,
          makeDraft,
          restoreTrashed: true,
          ...more,
        }),
      ),
    preview: (draft, file = fileOf([draft])) => previewPlace(store, draft, file.sha256),
  };
}

/** To be called after each test, before the folders go. */
export async function closePlain(): Promise<void> {
  for (const store of open) await closeStore(store);
}

export async function closeStore(store: LibraryStore): Promise<void> {
  open.delete(store);
  await store.close();
}

export async function reopenedPlain({ store }: Placing): Promise<Placing> {
  await closeStore(store);
  return openPlain(store.folder.root);
}

/** Annotations on these spans of the article's present text. */
export async function annotate(
  { store }: Placing,
  articleId: ArticleId,
  spans: readonly { start: number; end: number }[],
): Promise<void> {
  const { article } = await store.view(articleId);
  const text = textOf(article);
  const made = spans.map((span): Annotation => ({
    ...{
      id: crypto.randomUUID(),
      articleId,
      revision: article.revision,
      kind: 'highlight',
      colour: 'yellow',
    },
    ...{ tags: [], note: '', anchor: 'exact', createdAt: NOW, updatedAt: NOW },
    target: makeTarget(text, span),
  }));
  await store.change((transaction) =>
    transaction.annotations(articleId, (file) => ({ ...file, annotations: [...file.annotations, ...made] })),
  );
}

/** Annotations on the first occurrence of each of these words. */
export async function annotateWords(
  placing: Placing,
  id: ArticleId,
  quotes: readonly string[],
): Promise<void> {
  const text = textOf((await placing.store.view(id)).article);
  const spans = quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`not in the text: ${quote}`);
    return { start, end: start + quote.length };
  });
  await annotate(placing, id, spans);
}
