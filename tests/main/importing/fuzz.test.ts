import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { ENCODINGS } from '#core/text/encodings';
import { AS_FOUND } from '../../../main/importing/engine';
import { createDirectEngine } from '../../../main/importing/operations';
import { FUZZ_OPTIONS, outcomeOf, readWell } from './fuzz-check';
import {
  bookOf,
  type Group,
  mhtOf,
  type Ordinary,
  ordinaryFiles,
  PACKED,
  packedOf,
  type Packed,
} from './fuzz-files';
import { LIVE_PAGES, mutated, mutationsOf, type Mutations } from './fuzz-mutations';

// Broken files of every format: each becomes articles or is refused with a reason, soon. About 10,000 files;
// FUZZ_RUNS=10 makes it ten times as many. FUZZ_SEED=number makes other files; a failure prints the seed and the bytes.

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260105);
vi.setConfig({ testTimeout: 120_000 * Math.max(1, RUNS), hookTimeout: 60_000 });

/** As many as take about as long as those of the others. */
const NUMBERS: Record<Group, number> = {
  text: 1500, markdown: 600, html: 600, mht: 600, rtf: 2200, doc: 2000, packed: 700, pdf: 250, scan: 200, image: 1200, zip: 500,
}; // prettier-ignore
const PARTS = 700;
const LIVE = 250;

let files: Record<Group, Ordinary[]>;
let all: Uint8Array[];
beforeAll(async () => {
  files = await ordinaryFiles();
  all = Object.values(files).flatMap((group) => group.map(({ bytes }) => bytes));
});

async function hold<T>(
  number: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
): Promise<void> {
  const parameters = {
    numRuns: Math.ceil(number * RUNS),
    seed: SEED,
    interruptAfterTimeLimit: 60_000 * Math.max(1, RUNS),
  };
  await fc.assert(fc.asyncProperty(inputs, check), { ...parameters, markInterruptAsFailure: false });
}

const which = fc.nat({ max: 999 });
const chosen = <T>(among: readonly T[], number: number): T => {
  const one = among[number % among.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

const broken = (group: Group, number: number, mutations: Mutations): Ordinary => {
  const { name, bytes } = chosen(files[group], number);
  return { name, bytes: mutated(bytes, mutations, all) };
};

const GROUPS: readonly Group[] = [
  'text', 'markdown', 'html', 'mht', 'rtf', 'doc', 'packed', 'pdf', 'scan', 'image',
]; // prettier-ignore

describe('broken files are read or refused', () => {
  test('and whole ones are read', async () => {
    for (const group of GROUPS)
      for (const file of files[group])
        expect([file.name, await outcomeOf(file, { readPage: readWell })]).toEqual([file.name, 'read']);
  });

  test.each(GROUPS)('%s', async (group) => {
    await hold(NUMBERS[group], fc.tuple(which, mutationsOf(group)), async ([number, mutations]) => {
      await outcomeOf(broken(group, number, mutations), number % 3 === 0 ? { chapters: 'apart' } : {});
    });
  });

  test('in an encoding that somebody chose', async () => {
    const encodings = fc.constantFrom(...ENCODINGS, 'gb18030', 'khong-co', '');
    await hold(
      300,
      fc.tuple(which, mutationsOf('text'), encodings),
      async ([number, mutations, encoding]) => {
        await outcomeOf(broken('text', number, mutations), { encoding });
      },
    );
  });

  test('parts of a packed document', async () => {
    await hold(PARTS, fc.tuple(which, which, mutationsOf('packed')), async ([number, part, mutations]) => {
      await outcomeOf(
        withBrokenPart(chosen(PACKED, number), part, mutations),
        part % 2 === 0 ? { chapters: 'apart' } : {},
      );
    });
  });
});

/** Breaks one part and packs all again: what is broken then is inside. */
function withBrokenPart({ name, parts }: Packed, number: number, mutations: Mutations): Ordinary {
  // The larger a part, the more there is to break.
  const bySize = Object.entries(parts).toSorted((left, right) => right[1].length - left[1].length);
  const [path, bytes] = chosen(bySize, number % 4 === 0 ? number : number % 2);
  return packedOf({ name, parts: { ...parts, [path]: mutated(bytes, mutations, all) } });
}

describe('what runs in a page leaves no trace', () => {
  const ways: [string, (page: string) => Ordinary][] = [
    ['html', (page) => ({ name: 'a.html', bytes: new TextEncoder().encode(page) })],
    ['mht', (page) => ({ name: 'a.mht', bytes: mhtOf(page) })],
    ['epub', (page) => packedOf(bookOf([page, page]))],
    ['text', (page) => ({ name: 'a.txt', bytes: new TextEncoder().encode(page) })],
  ];
  test.each(ways)('%s', async (_, fileOf) => {
    await hold(LIVE, LIVE_PAGES, async (page) => {
      await outcomeOf(fileOf(page));
    });
  });
});

describe('archives', () => {
  test('are looked into', async () => {
    const engine = createDirectEngine(FUZZ_OPTIONS.readPage);
    const unless = async (work: Promise<unknown>) => {
      await work.catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    };
    await hold(NUMBERS.zip, fc.tuple(which, mutationsOf('zip')), async ([number, mutations]) => {
      for (const found of await engine.find([broken('zip', number, mutations)])) {
        expect(found.label).not.toMatch(/\p{Cc}/u);
        if (!('leaf' in found)) continue;
        await unless(engine.read(found.leaf, AS_FOUND));
        await unless(engine.choices(found.leaf, AS_FOUND));
        await unless(engine.pictures(found.leaf));
      }
    });
  });
});
