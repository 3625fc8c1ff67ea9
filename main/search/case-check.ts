import { wantedWords } from '#core/search/answer';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import { fits, isIn } from './hits';
import type { Proposed } from './found';
import type { Readings } from './readings';

/** Articles that are read in one turn: some milliseconds. */
const AT_ONCE = 16;

interface Checked {
  all: Bits;
  hits: Record<Field, Bits>;
}

/**
 * The index knows nothing of capitals: where they count, every article that it proposes is read. The answer to the last
 * question is kept, for other pages and other ticks ask the same again.
 */
export class CaseCheck {
  #last: { question: string; checked: Checked } | null = null;

  constructor(private readonly readings: Readings) {}

  /** `question`: tells what was asked of which library. Throws the signal's reason when nobody waits any more. */
  async of(question: string, proposed: Proposed, signal: AbortSignal): Promise<Checked> {
    if (this.#last?.question !== question) {
      this.#last = null;
      this.#last = { question, checked: await this.#check(proposed, signal) };
    }
    const { all, hits } = this.#last.checked;
    const copy = (field: Field): Bits => hits[field].sized(hits[field].size);
    // What is found may be narrowed further by whoever asked.
    return {
      all: all.sized(all.size),
      hits: { title: copy('title'), text: copy('text'), note: copy('note') },
    };
  }

  async #check(proposed: Proposed, signal: AbortSignal): Promise<Checked> {
    const { facts, query } = proposed;
    const empty = (): Bits => new Bits(facts.size);
    const checked = { all: empty(), hits: { title: empty(), text: empty(), note: empty() } };
    const words = wantedWords(query);
    const numbers: number[] = [];
    proposed.all.each((number) => numbers.push(number));
    const look = async (number: number): Promise<void> => {
      const reading = await this.readings.of(facts.ids[number] ?? '', facts.noted.has(number), true);
      if (reading === null || !fits(reading, number, proposed)) return;
      checked.all.add(number);
      for (const field of FIELDS)
        if (words.some((node) => isIn(node, reading, [field]))) checked.hits[field].add(number);
    };
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      signal.throwIfAborted();
      await Promise.all(numbers.slice(from, from + AT_ONCE).map(look));
    }
    return checked;
  }
}
