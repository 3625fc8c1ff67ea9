import { random } from '../main/store/material';

/** Two years of one report, and which paragraphs of them belong together. Indices are from 0. */
export interface TwoYears {
  left: string[];
  right: string[];
  /** Pairs as `left-right`. */
  pairs: Set<string>;
}

const ONSETS = 'b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x'.split(' ');
const RHYMES =
  'a an ang anh ao ăm âm ân âu e em ên êu i inh iêm iên o oa oan oi ông ơi ơn u ung uân uôi ưa ương'.split(
    ' ',
  );
/** What reports of this kind say everywhere. */
const FORMULAS = [
  'tiếp tục đẩy mạnh công tác kiểm tra, giám sát',
  'các cấp ủy đảng đã tập trung lãnh đạo, chỉ đạo',
  'nâng cao chất lượng sinh hoạt chi bộ',
  'thực hiện có hiệu quả nhiệm vụ chính trị',
  'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'đáp ứng yêu cầu nhiệm vụ trong tình hình mới',
];

/**
 * Of the paragraphs of the first year a tenth is gone, a sixth stays as it is, a twentieth is at another place; in the others
 * up to 40 % of the words are new. The words are ours, rare ones and formulas as in real reports; the same for the same seed.
 */
export function twoYears(seed: number, paragraphs: number): TwoYears {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const syllables = ONSETS.flatMap((onset) => RHYMES.map((rhyme) => onset + rhyme));
  // The first words are drawn most often, as in any language.
  const word = () => {
    const at = Math.floor(syllables.length * next() ** 3);
    return `${syllables[at] ?? ''} ${syllables[(at * 7 + 3) % syllables.length] ?? ''}`;
  };
  const words = (count: number) => Array.from({ length: count }, word);
  const paragraph = () => {
    const formulas = [pick(FORMULAS) ?? '', pick(FORMULAS) ?? ''];
    return [...words(12), formulas[0] ?? '', `${Math.floor(next() * 90)}%`, ...words(10), formulas[1] ?? ''];
  };
  const reworded = (parts: readonly string[], share: number) =>
    parts.map((part) => {
      if (part.endsWith('%')) return `${Math.floor(next() * 90)}%`;
      return next() < share ? word() : part;
    });
  const first = Array.from({ length: paragraphs }, paragraph);
  const second: { parts: string[]; from: number | null }[] = [];
  const moved: typeof second = [];
  first.forEach((parts, from) => {
    const fate = next();
    if (fate < 0.1) second.push({ parts: paragraph(), from: null });
    else if (fate < 0.15) moved.push({ parts: reworded(parts, 0.2), from });
    else second.push({ parts: fate < 0.32 ? parts : reworded(parts, next() * 0.4), from });
  });
  for (const one of moved) second.splice(Math.floor(next() * second.length), 0, one);
  const sentence = (parts: readonly string[]) => `${parts.join(' ')}.`;
  return {
    left: first.map(sentence),
    right: second.map(({ parts }) => sentence(parts)),
    pairs: new Set(second.flatMap(({ from }, right) => (from === null ? [] : [`${from}-${right}`]))),
  };
}
