import { describe, expect, it } from 'vitest';
import { createDirectIndexer, type Indexer } from '../../../main/search/indexer';
import { realFs } from '../../../main/store/files';
import { importText, openIn, temporaryFolder, type Opened } from '../store/support';
import { find } from './support';

/** A library whose index answers when it is let go on; `asked` are the words that it was asked for. */
async function held(): Promise<{ library: Opened; asked: string[]; hold: () => () => void }> {
  const direct = createDirectIndexer(realFs);
  let gate: Promise<void> = Promise.resolve();
  const asked: string[] = [];
  const indexer: Indexer = {
    ...direct,
    find: async (leaves, signal) => {
      await gate;
      signal?.throwIfAborted();
      for (const leaf of leaves)
        if (leaf.kind === 'words') asked.push(leaf.phrases[0]?.map(({ loose }) => loose).join(' ') ?? '');
      return direct.find(leaves, signal);
    },
  };
  const library = await openIn(temporaryFolder(), { indexer });
  await importText(library, 'Bài một', ['Có cây bàng và cây phượng.', 'Hết.']);
  await find(library, 'cây');
  asked.length = 0;
  const hold = (): (() => void) => {
    let go: () => void = () => undefined;
    gate = new Promise((resolve) => (go = resolve));
    return go;
  };
  return { library, asked, hold };
}

const OVERTAKEN = { code: 'search-overtaken' };

describe('a question that another one of the same asker overtakes', () => {
  it('is refused and never worked on: the newest alone is answered', async () => {
    const { library, asked, hold } = await held();
    const go = hold();
    const ask = (query: string) => library.call('search.find', { query, asker: 'search' });
    const stale = ['c', 'cây', 'cây b'].map((query) => expect(ask(query)).rejects.toMatchObject(OVERTAKEN));
    const newest = ask('cây bàng');
    go();
    await Promise.all(stale);
    expect((await newest).total).toBe(1);
    expect(asked).toEqual(['cay bang']);
    expect(library.logged).toEqual([]);
  });

  it('may be for contexts', async () => {
    const { library, hold } = await held();
    const go = hold();
    const stale = expect(
      library.call('search.concordance', { query: 'cây', asker: 'search' }),
    ).rejects.toMatchObject(OVERTAKEN);
    const newest = library.call('search.find', { query: 'cây', asker: 'search' });
    go();
    await stale;
    expect((await newest).total).toBe(1);
  });

  it('is none when somebody else asks, or nobody in particular', async () => {
    const { library, hold } = await held();
    const go = hold();
    const all = [
      library.call('search.find', { query: 'cây', asker: 'search' }),
      library.call('search.find', { query: 'cây', asker: 'export' }),
      library.call('search.find', { query: 'cây' }),
      library.call('search.find', { query: 'cây' }),
    ];
    go();
    expect((await Promise.all(all)).map(({ total }) => total)).toEqual([1, 1, 1, 1]);
  });
});
