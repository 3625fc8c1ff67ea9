import type { Phrase } from './phrase';

/** A phrase and the ways in which its numbers are also written: `5` as `05`, and `Chỉ thị 05` as `Chỉ thị số 05`. */
export function withNumbers(phrase: Phrase, text: string): Phrase[] {
  const ways = [phrase];
  const at = phrase.findIndex(({ loose }) => /^\d{1,3}$/u.test(loose));
  const number = phrase[at];
  if (number === undefined || number.isPrefix || /\d[.,]\d/u.test(text)) return ways;
  const figures = number.loose.replace(/^0+(?=\d)/u, '');
  const spelled = new Set([figures, figures.padStart(2, '0')].filter((one) => one !== number.loose));
  for (const other of spelled) {
    ways.push(phrase.with(at, { ...number, loose: other, strict: number.strict === null ? null : other }));
  }
  const before = phrase[at - 1];
  const follows = before !== undefined && number.distance === before.distance + 1;
  if (!follows || !/^[a-z]/u.test(before.loose) || before.loose === 'so') return ways;
  const saying = ways.map((way) => [
    ...way.slice(0, at),
    { loose: 'so', strict: 'sô\u0301', isPrefix: false, distance: number.distance },
    ...way.slice(at).map((word) => ({ ...word, distance: word.distance + 1 })),
  ]);
  return [...ways, ...saying];
}
