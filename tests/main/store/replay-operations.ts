import fc from 'fast-check';
import { COLOURS } from '#core/annotation';
import { RELATIONS } from '#core/link';
import { PARAGRAPHS } from './support';

const QUOTES = [...PARAGRAPHS, 'Hội nghị', 'Các đơn vị', 'Thường trực.\nHội nghị thảo luận', 'báo cáo'];
const NAMES = ['A', 'A/x', 'B', 'B/x', 'C'];

const pick = fc.nat({ max: 1000 });
const name = fc.constantFrom(...NAMES);
const marked = fc.record({
  article: fc.nat({ max: 1 }),
  quote: fc.constantFrom(...QUOTES),
  colour: fc.constantFrom(...COLOURS),
  tags: fc.uniqueArray(name, { maxLength: 2 }),
});
const patch = fc.record(
  {
    colour: fc.constantFrom(...COLOURS),
    note: fc.constantFrom('', 'ghi nhớ', 'xem lại'),
    tags: fc.uniqueArray(name, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
/** Changes as a person may make them; `pick` is a number that chooses among what is there at that time. */
export const operation = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), marked }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('addMany' as const),
      all: fc.array(marked, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('update' as const), pick, patch }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('updateMany' as const),
      picks: fc.array(pick, { minLength: 1, maxLength: 3 }),
      patch,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('move' as const), pick, quote: fc.constantFrom(...QUOTES) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('rename' as const), from: name, to: name, merge: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('removeTag' as const), name }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      from: pick,
      to: pick,
      relation: fc.constantFrom(...RELATIONS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlink' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
);
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
export type Of<D extends Operation['do']> = Extract<Operation, { do: D }>;
export type Changing = Exclude<Operation, Of<'undo'> | Of<'redo'>>;
