import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '#core/article';
import { Replay } from './replay';
import { operation } from './replay-operations';
import { PARAGRAPHS, importText, openIn, reopened, temporaryFolder } from './support';

describe('the store', () => {
  it('holds what replaying its changes gives, after any changes, undone and made again, and reopened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 30 }), async (operations) => {
        const library = await openIn(temporaryFolder());
        const articles = [];
        for (const title of ['Bài một', 'Bài hai']) {
          const { id } = await importText(library, title, [...PARAGRAPHS, `Đoạn riêng của ${title}.`]);
          articles.push({ id, text: textOf((await library.call('articles.get', { id })).article) });
        }
        const replay = new Replay(library, articles);
        for (const made of operations) {
          await replay.run(made);
          await replay.expectSame();
        }
        replay.library = await reopened(library);
        await replay.expectSame();
        while (await replay.undo()) await replay.expectSame();
        expect([replay.model.annotations.size, replay.model.links.size]).toEqual([0, 0]);
        expect((await replay.library.call('library.check', {})).problems).toEqual([]);
        await replay.library.close();
      }),
      { numRuns: 50 },
    );
  }, 120_000);
});
