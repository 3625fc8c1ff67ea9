import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIELDS } from '#core/search/index/layout';
import { LibraryIndex } from '#core/search/index/library-index';
import type { Leaf } from '#core/search/leaf';
import { phraseOf } from '#core/search/phrase';
import { SnapshotReader, SnapshotWriter } from '../../../main/search/snapshot';
import { learnFollowers } from '../../core/search/learn';

const WORDS = ['đảng', 'dang', 'chỉ', 'thị', 'cây'];
const idOf = (number: number): string => number.toString(16).padStart(16, '0');

const leafOf = (text: string): Leaf => ({
  kind: 'words',
  phrases: [phraseOf(text, { marks: 'auto', isPrefix: false })],
});
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ add: fc.nat(40), text, title: text }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.constant({ gather: true } as const) },
  { weight: 1, arbitrary: fc.constant({ learn: true } as const) },
);

it('the thread that answers finds what the index has that it was shown last, after every change', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), text, (steps, query) => {
      const index = new LibraryIndex();
      const writer = new SnapshotWriter();
      const reader = new SnapshotReader();
      for (const each of steps) {
        if ('add' in each) {
          const fields = { title: [each.title], text: [each.text], note: [] };
          index.add([{ id: idOf(each.add), stamp: idOf(0), fields }]);
        } else if ('remove' in each) index.remove([idOf(each.remove)]);
        else if ('learn' in each) learnFollowers(index);
        else index.gather();
        const snapshot = writer.of(index);
        // As it goes from one thread to another.
        reader.show(structuredClone(snapshot));
        const [found, wanted] = [reader.find(leafOf(query)), index.find(leafOf(query))];
        for (const field of FIELDS) expect([...found[field].words]).toEqual([...wanted[field].words]);
      }
    }),
    { numRuns: 60 },
  );
});
