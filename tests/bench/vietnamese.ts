import { random } from '../main/store/material';

// Made-up Vietnamese that is as hard to index as the real: some 6,000 syllables, few of them frequent and most of them rare,
// in words of one to three syllables that come back again and again. The curve of frequencies is near that of our own sample
// articles: the commonest syllable is 1.4 % of the text, the hundredth 0.23 %, the thousandth 0.01 %; 9.6 bits a syllable.

const ONSETS = [...'b ch c d đ gh gi g h kh k l m ngh ng nh n ph p qu r s th tr t v x'.split(' '), ''];
const RHYMES = (
  'a ach anh ang ac ai am an ao ap at au ay ăng ăc ăm ăn ăt âng âc âm ân âp âu ây e en eo ê ên êu i inh ich im in iên ' +
  'iêng iêu iêm o oi ong on oan oa oai ô ôi ông ôn ôc ơ ơi ơn u ui ung uc un uôn uông uê uy uyên uyêt ư ưng ươ ương ' +
  'ươc ươi'
).split(' ');
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const SYLLABLES = 6_500;
const WORDS = 30_000;

/** The commonest words; no text of anybody's. */
const COMMON = (
  'và|của|các|là|có|trong|được|cho|với|công tác|một|hội nghị|không|nhiệm vụ|này|đảng viên|những|đến|cấp ủy|tổ chức|' +
  'thực hiện|khi|từ|đã|về|kiểm tra|giám sát|ban thường vụ|để|chi bộ|triển khai|năm|kế hoạch|người dân|đơn vị|trên|' +
  'báo cáo|kết quả|phải|đánh giá|chất lượng|doanh nghiệp|kinh tế|xã hội|phát triển|xây dựng|nông thôn|phong trào|' +
  'thi đua|cơ sở|an ninh|quốc phòng|cải cách|hành chính|chuyển đổi số|phục vụ|khó khăn|đầu tư công|tiến độ|nâng cao|' +
  'năng lực|lãnh đạo|sinh hoạt|học tập|trọng tâm|bảo đảm|tháo gỡ|thúc đẩy|giải ngân|chỉ đạo|nghị quyết|đồng chí|' +
  'thanh niên|đại hội|sơ kết|tổng kết|văn bản|theo dõi|hoàn thành'
).split('|');

function syllablesOf(next: () => number): string[] {
  const made = new Set(COMMON.flatMap((word) => word.split(' ')));
  const one = <T>(values: readonly T[]): T | undefined => values[Math.floor(next() * values.length)];
  while (made.size < SYLLABLES) {
    const rhyme = one(RHYMES) ?? '';
    const at = (/[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/u.exec(rhyme)?.index ?? 0) + 1;
    made.add(
      `${one(ONSETS) ?? ''}${rhyme.slice(0, at)}${one(TONES) ?? ''}${rhyme.slice(at)}`.normalize('NFC'),
    );
  }
  return [...made];
}

/** Draws the numbers below `count`: the one of rank r with a weight of (r + offset) to the power of -exponent. */
function zipf(count: number, offset: number, exponent: number): (next: () => number) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += (rank + offset) ** -exponent;
    sums[rank] = sum;
  }
  return (next) => {
    const wanted = next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function vocabularyOf(next: () => number): string[] {
  const syllables = syllablesOf(next);
  const drawn = zipf(syllables.length, 27, 1.15);
  const made = Array.from({ length: WORDS - COMMON.length }, () => {
    const chance = next();
    const length = chance < 0.35 ? 1 : chance < 0.9 ? 2 : 3;
    return Array.from({ length }, () => syllables[drawn(next)]).join(' ');
  });
  return [...COMMON, ...made];
}

const VOCABULARY = vocabularyOf(random(12_345));
const drawnWord = zipf(WORDS, 12, 1.05);

/** A word of one to three syllables, the commoner the likelier. */
export const wordFrom = (next: () => number): string => VOCABULARY[drawnWord(next)] ?? '';

export const wordsFrom = (next: () => number, count: number): string =>
  Array.from({ length: count }, () => wordFrom(next)).join(' ');

/** Sentences with commas and numbers, at least so many characters. */
export function paragraphFrom(next: () => number, length: number): string {
  let text = '';
  let isFirst = true;
  while (text.length < length || !isFirst) {
    const word = wordFrom(next);
    text += isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    const chance = next();
    isFirst = chance < 0.05;
    if (isFirst) text += '. ';
    else if (chance < 0.1) text += ', ';
    else if (chance < 0.115) text += ` ${String(Math.floor(next() * 3_000))} `;
    else text += ' ';
  }
  return text.trimEnd();
}
