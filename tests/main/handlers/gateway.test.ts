import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLS } from '#core/contract';
import { importText, openIn, temporaryFolder } from '../store/support';

describe('the gateway over a real library', () => {
  it('never throws, whatever it is asked', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, 'Bài một');
    const known = Object.keys(CALLS).filter((call) => call !== 'library.check');
    const name = fc.oneof(fc.constantFrom(...known, '__proto__', 'constructor', 'toString'), fc.anything());
    const part = fc.oneof(
      fc.constant(id),
      fc.constant([id]),
      fc.constant({ quote: 'Hội nghị' }),
      fc.anything(),
    );
    const keys = [
      'id',
      'ids',
      'articleId',
      'patch',
      'target',
      'kind',
      'items',
      'paths',
      'key',
      'name',
      'format',
      'refs',
      'changes',
      'filter',
      'from',
      'to',
      'tags',
      'links',
      'pins',
      'put',
      'drop',
      'annotations',
      'workspace',
    ];
    const input = fc.oneof(fc.dictionary(fc.constantFrom(...keys), part), fc.anything());
    await fc.assert(
      fc.asyncProperty(
        name,
        input,
        fc.constantFrom('window' as const, 'local' as const),
        async (call, value, from) => {
          const reply = await library.gateway(call, value, from);
          expect(typeof reply.ok).toBe('boolean');
          if (!reply.ok) expect(reply.message).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
    expect(library.logged).toEqual([]);
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  it('keeps calls that name paths from the window', async () => {
    const library = await openIn(temporaryFolder());
    expect(await library.gateway('import.files', { paths: ['/x'] }, 'window')).toMatchObject({
      code: 'not-allowed-here',
    });
    expect(await library.gateway('export.write', { path: '/x', format: 'html' }, 'window')).toMatchObject({
      code: 'not-allowed-here',
    });
  });
});
