import { looseKey, strictKey, wordsOf } from './words';

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

interface Key {
  loose: string;
  strict: string;
}

const keysOf = (text: string): Key[] => {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, index) => {
    const word = text.slice(starts[index], ends[index]);
    return { loose: looseKey(word), strict: strictKey(word) };
  });
};

interface Entry {
  keys: readonly Key[];
  /** A code is one only in capitals: `ct` may be anything, `CT` stands for `chỉ thị`. */
  isCode: boolean;
  others: readonly string[];
}

const isCode = (way: string): boolean => /^(?!.*\p{Ll}\p{Ll})\p{Lu}/u.test(way);

const ENTRIES: readonly Entry[] = ROWS.flatMap((row) =>
  row.map((way) => ({
    keys: keysOf(way),
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

/** The same phrase with one of its parts written in another way. Words that are typed with marks have to have the right ones. */
export function otherWays(phrase: string): Replaced[] {
  const { count, starts, ends } = wordsOf(phrase);
  const typed = keysOf(phrase);
  const found: Replaced[] = [];
  for (const { keys, isCode: needsCapitals, others } of ENTRIES) {
    for (let first = 0; first + keys.length <= count; first += 1) {
      if (!keys.every((key, index) => isTyped(typed[first + index], key))) continue;
      const from = starts[first] ?? 0;
      const to = ends[first + keys.length - 1] ?? 0;
      if (needsCapitals && phrase.slice(from, to) !== phrase.slice(from, to).toUpperCase()) continue;
      for (const by of others) found.push({ by, text: phrase.slice(0, from) + by + phrase.slice(to) });
    }
  }
  return found.slice(0, MOST);
}

const isTyped = (typed: Key | undefined, { loose, strict }: Key): boolean =>
  typed?.loose === loose && (typed.strict === typed.loose || typed.strict === strict);
