import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isSimilar, likeness, mayBeSimilar, sketchOf, SKETCH_SIZE } from '#core/similar';
import { random } from '../main/store/material';
import { prose } from './similar-material';

// The articles that the app is made for lie beside the repository, not in it: they are other people's texts.
const seeds = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));

/** Every word of `share` replaced by one that stands nowhere else. */
function corrected(text: string, share: number, seed: number): string {
  const next = random(seed);
  return text.replace(/[^\s]+/gu, (word) => (next() < share ? `chữ${Math.floor(next() * 1e9)}` : word));
}

/** The paragraphs, or the sentences of a text that has only one or two. */
function partsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const longest = Math.max(...lines.map((line) => line.length));
  return longest > text.length / 2 ? text.split(/(?<=\.)\s+/u) : lines;
}

const similar = (a: string, b: string): boolean =>
  isSimilar(likeness(a, b)) && mayBeSimilar(sketchOf(a), sketchOf(b));

describe('likeness', () => {
  it('knows no case, no tone placement, no punctuation and no line breaks', () => {
    const text = 'Ủy ban Khối họp: thông qua 12,5% chỉ tiêu; hoàn thành 03-CT/TW.';
    const other = 'UỶ BAN KHỐI\nhọp thông qua “12.5” chỉ tiêu - hoàn thành (03 CT TW)';
    expect(likeness(text, other)).toEqual({ resemblance: 1, containment: 1 });
    expect(sketchOf(text)).toEqual(sketchOf(other));
    expect(likeness(text, 'TW CT 03 thành hoàn tiêu chỉ 12,5% qua thông họp Khối ban Ủy').resemblance).toBe(
      0,
    );
  });

  it('says how much of the shorter text stands in the longer', () => {
    const [a, b, c] = [prose(1, 300), prose(2, 300), prose(3, 300)];
    expect(likeness(a, `${b} ${a}`).containment).toBe(1);
    expect(likeness(`${a} ${b}`, `${b} ${c}`).resemblance).toBeCloseTo(1 / 3, 1);
  });

  it('is that of nothing for a text without words, and sure for a text of one word', () => {
    expect(likeness('…', 'Một hai ba bốn')).toEqual({ resemblance: 0, containment: 0 });
    expect(isSimilar(likeness('', ''))).toBe(false);
    expect(sketchOf(' – ')).toEqual([]);
    expect(similar('Họp', 'họp.')).toBe(true);
    expect(similar('Họp', 'Hợp')).toBe(false);
  });
});

describe('similar', () => {
  it('is a cut that keeps its words, as long as it is no small part of the whole', () => {
    const whole = prose(7, 1000);
    const words = whole.split(' ');
    const part = (share: number): string => words.slice(100, 100 + 1000 * share).join(' ');
    expect(similar(part(0.45), whole)).toBe(true);
    expect(isSimilar(likeness(part(0.3), whole))).toBe(false);
    expect(isSimilar(likeness(corrected(part(0.6), 0.2, 1), whole))).toBe(false);
  });

  it('is hardly ever missed by the sketches', () => {
    let pairs = 0;
    let missed = 0;
    let spared = 0;
    for (let seed = 0; seed < 150; seed++) {
      const whole = prose(seed, 900);
      const words = whole.split(' ');
      // Only just similar: a resemblance of a half, and a cut to a little more than 40 %.
      const half = `${words.slice(0, 610).join(' ')} ${prose(seed + 1000, 290)}`;
      const cut = corrected(words.slice(300, 300 + 420).join(' '), 0.05, seed);
      for (const other of [half, cut]) {
        if (!isSimilar(likeness(whole, other))) continue;
        pairs++;
        if (!mayBeSimilar(sketchOf(whole), sketchOf(other))) missed++;
      }
      if (!mayBeSimilar(sketchOf(whole), sketchOf(prose(seed + 5000, 900)))) spared++;
    }
    expect(pairs).toBeGreaterThan(220);
    expect(missed).toBeLessThanOrEqual(1);
    expect(spared).toBeGreaterThan(145);
  });

  it('costs less than a millisecond for an article', () => {
    const text = prose(1, 1000);
    const started = performance.now();
    for (let round = 0; round < 50; round++) expect(sketchOf(text)).toHaveLength(SKETCH_SIZE);
    // It takes a quarter of one; the rest is for a machine that does other things at the same time.
    expect((performance.now() - started) / 50).toBeLessThan(10);
  });
});

describe.runIf(existsSync(seeds))('the articles that the app is made for', () => {
  const texts = (existsSync(seeds) ? readdirSync(seeds) : [])
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${seeds}/${name}`, 'utf8').normalize('NFC'));

  it('are not similar to one another, although they report of the same conferences in the same phrases', () => {
    expect(texts.length).toBeGreaterThan(1);
    for (const [index, text] of texts.entries()) {
      for (const other of texts.slice(index + 1)) expect(isSimilar(likeness(text, other))).toBe(false);
    }
  });

  it('are similar to themselves with one word in twenty changed or any one paragraph dropped', () => {
    for (const [index, text] of texts.entries()) {
      expect(similar(text, corrected(text, 0.05, index))).toBe(true);
      const parts = partsOf(text);
      for (const dropped of parts.keys()) {
        expect(similar(text, parts.filter((_, at) => at !== dropped).join('\n'))).toBe(true);
      }
    }
  });
});
