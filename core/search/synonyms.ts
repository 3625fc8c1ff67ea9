import { looseKey, wordsOf } from './words';

/** Ways to write one thing: the first of each row is the full one. Codes that stand for several things are left out. */
const ROWS: readonly (readonly string[])[] = [
  ['Trung ương', 'TW', 'TƯ', 'T.Ư'],
  ['Ban Chấp hành', 'BCH'],
  ['Ban Thường vụ', 'BTV'],
  ['Bộ Chính trị', 'BCT'],
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['Ủy ban Kiểm tra', 'UBKT'],
  ['Mặt trận Tổ quốc', 'MTTQ'],
  ['thành phố', 'TP', 'Tp.'],
  ['Thành phố Hồ Chí Minh', 'TPHCM', 'TP.HCM'],
  ['nghị quyết', 'NQ'],
  ['chỉ thị', 'CT'],
  ['Thủ tướng', 'TTg'],
  ['xã hội chủ nghĩa', 'XHCN'],
  ['Cộng sản Việt Nam', 'CSVN'],
  ['Đoàn Thanh niên Cộng sản', 'Đoàn TNCS'],
  ['cải cách hành chính', 'CCHC'],
  ['kinh tế - xã hội', 'KT-XH'],
  ['quốc phòng, an ninh', 'QP-AN', 'quốc phòng - an ninh'],
  ['công nghiệp hóa, hiện đại hóa', 'CNH, HĐH', 'công nghiệp hóa - hiện đại hóa'],
  ['khoa học và công nghệ', 'KH&CN', 'KHCN'],
  ['doanh nghiệp nhà nước', 'DNNN'],
];

const keyOf = (text: string): string => {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, index) => looseKey(text.slice(starts[index], ends[index]))).join(
    ' ',
  );
};

interface Entry {
  key: string;
  /** A code is one only in capitals: `ct` may be anything, `CT` stands for `chỉ thị`. */
  isCode: boolean;
  others: readonly string[];
}

const isCode = (way: string): boolean => /^(?!.*\p{Ll}\p{Ll})\p{Lu}/u.test(way);

const ENTRIES: readonly Entry[] = ROWS.flatMap((row) =>
  row.map((way) => ({
    key: keyOf(way),
    isCode: isCode(way),
    others: row.filter((other) => other !== way),
  })),
);

export interface Replaced {
  /** What the query's words were replaced by. */
  by: string;
  /** The whole query then. */
  text: string;
}

/** Most ways of writing that are tried for one phrase. */
const MOST = 8;

/** The same phrase with one of its parts written in another way. */
export function otherWays(phrase: string): Replaced[] {
  const { count, starts, ends } = wordsOf(phrase);
  const keys = Array.from({ length: count }, (_, index) =>
    looseKey(phrase.slice(starts[index], ends[index])),
  );
  const found: Replaced[] = [];
  for (const { key, isCode: needsCapitals, others } of ENTRIES) {
    const wanted = key.split(' ');
    for (let first = 0; first + wanted.length <= count; first += 1) {
      if (!wanted.every((each, index) => keys[first + index] === each)) continue;
      const from = starts[first] ?? 0;
      const to = ends[first + wanted.length - 1] ?? 0;
      if (needsCapitals && phrase.slice(from, to) !== phrase.slice(from, to).toUpperCase()) continue;
      for (const by of others) found.push({ by, text: phrase.slice(0, from) + by + phrase.slice(to) });
    }
  }
  return found.slice(0, MOST);
}
